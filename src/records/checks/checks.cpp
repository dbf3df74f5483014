// SPDX-License-Identifier: Apache-2.0
#include "records/checks/checks.hpp"

#include "records/checks/acknowledged.hpp"
#include "records/checks/context.hpp"

namespace maillage {

std::string_view CheckContext::file(std::string_view table) const {
  const auto& names = input.read.file_of;
  const auto found = names.find(table);
  return found == names.end() ? table : std::string_view(found->second);
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
  auto warnings = warn_of_parties(context);
  for (auto& warning : warn_of_signatures(context)) warnings.push_back(std::move(warning));
  for (auto& warning : warn_of_evidence(context)) warnings.push_back(std::move(warning));
  return log_unacknowledged(context, warnings);
}

}  // namespace maillage
