// SPDX-License-Identifier: Apache-2.0
#include "records/table_file.hpp"

#include <algorithm>
#include <utility>

#include "files/files.hpp"
#include "records/cell_values.hpp"
#include "records/nearest.hpp"

namespace maillage {
namespace {

constexpr std::size_t kStray = static_cast<std::size_t>(-1);

std::string_view code_of(CsvProblem::Kind kind) {
  switch (kind) {
    case CsvProblem::Kind::unterminated_quote: return "unterminated_quote";
    case CsvProblem::Kind::text_after_quote: return "text_after_quote";
    case CsvProblem::Kind::quote_in_plain_field: return "quote_in_plain_field";
    case CsvProblem::Kind::too_many_fields: return "too_many_fields";
    case CsvProblem::Kind::too_few_fields: return "too_few_fields";
    case CsvProblem::Kind::invalid_utf8: return "invalid_utf8";
    case CsvProblem::Kind::null_byte: return "null_byte";
    case CsvProblem::Kind::field_too_long: return "field_too_long";
  }
  return "";
}

// Every bit of the sum over the rows depends on every bit of a row's mark.
std::uint64_t mixed(std::uint64_t mark) {
  mark = (mark ^ (mark >> 30)) * 0xbf58476d1ce4e5b9ULL;
  mark = (mark ^ (mark >> 27)) * 0x94d049bb133111ebULL;
  return mark ^ (mark >> 31);
}

class TableStream {
 public:
  TableStream(const TableFile& file, const WantedColumns& wanted, FaultLog& log,
              const std::function<void(const TableRow&)>& on_row)
      : file_(file), wanted_(wanted), log_(log), on_row_(on_row), cells_(wanted.names.size()) {}

  void take(const CsvRecord& record) {
    if (!std::exchange(has_header_, true)) {
      take_header(record);
    } else {
      take_row(record);
    }
  }
  void take(const CsvProblem& problem) {
    const auto column = problem.column < header_.size() ? std::string_view(header_[problem.column]) : "";
    const bool counts = problem.kind == CsvProblem::Kind::too_few_fields;
    const bool is_long = problem.kind == CsvProblem::Kind::too_many_fields;
    log_.add(code_of(problem.kind), {file_.name, problem.line, column}, problem.value,
             counts ? std::to_string(problem.column) : is_long ? problem.value : std::string(),
             counts || is_long ? std::to_string(header_.size()) : "");
  }
  TableReading finish() {
    if (!has_header_) log_.add("empty_table", {file_.name});
    return std::move(reading_);
  }

 private:
  void take_header(const CsvRecord& record) {
    reading_.has_column.resize(wanted_.names.size());
    for (const auto field : record.fields) {
      const auto name = trimmed(field);
      header_.emplace_back(name);
      const auto found = static_cast<std::size_t>(std::ranges::find(wanted_.names, name) - wanted_.names.begin());
      const bool is_known = found < wanted_.names.size();
      const bool is_double = is_known && reading_.has_column[found];
      place_of_.push_back(is_known && !is_double ? found : kStray);
      if (is_double) log_.add("duplicate_column", {file_.name, record.line, name}, name);
      if (is_known) reading_.has_column[found] = true;
    }
    tell_of_columns(record.line);
  }

  void tell_of_columns(std::uint64_t line) {
    std::vector<std::string_view> absent;
    for (std::size_t i = 0; i < wanted_.names.size(); ++i) {
      if (!reading_.has_column[i]) absent.push_back(wanted_.names[i]);
    }
    for (const auto& name : header_) {
      if (name.empty() || std::ranges::find(wanted_.names, name) != wanted_.names.end()) continue;
      const auto near = nearest_to(name, absent);
      if (wanted_.severity_of_stray == Severity::warning) {
        log_.warn("stray_column", {file_.name, line, name}, name, near);
      } else {
        log_.add("stray_column", {file_.name, line, name}, name, near);
      }
    }
    for (const auto name : wanted_.required) {
      if (std::ranges::find(absent, name) != absent.end()) log_.add("missing_column", {file_.name, line, name}, "", name);
    }
  }

  bool is_header_again(const CsvRecord& record) const {
    return header_.size() > 1 && std::ranges::equal(record.fields, header_, {}, [](auto field) { return trimmed(field); });
  }

  void take_row(const CsvRecord& record) {
    std::ranges::fill(cells_, std::string_view());
    bool is_empty = true;
    for (std::size_t i = 0; i < record.fields.size(); ++i) {
      const auto field = record.fields[i];
      if (field.empty()) continue;
      is_empty = false;
      if (i >= place_of_.size()) break;
      const auto cell = trimmed(field);
      if (cell.size() < field.size()) log_.add("outer_space", {file_.name, record.line, header_[i]}, field);
      if (place_of_[i] != kStray) {
        cells_[place_of_[i]] = cell;
      } else if (header_[i].empty() && !cell.empty()) {
        log_.add("too_many_fields", {file_.name, record.line}, cell, cell, std::to_string(header_.size()));
      }
    }
    if (is_empty) return;
    if (is_header_again(record)) {
      log_.add("repeated_header", {file_.name, record.line});
      return;
    }
    ++reading_.rows;
    std::uint64_t mark = 0;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      if (!cells_[i].empty()) mark += mixed(content_mark(cells_[i]) + i);
    }
    reading_.mark += mixed(mark);
    on_row_({record.line, cells_, &reading_.has_column});
  }

  const TableFile& file_;
  const WantedColumns& wanted_;
  FaultLog& log_;
  const std::function<void(const TableRow&)>& on_row_;
  std::vector<std::string_view> cells_;
  std::vector<std::string> header_;
  std::vector<std::size_t> place_of_;  // of the columns of the file among the wanted ones
  TableReading reading_;
  bool has_header_ = false;
};

void tell_of_form(const TableFile& file, const TableForm& form, FaultLog& log) {
  if (form.has_mark) log.add("byte_order_mark", {file.name});
  if (form.text == TableForm::Text::windows_1252) log.add("windows_1252", {file.name});
  if (form.text == TableForm::Text::utf16) log.add("utf_16", {file.name});
  if (form.delimiter != ',') log.add("delimiter_semicolon", {file.name}, form.delimiter == ';' ? ";" : "TAB");
}

}  // namespace

TableReading read_table(const TableFile& file, const TableForm& form, const WantedColumns& wanted, FaultLog& log,
                        const std::function<void(const TableRow&)>& on_row) {
  if (form.text == TableForm::Text::none) {
    log.add("no_text", {file.name});
    return {};
  }
  tell_of_form(file, form, log);
  TableStream stream(file, wanted, log, on_row);
  CsvReader reader({.delimiter = form.delimiter}, [&](const CsvRecord& record) { stream.take(record); },
                   [&](const CsvProblem& problem) { stream.take(problem); });
  if (form.text == TableForm::Text::utf16) {
    reader.feed(text_of_utf16(file.text ? *file.text : read_file(file.path)));
  } else {
    const auto feed = [&](std::string_view piece) {
      if (form.text == TableForm::Text::windows_1252) {
        reader.feed(decode(piece).text);
      } else {
        reader.feed(piece);
      }
    };
    if (file.text) {
      feed(*file.text);
    } else {
      read_in_pieces(file.path, feed);
    }
  }
  reader.finish();
  return stream.finish();
}

}  // namespace maillage
