// SPDX-License-Identifier: Apache-2.0
#include "documents/text/columns.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <utility>

#include "documents/text/headed_tables.hpp"
#include "documents/text/joined_lines.hpp"
#include "documents/text/letters.hpp"
#include "documents/text/right_column.hpp"
#include "documents/text/side_by_side.hpp"
#include "names/name_index.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kLeastColumn = 12;   // letters: narrower is an indent or a table's edge

bool is_lower(char32_t c) { return u_islower(static_cast<UChar32>(c)) != 0; }
bool is_upper(char32_t c) { return u_isupper(static_cast<UChar32>(c)) != 0; }

/// Lines between blank ones.
using Chunk = std::vector<SourceLine>;

std::vector<Chunk> chunks_of(std::vector<SourceLine> lines) {
  std::vector<Chunk> chunks;
  for (auto& line : lines) {
    const bool is_first = chunks.empty() || chunks.back().back().text.empty() != line.text.empty();
    if (is_first) chunks.emplace_back();
    chunks.back().push_back(std::move(line));
  }
  return chunks;
}

bool is_blank(const Chunk& chunk) { return chunk.front().text.empty(); }

bool ends_a_sentence(std::string_view text) {
  while (text.ends_with("\"") || text.ends_with(")") || text.ends_with(" ")) text.remove_suffix(1);
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with(':') || text.ends_with(';') ||
         text.ends_with("»") || text.ends_with("…");
}

bool begins_in_lower_case(std::string_view text) {
  const auto letters = letters_of(text);
  const auto first = std::ranges::find_if(letters, [](char32_t c) { return c != U' '; });
  return first != letters.end() && is_lower(*first);
}

bool begins_with_capital(std::string_view text) {
  const auto letters = letters_of(text);
  const auto first = std::ranges::find_if(letters, [](char32_t c) { return c != U' '; });
  return first != letters.end() && is_upper(*first);
}

/// Words behind which no line ends on purpose.
constexpr auto kGoOn = std::to_array<std::string_view>({"de", "du", "des", "d", "le", "la", "les", "l", "un", "une", "et", "ou", "au",
                                                        "aux", "a", "à", "en", "dans", "par", "pour", "sur", "avec", "entre", "que",
                                                        "qui", "son", "sa", "ses", "leur", "leurs", "ce", "cette", "ces", "sous"});

/// Words that no line of names begins with.
constexpr auto kOfSentences = std::to_array<std::string_view>({"dans", "afin", "de", "du", "des", "la", "le", "les", "l", "un", "une", "ce", "cette", "ces", "en",
                                                               "pour", "avec", "par", "sur", "il", "elle", "ils", "elles", "cet", "son", "sa", "ses", "leur"});

/// « Les sujets envisagés » over « l'érosion des côtes ; la houle ; les ports »: a heading and its list, no sentence cut in two.
bool heads_a_list(const Chunk& before, const Chunk& after) {
  constexpr std::size_t kLongestHeading = 45;
  if (before.size() != 1 || letters_of(before.front().text).size() > kLongestHeading || !begins_with_capital(before.front().text)) return false;
  std::size_t semicolons = 0, commas = 0, stops = 0;
  for (const auto& line : after) {
    semicolons += static_cast<std::size_t>(std::ranges::count(line.text, ';'));
    commas += static_cast<std::size_t>(std::ranges::count(line.text, ','));
    stops += static_cast<std::size_t>(std::ranges::count(line.text, '.'));
  }
  return semicolons >= 2 || (commas >= 2 && stops <= 1 && after.size() <= 2 && after.back().text.ends_with('.'));
}

/// Blank lines in the midst of a sentence, as scans have them: behind an item or the beginning of a sentence without its end, in
/// front of small letters.
std::vector<Chunk> bridged(std::vector<Chunk> chunks) {
  std::vector<Chunk> whole;
  for (auto& chunk : chunks) {
    if (whole.size() >= 2 && !is_blank(chunk) && is_blank(whole.back())) {
      auto& before = whole[whole.size() - 2];
      const auto& first = before.front().text;
      const auto begin = first.find_first_not_of(' ');
      const auto word = folded(std::string_view(first).substr(begin, first.find_first_of(" '", begin) - begin));
      const bool may_go_on = item_mark_of(std::string_view(first).substr(begin)).length > 0 || begins_in_lower_case(first) ||
                             std::ranges::find(kOfSentences, word) != kOfSentences.end();
      const auto& last = before.back().text;
      if (may_go_on && !heads_a_list(before, chunk) && !ends_a_sentence(last) && !last.ends_with(',') && begins_in_lower_case(chunk.front().text) && item_mark_of(chunk.front().text).length == 0) {
        std::ranges::move(chunk, std::back_inserter(before));
        whole.pop_back();
        continue;
      }
    }
    whole.push_back(std::move(chunk));
  }
  return whole;
}

