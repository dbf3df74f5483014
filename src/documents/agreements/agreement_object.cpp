// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/agreement_object.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "documents/agreements/parallel_lists.hpp"
#include "documents/dates/date_grammar.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kReach = 16, kNear = 6, kLongest = 12;  // words
constexpr double kSeveral = .56, kSaid = .52, kFor = .5;

/// Words of a cue that leads to the object, and how sure it is.
struct Cue {
  std::size_t words = 0;
  double weight = 0;
};

class ObjectFinder {
 public:
  explicit ObjectFinder(const ThemeContext& context)
      : context_(context), findings_(context.findings), reading_(context.reading), words_(context.words) {}

  std::vector<ThemeCandidate> find() {
    std::optional<ThemeCandidate> best;
    for (const auto sentence : context_.sentences) {
      if (context_.is_elsewhere(sentence)) continue;
      for (const auto i : findings_.instruments_of[sentence]) {
        const auto& one = findings_.instruments[i];
        if (one.is_older || one.is_foreign || one.is_plural) continue;
        auto found = behind(one.words.last, reading_.passages[sentence].words.last);
        if (found && (!best || found->weight > best->weight)) best = std::move(found);
      }
    }
    for (const auto sentence : context_.sentences) {
      if (!best && !context_.is_elsewhere(sentence)) best = purpose_in(sentence);
    }
    if (best) found_.push_back(std::move(*best));
    return std::move(found_);
  }

 private:
  bool is(std::size_t at, std::string_view word) const { return at < words_.size() && words_[at].is(word); }
  bool is_to(std::size_t at) const { return is(at, "a") || is(at, "au") || is(at, "aux"); }
  bool is_of(std::size_t at) const { return is(at, "de") || is(at, "d") || is(at, "du") || is(at, "des"); }

  /// « Elle vise à réduire les attentes », « Le contrat défend une santé solidaire »: what the agreement is said to do.
  std::optional<ThemeCandidate> purpose_in(std::uint32_t sentence) const {
    const auto& passage = reading_.passages[sentence];
    if (passage.words.empty() || passage.kind != BlockKind::paragraph || passage.is_quote || passage.is_question) return std::nullopt;
    const auto at = behind_subject(sentence);
    const auto& table = reading_.lexicon.telling_words;
    const auto found = at < passage.words.last ? table.at(words_, at, passage.words.last) : PhraseTable::Found{};
    if (!found || table.field(*found.entry, "sense") != "purpose") return std::nullopt;
    const bool has_article = found.last + 2 < passage.words.last && is_one_of(words_[found.last], {"un", "une", "des"});
    return object_at(found.last + (has_article ? 1 : 0), passage.words.last, kFor);
  }
  /// The word behind « Il », « Cette convention », « Le texte » at the head of a sentence; else the end of the sentence.
  std::size_t behind_subject(std::uint32_t sentence) const {
    const auto& range = reading_.passages[sentence].words;
    const bool refers = sentence > 0 && reading_.passages[sentence - 1].section == reading_.passages[sentence].section &&
                        !findings_.instruments_of[sentence - 1].empty();
    if (is_one_of(words_[range.first], {"il", "elle"})) return refers ? range.first + 1 : range.last;
    for (const auto i : findings_.instruments_of[sentence]) {
      const auto& one = findings_.instruments[i];
      const bool is_head = one.words.first == range.first + 1 && one.determiner >= Determiner::definite && !one.is_older && !one.is_foreign;
      if (is_head) return one.words.last;
    }
    const bool is_text = range.first + 1 < range.last && is_one_of(words_[range.first + 1], {"texte", "document", "dispositif"});
    return is_text ? range.first + 2 : range.last;
  }

  std::optional<ThemeCandidate> behind(std::size_t first, std::size_t last) {
    const auto reach = std::min(last, first + kReach);
    for (auto at = first; at < reach; ++at) {
      const auto cue = cue_at(at, at == first);
      const bool is_near = at < first + kNear && Reading::within(reading_.named, {first, at}).empty();
      if (cue.words > 0 && (is_near || cue.weight >= kSaid)) {
        auto several = parallel_list(context_, {at + cue.words - 1, last});
        if (several.empty()) several = parallel_list(context_, {at + cue.words, last});
        if (several.size() > 2) found_.push_back({std::move(several), kSeveral, "objects_of_the_agreement", 2});
        return object_at(at + cue.words, last, cue.weight);
      }
      const bool stops = words_[at].kind == WordKind::mark && !words_[at].is("«") && !words_[at].is("»");
      if (stops) return std::nullopt;
    }
    return std::nullopt;
  }

