// SPDX-License-Identifier: Apache-2.0
#include "analysis/temporal/spell_network.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "network/collected_partnerships.hpp"
#include "network/counting_sort.hpp"
#include "network/flows.hpp"

namespace maillage {
namespace {

struct Days {
  Day first = kDistantPast, last = kDistantFuture;
  bool is_some() const { return first <= last; }
  bool operator==(const Days&) const = default;
};

Days common(const Days& a, const Days& b) { return {std::max(a.first, b.first), std::min(a.last, b.last)}; }

// The day of something that happened on one day, as its date may be read.
Days days_of_date(const PartialDate& date, SpellReading reading) {
  if (date.is_open()) return {kDistantFuture, kDistantPast};
  const auto earliest = date.is_known() ? date.earliest() : kDistantPast;
  const auto latest = date.is_known() ? date.latest() : kDistantFuture;
  if (reading == SpellReading::certain) return {latest, earliest};  // no day unless both are one
  const auto day = reading == SpellReading::earliest ? earliest : latest;
  // A date without bound on that side is some day of the half line: no day can be named.
  if (day <= kDistantPast) return {kDistantPast, latest};
  if (day >= kDistantFuture) return {kDistantFuture, kDistantPast};
  return {day, day};
}

Days days_in_force(const DataSet& data, Index agreement, SpellReading reading) {
  const auto validity = validity_of(data, agreement);
  const auto first = reading == SpellReading::earliest ? validity.start_earliest : validity.start_latest;
  const auto last = reading == SpellReading::certain ? validity.end_earliest : validity.end_latest;
  return {first, first >= kDistantFuture ? kDistantPast : last};
}

Days days_of(const NetworkView& view, Index agreement, SpellReading reading) {
  if (view.options.dates == DateBasis::signed_) {
    return days_of_date(view.data->agreements.signed_on[agreement], reading);
  }
  return days_in_force(*view.data, agreement, reading);
}

// From the day a party joined to the day it left; a single date is read as validity reads it.
Days days_as_party(const DataSet& data, Index party, SpellReading reading) {
  const auto joined = data.parties.joined[party];
  const auto left = data.parties.left[party];
  Days days;
  if (joined.is_known() && !joined.is_open()) {
    const bool is_single = joined.kind() == DateKind::single;
    const auto latest = is_single ? joined.first_written() : joined.latest();
    days.first = reading == SpellReading::earliest ? joined.earliest() : latest;
  }
  if (left.is_known() && !left.is_open()) {
    const bool is_single = left.kind() == DateKind::single;
    const auto earliest = is_single ? left.last_written() : left.earliest();
    days.last = reading == SpellReading::certain ? earliest : left.latest();
  }
  return days;
}

// Someone who can cross an agreement, and when.
struct Member {
  Vertex vertex;
  Days days;
  Index institution = kNone;  // as the data have it, before roll-up and successions
  auto key() const { return std::tuple(vertex, days.first, days.last); }
};

class Spells {
 public:
  Spells(const NetworkView& view, SpellReading reading)
      : view_(view), data_(*view.data), reading_(reading),
        vertex_of_institution_(data_.institutions.size(), kNone),
        vertex_of_person_(data_.people.size(), kNone) {
    for (Vertex v = 0; v < view.nodes.size(); ++v) {
      const auto& node = view.nodes[v];
      if (node.kind == NodeKind::institution) vertex_of_institution_[node.row] = v;
      if (node.kind == NodeKind::person) vertex_of_person_[node.row] = v;
    }
    if (view.options.kind == ViewKind::two_mode) find_stand_ins();
  }

  std::vector<SpellArc> arcs() {
    for (const auto& item : view_.selection.items) add_agreement(item.agreement);
    const bool joins_mentions = view_.options.kind == ViewKind::institutions && !view_.options.directed;
    if (view_.options.with_mentions && joins_mentions) add_mentions();
    return std::move(arcs_);
  }

