// SPDX-License-Identifier: Apache-2.0
#include "analysis/community/louvain.hpp"

#include <numeric>

namespace maillage::community {

std::vector<Community> louvain(const WeightedGraph& finest, double resolution, std::uint64_t seed) {
  RandomSource random(seed);
  Workspace workspace(finest.vertex_count());
  std::vector<Community> community_of(finest.vertex_count());  // also: the coarse vertex of every vertex
  std::iota(community_of.begin(), community_of.end(), Community{0});
  WeightedGraph coarse;
  const auto* graph = &finest;
  while (true) {
    std::vector<Community> communities(graph->vertex_count());
    std::iota(communities.begin(), communities.end(), Community{0});
    if (move_vertices(*graph, resolution, communities, random, workspace) <= 0) return community_of;
    const auto count = close_gaps(communities);
    coarse = aggregate(*graph, communities, count);
    graph = &coarse;
    for (auto& c : community_of) c = communities[c];
  }
}

}  // namespace maillage::community
