// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "network/network_view.hpp"
#include "results/results.hpp"

namespace maillage {

/// Agreements as sets of vertices: edge e holds members[first[e]] … members[first[e+1]], ascending, two or more.
struct Hyperedges {
  Vertex vertices = 0;
  std::vector<std::uint32_t> first{0};
  std::vector<Vertex> members;
  std::vector<double> weight;  ///< 1, or the weight that an edge list gives

  std::size_t size() const { return weight.size(); }
  std::span<const Vertex> of(std::size_t edge) const {
    return std::span(members).subspan(first[edge], first[edge + 1] - first[edge]);
  }
};

/// The partnerships of a view with two members or more, in their order. Members are the nodes: unnamed parties are none. Only of views
/// of institutions and of people, whose nodes are alike: empty for the others. O(members).
Hyperedges hyperedges_of(const NetworkView& view);

/// Strict modularity of a hypergraph (Kamiński, Poulin, Prałat, Szufel & Théberge, PLoS ONE 14:e0224307, 2019,
/// doi:10.1371/journal.pone.0224307): the share of hyperedges that lie inside one community, less what chance would give,
/// Σ_d E_d/E Σ_c (vol_c/vol)^d, E_d the hyperedges of d members, vol_c the memberships of the vertices of c; γ times it. An agreement
/// counts whole or not at all. With agreements of two parties alone it is the modularity of Newman & Girvan.
///
/// At most 1; NaN without hyperedges. std::invalid_argument where the partition has not one number for each vertex.
/// O(members + sizes · communities).
double hypergraph_modularity(const Hyperedges& edges, const std::vector<std::uint32_t>& community_of, double resolution);

}  // namespace maillage
