// SPDX-License-Identifier: Apache-2.0
#include "documents/text/side_by_side.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <utility>

#include "documents/text/letters.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kLeastColumn = 12;  // letters: narrower is an indent or a table's edge
constexpr std::size_t kGutter = 2;        // blanks between columns
constexpr std::size_t kWidest = 400;      // letters of a line that is set in columns
constexpr std::size_t kMostBetween = 6;   // lines of the left column alone, before the stretch is taken to end
constexpr std::size_t kLongTry = 50;      // lines looked at without finding columns are not looked at again
constexpr std::size_t kLeastRows = 3;     // of a table
constexpr std::size_t kFewBoth = 2, kManyBoth = 3, kLeastEvidence = 4;

using Lines = std::vector<std::u32string>;

std::size_t indent_of(const std::u32string& line) {
  return std::min(line.find_first_not_of(U' '), line.size());
}

bool has_wide_gap(const std::u32string& line) {
  const auto begin = indent_of(line);
  const auto gap = line.find(U"   ", begin);
  return line.size() <= kWidest && gap != std::u32string::npos && line.find_last_not_of(U' ') > gap;
}

/// A line that shows where columns are: with a gap inside, or in the right column alone.
bool shows_columns(const std::u32string& line) {
  return has_wide_gap(line) || (!line.empty() && indent_of(line) >= 2 * kLeastColumn && line.size() <= kWidest);
}

/// Places at which a strip of blanks may run down, and how much speaks for each.
class Gutters {
 public:
  /// A line more; places that it closes are no gutters any longer.
  void add(const std::u32string& line) {
    const auto indent = indent_of(line);
    for (std::size_t at = kLeastColumn; at < places_.size(); ++at) {
      auto& place = places_[at];
      const bool is_free = at + kGutter >= line.size() || (line[at] == U' ' && line[at + 1] == U' ');
      const bool is_tight = !is_free && line[at] != U' ' && line[at + 1] == U' ' && line[at + kGutter] != U' ';
      place.is_open = place.is_open && (is_free || is_tight);
      if (!place.is_open || line.size() <= at + kGutter) continue;
      place.tight += is_tight ? 1 : 0;
      place.aligned += is_free && line[at + kGutter] != U' ' ? 1 : 0;
      if (indent < at)
        ++place.both;
      else
        ++place.right;
    }
    widest_ = std::max(widest_, line.size());
  }
  bool has_any() const {
    return std::ranges::any_of(places_, [](const Place& place) { return place.is_open && place.both > 0 && place.is_edge(); });
  }
  /// The place with most lines on both sides, of equal ones the rightmost: text of the right column begins there. 0:
  /// none.
  std::size_t best() const {
    std::size_t best = 0, most = 0;
    for (std::size_t at = kLeastColumn; at + kLeastColumn < std::min(widest_, places_.size()); ++at) {
      const auto& place = places_[at];
      const bool is_sure =
          place.both >= kManyBoth || (place.both >= kFewBoth && place.both + place.right >= kLeastEvidence);
      if (!place.is_open || !is_sure || place.both < most || !place.is_edge()) continue;
      best = at;
      most = place.both;
    }
    return best;
  }

 private:
  struct Place {
    bool is_open = true;
    std::size_t both = 0, right = 0;
    std::size_t tight = 0, aligned = 0;  // lines that leave one blank before the right column; that begin it there behind more
    /// A left line as long as can be leaves one blank alone: told by the others, which all begin at that letter.
    bool is_edge() const { return tight == 0 || (aligned >= 3 * tight && aligned >= kManyBoth); }
  };
  std::vector<Place> places_ = std::vector<Place>(kWidest);
  std::size_t widest_ = 0;
};

/// Lines first … last-1 that share a gutter.
struct Stretch {
  std::size_t first, last, gutter;
};

/// The stretch that begins at a line with a gap, as far as one gutter stays open; its gutter 0 where there is none.
Stretch stretch_at(const Lines& lines, std::size_t first) {
  Stretch stretch{first, first + 1, 0};
  Gutters gutters;
  gutters.add(lines[first]);
  for (auto next = first + 1; next < lines.size() && next - stretch.last < kMostBetween; ++next) {
    if (!shows_columns(lines[next])) continue;
    auto with = gutters;
    for (auto i = stretch.last; i <= next; ++i) with.add(lines[i]);
    if (!with.has_any()) break;
    gutters = std::move(with);
    stretch.last = next + 1;
  }
  stretch.gutter = gutters.best();
  return stretch;
}

