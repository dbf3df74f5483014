// SPDX-License-Identifier: Apache-2.0
#include "analysis/centrality/burt.hpp"

#include <algorithm>
#include <limits>

#include "analysis/centrality/degree.hpp"
#include "analysis/structure/triangles.hpp"

namespace maillage {
namespace {

constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();

std::vector<double> largest_weights(const Network& network) {
  std::vector<double> largest(network.vertex_count(), 0);
  for (Vertex v = 0; v < network.vertex_count(); ++v) {
    for (const auto e : network.incident_edges(v)) largest[v] = std::max(largest[v], network.weight(e));
  }
  return largest;
}

}  // namespace

std::vector<double> constraint(const Network& network) {
  const auto n = network.vertex_count();
  const auto s = strength(network);
  const auto w = network.weights();
  // By edge {i,j}: Σ_q w_iq w_qj / strength(q). Divided by strength(i) it is what i reaches of j through others.
  std::vector<double> through_others(network.edge_count(), 0);
  for_each_triangle(network, [&](Vertex a, Vertex b, Vertex c, EdgeId ab, EdgeId ac, EdgeId bc) {
    through_others[ab] += w[ac] * w[bc] / s[c];
    through_others[ac] += w[ab] * w[bc] / s[b];
    through_others[bc] += w[ab] * w[ac] / s[a];
  });
  std::vector<double> values(n, kUndefined);
  for (Vertex v = 0; v < n; ++v) {
    if (network.degree(v) == 0) continue;
    values[v] = 0;
    for (const auto e : network.incident_edges(v)) {
      const auto part = (w[e] + through_others[e]) / s[v];
      values[v] += part * part;
    }
  }
  return values;
}

std::vector<double> effective_size(const Network& network) {
  const auto n = network.vertex_count();
  const auto s = strength(network);
  const auto w = network.weights();
  const auto largest = largest_weights(network);
  std::vector<double> repeated(n, 0);  // times strength
  for_each_triangle(network, [&](Vertex a, Vertex b, Vertex c, EdgeId ab, EdgeId ac, EdgeId bc) {
    repeated[a] += w[bc] * (w[ac] / largest[b] + w[ab] / largest[c]);
    repeated[b] += w[ac] * (w[bc] / largest[a] + w[ab] / largest[c]);
    repeated[c] += w[ab] * (w[bc] / largest[a] + w[ac] / largest[b]);
  });
  std::vector<double> values(n, kUndefined);
  for (Vertex v = 0; v < n; ++v) {
    if (network.degree(v) > 0) values[v] = network.degree(v) - repeated[v] / s[v];
  }
  return values;
}

}  // namespace maillage
