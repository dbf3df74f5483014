// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <stdexcept>
#include <tuple>
#include <utility>

#include "network/agreements_network.hpp"
#include "network/collected_partnerships.hpp"
#include "network/network_of_selection.hpp"
#include "network/partnership_flows.hpp"
#include "network/tie_weight.hpp"

namespace maillage {
namespace {

class ViewBuilder {
 public:
  enum class Takes : std::uint8_t { threads, each_agreement };

  ViewBuilder(const DataSet& data, const ViewOptions& options, Selection selection, Takes takes)
      : data_(data), takes_each_(takes == Takes::each_agreement) {
    view_.data = &data;
    view_.options = options;
    view_.selection = std::move(selection);
    if (!takes_each_) return;
    view_.options.kind = ViewKind::institutions;
    view_.options.with_mentions = view_.options.all_institutions = false;
  }

  ViewBuilder(const NetworkView& like, const ViewOptions& options, Selection selection)
      : data_(*like.data), like_(&like) {
    view_.data = like.data;
    view_.options = options;
    view_.selection = std::move(selection);
  }

  NetworkView build() {
    if (view_.options.directed && view_.options.kind != ViewKind::institutions) {
      throw std::invalid_argument("only the network of institutions has directions");
    }
    found_ = takes_each_ ? collect_agreements(view_) : collect_partnerships(view_);
    if (like_ != nullptr) keep_nodes_of(*like_);
    number_nodes();
    place_members();
    join();
    if (view_.options.directed) direct();
    count_partnerships();
    return std::move(view_);
  }

 private:
  Index shown(Index agreement, Index institution) const {
    return institution_in_view(data_, view_.options, view_.selection.reference_day, agreement, institution);
  }

  void keep_nodes_of(const NetworkView& like) {
    for (const auto& node : like.nodes) {
      if (node.kind == NodeKind::institution) found_.institution_is_node[node.row] = true;
      if (node.kind == NodeKind::person) found_.person_is_node[node.row] = true;
    }
  }

  void number_nodes() {
    const auto kind = view_.options.kind;
    vertex_of_institution_.assign(data_.institutions.size(), kNone);
    vertex_of_person_.assign(data_.people.size(), kNone);
    const auto add = [&](NodeKind node_kind, Index row) {
      view_.nodes.push_back({node_kind, row});
      return static_cast<Vertex>(view_.nodes.size() - 1);
    };
    if (kind != ViewKind::people) {
      if (!takes_each_) {
        for (const auto isolate : data_.declared_isolates) found_.institution_is_node[shown(kNone, isolate)] = true;
      }
      for (Index row = 0; row < data_.institutions.size(); ++row) {
        if (found_.institution_is_node[row] || (view_.options.all_institutions && shown(kNone, row) == row)) {
          vertex_of_institution_[row] = add(NodeKind::institution, row);
        }
      }
    }
    if (kind == ViewKind::people || kind == ViewKind::affiliations) {
      for (Index row = 0; row < found_.person_is_node.size(); ++row) {
        if (found_.person_is_node[row]) vertex_of_person_[row] = add(NodeKind::person, row);
      }
    }
    if (kind == ViewKind::two_mode) {
      std::vector<std::pair<Index, std::uint32_t>> by_row;
      for (std::uint32_t p = 0; p < view_.partnerships.size(); ++p) {
        const auto rows_of = view_.agreements_of_partnership(p);
        by_row.emplace_back(rows_of.empty() ? kNone : rows_of.back(), p);
      }
      std::ranges::sort(by_row);
      vertex_of_partnership_.resize(by_row.size());
      for (const auto& [row, p] : by_row) vertex_of_partnership_[p] = add(NodeKind::agreement, row);
    }
  }

  void place_members() {
    const auto kind = view_.options.kind;
    view_.member_first = {0};
    std::vector<Vertex> here;
    for (std::uint32_t p = 0; p < view_.partnerships.size(); ++p) {
      here.clear();
      if (kind != ViewKind::people) {
        for (auto i = found_.institution_first[p]; i < found_.institution_first[p + 1]; ++i) {
          here.push_back(vertex_of_institution_[found_.institutions[i]]);
        }
      }
      if (kind == ViewKind::people || kind == ViewKind::affiliations) {
        for (auto i = found_.signatory_first[p]; i < found_.signatory_first[p + 1]; ++i) {
          here.push_back(vertex_of_person_[found_.signatories[i].person]);
        }
      }
      if (kind == ViewKind::two_mode) here.push_back(vertex_of_partnership_[p]);
      std::ranges::sort(here);
      here.erase(std::unique(here.begin(), here.end()), here.end());
      view_.members.insert(view_.members.end(), here.begin(), here.end());
      view_.member_first.push_back(static_cast<std::uint32_t>(view_.members.size()));
    }
  }

  double weight_of(std::uint32_t p) const {
    const auto& facts = view_.partnerships[p];
    return tie_weight(view_.options.weight, facts.given_weight, facts.size);
  }

