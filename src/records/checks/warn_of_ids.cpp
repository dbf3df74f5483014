// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include "names/name_index.hpp"
#include "records/checks/context.hpp"

namespace maillage {
namespace {

template <class Table>
void look_at(const Table& rows, std::string_view table, std::vector<RowWarning>& warnings) {
  std::vector<std::tuple<std::string, std::uint32_t, Index>> all;
  for (Index row = 0; row < rows.size(); ++row) all.emplace_back(folded(rows.id[row]), rows.row[row], row);
  std::ranges::sort(all);
  for (std::size_t i = 1; i < all.size(); ++i) {
    const auto& [text, line, row] = all[i];
    const auto& [text_before, line_before, row_before] = all[i - 1];
    if (text.empty() || text != text_before) continue;
    const std::string id(rows.id[row]);
    warnings.push_back(
        {"ids_alike", table, id, "id", line, id, std::string(rows.id[row_before]), std::to_string(line_before)});
  }
}

}  // namespace

// Ids that only case, accents or punctuation tell apart are two rows for the program and one for most readers.
std::vector<RowWarning> warn_of_ids(const CheckContext& context) {
  std::vector<RowWarning> warnings;
  if (context.input.format != InputFormat::package) return warnings;
  look_at(context.data.institutions, "institutions", warnings);
  look_at(context.data.people, "people", warnings);
  look_at(context.data.agreements, "agreements", warnings);
  return warnings;
}

}  // namespace maillage
