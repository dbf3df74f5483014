// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/parts_told_apart.hpp"

#include <algorithm>

#include "documents/dates/date_grammar.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kLongestSentence = 120, kLead = 9, kVerb = 5, kLongest = 16;  // words

class ApartReader {
 public:
  explicit ApartReader(const ThemeContext& context) : context_(context), reading_(context.reading), words_(context.words), uses_(context.uses) {}

  std::vector<ThemeCandidate> read() {
    std::vector<ThemeCandidate> candidates;
    for (const auto sentence : context_.sentences) {
      const auto& passage = reading_.passages[sentence];
      const bool is_prose = passage.kind == BlockKind::paragraph && !passage.is_quote && !passage.is_question;
      if (!is_prose || passage.words.empty() || passage.words.last - passage.words.first > kLongestSentence || context_.is_elsewhere(sentence)) continue;
      auto members = parts_of(passage.words);
      if (members.size() >= 2) candidates.push_back({std::move(members), .74, "parts_told_apart", 2});
    }
    return candidates;
  }

 private:
  /// Where what a part is about begins: behind « à », « sur », or the article behind « concerne »; `last` where there is none.
  std::size_t behind_verb(std::size_t at, std::size_t last, bool goes_on = false) const {
    const auto reach = std::min(last, at + kVerb);
    const auto is_article = [&](std::size_t word) { return word + 1 < last && is_one_of(words_[word], {"l", "la", "le", "les"}); };
    if (goes_on && is_article(at)) return at;  // « …, le deuxième la voirie »
    if (goes_on && at < last && words_[at].is(",") && is_article(at + 1)) return at + 1;  // « …; le deuxième, la voirie »
    for (; at < reach; ++at) {
      if (is_one_of(words_[at], {",", ";"})) return last;
      if (is_one_of(words_[at], {"a", "au", "aux", "sur"}) && at + 1 < last) return at + (words_[at].is("au") || words_[at].is("aux") ? 0 : 1);
      const bool is_object = is_one_of(words_[at], {"l", "la", "le", "les"}) && at > 0 && (uses_.is(at - 1, "ordinal_verb") || uses_.is(at - 1, "content"));
      if (is_object) return at;
    }
    return last;
  }
  /// « un autre », « le deuxième », « l'axe 2 », « la seconde », « le dernier »: one past it, else `at`.
  std::size_t behind_counter(std::size_t at, std::size_t last) const {
    if (at + 2 >= last || !is_one_of(words_[at], {"un", "une", "le", "la", "l"})) return at;
    const auto next = at + 1;
    if (const auto ordinal = reading_.lexicon.ordinals.at(words_, next, last)) {
      const bool has_noun = ordinal.last < last && uses_.is(ordinal.last, "numbering");
      return ordinal.last + (has_noun ? 1 : 0);
    }
    if (is_one_of(words_[next], {"autre", "second", "seconde", "dernier", "derniere", "troisieme", "quatrieme"})) return next + 1;
    if (!uses_.is(next, "numbering")) return at;
    return next + (words_[next + 1].kind == WordKind::number ? 2U : 1U);
  }
  std::vector<WordRange> parts_of(const WordRange& range) const {
    const auto lead = behind_counter(range.first, range.last);
    const bool is_part = lead > range.first && uses_.any(range.first, std::min(range.last, range.first + kLead), "numbering");
    const auto ordinal = range.first + 1 < range.last && reading_.lexicon.ordinals.at(words_, range.first + 1, range.last);
    const auto first = lead > range.first && (is_part || ordinal) ? behind_verb(lead, range.last) : range.last;
    if (first >= range.last) return {};
    std::vector<WordRange> members{{first, range.last}};
    for (auto at = first; at + 3 < range.last; ++at) {
      const bool parts = is_one_of(words_[at], {",", ";", "et"});
      if (!parts) continue;
      const auto from = is_one_of(words_[at + 1], {"et", "enfin"}) ? at + 2 : at + 1;
      const auto counter = behind_counter(from, range.last);
      const auto begin = counter > from ? behind_verb(counter, range.last, true) : range.last;
      if (begin >= range.last) continue;
      members.back().last = at;
      members.push_back({begin, range.last});
      at = begin;
    }
    while (!members.back().empty() && words_[members.back().last - 1].kind == WordKind::mark) --members.back().last;
    const bool are_short = std::ranges::all_of(members, [](const WordRange& one) { return !one.empty() && one.last - one.first <= kLongest; });
    return are_short ? members : std::vector<WordRange>();
  }

  const ThemeContext& context_;
  const Reading& reading_;
  const Words& words_;
  const WordUses& uses_;
};

}  // namespace

std::vector<ThemeCandidate> parts_told_apart(const ThemeContext& context) { return ApartReader(context).read(); }

}  // namespace maillage::documents