/// Is a sentence cut between these lines?
bool is_cut(std::string_view before, std::string_view after) {
  if (ends_a_sentence(before)) return false;
  const auto last_word = before.substr(before.find_last_of(" '") + 1);
  return begins_in_lower_case(after) || std::ranges::find(kGoOn, last_word) != kGoOn.end();
}

/// Lines near one of a chunk, which may be as long as the file: first and one past the last.
std::pair<std::size_t, std::size_t> near(const Chunk& chunk, std::size_t at) {
  constexpr std::size_t kBeside = 25;
  return {at < kBeside ? 0 : at - kBeside, std::min(chunk.size(), at + kBeside + 1)};
}

/// Are the lines round this one as long as each other, as those of a wrapped paragraph are, and no items or lines of a form?
bool is_wrapped(const Chunk& chunk, std::size_t at) {
  std::vector<std::size_t> widths;
  const auto [first, last] = near(chunk, at);
  for (std::size_t i = first; i < last && i + 1 < chunk.size(); ++i) {
    if (i != at) widths.push_back(letters_of(chunk[i].text).size());
  }
  if (widths.size() < 3 || !begins_with_capital(chunk[at + 1].text)) return false;
  const auto widest = std::ranges::max(widths);
  const auto long_ones = std::ranges::count_if(widths, [&](std::size_t width) { return 4 * width >= 3 * widest; });
  return 3 * static_cast<std::size_t>(long_ones) >= 2 * widths.size();
}

/// How long lines get before they are wrapped: nine in ten of those that go on in lower case are no longer. 0: too few to tell.
std::size_t usual_width(const std::vector<Chunk>& chunks) {
  std::vector<std::size_t> widths;
  for (const auto& chunk : chunks) {
    for (std::size_t i = 0; i + 1 < chunk.size(); ++i) {
      if (!is_blank(chunk) && begins_in_lower_case(chunk[i + 1].text)) widths.push_back(letters_of(chunk[i].text).size());
    }
  }
  constexpr std::size_t kFewest = 4;
  if (widths.size() < kFewest) return 0;
  const auto ninth = widths.begin() + static_cast<std::ptrdiff_t>((widths.size() - 1) * 9 / 10);
  std::ranges::nth_element(widths, ninth);
  return *ninth;
}

/// « Jean | Martin »: does the word that ends there begin with a capital?
bool is_behind_capital(const std::u32string& line, std::size_t end) {
  auto begin = end;
  while (begin > 0 && line[begin - 1] != U' ' && line[begin - 1] != U'\'') --begin;
  return begin < end && is_upper(line[begin]);
}

/// « … onze équipes Ont signé : | mixtes à l'hôpital »: what heads the right column, set behind a line of the left one that goes
/// on in small letters. Where it begins; 0: none.
std::size_t right_heading_of(const Chunk& chunk, std::size_t at, std::size_t usual) {
  constexpr std::size_t kOver = 6;  // letters
  if (usual == 0 || at + 1 >= chunk.size() || !chunk[at].text.ends_with(':')) return 0;
  const auto line = letters_of(chunk[at].text);
  const auto text = line.find_first_not_of(U' ');
  const auto gap = text == std::u32string::npos ? text : line.find(U"   ", text);
  // behind a gap even over « Bordes, … », with which a name goes on: « de l'université   Ont signé : »
  const bool is_open = gap != std::u32string::npos && !ends_a_sentence(std::string_view(chunk[at].text).substr(0, chunk[at].text.find("   ")));
  if (line.size() < usual + kOver || (!is_open && !begins_in_lower_case(chunk[at + 1].text))) return 0;
  if (gap != std::u32string::npos && gap >= kLeastColumn) {
    const auto begin = line.find_first_not_of(U' ', gap);
    return begin != std::u32string::npos && is_upper(line[begin]) ? begin : 0;
  }
  for (auto i = std::min(usual + 1, line.size() - 1); i-- > std::max(kLeastColumn, usual / 2);) {
    if (line[i] == U' ' && is_upper(line[i + 1]) && is_lower(line[i - 1])) return i + 1;
  }
  return 0;
}

