// SPDX-License-Identifier: Apache-2.0
#include "documents/text/title_casing.hpp"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <map>

#include "documents/text/letters.hpp"
#include "names/name_index.hpp"

namespace maillage::documents {

/// A word of a title, with the marks before it.
struct TitleCasing::Piece {
  std::string_view before;
  std::string_view text;
  std::string letters;  ///< folded
};

namespace {

constexpr std::size_t kMostSpellings = 30;  // of one word that are looked at

/// Behind these stands no name but a common word.
constexpr auto kArticles = std::to_array<std::string_view>(
    {"des", "les", "un", "une", "ces", "ses", "leurs", "leur", "aux", "nos", "vos", "chaque", "quelques"});
/// Behind these « a » is a verb.
constexpr auto kSubjects = std::to_array<std::string_view>({"il", "elle", "on", "qui", "y"});
/// What common words end with, folded.
constexpr auto kEndings = std::to_array<std::string_view>(
    {"tion", "tions", "ment", "ments", "ique", "iques", "isme", "ismes", "ances", "aires", "euses",
     "euse", "ees",   "aux",  "elles", "ifs",  "ives",  "ois",  "oise",  "oises", "ale",   "ales"});

std::string lowered(std::string_view text) {
  std::string lower;
  icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())})
      .toLower(icu::Locale::getFrench())
      .toUTF8String(lower);
  return lower;
}

std::string with_capital(const std::string& text) {
  auto letters = letters_of(text);
  if (!letters.empty()) letters.front() = static_cast<char32_t>(u_toupper(static_cast<UChar32>(letters.front())));
  return text_of(letters);
}

bool is_among(const auto& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

bool has_vowel(std::string_view letters) {
  return letters.find_first_of("aeiouy") != std::string_view::npos;
}

bool is_roman_number(std::string_view letters) {
  return letters.size() > 1 && letters.find_first_not_of("ivxlc") == std::string_view::npos;
}

}  // namespace

bool is_in_capitals(std::string_view text) {
  std::size_t upper = 0, lower = 0;
  for (std::int32_t at = 0, size = static_cast<std::int32_t>(text.size()); at < size;) {
    const auto c = next_letter(text, at);
    upper += u_isupper(c) ? 1 : 0;
    lower += u_islower(c) ? 1 : 0;
  }
  return upper >= 6 && upper >= 4 * lower;
}

TitleCasing::TitleCasing(const Words& words, const Lexicon& lexicon, const CommonWords& common) : common_(&common) {
  for (const auto& block : words.prose().blocks) {
    if (is_in_capitals(words.prose().of(block.span))) continue;
    for (auto i = words.first_from(block.span.begin); i < words.size() && words[i].span.begin < block.span.end; ++i) {
      if (words[i].kind != WordKind::word) continue;
      auto& all = written_[words[i].folded];
      if (all.size() >= kMostSpellings) continue;
      // What begins a sentence has its capital from there.
      const bool begins =
          i == 0 || words[i].joined == '\n' || words[i - 1].is(".") || words[i - 1].is("«") || words[i - 1].is(":");
      if (begins && common.has(lowered(words.prose().of(words[i].span)))) continue;
      all.push_back({i > 0 ? words[i - 1].folded : std::string_view(),
                     i + 1 < words.size() ? words[i + 1].folded : std::string_view(), words.prose().of(words[i].span),
                     begins});
    }
  }
  for (const auto& head : lexicon.institution_heads.entries()) {
    const auto& acronym = lexicon.institution_heads.field(head, "acronym");
    if (!acronym.empty()) acronyms_.push_back(folded(acronym));
  }
  for (const auto& name : lexicon.first_names.entries()) first_names_.push_back(folded(name.phrase));
  std::ranges::sort(acronyms_);
  std::ranges::sort(first_names_);
}

bool TitleCasing::is_first_name(std::string_view folded_word) const {
  return std::ranges::binary_search(first_names_, folded_word);
}

bool TitleCasing::is_acronym(const Piece& piece) const {
  return piece.before.ends_with('(') || (piece.letters.size() > 1 && !has_vowel(piece.letters)) ||
         std::ranges::binary_search(acronyms_, piece.letters);
}

