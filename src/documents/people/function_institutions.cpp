// SPDX-License-Identifier: Apache-2.0
#include "documents/people/function_institutions.hpp"

#include <algorithm>
#include <array>

#include "documents/people/small_words.hpp"
#include "names/name_index.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kReach = 16;         // words from a name to whom it signs for
constexpr std::size_t kFarWords = 120;    // of a long sentence that are looked back over
constexpr std::size_t kMostMentions = 60;  // of a sentence, that are looked through for the bodies of a pair
constexpr std::size_t kNearWords = 6;     // words between « pour le président » and who acts for him

std::string of_place(std::string_view place) {
  const auto letters = folded(place);
  const bool is_elided = !letters.empty() && std::string_view("aeiouy").find(letters.front()) != std::string_view::npos;
  if (place.starts_with("Le ")) return "du " + std::string(place.substr(3));
  return (is_elided ? "d'" : "de ") + std::string(place);
}

}  // namespace

bool begins_as_held(std::string_view name, std::string_view heads) {
  for (std::size_t at = 0; at < heads.size();) {
    const auto end = std::min(heads.find(' ', at), heads.size());
    auto head = std::string(heads.substr(at, end - at));
    std::ranges::replace(head, '-', ' ');
    if (name.starts_with(head)) return true;
    at = end + 1;
  }
  return false;
}

FunctionInstitutions::FunctionInstitutions(const Words& words, const Institutions& institutions, const NameReader& reader,
                                           const std::vector<FunctionPhrase>& phrases)
    : words_(words), institutions_(institutions), reader_(reader), phrases_(phrases) {
  for (const auto& mention : institutions.mentions) {
    const auto first = words.first_from(mention.span.begin);
    auto last = first;
    while (last < words.size() && words[last].span.begin < mention.span.end) ++last;
    ranges_.push_back({first, last});
  }
  for (const auto& named : institutions.named) folded_names_.push_back(folded(named.name));
}

bool FunctionInstitutions::is(std::size_t at, std::string_view word) const { return at < words_.size() && words_[at].is(word); }

std::optional<std::uint32_t> FunctionInstitutions::institution_at(std::size_t word) const {
  if (word >= words_.size() || reader_.mention_of(word) == NameReader::kNoMention) return std::nullopt;
  const auto institution = institutions_.mentions[reader_.mention_of(word)].institution;
  return institutions_.named[institution].is_generic ? std::nullopt : std::optional(institution);
}

/// The first word of the sentence of a word, or one far before it.
std::size_t FunctionInstitutions::far_before(std::size_t word) const {
  const auto first = words_.of_sentence(words_[word].sentence).first;
  return word - first > kFarWords ? word - kFarWords : first;
}

std::size_t FunctionInstitutions::mentions_before(std::size_t word) const {
  return static_cast<std::size_t>(std::ranges::lower_bound(ranges_, word, {}, [](const Range& range) { return range.first; }) - ranges_.begin());
}

/// « la Fondation et l'Université », « des Deux Lacs et de Haute-Rive »: the one at that place from the last.
HeldAt FunctionInstitutions::listed(std::size_t at, std::size_t from_last, std::size_t before) const {
  std::vector<HeldAt> all;
  auto end = at < words_.size() ? std::min(words_.of_sentence(words_[at].sentence).second, at + kFarWords) : at;
  if (before > 0) end = std::min(end, before);
  for (; at < end; ++at) {
    const bool begins = institution_at(at) && (at == 0 || reader_.mention_of(at - 1) != reader_.mention_of(at));
    const bool is_place = !institution_at(at) && words_[at].is_capital() && words_[at].kind == WordKind::word;
    if (begins) all.emplace_back().institution = institution_at(at);
    if (is_place) {
      auto last = at + 1;
      while (last < end && (words_[last].joined == '-' || words_[last].is_capital()) && !institution_at(last)) ++last;
      auto& held = all.emplace_back();
      held.institution = named_for(words_.text_of(at, last));
      at = last - 1;
      continue;
    }
    const bool goes_on = institution_at(at) || is_article(words_[at].folded) || is_of(words_[at].folded) || is(at, "et") || is(at, ",");
    if (!goes_on) break;
  }
  return from_last < all.size() ? all[all.size() - 1 - from_last] : HeldAt{};
}

