// SPDX-License-Identifier: Apache-2.0
#include "documents/people/bound_functions.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

namespace maillage::documents {
namespace {

constexpr std::size_t kBrackets = 14;  // words in brackets that are looked over
constexpr std::size_t kNone = static_cast<std::size_t>(-1);
constexpr std::size_t kLongestList = 60;  // names that share one function

class Binder {
 public:
  Binder(const Words& words, const std::vector<WrittenName>& names, const std::vector<FunctionPhrase>& phrases, const NameReader& reader)
      : words_(words), names_(names), phrases_(phrases), reader_(reader), bound_(names.size()), begins_(words.size() + 1, kNone), ends_(words.size() + 1, kNone),
        owner_(phrases.size(), kNone) {
    for (std::size_t n = 0; n < names.size(); ++n) {
      begins_[names[n].lead] = n;
      ends_[names[n].last] = n;
    }
  }

  std::vector<std::vector<BoundFunction>> run() {
    for (std::size_t f = 0; f < phrases_.size(); ++f) {
      if (owner_[f] == kNone) bind(f);
    }
    bind_across_columns();
    return std::move(bound_);
  }

 private:
  bool is(std::size_t at, std::string_view word) const { return at < words_.size() && words_[at].is(word); }
  bool is_dash(std::size_t at) const { return is(at, "–") || is(at, "—") || is(at, "-") || is(at, "|") || is(at, "/"); }

  /// Over brackets that end before `at`, backwards.
  std::size_t before_brackets(std::size_t at) const {
    if (at == 0 || !is(at - 1, ")")) return at;
    for (std::size_t back = 2; back <= kBrackets && back <= at; ++back) {
      if (is(at - back, "(")) return at - back;
    }
    return at;
  }

  std::size_t name_before(std::size_t f) const {
    auto at = phrases_[f].lead;
    if (is_of_another_column(f)) return kNone;
    if (at > 0 && is(at - 1, "respectivement")) --at;
    constexpr auto kBefore = std::to_array<std::string_view>({"ancien", "ancienne", "actuel", "actuelle", "nouveau", "nouvelle", "futur", "future"});
    if (at > 0 && is_one_of(words_[at - 1], kBefore)) --at;
    // « X, alors directeur de A », « X, aujourd'hui présidente de B », « X, par ailleurs maire »
    constexpr auto kThen = std::to_array<std::string_view>(
        {"alors", "egalement", "aussi", "desormais", "toujours", "encore", "actuellement", "recemment", "jusqu", "ici",
         "elle", "lui", "meme", "hui", "aujourd", "ailleurs", "par", "deja"});
    auto adverb = at;
    while (adverb > 1 && at - adverb < 3 && words_[adverb - 1].joined != '\n' && is_one_of(words_[adverb - 1], kThen))
      --adverb;
    if (adverb < at && is(adverb - 1, ",")) at = adverb;
    constexpr auto kBecomes = std::to_array<std::string_view>({"est", "etait", "reste", "devient", "nomme", "nommee", "elu", "elue", "designe", "designee", "reelu", "reelue", "ete", "a", "comme"});
    auto verb = at;
    while (verb > 0 && at - verb < 4 && words_[verb].joined != '\n' && is_one_of(words_[verb - 1], kBecomes)) --verb;
    if (verb < at && ends_[verb] != kNone) return ends_[verb];  // « X a été nommée directrice »
    if (const auto acting = name_acting_as(at); acting != kNone) return acting;
    if (at > 0 && (is(at - 1, ",") || is(at - 1, "(") || is(at - 1, ":") || is_dash(at - 1))) --at;
    return ends_[before_brackets(at)];
  }

  /// « X a signé en qualité de directeur », « X l'a fait en tant que préfète »: only a short verb between
  std::size_t name_acting_as(std::size_t at) const {
    constexpr std::size_t kVerb = 6;
    constexpr auto kAs = std::to_array<std::string_view>({"qualite", "tant", "titre"});
    if (at < 3 || !is_one_of(words_[at - 1], std::to_array<std::string_view>({"de", "d", "que", "qu"})) || !is_one_of(words_[at - 2], kAs)) return kNone;
    auto begin = at - 2;
    while (begin > 0 && at - begin < 5 && is_one_of(words_[begin - 1], std::to_array<std::string_view>({"en", "sa", "a", "au", "leur"}))) --begin;
    if (begin == at - 2) return kNone;
    if (is(begin - 1, ",")) --begin;
    for (auto back = begin; back > 0 && begin - back <= kVerb; --back) {
      if (ends_[back] != kNone) return ends_[back];
      const bool is_verb = words_[back - 1].casing == Casing::lower && words_[back - 1].joined != '\n' && words_[back - 1].sentence == words_[at].sentence;
      if (!is_verb || is(back - 1, "et")) return kNone;
    }
    return kNone;
  }

  /// Does it begin a block that goes on a line above the one before, as a second column does?
  bool is_of_another_column(std::size_t f) const {
    const auto lead = phrases_[f].lead;
    return lead > 0 && words_[lead].joined == '\n' && line_of(lead, lead + 1) < line_of(lead - 1, lead);
  }