std::string TitleCasing::as_elsewhere(const std::vector<Piece>& pieces, std::size_t at) const {
  const auto found = written_.find(std::string_view(pieces[at].letters));
  if (found == written_.end()) return {};
  std::map<std::string_view, int> weights;
  for (const auto& [before, after, spelling, begins] : found->second) {
    int weight = begins ? 1 : 10;
    if (at > 0 && before == pieces[at - 1].letters) weight += 200;
    if (at + 1 < pieces.size() && after == pieces[at + 1].letters) weight += 200;
    weights[spelling] += weight;
  }
  const auto best = std::ranges::max_element(weights, {}, [](const auto& entry) { return entry.second; });
  // At the beginning of sentences alone: its capital says nothing.
  const bool says_little = std::ranges::all_of(found->second, &Written::begins_sentence);
  return says_little ? std::string() : std::string(best->first);
}

std::string TitleCasing::by_rule(const std::vector<Piece>& pieces, std::size_t at, bool has_accents) const {
  const auto& [before, text, letters] = pieces[at];
  auto lower = lowered(text);
  const bool is_elided = at + 1 < pieces.size() && pieces[at + 1].before == "'";
  const auto& previous = at > 0 ? pieces[at - 1].letters : letters;
  if (letters == "mme" || letters == "mlle" || letters == "dr" || letters == "pr") return with_capital(lower);
  if (letters == "a" && !is_elided && !has_accents && !is_among(kSubjects, previous)) return "à";
  if (letters.size() == 1) return is_elided || letters == "y" || letters == "a" ? lower : std::string(text);
  const bool is_behind_name = at > 0 && is_first_name(previous) && (before == " " || before == "-");
  const bool may_be_name = is_first_name(letters) || is_behind_name;
  if (!may_be_name || letters.size() < 4) {
    const auto accented = has_accents ? std::span<const std::string_view>() : common_->accented(letters);
    // « REPRESENTE PAR »: represented, not represents.
    const bool wants_participle = at + 1 < pieces.size() && pieces[at + 1].letters == "par";
    const auto participle =
        std::ranges::find_if(accented, [&](std::string_view word) { return wants_participle && word.ends_with("é"); });
    if (participle != accented.end()) return std::string(*participle);
    if (common_->has(lower)) return lower;
    if (!accented.empty()) return std::string(accented.front());
  }
  if (is_acronym(pieces[at]) || is_roman_number(letters)) return std::string(text);
  const bool is_common = !may_be_name && before == " " && at > 0 &&
                         (is_among(kArticles, previous) || std::ranges::any_of(kEndings, [&](std::string_view ending) {
                            return letters.size() > ending.size() + 2 && letters.ends_with(ending);
                          }));
  return is_common ? lower : with_capital(lower);
}

std::string TitleCasing::of(std::string_view text, FirstLetter first) const {
  if (!is_in_capitals(text)) return std::string(text);
  std::vector<Piece> pieces;
  std::size_t mark = 0;
  for (std::int32_t at = 0, size = static_cast<std::int32_t>(text.size()); at < size;) {
    const auto begin = static_cast<std::size_t>(at);
    auto end = begin;
    while (at < size && u_isalpha(next_letter(text, at))) end = static_cast<std::size_t>(at);
    if (end == begin) continue;
    pieces.push_back(
        {text.substr(mark, begin - mark), text.substr(begin, end - begin), folded(text.substr(begin, end - begin))});
    mark = end;
    at = static_cast<std::int32_t>(end);
  }
  const bool has_accents =
      std::ranges::any_of(pieces, [](const Piece& piece) { return piece.letters.size() < piece.text.size(); });
  std::string cased;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    auto word = as_elsewhere(pieces, i);
    if (word.empty()) word = by_rule(pieces, i, has_accents);
    cased += pieces[i].before;
    cased += i == 0 && first == FirstLetter::capital ? with_capital(word) : word;
  }
  return cased += text.substr(mark);
}

}  // namespace maillage::documents
