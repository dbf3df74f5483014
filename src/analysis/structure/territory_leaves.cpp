// SPDX-License-Identifier: Apache-2.0
#include "analysis/structure/territory_leaves.hpp"

#include <algorithm>

namespace maillage {

TerritoryLeaves::TerritoryLeaves(const DataSet& data) : rows_(data.territories) {
  const auto count = static_cast<Index>(rows_.size());
  std::vector<bool> is_leaf(count, true);
  for (const auto& row : rows_) {
    if (row.parent != kNone) is_leaf[row.parent] = false;
    for (const auto group : row.groups) is_leaf[group] = false;
  }
  holders_first_.push_back(0);
  for (Index row = 0; row < count; ++row) {
    if (is_leaf[row]) {
      const auto chain = chain_of(row);
      holders_.insert(holders_.end(), chain.begin(), chain.end());
    }
    holders_first_.push_back(holders_.size());
  }
  below_first_.assign(count + 1, 0);
  for (const auto holder : holders_) ++below_first_[holder + 1];
  for (Index row = 0; row < count; ++row) below_first_[row + 1] += below_first_[row];
  below_.resize(holders_.size());
  auto next = below_first_;
  for (Index leaf = 0; leaf < count; ++leaf) {
    for (const auto holder : holders_of(leaf)) below_[next[holder]++] = leaf;
  }
}

std::vector<Index> TerritoryLeaves::below_all(std::span<const Index> territories) const {
  std::vector<Index> all;
  for (const auto territory : territories) {
    const auto some = below(territory);
    all.insert(all.end(), some.begin(), some.end());
  }
  if (territories.size() > 1) {
    std::ranges::sort(all);
    all.erase(std::ranges::unique(all).begin(), all.end());
  }
  return all;
}

std::vector<Index> TerritoryLeaves::chain_of(Index territory) const {
  std::vector<Index> chain;
  const auto climb = [&](Index row) {  // a circle adds nothing twice
    for (; row != kNone && std::ranges::find(chain, row) == chain.end(); row = rows_[row].parent) chain.push_back(row);
  };
  climb(territory);
  const auto& own = rows_[territory];
  for (const auto group : own.groups) {
    // What holds most of a group need not hold this member of it: the member's own parent says.
    if (own.parent == kNone) {
      climb(group);
    } else if (std::ranges::find(chain, group) == chain.end()) {
      chain.push_back(group);
    }
  }
  return chain;
}

}  // namespace maillage
