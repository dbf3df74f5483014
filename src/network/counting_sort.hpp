// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace maillage {

/// Stable counting sort of `order` by key(item) in 0 … keys-1. O(items + keys) time, as much memory again.
template <class Key>
void sort_by_key(std::vector<std::uint32_t>& order, std::uint32_t keys, Key key) {
  std::vector<std::uint32_t> next(keys + 1, 0);
  for (const auto item : order) ++next[key(item) + 1];
  std::partial_sum(next.begin(), next.end(), next.begin());
  std::vector<std::uint32_t> sorted(order.size());
  for (const auto item : order) sorted[next[key(item)]++] = item;
  order = std::move(sorted);
}

}  // namespace maillage
