// SPDX-License-Identifier: Apache-2.0
#include "analysis/centrality/burt.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <span>

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

/// Σ_q w_iq w_qj / strength(q) of every edge {i,j}. Divided by strength(i) it is what i reaches of j through others.
std::vector<double> ways_through_others(const Network& network, std::span<const double> strengths) {
  const auto w = network.weights();
  std::vector<double> through_others(network.edge_count(), 0);
  for_each_triangle(network, [&](Vertex a, Vertex b, Vertex c, EdgeId ab, EdgeId ac, EdgeId bc) {
    through_others[ab] += w[ac] * w[bc] / strengths[c];
    through_others[ac] += w[ab] * w[bc] / strengths[b];
    through_others[bc] += w[ab] * w[ac] / strengths[a];
  });
  return through_others;
}

/// Calls use(v, c) with the constraint that each partner of v puts on it, in the order of the partners; c empty at an isolate.
template <class Use>
void for_each_constraint(const Network& network, Use use) {
  const auto s = strength(network);
  const auto w = network.weights();
  const auto through_others = ways_through_others(network, s);
  std::vector<double> of_partner;
  for (Vertex v = 0; v < network.vertex_count(); ++v) {
    of_partner.clear();
    for (const auto e : network.incident_edges(v)) {
      const auto part = (w[e] + through_others[e]) / s[v];
      of_partner.push_back(part * part);
    }
    use(v, std::span<const double>(of_partner));
  }
}

}  // namespace

std::vector<double> constraint(const Network& network) {
  std::vector<double> values(network.vertex_count(), kUndefined);
  for_each_constraint(network, [&](Vertex v, std::span<const double> of_partner) {
    if (!of_partner.empty()) values[v] = std::accumulate(of_partner.begin(), of_partner.end(), 0.0);
  });
  return values;
}

std::vector<double> hierarchy(const Network& network) {
  std::vector<double> values(network.vertex_count(), kUndefined);
  for_each_constraint(network, [&](Vertex v, std::span<const double> of_partner) {
    if (of_partner.empty()) return;
    const double count = static_cast<double>(of_partner.size());
    const double whole = std::accumulate(of_partner.begin(), of_partner.end(), 0.0);
    double sum = 0;
    for (const auto part : of_partner) {
      const double ratio = part * count / whole;
      if (ratio > 0) sum += ratio * std::log(ratio);
    }
    values[v] = of_partner.size() == 1 ? 1 : std::max(0.0, sum / (count * std::log(count)));
  });
  return values;
}

std::vector<double> efficiency(const Network& network) {
  auto values = effective_size(network);
  for (Vertex v = 0; v < network.vertex_count(); ++v) values[v] /= network.degree(v);  // NaN stays NaN
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