/// A line of the right column that was set behind one of the left: longer by far than its neighbours, and than lines of the
/// document are, with a capital after small letters near their width, while the line after it goes on with the left part.
/// Where the right part begins; 0: none.
std::size_t right_part_of(const Chunk& chunk, std::size_t at, std::size_t usual) {
  if (const auto heading = right_heading_of(chunk, at, usual)) return heading;
  if (letters_of(chunk[at].text).size() < usual + kLeastColumn) return 0;
  if (at + 1 >= chunk.size() || (usual == 0 && chunk.size() == 2)) return 0;  // the last line of two is short in any paragraph
  const auto is_of_list = [&](std::size_t i) { return chunk[i].text.ends_with(';') || chunk[i].text.ends_with(':'); };
  if (at > 0 && is_of_list(at) && is_of_list(at - 1)) return 0;  // « Ont signé : / X, maire ; / Y et Z, respectivement … ; »
  const bool is_cut_there = begins_in_lower_case(chunk[at + 1].text);
  if (!is_cut_there && !is_wrapped(chunk, at)) return 0;
  std::size_t width = 0;
  const auto [first, last] = near(chunk, at);
  for (std::size_t i = first; i < last; ++i) {
    if (i != at) width = std::max(width, letters_of(chunk[i].text).size());
  }
  const auto line = letters_of(chunk[at].text);
  if (width < 2 * kLeastColumn || line.size() < width + kLeastColumn) return 0;
  for (auto i = width + 1; i-- > width / 2;) {
    const bool is_joint = i + 1 < line.size() && line[i] == U' ' && is_upper(line[i + 1]) && i > 0 && is_lower(line[i - 1]);
    if (is_joint && (is_cut_there || !is_behind_capital(line, i))) return i + 1;
  }
  return 0;
}

/// « … Jeanne Morel | 1. l'accueil des étudiants ; | pour la Ville de … »: an item of the other column, ended by its mark.
bool is_item_between(const Chunk& item, const Chunk& after) {
  return item_mark_of(item.front().text).length > 0 && ends_a_sentence(item.back().text) && begins_in_lower_case(after.front().text) &&
         item_mark_of(after.front().text).length == 0;
}

/// Parts of lines and chunks of a few lines that cut a sentence, put behind what they cut.
std::vector<SourceLine> pulled_out(std::vector<SourceLine> lines) {
  auto chunks = bridged(chunks_of(std::move(lines)));
  std::vector<SourceLine> read;
  std::vector<Chunk> aside;
  const auto give = [&](Chunk& chunk) { std::ranges::move(chunk, std::back_inserter(read)); };
  const auto give_aside = [&] {
    for (auto& chunk : aside) {
      const auto& last = read.back();
      if (!last.text.empty()) read.push_back({"", last.number, last.page});
      give(chunk);
    }
    aside.clear();
  };
  const auto usual = usual_width(chunks);
  for (std::size_t i = 0; i < chunks.size(); ++i) {
    auto& chunk = chunks[i];
    if (is_blank(chunk)) {
      give(chunk);
      continue;
    }
    for (std::size_t k = 0; k < chunk.size(); ++k) {
      const auto joint = right_part_of(chunk, k, usual);
      if (joint == 0) continue;
      const auto line = letters_of(chunk[k].text);
      aside.push_back({{text_of(std::u32string_view(line).substr(joint)), chunk[k].number, chunk[k].page}});
      chunk[k].text = text_of(std::u32string_view(line).substr(0, joint));
    }
    // A, B, C with B cutting a sentence of A and C: B waits until that sentence has ended.
    auto tail = chunk.back().text;
    give(chunk);
    while (i + 4 < chunks.size() && !chunks[i + 2].empty() && chunks[i + 2].size() <= 4 && !is_blank(chunks[i + 2]) &&
           (begins_with_capital(chunks[i + 2].front().text) || is_item_between(chunks[i + 2], chunks[i + 4])) && is_cut(tail, chunks[i + 4].front().text) &&
           (ends_a_sentence(chunks[i + 2].back().text) || begins_in_lower_case(chunks[i + 4].front().text))) {
      aside.push_back(std::move(chunks[i + 2]));
      tail = chunks[i + 4].back().text;
      give(chunks[i + 4]);
      i += 4;
    }
    give_aside();
  }
  return read;
}

}  // namespace

std::vector<SourceLine> unwoven(std::vector<SourceLine> lines) {
  return pulled_out(with_right_column_behind(set_apart(with_rows_of_tables(std::move(lines)))));
}

}  // namespace maillage::documents
