// SPDX-License-Identifier: Apache-2.0
#include "analysis/centrality/partnership_samples.hpp"

#include <algorithm>
#include <utility>

#include "analysis/random_source.hpp"
#include "analysis/structure/vertex_groups.hpp"
#include "network/tie_weight.hpp"

namespace maillage {
namespace {

/// The ties of a network that have a weight.
Network with_weights(const Network& network, const std::vector<double>& weights) {
  std::vector<Network::WeightedPair> pairs;
  for (EdgeId e = 0; e < network.edge_count(); ++e) {
    if (weights[e] > 0) pairs.push_back({network.source(e), network.target(e), weights[e]});
  }
  return {network.vertex_count(), pairs};
}

/// Who is party to what, partnership p standing times[p] times; and the partnership of each row.
Incidence drawn_incidence(const NetworkView& view, const std::vector<std::uint32_t>& times,
                          std::vector<std::uint32_t>& partnership_of) {
  const auto whole = incidence_of(view);
  std::vector<std::uint32_t> first{0}, members;
  for (std::uint32_t p = 0; p < times.size(); ++p) {
    const auto here = whole.members_of(p);
    for (std::uint32_t copy = 0; copy < times[p]; ++copy) {
      members.insert(members.end(), here.begin(), here.end());
      first.push_back(static_cast<std::uint32_t>(members.size()));
      partnership_of.push_back(p);
    }
  }
  return Incidence(whole.party_count(), std::move(first), members);
}

/// Σ over partnerships of size × Σ hyperdegree of its members.
double work_of_redundancy(const NetworkView& view) {
  double work = 0;
  for (std::uint32_t p = 0; p < view.partnerships.size(); ++p) {
    double there = 0;
    for (const auto v : view.members_of(p)) there += view.hyperdegree[v];
    work += there * static_cast<double>(view.members_of(p).size());
  }
  return work;
}

}  // namespace

double weight_of_partnership(const NetworkView& view, std::uint32_t partnership) {
  const auto& facts = view.partnerships[partnership];
  const auto kind = view.options.kind;
  if (kind == ViewKind::two_mode || kind == ViewKind::affiliations) return 1;
  return tie_weight(view.options.weight, facts.given_weight, facts.size);
}

double cost_of_sample(const NetworkView& view, std::string_view measure, Distance distance) {
  const double n = view.network.vertex_count(), m = view.network.edge_count();
  const auto pairs = static_cast<double>(view.edge_partnerships.size());
  const double summing = static_cast<double>(view.partnerships.size()) * 4 + pairs * 2 + n * 20;
  if (measure == "strength" || measure == "degree" || measure == "hyperdegree") return summing;
  if (measure.starts_with("current_flow") || measure == "subgraph") return summing + 20 * n * (n + m);
  const bool all_paths =
      measure == "betweenness" || measure == "closeness" || measure == "harmonic" || measure == "eccentricity";
  const auto incidences = static_cast<double>(view.members.size());
  if (measure == "hyper_centrality_log_exp") return summing + 15000 * incidences;
  if (measure.starts_with("hyper_centrality")) return summing + 5000 * incidences;
  if (measure == "redundancy") return summing + 3 * work_of_redundancy(view);
  if (measure == "eigenvector" || measure == "katz" || measure.starts_with("hits")) return summing + 3500 * (n + m);
  if (!all_paths) return summing + 200 * (n + m);
  if (distance != Distance::hops) return summing + 20 * n * (n + m);
  return summing + n * (n + m) * (measure == "betweenness" ? 0.5 : 0.2);
}

PartnershipSamples::PartnershipSamples(const NetworkView& view) : view_(&view) {
  share_.reserve(view.partnerships.size());
  for (std::uint32_t p = 0; p < view.partnerships.size(); ++p) share_.push_back(weight_of_partnership(view, p));
  if (view.is_directed()) flows_ = flows_of(view);
}

std::vector<std::uint32_t> PartnershipSamples::draw(std::uint64_t seed, std::uint64_t sample) const {
  const auto count = static_cast<std::uint32_t>(share_.size());
  std::vector<std::uint32_t> times(count, 0);
  // Each sample begins a sequence of its own, so that samples can be drawn in any order.
  RandomSource random(RandomSource(seed).bits() ^ RandomSource(~sample).bits());
  for (std::uint32_t i = 0; i < count; ++i) ++times[random.below(count)];
  return times;
}

std::vector<double> PartnershipSamples::edge_weights(const std::vector<std::uint32_t>& times) const {
  const bool unit = view_->options.weight == Weighting::none;
  std::vector<double> weights(view_->network.edge_count(), 0);
  for (EdgeId e = 0; e < view_->network.edge_count(); ++e) {
    for (const auto p : view_->partnerships_of_edge(e)) weights[e] += times[p] * share_[p];
    if (unit && weights[e] > 0) weights[e] = 1;
  }
  return weights;
}

std::vector<std::uint32_t> PartnershipSamples::hyperdegrees(const std::vector<std::uint32_t>& times) const {
  std::vector<std::uint32_t> counts(view_->network.vertex_count(), 0);
  for (std::uint32_t p = 0; p < times.size(); ++p) {
    for (const auto v : view_->members_of(p)) counts[v] += times[p];
  }
  return counts;
}

Network PartnershipSamples::network(const std::vector<std::uint32_t>& times) const {
  return with_weights(view_->network, edge_weights(times));
}

DirectedNetwork PartnershipSamples::arcs(const std::vector<std::uint32_t>& times) const {
  if (!view_->is_directed()) return {};
  std::vector<DirectedNetwork::WeightedArc> arcs;
  for (const auto& [p, source, target] : flows_) {
    if (times[p] > 0) arcs.push_back({source, target, times[p] * share_[p]});
  }
  const DirectedNetwork drawn(view_->network.vertex_count(), arcs);
  return view_->options.weight == Weighting::none ? drawn.with_unit_weights() : drawn;
}

std::vector<double> PartnershipSamples::measure(std::string_view code, const MeasureOptions& options,
                                                const std::vector<std::uint32_t>& times) const {
  const auto& network = view_->network;
  if (code == "hyperdegree") return maillage::measure({network, hyperdegrees(times)}, code, options).values;
  if (rests_on_parties(code)) {
    std::vector<std::uint32_t> partnership_of;
    const auto drawn = drawn_incidence(*view_, times, partnership_of);
    return measure_incidence(*view_, drawn, partnership_of, code, options).values;
  }
  auto with = options;
  if (needs_groups(code) && with.group_of.empty()) with.group_of = groups_by_kind(*view_);
  const auto weights = edge_weights(times);
  if (code == "strength" || code == "degree") {  // no need of a network
    std::vector<double> values(network.vertex_count(), 0);
    for (EdgeId e = 0; e < network.edge_count(); ++e) {
      const auto part = code == "strength" ? weights[e] : static_cast<double>(weights[e] > 0);
      values[network.source(e)] += part;
      values[network.target(e)] += part;
    }
    return values;
  }
  const auto ties = with_weights(network, weights);
  const auto directed = arcs(times);
  return maillage::measure({ties, {}, view_->is_directed() ? &directed : nullptr}, code, with).values;
}

}  // namespace maillage
