// SPDX-License-Identifier: Apache-2.0
#include "model/lineage.hpp"

#include <numeric>

namespace maillage {
namespace {

Index root_of(std::vector<Index>& parent, Index row) {
  while (parent[row] != row) {
    parent[row] = parent[parent[row]];
    row = parent[row];
  }
  return row;
}

}  // namespace

Threads::Threads(const DataSet& data) : count_(data.agreements.size()) {
  const auto ties = [](const Lineage& line) {
    return line.kind == LineageKind::renews || line.kind == LineageKind::replaces || line.kind == LineageKind::amends;
  };
  std::vector<Index> parent;
  for (const auto& line : data.lineage) {
    if (line.kind == LineageKind::amends) {
      if (amendment_.empty()) amendment_.resize(data.agreements.size());
      amendment_[line.agreement] = true;
    }
    if (!ties(line) || line.of == kNone) continue;
    if (parent.empty()) {
      parent.resize(data.agreements.size());
      std::iota(parent.begin(), parent.end(), Index{0});
    }
    const auto a = root_of(parent, line.agreement);
    const auto b = root_of(parent, line.of);
    parent[std::max(a, b)] = std::min(a, b);
  }
  if (parent.empty()) return;
  thread_of_.assign(parent.size(), kNone);
  count_ = 0;
  for (Index row = 0; row < parent.size(); ++row) {
    const auto root = root_of(parent, row);  // never after row
    thread_of_[row] = root == row ? count_++ : thread_of_[root];
  }
}

}  // namespace maillage