  Cue cue_at(std::size_t at, bool is_at_once) const {
    if (context_.uses.is(at, "related") && is_to(at + 1)) return {2, kSaid};
    if (is(at, "en") && (is(at + 1, "faveur") || is(at + 1, "matiere")) && is_of(at + 2)) return {3, kSaid};
    if (is(at, "au") && (is(at + 1, "service") || is(at + 1, "profit") || is(at + 1, "benefice")) && is_of(at + 2))
      return {3, kFor};
    if ((is(at, "portant") || is(at, "porte")) && is(at + 1, "sur")) return {2, kSaid};
    if (const auto field = context_.uses.phrase(at, words_.size(), "field"); field > 1 && !is(at, "autour"))
      return {is_of(at + field) ? field + 1 : field, kSaid};
    if (context_.uses.is(at, "object_gerund") && !is_to(at + 1)) return {1, kSaid};
    if (is(at, "sur") && is_at_once) return {1, kSaid};
    if (is(at, "pour") && is_at_once) return {1, kFor};
    if (is(at, "autour") && is_of(at + 1)) return {2, kFor};
    if (is_at_once && (is(at, "de") || is(at, "d")) && names_action(at + 1) && !ends_object(at + 2)) return {1, kFor};
    return {};
  }

  /// « convention d'[entretien] des sentiers », « de [cohabitation] intergénérationnelle»
  bool names_action(std::size_t at) const {
    if (at + 2 >= words_.size() || words_[at].kind != WordKind::word || words_[at].is_capital() || words_[at].folded.size() < 7) return false;
    const auto& word = words_[at].folded;
    return word.ends_with("tion") || word.ends_with("ment") || word.ends_with("tien") || word.ends_with("age") || word.ends_with("eil");
  }

  std::optional<ThemeCandidate> object_at(std::size_t first, std::size_t last, double weight) const {
    const auto preposition = words_[first - 1].folded;
    std::vector<WordRange> members;
    auto begin = first, at = first;
    while (at < last && at - begin < kLongest) {
      const bool is_article = at == begin || is(at - 1, "et");
      if (!(is_article && (is(at, "le") || is(at, "les"))) &&
          ends_object(at) && !goes_on(at))
        break;
      if (is(at, "et") && at + 1 < last && is_verb(at + 1)) break;  // « porte sur la finance et profitera à … »
      if (is(at, "et") && at + 1 < last && words_[at + 1].folded == preposition && preposition == "sur") {
        members.push_back({begin, at});
        begin = at + 2;
        at = begin;
        continue;
      }
      ++at;
    }
    members.push_back({begin, std::min(at, last)});
    const bool is_some = std::ranges::all_of(members, [&](const WordRange& one) { return is_object(one); });
    if (!is_some) return std::nullopt;
    return ThemeCandidate{std::move(members), weight, "object_of_the_agreement", 1};
  }
  bool ends_object(std::size_t at) const {
    return context_.uses.is(at, "object_end") ||
           is_one_of(words_[at], {",", ";", ":", ".", "!", "?", "(", ")", "–", "—", "«", "»"});
  }
  bool is_verb(std::size_t at) const {
    const auto& word = words_[at].folded;
    return context_.uses.is(at, "finite") || context_.uses.is(at, "content") || word.ends_with("era") || word.ends_with("eront") || word.ends_with("ira");
  }
  /// « l'accueil et à la protection »: the « à » of a second part.
  bool goes_on(std::size_t at) const { return is(at, "a") && is(at - 1, "et"); }

  /// A matter: no term, no person, no body that it would be for.
  bool is_object(const WordRange& one) const {
    const bool is_one_word = one.last < one.first + 2;
    if (is_one_word && (one.empty() || words_[one.first].folded.size() < 4 || words_[one.first].folded.ends_with("er")))
      return false;
    if (small_number(words_, one.first, reading_.lexicon)) return false;
    if (context_.uses.any(one.first, std::min(one.last, one.first + 3), "no_object")) return false;
    if (!Reading::within(reading_.persons, one).empty() ||
        !Reading::within(reading_.days, {one.first, std::min(one.last, one.first + 2)}).empty())
      return false;
    const auto named = Reading::within(reading_.named, one);
    return named.empty() || named.front().words.first > one.first + 2;
  }

  const ThemeContext& context_;
  const Findings& findings_;
  const Reading& reading_;
  const Words& words_;
  std::vector<ThemeCandidate> found_;
};

}  // namespace

std::vector<ThemeCandidate> agreement_objects(const ThemeContext& context) { return ObjectFinder(context).find(); }

}  // namespace maillage::documents
