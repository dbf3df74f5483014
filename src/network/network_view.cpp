// SPDX-License-Identifier: Apache-2.0
#include "network/network_view.hpp"

#include <algorithm>
#include <tuple>

namespace maillage {
namespace {

Vertex find_node(const NetworkView& view, NodeKind kind, Index row) {
  const auto found = std::ranges::lower_bound(view.nodes, std::tuple(kind, row), {},
                                              [](const Node& node) { return std::tuple(node.kind, node.row); });
  const bool is_there = found != view.nodes.end() && found->kind == kind && found->row == row;
  return is_there ? static_cast<Vertex>(found - view.nodes.begin()) : view.network.vertex_count();
}

// Rows of the agreements of some partnerships, ascending, each once.
std::vector<Index> agreements_of(const NetworkView& view, std::span<const std::uint32_t> partnerships) {
  std::vector<Index> found;
  for (const auto p : partnerships) {
    const auto rows_of = view.agreements_of_partnership(p);
    found.insert(found.end(), rows_of.begin(), rows_of.end());
  }
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace

std::string_view NetworkView::id(Vertex v) const {
  const auto& node = nodes[v];
  switch (node.kind) {
    case NodeKind::institution: return data->institutions.id[node.row];
    case NodeKind::person: return data->people.id[node.row];
    case NodeKind::agreement: return node.row == kNone ? std::string_view{} : data->agreements.id[node.row];
  }
  return {};
}

std::string_view NetworkView::label(Vertex v) const {
  return nodes[v].kind == NodeKind::institution ? data->label_of_institution(nodes[v].row) : full_name(v);
}

std::string_view NetworkView::full_name(Vertex v) const {
  const auto& node = nodes[v];
  switch (node.kind) {
    case NodeKind::institution: return data->name_of_institution(node.row);
    case NodeKind::person: return data->name_of_person(node.row);
    case NodeKind::agreement: return node.row == kNone ? std::string_view{} : data->title_of_agreement(node.row);
  }
  return {};
}

std::vector<Index> NetworkView::agreements_of_edge(EdgeId e) const { return agreements_of(*this, partnerships_of_edge(e)); }
std::vector<Index> NetworkView::agreements_of_node(Vertex v) const { return agreements_of(*this, partnerships_of_node(v)); }

Vertex NetworkView::vertex_of_institution(Index institution) const {
  const auto shown = institution_in_view(*data, options, selection.reference_day, kNone, institution);
  const auto v = find_node(*this, NodeKind::institution, shown);
  return v < network.vertex_count() ? v : find_node(*this, NodeKind::institution, institution);
}
Vertex NetworkView::vertex_of_person(Index person) const { return find_node(*this, NodeKind::person, person); }
Vertex NetworkView::vertex_of_agreement(Index agreement) const {
  return find_node(*this, NodeKind::agreement, agreement);
}

}  // namespace maillage