  template <class Found>
  void each_pair(std::uint32_t p, Found found) const {
    const auto here = view_.members_of(p);
    if (view_.options.kind == ViewKind::affiliations) {
      for (auto i = found_.signatory_first[p]; i < found_.signatory_first[p + 1]; ++i) {
        const auto& signatory = found_.signatories[i];
        if (signatory.institution == kNone || vertex_of_institution_[signatory.institution] == kNone) continue;
        found(vertex_of_institution_[signatory.institution], vertex_of_person_[signatory.person], 1.0);
      }
      return;
    }
    if (view_.options.kind == ViewKind::two_mode) {
      for (const auto v : here.first(here.size() - 1)) found(v, here.back(), 1.0);
      return;
    }
    const double weight = weight_of(p);
    for (std::size_t i = 0; i < here.size(); ++i) {
      for (std::size_t j = i + 1; j < here.size(); ++j) found(here[i], here[j], weight);
    }
  }

  void join() {
    std::size_t count = 0;
    for (std::uint32_t p = 0; p < view_.partnerships.size(); ++p) {
      each_pair(p, [&](Vertex, Vertex, double) { ++count; });
    }
    std::vector<Network::WeightedPair> pairs;
    std::vector<std::uint32_t> partnership_of_pair;
    pairs.reserve(count);
    partnership_of_pair.reserve(count);
    for (std::uint32_t p = 0; p < view_.partnerships.size(); ++p) {
      each_pair(p, [&](Vertex a, Vertex b, double weight) {
        pairs.push_back({a, b, weight});
        partnership_of_pair.push_back(p);
      });
    }
    std::vector<EdgeId> edge_of_pair;
    view_.network = Network(static_cast<Vertex>(view_.nodes.size()), pairs, &edge_of_pair);
    const bool bimodal = view_.options.kind == ViewKind::two_mode;
    if (view_.options.weight == Weighting::none || bimodal) view_.network = view_.network.with_unit_weights();
    auto& first = view_.edge_partnership_first;
    first.assign(view_.network.edge_count() + 1, 0);
    for (const auto e : edge_of_pair) {
      if (e != Network::no_edge) ++first[e + 1];
    }
    for (std::size_t e = 1; e < first.size(); ++e) first[e] += first[e - 1];
    view_.edge_partnerships.resize(first.back());
    auto next = first;
    for (std::size_t i = 0; i < edge_of_pair.size(); ++i) {
      if (edge_of_pair[i] != Network::no_edge) view_.edge_partnerships[next[edge_of_pair[i]]++] = partnership_of_pair[i];
    }
  }

  void direct() {
    std::vector<DirectedNetwork::WeightedArc> arcs;
    std::vector<bool> has_direction(view_.partnerships.size(), false);
    for (const auto& [p, source, target] : flows_of(view_)) {
      arcs.push_back({source, target, weight_of(p)});
      has_direction[p] = true;
    }
    view_.partnerships_without_direction =
        static_cast<std::uint32_t>(std::ranges::count(has_direction, false));
    view_.arcs = DirectedNetwork(static_cast<Vertex>(view_.nodes.size()), arcs);
    if (view_.options.weight == Weighting::none) view_.arcs = view_.arcs.with_unit_weights();
  }

  void count_partnerships() {
    for (auto* counts : {&view_.hyperdegree, &view_.certainly_in_force, &view_.possibly_in_force}) {
      counts->assign(view_.nodes.size(), 0);
    }
    auto& first = view_.node_partnership_first;
    first.assign(view_.nodes.size() + 1, 0);
    for (const auto v : view_.members) ++first[v + 1];
    for (std::size_t v = 1; v < first.size(); ++v) first[v] += first[v - 1];
    view_.node_partnerships.resize(first.back());
    auto next = first;
    for (std::uint32_t p = 0; p < view_.partnerships.size(); ++p) {
      const auto in_force = view_.partnerships[p].in_force;
      for (const auto v : view_.members_of(p)) view_.node_partnerships[next[v]++] = p;
      for (const auto v : view_.members_of(p)) {
        ++view_.hyperdegree[v];
        if (in_force == Certainty::certain) ++view_.certainly_in_force[v];
        if (in_force != Certainty::no) ++view_.possibly_in_force[v];
      }
    }
  }

  const DataSet& data_;
  const NetworkView* like_ = nullptr;  // whose nodes are nodes here too
  const bool takes_each_ = false;  // agreements that are already chosen, each a partnership
  NetworkView view_;
  CollectedPartnerships found_;
  std::vector<Vertex> vertex_of_institution_, vertex_of_person_;
  std::vector<Vertex> vertex_of_partnership_;  // two-mode: of the agreement that stands for it
};

}  // namespace

NetworkView build_network(const DataSet& data, const ViewOptions& options) {
  return network_of_selection(data, options, select_agreements(data, options));
}

NetworkView network_of_selection(const DataSet& data, const ViewOptions& options, Selection selection) {
  return ViewBuilder(data, options, std::move(selection), ViewBuilder::Takes::threads).build();
}

NetworkView network_of_selection(const NetworkView& like, const ViewOptions& options, Selection selection) {
  return ViewBuilder(like, options, std::move(selection)).build();
}

NetworkView network_of_agreements(const DataSet& data, const ViewOptions& options, Selection selection) {
  return ViewBuilder(data, options, std::move(selection), ViewBuilder::Takes::each_agreement).build();
}

}  // namespace maillage
