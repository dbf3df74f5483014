// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "network/directed_network.hpp"
#include "network/network.hpp"
#include "network/selection.hpp"

namespace maillage {

enum class NodeKind : std::uint8_t { institution, person, agreement };

/// What a vertex stands for: a row of one of the tables.
struct Node {
  NodeKind kind = NodeKind::institution;
  Index row = 0;
};

/// A network made from a data set, which can name the agreements behind each of its ties.
///
/// Vertices are numbered by node kind (institutions, people, agreements), then by id in byte order. A *partnership* is
/// a renewal thread of agreements of the selection: it counts once, whatever the number of its agreements; amendments
/// add none. The data set must outlive the view.
struct NetworkView {
  const DataSet* data = nullptr;
  ViewOptions options;
  Selection selection;
  Network network;
  DirectedNetwork arcs;  ///< with ViewOptions::directed: the ties that have a direction; else without vertices
  std::vector<Node> nodes;

  struct Partnership {
    std::uint32_t size = 0;         ///< n: parties that count, the unnamed included
    Certainty certainty = Certainty::certain;  ///< of the date condition asked for
    Certainty in_force = Certainty::no;        ///< on the reference day of the selection
    double given_weight = 1;                   ///< of an edge list; multiplies newman and count
  };
  std::vector<Partnership> partnerships;
  std::vector<std::uint32_t> member_first;     ///< members of partnership p: members[member_first[p]] …
  std::vector<Vertex> members;                 ///< vertices, ascending inside a partnership
  std::vector<std::uint32_t> agreement_first;  ///< agreements of partnership p, likewise
  std::vector<Index> agreement_rows;           ///< ascending inside a partnership
  std::vector<std::uint32_t> edge_partnership_first;  ///< partnerships behind edge e, likewise
  std::vector<std::uint32_t> edge_partnerships;
  std::vector<std::uint32_t> node_partnership_first;  ///< partnerships of vertex v, likewise
  std::vector<std::uint32_t> node_partnerships;
  /// Numbers of partnerships of each vertex: all (hyperdegree), those certainly in force on the reference day, and those certainly
  /// or possibly so.
  std::vector<std::uint32_t> hyperdegree, certainly_in_force, possibly_in_force;
  std::uint32_t partnerships_without_direction = 0;  ///< that give no arc to a directed view

  bool is_directed() const { return options.directed; }

  std::string_view id(Vertex v) const;
  /// Short label: short name, name or id; a title for an agreement.
  std::string_view label(Vertex v) const;
  std::string_view full_name(Vertex v) const;
  std::span<const Vertex> members_of(std::uint32_t partnership) const {
    return std::span(members).subspan(member_first[partnership],
                                      member_first[partnership + 1] - member_first[partnership]);
  }
  std::span<const Index> agreements_of_partnership(std::uint32_t partnership) const {
    return std::span(agreement_rows)
        .subspan(agreement_first[partnership], agreement_first[partnership + 1] - agreement_first[partnership]);
  }
  std::span<const std::uint32_t> partnerships_of_edge(EdgeId e) const {
    return std::span(edge_partnerships)
        .subspan(edge_partnership_first[e], edge_partnership_first[e + 1] - edge_partnership_first[e]);
  }
  std::span<const std::uint32_t> partnerships_of_node(Vertex v) const {
    return std::span(node_partnerships)
        .subspan(node_partnership_first[v], node_partnership_first[v + 1] - node_partnership_first[v]);
  }
  /// Rows of the agreements behind an edge, ascending, each once.
  std::vector<Index> agreements_of_edge(EdgeId e) const;
  /// Rows of the agreements of a vertex, ascending, each once.
  std::vector<Index> agreements_of_node(Vertex v) const;
  /// Vertex of an institution (rolled up and succeeded as the view does); vertex_count() where it is no node.
  Vertex vertex_of_institution(Index institution) const;
  Vertex vertex_of_person(Index person) const;
  Vertex vertex_of_agreement(Index agreement) const;
};

/// Builds the network of a view (measures.md, "Projection weights").
///
/// - institutions: parties of a partnership are joined pairwise; weight Σ 1/(n-1) (newman), number of partnerships
///   (count) or 1 (none). Unnamed parties count in n and are no nodes. Strength(i) under newman is the number of
///   partnerships of i with two parties or more, all parties being named.
/// - people: signatories of one partnership are joined in the same way (n = signatories).
/// - affiliations: people and institutions; a person is joined to each institution it signed for; weight: the number of
///   partnerships signed (1 with none).
/// - two-mode: institutions and agreements (one for each partnership: its latest); weight 1.
/// Roles `represented` and `associated` count only where the party signed; they are nodes all the same. With a date,
/// parties that had left by then or not yet joined do not count. At a date, of several agreements of one thread in force
/// together the one that starts last counts; cumulated, the parties of the whole thread do.
/// Directed (institutions alone): an arc from source to target of each row of an edge list, else from each funder to each
/// beneficiary of an agreement, of the same weight as the tie; ties without a direction have no arc. The network stays
/// that of all ties. std::invalid_argument for another view than institutions.
/// Cost: O(selection + Σ n²) time; pairs are counted before they are placed.
NetworkView build_network(const DataSet& data, const ViewOptions& options);

/// The institution an institution stands for in a view: its successor at the reference day (as-now), the holder of the
/// name on the day of signature (as-then), its topmost parent (roll_up). O(chain).
Index institution_in_view(const DataSet& data, const ViewOptions& options, const std::optional<Day>& reference_day,
                          Index agreement, Index institution);

}  // namespace maillage
