// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/running_lists.hpp"

#include <algorithm>
#include <array>

#include "documents/lexicon/word_uses.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kLongestLabel = 16;  // words

bool opens(const Word& word) { return is_one_of(word, {"(", "«", "“", "["}); }
bool closes(const Word& word) { return is_one_of(word, {")", "»", "”", "]"}); }

/// Places outside brackets and quotes where a mark stands.
std::vector<std::size_t> marks_at(const Words& words, const WordRange& range, std::string_view mark) {
  std::vector<std::size_t> found;
  int depth = 0;
  for (auto at = range.first; at < range.last; ++at) {
    if (opens(words[at]))
      ++depth;
    else if (closes(words[at]))
      depth = std::max(0, depth - 1);
    else if (depth == 0 && words[at].is(mark))
      found.push_back(at);
  }
  return found;
}

std::vector<WordRange> parted(const WordRange& range, const std::vector<std::size_t>& at) {
  std::vector<WordRange> parts;
  auto first = range.first;
  for (const auto mark : at) {
    if (mark > first) parts.push_back({first, mark});
    first = mark + 1;
  }
  if (first < range.last) parts.push_back({first, range.last});
  return parts;
}

/// « diversifier », « accueillir »: as the first word of a member.
bool begins_like_infinitive(const Word& word) {
  return word.kind == WordKind::word && word.folded.size() > 3 && (word.folded.ends_with("er") || word.folded.ends_with("ir") || word.folded.ends_with("re"));
}

/// Where the last member of a list begins: behind its last « et » that is followed by the word the members before begin
/// with (an article, « de »), else behind the first one; 0 where there is none.
std::size_t last_joint(const Words& words, const WordUses& uses, const WordRange& part, const WordRange& before) {
  std::size_t first_joint = 0, like_joint = 0, between = 0;
  int depth = 0;
  for (auto at = part.first; at + 1 < part.last; ++at) {
    if (opens(words[at])) ++depth;
    if (closes(words[at])) depth = std::max(0, depth - 1);
    if (depth > 0) continue;
    if (words[at].is("entre")) between = at;
    if (between > 0 && words[at].is("et") && pairs_what_is_between(words, between, at)) {
      between = 0;
      continue;
    }
    const bool is_and = words[at].is("et") || words[at].is("ou");
    const bool is_as_well = words[at].is("ainsi") && is_one_of(words[at + 1], {"que", "qu"});
    if (!is_and && !is_as_well) continue;
    if (is_as_well) return at;
    const bool breaks_infinitives = part.first != before.first && !before.empty() && begins_like_infinitive(words[before.first]) &&
                                    begins_like_infinitive(words[part.first]) && !begins_like_infinitive(words[at + 1]);
    if (breaks_infinitives) continue;
    // « l'accueil de stagiaires et d'apprentis »: one member, where no other begins with « de »
    const auto is_of = [&](std::size_t place) { return is_one_of(words[place], {"de", "d", "des", "du"}); };
    const bool goes_on_with_of = is_of(at + 1) && !is_of(part.first) && !before.empty() && !is_of(before.first) && std::any_of(words.all().begin() + static_cast<std::ptrdiff_t>(part.first), words.all().begin() + static_cast<std::ptrdiff_t>(at), [](const Word& word) { return is_one_of(word, {"de", "d"}); });
    if (goes_on_with_of) continue;
    if (first_joint == 0 && at > part.first) first_joint = at;
    // « les sciences de la terre et de l'univers »: one, among members that do not begin with « de »
    const bool goes_on = is_one_of(words[at + 1], {"de", "d", "du"}) && !before.empty() &&
                         !is_one_of(words[before.first], {"de", "d", "du", "des"}) &&
                         !is_one_of(words[part.first], {"de", "d", "du", "des"});
    if (!goes_on && uses.is(at + 1, "article") && !before.empty() && uses.is(before.first, "article")) like_joint = at;
    const bool is_to_again =
        words[at + 1].is("a") && !before.empty() &&
        (words[before.first].is("a") || words[before.first].is("au") || words[before.first].is("aux"));
    if (is_to_again) like_joint = at;
  }
  if (like_joint != 0) return like_joint;
  const bool begins_with_article = !before.empty() && uses.is(before.first, "article");
  return begins_with_article ? 0 : first_joint;
}

/// What counts off a member: « 1/ », « (a) », « axe 2 : » with its number, « d'abord », « d'autre part » without.
struct Counter {
  std::size_t words = 0;
  int number = 0;
};

bool ends_a_number(const Word& mark) { return is_one_of(mark, {"/", ")", "°", ".", ":", "–", "—"}); }

Counter counter_at(const Words& words, const WordUses& uses, std::size_t at, std::size_t end) {
  if (const auto said = uses.phrase(at, end, "counter")) return {said, 0};
  auto next = at;
  if (words[next].is("(") || words[next].is("#") || uses.is(next, "numbering")) ++next;
  if (next + 1 >= end) return {};
  const auto& head = words[next];
  const bool is_digit = head.kind == WordKind::number && head.folded.size() == 1;
  const bool is_letter = head.kind == WordKind::word && head.folded.size() == 1 && words[next + 1].is(")") &&
                         words[next + 1].joined == '\0';
  const bool is_marked = ends_a_number(words[next + 1]) && (next > at || !is_one_of(words[next + 1], {":", "–", "—"}));
  if (is_letter) return {next + 2 - at, head.folded[0] - 'a' + 1};
  if (is_digit && (is_marked || words[at].is("#"))) return {next + (is_marked ? 2U : 1U) - at, head.folded[0] - '0'};
  return {};
}

