// SPDX-License-Identifier: Apache-2.0
#include "analysis/structure/dependence.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <tuple>

#include "analysis/centrality/partnership_samples.hpp"

namespace maillage {
namespace {

constexpr std::size_t kMostFirst = HeldByFirst::kFirst.back();

bool counts(const NetworkView& view, std::uint32_t p, DependenceBasis basis) {
  switch (basis) {
    case DependenceBasis::all:
      return true;
    case DependenceBasis::certain:
      return view.partnerships[p].in_force == Certainty::certain;
    case DependenceBasis::possible:
      return view.partnerships[p].in_force != Certainty::no;
  }
  return false;
}

/// Sums of the same weights in another order may differ in the last digit: no order is made of that.
double comparable(double weight) {
  return std::round(weight * 1e9);
}

/// What one node shares with each of its partners, in arrays that serve node after node.
class Ties {
 public:
  Ties(const NetworkView& view, DependenceBasis basis)
      : view_(view), basis_(basis), shared_(view.nodes.size(), 0), weight_(view.nodes.size(), 0) {}

  /// Partners of v, those with the most shared partnerships first, then by strength of the tie, then by vertex.
  const std::vector<Vertex>& partners_of(Vertex v) {
    for (const auto other : partners_) {
      shared_[other] = 0;
      weight_[other] = 0;
    }
    partners_.clear();
    own_.clear();
    for (const auto p : view_.partnerships_of_node(v)) {
      if (!counts(view_, p, basis_)) continue;
      own_.push_back(p);
      const auto weight = weight_of_partnership(view_, p);
      for (const auto other : view_.members_of(p)) {
        if (other == v) continue;
        if (shared_[other]++ == 0) partners_.push_back(other);
        weight_[other] += weight;
      }
    }
    if (view_.options.weight == Weighting::none) {
      for (const auto other : partners_) weight_[other] = 1;
    }
    std::ranges::sort(partners_, {},
                      [&](Vertex other) { return std::tuple(-shared(other), -comparable(weight_[other]), other); });
    return partners_;
  }
  std::int64_t shared(Vertex other) const { return shared_[other]; }
  double weight(Vertex other) const { return weight_[other]; }
  /// The partnerships of the last node asked for, ascending.
  const std::vector<std::uint32_t>& own() const { return own_; }

