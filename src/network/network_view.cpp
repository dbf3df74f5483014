// SPDX-License-Identifier: Apache-2.0
#include "network/network_view.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "model/lineage.hpp"

namespace maillage {
namespace {

// A partnership while it is put together: rows of institutions and people, not yet vertices.
struct Draft {
  std::vector<Index> agreements;
  std::vector<Index> institutions;  // that count
  std::vector<Index> bystanders;    // parties whose role does not count
  struct Signatory {
    Index person, institution;
    bool operator==(const Signatory&) const = default;
    auto operator<=>(const Signatory&) const = default;
  };
  std::vector<Signatory> signatories;
  std::uint32_t unnamed = 0;
  NetworkView::Partnership facts;

  void clear() {
    agreements.clear();
    institutions.clear();
    bystanders.clear();
    signatories.clear();
    unnamed = 0;
    facts = {};
  }
};

template <class T>
void sort_unique(std::vector<T>& values) {
  std::ranges::sort(values);
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

class ViewBuilder {
 public:
  ViewBuilder(const DataSet& data, const ViewOptions& options) : data_(data) {
    view_.data = &data;
    view_.options = options;
    view_.selection = select_agreements(data, options);
  }

  NetworkView build() {
    view_.member_first = {0};
    view_.agreement_first = {0};
    collect_threads();
    if (view_.options.with_mentions) collect_mentions();
    number_nodes();
    place_members();
    join();
    count_partnerships();
    return std::move(view_);
  }

 private:
  const DataSet& data_;
  NetworkView view_;
  // Flat storage of all drafts: rows, not vertices.
  std::vector<Index> institution_rows_;
  std::vector<std::uint32_t> institution_first_{0};
  std::vector<Draft::Signatory> signatories_;
  std::vector<std::uint32_t> signatory_first_{0};
  std::vector<bool> institution_is_node_, person_is_node_;
  std::vector<Vertex> vertex_of_institution_, vertex_of_person_;
  std::vector<Vertex> vertex_of_partnership_;  // two-mode: of the agreement that stands for it

  bool counts(Index agreement, Index party) const {
    const auto role = data_.parties.role[party];
    if (role != PartyRole::represented && role != PartyRole::associated) return true;
    if (data_.parties.signed_on[party].is_known()) return true;
    return std::ranges::any_of(data_.signatures_of(agreement), [&](Index signature) {
      return data_.signatures.kind[signature] == SignatureKind::signatory &&
             data_.signatures.on_behalf_of[signature] == data_.parties.institution[party];
    });
  }

  bool is_there(Index party) const {
    const auto& options = view_.options;
    const auto last = options.to ? options.to : options.as_of;
    const auto first = options.from ? options.from : options.as_of;
    const auto joined = data_.parties.joined[party];
    const auto left = data_.parties.left[party];
    if (last && joined.is_known() && joined.earliest() > *last) return false;
    return !(first && left.is_known() && !left.is_open() && left.latest() < *first);
  }

  Index shown(Index agreement, Index institution) const {
    return institution_in_view(data_, view_.options, view_.selection.reference_day, agreement, institution);
  }

  void take_agreement(Draft& draft, const Selection::Item& item) {
    const auto a = item.agreement;
    draft.agreements.push_back(a);
    for (const auto party : data_.parties_of(a)) {
      if (!is_there(party)) continue;
      auto& list = counts(a, party) ? draft.institutions : draft.bystanders;
      list.push_back(shown(a, data_.parties.institution[party]));
    }
    if (view_.options.kind == ViewKind::people || view_.options.kind == ViewKind::affiliations) {
      for (const auto signature : data_.signatures_of(a)) {
        if (data_.signatures.kind[signature] != SignatureKind::signatory) continue;
        const auto behalf = data_.signatures.on_behalf_of[signature];
        draft.signatories.push_back({data_.signatures.person[signature], behalf == kNone ? kNone : shown(a, behalf)});
      }
    }
    draft.unnamed = std::max(draft.unnamed, data_.agreements.unnamed_parties[a]);
    draft.facts.certainty = std::max(draft.facts.certainty, item.certainty);
    draft.facts.in_force = std::max(draft.facts.in_force, item.in_force);
    draft.facts.given_weight = data_.given_weight[a];
  }

  // One draft for each thread of the selection, in the order of its first agreement.
  void collect_threads() {
    const Threads threads(data_);
    const auto& items = view_.selection.items;
    std::vector<std::uint32_t> order(items.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::stable_sort(order, {}, [&](std::uint32_t i) { return threads.of(items[i].agreement); });
    std::vector<bool> has_base(threads.count(), false);
    for (Index a = 0; a < data_.agreements.size(); ++a) {
      if (!threads.is_amendment(a)) has_base[threads.of(a)] = true;
    }
    Draft draft;
    std::vector<Selection::Item> members;
    for (std::size_t i = 0; i < order.size();) {
      const auto thread = threads.of(items[order[i]].agreement);
      members.clear();
      for (; i < order.size() && threads.of(items[order[i]].agreement) == thread; ++i) {
        const auto& item = items[order[i]];
        // An amendment adds no partnership, unless what it amends is not documented.
        if (!threads.is_amendment(item.agreement) || !has_base[thread]) members.push_back(item);
      }
      if (members.empty()) continue;
      draft.clear();
      draft.facts.certainty = draft.facts.in_force = Certainty::no;
      if (is_cross_section()) keep_latest(members);
      for (const auto& item : members) take_agreement(draft, item);
      keep(draft);
    }
  }

  bool is_cross_section() const {
    const auto& options = view_.options;
    return options.as_of && !options.from && !options.to && options.dates == DateBasis::in_force;
  }

  // Of several agreements of one thread in force together the one that starts last; certain ones come first.
  void keep_latest(std::vector<Selection::Item>& members) const {
    if (members.size() < 2) return;
    const auto start = [&](const Selection::Item& item) {
      return std::tuple(item.certainty, validity_of(data_, item.agreement).start_earliest, item.agreement);
    };
    members = {*std::ranges::max_element(members, {}, start)};
  }

  void collect_mentions() {
    Draft draft;
    for (const auto& mention : data_.mentions) {
      const auto& options = view_.options;
      const auto from = options.from.value_or(kDistantPast);
      const auto to = options.to ? *options.to : options.as_of.value_or(kDistantFuture);
      if (mention.date.earliest() > to || mention.date.latest() < from) continue;
      draft.clear();
      for (const auto institution : mention.institutions) draft.institutions.push_back(shown(kNone, institution));
      draft.facts.in_force = Certainty::no;
      keep(draft);
    }
  }

  void keep(Draft& draft) {
    sort_unique(draft.institutions);
    sort_unique(draft.signatories);
    institution_is_node_.resize(data_.institutions.size());
    person_is_node_.resize(data_.people.size());
    for (const auto row : draft.institutions) institution_is_node_[row] = true;
    for (const auto row : draft.bystanders) institution_is_node_[row] = true;
    for (const auto& signatory : draft.signatories) person_is_node_[signatory.person] = true;
    auto size = draft.institutions.size() + draft.unnamed;
    if (view_.options.kind == ViewKind::people) {
      std::vector<Index> people;
      for (const auto& signatory : draft.signatories) people.push_back(signatory.person);
      sort_unique(people);
      size = people.size();
    }
    draft.facts.size = static_cast<std::uint32_t>(size);
    view_.partnerships.push_back(draft.facts);
    institution_rows_.insert(institution_rows_.end(), draft.institutions.begin(), draft.institutions.end());
    institution_first_.push_back(static_cast<std::uint32_t>(institution_rows_.size()));
    signatories_.insert(signatories_.end(), draft.signatories.begin(), draft.signatories.end());
    signatory_first_.push_back(static_cast<std::uint32_t>(signatories_.size()));
    view_.agreement_rows.insert(view_.agreement_rows.end(), draft.agreements.begin(), draft.agreements.end());
    view_.agreement_first.push_back(static_cast<std::uint32_t>(view_.agreement_rows.size()));
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
      institution_is_node_.resize(data_.institutions.size());
      for (const auto isolate : data_.declared_isolates) institution_is_node_[shown(kNone, isolate)] = true;
      for (Index row = 0; row < data_.institutions.size(); ++row) {
        if (institution_is_node_[row] || (view_.options.all_institutions && shown(kNone, row) == row)) {
          vertex_of_institution_[row] = add(NodeKind::institution, row);
        }
      }
    }
    if (kind == ViewKind::people || kind == ViewKind::affiliations) {
      for (Index row = 0; row < person_is_node_.size(); ++row) {
        if (person_is_node_[row]) vertex_of_person_[row] = add(NodeKind::person, row);
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
    std::vector<Vertex> here;
    for (std::uint32_t p = 0; p < view_.partnerships.size(); ++p) {
      here.clear();
      if (kind != ViewKind::people) {
        for (auto i = institution_first_[p]; i < institution_first_[p + 1]; ++i) {
          here.push_back(vertex_of_institution_[institution_rows_[i]]);
        }
      }
      if (kind == ViewKind::people || kind == ViewKind::affiliations) {
        for (auto i = signatory_first_[p]; i < signatory_first_[p + 1]; ++i) {
          here.push_back(vertex_of_person_[signatories_[i].person]);
        }
      }
      if (kind == ViewKind::two_mode) here.push_back(vertex_of_partnership_[p]);
      sort_unique(here);
      view_.members.insert(view_.members.end(), here.begin(), here.end());
      view_.member_first.push_back(static_cast<std::uint32_t>(view_.members.size()));
    }
  }

  template <class Found>
  void each_pair(std::uint32_t p, Found found) const {
    const auto here = view_.members_of(p);
    if (view_.options.kind == ViewKind::affiliations) {
      for (auto i = signatory_first_[p]; i < signatory_first_[p + 1]; ++i) {
        const auto& signatory = signatories_[i];
        if (signatory.institution == kNone || vertex_of_institution_[signatory.institution] == kNone) continue;
        found(vertex_of_institution_[signatory.institution], vertex_of_person_[signatory.person], 1.0);
      }
      return;
    }
    if (view_.options.kind == ViewKind::two_mode) {
      for (const auto v : here.first(here.size() - 1)) found(v, here.back(), 1.0);
      return;
    }
    const auto& facts = view_.partnerships[p];
    const double weight = view_.options.weight == Weighting::newman && facts.size > 1
                              ? facts.given_weight / (facts.size - 1.0)
                              : facts.given_weight;
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
};

Vertex find_node(const NetworkView& view, NodeKind kind, Index row) {
  const auto found = std::ranges::lower_bound(view.nodes, std::tuple(kind, row), {},
                                              [](const Node& node) { return std::tuple(node.kind, node.row); });
  const bool is_there = found != view.nodes.end() && found->kind == kind && found->row == row;
  return is_there ? static_cast<Vertex>(found - view.nodes.begin()) : view.network.vertex_count();
}

}  // namespace

NetworkView build_network(const DataSet& data, const ViewOptions& options) {
  return ViewBuilder(data, options).build();
}

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

std::vector<Index> NetworkView::agreements_of_edge(EdgeId e) const {
  std::vector<Index> found;
  for (const auto p : partnerships_of_edge(e)) {
    const auto rows_of = agreements_of_partnership(p);
    found.insert(found.end(), rows_of.begin(), rows_of.end());
  }
  sort_unique(found);
  return found;
}

std::vector<Index> NetworkView::agreements_of_node(Vertex v) const {
  std::vector<Index> found;
  for (const auto p : partnerships_of_node(v)) {
    const auto rows_of = agreements_of_partnership(p);
    found.insert(found.end(), rows_of.begin(), rows_of.end());
  }
  sort_unique(found);
  return found;
}

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