  /// « le maire (X) ».
  std::size_t name_in_brackets(std::size_t f) const {
    const auto at = phrases_[f].last;
    if (!is(at, "(") || at + 1 >= words_.size() || begins_[at + 1] == kNone) return kNone;
    return is(names_[begins_[at + 1]].last, ")") ? begins_[at + 1] : kNone;
  }

  std::size_t name_behind(std::size_t f) const {
    if (const auto inside = name_in_brackets(f); inside != kNone) return inside;
    auto at = behind_brackets(words_, phrases_[f].last);
    if (is(at, "respectifs") || is(at, "respectives")) ++at;
    const bool has_second = phrases_[f].mention && is(at, "et") && at + 1 < words_.size() && is_one_of(words_[at + 1], {"de", "du", "des", "d"});
    if (phrases_[f].is_plural || has_second) at = behind_bodies(at);  // « Présidente de A et de B, X »
    if (is(at, ",") || is(at, ":") || is_dash(at)) ++at;
    if (is(at, "respectivement")) ++at;
    if ((is(at, "le") || is(at, "la") || is(at, "l")) && at + 1 < begins_.size() && begins_[at + 1] != kNone && names_[begins_[at + 1]].lead < names_[begins_[at + 1]].first) ++at;
    if (at >= words_.size()) return kNone;
    const auto name = begins_[at];
    if (name == kNone) return kNone;
    // Across the end of a block only where the function fills its own: « Le président, / X ».
    const auto& last = words_[phrases_[f].last - 1];
    // … or ends it: « Pour le préfet, la directrice, / X ».
    const bool ends_line = words_[at].joined == '\n' && (names_[name].last >= words_.size() || words_[names_[name].last].joined == '\n');
    const bool is_near = words_[at].sentence == last.sentence || words_[phrases_[f].lead].joined == '\n' || ends_line;
    return is_near && words_[at].sentence <= last.sentence + 1 ? name : kNone;
  }

  /// « les maires de A[, de B et de C], X, Y et Z »: over the bodies that one function is held at.
  std::size_t behind_bodies(std::size_t at) const {
    constexpr auto kJoins = std::to_array<std::string_view>({"et", ",", "de", "d", "du", "des", "le", "la", "l", "les"});
    auto behind = at;
    for (auto word = at; word < words_.size() && word < at + kLongestList && words_[word].joined != '\n' && begins_[word] == kNone; ++word) {
      const bool is_body = reader_.mention_of(word) != NameReader::kNoMention;
      if (!is_body && !is_one_of(words_[word], kJoins)) break;
      if (is_body) behind = word + 1;
    }
    return behind;
  }

  /// The names that stand in one list with this one: « A, B (C) et D », in the order of the text.
  std::vector<std::size_t> list_from(std::size_t name) const {
    std::vector<std::size_t> list{name};
    while (list.size() < kLongestList) {
      auto at = behind_brackets(words_, names_[list.back()].last);
      if (!is(at, ",") && !is(at, "et") && !is(at, "&")) break;
      ++at;
      if (is(at, "et")) ++at;
      if (at >= words_.size() || begins_[at] == kNone || words_[at].joined == '\n') break;
      list.push_back(begins_[at]);
    }
    return list;
  }
  std::vector<std::size_t> list_to(std::size_t name) const {
    std::vector<std::size_t> list{name};
    while (list.size() < kLongestList) {
      auto at = names_[list.front()].lead;
      if (at == 0 || words_[at].joined == '\n') break;
      if (is(at - 1, "et") || is(at - 1, "&") || is(at - 1, ",")) --at;
      else break;
      if (at > 0 && is(at - 1, ",")) --at;
      const auto before = ends_[before_brackets(at)];
      const auto lead = before == kNone ? 0 : names_[before].lead;
      const bool is_apart = lead > 0 && (is(lead - 1, "outre") || is(lead - 1, "avec") || is(lead - 1, "sauf") || is(lead - 1, "apres"));
      if (before == kNone || is_apart) break;
      list.insert(list.begin(), before);
    }
    return list;
  }

  void give(std::size_t f, std::size_t name) {
    bound_[name].push_back({f});
    owner_[f] = name;
  }
  void give_all(std::size_t f, const std::vector<std::size_t>& list) {
    for (const auto name : list) give(f, name);
  }

  /// The phrase that goes on from another: « maire de A et président de B », « biologiste, directrice de C ».
  std::size_t next_in_row(std::size_t f) const {
    if (f + 1 >= phrases_.size()) return kNone;
    auto at = behind_brackets(words_, phrases_[f].last);
    if (is(at, ",") || is(at, "et") || is(at, "puis")) ++at;
    if (is(at, "et")) ++at;
    const auto& next = phrases_[f + 1];
    if (next.lead != at || words_[at].sentence != words_[phrases_[f].first].sentence) return kNone;
    if (next.is_stood_for) return kNone;
    // « la directrice » leads up to a name of its own.
    return next.lead_kind == FunctionPhrase::Lead::article && name_behind(f + 1) != kNone ? kNone : f + 1;
  }

