// SPDX-License-Identifier: Apache-2.0
#include "tables/workbook.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "tables/workbook_parts.hpp"

namespace maillage {

CannotReadWorkbook::CannotReadWorkbook(std::string why, std::string about)
    : std::runtime_error(why + " " + about), reason(std::move(why)), part(std::move(about)) {}

SheetFiller::SheetFiller(Workbook& workbook, WorkbookSheet& sheet, std::uint64_t& cells_left)
    : workbook_(&workbook), sheet_(&sheet), cells_left_(&cells_left) {}

void SheetFiller::problem(WorkbookProblem::Kind kind, std::uint32_t row, std::uint32_t column, std::string_view value) {
  workbook_->problems.push_back({kind, sheet_->name, row + 1, column, std::string(value.substr(0, 200))});
}

void SheetFiller::put(std::uint32_t row, std::uint32_t column, SheetCell cell) {
  if (cell.is_empty() && !cell.is_formula) return;
  if (row >= kMostRows || column >= kMostColumns) {
    if (!is_beyond_told_) problem(WorkbookProblem::Kind::cells_beyond, row, column, cell.text);
    is_beyond_told_ = true;
    return;
  }
  auto& rows = sheet_->rows;
  auto at = rows.end();
  if (rows.empty() || rows.back().number < row + 1) {
    at = rows.insert(at, SheetRow{row + 1, {}});
  } else {
    at = std::ranges::lower_bound(rows, row + 1, {}, &SheetRow::number);
    if (at->number != row + 1) at = rows.insert(at, SheetRow{row + 1, {}});
  }
  auto& cells = at->cells;
  if (cells.size() <= column) {
    const auto more = column + 1 - cells.size();
    if (more > *cells_left_) throw CannotReadWorkbook("too_large");
    *cells_left_ -= more;
    cells.resize(column + 1);
  }
  cells[column] = std::move(cell);
}

void read_part(std::string_view bytes, std::string_view part, const XmlEvents& events) {
  try {
    read_xml(bytes, events);
  } catch (const NotXml&) {
    throw CannotReadWorkbook("damaged", std::string(part));
  }
}

bool looks_like_workbook(std::string_view first_bytes) {
  return first_bytes.starts_with("PK\x03\x04") || first_bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
}

Workbook read_workbook(std::string_view bytes, const WorkbookLimits& limits) {
  if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) {
    // A compound file: an .xlsx with a password lies in one as the stream "EncryptedPackage"; else it is an old .xls.
    constexpr std::string_view name("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e", 31);
    throw CannotReadWorkbook(bytes.find(name) != std::string_view::npos ? "encrypted" : "old_format");
  }
  if (!bytes.starts_with("PK")) throw CannotReadWorkbook("not_a_workbook");
  try {
    ZipArchive archive(bytes);
    if (archive.has("[Content_Types].xml")) return read_xlsx(archive, limits);
    if (archive.has("content.xml")) return read_ods(archive, limits);
  } catch (const CannotUnpack& fault) {
    throw CannotReadWorkbook(fault.reason == "missing_part" ? "damaged" : fault.reason, fault.part);
  }
  throw CannotReadWorkbook("not_a_workbook");
}

std::string column_letters(std::uint32_t column) {
  std::string letters;
  for (auto left = column + 1; left > 0; left = (left - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % 26));
  }
  return letters;
}

std::optional<double> number_of(std::string_view text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number)) return std::nullopt;
  return number;
}

std::string shortest(double number) {
  std::array<char, 64> digits{};
  const auto form = std::abs(number) < 1e15 && std::abs(number) >= 1e-5 ? std::chars_format::fixed : std::chars_format::general;
  const auto end = number == 0 ? std::to_chars(digits.data(), digits.data() + digits.size(), 0).ptr
                               : std::to_chars(digits.data(), digits.data() + digits.size(), number, form).ptr;
  return {digits.data(), end};
}

}  // namespace maillage
