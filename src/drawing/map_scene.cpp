// SPDX-License-Identifier: Apache-2.0
#include "drawing/map_scene.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "network/flows.hpp"
#include "network/partnership_flows.hpp"

namespace maillage {
namespace {

int certainty_rank(Status status) {
  switch (status) {
    case Status::in_force: return 4;
    case Status::signed_not_started: return 3;
    case Status::unknown: return 2;
    case Status::ended: return 1;
    case Status::announced: return 0;
  }
  return 0;
}

void count_agreement(MapScene& scene, Index agreement) {
  ++scene.signed_count;
  if (scene.period != nullptr && !is_announced(*scene.data, agreement)) {
    const auto& items = scene.view->selection.items;
    const auto item = std::ranges::lower_bound(items, agreement, {}, &Selection::Item::agreement);
    ++(item->certainty == Certainty::certain ? scene.certain : scene.unknown);
    return;
  }
  switch (scene.as_of ? status_at(*scene.data, agreement, *scene.as_of) : Status::unknown) {
    case Status::in_force: ++scene.certain; break;
    case Status::ended: ++scene.ended; break;
    case Status::signed_not_started: ++scene.not_started; break;
    case Status::unknown: ++scene.unknown; break;
    case Status::announced: --scene.signed_count, ++scene.announced; break;
  }
}

class SceneBuilder {
 public:
  explicit SceneBuilder(const MapInput& input) : input_(input), view_(*input.view) {
    scene_.data = view_.data;
    scene_.view = input.view;
    scene_.as_of = view_.selection.reference_day;
    scene_.period = input.period ? &*input.period : nullptr;
    if (view_.is_directed()) flows_ = flows_of(view_);
  }

  MapScene build() {
    add_vertices();
    add_announced_nodes();
    if (view_.options.kind == ViewKind::institutions) add_partnerships();
    else add_edges();
    add_announced_ties();
    add_components();
    count();
    return std::move(scene_);
  }

 private:
  void add_vertices() {
    for (Vertex v = 0; v < view_.network.vertex_count(); ++v) {
      MapScene::Node node;
      node.vertex = v;
      node.node_kind = view_.nodes[v].kind;
      node.row = view_.nodes[v].row;
      name(node);
      node.agreements = view_.hyperdegree[v];
      node.certain = view_.certainly_in_force[v];
      node.possible = view_.possibly_in_force[v];
      node.strength = view_.network.strength(v);
      node.size = v < input_.sizes.size() ? input_.sizes[v] : node.agreements;
      if (!std::isfinite(node.size)) node.size = std::numeric_limits<double>::quiet_NaN();
      node.core = node.agreements == 0 ? 0 : static_cast<double>(node.certain) / node.agreements;
      if (input_.partition != nullptr) node.community = input_.partition->community_of[v];
      scene_.nodes.push_back(std::move(node));
    }
    for (const auto v : input_.cut_points) scene_.nodes[v].is_cut_point = true;
    if (input_.hubs == nullptr) return;
    for (std::size_t i = 0; i < std::min<std::size_t>(20, input_.hubs->hubs.size()); ++i) {
      const auto& hub = input_.hubs->hubs[i];
      if (hub.score > 0) scene_.nodes[hub.vertex].hub_rank = static_cast<std::uint32_t>(i) + 1;
    }
  }

  void name(MapScene::Node& node) const {
    const auto& data = *scene_.data;
    switch (node.node_kind) {
      case NodeKind::institution:
        node.id = data.institutions.id[node.row];
        node.label = data.label_of_institution(node.row);
        node.full_name = data.name_of_institution(node.row);
        node.kind = data.institutions.kind[node.row];
        break;
      case NodeKind::person:
        node.id = data.people.id[node.row];
        node.label = node.full_name = data.name_of_person(node.row);
        break;
      case NodeKind::agreement:
        node.id = data.agreements.id[node.row];
        node.label = node.full_name = data.title_of_agreement(node.row);
        break;
    }
  }