  /// « la directrice départementale, la commissaire générale X »: both are of X.
  bool leads_to_next(std::size_t f) const {
    if (f + 1 >= phrases_.size()) return false;
    auto at = behind_brackets(words_, phrases_[f].last);
    if (is(at, ",")) ++at;
    return phrases_[f + 1].lead == at && !phrases_[f + 1].mention && phrases_[f + 1].is_plural == phrases_[f].is_plural &&
           words_[phrases_[f].first].sentence == words_[phrases_[f + 1].first].sentence;
  }

  void bind(std::size_t f) {
    const auto before = name_before(f);
    auto behind = name_behind(f);
    if (behind == kNone && leads_to_next(f)) behind = name_behind(f + 1);
    const bool is_respective = phrases_[f].lead > 0 && is(phrases_[f].lead - 1, "respectivement");
    if (is_respective && before != kNone) {
      respectively(f, list_to(before));
      return;
    }
    const bool leads_up = phrases_[f].lead_kind != FunctionPhrase::Lead::none;
    // « X / Directrice de A : Y »: of the name in its own line.
    const bool has_own_name = behind != kNone && words_[phrases_[f].lead].joined == '\n' && words_[names_[behind].lead].sentence == words_[phrases_[f].first].sentence;
    const bool takes_before = before != kNone && !(behind != kNone && (leads_up || has_own_name));
    if (takes_before) {
      if (phrases_[f].is_stood_for) return;
      const auto list = phrases_[f].is_plural ? list_to(before) : std::vector{before};
      give_all(f, list);
      for (auto next = next_in_row(f); next != kNone && owner_[next] == kNone; next = next_in_row(next)) give(next, before);
    } else if (behind != kNone) {
      const bool is_plural = phrases_[f].is_plural || names_[behind].is_plural;
      const auto list = is_plural ? list_from(behind) : std::vector{behind};
      // « devant les représentants des internes, X, directrice »: one person does not hold what several do.
      if (phrases_[f].is_plural && list.size() == 1) return;
      give_all(f, list);
      // « les maires de A et de B, X et Y »
      for (std::size_t i = 0; i < list.size() && list.size() > 1; ++i) {
        bound_[list[i]].back().from_last = list.size() - 1 - i;
        bound_[list[i]].back().is_respective = true;
        bound_[list[i]].back().names_first = names_[list.front()].lead;
        bound_[list[i]].back().count = list.size();
      }
    }
  }

  std::uint32_t line_of(std::size_t first, std::size_t last) const { return words_.prose().lines_of(words_.span_of(first, last)).from; }

  /// « X        Directrice de Y »: the columns of a line come one after the other, the line tells what belongs together.
  void bind_across_columns() {
    std::unordered_map<std::uint32_t, std::size_t> by_line;
    for (std::size_t f = 0; f < phrases_.size(); ++f) {
      const bool begins_block = phrases_[f].lead == 0 || words_[phrases_[f].lead].joined == '\n';
      if (owner_[f] == kNone && begins_block) by_line.try_emplace(line_of(phrases_[f].first, phrases_[f].title_last), f);
    }
    for (std::size_t n = 0; n < names_.size() && !by_line.empty(); ++n) {
      const auto& name = names_[n];
      const bool fills_block = words_[name.lead].joined == '\n' && (name.last >= words_.size() || words_[name.last].joined == '\n');
      if (!bound_[n].empty() || !fills_block) continue;
      const auto found = by_line.find(line_of(name.lead, name.last));
      if (found != by_line.end()) give(found->second, n);
    }
  }

  void respectively(std::size_t f, const std::vector<std::size_t>& list) {
    if (phrases_[f].is_plural) {
      for (std::size_t i = 0; i < list.size(); ++i) {
        give(f, list[i]);
        bound_[list[i]].back().from_last = list.size() - 1 - i;
        bound_[list[i]].back().is_respective = true;
      }
      return;
    }
    for (const auto name : list) {
      give(f, name);
      if (f + 1 >= phrases_.size() || words_[phrases_[f + 1].first].sentence != words_[phrases_[f].first].sentence) break;
      ++f;
    }
  }

  const Words& words_;
  const std::vector<WrittenName>& names_;
  const std::vector<FunctionPhrase>& phrases_;
  const NameReader& reader_;
  std::vector<std::vector<BoundFunction>> bound_;
  std::vector<std::size_t> begins_, ends_;  // names by word
  std::vector<std::size_t> owner_;
};

}  // namespace

std::size_t behind_brackets(const Words& words, std::size_t at) {
  if (at >= words.size() || !words[at].is("(")) return at;
  for (auto word = at + 1; word < words.size() && word < at + kBrackets; ++word) {
    if (words[word].is(")")) return word + 1;
  }
  return at;
}

std::vector<std::vector<BoundFunction>> bound_functions(const Words& words, const std::vector<WrittenName>& names,
                                                      const std::vector<FunctionPhrase>& phrases, const NameReader& reader) {
  return Binder(words, names, phrases, reader).run();
}

}  // namespace maillage::documents
