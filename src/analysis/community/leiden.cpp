// SPDX-License-Identifier: Apache-2.0
#include "analysis/community/leiden.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

#include "analysis/community/refinement.hpp"

namespace maillage::community {
namespace {

constexpr int kMostIterations = 10;
constexpr double kLargeWeight = 1e4;  // in mean weights; below, the last tie may be what matters
constexpr double kLeastGain = 1e-4;   // of modularity, or of the weight of the network

/// One iteration: down to the graph whose vertices are the communities. Changes community_of; returns what it gained.
double iterate(const WeightedGraph& finest, double resolution, std::vector<Community>& community_of, RandomSource& random,
             Workspace& workspace) {
  WeightedGraph coarse;
  const auto* graph = &finest;
  std::vector<Vertex> coarse_of(finest.vertex_count());  // the coarse vertex of every vertex
  std::iota(coarse_of.begin(), coarse_of.end(), Vertex{0});
  auto communities = community_of;  // of the coarse vertices
  double gained = 0;
  while (true) {
    gained += move_vertices(*graph, resolution, communities, random, workspace);
    if (close_gaps(communities) == graph->vertex_count()) break;
    auto part_of = refine(*graph, resolution, communities, random, workspace);
    const auto parts = close_gaps(part_of);
    if (parts == graph->vertex_count()) break;  // rounding left nothing to merge
    std::vector<Community> of_parts(parts);
    for (Vertex v = 0; v < part_of.size(); ++v) of_parts[part_of[v]] = communities[v];
    coarse = aggregate(*graph, part_of, parts);
    graph = &coarse;
    communities = std::move(of_parts);
    for (auto& v : coarse_of) v = part_of[v];
  }
  for (Vertex v = 0; v < coarse_of.size(); ++v) community_of[v] = communities[coarse_of[v]];
  return gained;
}

/// What an iteration must gain for another to follow.
double least_gain(const WeightedGraph& graph) {
  double weight = 0;
  for (const auto& arc : graph.arcs) weight += static_cast<double>(arc.weight) / 2;
  return weight > kLargeWeight ? kLeastGain * weight : 0;
}

}  // namespace

std::vector<Community> leiden(const WeightedGraph& graph, double resolution, std::uint64_t seed) {
  RandomSource random(seed);
  Workspace workspace(graph.vertex_count());
  std::vector<Community> community_of(graph.vertex_count());
  std::iota(community_of.begin(), community_of.end(), Community{0});
  const double least = least_gain(graph);
  for (int iteration = 0; iteration < kMostIterations; ++iteration) {
    if (iterate(graph, resolution, community_of, random, workspace) <= least) break;
  }
  // A piece that local moving cut off gains by standing alone, so this never lowers modularity.
  split_into_connected(graph, community_of);
  return community_of;
}

Community split_into_connected(const WeightedGraph& graph, std::span<Community> community_of) {
  constexpr auto kUnseen = std::numeric_limits<Community>::max();
  std::vector<Community> piece_of(community_of.size(), kUnseen);
  std::vector<Vertex> stack;
  Community pieces = 0;
  for (Vertex start = 0; start < community_of.size(); ++start) {
    if (piece_of[start] != kUnseen) continue;
    piece_of[start] = pieces;
    stack.push_back(start);
    while (!stack.empty()) {
      const auto v = stack.back();
      stack.pop_back();
      for (const auto& arc : graph.arcs_of(v)) {
        if (piece_of[arc.target] != kUnseen || community_of[arc.target] != community_of[v]) continue;
        piece_of[arc.target] = pieces;
        stack.push_back(arc.target);
      }
    }
    ++pieces;
  }
  std::copy(piece_of.begin(), piece_of.end(), community_of.begin());
  return pieces;
}

}  // namespace maillage::community
