// SPDX-License-Identifier: Apache-2.0
#include "analysis/hypergraph/s_measures.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <string>

#include "analysis/centrality/betweenness.hpp"
#include "analysis/centrality/closeness.hpp"
#include "analysis/centrality/eccentricity.hpp"
#include "analysis/centrality/harmonic.hpp"
#include "analysis/structure/structure.hpp"

namespace maillage {
namespace {

using Values = std::vector<double>;

Values degree(const Network& network) {
  Values values(network.vertex_count());
  for (Vertex v = 0; v < network.vertex_count(); ++v) values[v] = network.degree(v);
  return values;
}

Values component(const Network& network) {
  Values values(network.vertex_count());
  const auto components = components_of(network);
  for (Vertex v = 0; v < network.vertex_count(); ++v) values[v] = components.component_of[v] + 1.0;
  return values;
}

struct SMeasure {
  std::string_view code;
  Values (*compute)(const Network&);
  double (*maximum)(double vertices);  // what normalised values are divided by
};

double nothing(double) { return 1; }
double others(double m) { return m - 1; }
double pairs_of_others(double m) { return (m - 1) * (m - 2) / 2; }

constexpr SMeasure kMeasures[] = {
    {"s_degree", degree, others},
    {"s_closeness", [](const Network& network) { return closeness(network, Distance::hops); }, nothing},
    {"s_harmonic", [](const Network& network) { return harmonic(network, Distance::hops); }, others},
    {"s_betweenness", [](const Network& network) { return betweenness(network, Distance::hops); }, pairs_of_others},
    {"s_eccentricity", [](const Network& network) { return eccentricity(network, Distance::hops); }, nothing},
    {"s_component", component, nothing},
};

}  // namespace

std::vector<std::string_view> s_measure_codes() {
  std::vector<std::string_view> codes;
  for (const auto& each : kMeasures) codes.push_back(each.code);
  return codes;
}

Scores s_measure(const SLineGraph& graph, std::uint32_t partnerships, std::string_view code, bool normalized) {
  const auto* found = std::ranges::find(kMeasures, code, &SMeasure::code);
  if (found == std::end(kMeasures)) throw std::invalid_argument("unknown measure of agreements: " + std::string(code));
  Scores scores{std::string(code), Values(partnerships, std::numeric_limits<double>::quiet_NaN())};
  const auto values = found->compute(graph.network);
  const double maximum = normalized ? found->maximum(graph.network.vertex_count()) : 1;
  for (std::size_t i = 0; i < values.size(); ++i) {
    scores.values[graph.partnership_of[i]] = maximum > 0 ? values[i] / maximum : values[i];
  }
  return scores;
}

}  // namespace maillage
