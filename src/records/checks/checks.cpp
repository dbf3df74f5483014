// SPDX-License-Identifier: Apache-2.0
#include "records/checks/checks.hpp"

#include <algorithm>

#include "records/checks/acknowledged.hpp"
#include "records/checks/context.hpp"

namespace maillage {

std::string_view CheckContext::file(std::string_view table) const {
  const auto& names = input.read.file_of;
  const auto found = names.find(table);
  return found == names.end() ? table : std::string_view(found->second);
}

bool CheckContext::is_lost(std::string_view table, bool has_rows, std::string_view from) const {
  const auto is_in = [&](const std::vector<std::string>& tables) {
    return std::ranges::find(tables, table) != tables.end();
  };
  if (is_in(input.read.told_lost)) return true;
  const bool is_absent = is_in(input.read.absent);
  if (!is_absent && has_rows) return false;
  if (!lost_tables.emplace(table).second) return true;
  log.add(is_absent ? "missing_table" : "table_without_rows", {file(table)}, table, from);
  return true;
}

std::uint64_t CheckContext::line_of_party(Index agreement, Index party) const {
  const auto line = data.parties.row[party];
  return line == 0 ? data.agreements.row[agreement] : line;
}
std::uint64_t CheckContext::line_of_signature(Index agreement, Index signature) const {
  const auto line = data.signatures.row[signature];
  return line == 0 ? data.agreements.row[agreement] : line;
}

std::size_t check_data(const DataToCheck& input, FaultLog& log) {
  const CheckContext context{input, input.built.data, log};
  check_references(context);
  check_keys(context);
  check_names(context);
  check_cycles(context);
  check_dates(context);
  check_claims(context);
  if (!input.with_warnings) return 0;
  auto warnings = warn_of_ids(context);
  for (auto& warning : warn_of_parties(context)) warnings.push_back(std::move(warning));
  for (auto& warning : warn_of_signatures(context)) warnings.push_back(std::move(warning));
  for (auto& warning : warn_of_evidence(context)) warnings.push_back(std::move(warning));
  return log_unacknowledged(context, warnings);
}

}  // namespace maillage