/// « 1/ accès aux soins, 2/ bien vieillir », « a) … b) … », « d'une part …, d'autre part … »
std::vector<WordRange> enumerated_members(const Words& words, const WordUses& uses, const WordRange& range) {
  std::vector<WordRange> members;
  for (auto at = range.first; at < range.last;) {
    const auto counter = counter_at(words, uses, at, range.last);
    const bool is_next = counter.number == 0 || counter.number == static_cast<int>(members.size()) + 1;
    const bool begins = !members.empty() || counter.number > 0 || at <= range.first + 1;
    if (counter.words == 0 || !is_next || !begins) {
      ++at;
      continue;
    }
    if (!members.empty()) members.back().last = at;
    at += counter.words;
    members.push_back({at, range.last});
  }
  for (auto& member : members) {
    while (!member.empty() && (words[member.first].is(",") || words[member.first].is(":"))) ++member.first;
    const auto is_joint = [&](const Word& word) { return word.is("et") || word.is(",") || word.is(";") || word.is("("); };
    while (!member.empty() && is_joint(words[member.last - 1])) --member.last;
  }
  return members;
}

}  // namespace

bool pairs_what_is_between(const Words& words, std::size_t between, std::size_t joint) {
  if (joint + 1 >= words.size()) return false;
  constexpr auto kOne = std::to_array<std::string_view>({"le", "la", "l", "un", "une"});
  const auto &first = words[between + 1], &second = words[joint + 1];
  const bool are_many = first.is("les") && second.is("les");
  return are_many || (is_one_of(first, kOne) && is_one_of(second, kOne));
}

std::vector<WordRange> list_members(const Words& words, const Lexicon& lexicon, WordRange range) {
  const WordUses uses(lexicon.theme_words, words);
  while (range.first < range.last && words[range.last - 1].kind == WordKind::mark &&
         !closes(words[range.last - 1]))
    --range.last;
  if (range.empty()) return {};
  if (auto counted = enumerated_members(words, uses, range); counted.size() >= 2) return counted;
  for (const std::string_view mark : {";", "•", "/", "|"}) {
    const auto at = marks_at(words, range, mark);
    if (!at.empty()) return parted(range, at);
  }
  auto parts = parted(range, marks_at(words, range, ","));
  // « …, et enfin D », « C et D » at the end.
  const auto before = parts.size() > 1 ? parts[parts.size() - 2] : WordRange{};
  auto& last = parts.back();
  if (last.empty()) return parts;
  const auto joint = last_joint(words, uses, last, parts.size() > 1 ? before : last);
  if (joint > last.first) {
    const WordRange tail{joint + 1, last.last};
    last.last = joint;
    parts.push_back(tail);
  }
  return parts;
}

std::string theme_label(const Words& words, const Lexicon& lexicon, WordRange range) {
  const WordUses uses(lexicon.theme_words, words);
  // « Axe 1 – », « Lot 2. », « 1° », « 1/ »
  if (range.first < range.last && uses.is(range.first, "numbering") && range.first + 1 < range.last &&
      words[range.first + 1].kind == WordKind::number)
    range.first += 2;
  if (range.first + 2 < range.last && words[range.first].is("#") && words[range.first + 1].kind == WordKind::number) range.first += 2;
  if (range.first + 2 < range.last && words[range.first].folded.size() == 1 && words[range.first + 1].is(")"))
    range.first += 2;  // « a) »
  if (range.first + 1 < range.last && words[range.first].kind == WordKind::number && words[range.first].folded.size() == 1 &&
      words[range.first + 1].is_capital())
    ++range.first;  // « 1 Consulter un spécialiste »
  while (range.first < range.last && (words[range.first].kind != WordKind::word) &&
         !opens(words[range.first]) &&
         !(words[range.first].kind == WordKind::number && range.first + 1 < range.last &&
           words[range.first + 1].kind == WordKind::word))
    ++range.first;
  while (range.first + 1 < range.last && words[range.first + 1].joined != '-' &&
         (uses.is(range.first, "filler") || uses.is(range.first, "article") ||
          words[range.first].is("a") || words[range.first].is("sur") || words[range.first].kind == WordKind::mark) &&
         !opens(words[range.first]))
    ++range.first;
  if (range.first + 1 < range.last && words[range.first].is("volet") &&
      words[range.first + 1].casing == Casing::lower && !uses.is(range.first + 1, "article"))
    ++range.first;  // « un volet formation »
  auto last = range.first;
  int depth = 0;
  while (last < range.last && last - range.first < kLongestLabel) {
    const auto& word = words[last];
    if (word.is("(")) break;
    if (opens(word)) ++depth;
    if (closes(word)) depth = std::max(0, depth - 1);
    if (depth == 0 &&
        (word.is(":") || word.is(".") || word.is(";") || word.is("–") || word.is("—") || word.is("!") || word.is("?")))
      break;
    if (depth == 0 && last - range.first >= 3 && uses.is(last, "cutting")) break;
    if (depth == 0 && last > range.first && uses.is(last, "finite")) break;
    if (depth == 0 && word.is(",") && last + 1 < range.last && uses.is(last + 1, "explaining")) break;
    ++last;
  }
  while (last > range.first && words[last - 1].kind == WordKind::mark && !closes(words[last - 1])) --last;
  if (last <= range.first) return {};
  bool says_something = false;  // « bien sûr » says nothing
  for (auto at = range.first; at < last; ++at)
    says_something = says_something || (words[at].kind == WordKind::word && !uses.is(at, "filler") && !words[at].is("bien"));
  if (!says_something) return {};
  return std::string(words.text_of(range.first, last));
}

}  // namespace maillage::documents
