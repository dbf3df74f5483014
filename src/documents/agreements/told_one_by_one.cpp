// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/told_one_by_one.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "documents/agreements/running_lists.hpp"
#include "documents/dates/date_grammar.hpp"
#include "documents/dates/date_grammar.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kLongest = 14;  // words
constexpr int kLast = 99;

class StepReader {
 public:
  explicit StepReader(const ThemeContext& context)
      : context_(context), reading_(context.reading), words_(context.words), uses_(context.uses) {}

  std::vector<ThemeCandidate> read() {
    for (const auto sentence : context_.sentences) {
      const auto& passage = reading_.passages[sentence];
      if (passage.words.empty() || passage.kind == BlockKind::contact || context_.is_elsewhere(sentence)) continue;
      read_ordinals(sentence);
      read_first_ones(sentence);
      read_steps(sentence);
      read_numbered(sentence);
      read_subjects(sentence);
      read_headings(sentence);
    }
    read_lines_over_lists();
    return std::move(candidates_);
  }

 private:
  void offer(std::vector<WordRange> members, double weight, const char* rule) {
    if (members.size() >= 2) candidates_.push_back({std::move(members), weight, rule, 2});
  }

  /// « Trois priorités se dégagent. » before them
  bool is_announced(std::uint32_t sentence) const {
    if (sentence == 0) return false;
    const auto& before = reading_.passages[sentence - 1];
    return !before.words.empty() && before.section == reading_.passages[sentence].section &&
           (context_.noun_in(before.words) || context_.findings.section_of[sentence] == "themes");
  }

