// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "records/office/import_field.hpp"
#include "records/office/office_list.hpp"

namespace maillage {

/// What one column of an office's list says, or what holds for every row of it.
struct MappedColumn {
  std::string table;      ///< sheet or file it stands in; empty: every one
  std::string column;     ///< its header; empty: `value` holds for every row
  ImportField field = ImportField::ignore;
  std::string group;      ///< columns of one party (or signatory) have the same; empty is a group as well
  std::string separator;  ///< parts the values of a cell, as parts_of() takes it; empty: `;`, `|` and line ends
  std::string value;      ///< where `column` is empty; `{header}` in it stands for that column: `{Acronym} – {Topic}`
  std::string codes;      ///< what texts mean: `Convention simple=other|Contrat=funding_agreement`; empty on the right: nothing
  std::string example;    ///< a value of the column; for the reader of the file alone
  double certainty = 1;   ///< of a guess, in [0, 1]; likewise
  std::uint64_t line = 0;  ///< of the mapping file; 0 where it comes from none
};

/// A piece of a value that is composed: text as it stands, or the header of a column.
struct ValuePiece {
  std::string text;
  bool is_column = false;
};
/// The pieces of `{Acronym} – {Topic}`; a brace that is not closed is text.
std::vector<ValuePiece> pieces_of(std::string_view value);

/// A spelling that is meant to be an institution or person that is known already, or that the list names otherwise.
struct SameAs {
  std::string spelling;
  std::string id;  ///< or another spelling of it
};

/// How an office's list becomes agreements: a value; made by guess_mapping(), kept in a CSV that a person corrects.
struct Mapping {
  std::vector<MappedColumn> columns;
  std::vector<SameAs> same_as;
};

/// A row of a mapping that cannot be followed.
struct MappingFault {
  enum class Kind : std::uint8_t {
    unknown_field,     ///< no field has this name
    unknown_column,    ///< no table of the list has this column any more
    unknown_table,     ///< the list has no such sheet or file
    nothing_to_take,   ///< neither a column nor a value
    broken_codes,      ///< a part without `=`, or a code that does not exist
    no_parties,        ///< nothing says who the parties are (of the whole mapping)
    not_a_mapping      ///< the columns `column` and `field` are missing
  } kind;
  std::uint64_t row = 0;  ///< line of the mapping file
  std::string value;
  std::string hint;       ///< the nearest name, where there is one
};

/// The file: CSV with the columns table,column,field,group,separator,value,codes,example,certainty. A spelling that is
/// known stands in a row of its own: field `same_as`, the spelling in `value`, the id in `codes`.
std::string mapping_csv(const Mapping& mapping);
Mapping read_mapping(std::string_view csv, std::vector<MappingFault>& faults);
/// What no longer fits the list.
std::vector<MappingFault> misfits(const Mapping& mapping, std::span<const ListTable> tables);

/// Proposes a mapping from headers (French and English) and from what stands below them: dates, amounts, separators.
/// Each column has one row, in order; what says nothing known is `ignore`. Columns of a party that follow its name belong
/// to it. Sheets most of whose columns are the same (one a year) are looked at together and share their rows. O(columns · fields + cells looked at), at most 200 rows of a table.
Mapping guess_mapping(std::span<const ListTable> tables);

}  // namespace maillage