/// « A et B ont saisi l'occasion : leurs présidents, X et Y, … », « les deux maires, X et Y, … entre A et B »: the k-th of as
/// many bodies, those before in the sentence, those of the sentence before, or those behind.
std::optional<std::uint32_t> FunctionInstitutions::each_of_theirs(const FunctionPhrase& phrase, const BoundFunction& bound) const {
  const auto sentence = words_[phrase.first].sentence;
  const auto [begin, end] = words_.of_sentence(sentence);
  const auto before = sentence > 0 ? words_.of_sentence(sentence - 1) : std::pair(begin, begin);
  for (const auto& [first, last] : {std::pair(begin, phrase.first), before, std::pair(phrase.last, end)}) {
    std::vector<std::uint32_t> bodies;
    const auto begins = mentions_before(first);
    for (auto m = begins; m < std::min(ranges_.size(), begins + kMostMentions) && ranges_[m].first < last; ++m) {
      const auto institution = institution_at(ranges_[m].first);
      const bool fits = institution && (phrase.holds.empty() || begins_as_held(folded_names_[*institution], phrase.holds));
      if (fits && std::ranges::find(bodies, *institution) == bodies.end()) bodies.push_back(*institution);
    }
    if (bodies.size() == bound.count) return bodies[bodies.size() - 1 - bound.from_last];
    if (bodies.size() > bound.count) return std::nullopt;
  }
  return std::nullopt;
}

/// « X, sous-préfète, pour le préfet du Lot »: at the institution of whom one stands for.
HeldAt FunctionInstitutions::instead_of(std::size_t at) const {
  const auto next = std::ranges::lower_bound(phrases_, at, {}, [](const FunctionPhrase& phrase) { return phrase.first; });
  const bool is_near = next != phrases_.end() && next->is_stood_for && next->lead <= at + 4 && at > 0 &&
                       words_[next->first].sentence == words_[at - 1].sentence;
  if (!is_near) return {};
  for (auto word = at; word < next->lead; ++word) {
    if (is(word, "et")) return {};  // « X, président de A, et, pour le préfet, Y »: Y does
  }
  auto held = told_by(*next);
  if (!held) held.institution = held_by_such(next->holds, next->first, {});
  held.title_last = 0;
  return held;
}

/// « Pour la préfète et par délégation, la secrétaire générale X »: at the institution of the function that stands before.
std::optional<HeldAt> FunctionInstitutions::in_place_of(std::size_t begin) const {
  const auto behind = std::ranges::lower_bound(phrases_, begin, {}, [](const FunctionPhrase& phrase) { return phrase.first; });
  if (behind == phrases_.begin()) return std::nullopt;
  const auto& before = *std::prev(behind);
  const bool is_near = before.last <= begin && begin - before.last <= kNearWords && words_[before.first].sentence == words_[begin].sentence;
  if (!before.is_stood_for || !is_near || is(before.last, ";")) return std::nullopt;
  auto held = told_by(before);
  if (!held) held.institution = held_by_such(before.holds, before.first, {});
  if (!held && before.holds.empty()) return std::nullopt;
  held.title_last = 0;
  return held;
}

/// « X a signé pour MENTION », « X a, depuis Y, signé au nom de MENTION ».
std::optional<std::uint32_t> FunctionInstitutions::signs_for(const WrittenName& name) const {
  const auto end = words_.of_sentence(words_[name.first].sentence).second;
  for (auto at = name.last; at + 1 < end && at < name.last + kReach; ++at) {
    if (const auto other = is(at, "et") && words_[at + 1].is_capital() ? reader_.at(at + 1, end) : WrittenName{}; other && is(other.last, "pour")) {
      at = other.last - 1;  // « X et Y pour MENTION »
      continue;
    }
    if (is(at, ",") && is(at + 1, "par")) return std::nullopt;  // « par le maire, X, par le préfet, Y, au nom de l'État »
    if (is(at, ";") || (is(at, "et") && (words_[at + 1].is_capital() || is_article(words_[at + 1].folded)))) return std::nullopt;
    auto next = at + 1;
    if (is(at, "nom") && (is(next, "de") || is(next, "du") || is(next, "d"))) ++next;
    else if (!is(at, "pour")) continue;
    if (next < end && is_article(words_[next].folded) && !institution_at(next)) ++next;
    if (const auto institution = institution_at(next)) return institution;
  }
  return std::nullopt;
}

