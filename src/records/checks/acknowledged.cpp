// SPDX-License-Identifier: Apache-2.0
#include "records/checks/acknowledged.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "records/cell_values.hpp"

namespace maillage {
namespace {

using Place = std::tuple<std::string_view, std::string_view, std::string_view>;  // code, table, key

std::string joined(const std::vector<std::string_view>& fields) {
  std::string text;
  for (const auto field : fields) text.append(text.empty() ? "" : ", ").append(field);
  return text;
}

}  // namespace

std::size_t log_unacknowledged(const CheckContext& context, const std::vector<RowWarning>& warnings) {
  const auto& rows = context.data.acknowledgements;
  std::multimap<Place, std::size_t> by_place;
  for (std::size_t i = 0; i < rows.size(); ++i) by_place.emplace(Place(rows[i].warning, rows[i].table, rows[i].key), i);
  std::vector<bool> is_used(rows.size());
  std::size_t acknowledged = 0;
  for (const auto& warning : warnings) {
    auto fields = split_list(warning.field, ',');
    bool is_whole = false;
    for (const std::string_view key : {std::string_view(warning.key), std::string_view("*")}) {
      const auto [begin, end] = by_place.equal_range(Place(warning.code, warning.table, key));
      for (auto found = begin; found != end; ++found) {
        const auto& row = rows[found->second];
        if (row.field.empty()) {
          is_whole = is_used[found->second] = true;
        } else if (std::erase(fields, row.field) > 0) {
          is_used[found->second] = true;
          is_whole = is_whole || fields.empty();
        }
      }
    }
    if (is_whole) {
      ++acknowledged;
      continue;
    }
    const auto field = joined(fields);
    const auto detail = warning.detail == warning.field ? field : warning.detail;
    context.log.warn(warning.code, context.at(warning.table, warning.line, field), warning.value, detail, warning.other);
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!is_used[i]) {
      context.log.add("idle_acknowledgement", context.at("acknowledgements", rows[i].row), rows[i].warning, rows[i].key);
    }
  }
  return acknowledged;
}

}  // namespace maillage
