// SPDX-License-Identifier: Apache-2.0
#include "analysis/centrality/perron.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace maillage {
namespace {

constexpr std::uint32_t kNotFound = 0xFFFFFFFFU;

double eigenvalue_of(const DirectedNetwork& network, const std::vector<Vertex>& component,
                     std::vector<std::uint32_t>& place) {
  for (std::uint32_t i = 0; i < component.size(); ++i) place[component[i]] = i;
  std::vector<DirectedNetwork::WeightedArc> inside;
  for (const auto v : component) {
    const auto targets = network.successors(v);
    const auto weights = network.out_weights(v);
    for (std::size_t i = 0; i < targets.size(); ++i) {
      if (place[targets[i]] != kNotFound) inside.push_back({place[v], place[targets[i]], weights[i]});
    }
  }
  for (const auto v : component) place[v] = kNotFound;
  const DirectedNetwork here(static_cast<Vertex>(component.size()), inside);
  double shift = 0;
  for (Vertex v = 0; v < here.vertex_count(); ++v) {
    const auto weights = here.in_weights(v);
    shift = std::max(shift, std::accumulate(weights.begin(), weights.end(), 0.0));
  }
  constexpr double kGap = 1e-14;
  constexpr int kMaxSteps = 200000;
  std::vector<double> x(component.size(), 1.0), next(component.size());
  double low = 0, high = shift;
  for (int step = 0; step < kMaxSteps && high - low > kGap * high; ++step) {
    low = std::numeric_limits<double>::infinity();
    high = 0;
    double largest = 0;
    for (Vertex v = 0; v < here.vertex_count(); ++v) {
      const auto sources = here.predecessors(v);
      const auto weights = here.in_weights(v);
      double coming = 0;
      for (std::size_t i = 0; i < sources.size(); ++i) coming += weights[i] * x[sources[i]];
      low = std::min(low, coming / x[v]);
      high = std::max(high, coming / x[v]);
      next[v] = coming + shift * x[v];
      largest = std::max(largest, next[v]);
    }
    for (std::size_t v = 0; v < x.size(); ++v) x[v] = next[v] / largest;
  }
  return (low + high) / 2;
}

}  // namespace

std::vector<std::vector<Vertex>> strong_components_of(const DirectedNetwork& network) {
  const auto n = network.vertex_count();
  std::vector<std::uint32_t> number(n, kNotFound), low(n), next_arc(n), component_of(n, kNotFound);
  std::vector<Vertex> open, way;
  std::uint32_t found = 0, count = 0;
  for (Vertex root = 0; root < n; ++root) {
    if (number[root] != kNotFound) continue;
    way.push_back(root);
    while (!way.empty()) {
      const auto v = way.back();
      if (number[v] == kNotFound) {
        number[v] = low[v] = found++;
        next_arc[v] = network.out_first()[v];
        open.push_back(v);
      }
      bool goes_deeper = false;
      while (next_arc[v] < network.out_first()[v + 1] && !goes_deeper) {
        const auto w = network.out_targets()[next_arc[v]];
        if (number[w] == kNotFound) {
          way.push_back(w);  // this arc is looked at again, with the low of w known
          goes_deeper = true;
        } else {
          if (component_of[w] == kNotFound) low[v] = std::min(low[v], low[w]);
          ++next_arc[v];
        }
      }
      if (goes_deeper) continue;
      way.pop_back();
      if (low[v] != number[v]) continue;
      for (Vertex w = kNotFound; w != v;) {
        w = open.back();
        open.pop_back();
        component_of[w] = count;
      }
      ++count;
    }
  }
  std::vector<std::uint32_t> renamed(count, kNotFound);
  std::vector<std::vector<Vertex>> components;
  for (Vertex v = 0; v < n; ++v) {
    auto& name = renamed[component_of[v]];
    if (name == kNotFound) {
      name = static_cast<std::uint32_t>(components.size());
      components.emplace_back();
    }
    components[name].push_back(v);
  }
  return components;
}

double perron_eigenvalue(const DirectedNetwork& network) {
  std::vector<std::uint32_t> place(network.vertex_count(), kNotFound);
  double largest = 0;
  for (const auto& component : strong_components_of(network)) {
    if (component.size() > 1) largest = std::max(largest, eigenvalue_of(network, component, place));
  }
  return largest;
}

}  // namespace maillage