/// « X (Y) »: the institution in brackets that begin at a word; a place in them is that of a mayor.
HeldAt FunctionInstitutions::in_brackets(std::size_t at, const FunctionPhrase* phrase, const WrittenName& name) const {
  HeldAt held;
  if (phrase != nullptr && phrase->rank == "minister")
    return held;  // « X (Enseignement supérieur et Recherche) »: her portfolio
  const auto behind = behind_brackets(words_, at);
  const bool holds_name = at < name.first && name.first < behind;  // « le maire (X) »
  if (behind == at || holds_name) return held;
  auto first = at + 1;
  if (first < behind && is_article(words_[first].folded) && !institution_at(first)) ++first;
  if ((held.institution = institution_at(first))) return held;
  const bool is_common_noun = first + 2 == behind && words_[first].casing == Casing::lower;  // « X (université) »
  if (is_common_noun && (held.institution = held_by_such(words_[first].folded, first, {}))) return held;
  const bool is_name = first + 1 < behind && words_[first].is_capital() && words_[first].kind == WordKind::word;
  if (!is_name) return held;
  for (auto word = first; word + 1 < behind; ++word) {
    if (words_[word].is(",") || words_[word].is(";") || words_[word].kind == WordKind::number) return held;
  }
  held.implied_span = words_.span_of(first, behind - 1);
  const auto text = words_.prose().of(held.implied_span);
  const bool is_of_mayor = phrase != nullptr && phrase->holds.starts_with("ville");
  if (is_of_mayor) held.institution = held_by_such(phrase->holds, first, text);
  else held.institution = named_for(text);  // « X (Val de A) »: the community of that name
  if (held.institution) return held;
  held.implied = is_of_mayor ? "Commune " + of_place(text) : std::string(text);
  return held;
}

/// « , MENTION », « pour la MENTION », « au nom de MENTION », « , de MENTION » at a word.
std::optional<std::uint32_t> FunctionInstitutions::beside(std::size_t at) const {
  const auto sentence = at > 0 ? words_[at - 1].sentence : 0;
  const auto begin = at;
  if (is(at, ",") || is(at, "–") || is(at, "-") || is(at, ":") || is(at, "|")) ++at;
  if (is(at, "au") && is(at + 1, "nom")) at += 2;
  const bool leads = is(at, "a") && is(at + 1, "la") && (is(at + 2, "tete") || is(at + 2, "presidence") || is(at + 2, "direction"));
  if (leads) at += 3;
  const bool is_for = is(at, "pour") || is(at, "cote");
  const bool has_link = is_for || (at < words_.size() && is_of(words_[at].folded));
  if (has_link) ++at;
  if (at < words_.size() && is_article(words_[at].folded) && !institution_at(at)) ++at;
  const bool has_head = has_link && at + 1 < words_.size() && !institution_at(at) && words_[at].casing == Casing::lower && words_[at].kind == WordKind::word && words_[at + 1].sentence == sentence;
  if (has_head && institution_at(at + 1)) ++at;  // « pour la société Y »
  else if (has_head && is_for) return called_by_noun(at);
  if (at >= words_.size()) return std::nullopt;
  const bool is_next_line = words_[at].sentence != sentence;
  if (is_next_line && (has_link || !fills_its_block(at))) return std::nullopt;
  if (at == begin && !is_next_line) return std::nullopt;
  return institution_at(at);
}

/// « Pour MENTION, » « au nom de MENTION », « du côté de MENTION » before a word, in its sentence.
std::optional<std::uint32_t> FunctionInstitutions::stood_for(std::size_t before) const {
  const auto from = far_before(before);
  auto m = mentions_before(before);
  while (m > 0 && ranges_[m - 1].first >= from) {
    --m;
    for (auto word = ranges_[m].last; word < before; ++word) {
      if (words_[word].is(";") || words_[word].is(".")) return std::nullopt;
    }
    auto lead = ranges_[m].first;
    if (lead > from && is_article(words_[lead - 1].folded)) --lead;
    if (lead == from) continue;
    const bool stands = is(lead - 1, "pour") || (lead >= 2 && (is(lead - 1, "de") || is(lead - 1, "du") || is(lead - 1, "d")) && (is(lead - 2, "nom") || is(lead - 2, "cote"))) ||
                        is(lead - 1, "cote");
    if (stands) return institution_at(ranges_[m].first);
  }
  return std::nullopt;
}

/// « A est représenté par sa directrice, X ; B par son président, Y », « pour B par son maire »: B stands right before « par ».
std::optional<std::uint32_t> FunctionInstitutions::before_by(std::size_t lead) const {
  if (lead < 2 || !is(lead - 1, "par")) return std::nullopt;
  return institution_at(lead - 2);
}

