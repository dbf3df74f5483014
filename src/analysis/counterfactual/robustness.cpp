// SPDX-License-Identifier: Apache-2.0
#include "analysis/counterfactual/robustness.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <queue>

#include "analysis/centrality/betweenness.hpp"
#include "analysis/ordered_chunks.hpp"
#include "analysis/random_source.hpp"
#include "analysis/structure/growing_components.hpp"

namespace maillage {
namespace {

using Order = std::vector<std::uint32_t>;

std::vector<std::uint32_t> largest_while_agreements_go(const NetworkView& view, const Order& order) {
  const auto n = view.network.vertex_count();
  std::vector<std::uint32_t> largest(order.size() + 1, n > 0 ? 1 : 0);
  GrowingComponents components(n);
  for (auto i = order.size(); i-- > 0;) {
    const auto members = view.members_of(order[i]);
    for (std::size_t k = 1; k < members.size(); ++k) components.join(members[0], members[k]);
    largest[i] = components.largest();
  }
  return largest;
}

// Strengths are sums of fractions: in whole parts of 2^-30, so that equal ones are equal however they were added up.
std::int64_t in_parts(double value) {
  return std::llround(value * 0x1.0p30);
}

/// The greatest first, found anew after each loss; of equal ones the first vertex.
Order recalculated(const Network& network, bool by_strength) {
  const auto part_of = [&](EdgeId e) { return by_strength ? in_parts(network.weight(e)) : 1; };
  std::vector<std::int64_t> value(network.vertex_count(), 0);
  using Entry = std::pair<std::int64_t, Vertex>;  // value, and the vertex counted down
  std::priority_queue<Entry> waiting;
  for (Vertex v = 0; v < value.size(); ++v) {
    for (const auto e : network.incident_edges(v)) value[v] += part_of(e);
    waiting.emplace(value[v], ~v);
  }
  std::vector<bool> is_lost(value.size(), false);
  Order order;
  while (!waiting.empty()) {
    const auto [was, inverted] = waiting.top();
    const Vertex v = ~inverted;
    waiting.pop();
    if (is_lost[v] || was != value[v]) continue;
    is_lost[v] = true;
    order.push_back(v);
    const auto neighbours = network.neighbours(v);
    const auto edges = network.incident_edges(v);
    for (std::size_t i = 0; i < neighbours.size(); ++i) {
      if (is_lost[neighbours[i]]) continue;
      value[neighbours[i]] -= part_of(edges[i]);
      waiting.emplace(value[neighbours[i]], ~neighbours[i]);
    }
  }
  return order;
}

template <class Value>
Order descending(Order items, Value value) {
  std::ranges::stable_sort(items, std::greater<>{}, value);
  return items;
}

Order all_vertices(const Network& network) {
  Order items(network.vertex_count());
  std::iota(items.begin(), items.end(), 0U);
  return items;
}

Order order_of_nodes(const Network& network, const RobustnessOptions& options) {
  const bool by_strength = options.order == LossOrder::strength;
  if (options.order == LossOrder::betweenness) {
    const auto values = betweenness(network, Distance::hops);
    return descending(all_vertices(network), [&](auto v) { return in_parts(values[v]); });
  }
  if (!options.initial) return recalculated(network, by_strength);
  return descending(all_vertices(network), [&](auto v) {
    return by_strength ? in_parts(network.strength(v)) : std::int64_t{network.degree(v)};
  });
}

Order joining_partnerships(const NetworkView& view) {
  Order items;
  for (std::uint32_t p = 0; p < view.partnerships.size(); ++p) {
    if (view.members_of(p).size() >= 2) items.push_back(p);
  }
  return items;
}

Order order_of_agreements(const NetworkView& view, const RobustnessOptions& options) {
  if (options.order != LossOrder::betweenness) {
    return descending(joining_partnerships(view), [&](auto p) { return view.partnerships[p].size; });
  }
  const auto along = edge_betweenness(view.network, Distance::hops);
  std::vector<double> sum(view.partnerships.size(), 0);
  for (EdgeId e = 0; e < view.network.edge_count(); ++e) {
    const auto bearers = view.partnerships_of_edge(e);
    if (bearers.size() == 1) sum[bearers.front()] += along[e];
  }
  return descending(joining_partnerships(view), [&](auto p) { return in_parts(sum[p]); });
}

void shuffle(Order& order, std::uint64_t seed, std::uint64_t run) {
  RandomSource random(RandomSource(seed).bits() + run);
  for (auto i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random.below(static_cast<std::uint32_t>(i))]);
}

/// Numbers of losses at which a curve is given: 0 … total, evenly spaced.
std::vector<std::uint32_t> places(std::size_t total, std::size_t most) {
  std::vector<std::uint32_t> all;
  const auto steps = std::min(total, std::max<std::size_t>(most, 1));
  for (std::size_t i = 0; i <= steps; ++i)
    all.push_back(static_cast<std::uint32_t>(steps == 0 ? 0 : i * total / steps));
  return all;
}

double mean_share(const std::vector<std::uint32_t>& largest, double nodes) {
  std::uint64_t sum = 0;
  for (std::size_t q = 1; q < largest.size(); ++q) sum += largest[q];
  if (largest.size() < 2 || nodes < 2) return std::numeric_limits<double>::quiet_NaN();
  return static_cast<double>(sum) / nodes / static_cast<double>(largest.size() - 1);
}

double percentile(std::vector<double> values, double share) {
  std::ranges::sort(values);
  return values[static_cast<std::size_t>(std::floor(share * static_cast<double>(values.size() - 1) + 0.5))];
}

std::optional<std::uint32_t> losses_to_half(const std::vector<std::uint32_t>& largest) {
  for (std::size_t q = 0; q < largest.size(); ++q) {
    if (2 * largest[q] < largest.front()) return static_cast<std::uint32_t>(q);
  }
  return std::nullopt;
}

void follow_one(RobustnessCurve& curve, const std::vector<std::uint32_t>& largest, double nodes, std::size_t most) {
  curve.r = curve.r_low = curve.r_high = mean_share(largest, nodes);
  if (!std::isnan(curve.r)) curve.half = losses_to_half(largest);
  for (const auto q : places(curve.total, most)) {
    const double share = nodes > 0 ? largest[q] / nodes : 0;
    curve.points.push_back({q, share, share, share});
  }
}

/// Runs in random order: follow(order) gives the largest component after each number of losses.
template <class Follow>
void follow_many(RobustnessCurve& curve, const Order& items, double nodes, const RobustnessOptions& options,
                 Follow follow) {
  const auto at = places(items.size(), options.most_points);
  const auto runs = static_cast<std::size_t>(options.runs);
  std::vector<std::vector<double>> shares(at.size(), std::vector<double>(runs));
  std::vector<double> r(runs), half(runs);
  const double work = static_cast<double>(runs) * 20 * (nodes + static_cast<double>(items.size()));
  over_chunks(
      runs, work, [] { return std::vector<std::uint32_t>{}; },
      [&](std::vector<std::uint32_t>& largest, std::size_t run) {
        auto order = items;
        shuffle(order, options.seed, run);
        largest = follow(order);
      },
      [&](const std::vector<std::uint32_t>& largest, std::size_t run) {
        r[run] = mean_share(largest, nodes);
        const auto fewest = losses_to_half(largest);
        half[run] = fewest ? *fewest : std::numeric_limits<double>::infinity();
        for (std::size_t i = 0; i < at.size(); ++i) shares[i][run] = nodes > 0 ? largest[at[i]] / nodes : 0;
      });
  const auto mean = [](const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
  };
  curve.r = mean(r);
  curve.r_low = percentile(r, 0.05);
  curve.r_high = percentile(r, 0.95);
  const double median = percentile(half, 0.5);
  if (std::isfinite(median) && !std::isnan(curve.r)) curve.half = static_cast<std::uint32_t>(median);
  for (std::size_t i = 0; i < at.size(); ++i) {
    curve.points.push_back({at[i], mean(shares[i]), percentile(shares[i], 0.05), percentile(shares[i], 0.95)});
  }
}

RobustnessCurve begun(const char* what, const RobustnessOptions& options, std::size_t total) {
  RobustnessCurve curve;
  curve.what = what;
  curve.order = code_name(options.order);
  curve.total = static_cast<std::uint32_t>(total);
  curve.runs = options.order == LossOrder::random ? options.runs : 0;
  return curve;
}

void keep_first(RobustnessCurve& curve, const Order& order) {
  constexpr std::size_t most = 10;
  curve.first.assign(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(std::min(most, order.size())));
}

}  // namespace

