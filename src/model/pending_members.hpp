// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "model/column.hpp"

namespace maillage {

/// Parties or signatures while they are collected: which text names the member, and of which agreement.
///
/// As long as members come right after their agreement (flat tables) the agreement costs nothing: only where its
/// members begin is kept. The first member that comes otherwise makes them loose: 4 B more a member.
class PendingMembers {
 public:
  Index size() const { return static_cast<Index>(members.size()); }
  bool are_grouped() const { return is_grouped_; }

  void reserve(Index agreements) {
    first_.reserve(static_cast<std::size_t>(agreements) + 1);
    members.reserve(static_cast<std::size_t>(agreements) * 4);
  }

  /// `agreement_ids`: of the agreements so far, `count` of them.
  void add(TextId agreement, TextId member, const TextColumn& agreement_ids, Index count) {
    if (is_grouped_ && (count == 0 || agreement_ids.id(count - 1) != agreement)) loosen(agreement_ids);
    if (is_grouped_) {
      while (first_.size() < count) first_.push_back(size());
    } else {
      agreements_.push_back(agreement);
    }
    members.push_back(member);
  }

  /// Makes grouped members loose.
  void loosen(const TextColumn& agreement_ids) {
    if (!is_grouped_) return;
    is_grouped_ = false;
    agreements_.reserve(members.size());
    for (Index row = 0; row < first_.size(); ++row) {
      const auto end = row + 1 < first_.size() ? first_[row + 1] : size();
      agreements_.insert(agreements_.end(), end - first_[row], agreement_ids.id(row));
    }
    first_ = {};
  }

  /// Loose members: the id of the agreement of each.
  TextId agreement(Index member) const { return agreements_[member]; }
  /// Grouped members: where those of each of `count` agreements begin, and where the last ones end.
  std::vector<std::uint32_t> take_first(Index count) {
    while (first_.size() < static_cast<std::size_t>(count) + 1) first_.push_back(size());
    return std::move(first_);
  }

  std::vector<TextId> members;

 private:
  std::vector<std::uint32_t> first_;
  std::vector<TextId> agreements_;
  bool is_grouped_ = true;
};

}  // namespace maillage
