// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace maillage {

/// What stands in the cells of a column.
enum class FieldType : std::uint8_t {
  id,              ///< names the row; any text
  text,            ///< prose and names: no contacts of persons in it
  mark,            ///< short text that is no prose: references, places in a source, file names
  code,            ///< one of FieldSchema::codes
  reference,       ///< id of a row of FieldSchema::references
  date,            ///< EDTF (PartialDate)
  duration,        ///< ISO 8601 (P5Y)
  integer,         ///< 0 … 4294967295
  number,          ///< decimal point, not negative
  latitude, longitude,  ///< decimal degrees, WGS 84
  url,             ///< http:// or https://
  ror, siren, finess, wikidata, orcid, sha256,
  country,         ///< ISO 3166-1, two capital letters
  language,        ///< ISO 639-1, two small letters
  territory_code   ///< INSEE code, SIREN of an EPCI, or a code that begins with the country's
};

/// One column of a table of the data package.
struct FieldSchema {
  std::string_view name;
  FieldType type = FieldType::text;
  std::string_view title_fr, title_en, description_fr, description_en;
  bool is_required = false;
  bool is_list = false;  ///< several values in a cell, separated by `|`
  std::span<const std::string_view> codes = {};  ///< of a code; "" among them: the cell may be empty
  std::string_view references = {};              ///< table that a reference leads to
};

/// One table of the data package.
struct TableSchema {
  std::string_view name;  ///< also of the file, without .csv
  std::string_view title_fr, title_en, description_fr, description_en;
  bool is_required = false;             ///< the file must be there, even if empty
  std::vector<std::string_view> key;    ///< columns that tell rows apart; the first ones make the row key
  std::vector<FieldSchema> fields;      ///< in the order of the file
  /// Place of a column; fields.size() where there is none.
  std::size_t place_of(std::string_view field) const;
};

/// Every table of the data package in order: what the reader, the checks, the writer and the documentation go by.
const std::vector<TableSchema>& package_schema();
/// The table with that name; nullptr where there is none.
const TableSchema* find_table(std::string_view name);
/// The names of a table's columns, in order.
std::vector<std::string_view> column_names(const TableSchema& table);
/// Regular expression (for Table Schema) of the texts of a type; empty where any text will do.
std::string_view pattern_of(FieldType type);

}  // namespace maillage
