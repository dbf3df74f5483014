// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/running_lists.hpp"

#include <algorithm>
#include <array>

namespace maillage::documents {
namespace {

using Texts = std::span<const std::string_view>;

constexpr std::size_t kLongestLabel = 16;  // words

constexpr auto kArticles = std::to_array<std::string_view>(
    {"le", "la", "les", "l", "un", "une", "des", "du", "de", "d", "leur", "leurs", "aux", "au", "ses", "son", "sa"});
constexpr auto kOpening = std::to_array<std::string_view>({"(", "«", "“", "["});
constexpr auto kClosing = std::to_array<std::string_view>({")", "»", "”", "]"});
constexpr auto kNumbering = std::to_array<std::string_view>(
    {"axe",    "lot",      "objectif", "priorite",    "volet",   "engagement", "action",
     "theme",  "chantier", "fiche",    "orientation", "pilier",  "defi",       "thematique",
     "mesure", "champ",    "sujet",    "enjeu",       "domaine", "levier",     "mission",
     "piste",  "chapitre", "point",    "principe",    "etape",   "verrou",     "question"});
constexpr auto kFillers = std::to_array<std::string_view>(
    {"enfin",   "d'abord", "ensuite",   "puis", "notamment", "egalement", "aussi", "et",     "ainsi", "que",  "mais",
     "surtout", "sur",     "desormais", "ou",   "encore",    "celle",     "celui", "celles", "ceux",  "avec", "par"});
constexpr auto kExplaining = std::to_array<std::string_view>(
    {"avec", "grace",  "notamment", "afin",  "qui",    "dont",   "ou",      "suivant", "via",     "comme",
     "dans", "au",     "aux",       "par",   "y",      "ainsi",  "dit",     "dite",    "en",      "face",
     "quel", "quelle", "selon",     "porte", "portee", "portes", "portees", "confie",  "confiee", "pour",
     "lors", "que",    "parce",     "sans",  "mais",   "voire",  "ce",      "soit"});

constexpr auto kCutting = std::to_array<std::string_view>(
    {"suivant", "selon", "face", "afin", "notamment", "dont", "grace", "incluant", "tel", "telle", "tels", "telles"});

constexpr auto kFinite = std::to_array<std::string_view>(
    {"doit", "doivent", "sera", "seront", "sont", "ont", "peut", "peuvent", "vient", "viennent"});

/// Places outside brackets and quotes where a mark stands.
std::vector<std::size_t> marks_at(const Words& words, const WordRange& range, std::string_view mark) {
  std::vector<std::size_t> found;
  int depth = 0;
  for (auto at = range.first; at < range.last; ++at) {
    if (is_one_of(words[at], kOpening))
      ++depth;
    else if (is_one_of(words[at], kClosing))
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

/// Where the last member of a list begins: behind its last « et » that is followed by the word the members before begin
/// with (an article, « de »), else behind the first one; 0 where there is none.
std::size_t last_joint(const Words& words, const WordRange& part, const WordRange& before) {
  std::size_t first_joint = 0, like_joint = 0;
  int depth = 0;
  for (auto at = part.first; at + 1 < part.last; ++at) {
    if (is_one_of(words[at], kOpening)) ++depth;
    if (is_one_of(words[at], kClosing)) depth = std::max(0, depth - 1);
    if (depth > 0) continue;
    const bool is_and = words[at].is("et") || words[at].is("ou");
    const bool is_as_well = words[at].is("ainsi") && words[at + 1].is("que");
    if (!is_and && !is_as_well) continue;
    if (is_as_well) return at;
    if (first_joint == 0 && at > part.first) first_joint = at;
    if (is_one_of(words[at + 1], kArticles) && !before.empty() && is_one_of(words[before.first], kArticles))
      like_joint = at;
    const bool is_to_again =
        words[at + 1].is("a") && !before.empty() &&
        (words[before.first].is("a") || words[before.first].is("au") || words[before.first].is("aux"));
    if (is_to_again) like_joint = at;
  }
  if (like_joint != 0) return like_joint;
  const bool begins_with_article = !before.empty() && is_one_of(words[before.first], kArticles);
  return begins_with_article ? 0 : first_joint;
}

/// « 1/ accès aux soins, 2/ bien vieillir », « 1) … 2) … »
std::vector<WordRange> numbered_members(const Words& words, const WordRange& range) {
  std::vector<WordRange> members;
  char expected = '1';
  for (auto at = range.first; at + 1 < range.last; ++at) {
    const bool is_number = words[at].kind == WordKind::number && words[at].folded == std::string_view(&expected, 1);
    const auto& mark = words[at + 1];
    if (!is_number || !(mark.is("/") || mark.is(")") || mark.is("°") || mark.is("."))) continue;
    if (!members.empty()) members.back().last = at;
    members.push_back({at + 2, range.last});
    ++expected;
  }
  return members;
}

}  // namespace

std::vector<WordRange> list_members(const Words& words, WordRange range) {
  while (range.first < range.last && words[range.last - 1].kind == WordKind::mark &&
         !is_one_of(words[range.last - 1], kClosing))
    --range.last;
  if (range.empty()) return {};
  if (auto numbered = numbered_members(words, range); numbered.size() >= 2) return numbered;
  for (const std::string_view mark : {";", "•", "/", "|"}) {
    const auto at = marks_at(words, range, mark);
    if (!at.empty()) return parted(range, at);
  }
  auto parts = parted(range, marks_at(words, range, ","));
  // « …, et enfin D », « C et D » at the end.
  const auto before = parts.size() > 1 ? parts[parts.size() - 2] : WordRange{};
  auto& last = parts.back();
  if (last.empty()) return parts;
  const auto joint = last_joint(words, last, parts.size() > 1 ? before : last);
  if (joint > last.first) {
    const WordRange tail{joint + 1, last.last};
    last.last = joint;
    parts.push_back(tail);
  }
  return parts;
}

std::string theme_label(const Words& words, WordRange range) {
  // « Axe 1 – », « Lot 2. », « 1° », « 1/ »
  if (range.first < range.last && is_one_of(words[range.first], kNumbering) && range.first + 1 < range.last &&
      words[range.first + 1].kind == WordKind::number)
    range.first += 2;
  if (range.first + 2 < range.last && words[range.first].folded.size() == 1 && words[range.first + 1].is(")"))
    range.first += 2;  // « a) »
  while (range.first < range.last && (words[range.first].kind != WordKind::word) &&
         !is_one_of(words[range.first], kOpening) &&
         !(words[range.first].kind == WordKind::number && range.first + 1 < range.last &&
           words[range.first + 1].kind == WordKind::word))
    ++range.first;
  while (range.first + 1 < range.last && words[range.first + 1].joined != '-' &&
         (is_one_of(words[range.first], kFillers) || is_one_of(words[range.first], kArticles) ||
          words[range.first].is("a") || words[range.first].is("sur") || words[range.first].kind == WordKind::mark) &&
         !is_one_of(words[range.first], kOpening))
    ++range.first;
  if (range.first + 1 < range.last && words[range.first].is("volet") &&
      words[range.first + 1].casing == Casing::lower && !is_one_of(words[range.first + 1], kArticles))
    ++range.first;  // « un volet formation »
  auto last = range.first;
  int depth = 0;
  while (last < range.last && last - range.first < kLongestLabel) {
    const auto& word = words[last];
    if (word.is("(")) break;
    if (is_one_of(word, kOpening)) ++depth;
    if (is_one_of(word, kClosing)) depth = std::max(0, depth - 1);
    if (depth == 0 &&
        (word.is(":") || word.is(".") || word.is(";") || word.is("–") || word.is("—") || word.is("!") || word.is("?")))
      break;
    if (depth == 0 && last - range.first >= 3 && is_one_of(word, kCutting)) break;
    if (depth == 0 && last > range.first && is_one_of(word, kFinite)) break;
    if (depth == 0 && word.is(",") && last + 1 < range.last && is_one_of(words[last + 1], kExplaining)) break;
    ++last;
  }
  while (last > range.first && words[last - 1].kind == WordKind::mark && !is_one_of(words[last - 1], kClosing)) --last;
  if (last <= range.first) return {};
  if (std::all_of(words.all().begin() + static_cast<std::ptrdiff_t>(range.first),
                  words.all().begin() + static_cast<std::ptrdiff_t>(last), [](const Word& word) {
                    return word.kind != WordKind::word || is_one_of(word, kFillers) || word.is("sur") ||
                           word.is("bien");
                  }))
    return {};  // « bien sûr »
  return std::string(words.text_of(range.first, last));
}

}  // namespace maillage::documents
