// SPDX-License-Identifier: Apache-2.0
#include "analysis/centrality/eigenvector.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/centrality/adjacency.hpp"
#include "analysis/centrality/largest_eigenvector.hpp"
#include "analysis/centrality/perron.hpp"
#include "analysis/structure/structure.hpp"

namespace maillage {

namespace {

Network without_direction(const DirectedNetwork& network) {
  std::vector<Network::WeightedPair> pairs;
  pairs.reserve(network.arc_count());
  for (Vertex v = 0; v < network.vertex_count(); ++v) {
    for (const auto w : network.successors(v)) pairs.push_back({v, w, 1});
  }
  return Network(network.vertex_count(), pairs);
}

}  // namespace

std::vector<double> eigenvector(const DirectedNetwork& network, Direction direction) {
  constexpr double kChange = 1e-15, kSettled = 1e-14, kMostArcs = 2e10;
  constexpr int kMaxSteps = 200000;
  std::vector<double> values(network.vertex_count(), 0);
  if (values.empty()) return values;
  const auto component = components_of(without_direction(network)).members.front();
  std::vector<DirectedNetwork::WeightedArc> inside;
  std::vector<Vertex> place(network.vertex_count());
  for (Vertex i = 0; i < component.size(); ++i) place[component[i]] = i;
  for (const auto v : component) {
    const auto targets = network.successors(v);
    const auto weights = network.out_weights(v);
    for (std::size_t i = 0; i < targets.size(); ++i) inside.push_back({place[v], place[targets[i]], weights[i]});
  }
  const DirectedNetwork arcs(static_cast<Vertex>(component.size()), inside);
  const auto here = direction == Direction::in ? arcs : arcs.reversed();
  const auto eigenvalue = perron_eigenvalue(here);
  if (!(eigenvalue > 0)) return std::vector<double>(values.size(), std::numeric_limits<double>::quiet_NaN());
  std::vector<double> x(component.size(), 1.0), next(component.size());
  double change = 1;
  const auto most_steps = std::min<double>(kMaxSteps, kMostArcs / static_cast<double>(here.arc_count()));
  for (int step = 0; step < most_steps && change > kChange; ++step) {
    double squares = 0;
    for (Vertex v = 0; v < here.vertex_count(); ++v) {
      const auto sources = here.predecessors(v);
      const auto weights = here.in_weights(v);
      next[v] = eigenvalue * x[v];
      for (std::size_t i = 0; i < sources.size(); ++i) next[v] += weights[i] * x[sources[i]];
      squares += next[v] * next[v];
    }
    change = 0;
    for (std::size_t v = 0; v < x.size(); ++v) {
      next[v] /= std::sqrt(squares);
      change = std::max(change, std::abs(next[v] - x[v]));
    }
    x.swap(next);
  }
  if (change > kSettled) return std::vector<double>(values.size(), std::numeric_limits<double>::quiet_NaN());
  for (std::size_t i = 0; i < component.size(); ++i) values[component[i]] = x[i];
  return values;
}

std::vector<double> eigenvector(const Network& network) {
  std::vector<double> values(network.vertex_count(), 0);
  if (values.empty()) return values;
  const auto component = components_of(network).members.front();
  auto matrix = adjacency_matrix(network, component);
  // Divided by the largest strength: the identity must not drown A, nor A the identity.
  double largest = std::numeric_limits<double>::min();
  for (const auto v : component) largest = std::max(largest, network.strength(v));
  matrix /= largest;
  const auto product = [&](const auto& x) -> Eigen::VectorXd { return matrix * x + x; };
  const auto found = largest_eigenpair(product, Eigen::VectorXd::Ones(matrix.rows()));
  // The sign is free and the vector of one sign.
  for (std::size_t i = 0; i < component.size(); ++i) values[component[i]] = std::abs(found.vector[static_cast<Eigen::Index>(i)]);
  return values;
}

}  // namespace maillage
