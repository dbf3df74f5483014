// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/named_matters.hpp"

#include <algorithm>

#include "documents/agreements/parallel_lists.hpp"
#include "documents/agreements/running_lists.hpp"
#include "documents/agreements/theme_refusals.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kLongestSentence = 120, kLongest = 14, kNear = 6;  // words

class MatterReader {
 public:
  explicit MatterReader(const ThemeContext& context)
      : context_(context), reading_(context.reading), words_(context.words), uses_(context.uses) {}

  std::vector<ThemeCandidate> read() {
    for (const auto sentence : context_.sentences) {
      const auto& passage = reading_.passages[sentence];
      const bool is_prose = passage.kind == BlockKind::paragraph && !passage.is_quote && !passage.is_question;
      if (!is_prose || passage.words.empty() || passage.words.last - passage.words.first > kLongestSentence || context_.is_elsewhere(sentence)) continue;
      sentence_ = sentence;
      range_ = passage.words;
      for (auto at = range_.first; at < range_.last; ++at) read_at(at);
    }
    return std::move(candidates_);
  }

 private:
  void read_at(std::size_t at) {
    if (words_[at].is("«")) read_quotes(at);
    if (words_[at].is(";")) read_also(at);
    if (uses_.is(at, "belongs")) read_belonging(at);
    if (uses_.phrase(at, range_.last, "chosen_as") > 0) read_chosen(at + uses_.phrase(at, range_.last, "chosen_as"));
    if (uses_.phrase(at, range_.last, "mainly_on") > 0) read_main(at, at + uses_.phrase(at, range_.last, "mainly_on"));
    if (at == range_.first && uses_.phrase(at, range_.last, "found_in_it") > 0) read_found(at + uses_.phrase(at, range_.last, "found_in_it"));
    if (at == range_.first && uses_.phrase(at, range_.last, "first_of_it") > 0) read_one(at + uses_.phrase(at, range_.last, "first_of_it"), .52, "first_of_it");
  }
  void offer(std::vector<WordRange> members, double weight, const char* rule, std::size_t least) {
    if (members.size() >= least) candidates_.push_back({std::move(members), weight, rule, least});
  }

  /// « plusieurs domaines, notamment « A » et « B » »
  void read_quotes(std::size_t at) {
    auto lead = at;
    while (lead > range_.first + 1 && at - lead < 4 && !words_[lead - 1].is(",")) --lead;
    if (lead == at || !words_[lead - 1].is(",") || uses_.phrase(lead, at, "such_as") + lead != at) return;
    if (!context_.noun_in({lead > range_.first + kNear ? lead - kNear : range_.first, lead - 1})) return;
    std::vector<WordRange> members;
    while (at < range_.last && words_[at].is("«")) {
      auto end = at + 1;
      while (end < range_.last && !words_[end].is("»")) ++end;
      if (end >= range_.last) break;
      members.push_back({at + 1, end});
      at = end + 1;
      while (at < range_.last && is_one_of(words_[at], {",", ";", "et", "ou"})) ++at;
    }
    offer(std::move(members), .87, "quoted_examples", 2);
  }

  /// « Elle précise A et B ; C y figure également »
  void read_also(std::size_t mark) {
    auto there = mark + 2;
    while (there + 1 < range_.last && !words_[there].is("y")) ++there;
    if (there + 1 >= range_.last || !uses_.is(there + 1, "found_there") || there - mark > kLongest || !context_.is_about_agreement(sentence_)) return;
    auto verb = range_.first;
    while (verb < mark && !uses_.is(verb, "content") && !uses_.is(verb, "ordinal_verb")) ++verb;
    if (verb + 1 >= mark || verb > range_.first + kNear) return;
    auto members = list_members(words_, reading_.lexicon, {verb + 1, mark});
    members.push_back({mark + 1, there});
    if (std::ranges::none_of(members, [&](const WordRange& one) { return holds_a_verb(context_, one); })) offer(std::move(members), .6, "found_there_too", 2);
  }

  /// « On y trouve A, B et C », « Y figurent A, B et C »
  void read_found(std::size_t first) {
    auto list = parallel_list(context_, {first, range_.last});
    offer(std::move(list), .57, "found_in_it", 2);
  }

  /// « A, B et C entrent dans le champ de la convention »
  void read_belonging(std::size_t verb) {
    constexpr std::size_t kField = 4;
    const auto reach = std::min(range_.last, verb + 1 + kField);
    auto field = verb + 1;
    while (field < reach && !is_one_of(words_[field], {"champ", "perimetre"})) ++field;
    if (field >= reach) return;
    const bool is_of_agreement = !reading_.lexicon.agreement_types.all(words_, field, std::min(range_.last, field + 2 * kField)).empty();
    if (context_.findings.instruments_of[sentence_].empty() && !is_of_agreement) return;
    offer(list_members(words_, reading_.lexicon, {range_.first, verb}), .8, "in_the_field_of_it", 2);
  }

  /// « a retenu comme enjeu A », « a pour enjeu A »
  void read_chosen(std::size_t first) {
    if (parallel_list(context_, {first, range_.last}).size() < 2) read_one(first, .56, "chosen_as_a_goal");
  }

  /// « Elle porte avant tout sur A. »
  void read_main(std::size_t at, std::size_t first) {
    if (!context_.is_about_agreement(sentence_) || context_.is_of_others(sentence_, at) || at > range_.first + kNear) return;
    if (parallel_list(context_, {first - 1, range_.last}).empty() && parallel_list(context_, {first, range_.last}).empty())
      read_one(first, .66, "mainly_about");
  }

  void read_one(std::size_t first, double weight, const char* rule) {
    auto last = first;
    while (last < range_.last && words_[last].kind == WordKind::word && !is_one_of(words_[last], {"qui", "que", "dont"})) ++last;
    if (last == first || last - first > kLongest) return;
    const WordRange one{first, last};
    const bool has_article = is_one_of(words_[first], {"un", "une"}) && first + 1 < last;
    if (holds_a_verb(context_, one)) return;
    offer({{has_article ? first + 1 : first, last}}, weight, rule, 1);
  }

  const ThemeContext& context_;
  const Reading& reading_;
  const Words& words_;
  const WordUses& uses_;
  std::uint32_t sentence_ = 0;
  WordRange range_;
  std::vector<ThemeCandidate> candidates_;
};

}  // namespace

std::vector<ThemeCandidate> named_matters(const ThemeContext& context) { return MatterReader(context).read(); }

}  // namespace maillage::documents
