// SPDX-License-Identifier: Apache-2.0
#include "analysis/centrality/directed_cores.hpp"

#include <algorithm>

namespace maillage {

std::vector<std::uint32_t> directed_core_numbers_of(const DirectedNetwork& network, std::optional<Direction> direction) {
  const auto n = network.vertex_count();
  const bool counts_in = direction != Direction::out, counts_out = direction != Direction::in;
  std::vector<std::uint32_t> left(n);  // arcs to what is not taken away
  std::uint32_t most = 0;
  for (Vertex v = 0; v < n; ++v) {
    left[v] = (counts_in ? network.in_degree(v) : 0) + (counts_out ? network.out_degree(v) : 0);
    most = std::max(most, left[v]);
  }
  // Vertices by what is left of them; one may stand in several, the last place counts.
  std::vector<std::vector<Vertex>> with(most + 1);
  for (Vertex v = 0; v < n; ++v) with[left[v]].push_back(v);
  std::vector<std::uint32_t> cores(n, 0);
  std::vector<bool> is_taken(n, false);
  const auto lose = [&](Vertex v, std::uint32_t level) {
    if (is_taken[v] || left[v] <= level) return;
    with[--left[v]].push_back(v);
  };
  for (std::uint32_t level = 0; level <= most; ++level) {
    for (std::size_t i = 0; i < with[level].size(); ++i) {  // grows while it is read
      const auto v = with[level][i];
      if (is_taken[v] || left[v] != level) continue;
      is_taken[v] = true;
      cores[v] = level;
      if (counts_in) {
        for (const auto w : network.successors(v)) lose(w, level);
      }
      if (counts_out) {
        for (const auto w : network.predecessors(v)) lose(w, level);
      }
    }
  }
  return cores;
}

}  // namespace maillage