/// Where the right part of a line begins: at the gutter, behind a left part that is longer, at its end where there is none.
std::size_t cut_of(std::u32string_view line, std::size_t gutter) {
  if (line.size() <= gutter + kGutter) return line.size();
  return line[gutter] == U' ' ? gutter : gutter + 1;
}

/// « EN CHIFFRES »: a line of the right column alone.
bool is_right_alone(const std::u32string& line, std::size_t gutter) {
  return line.size() > gutter + kGutter && indent_of(line) == gutter + kGutter;
}

/// A left line, a right one, or both with the right part where it begins in all lines.
bool fits(const std::u32string& line, std::size_t gutter) {
  return line.size() <= gutter + kGutter || is_right_alone(line, gutter) || (line[gutter + 1] == U' ' && line[gutter + kGutter] != U' ');
}

/// A box at the margin begins beside lines that leave no gap: the first of its lines that stand alone before the stretch, with the
/// paragraph that they cut.
std::size_t begin_of_box(const Lines& lines, const Stretch& stretch, std::size_t earliest) {
  auto first = stretch.first;
  for (auto at = stretch.first; at-- > earliest && first - at <= kMostBetween && fits(lines[at], stretch.gutter);) {
    if (is_right_alone(lines[at], stretch.gutter)) first = at;
  }
  const bool begins_box = is_right_alone(lines[first], stretch.gutter);
  while (begins_box && first > earliest && !lines[first - 1].empty() && fits(lines[first - 1], stretch.gutter)) --first;
  return first;
}

bool ends_open(const std::u32string& line) { return !line.empty() && std::u32string_view(U".:;!?»").find(line.back()) == std::u32string_view::npos; }

/// A box whose lines all stand between those of the text, at one indent, and cut its sentences; its gutter 0 where there is none.
Stretch box_between(const Lines& lines, std::size_t first) {
  const auto indent = indent_of(lines[first]);
  Stretch box{first, first + 1, 0};
  if (indent < 3 * kLeastColumn || lines[first].size() > kWidest) return box;
  std::size_t alone = 1, cuts = 0;
  for (auto at = first + 1; at < lines.size() && at - box.last < kMostBetween && lines[at].size() <= kWidest; ++at) {
    if (is_right_alone(lines[at], indent - kGutter)) {
      const bool is_cut = at + 1 < lines.size() && indent_of(lines[at - 1]) == 0 && ends_open(lines[at - 1]) && !lines[at + 1].empty() &&
                          u_islower(static_cast<UChar32>(lines[at + 1].front()));
      cuts += is_cut ? 1 : 0;
      ++alone;
      box.last = at + 1;
    } else if (lines[at].size() > indent) {
      break;
    }
  }
  if (alone >= kLeastRows && cuts >= 2) box.gutter = indent - kGutter;
  return box;
}

bool is_free_at(const std::u32string& line, std::size_t gutter) {
  return line.size() <= gutter || (line[gutter] == U' ' && (line.size() <= gutter + 1 || line[gutter + 1] == U' '));
}

std::vector<Stretch> stretches_of(const Lines& lines) {
  std::vector<Stretch> found;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!shows_columns(lines[i])) continue;
    auto stretch = has_wide_gap(lines[i]) ? stretch_at(lines, i) : box_between(lines, i);
    if (!has_wide_gap(lines[i]) && stretch.gutter == 0) continue;
    if (stretch.gutter == 0) {
      if (stretch.last - i > kLongTry) i = stretch.last - 1;
      continue;
    }
    stretch.first = begin_of_box(lines, stretch, found.empty() ? 0 : found.back().last);
    // Lines of one column alone at its end belong to it.
    while (stretch.last < lines.size() && !lines[stretch.last].empty() &&
           is_free_at(lines[stretch.last], stretch.gutter))
      ++stretch.last;
    found.push_back(stretch);
    i = stretch.last - 1;
  }
  return found;
}

/// Cells of a line, parted by wide gaps.
std::vector<std::u32string_view> cells_of(const std::u32string& line) {
  std::vector<std::u32string_view> cells;
  for (auto at = indent_of(line); at < line.size();) {
    const auto gap = std::min(line.find(U"   ", at), line.size());
    cells.push_back(std::u32string_view(line).substr(at, gap - at));
    at = std::min(line.find_first_not_of(U' ', gap), line.size());
  }
  return cells;
}

