// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "records/checks/checks.hpp"

namespace maillage {

/// What every check works with.
struct CheckContext {
  const DataToCheck& input;
  const DataSet& data;
  FaultLog& log;

  std::string_view file(std::string_view table) const;
  /// Is a table that `from` refers to lost as a whole (absent, not readable, without rows)? That is the fault then, told
  /// once, and not each of the references to it.
  bool is_lost(std::string_view table, bool has_rows, std::string_view from) const;
  /// Lines of rows; those of parties and signatures are the agreement's where the table is flat.
  std::uint64_t line_of_party(Index agreement, Index party) const;
  std::uint64_t line_of_signature(Index agreement, Index signature) const;
  FaultPlace at(std::string_view table, std::uint64_t line, std::string_view field = {}) const {
    return {file(table), line, field};
  }
  mutable std::set<std::string, std::less<>> lost_tables = {};  // told by is_lost()
};

void check_references(const CheckContext& context);  ///< broken_reference, missing_table, duplicate_id
void check_keys(const CheckContext& context);        ///< duplicate_key, party_listed_twice
void check_names(const CheckContext& context);       ///< alias_claimed_twice
void check_cycles(const CheckContext& context);      ///< parent_, succession_, lineage_, territory_cycle
void check_dates(const CheckContext& context);       ///< end_before_start, left_before_joined
void check_claims(const CheckContext& context);      ///< evidence and acknowledgements that speak of nothing

/// A warning that the data may acknowledge: of a row by its key.
struct RowWarning {
  std::string_view code, table;
  std::string key, field;
  std::uint64_t line = 0;
  std::string value, detail, other;
};
std::vector<RowWarning> warn_of_ids(const CheckContext& context);         ///< ids_alike
std::vector<RowWarning> warn_of_parties(const CheckContext& context);     ///< few_named_parties
std::vector<RowWarning> warn_of_signatures(const CheckContext& context);  ///< signature_after_source, position_not_covering
std::vector<RowWarning> warn_of_evidence(const CheckContext& context);    ///< no_evidence

}  // namespace maillage
