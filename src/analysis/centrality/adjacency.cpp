// SPDX-License-Identifier: Apache-2.0
#include "analysis/centrality/adjacency.hpp"

#include <numeric>
#include <vector>

namespace maillage {

SparseMatrix adjacency_matrix(const Network& network, std::span<const Vertex> vertices) {
  constexpr int kOutside = -1;
  std::vector<int> place(network.vertex_count(), kOutside);
  for (std::size_t i = 0; i < vertices.size(); ++i) place[vertices[i]] = static_cast<int>(i);
  const auto size = static_cast<Eigen::Index>(vertices.size());
  Eigen::VectorXi row_sizes(size);
  for (Eigen::Index i = 0; i < size; ++i) row_sizes[i] = static_cast<int>(network.degree(vertices[static_cast<std::size_t>(i)]));
  SparseMatrix matrix(size, size);
  matrix.reserve(row_sizes);
  for (std::size_t i = 0; i < vertices.size(); ++i) {
    const auto neighbours = network.neighbours(vertices[i]);
    const auto edges = network.incident_edges(vertices[i]);
    for (std::size_t k = 0; k < neighbours.size(); ++k) {
      if (const int at = place[neighbours[k]]; at != kOutside) matrix.insert(static_cast<int>(i), at) = network.weight(edges[k]);
    }
  }
  matrix.makeCompressed();
  return matrix;
}

SparseMatrix adjacency_matrix(const DirectedNetwork& network) {
  const auto size = static_cast<Eigen::Index>(network.vertex_count());
  SparseMatrix matrix(size, size);
  std::vector<Eigen::Triplet<double, int>> entries;
  entries.reserve(network.arc_count());
  for (Vertex v = 0; v < network.vertex_count(); ++v) {
    const auto targets = network.successors(v);
    const auto weights = network.out_weights(v);
    for (std::size_t i = 0; i < targets.size(); ++i) {
      entries.emplace_back(static_cast<int>(v), static_cast<int>(targets[i]), weights[i]);
    }
  }
  matrix.setFromTriplets(entries.begin(), entries.end());
  return matrix;
}

SparseMatrix adjacency_matrix(const Network& network) {
  std::vector<Vertex> all(network.vertex_count());
  std::iota(all.begin(), all.end(), Vertex{0});
  return adjacency_matrix(network, all);
}

}  // namespace maillage