/// Rows of three cells and more, or of two that all begin with a capital, as no wrapped sentences do.
bool has_rows_of_cells(const Lines& lines, const Stretch& stretch) {
  std::size_t rows = 0, of_three = 0, of_two = 0;
  for (auto i = stretch.first; i < stretch.last; ++i) {
    if (lines[i].empty()) continue;
    const auto cells = cells_of(lines[i]);
    ++rows;
    of_three += cells.size() >= 3 ? 1 : 0;
    of_two += cells.size() >= 2 && std::ranges::all_of(cells, [](auto cell) { return u_isupper(static_cast<UChar32>(cell.front())) != 0; }) ? 1 : 0;
  }
  return rows >= kLeastRows && (of_three * 10 >= rows * 7 || of_two == rows);
}

/// « Pour la Ville,        Pour l'hôpital, / Le maire,        La directrice, »: blocks of signatures, no rows of a table.
bool has_signature_blocks(const Lines& lines, const Stretch& stretch) {
  constexpr auto kLeads = std::to_array<std::u32string_view>({U"Pour ", U"POUR ", U"Le ", U"LE ", U"La ", U"LA ", U"L'", U"L’", U"Les ", U"LES ", U"M. ", U"Mme ", U"Monsieur ", U"Madame "});
  const auto leads = [&](std::u32string_view cell) { return std::ranges::any_of(kLeads, [&](std::u32string_view lead) { return cell.starts_with(lead); }); };
  for (auto i = stretch.first; i < stretch.last; ++i) {
    if (lines[i].find_first_of(U"0123456789") != std::u32string::npos) continue;
    const auto cells = cells_of(lines[i]);
    if (cells.size() >= 2 && std::ranges::all_of(cells, leads)) return true;
  }
  return false;
}

/// « Institution        Représentée par », over rows that say who acts for whom.
bool has_head_of_representatives(const Lines& lines, const Stretch& stretch) {
  constexpr auto kBodies = std::to_array<std::u32string_view>(
      {U"institution", U"organisme", U"structure", U"établissement", U"etablissement", U"partenaire", U"partie",
       U"signataire", U"collectivité", U"collectivite", U"entité", U"pour ", U"membre", U"acteur"});
  constexpr auto kPeople =
      std::to_array<std::u32string_view>({U"représent", U"represent", U"signataire", U"signé par", U"signe par", U"nom",
                                          U"fonction", U"qualité", U"qualite", U"personne", U"par ", U"interlocut"});
  for (auto i = stretch.first; i < stretch.last; ++i) {
    if (lines[i].empty()) continue;
    const auto cells = cells_of(lines[i]);
    if (cells.size() < 2 || cells.size() > 3) return false;
    const auto begins = [](std::u32string_view cell, const auto& words) {
      std::u32string small;
      for (const auto c : cell) small += static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
      return small.size() < 30 &&
             std::ranges::any_of(words, [&](std::u32string_view word) { return small.starts_with(word); });
    };
    return begins(cells.front(), kBodies) && begins(cells[1], kPeople);
  }
  return false;
}

/// Most lines have something on both sides, what stands right has figures.
bool is_table(const Lines& lines, const Stretch& stretch) {
  if (has_signature_blocks(lines, stretch)) return false;
  if (has_rows_of_cells(lines, stretch) || has_head_of_representatives(lines, stretch)) return true;
  std::size_t rows = 0, both = 0, figures = 0;
  for (auto i = stretch.first; i < stretch.last; ++i) {
    const auto& line = lines[i];
    if (line.empty()) continue;
    ++rows;
    if (indent_of(line) >= stretch.gutter || line.size() <= stretch.gutter) continue;
    ++both;
    figures += line.find_first_of(U"0123456789", stretch.gutter) != std::u32string::npos ? 1 : 0;
  }
  return both * 10 >= rows * 7 && figures * 2 >= both;
}

/// Cells parted by gaps as one line.
std::string row_of(const std::u32string& line) {
  std::u32string row;
  for (const auto cell : cells_of(line)) {
    if (!row.empty()) row += U", ";
    row += cell;
  }
  return text_of(row);
}

