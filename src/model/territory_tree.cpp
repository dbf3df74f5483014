// SPDX-License-Identifier: Apache-2.0
#include "model/territory_tree.hpp"

namespace maillage {
namespace {

constexpr int kDeepest = 16;  // a circle of parents, which check refuses, must not hang a view

bool lies_below(const std::vector<Territory>& rows, Index row, const std::vector<bool>& is_area) {
  row = rows[row].parent;
  for (int depth = 0; row != kNone && depth < kDeepest; ++depth) {
    if (is_area[row]) return true;
    row = rows[row].parent;
  }
  return false;
}

}  // namespace

std::vector<bool> territories_in(const DataSet& data, std::span<const Index> areas) {
  const auto& rows = data.territories;
  const auto count = static_cast<Index>(rows.size());
  std::vector<bool> is_area(count), is_below(count), result(count);
  for (const auto area : areas) is_area[area] = true;
  for (Index row = 0; row < count; ++row) {
    is_below[row] = lies_below(rows, row, is_area);
    result[row] = is_area[row] || is_below[row];
  }
  for (Index row = 0; row < count; ++row) {
    for (const auto group : rows[row].groups) {
      if (is_area[group] || (is_below[group] && rows[row].parent == kNone)) result[row] = true;
      // Not where the member is itself the area: what lies in a commune is not all that its group does.
      if (is_below[row]) result[group] = true;
    }
  }
  return result;
}

}  // namespace maillage