std::vector<std::uint32_t> largest_while_nodes_go(const Network& network, const std::vector<Vertex>& order) {
  std::vector<std::uint32_t> largest(order.size() + 1, 0);
  GrowingComponents components(network.vertex_count());
  std::vector<bool> is_back(network.vertex_count(), false);
  for (auto i = order.size(); i-- > 0;) {
    const auto v = order[i];
    is_back[v] = true;
    for (const auto u : network.neighbours(v)) {
      if (is_back[u]) components.join(u, v);
    }
    largest[i] = components.largest();
  }
  return largest;
}

RobustnessCurve robustness_of_nodes(const NetworkView& view, const RobustnessOptions& options) {
  const auto& network = view.network;
  const double n = network.vertex_count();
  auto curve = begun("institutions", options, network.vertex_count());
  if (options.order == LossOrder::random) {
    follow_many(curve, all_vertices(network), n, options,
                [&](const Order& order) { return largest_while_nodes_go(network, order); });
    return curve;
  }
  curve.is_recalculated = options.order != LossOrder::betweenness && !options.initial;
  const auto order = order_of_nodes(network, options);
  keep_first(curve, order);
  follow_one(curve, largest_while_nodes_go(network, order), n, options.most_points);
  return curve;
}

RobustnessCurve robustness_of_agreements(const NetworkView& view, const RobustnessOptions& options) {
  const double n = view.network.vertex_count();
  const auto items = joining_partnerships(view);
  auto curve = begun("agreements", options, items.size());
  if (options.order == LossOrder::random) {
    follow_many(curve, items, n, options, [&](const Order& order) { return largest_while_agreements_go(view, order); });
    return curve;
  }
  if (options.order != LossOrder::betweenness) curve.order = "size";
  const auto order = order_of_agreements(view, options);
  keep_first(curve, order);
  follow_one(curve, largest_while_agreements_go(view, order), n, options.most_points);
  return curve;
}

}  // namespace maillage
