// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/codes.hpp"
#include "model/partial_date.hpp"
#include "model/schema.hpp"
#include "records/cell_values.hpp"
#include "records/fault_log.hpp"
#include "records/table_file.hpp"

namespace maillage {

/// Takes the cells of one row apart, one after the other in the order of the schema; what cannot be read is logged and
/// reads as empty.
///
/// Texts live as long as the row (and the reader: repaired ones lie in it). Each cell must be asked for by the function
/// of its type; an assertion holds the order to the schema.
class RowReader {
 public:
  RowReader(std::string_view file, const TableSchema& schema, const TableForm& form, FaultLog& log)
      : file_(file), schema_(&schema), log_(&log),
        mark_(form.delimiter == ';' ? DecimalMark::comma_possible : DecimalMark::point) {}

  /// Begins a row; has_key() says whether all its required ids and references are there.
  void begin(const TableRow& row);
  bool has_key() const { return has_key_; }
  std::uint32_t line() const { return static_cast<std::uint32_t>(row_.line); }

  std::string_view text();
  /// A list: parted by `|`; by `other` where there is no `|` in the cell.
  std::vector<std::string_view> texts(char other = '|');
  PartialDate date();
  std::optional<double> number();
  std::optional<std::uint32_t> integer(std::uint32_t largest = 0xFFFFFFFFU);
  std::string_view duration();
  /// Identifiers, addresses, countries, languages: empty where malformed.
  std::string_view identifier();
  template <class E>
  E code(E when_empty = E{}) {
    const auto cell = next();
    if (cell.empty()) return when_empty;
    if (const auto value = parse_code<E>(cell)) return *value;
    tell_of_code(cell);
    return when_empty;
  }
  /// A code whose enum is not of the model: the text as it is, logged where it is none.
  std::string_view code_text();
  /// All cells have been taken.
  bool at_end() const { return place_ == schema_->fields.size(); }

 private:
  std::string_view next();
  const FieldSchema& field() const { return schema_->fields[place_ - 1]; }
  FaultPlace here() const { return {file_, row_.line, field().name}; }
  void tell_of_code(std::string_view cell);
  void look_for_contact(std::string_view cell);
  std::string_view repaired_code(std::string_view cell);

  std::string_view file_;
  const TableSchema* schema_;
  FaultLog* log_;
  DecimalMark mark_;
  TableRow row_;
  std::size_t place_ = 0;
  bool has_key_ = false;
  std::deque<std::string> repaired_;
};

}  // namespace maillage
