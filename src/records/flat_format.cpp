// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "records/read_flat.hpp"

namespace maillage {

std::optional<InputFormat> flat_format_of(const std::vector<std::string>& columns) {
  const auto has = [&](std::string_view name) { return std::ranges::find(columns, name) != columns.end(); };
  if (has("id") && has("parties")) return InputFormat::agreements_csv;
  if (has("source") && has("target")) return InputFormat::edge_list_csv;
  if (has("parties")) return InputFormat::agreements_csv;
  if (has("source") || has("target")) return InputFormat::edge_list_csv;
  return std::nullopt;
}

std::vector<std::string_view> flat_columns() {
  auto names = column_names(agreements_csv_schema());
  for (const auto name : column_names(edge_list_schema())) names.push_back(name);
  return names;
}

}  // namespace maillage
