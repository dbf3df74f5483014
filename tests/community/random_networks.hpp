// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "analysis/random_source.hpp"
#include "network/network.hpp"

namespace maillage::community_tests {

/// A weighted network with isolated vertices, several components, parallel pairs and equal weights: about
/// `vertices` × `degree` / 2 pairs among four fifths of the vertices, most of them inside blocks of six.
inline Network random_network(std::uint64_t seed, Vertex vertices, double degree) {
  RandomSource random(seed);
  std::vector<Network::WeightedPair> pairs;
  const auto in_use = vertices * 4 / 5;
  const auto count = static_cast<std::size_t>(vertices * degree / 2);
  for (std::size_t i = 0; i < count && in_use > 1; ++i) {
    const auto a = random.below(in_use);
    const auto block = a / 6 * 6;
    auto b = random.below(4) == 0 ? random.below(in_use) : block + random.below(6);
    if (b >= in_use || b == a) b = (a + 1) % in_use;
    pairs.push_back({a, b, 1.0 / (1 + random.below(4))});
  }
  return Network(vertices, pairs);
}

/// Cliques of `size` vertices in a ring, neighbours joined by one tie: clique c holds c × size … (c+1) × size - 1.
inline Network ring_of_cliques(Vertex cliques, Vertex size) {
  std::vector<Network::WeightedPair> pairs;
  for (Vertex c = 0; c < cliques; ++c) {
    for (Vertex i = 0; i < size; ++i) {
      for (Vertex j = i + 1; j < size; ++j) pairs.push_back({c * size + i, c * size + j});
    }
    pairs.push_back({c * size, ((c + 1) % cliques) * size + 1});
  }
  return Network(cliques * size, pairs);
}

/// The vertices of each community, by number.
inline std::vector<std::vector<Vertex>> members_by_community(const std::vector<std::uint32_t>& community_of) {
  std::vector<std::vector<Vertex>> members;
  for (Vertex v = 0; v < community_of.size(); ++v) {
    if (community_of[v] >= members.size()) members.resize(community_of[v] + 1);
    members[community_of[v]].push_back(v);
  }
  return members;
}

}  // namespace maillage::community_tests