/// « Direction des services de l'éducation / nationale du Val (DSV)      ses services »: a cell that goes on in the
/// line below.
void join_wrapped_cells(Lines& lines, const Stretch& stretch) {
  for (auto i = stretch.first; i + 1 < stretch.last; ++i) {
    auto &line = lines[i], &next = lines[i + 1];
    if (line.empty() || next.empty() || cells_of(line).size() != 1 || indent_of(line) >= stretch.gutter ||
        indent_of(next) >= stretch.gutter)
      continue;
    if (u_islower(static_cast<UChar32>(next[indent_of(next)])) == 0) continue;
    const auto first = line.substr(indent_of(line), line.find_last_not_of(U' ') + 1 - indent_of(line));
    next = first + U" " + next.substr(indent_of(next));
    line.clear();
  }
}

/// One side of a stretch. A line that is blank on this side alone parts nothing where a sentence goes on behind it.
std::vector<SourceLine> column_of(const Lines& letters, const Stretch& stretch, const std::vector<SourceLine>& lines,
                                  bool is_left) {
  std::vector<SourceLine> column;
  bool is_doubtful = false;  // are the blank lines at the column's end blank on this side alone?
  bool was_full = false;     // is its last line with text as long as wrapped lines are?
  for (auto i = stretch.first; i < stretch.last; ++i) {
    const std::u32string_view line = letters[i];
    const bool is_indented = indent_of(letters[i]) >= stretch.gutter;
    const auto cut = is_indented ? 0 : cut_of(line, stretch.gutter);
    auto side = is_left ? line.substr(0, cut) : line.substr(cut);
    side.remove_prefix(std::min(side.find_first_not_of(U' '), side.size()));
    while (side.ends_with(U' ')) side.remove_suffix(1);
    const bool goes_on = !side.empty() && is_doubtful && (u_islower(static_cast<UChar32>(side.front())) || (is_left && was_full));
    while (goes_on && !column.empty() && column.back().text.empty()) column.pop_back();
    if (side.empty() && (column.empty() || !column.back().text.empty())) {
      is_doubtful = !line.empty() && !column.empty() &&
                    std::string_view(".:;!?").find(column.back().text.back()) == std::string_view::npos;
    } else if (line.empty() || !side.empty()) {
      is_doubtful = false;
    }
    if (!side.empty()) was_full = 5 * side.size() >= 4 * stretch.gutter;
    column.push_back({text_of(side), lines[i].number, lines[i].page, LineForm::plain});
  }
  return column;
}

void put_columns(const Lines& letters, const Stretch& stretch, const std::vector<SourceLine>& lines,
                 std::vector<SourceLine>& read) {
  const bool has_blocks = has_signature_blocks(letters, stretch);
  for (const bool is_left : {true, false}) {
    auto column = column_of(letters, stretch, lines, is_left);
    if (has_blocks) column = set_apart(std::move(column));  // three signatures side by side
    const SourceLine blank{"", column.back().number, column.back().page, LineForm::plain};
    std::ranges::move(column, std::back_inserter(read));
    read.push_back(blank);
  }
}

}  // namespace

std::vector<SourceLine> set_apart(std::vector<SourceLine> lines) {
  Lines letters;
  letters.reserve(lines.size());
  for (const auto& line : lines) letters.push_back(letters_of(line.text));
  std::vector<SourceLine> read;
  std::size_t at = 0;
  for (const auto& stretch : stretches_of(letters)) {
    for (; at < stretch.first; ++at) read.push_back(std::move(lines[at]));
    if (!is_table(letters, stretch))
      put_columns(letters, stretch, lines, read);
    else {
      const bool is_of_people = has_head_of_representatives(letters, stretch);
      if (is_of_people) join_wrapped_cells(letters, stretch);
      bool is_head = is_of_people;
      for (auto i = at; i < stretch.last; ++i) {
        auto row = row_of(letters[i]);
        if (is_head && !row.empty()) {  // « Institution, Représentée par » leads the rows
          if (const auto joint = row.find(", "); joint != std::string::npos) row.erase(joint, 1);
          row += " :";
          is_head = false;
        } else if (is_of_people && !row.empty()) {
          row.insert(0, "– ");
        }
        read.push_back({std::move(row), lines[i].number, lines[i].page, LineForm::begins});
      }
    }
    at = stretch.last;
  }
  for (; at < lines.size(); ++at) read.push_back(std::move(lines[at]));
  return read;
}

}  // namespace maillage::documents