  std::uint32_t node_of_institution(Index row) const {
    const auto v = view_.vertex_of_institution(row);
    if (v < view_.network.vertex_count()) return v;
    for (auto i = view_.network.vertex_count(); i < scene_.nodes.size(); ++i) {
      if (scene_.nodes[i].node_kind == NodeKind::institution && scene_.nodes[i].row == row) return i;
    }
    return kNoVertex;
  }

  Index shown(Index agreement, Index institution) const {
    return institution_in_view(*scene_.data, view_.options, scene_.as_of, agreement, institution);
  }

  // Between people, and between them and institutions, nothing is announced: nobody has signed yet.
  bool shows_announced() const {
    return view_.options.kind == ViewKind::institutions || view_.options.kind == ViewKind::two_mode;
  }

  void add_announced_nodes() {
    if (!shows_announced()) return;
    std::vector<Index> rows;
    for (const auto a : input_.announced) {
      for (const auto party : scene_.data->parties_of(a)) {
        const auto row = shown(a, scene_.data->parties.institution[party]);
        if (view_.vertex_of_institution(row) >= view_.network.vertex_count()) rows.push_back(row);
      }
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    for (const auto row : rows) {
      MapScene::Node node;
      node.row = row;
      name(node);
      scene_.nodes.push_back(std::move(node));
    }
    if (view_.options.kind != ViewKind::two_mode) return;
    for (const auto a : input_.announced) {
      MapScene::Node node;
      node.node_kind = NodeKind::agreement;
      node.row = a;
      name(node);
      scene_.nodes.push_back(std::move(node));
    }
  }

  std::uint32_t node_of_announced(Index agreement) const {
    for (auto i = view_.network.vertex_count(); i < scene_.nodes.size(); ++i) {
      if (scene_.nodes[i].node_kind == NodeKind::agreement && scene_.nodes[i].row == agreement) return i;
    }
    return kNoVertex;
  }

  // What makes the weights given in an edge list, whatever their unit, widths of lines.
  double scale_of_weights() const {
    constexpr double widest = 3;
    double largest = 0;
    for (const auto& partnership : view_.partnerships) {
      largest = std::max(largest, partnership.given_weight / std::max<double>(1, partnership.size - 1.0));
    }
    return largest > widest ? widest / largest : 1;
  }

  std::vector<LineDirection> directions_of(std::uint32_t partnership, std::span<const Vertex> members) const {
    std::vector<LineDirection> directions;
    for (const auto& flow : std::ranges::equal_range(flows_, partnership, {}, &PartnershipFlow::partnership)) {
      directions.resize(members.size(), LineDirection::none);
      for (std::size_t i = 0; i < members.size(); ++i) {
        directions[i] = directions[i] | direction_of(members[i] == flow.source, members[i] == flow.target);
      }
    }
    return directions;
  }

  void add_partnerships() {
    const double scale = scale_of_weights();
    for (std::uint32_t p = 0; p < view_.partnerships.size(); ++p) {
      const auto members = view_.members_of(p);
      const auto rows = view_.agreements_of_partnership(p);
      const std::vector<Index> agreements(rows.begin(), rows.end());
      const auto status = status_of(scene_, agreements);
      const auto size = view_.partnerships[p].size;
      const double weight = scale * view_.partnerships[p].given_weight / (size < 2 ? 1 : size - 1);
      auto directions = directions_of(p, members);
      if (members.size() == 1) {
        scene_.nodes[members[0]].alone_in.insert(scene_.nodes[members[0]].alone_in.end(), agreements.begin(), agreements.end());
      } else if (members.size() == 2) {
        scene_.ties.push_back({MapScene::Tie::Kind::agreement, members[0], members[1], status, weight, agreements,
                               directions.empty() ? LineDirection::none : directions[0]});
      } else if (members.size() > 2) {
        add_agreement({{members.begin(), members.end()}, status, weight, agreements, std::move(directions)});
      }
    }
  }

  // Agreements of the same parties and status have one sign together.
  void add_agreement(MapScene::Agreement agreement) {
    for (auto& other : scene_.agreements) {
      if (scene_.view->network.vertex_count() > 40 || other.members != agreement.members || other.status != agreement.status ||
          other.directions != agreement.directions) {
        continue;
      }
      other.agreements.insert(other.agreements.end(), agreement.agreements.begin(), agreement.agreements.end());
      return;
    }
    scene_.agreements.push_back(std::move(agreement));
  }

  void add_edges() {
    const auto& network = view_.network;
    for (EdgeId e = 0; e < network.edge_count(); ++e) {
      const auto agreements = view_.agreements_of_edge(e);
      scene_.ties.push_back({MapScene::Tie::Kind::agreement, network.source(e), network.target(e),
                             status_of(scene_, agreements), network.weight(e), agreements});
    }
  }

  std::vector<LineDirection> announced_directions(Index agreement, const std::vector<std::uint32_t>& members) const {
    std::vector<LineDirection> directions;
    if (!view_.is_directed()) return directions;
    each_flow(*scene_.data, agreement, [&](Index from, Index to) {
      const auto source = node_of_institution(shown(agreement, from)), target = node_of_institution(shown(agreement, to));
      if (source == target) return;
      directions.resize(members.size(), LineDirection::none);
      for (std::size_t i = 0; i < members.size(); ++i) {
        directions[i] = directions[i] | direction_of(members[i] == source, members[i] == target);
      }
    });
    return directions;
  }

  void add_announced_ties() {
    if (!shows_announced()) return;
    for (const auto a : input_.announced) {
      std::vector<std::uint32_t> members;
      for (const auto party : scene_.data->parties_of(a)) {
        const auto node = node_of_institution(shown(a, scene_.data->parties.institution[party]));
        if (node != kNoVertex) members.push_back(node);
      }
      std::sort(members.begin(), members.end());
      members.erase(std::unique(members.begin(), members.end()), members.end());
      if (view_.options.kind == ViewKind::two_mode) {
        const auto sheet = node_of_announced(a);
        for (const auto v : members) {
          scene_.ties.push_back({MapScene::Tie::Kind::agreement, v, sheet, Status::announced, 1, {a}});
        }
        continue;
      }
      auto directions = announced_directions(a, members);
      if (members.size() == 1) scene_.nodes[members[0]].alone_in.push_back(a);
      if (members.size() == 2) {
        scene_.ties.push_back({MapScene::Tie::Kind::agreement, members[0], members[1], Status::announced, 1, {a},
                               directions.empty() ? LineDirection::none : directions[0]});
      }
      if (members.size() > 2) {
        const double weight = 1.0 / (static_cast<double>(members.size()) - 1);
        scene_.agreements.push_back({std::move(members), Status::announced, weight, {a}, std::move(directions)});
      }
    }
  }

  // A unit is joined to the nearest institution above it that is drawn.
  void add_components() {
    if (!shows_announced() || view_.options.roll_up) return;
    for (std::uint32_t i = 0; i < scene_.nodes.size(); ++i) {
      if (scene_.nodes[i].node_kind != NodeKind::institution) continue;
      auto above = scene_.data->institutions.parent[scene_.nodes[i].row];
      for (int step = 0; above != kNone && step < 64; ++step) {
        const auto node = node_of_institution(above);
        if (node != kNoVertex && node != i) {
          scene_.ties.push_back({MapScene::Tie::Kind::component, std::min(i, node), std::max(i, node), Status::unknown, 0, {}});
          break;
        }
        above = scene_.data->institutions.parent[above];
      }
    }
  }

  void count() {
    scene_.announced = shows_announced() ? input_.announced.size() : 0;
    for (const auto& item : view_.selection.items) {
      count_agreement(scene_, item.agreement);
    }
  }

  const MapInput& input_;
  const NetworkView& view_;
  std::vector<PartnershipFlow> flows_;
  MapScene scene_;
};

}  // namespace

LineDirection MapScene::Agreement::direction_between(std::size_t i, std::size_t j) const {
  const auto one = direction_of_member(i), other = direction_of_member(j);
  return direction_of(leads_forward(one) && leads_backward(other), leads_forward(other) && leads_backward(one));
}

bool MapScene::is_dense() const {
  constexpr std::size_t lines_for_each_node = 5, least_nodes = 8;
  std::size_t lines = ties.size();
  for (const auto& agreement : agreements) lines += agreement.members.size();
  return nodes.size() >= least_nodes && lines >= lines_for_each_node * nodes.size();
}

std::uint32_t MapScene::node_of_id(std::string_view id) const {
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].id == id) return i;
  }
  return kNoVertex;
}