/// « A et B, représentées par X et Y », « A est représentée par X »: the k-th for the k-th.
std::optional<std::uint32_t> FunctionInstitutions::represented(const WrittenName& name) const {
  const auto from = far_before(name.first);
  constexpr auto kRepresented = std::to_array<std::string_view>({"represente", "representee", "representes", "representees", "engage", "engagee"});
  for (auto at = name.lead; at > from + 1; --at) {
    if (words_[at].is(";")) return std::nullopt;
    const auto verb = is(at - 2, "respectivement") && at > from + 2 ? at - 3 : at - 2;  // « Représentées respectivement par X, Y et Z »
    if (!is(at - 1, "par") || !(std::ranges::find(kRepresented, words_[verb].folded) != kRepresented.end())) continue;
    // « A était représentée par X, et B par Y »: B, right before « par »
    for (auto near = name.lead; near > at && name.lead - near < kNearWords; --near) {
      if (!is(near - 1, "par")) continue;
      if (const auto own = near > 1 ? institution_at(near - 2) : std::nullopt) return own;
      break;
    }
    // How many names stand between « par » and this one? Each « et », « , » makes one.
    std::size_t place = 0;
    for (auto word = at; word < name.lead; ++word) place += words_[word].is("et") || words_[word].is(",") ? 1 : 0;
    std::vector<std::uint32_t> subjects;
    for (auto m = mentions_before(from); m < ranges_.size() && ranges_[m].first < at; ++m) {
      if (const auto institution = institution_at(ranges_[m].first)) subjects.push_back(*institution);
    }
    const bool is_plural = words_[verb].folded.ends_with('s');
    const auto sentence = words_[at].sentence;
    if (subjects.empty() && is_plural && sentence > 0) {  // those of the sentence before, if there are as many
      const auto before = words_.of_sentence(sentence - 1);
      for (auto m = mentions_before(before.first); m < ranges_.size() && ranges_[m].first < before.second; ++m) {
        const auto institution = institution_at(ranges_[m].first);
        if (institution && std::ranges::find(subjects, *institution) == subjects.end()) subjects.push_back(*institution);
      }
      std::size_t names = 0;
      for (auto word = at; word < std::min(words_.of_sentence(sentence).second, at + kFarWords);) {
        const auto one = reader_.at(word, words_.of_sentence(sentence).second);
        if (!one) break;
        ++names;
        word = one.last;
        if (word < words_.size() && (is(word, ",") || is(word, "et"))) ++word;
      }
      if (subjects.size() != names) return std::nullopt;
    }
    if (subjects.empty()) return std::nullopt;
    return is_plural && place < subjects.size() ? subjects[place] : subjects.back();
  }
  return std::nullopt;
}

/// « … donne naissance à un laboratoire de 65 personnes, dirigé par X »: what is led has no name.
bool FunctionInstitutions::leads_some_body(std::size_t verb) const {
  constexpr std::size_t kFar = 10;
  const auto first = words_.of_sentence(words_[verb].sentence).first;
  for (auto at = verb; at > first + 1 && verb - at < kFar;) {
    --at;
    if (institution_at(at)) return false;
    const bool is_indefinite = (words_[at].is("un") || words_[at].is("une")) && words_[at].casing == Casing::lower;
    if (is_indefinite) return !words_[at - 1].is(",") && !words_[at - 1].is("(") && words_[at - 1].casing == Casing::lower && !is(at - 1, "est") && !is(at - 1, "comme");
  }
  return false;
}

HeldAt FunctionInstitutions::of(const VerbFunction& verb) const {
  HeldAt held;
  if (verb.is_before) {
    if (!leads_some_body(verb.object)) held.institution = before_in_sentence(verb.object);
    return held;
  }
  if (verb.is_respective) return listed(verb.object, verb.from_last, 0);
  auto object = verb.object;
  const auto reach = std::min(object + kNearWords, words_.size());
  while (object < reach && !institution_at(object) && (is_article(words_[object].folded) || is_of(words_[object].folded))) ++object;
  held.institution = institution_at(object);
  return held;
}

/// « A (président : X), B (directrice : Y) »: the body that stands before the bracket which begins with the function or the name.
std::optional<std::uint32_t> FunctionInstitutions::before_bracket(std::size_t lead) const {
  return lead >= 2 && is(lead - 1, "(") ? institution_at(lead - 2) : std::nullopt;
}

