// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "model/data_set.hpp"

namespace maillage {

/// The territories that hold none themselves (communes, as a rule), and what holds them: by `parent`, and by `groups`.
/// Built in O((territories + memberships) · depth); rows of DataSet::territories throughout.
class TerritoryLeaves {
 public:
  explicit TerritoryLeaves(const DataSet& data);

  /// The leaves below a territory, ascending, each once; a leaf is its own.
  std::span<const Index> below(Index territory) const {
    return std::span(below_).subspan(below_first_[territory], below_first_[territory + 1] - below_first_[territory]);
  }
  /// The leaves below any of these, ascending, each once.
  std::vector<Index> below_all(std::span<const Index> territories) const;
  /// A leaf and everything that holds it, each once.
  std::span<const Index> holders_of(Index leaf) const {
    return std::span(holders_).subspan(holders_first_[leaf], holders_first_[leaf + 1] - holders_first_[leaf]);
  }
  bool is_leaf(Index territory) const { return holders_first_[territory] < holders_first_[territory + 1]; }
  /// A territory and everything that holds the whole of it, each once. O(depth).
  std::vector<Index> chain_of(Index territory) const;

 private:
  const std::vector<Territory>& rows_;
  std::vector<std::size_t> below_first_, holders_first_;
  std::vector<Index> below_, holders_;  // holders of territories that are no leaves: none
};

}  // namespace maillage