 private:
  const NetworkView& view_;
  DependenceBasis basis_;
  std::vector<std::uint32_t> shared_;
  std::vector<double> weight_;
  std::vector<Vertex> partners_;
  std::vector<std::uint32_t> own_;
};

/// Of those partnerships the shares that hold one of the first vertices at least.
HeldByFirst held_by_any(const NetworkView& view, const std::vector<std::uint32_t>& partnerships,
                        const std::vector<Vertex>& first) {
  std::array<std::uint32_t, 3> held{};
  for (const auto p : partnerships) {
    std::size_t best = first.size();
    const auto members = view.members_of(p);
    for (std::size_t place = 0; place < best; ++place) {
      if (std::ranges::binary_search(members, first[place])) best = place;
    }
    for (std::size_t i = 0; i < held.size(); ++i)
      held[i] += best < std::min(first.size(), HeldByFirst::kFirst[i]) ? 1U : 0U;
  }
  HeldByFirst shares;
  for (std::size_t i = 0; i < held.size() && !first.empty() && !partnerships.empty(); ++i) {
    shares.share[i] = static_cast<double>(held[i]) / static_cast<double>(partnerships.size());
  }
  return shares;
}

/// What the greatest parts of a sum hold; NaN where the sum is 0.
HeldByFirst held_by_greatest(std::vector<double> parts) {
  std::ranges::sort(parts, std::ranges::greater{});
  const auto sum = std::accumulate(parts.begin(), parts.end(), 0.0);
  HeldByFirst shares;
  for (std::size_t i = 0; i < shares.share.size() && sum > 0; ++i) {
    const auto count = static_cast<std::ptrdiff_t>(std::min(parts.size(), HeldByFirst::kFirst[i]));
    // All of it is all of it, whatever the order it was added up in.
    shares.share[i] = count == static_cast<std::ptrdiff_t>(parts.size())
                          ? 1
                          : std::accumulate(parts.begin(), parts.begin() + count, 0.0) / sum;
  }
  return shares;
}

double herfindahl(const std::vector<double>& parts) {
  const auto sum = std::accumulate(parts.begin(), parts.end(), 0.0);
  if (!(sum > 0)) return std::numeric_limits<double>::quiet_NaN();
  double index = 0;
  for (const auto part : parts) index += (part / sum) * (part / sum);
  return index;
}

NodeDependence dependence_of_node(const NetworkView& view, Ties& ties, Vertex v) {
  const auto& partners = ties.partners_of(v);
  NodeDependence node;
  node.agreements = static_cast<std::uint32_t>(ties.own().size());
  node.partners = static_cast<std::uint32_t>(partners.size());
  std::vector<double> weights, shared;
  for (const auto other : partners) {
    weights.push_back(ties.weight(other));
    shared.push_back(static_cast<double>(ties.shared(other)));
  }
  node.strength = std::accumulate(weights.begin(), weights.end(), 0.0);
  node.first_partners.assign(partners.begin(),
                             partners.begin() + static_cast<std::ptrdiff_t>(std::min(partners.size(), kMostFirst)));
  node.agreements_held = held_by_any(view, ties.own(), node.first_partners);
  node.strength_held = held_by_greatest(weights);
  node.herfindahl = herfindahl(weights);
  node.herfindahl_agreements = herfindahl(shared);
  return node;
}

NetworkDependence dependence_of_network(const NetworkView& view, DependenceBasis basis,
                                        const std::vector<NodeDependence>& nodes) {
  NetworkDependence network;
  std::vector<std::uint32_t> partnerships;
  for (std::uint32_t p = 0; p < view.partnerships.size(); ++p) {
    if (counts(view, p, basis)) partnerships.push_back(p);
  }
  network.agreements = static_cast<std::uint32_t>(partnerships.size());
  std::vector<double> strengths;
  std::vector<Vertex> order;
  for (Vertex v = 0; v < nodes.size(); ++v) {
    strengths.push_back(nodes[v].strength);
    if (nodes[v].agreements > 0) order.push_back(v);
    if (nodes[v].partners == 1) network.one_partner.push_back(v);
    if (nodes[v].partners == 0) network.without_partner.push_back(v);
  }
  network.strength = std::accumulate(strengths.begin(), strengths.end(), 0.0);
  std::ranges::sort(order, {}, [&](Vertex v) {
    return std::tuple(-static_cast<std::int64_t>(nodes[v].agreements), -comparable(nodes[v].strength), v);
  });
  order.resize(std::min(order.size(), kMostFirst));
  network.first = order;
  network.agreements_held = held_by_any(view, partnerships, order);
  network.strength_held = held_by_greatest(strengths);
  network.herfindahl = herfindahl(strengths);
  return network;
}

void refuse_other_views(const NetworkView& view) {
  if (view.options.kind == ViewKind::institutions || view.options.kind == ViewKind::people) return;
  throw std::invalid_argument("the neighbours of a node are no partners in this view");
}

}  // namespace

Dependence dependence_of(const NetworkView& view, DependenceBasis basis) {
  refuse_other_views(view);
  Dependence dependence;
  Ties ties(view, basis);
  for (Vertex v = 0; v < view.nodes.size(); ++v) dependence.nodes.push_back(dependence_of_node(view, ties, v));
  dependence.network = dependence_of_network(view, basis, dependence.nodes);
  return dependence;
}

std::vector<HeldByPartner> held_by_partners(const NetworkView& view, DependenceBasis basis, Vertex v) {
  refuse_other_views(view);
  Ties ties(view, basis);
  const auto& partners = ties.partners_of(v);
  double strength = 0;
  for (const auto other : partners) strength += ties.weight(other);
  std::vector<HeldByPartner> held;
  std::vector<bool> is_held(ties.own().size(), false);
  const auto of = static_cast<double>(ties.own().size());
  for (const auto other : partners) {
    HeldByPartner one{
        .vertex = other, .agreements = static_cast<std::uint32_t>(ties.shared(other)), .strength = ties.weight(other)};
    for (std::size_t i = 0; i < ties.own().size(); ++i) {
      if (!std::ranges::binary_search(view.members_of(ties.own()[i]), other)) continue;
      is_held[i] = true;
      one.partnerships.push_back(ties.own()[i]);
    }
    one.share = one.agreements / of;
    one.cumulated_share = static_cast<double>(std::ranges::count(is_held, true)) / of;
    one.strength_share = one.strength / strength;
    held.push_back(std::move(one));
  }
  return held;
}

}  // namespace maillage