  /// « Le premier concerne … Le deuxième porte sur … Le dernier prévoit … »: what stands behind their verbs, or in quotes.
  void read_ordinals(std::uint32_t sentence) {
    if (ordinal_of(sentence) != 1) return;
    constexpr std::uint32_t kExplained = 4;  // sentences
    auto last_told = sentence;
    std::vector<WordRange> members;
    for (auto s = sentence; s < reading_.passages.size(); ++s) {
      if (reading_.passages[s].section != reading_.passages[sentence].section && s - last_told > kExplained) break;
      if (reading_.passages[s].words.empty()) continue;
      if (!members.empty() && read_next_at_once(reading_.passages[s].words, members)) break;
      const auto ordinal = ordinal_of(s);
      const bool explains = ordinal == 0 && s > sentence && (reading_.passages[s].block == reading_.passages[s - 1].block || s - last_told <= kExplained);
      if (explains) continue;  // a sentence about it, a caption
      if (ordinal != kLast && ordinal != static_cast<int>(members.size()) + 1) break;
      last_told = s;
      const auto member = told_in(reading_.passages[s].words);
      if (member.empty()) break;
      members.push_back(member);
      if (ordinal == kLast) break;
    }
    const auto names_agreement = [&](const WordRange& member) {  // « Le premier est une convention de coopération »
      return std::ranges::any_of(context_.findings.instruments_of[words_[member.first].sentence],
                                 [&](std::size_t i) { return member.holds(context_.findings.instruments[i].words.first); });
    };
    if (std::ranges::any_of(members, names_agreement)) return;
    offer(std::move(members), is_announced(sentence) ? .8 : .68, "told_one_by_one");
  }
  /// « Viennent ensuite A, avec un volet sur l'eau, et B. » behind the first ones
  bool read_next_at_once(const WordRange& range, std::vector<WordRange>& members) const {
    if (range.last < range.first + 4 || !is_one_of(words_[range.first], {"viennent", "suivent", "vient", "suit"})) return false;
    auto first = range.first + 1;
    while (first < range.last && is_one_of(words_[first], {"ensuite", "enfin", "puis", ",", "apres"})) ++first;
    std::vector<WordRange> next;
    for (const auto& one : list_members(words_, reading_.lexicon, {first, range.last})) {
      if (!one.empty() && !is_one_of(words_[one.first], {"avec", "dont", "notamment", "y"})) next.push_back(one);
    }
    const bool are_short = std::ranges::all_of(next, [](const WordRange& one) { return one.last - one.first <= kLongest; });
    if (are_short) members.insert(members.end(), next.begin(), next.end());
    return are_short;
  }
  /// « Les trois premières sont connues : A, B et C. La quatrième est nouvelle : D. »
  void read_first_ones(std::uint32_t sentence) {
    constexpr std::size_t kReach = 7;
    const auto& range = reading_.passages[sentence].words;
    if (range.last < range.first + 6 || !words_[range.first].is("les") || !is_one_of(words_[range.first + 2], {"premiers", "premieres"})) return;
    const auto count = small_number(words_, range.first + 1, reading_.lexicon);
    if (!count || *count < 2) return;
    for (auto at = range.first + 3; at + 1 < std::min(range.last, range.first + 3 + kReach); ++at) {
      if (!words_[at].is(":") && !uses_.is(at, "ordinal_verb") && !uses_.is(at, "content")) continue;
      auto members = list_members(words_, reading_.lexicon, {at + 1, range.last});
      if (members.size() != static_cast<std::size_t>(*count)) continue;
      for (auto s = sentence + 1; s < reading_.passages.size() && reading_.passages[s].section == reading_.passages[sentence].section; ++s) {
        const auto ordinal = reading_.passages[s].words.empty() ? 0 : ordinal_of(s);
        if (ordinal != kLast && ordinal != static_cast<int>(members.size()) + 1) break;
        const auto member = told_in(reading_.passages[s].words);
        if (member.empty()) break;
        members.push_back(member);
      }
      offer(std::move(members), is_announced(sentence) ? .87 : .7, "first_ones_at_once");
      return;
    }
  }
  /// « Le premier [axe] », « La troisième », « Enfin, le dernier »; 0: none.
  int ordinal_of(std::uint32_t sentence) const {
    constexpr std::size_t kReach = 4;
    const auto& range = reading_.passages[sentence].words;
    for (auto at = range.first; at < std::min(range.last, range.first + kReach); ++at) {
      const auto found = reading_.lexicon.ordinals.at(words_, at, range.last);
      if (found) return std::stoi(reading_.lexicon.ordinals.field(*found.entry, "number"));
    }
    return 0;
  }
  WordRange told_in(const WordRange& range) const {
    constexpr std::size_t kReach = 8;
    const auto reach = std::min(range.last, range.first + kReach);
    for (auto at = range.first + 1; at < reach; ++at) {
      if (words_[at].is("«")) {  // « Le premier, « se loger », programme … »
        auto last = at + 1;
        while (last < range.last && !words_[last].is("»")) ++last;
        return {at + 1, last};
      }
      if (!uses_.is(at, "ordinal_verb") && !words_[at].is(":")) continue;
      if (words_[at].is("est") && at + 1 < range.last && uses_.is(at + 1, "ordinal_verb")) continue;  // « est consacré à »
      // « La quatrième est nouvelle : l'accueil des chercheurs »
      const bool is_only_told_of = words_[at].is("est") && reading_.has_any({at + 1, std::min(at + 4, range.last)}, std::array<std::string_view, 1>{":"});
      if (is_only_told_of) continue;
      auto last = std::min(range.last, at + 1 + kLongest);
      const auto members = list_members(words_, reading_.lexicon, {at + 1, range.last});
      if (words_[at].is(":") && members.size() >= 2 && members.back().last == range.last - (words_[range.last - 1].is(".") ? 1U : 0U) && members.back().last <= last) return {at + 1, members.back().last};
      for (auto mark = at + 2; mark < last; ++mark) {
        if (words_[mark].is(",") || words_[mark].is(";") || words_[mark].is(".")) last = mark;
      }
      return {at + 1, last};
    }
    return behind_comma(range);
  }
  /// « Deuxième décision des présidents, la création d'un pôle »
  WordRange behind_comma(const WordRange& range) const {
    constexpr std::size_t kReach = 10;
    if (!reading_.lexicon.ordinals.at(words_, range.first, range.last)) return {};  // « Le premier, la convention … »
    for (auto at = range.first + 2; at + 2 < std::min(range.last, range.first + kReach); ++at) {
      const auto& next = words_[at + 1];
      if (!words_[at].is(",") || !(next.is("la") || next.is("le") || next.is("l") || next.is("un") || next.is("une"))) continue;
      auto last = std::min(range.last, at + 1 + kLongest);
      for (auto mark = at + 2; mark < last; ++mark) {
        if (words_[mark].kind == WordKind::mark) last = mark;
      }
      return {at + 1, last};
    }
    return {};
  }

