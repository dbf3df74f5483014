// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

#include "model/column.hpp"

namespace maillage {

// How DataSetBuilder puts the members of agreements (parties, signatures) side by side: those of agreement a are
// first[a] … first[a+1].

// Groups rows (given by the agreement each belongs to) side by side; within an agreement by `before`.
template <class Before>
std::vector<Index> group_by(const std::vector<Index>& agreement_of, Index agreements, std::vector<std::uint32_t>& first,
                            Before before) {
  first.assign(agreements + 1, 0);
  for (const auto agreement : agreement_of) {
    if (agreement != kNone) ++first[agreement + 1];
  }
  std::partial_sum(first.begin(), first.end(), first.begin());
  std::vector<Index> order(first.back());
  auto next = first;
  for (Index row = 0; row < agreement_of.size(); ++row) {
    if (agreement_of[row] != kNone) order[next[agreement_of[row]]++] = row;
  }
  for (Index agreement = 0; agreement < agreements; ++agreement) {
    const auto begin = order.begin() + first[agreement];
    const auto end = order.begin() + first[agreement + 1];
    if (!std::is_sorted(begin, end, before)) std::stable_sort(begin, end, before);
  }
  return order;
}

// Lists of rows put into a new order (new row i takes the list of row order[i]).
inline void follow(const std::vector<Index>& order, std::vector<std::uint32_t>& first, std::vector<Index>& members) {
  std::vector<std::uint32_t> new_first{0};
  new_first.reserve(order.size() + 1);
  std::vector<Index> moved;
  moved.reserve(members.size());
  for (const auto row : order) {
    moved.insert(moved.end(), members.begin() + first[row], members.begin() + first[row + 1]);
    new_first.push_back(static_cast<std::uint32_t>(moved.size()));
  }
  first = std::move(new_first);
  members = std::move(moved);
}

// Of neighbours in one group that are of the same institution the first one stays.
inline void unite(std::vector<Index>& order, std::vector<std::uint32_t>& first, const std::vector<Index>& institution) {
  std::uint32_t kept_rows = 0;
  std::uint32_t begin = 0;
  for (std::size_t group = 0; group + 1 < first.size(); ++group) {
    const auto end = first[group + 1];
    const auto start = kept_rows;
    for (auto i = begin; i < end; ++i) {
      const bool is_repeated = kept_rows > start && institution[order[kept_rows - 1]] == institution[order[i]];
      if (!is_repeated) order[kept_rows++] = order[i];
    }
    begin = end;
    first[group + 1] = kept_rows;
  }
  order.resize(kept_rows);
}

// Lists that stand in the order the agreements came in follow them to their new one (empty: it is the same), each
// sorted by itself; members that are kNone are left out.
inline void place_lists(const std::vector<Index>& order, std::vector<std::uint32_t>& first,
                        std::vector<Index>& members) {
  if (!order.empty()) follow(order, first, members);
  std::uint32_t kept_members = 0;
  std::uint32_t begin = 0;
  for (std::size_t a = 0; a + 1 < first.size(); ++a) {
    const auto end = first[a + 1];
    std::sort(members.begin() + begin, members.begin() + end);  // kNone is the last
    for (auto i = begin; i < end && members[i] != kNone; ++i) members[kept_members++] = members[i];
    begin = end;
    first[a + 1] = kept_members;
  }
  members.resize(kept_members);
}

}  // namespace maillage
