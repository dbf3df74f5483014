// SPDX-License-Identifier: Apache-2.0
#include "records/office/office_list.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "files/files.hpp"
#include "names/name_index.hpp"
#include "records/cell_values.hpp"
#include "records/office/import_field.hpp"
#include "tables/csv_reader.hpp"

namespace maillage {
namespace {

constexpr std::uint64_t kMostMerged = 5'000'000;  // cells that merged cells cover, together
constexpr std::uint32_t kDeepestHeader = 30;  // rows above a list: titles, logos, remarks

// A sheet as a grid in which merged cells have their value throughout.
class Grid {
 public:
  explicit Grid(const WorkbookSheet& sheet) {
    for (const auto& row : sheet.rows) rows_[row.number - 1] = row.cells;
    std::uint64_t filled = 0;
    for (const auto& merged : sheet.merged) {
      const auto value = at(merged.first_row, merged.first_column);
      if (value.is_empty()) continue;
      const auto last_row = std::min(merged.last_row, merged.first_row + 10'000);
      const auto last_column = std::min(merged.last_column, merged.first_column + 500);
      // Merged cells may lie over each other in a file made to harm.
      filled += static_cast<std::uint64_t>(last_row - merged.first_row + 1) * (last_column - merged.first_column + 1);
      if (filled > kMostMerged) throw CannotReadWorkbook("too_large", sheet.name);
      for (auto r = merged.first_row; r <= last_row; ++r) {
        auto& cells = rows_[r];
        if (cells.size() <= last_column) cells.resize(last_column + 1);
        std::fill(cells.begin() + merged.first_column, cells.begin() + last_column + 1, value);
      }
    }
  }
  SheetCell at(std::uint32_t row, std::uint32_t column) const {
    const auto found = rows_.find(row);
    return found == rows_.end() || column >= found->second.size() ? SheetCell{} : found->second[column];
  }
  const std::map<std::uint32_t, std::vector<SheetCell>>& rows() const { return rows_; }

 private:
  std::map<std::uint32_t, std::vector<SheetCell>> rows_;
};

// How much a row looks like a header: known headers count most, other short texts a little, values against it.
double header_score_of(const std::vector<SheetCell>& cells) {
  double score = 0;
  for (const auto& cell : cells) {
    if (cell.is_empty()) continue;
    if (cell.kind != SheetCell::Kind::text || cell.text.size() > 120) {
      score -= 0.5;
      continue;
    }
    double best = 0;
    for (const auto& info : import_fields()) best = std::max(best, header_score(info, cell.text));
    score += best >= 0.6 ? best : folded(cell.text).empty() ? 0 : 0.2;
  }
  return score;
}

std::vector<std::string> each_once(std::vector<std::string> headers) {
  std::map<std::string, int> seen;
  for (auto& header : headers) {
    const auto count = ++seen[header];
    if (count > 1) header += " (" + std::to_string(count) + ")";
  }
  return headers;
}

// Rows below the header of which one merged cell spans most columns (« ANNÉE 2023 »), and where it begins.
std::map<std::uint32_t, std::uint32_t> headings_of(const WorkbookSheet& sheet, std::uint32_t header, std::uint32_t columns) {
  std::map<std::uint32_t, std::uint32_t> headings;
  for (const auto& merged : sheet.merged) {
    const auto width = merged.last_column - merged.first_column + 1;
    if (merged.first_row == merged.last_row && merged.first_row > header && columns > 2 && 2 * width > columns) headings[merged.first_row] = merged.first_column;
  }
  return headings;
}

ListTable table_of(const WorkbookSheet& sheet) {
  const Grid grid(sheet);
  ListTable table;
  table.name = sheet.name;
  table.is_hidden = sheet.is_hidden;
  std::uint32_t first = 0;
  double best = -1;
  std::uint32_t seen = 0;
  for (const auto& [row, cells] : grid.rows()) {
    if (++seen > kDeepestHeader) break;
    const auto score = header_score_of(cells);
    if (score > best + 1e-9) {
      best = score;
      first = row;
    }
  }
  if (grid.rows().empty() || best <= 0) return table;
  auto last = first;  // a header whose cells are merged downwards spans those rows
  for (const auto& merged : sheet.merged) {
    if (merged.first_row == first && merged.last_row > last && merged.last_row < first + 4) last = merged.last_row;
  }
  std::uint32_t columns = 0;
  for (const auto& [row, cells] : grid.rows()) columns = std::max(columns, static_cast<std::uint32_t>(cells.size()));
  std::vector<std::uint32_t> taken;
  std::vector<std::string> headers;
  for (std::uint32_t c = 0; c < columns; ++c) {
    std::string header;
    std::string before;
    for (auto r = first; r <= last; ++r) {
      auto text = grid.at(r, c).text;
      std::ranges::replace(text, '\n', ' ');
      const std::string part(trimmed(text));
      if (part.empty() || part == before) continue;
      header += (header.empty() ? "" : " ") + part;
      before = part;
    }
    const bool has_values = std::ranges::any_of(grid.rows(), [&](const auto& row) {
      return row.first > last && c < row.second.size() && !row.second[c].is_empty();
    });
    if (header.empty() && !has_values) continue;
    taken.push_back(c);
    headers.push_back(header.empty() ? column_letters(c) : header);  // a column without a name goes by its letter
  }
  table.header_row = last + 1;
  table.headers = each_once(std::move(headers));
  const auto headings = headings_of(sheet, last, static_cast<std::uint32_t>(taken.size()));
  for (const auto& [row, cells] : grid.rows()) {
    if (row <= last) continue;
    if (const auto heading = headings.find(row); heading != headings.end()) {
      table.headings.emplace_back(row + 1, std::string(trimmed(grid.at(row, heading->second).text)));
      continue;
    }
    ListRow made{row + 1, {}};
    bool has_any = false;
    for (const auto c : taken) {
      made.cells.push_back(c < cells.size() ? cells[c] : SheetCell{});
      has_any = has_any || !trimmed(made.cells.back().text).empty();
    }
    if (has_any) table.rows.push_back(std::move(made));
  }
  return table;
}

// `sep=;` on the first line, which spreadsheets write and read; its sign.
std::optional<char> told_delimiter(std::string_view text) {
  if (text.size() < 5 || folded(text.substr(0, 3)) != "sep" || text[3] != '=') return std::nullopt;
  const auto line = trimmed(text.substr(0, text.find('\n')));
  if (text[4] == '\t') return '\t';
  return line.size() == 5 ? std::optional(line[4]) : std::nullopt;
}

// The sign that stands most often in most of the first lines, outside quotes: a title may stand above the header.
char delimiter_of(std::string_view text) {
  constexpr auto kDelimiters = std::to_array({',', ';', '\t', '|'});
  constexpr std::size_t kLinesLookedAt = 40;
  std::array<std::map<std::size_t, std::size_t>, kDelimiters.size()> lines_with;  // number of signs → lines
  std::array<std::size_t, kDelimiters.size()> counts{};
  bool is_quoted = false;
  std::size_t lines = 0;
  for (std::size_t i = 0; i <= text.size() && lines < kLinesLookedAt; ++i) {
    const char c = i < text.size() ? text[i] : '\n';
    if (c == '"') is_quoted = !is_quoted;
    if (is_quoted && i < text.size()) continue;
    const auto sign = std::ranges::find(kDelimiters, c);
    if (sign != kDelimiters.end()) ++counts[static_cast<std::size_t>(sign - kDelimiters.begin())];
    if (c != '\n') continue;
    ++lines;
    for (std::size_t d = 0; d < kDelimiters.size(); ++d) {
      if (counts[d] > 0) ++lines_with[d][counts[d]];
    }
    counts = {};
  }
  const auto weight = [&](std::size_t d) {  // lines that agree on a number of signs, by that number
    std::size_t most = 0;
    for (const auto& [count, with] : lines_with[d]) most = std::max(most, with * count);
    return most;
  };
  std::size_t best = 0;
  for (std::size_t d = 1; d < kDelimiters.size(); ++d) {
    if (weight(d) > weight(best)) best = d;
  }
  return kDelimiters[best];
}

// Bytes of the UTF-8 character that begins there; 0 where none does.
std::size_t length_of_character(std::string_view bytes) {
  const auto first = static_cast<unsigned char>(bytes.front());
  const std::size_t length = first < 0x80 ? 1 : first >= 0xC2 && first < 0xE0 ? 2 : first >= 0xE0 && first < 0xF0 ? 3 : first >= 0xF0 && first < 0xF5 ? 4 : 0;
  if (length == 0 || bytes.size() < length) return 0;
  const auto continues = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; };
  return std::ranges::all_of(bytes.substr(1, length - 1), continues) ? length : 0;
}

// A list in UTF-8 with some bytes of Windows-1252 pasted in is not in Windows-1252 all of it: only these are read so.
std::string text_of_list(std::string_view bytes) {
  auto decoded = decode(bytes);
  if (decoded.encoding != Encoding::windows_1252 && decoded.encoding != Encoding::utf8_with_mark) return std::move(decoded.text);
  std::string text;
  std::size_t characters = 0, strays = 0;
  for (auto rest = bytes; !rest.empty();) {
    const auto length = length_of_character(rest);
    characters += length > 1 ? 1 : 0;
    strays += length == 0 ? 1 : 0;
    if (length == 0) text += decode(rest.substr(0, 1)).text;
    else text.append(rest.substr(0, length));
    rest.remove_prefix(std::max<std::size_t>(length, 1));
  }
  if (strays == 0 || characters <= 2 * strays) return std::move(decoded.text);
  return decoded.encoding == Encoding::utf8_with_mark ? text.substr(3) : text;
}

}  // namespace

std::vector<ListTable> list_tables(const Workbook& workbook) {
  std::vector<ListTable> tables;
  for (const auto& sheet : workbook.sheets) {
    auto table = table_of(sheet);
    if (!table.rows.empty()) tables.push_back(std::move(table));
  }
  return tables;
}

Workbook workbook_of_csv(std::string_view bytes, std::string_view name) {
  const auto whole = text_of_list(bytes);
  std::string_view text = whole;
  const auto told = told_delimiter(text);
  if (told) text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
  const std::uint32_t lines_before = told ? 1 : 0;
  Workbook workbook;
  auto& sheet = workbook.sheets.emplace_back(WorkbookSheet{std::string(name), false, {}, {}});
  CsvReader reader({.delimiter = told.value_or(delimiter_of(text))},
                   [&](const CsvRecord& record) {
                     SheetRow row{static_cast<std::uint32_t>(record.line) + lines_before, {}};
                     for (const auto field : record.fields) {
                       const auto cell = trimmed(field);
                       row.cells.push_back({cell.empty() ? SheetCell::Kind::empty : SheetCell::Kind::text, std::string(cell), false});
                     }
                     sheet.rows.push_back(std::move(row));
                   },
                   [&](const CsvProblem& problem) {
                     // A quote that goes on over lines and closes before other text has swallowed what stands between.
                     const bool is_open = problem.kind == CsvProblem::Kind::unterminated_quote ||
                                          (problem.kind == CsvProblem::Kind::text_after_quote && problem.value.find('\n') != std::string::npos);
                     if (is_open) throw CannotReadWorkbook("open_quote", std::to_string(problem.line + lines_before));
                     workbook.problems.push_back({WorkbookProblem::Kind::broken_value, std::string(name),
                                                  static_cast<std::uint32_t>(problem.line) + lines_before, problem.column, problem.value});
                   });
  reader.feed(text);
  reader.finish();
  return workbook;
}

}  // namespace maillage
