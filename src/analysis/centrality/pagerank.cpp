// SPDX-License-Identifier: Apache-2.0
#include "analysis/centrality/pagerank.hpp"

#include <cmath>
#include <numeric>
#include <stdexcept>

#include "analysis/centrality/degree.hpp"

namespace maillage {
namespace {

constexpr double kChange = 1e-14;
constexpr int kMaxSweeps = 100000;

/// Chance that a step leads to a given vertex other than along a tie. Vertices without ties all have the same rank t, and
/// t = (1-d)/n + d·(vertices without ties)·t/n.
double chance_of_a_jump(const Network& network, double damping) {
  double without_ties = 0;
  for (Vertex v = 0; v < network.vertex_count(); ++v) without_ties += network.degree(v) == 0 ? 1 : 0;
  return (1 - damping) / (network.vertex_count() - damping * without_ties);
}

}  // namespace

std::vector<double> pagerank(const Network& network, double damping) {
  if (!(damping >= 0 && damping < 1)) throw std::invalid_argument("damping must be at least 0 and below 1");
  const auto n = network.vertex_count();
  if (n == 0) return {};
  const auto first = network.first();
  const auto targets = network.arc_targets();
  const auto jump = chance_of_a_jump(network, damping);
  const auto s = strength(network);
  std::vector<double> arc_weights;
  arc_weights.reserve(targets.size());
  for (const auto e : network.arc_edges()) arc_weights.push_back(network.weight(e));
  // What a vertex hands on for each unit of weight: its rank over its strength.
  std::vector<double> rank(n, jump), handed_on(n, 0);
  for (Vertex v = 0; v < n; ++v) {
    if (network.degree(v) > 0) handed_on[v] = 1.0 / n / s[v];
  }
  double change = 1;
  for (int sweep = 0; sweep < kMaxSweeps && change > kChange; ++sweep) {
    change = 0;
    for (Vertex v = 0; v < n; ++v) {
      if (first[v] == first[v + 1]) continue;
      double coming = 0;
      for (auto arc = first[v]; arc < first[v + 1]; ++arc) coming += arc_weights[arc] * handed_on[targets[arc]];
      const auto next = jump + damping * coming;
      change += std::abs(next - rank[v]);
      rank[v] = next;
      handed_on[v] = next / s[v];
    }
  }
  const auto sum = std::accumulate(rank.begin(), rank.end(), 0.0);
  for (auto& value : rank) value /= sum;
  return rank;
}

std::vector<double> pagerank(const DirectedNetwork& network, double damping) {
  if (!(damping >= 0 && damping < 1)) throw std::invalid_argument("damping must be at least 0 and below 1");
  const auto n = network.vertex_count();
  if (n == 0) return {};
  std::vector<double> out_strength(n, 0), rank(n, 1.0 / n), handed_on(n);
  for (Vertex v = 0; v < n; ++v) {
    const auto weights = network.out_weights(v);
    out_strength[v] = std::accumulate(weights.begin(), weights.end(), 0.0);
  }
  double change = 1;
  for (int sweep = 0; sweep < kMaxSweeps && change > kChange; ++sweep) {
    double stranded = 0;
    for (Vertex v = 0; v < n; ++v) {
      if (out_strength[v] > 0) {
        handed_on[v] = rank[v] / out_strength[v];
      } else {
        stranded += rank[v];
      }
    }
    const auto jump = (1 - damping + damping * stranded) / n;
    change = 0;
    double sum = 0;
    for (Vertex v = 0; v < n; ++v) {
      const auto sources = network.predecessors(v);
      const auto weights = network.in_weights(v);
      double coming = 0;
      for (std::size_t i = 0; i < sources.size(); ++i) coming += weights[i] * handed_on[sources[i]];
      const auto next = jump + damping * coming;
      change += std::abs(next - rank[v]);
      rank[v] = next;
      sum += next;
    }
    for (auto& value : rank) value /= sum;
  }
  return rank;
}

}  // namespace maillage
