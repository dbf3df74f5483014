// SPDX-License-Identifier: Apache-2.0
#include "analysis/community/weighted_graph.hpp"

#include <cmath>
#include <limits>
#include <stdexcept>

namespace maillage::community {
namespace {

/// Mean of the positive weights, as a running mean, so that no sum can overflow; 1 where there is none.
double mean_weight(std::span<const double> weights) {
  double mean = 0;
  std::size_t positive = 0;
  for (const double weight : weights) {
    if (!(weight >= 0) || !std::isfinite(weight)) {
      throw std::invalid_argument("communities need weights that are finite and not negative");
    }
    if (weight > 0) mean += (weight - mean) / static_cast<double>(++positive);
  }
  return positive == 0 ? 1 : mean;
}

/// Vertices side by side by community: those of c are members[first[c]] … members[first[c+1]].
struct Members {
  std::vector<std::uint32_t> first;
  std::vector<Vertex> members;
};

Members members_of(std::span<const Community> community_of, Community count) {
  Members result{std::vector<std::uint32_t>(count + std::size_t{2}), std::vector<Vertex>(community_of.size())};
  for (const auto c : community_of) ++result.first[c + 2];
  for (std::size_t c = 2; c < result.first.size(); ++c) result.first[c] += result.first[c - 1];
  for (Vertex v = 0; v < community_of.size(); ++v) result.members[result.first[community_of[v] + 1]++] = v;
  result.first.pop_back();
  return result;
}

}  // namespace

WeightedGraph weighted_graph(const Network& network) {
  const double mean = mean_weight(network.weights());
  const auto n = network.vertex_count();
  WeightedGraph graph;
  graph.first.reserve(n + std::size_t{1});
  graph.first.push_back(0);
  graph.arcs.reserve(network.arc_targets().size());
  graph.strength.resize(n);
  for (Vertex v = 0; v < n; ++v) {
    const auto neighbours = network.neighbours(v);
    const auto edges = network.incident_edges(v);
    for (std::size_t i = 0; i < neighbours.size(); ++i) {
      const auto weight = static_cast<float>(network.weight(edges[i]) / mean);
      if (weight <= 0) continue;
      graph.arcs.push_back({neighbours[i], weight});
      graph.strength[v] += static_cast<double>(weight);
    }
    graph.first.push_back(static_cast<std::uint32_t>(graph.arcs.size()));
    graph.total += graph.strength[v];
  }
  return graph;
}

WeightedGraph constant_potts_graph(const Network& network) {
  auto graph = weighted_graph(network);
  graph.strength.assign(graph.strength.size(), 1);
  graph.total = mean_weight(network.weights());
  return graph;
}

WeightedGraph aggregate(const WeightedGraph& graph, std::span<const Community> community_of, Community count) {
  const auto groups = members_of(community_of, count);
  WeightedGraph coarse;
  coarse.total = graph.total;
  coarse.strength.resize(count);
  coarse.first.reserve(count + std::size_t{1});
  coarse.first.push_back(0);
  std::vector<double> weight_to(count, 0);
  std::vector<Community> touched(count + std::size_t{1});
  for (Community c = 0; c < count; ++c) {
    std::size_t found = 0;
    for (auto i = groups.first[c]; i < groups.first[c + 1]; ++i) {
      const auto v = groups.members[i];
      coarse.strength[c] += graph.strength[v];
      for (const auto& arc : graph.arcs_of(v)) {
        const auto other = community_of[arc.target];
        touched[found] = other;  // always written, and its own community too: branches here are foretold wrongly
        found += weight_to[other] == 0;
        weight_to[other] += static_cast<double>(arc.weight);
      }
    }
    for (std::size_t i = 0; i < found; ++i) {
      const auto other = touched[i];
      if (other != c) coarse.arcs.push_back({other, static_cast<float>(weight_to[other])});
      weight_to[other] = 0;
    }
    coarse.first.push_back(static_cast<std::uint32_t>(coarse.arcs.size()));
  }
  return coarse;
}

Community close_gaps(std::span<Community> community_of) {
  constexpr auto kUnseen = std::numeric_limits<Community>::max();
  std::vector<Community> number(community_of.size(), kUnseen);
  Community count = 0;
  for (auto& c : community_of) {
    if (number[c] == kUnseen) number[c] = count++;
    c = number[c];
  }
  return count;
}

}  // namespace maillage::community