 private:
  // Two-mode: an agreement is crossed through the node that stands for its partnership.
  void find_stand_ins() {
    stand_in_.assign(data_.agreements.size(), kNone);
    for (std::uint32_t p = 0; p < view_.partnerships.size(); ++p) {
      const auto rows_of = view_.agreements_of_partnership(p);
      if (rows_of.empty()) continue;
      const auto v = view_.vertex_of_agreement(rows_of.back());
      if (v >= view_.nodes.size()) continue;
      for (const auto row : rows_of) stand_in_[row] = v;
    }
  }

  Index shown(Index agreement, Index institution) const {
    return institution_in_view(data_, view_.options, view_.selection.reference_day, agreement, institution);
  }

  void take_parties(Index agreement) {
    for (const auto party : data_.parties_of(agreement)) {
      if (!party_counts(data_, agreement, party)) continue;
      const auto institution = data_.parties.institution[party];
      const auto v = vertex_of_institution_[shown(agreement, institution)];
      if (v != kNone) members_.push_back({v, days_as_party(data_, party, reading_), institution});
    }
  }

  void add_agreement(Index agreement) {
    const auto days = days_of(view_, agreement, reading_);
    if (!days.is_some()) return;
    members_.clear();
    switch (view_.options.kind) {
      case ViewKind::institutions:
        take_parties(agreement);
        if (view_.options.directed) {
          join_along_flows(days, agreement);
        } else {
          join_pairwise(days, agreement);
        }
        return;
      case ViewKind::people:
        each_signatory(agreement, [&](Vertex person, Vertex) { members_.push_back({person, {}, kNone}); });
        join_pairwise(days, agreement);
        return;
      case ViewKind::affiliations:
        each_signatory(agreement, [&](Vertex person, Vertex institution) {
          if (institution != kNone) join(person, institution, days, agreement);
        });
        return;
      case ViewKind::two_mode:
        take_parties(agreement);
        if (stand_in_[agreement] == kNone) return;
        for (const auto& member : members_) join(member.vertex, stand_in_[agreement], common(days, member.days), agreement);
        return;
    }
  }

  template <class Found>
  void each_signatory(Index agreement, Found found) const {
    for (const auto signature : data_.signatures_of(agreement)) {
      if (data_.signatures.kind[signature] != SignatureKind::signatory) continue;
      const auto person = vertex_of_person_[data_.signatures.person[signature]];
      const auto behalf = data_.signatures.on_behalf_of[signature];
      if (person != kNone) found(person, behalf == kNone ? kNone : vertex_of_institution_[shown(agreement, behalf)]);
    }
  }

  void join_pairwise(const Days& days, Index agreement) {
    // Units rolled up into one institution are one member, unless they were parties on different days.
    std::ranges::sort(members_, {}, &Member::key);
    const auto same = [](const Member& a, const Member& b) { return a.key() == b.key(); };
    members_.erase(std::unique(members_.begin(), members_.end(), same), members_.end());
    for (std::size_t i = 0; i < members_.size(); ++i) {
      for (std::size_t j = i + 1; j < members_.size(); ++j) {
        join(members_[i].vertex, members_[j].vertex, common(days, common(members_[i].days, members_[j].days)), agreement);
      }
    }
  }

  void join_along_flows(const Days& days, Index agreement) {
    directed_.clear();
    each_flow(data_, agreement, [&](Index source, Index target) {
      for (const auto& from : members_) {
        if (from.institution != source) continue;
        for (const auto& to : members_) {
          if (to.institution != target || to.vertex == from.vertex) continue;
          const auto open = common(days, common(from.days, to.days));
          if (open.is_some()) directed_.emplace_back(from.vertex, to.vertex, open.first, open.last);
        }
      }
    });
    std::ranges::sort(directed_);
    directed_.erase(std::unique(directed_.begin(), directed_.end()), directed_.end());
    for (const auto& [from, to, first, last] : directed_) arcs_.push_back({from, to, first, last, agreement});
  }