HeldAt FunctionInstitutions::of(const WrittenName& name, const FunctionPhrase* phrase, const BoundFunction& bound) const {
  HeldAt held;
  if (bound.is_respective && phrase != nullptr) {
    const auto first = phrase->mention ? ranges_[*phrase->mention].first : phrase->place_first;
    const bool is_told_by_them = phrase->is_plural && bound.count > 1 && !phrase->mention && phrase->place_first == phrase->place_last;
    if (is_told_by_them && (held.institution = each_of_theirs(*phrase, bound))) return held;
    if (first > phrase->first && (held = listed(first, bound.from_last, bound.names_first))) return held;
  }
  const auto behind = phrase != nullptr && phrase->first > name.first ? phrase->last : name.last;
  if ((held = instead_of(behind))) return held;
  if ((held.institution = line_before(name)) || (held.institution = place_before(name)) || (held.institution = place_behind(name))) return held;
  if (phrase != nullptr && (held = told_by(*phrase))) return held;
  if ((held.institution = key_of_line(name))) return held;
  const auto lead = phrase != nullptr ? std::min(phrase->lead, name.lead) : name.lead;
  if (phrase != nullptr && phrase->lead_kind == FunctionPhrase::Lead::possessive && (held.institution = before_by(lead))) return held;
  const bool is_represented = lead >= 2 && is(lead - 1, "par") && words_[lead - 2].folded.starts_with("represente");
  if (is_represented && (held.institution = represented(name))) return held;
  if ((held = in_brackets(name.last, phrase, name))) return held;
  if (phrase != nullptr && (held = in_brackets(phrase->last, phrase, name))) return held;
  if (const auto bracket = phrase != nullptr ? std::min(phrase->lead, name.lead) : name.lead; (held.institution = before_bracket(bracket))) return held;
  if (phrase != nullptr && (held.institution = body_above(name, *phrase))) return held;
  if ((held.institution = line_above_in_turn(name, phrase))) return held;
  if ((held.institution = beside(is(behind, ")") ? behind + 1 : behind))) return held;
  const auto begin = phrase != nullptr ? std::min(phrase->lead, name.lead) : name.lead;
  if ((held.institution = stood_for(begin)) || (held.institution = stood_for_noun(begin))) return held;
  if ((held.institution = represented(name))) return held;
  if ((held.institution = signs_for(name))) return held;
  if (phrase != nullptr && phrase->is_of_some) return held;
  if (phrase == nullptr || phrase->rank == "contact") {
    if (is_contact_line(name) && (held.institution = of_block(name))) return held;
    if (phrase == nullptr && (held.institution = across_columns(name))) return held;
    if (phrase == nullptr) return line_behind(name);
  }
  if (auto instead = in_place_of(begin)) return *instead;
  if (is(phrase->lead, "notre") && ((held.institution = at_head_of_sentence(begin)) || (held.institution = of_letterhead()))) return held;
  const bool is_possessive = phrase->lead_kind == FunctionPhrase::Lead::possessive;
  if (phrase->holds.starts_with("ville") && phrase->rank == "head" && !is_possessive && !is_told_before(phrase->holds, begin)) {
    if (auto town = town_told_before(begin)) {  // « À N, … Le maire, X », whatever other town is told below
      if (town.implied_span.end > town.implied_span.begin) town.institution = held_by_such(phrase->holds, begin, words_.prose().of(town.implied_span));
      if (!town.institution) return town;
      held.institution = town.institution;
      return held;
    }
  }
  if (!is_possessive && (held.institution = held_by_such(phrase->holds, begin, {}))) return held;
  const bool is_own = phrase->rank == "other" || phrase->rank == "minister" || phrase->rank == "elected";
  if (phrase->holds.starts_with("ville") && phrase->rank == "head" && !is_possessive) return town_told_before(begin);
  if ((is_own || !phrase->holds.empty()) && !is_possessive) return held;
  if (phrase->rank == "staff" && !is_possessive) {  // of whom the text speaks
    held.is_guessed = true;
    if ((held.institution = before_in_sentence(begin))) return held;
    if (!(held.institution = of_letterhead())) held.institution = of_sentences_before(begin, [](std::uint32_t) { return true; });
    return held;
  }
  held.is_guessed = !is_possessive;
  held.institution = is_possessive ? goes_back_to(begin) : headed_before(*phrase, begin);
  return held;
}

}  // namespace maillage::documents
