// SPDX-License-Identifier: Apache-2.0
#include "analysis/centrality/directed_degree.hpp"

#include <numeric>

namespace maillage {
namespace {

template <class ValueOf>
std::vector<double> of_every_vertex(const DirectedNetwork& network, ValueOf value_of) {
  std::vector<double> values(network.vertex_count());
  for (Vertex v = 0; v < network.vertex_count(); ++v) values[v] = value_of(v);
  return values;
}

double sum_of(std::span<const double> weights) { return std::accumulate(weights.begin(), weights.end(), 0.0); }

}  // namespace

std::vector<double> in_degree(const DirectedNetwork& network) {
  return of_every_vertex(network, [&](Vertex v) { return network.in_degree(v); });
}
std::vector<double> out_degree(const DirectedNetwork& network) {
  return of_every_vertex(network, [&](Vertex v) { return network.out_degree(v); });
}
std::vector<double> in_strength(const DirectedNetwork& network) {
  return of_every_vertex(network, [&](Vertex v) { return sum_of(network.in_weights(v)); });
}
std::vector<double> out_strength(const DirectedNetwork& network) {
  return of_every_vertex(network, [&](Vertex v) { return sum_of(network.out_weights(v)); });
}

}  // namespace maillage