  void join(Vertex a, Vertex b, const Days& days, Index agreement) {
    if (a == b || !days.is_some()) return;
    arcs_.push_back({a, b, days.first, days.last, agreement});
    arcs_.push_back({b, a, days.first, days.last, agreement});
  }

  void add_mentions() {
    for (const auto& mention : data_.mentions) {
      const auto days = days_of_date(mention.date, reading_);
      members_.clear();
      for (const auto institution : mention.institutions) {
        const auto v = vertex_of_institution_[shown(kNone, institution)];
        if (v != kNone) members_.push_back({v, {}, kNone});
      }
      join_pairwise(days, kNone);
    }
  }

  const NetworkView& view_;
  const DataSet& data_;
  const SpellReading reading_;
  std::vector<Vertex> vertex_of_institution_, vertex_of_person_, stand_in_;
  std::vector<Member> members_;
  std::vector<std::tuple<Vertex, Vertex, Day, Day>> directed_;
  std::vector<SpellArc> arcs_;
};

bool is_undated(const NetworkView& view, Index agreement) {
  const auto& t = view.data->agreements;
  const auto is_said = [](const PartialDate& date) { return date.is_known() && !date.is_open(); };
  if (view.options.dates == DateBasis::signed_) return !is_said(t.signed_on[agreement]);
  return !is_said(t.signed_on[agreement]) && !is_said(t.valid_from[agreement]) && !is_said(t.valid_to[agreement]) &&
         !is_said(t.terminated[agreement]);
}

}  // namespace

SpellNetwork spell_network_of(Vertex vertices, const std::vector<SpellArc>& arcs) {
  std::vector<std::uint32_t> order;
  order.reserve(arcs.size());
  for (std::uint32_t i = 0; i < arcs.size(); ++i) {
    if (arcs[i].first_day <= arcs[i].last_day) order.push_back(i);
  }
  sort_by_key(order, vertices, [&](std::uint32_t i) { return arcs[i].to; });
  sort_by_key(order, vertices, [&](std::uint32_t i) { return arcs[i].from; });
  SpellNetwork network;
  network.first.assign(vertices + 1, 0);
  network.target.reserve(order.size());
  network.first_day.reserve(order.size());
  network.last_day.reserve(order.size());
  network.agreement.reserve(order.size());
  for (const auto i : order) {
    ++network.first[arcs[i].from + 1];
    network.target.push_back(arcs[i].to);
    network.first_day.push_back(arcs[i].first_day);
    network.last_day.push_back(arcs[i].last_day);
    network.agreement.push_back(arcs[i].agreement);
  }
  std::partial_sum(network.first.begin(), network.first.end(), network.first.begin());
  return network;
}

SpellNetwork SpellNetwork::reversed() const {
  std::vector<SpellArc> arcs;
  arcs.reserve(target.size());
  for (Vertex v = 0; v < vertex_count(); ++v) {
    for (auto arc = first[v]; arc < first[v + 1]; ++arc) {
      arcs.push_back({target[arc], v, -last_day[arc], -first_day[arc], agreement[arc]});
    }
  }
  return spell_network_of(vertex_count(), arcs);
}

SpellCounts count_spells(const NetworkView& view, SpellReading reading) {
  SpellCounts counts;
  for (const auto& item : view.selection.items) {
    const auto a = item.agreement;
    ++counts.agreements;
    if (is_undated(view, a)) ++counts.undated;
    if (days_of(view, a, SpellReading::earliest) != days_of(view, a, SpellReading::certain)) ++counts.doubtful;
    if (!days_of(view, a, reading).is_some()) ++counts.left_out;
  }
  return counts;
}

SpellNetwork spell_network(const NetworkView& view, SpellReading reading) {
  return spell_network_of(static_cast<Vertex>(view.nodes.size()), Spells(view, reading).arcs());
}

}  // namespace maillage
