// SPDX-License-Identifier: Apache-2.0
// Where a function is held by the lines of a list, of columns, of contacts.
#include <algorithm>

#include "documents/people/function_institutions.hpp"
#include "documents/people/small_words.hpp"
#include "names/name_index.hpp"

namespace maillage::documents {
namespace {

constexpr std::uint32_t kShortLine = 90;   // bytes of a line of a list
constexpr std::size_t kFarWords = 120;    // of a long sentence that are looked back over
constexpr std::size_t kBeforeLine = 4;    // words of a line before the institution it begins with: « – la société »

}  // namespace

/// « Rose X, Collectif 13 »: a line of a list that has but a name and what follows it.
HeldAt FunctionInstitutions::line_behind(const WrittenName& name) const {
  HeldAt held;
  const auto& block = words_.prose().blocks[words_.prose().block_at(words_[name.first].span.begin)];
  const bool fills_line = words_[name.lead].span.begin == block.span.begin && block.span.end - block.span.begin < kShortLine;
  const auto first = name.last + 1;
  if (!fills_line || !(is(name.last, ",") || is(name.last, "–") || is(name.last, "-")) || first >= words_.size()) return held;
  if (!words_[first].is_capital() || words_[first].span.begin >= block.span.end) return held;
  auto last = first;
  while (last < words_.size() && words_[last].span.begin < block.span.end) {
    if (words_[last].kind == WordKind::mark && !words_[last].is("&") && !words_[last].is("-")) return held;
    ++last;
  }
  held.implied_span = words_.span_of(first, last);
  held.implied = cased(first, last);
  return held;
}

/// « MENTION, Mme X, maire », « MENTION : X », « MENTION, représentée par X »: a line that begins with an institution.
std::optional<std::uint32_t> FunctionInstitutions::line_before(const WrittenName& name) const {
  const auto& block = words_.prose().blocks[words_.prose().block_at(words_[name.first].span.begin)];
  if (block.span.end - block.span.begin > 2 * kShortLine) return std::nullopt;
  auto first = words_.first_from(block.span.begin);
  const auto line = first;
  while (first < name.lead && first < line + kBeforeLine && (words_[first].kind == WordKind::mark || !words_[first].is_capital() || is_article(words_[first].folded)) && !institution_at(first)) ++first;
  if (first >= name.lead || !institution_at(first)) return std::nullopt;
  auto at = ranges_[reader_.mention_of(first)].last;
  if (at < name.lead && is(at, "(")) at = behind_brackets(words_, at);
  if (at >= name.lead || words_[at].kind != WordKind::mark) return std::nullopt;
  while (at < name.lead && (words_[at].kind == WordKind::mark || words_[at].folded.starts_with("represente") || is(at, "par"))) ++at;
  return at == name.lead ? institution_at(first) : std::nullopt;
}

/// « Pour Vernay : X, maire »: a line that begins with the place of a body.
std::optional<std::uint32_t> FunctionInstitutions::place_before(const WrittenName& name) const {
  constexpr std::size_t kLongestPlace = 8;
  const auto& block = words_.prose().blocks[words_.prose().block_at(words_[name.first].span.begin)];
  auto first = words_.first_from(block.span.begin);
  while (first < name.lead && words_[first].kind == WordKind::mark) ++first;
  if (!is(first, "pour") || first + 2 >= name.lead || name.lead - first > kLongestPlace || !is(name.lead - 1, ":")) return std::nullopt;
  const auto place = first + 1;
  if (!words_[place].is_capital() || institution_at(place)) return std::nullopt;
  return named_for(words_.text_of(place, name.lead - 1));
}

/// « Chaque parquet a signé par son chef : X à Lorval, Y à Arvenne », « Les tribunaux … : X pour Lorval »: the body of that place
/// whose kind the sentence names before.
std::optional<std::uint32_t> FunctionInstitutions::place_behind(const WrittenName& name) const {
  constexpr std::size_t kLooked = 200;
  const auto [begin, end] = words_.of_sentence(words_[name.first].sentence);
  const bool leads = name.last + 1 < end && (words_.text_of(name.last, name.last + 1) == "à" || is(name.last, "pour"));
  if (!leads || !words_[name.last + 1].is_capital()) return std::nullopt;
  auto last = name.last + 2;
  while (last < end && (words_[last].joined == '-' || words_[last].joined == '\'' || words_[last].is_capital())) ++last;
  const bool is_closed = last >= end || is(last, ",") || is(last, ";") || is(last, ".") || is(last, "et");
  if (!is_closed) return std::nullopt;
  const auto place = " " + folded(words_.text_of(name.last + 1, last));
  for (std::uint32_t i = 0; i < std::min(folded_names_.size(), kLooked); ++i) {
    const auto& whole = folded_names_[i];
    if (!whole.ends_with(place)) continue;
    const auto kind = std::string_view(whole).substr(0, whole.find(' '));
    for (auto at = begin; at < name.lead; ++at) {
      const auto word = words_[at].folded;
      const bool is_kind = word == kind || (word.size() == kind.size() + 1 && word.starts_with(kind) && (word.ends_with('s') || word.ends_with('x')));
      const bool is_irregular = kind.ends_with("al") && word.ends_with("aux") && word.size() == kind.size() + 1 && word.starts_with(kind.substr(0, kind.size() - 1));
      if ((is_kind || is_irregular) && (at + 1 >= end || !institution_at(at))) return i;
    }
  }
  return std::nullopt;
}

/// « MENTION : X et Y, coprésidents »: of all whom a short line names behind its colon.
std::optional<std::uint32_t> FunctionInstitutions::key_of_line(const WrittenName& name) const {
  const auto& block = words_.prose().blocks[words_.prose().block_at(words_[name.first].span.begin)];
  if (block.span.end - block.span.begin > 2 * kShortLine) return std::nullopt;
  const auto first = words_.first_from(block.span.begin);
  if (first >= name.lead || !institution_at(first)) return std::nullopt;
  const auto at = ranges_[reader_.mention_of(first)].last;
  return at < name.lead && is(at, ":") ? institution_at(first) : std::nullopt;
}

/// « Commune de A / Maire : X »: the line above.
std::optional<std::uint32_t> FunctionInstitutions::body_above(const WrittenName& name, const FunctionPhrase& phrase) const {
  if (phrase.first > name.first || phrase.lead == 0 || words_[phrase.lead].joined != '\n' || !is(name.lead - 1, ":")) return std::nullopt;
  const auto above = phrase.lead - 1;
  const auto mention = reader_.mention_of(above);
  return mention != NameReader::kNoMention && fills_its_block(ranges_[mention].first) ? institution_at(above) : std::nullopt;
}

/// The institution that a block names and nothing else.
std::optional<std::uint32_t> FunctionInstitutions::body_line(std::size_t block) const {
  const auto first = words_.first_from(words_.prose().blocks[block].span.begin);
  if (first >= words_.size()) return std::nullopt;
  const auto named = is_article(words_[first].folded) ? first + 1 : first;
  const auto mention = reader_.mention_of(std::min(named, words_.size() - 1));
  if (mention == NameReader::kNoMention) return std::nullopt;
  const auto last = behind_brackets(words_, ranges_[mention].last);
  return last >= words_.size() || words_[last].joined == '\n' ? institution_at(named) : std::nullopt;
}

/// « A / X, présidente / B / Y, président »: bodies and who heads them by turns, a body first.
std::optional<std::uint32_t> FunctionInstitutions::line_above_in_turn(const WrittenName& name, const FunctionPhrase* phrase) const {
  constexpr std::size_t kMostTurns = 40;
  const auto& blocks = words_.prose().blocks;
  const auto own = words_.prose().block_at(words_[name.first].span.begin);
  const auto begin = phrase != nullptr ? std::min(phrase->lead, name.lead) : name.lead;
  const bool is_line = blocks[own].span.begin == words_[begin].span.begin && blocks[own].span.end - blocks[own].span.begin < kShortLine;
  if (!is_line || own == 0 || !body_line(own - 1)) return std::nullopt;
  const auto is_of_turn = [&](std::size_t block) { return blocks[block].span.end - blocks[block].span.begin < kShortLine && !body_line(block); };
  std::size_t top = own - 1, turns = 1;
  while (top >= 2 && turns < kMostTurns && is_of_turn(top - 1) && body_line(top - 2)) top -= 2, ++turns;
  auto behind = own + 1;
  while (behind + 1 < blocks.size() && turns < kMostTurns && body_line(behind) && is_of_turn(behind + 1)) behind += 2, ++turns;
  if (turns < 2) return std::nullopt;
  // A short line above the first body that names somebody: people stand first.
  const bool people_first = top > 0 && is_of_turn(top - 1) && std::ranges::any_of(phrases_, [&](const FunctionPhrase& one) {
    const auto at = words_[one.first].span.begin;
    return blocks[top - 1].span.begin <= at && at < blocks[top - 1].span.end;
  });
  return people_first ? std::nullopt : body_line(own - 1);
}

/// In the other column of the same line: « X        University Y ».
std::optional<std::uint32_t> FunctionInstitutions::across_columns(const WrittenName& name) const {
  const auto behind = name.last;
  const bool fills_block = words_[name.lead].joined == '\n' && (behind >= words_.size() || words_[behind].joined == '\n');
  if (!fills_block) return std::nullopt;
  const auto line = words_.prose().lines_of(words_.span_of(name.lead, name.last)).from;
  for (auto m = mentions_before(name.last); m < ranges_.size() && ranges_[m].first < name.last + kFarWords; ++m) {
    const auto& span = institutions_.mentions[m].span;
    if (fills_its_block(ranges_[m].first) && words_.prose().lines_of(span).from == line) return institution_at(ranges_[m].first);
  }
  return std::nullopt;
}

/// Is a mention all that its line says?
bool FunctionInstitutions::fills_its_block(std::size_t word) const {
  const auto mention = reader_.mention_of(word);
  if (mention == NameReader::kNoMention || words_[word].joined != '\n') return false;
  const auto behind = ranges_[mention].last;
  return behind >= words_.size() || words_[behind].joined == '\n';
}

bool FunctionInstitutions::is_contact_line(const WrittenName& name) const {
  const auto& block = words_.prose().blocks[words_.prose().block_at(words_[name.first].span.begin)];
  return block.kind != BlockKind::paragraph && block.span.end - block.span.begin < 2 * kShortLine;
}

/// In contacts: « CHU de X – Name – 06 … », or on the line behind.
std::optional<std::uint32_t> FunctionInstitutions::of_block(const WrittenName& name) const {
  const auto& block = words_.prose().blocks[words_.prose().block_at(words_[name.first].span.begin)];
  std::optional<std::uint32_t> found;
  for (auto m = mentions_before(words_.first_from(block.span.begin)); m < ranges_.size() && ranges_[m].first < words_.size(); ++m) {
    if (words_[ranges_[m].first].span.begin >= block.span.end) break;
    const auto institution = institution_at(ranges_[m].first);
    if (!institution) continue;
    if (ranges_[m].first > name.first) return found ? found : institution;
    found = institution;
  }
  return found;
}

}  // namespace maillage::documents
