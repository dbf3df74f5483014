// SPDX-License-Identifier: Apache-2.0
#include "analysis/counterfactual/remaining_network.hpp"

#include <algorithm>
#include <stdexcept>

#include "model/lineage.hpp"
#include "network/agreements_network.hpp"
#include "network/tie_weight.hpp"

namespace maillage {
namespace {

using Pairs = std::vector<Network::WeightedPair>;

void add_clique(Pairs& pairs, std::span<const Vertex> members, double weight) {
  for (std::size_t i = 0; i < members.size(); ++i) {
    for (std::size_t j = i + 1; j < members.size(); ++j) pairs.push_back({members[i], members[j], weight});
  }
}

Network joined(const NetworkView& view, const Pairs& pairs) {
  Network network(view.network.vertex_count(), pairs);
  return view.options.weight == Weighting::none ? network.with_unit_weights() : network;
}

/// Vertices of another view of the same data by those of this one, whose vertex count stands for a node it has not.
std::vector<Vertex> vertices_in(const NetworkView& view, const NetworkView& other) {
  const auto key = [](const Node& node) { return std::pair(node.kind, node.row); };
  std::vector<Vertex> found(other.nodes.size(), view.network.vertex_count());
  for (std::size_t v = 0; v < other.nodes.size(); ++v) {
    const auto place = std::ranges::lower_bound(view.nodes, key(other.nodes[v]), {}, key);
    if (place != view.nodes.end() && key(*place) == key(other.nodes[v])) {
      found[v] = static_cast<Vertex>(place - view.nodes.begin());
    }
  }
  return found;
}

Pairs pairs_of_cliques(const NetworkView& rest, const std::vector<Vertex>& vertex_of,
                       const std::vector<bool>& is_removed) {
  Pairs pairs;
  std::vector<Vertex> here;
  for (std::uint32_t p = 0; p < rest.partnerships.size(); ++p) {
    here.clear();
    std::uint32_t gone = 0;
    for (const auto v : rest.members_of(p)) {
      if (is_removed[vertex_of[v]])
        ++gone;
      else
        here.push_back(vertex_of[v]);
    }
    add_clique(pairs, here, tie_weight(rest.options.weight, rest.partnerships[p].given_weight, rest.partnerships[p].size - gone));
  }
  return pairs;
}

Pairs pairs_of_ties(const NetworkView& rest, const std::vector<Vertex>& vertex_of,
                    const std::vector<bool>& is_removed) {
  Pairs pairs;
  for (EdgeId e = 0; e < rest.network.edge_count(); ++e) {
    const auto a = vertex_of[rest.network.source(e)], b = vertex_of[rest.network.target(e)];
    if (!is_removed[a] && !is_removed[b]) pairs.push_back({a, b, rest.network.weight(e)});
  }
  return pairs;
}

/// The selection without what is lost, and without all agreements of the threads that are gone.
Selection selection_that_remains(const NetworkView& view, const std::vector<bool>& is_lost) {
  const Threads threads(*view.data);
  std::vector<bool> is_gone(threads.count(), false);
  for (std::uint32_t p = 0; p < view.partnerships.size(); ++p) {
    const auto rows = view.agreements_of_partnership(p);
    if (rows.empty() || !std::ranges::all_of(rows, [&](Index a) { return is_lost[a]; })) continue;
    is_gone[threads.of(rows.front())] = true;
  }
  auto selection = view.selection;
  std::erase_if(selection.items, [&](const Selection::Item& item) {
    return is_lost[item.agreement] || is_gone[threads.of(item.agreement)];
  });
  return selection;
}

}  // namespace

RemainingNetwork remaining_network(const NetworkView& view, std::span<const Index> lost_agreements,
                                   std::span<const Vertex> removed) {
  if (view.options.kind == ViewKind::two_mode) throw std::invalid_argument("a two-mode view has agreements as nodes");
  RemainingNetwork remaining;
  remaining.is_removed.assign(view.network.vertex_count(), false);
  remaining.is_lost.assign(view.data->agreements.size(), false);
  for (const auto v : removed) remaining.is_removed[v] = true;
  for (const auto a : lost_agreements) remaining.is_lost[a] = true;
  const auto rest = network_of_selection(*view.data, view.options, selection_that_remains(view, remaining.is_lost));
  const auto vertex_of = vertices_in(view, rest);
  // Without a party taken out the ties are the builder's own, to the last bit.
  const bool is_cliques = !removed.empty() && rest.options.kind != ViewKind::affiliations;
  const auto pairs = is_cliques ? pairs_of_cliques(rest, vertex_of, remaining.is_removed)
                                : pairs_of_ties(rest, vertex_of, remaining.is_removed);
  remaining.network = joined(view, pairs);
  remaining.agreements = rest.agreement_rows.size();
  return remaining;
}

Network network_without(const NetworkView& view, const std::vector<bool>& is_lost_partnership) {
  Pairs pairs;
  for (std::uint32_t p = 0; p < view.partnerships.size(); ++p) {
    if (is_lost_partnership[p]) continue;
    add_clique(pairs, view.members_of(p), tie_weight(view.options.weight, view.partnerships[p].given_weight, view.partnerships[p].size));
  }
  return joined(view, pairs);
}

}  // namespace maillage
