// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdint>
#include <numeric>
#include <utility>

#include "tables/cell_text.hpp"
#include "tables/display_width.hpp"
#include "tables/table.hpp"

namespace maillage {
namespace {

constexpr std::size_t gap = 2;  // spaces between columns
constexpr std::size_t unlimited = 1U << 30;

using Grid = std::vector<std::vector<std::string>>;  // the header, then the rows; what people read

Grid shown_grid(const Table& table) {
  Grid grid(1);
  for (const auto& column : table.columns) grid[0].push_back(terminal_line(column.label));
  static const Cell nothing;
  for (const auto& row : table.rows) {
    auto& cells = grid.emplace_back();
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      cells.push_back(terminal_line(shown_text(i < row.size() ? row[i] : nothing)));
    }
  }
  return grid;
}

std::size_t sum(const std::vector<std::size_t>& widths) {
  return std::accumulate(widths.begin(), widths.end(), std::size_t{0}) + gap * (widths.empty() ? 0 : widths.size() - 1);
}

std::vector<std::size_t> natural_widths(const Grid& grid) {
  std::vector<std::size_t> widths(grid[0].size(), 1);
  for (const auto& row : grid) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], display_width(row[i]));
  }
  return widths;
}

enum class Words : std::uint8_t { whole, cut_at_hyphens };

std::size_t longest_word(std::string_view text, Words words) {
  std::size_t longest = 0;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(words == Words::whole ? " " : " -"), text.size());
    const auto taken = end + (end < text.size() && text[end] == '-' ? 1 : 0);
    longest = std::max(longest, display_width(text.substr(0, taken)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return longest;
}

// How narrow each column may become: a number is never cut, a text and a header at their longest word or at `limit`,
// a header not before the longest word headers have.
std::vector<std::size_t> least_widths(const Table& table, const Grid& grid, std::size_t limit, Words words) {
  constexpr std::size_t longest_of_headers = 16;
  std::vector<std::size_t> least(table.columns.size(), 1);
  for (std::size_t row = 0; row < grid.size(); ++row) {
    for (std::size_t i = 0; i < least.size(); ++i) {
      const bool is_number = row > 0 && table.columns[i].align == TableColumn::Align::right;
      const auto most = is_number ? unlimited : row == 0 ? std::max(limit, longest_of_headers) : limit;
      least[i] = std::max(least[i], std::min(longest_word(grid[row][i], words), most));
    }
  }
  return least;
}

// The widest columns give way together: the largest common limit with which all fit. Empty where nothing fits.
std::vector<std::size_t> fitted_widths(const Table& table, const Grid& grid, std::size_t width) {
  auto natural = natural_widths(grid);
  if (sum(natural) <= width) return natural;
  std::vector<std::size_t> least;
  // Whole words as long as that is possible, then cut at hyphens; narrower, columns read worse than records.
  for (const auto& [words, shortest] : {std::pair{Words::whole, 14}, {Words::cut_at_hyphens, 12}}) {
    for (int limit = 24; limit >= shortest && (least.empty() || sum(least) > width); --limit) {
      least = least_widths(table, grid, static_cast<std::size_t>(limit), words);
    }
  }
  if (sum(least) > width) return {};
  const auto limited = [&](std::size_t limit) {
    auto widths = natural;
    for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = std::max(least[i], std::min(natural[i], limit));
    return widths;
  };
  std::size_t fits = 0;
  std::size_t too_wide = *std::ranges::max_element(natural);
  while (too_wide - fits > 1) {
    const auto middle = (fits + too_wide) / 2;
    (sum(limited(middle)) <= width ? fits : too_wide) = middle;
  }
  auto widths = limited(fits);
  for (std::size_t i = 0, left = width - sum(widths); i < widths.size() && left > 0; ++i) {
    if (widths[i] < natural[i]) {
      ++widths[i];
      --left;
    }
  }
  return widths;
}

void append_line(std::string& out, std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  out += line + '\n';
}

void append_row(std::string& out, const Table& table, const std::vector<std::string>& row,
                const std::vector<std::size_t>& widths) {
  std::vector<std::vector<std::string>> cells;
  std::size_t height = 1;
  for (std::size_t i = 0; i < row.size(); ++i) {
    cells.push_back(wrapped(row[i], widths[i]));
    height = std::max(height, cells.back().size());
  }
  for (std::size_t k = 0; k < height; ++k) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const auto text = k < cells[i].size() ? cells[i][k] : std::string();
      const auto used = display_width(text);
      const std::string space(widths[i] > used ? widths[i] - used : 0, ' ');
      if (i > 0) line.append(gap, ' ');
      line += table.columns[i].align == TableColumn::Align::right ? space + text : text + space;
    }
    append_line(out, std::move(line));
  }
}

void append_rule(std::string& out, const std::vector<std::size_t>& widths) {
  std::string line;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    if (i > 0) line.append(gap, ' ');
    for (std::size_t k = 0; k < widths[i]; ++k) line += "─";
  }
  append_line(out, std::move(line));
}

void append_columns(std::string& out, const Table& table, const Grid& grid, const std::vector<std::size_t>& widths) {
  append_row(out, table, grid[0], widths);
  append_rule(out, widths);
  for (std::size_t row = 1; row < grid.size(); ++row) append_row(out, table, grid[row], widths);
}

// A table that cannot be made narrow enough: one record under the other, a line or more for each field. The fields
// stand in a column of their own where that leaves the values room.
void append_records(std::string& out, const Grid& grid, std::size_t width) {
  constexpr std::size_t least_room = 20;
  const std::string bar = " │ ";
  std::size_t label_width = 0;
  for (const auto& label : grid[0]) label_width = std::max(label_width, display_width(label));
  const bool in_columns = label_width + display_width(bar) + least_room <= width;
  for (std::size_t row = 1; row < grid.size(); ++row) {
    if (row > 1) out += '\n';
    for (std::size_t i = 0; i < grid[row].size(); ++i) {
      if (!in_columns) {
        for (const auto& line : wrapped(grid[0][i] + bar + grid[row][i], width)) out += line + '\n';
        continue;
      }
      auto label = grid[0][i];
      for (const auto& line : wrapped(grid[row][i], width - label_width - display_width(bar))) {
        append_line(out, label + std::string(label_width - display_width(label), ' ') + bar + line);
        label.clear();
      }
    }
  }
}

}  // namespace

std::string to_terminal(const Table& table, unsigned width) {
  const std::size_t available = width == 0 ? unlimited : width;
  std::string out;
  const auto append_text = [&](const std::string& text) {
    for (const auto& line : wrapped(text, available)) out += line + '\n';
  };
  if (!table.title.empty()) {
    append_text(table.title);
    out += '\n';
  }
  if (!table.columns.empty()) {
    const auto grid = shown_grid(table);
    const auto widths = fitted_widths(table, grid, available);
    std::string in_columns;
    if (!widths.empty()) append_columns(in_columns, table, grid, widths);
    // A page of text in a narrow column is longer than the same rows as records, and worse to read.
    std::string as_records;
    if (widths.empty() || sum(natural_widths(grid)) > available) append_records(as_records, grid, available);
    const auto lines = [](const std::string& text) { return std::ranges::count(text, '\n'); };
    const bool columns_are_shorter = as_records.empty() || lines(in_columns) <= lines(as_records);
    out += !widths.empty() && columns_are_shorter ? in_columns : as_records;
  }
  if (!table.notes.empty()) out += '\n';
  for (const auto& note : table.notes) append_text(note);
  return out;
}

}  // namespace maillage
