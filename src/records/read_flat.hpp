// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/data_set_builder.hpp"
#include "model/schema.hpp"
#include "records/fault_log.hpp"
#include "records/load.hpp"
#include "records/table_file.hpp"

namespace maillage {

/// Columns of a flat agreements CSV: id, parties, and what may be beside them.
const TableSchema& agreements_csv_schema();
/// Columns of an edge list: source, target, and what may be beside them.
const TableSchema& edge_list_schema();

/// Names of the columns of both kinds.
std::vector<std::string_view> flat_columns();
/// The kind that a header is of: by the columns that it must have, or has the first one of; nothing where it has none.
std::optional<InputFormat> flat_format_of(const std::vector<std::string>& columns);

struct FlatReading {
  std::uint64_t mark = 0;                           ///< of all content, in any order of rows
  bool has_given_weights = false;
  std::vector<std::string> declared_isolates;       ///< ids
};

/// Streams agreements, one a row: `id,parties` and optionally title, type, signed, valid_from, valid_to, duration,
/// renewal, themes, amount_eur, signatories, source.
///
/// Parties and signatories are ids or names, separated by `|` (or by `;` where the delimiter is no semicolon); each text
/// is an institution or person of its own with that id and name. Texts that differ in case, accents or punctuation only
/// are one institution (or person): the spelling that comes last in byte order names it, and a warning says so.
FlatReading read_agreements_csv(const TableFile& file, const TableForm& form, DataSetBuilder& builder, FaultLog& log);

/// Streams an edge list: `source,target` and optionally weight, signed, valid_from, valid_to, agreement.
///
/// Each row is an agreement of its own, named by its number, unless a column `agreement` names it: rows of one agreement
/// unite their parties. An empty target declares an isolated institution; so does a row from an institution to itself,
/// with a warning.
FlatReading read_edge_list(const TableFile& file, const TableForm& form, DataSetBuilder& builder, FaultLog& log);

}  // namespace maillage