  /// « D'abord pour … Ensuite pour … Enfin, pour … », in sentences of their own or parts of one
  void read_steps(std::uint32_t sentence) {
    const auto& passage = reading_.passages[sentence];
    const auto opening = uses_.phrase(passage.words.first, passage.words.last, "counter");
    if (opening < 2) return;  // « D'abord », « En premier lieu »
    const double weight = is_announced(sentence) ? .82 : .57;
    auto parts = list_members(words_, reading_.lexicon, passage.words);
    if (parts.size() >= 2 && parts.front().first > passage.words.first) {  // counted off
      offer(std::move(parts), weight, "steps");
      return;
    }
    std::vector<WordRange> steps;
    for (auto s = sentence; s < reading_.passages.size() && reading_.passages[s].block == passage.block; ++s) {
      auto range = reading_.passages[s].words;
      if (range.last - range.first < 4) break;
      const auto counter = uses_.phrase(range.first, range.last, "counter");
      if (counter == 0) break;
      range.first += counter;
      while (range.first < range.last && (words_[range.first].is(",") || words_[range.first].is("pour"))) ++range.first;
      steps.push_back({range.first, std::min(range.last, range.first + kLongest)});
    }
    offer(std::move(steps), weight, "steps");
  }

  bool is_in_other_section(std::uint32_t sentence) const {
    const auto& section = context_.findings.section_of[sentence];
    return !section.empty() && section != "themes";
  }
  /// « trois », « 4 », never « 2021 »
  bool names_a_count(std::size_t at) const {
    const auto number = small_number(words_, at, reading_.lexicon).value_or(0);
    return number >= 2 && number < 30;
  }
  /// « … s'organise en trois axes. » and, each over a list of its own, « Mieux échanger l'information : », « Rendre plus sûr : »
  void read_lines_over_lists() {
    constexpr std::size_t kLongestLine = 24;
    bool is_counted = false;
    std::vector<WordRange> lines;
    for (const auto sentence : context_.thread.sentences) {
      const auto& passage = reading_.passages[sentence];
      if (passage.words.empty() || passage.kind == BlockKind::item || passage.kind == BlockKind::contact) continue;
      const auto next = sentence + std::size_t{1};
      const bool is_over_list = next < reading_.passages.size() && reading_.passages[next].kind == BlockKind::item;
      const bool is_whole = sentence == 0 || reading_.passages[sentence - 1].block != passage.block;
      const bool is_line = words_[passage.words.last - 1].is(":") && is_over_list && is_whole && passage.words.last - passage.words.first <= kLongestLine;
      const auto noun = context_.noun_in(passage.words);
      const bool is_of_others = uses_.any(passage.words.first, passage.words.last, "other_list") || is_in_other_section(sentence);
      if (is_line && is_counted && !noun && !is_of_others) lines.push_back({passage.words.first, passage.words.last - 1});
      for (auto at = passage.words.first; noun && at < *noun; ++at) is_counted = is_counted || names_a_count(at);
    }
    offer(std::move(lines), .92, "lines_over_lists");
  }