Status status_of(const MapScene& scene, const std::vector<Index>& agreements) {
  if (!scene.as_of) return Status::unknown;
  auto best = Status::announced;
  for (const auto a : agreements) {
    const auto status = status_at(*scene.data, a, *scene.as_of);
    if (certainty_rank(status) > certainty_rank(best)) best = status;
  }
  return best;
}

MapScene scene_of(const MapInput& input) { return SceneBuilder(input).build(); }

MapScene around(const MapScene& scene, std::uint32_t node, int within) {
  std::vector<int> distance(scene.nodes.size(), -1);
  distance[node] = 0;
  for (int step = 0; step < within; ++step) {
    const auto before = distance;
    const auto reach = [&](std::uint32_t from, std::uint32_t to) {
      if (before[from] == step && distance[to] < 0) distance[to] = step + 1;
    };
    for (const auto& tie : scene.ties) {
      if (tie.kind == MapScene::Tie::Kind::agreement) reach(tie.source, tie.target), reach(tie.target, tie.source);
    }
    for (const auto& agreement : scene.agreements) {
      for (const auto a : agreement.members) {
        for (const auto b : agreement.members) reach(a, b);
      }
    }
  }
  MapScene part = scene;
  part.nodes.clear(), part.ties.clear(), part.agreements.clear();
  std::vector<std::uint32_t> number(scene.nodes.size(), kNoVertex);
  for (std::uint32_t i = 0; i < scene.nodes.size(); ++i) {
    if (distance[i] < 0) continue;
    number[i] = static_cast<std::uint32_t>(part.nodes.size());
    part.nodes.push_back(scene.nodes[i]);
    if (distance[i] == within) part.nodes.back().alone_in.clear();
  }
  // What joins two nodes at the border alone is a step further away.
  const auto is_inside = [&](std::uint32_t v) { return distance[v] >= 0 && distance[v] < within; };
  for (auto tie : scene.ties) {
    const bool is_component = tie.kind == MapScene::Tie::Kind::component;
    if (!is_component && !is_inside(tie.source) && !is_inside(tie.target)) continue;
    tie.source = number[tie.source], tie.target = number[tie.target];
    if (tie.source != kNoVertex && tie.target != kNoVertex) part.ties.push_back(std::move(tie));
  }
  for (auto agreement : scene.agreements) {
    if (std::none_of(agreement.members.begin(), agreement.members.end(), is_inside)) continue;
    for (auto& v : agreement.members) v = number[v];
    part.agreements.push_back(std::move(agreement));
  }
  std::set<Index> rows;
  for (const auto& tie : part.ties) rows.insert(tie.agreements.begin(), tie.agreements.end());
  for (const auto& agreement : part.agreements) rows.insert(agreement.agreements.begin(), agreement.agreements.end());
  for (const auto& member : part.nodes) rows.insert(member.alone_in.begin(), member.alone_in.end());
  part.signed_count = part.certain = part.unknown = part.ended = part.not_started = part.announced = 0;
  for (const auto a : rows) {
    if (is_announced(*part.data, a)) ++part.announced;
    else count_agreement(part, a);
  }
  part.centre = number[node];
  return part;
}

}  // namespace maillage