  /// « Le volet formation prévoit … Le volet recherche ouvre … », « L'axe 1 concerne A. L'axe 2 porte sur B. »
  void read_subjects(std::uint32_t sentence) {
    const auto noun = subject_noun(sentence);
    if (!noun || (sentence > 0 && subject_noun(sentence - 1) == noun)) return;
    std::vector<WordRange> members;
    for (auto s = sentence; s < reading_.passages.size() && subject_noun(s) == noun; ++s) members.push_back(told_of_subject(reading_.passages[s].words));
    if (std::ranges::none_of(members, [](const WordRange& one) { return one.empty(); })) offer(std::move(members), .72, "told_of_each");
  }
  /// « volet » of a sentence that begins « Le volet … », « L'axe … »
  std::optional<std::string_view> subject_noun(std::uint32_t sentence) const {
    const auto& range = reading_.passages[sentence].words;
    if (range.last < range.first + 4 || !is_one_of(words_[range.first], {"le", "la", "l"}) || !uses_.is(range.first + 1, "numbering")) return std::nullopt;
    return words_[range.first + 1].folded;
  }
  /// « Le volet accueil réunira … »
  bool says_future(std::size_t at) const {
    const auto& word = words_[at];
    return word.kind == WordKind::word && word.folded.size() > 5 && (word.folded.ends_with("era") || word.folded.ends_with("ira") || word.folded.ends_with("eront") || word.folded.ends_with("iront"));
  }
  WordRange told_of_subject(const WordRange& range) const {
    constexpr std::size_t kReach = 6;
    const auto label = range.first + 2;
    if (words_[label].kind == WordKind::number) return told_in({label, range.last});
    for (auto at = label; at < std::min(range.last, label + kReach); ++at) {
      const bool acts = uses_.is(at, "ordinal_verb") || uses_.is(at, "content") || uses_.is(at, "finite") || uses_.is(at, "sentence_verb") || says_future(at);
      if (acts && at > label) return {label, at};
    }
    return {};
  }

  /// « Nos engagements », and below it headings with a paragraph each; « Trois axes », and three of them
  void read_headings(std::uint32_t sentence) {
    constexpr std::size_t kHeading = 9;  // words
    const auto& lead = reading_.passages[sentence];
    const auto is_heading = [&](std::uint32_t s) {
      const auto kind = reading_.passages[s].kind;
      return kind == BlockKind::heading || kind == BlockKind::title;
    };
    if (!context_.noun_in(lead.words)) return;
    std::vector<WordRange> members;
    bool is_open = false;  // a heading without text so far
    for (auto s = sentence + 1; s < reading_.passages.size(); ++s) {
      const auto& here = reading_.passages[s];
      if (here.words.empty()) continue;
      if (!is_heading(s)) {
        if (members.empty() || here.kind == BlockKind::contact) break;
        is_open = false;
        continue;
      }
      const bool names = !Reading::within(reading_.named, here.words).empty() || !Reading::within(reading_.persons, here.words).empty();
      const bool is_other = !context_.findings.section_of[s].empty() && context_.findings.section_of[s] != "themes";
      if (is_open || names || is_other || here.is_question || here.words.last - here.words.first > kHeading) break;
      members.push_back(here.words);
      is_open = true;
    }
    if (is_open && !members.empty()) members.pop_back();
    const bool is_counted = says_count_of(lead.words, members.size());
    if (members.size() >= 2 && (is_counted || (is_heading(sentence) && members.size() >= 3)))
      offer(std::move(members), is_counted ? .8 : .62, "headings_below_a_heading");
  }
  bool says_count_of(const WordRange& range, std::size_t count) const {
    for (auto at = range.first; at < range.last; ++at) {
      const auto number = small_number(words_, at, reading_.lexicon);
      if (number && static_cast<std::size_t>(*number) == count) return true;
    }
    return false;
  }

  /// « Axe 1 : A. Axe 2 : B. » in one paragraph
  void read_numbered(std::uint32_t sentence) {
    const auto& passage = reading_.passages[sentence];
    const auto is_numbered = [&](std::uint32_t s) { return is_numbered_theme(reading_, reading_.passages[s].words); };
    const bool goes_on = sentence > 0 && reading_.passages[sentence - 1].block == passage.block && is_numbered(sentence - 1);
    if (passage.kind != BlockKind::paragraph || goes_on || !is_numbered(sentence)) return;
    std::vector<WordRange> members;
    for (auto s = sentence; s < reading_.passages.size() && reading_.passages[s].block == passage.block && is_numbered(s); ++s)
      members.push_back(reading_.passages[s].words);
    offer(std::move(members), .87, "numbered_sentences");
  }

  const ThemeContext& context_;
  const Reading& reading_;
  const Words& words_;
  const WordUses& uses_;
  std::vector<ThemeCandidate> candidates_;
};

}  // namespace

std::vector<ThemeCandidate> told_one_by_one(const ThemeContext& context) { return StepReader(context).read(); }

}  // namespace maillage::documents
