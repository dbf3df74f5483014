// SPDX-License-Identifier: Apache-2.0
#include "analysis/temporal/comparison.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <stdexcept>
#include <tuple>

#include "analysis/centrality/hubs.hpp"
#include "analysis/temporal/agreement_lives.hpp"
#include "analysis/temporal/evolving_network.hpp"
#include "analysis/temporal/followed_communities.hpp"

namespace maillage {
namespace {

using Ties = std::vector<std::pair<Index, Index>>;
constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();

// The network of one day by rows.
struct DayNetwork {
  std::vector<Index> nodes;  // ascending
  Ties ties;                 // ascending, smaller row first
  bool holds(Index row) const { return std::ranges::binary_search(nodes, row); }
  bool holds(const std::pair<Index, Index>& tie) const { return std::ranges::binary_search(ties, tie); }
};

DayNetwork network_on(const PartnershipSpells& spells, Day day) {
  EvolvingNetwork network(spells);
  network.advance_to(day);
  DayNetwork result;
  for (Vertex v = 0; v < spells.institutions.size(); ++v) {
    if (network.is_node(v)) result.nodes.push_back(spells.institutions[v]);
  }
  network.each_tie([&](Vertex a, Vertex b) { result.ties.emplace_back(spells.institutions[a], spells.institutions[b]); });
  std::ranges::sort(result.ties);
  return result;
}

// In how many readings the days [earliest, latest] lie in [from, to].
Certainty lies_in(Day earliest, Day latest, Day from, Day to) {
  if (std::max(earliest, from) > std::min(latest, to)) return Certainty::no;
  return earliest >= from && latest <= to ? Certainty::certain : Certainty::possible;
}

class Comparer {
 public:
  Comparer(const DataSet& data, const ComparisonOptions& options)
      : data_(data), options_(options), spells_(collect_spells(data, options.view, options.view.as_of)) {
    auto certain = options.view;
    if (certain.unknown == UnknownDates::include) certain.unknown = UnknownDates::exclude;
    certain_spells_ = collect_spells(data, certain, options.view.as_of);
  }

  Comparison compare() {
    result_.first = options_.first;
    result_.last = options_.last;
    result_.measure = options_.measure;
    compare_agreements();
    first_ = {network_on(certain_spells_, options_.first), network_on(spells_, options_.first)};
    last_ = {network_on(certain_spells_, options_.last), network_on(spells_, options_.last)};
    compare_institutions();
    compare_ties();
    compare_ranks();
    const std::vector<Day> days{options_.first, options_.last};
    result_.communities = follow_communities(days, community_steps(spells_, days, options_.communities), options_.threshold);
    std::ranges::stable_sort(result_.institutions, {}, [](const ComparedInstitution& one) {
      const auto place = [](std::uint32_t rank) { return rank == 0 ? ~0U : rank; };
      return std::tuple(place(one.rank_last), place(one.rank_first), one.row);
    });
    return std::move(result_);
  }

 private:
  struct Readings {
    DayNetwork certain, possible;
  };

  bool keeps(Certainty certainty) const {
    return certainty == Certainty::certain ||
           (certainty == Certainty::possible && options_.view.unknown != UnknownDates::exclude);
  }
  void count(BoundedCount& counted, Certainty certainty) const {
    if (certainty == Certainty::certain) ++counted.certain;
    if (keeps(certainty)) ++counted.possible;
  }

  void compare_agreements() {
    const Day first = options_.first, last = options_.last;
    for (const auto& life : agreement_lives(spells_)) {
      count(result_.agreements_first, in_force_during(data_, life.agreement, first, first));
      count(result_.agreements_last, in_force_during(data_, life.agreement, last, last));
      const auto begins = [&](Day from, Day to) { return lies_in(life.start_earliest, life.begins_by(), from, to); };
      const auto ends = [&](Day from, Day to) {
        return lies_in(std::max(life.end_earliest, life.start_earliest), life.end_latest, from, to);
      };
      const auto before = begins(kDistantPast, first), between = begins(first + 1, last);
      const auto beyond = ends(last, kDistantFuture);
      count(result_.kept, std::min(before, beyond));
      count(result_.gone, std::min(before, ends(first, last - 1)));
      add(came_as(life), life.agreement, std::min(between, beyond));
      if (life.begins != AgreementLife::Begins::amended) {
        if (!life.is_continued) add(ComparedAs::ended, life.agreement, std::min(before, ends(first, last - 1)));
        add(ComparedAs::passed, life.agreement, std::min(between, ends(first + 1, last - 1)));
      }
    }
    std::ranges::stable_sort(result_.agreements, {}, [](const ComparedAgreement& one) { return std::tuple(one.kind, !one.is_certain); });
  }
  static ComparedAs came_as(const AgreementLife& life) {
    using enum AgreementLife::Begins;
    return life.begins == formed ? ComparedAs::came : life.begins == renewed ? ComparedAs::renewed : ComparedAs::amended;
  }
  void add(ComparedAs kind, Index agreement, Certainty certainty) {
    if (!keeps(certainty)) return;
    ComparedAgreement one{kind, agreement, certainty == Certainty::certain, {}};
    for (const auto& line : std::ranges::equal_range(data_.lineage, agreement, {}, &Lineage::agreement)) {
      const bool continues = line.kind == LineageKind::renews || line.kind == LineageKind::replaces;
      const bool fits = kind == ComparedAs::renewed ? continues : kind == ComparedAs::amended && line.kind == LineageKind::amends;
      if (fits && line.of != kNone) one.of.push_back(line.of);
    }
    std::ranges::sort(one.of);
    result_.agreements.push_back(std::move(one));
  }

  void compare_institutions() {
    std::vector<Index> rows;
    std::ranges::set_union(first_.possible.nodes, last_.possible.nodes, std::back_inserter(rows));
    result_.institutions_first = {std::ssize(first_.certain.nodes), std::ssize(first_.possible.nodes)};
    result_.institutions_last = {std::ssize(last_.certain.nodes), std::ssize(last_.possible.nodes)};
    for (const auto row : rows) {
      ComparedInstitution one;
      one.row = row;
      using enum ComparedInstitution::Presence;
      if (last_.certain.holds(row) && !first_.possible.holds(row)) one.presence = came;
      else if (first_.certain.holds(row) && !last_.possible.holds(row)) one.presence = went;
      else if (!first_.possible.holds(row)) one.presence = maybe_came;
      else if (!last_.possible.holds(row)) one.presence = maybe_went;
      if (one.presence == came || one.presence == maybe_came) ++result_.came.possible;
      if (one.presence == went || one.presence == maybe_went) ++result_.went.possible;
      if (one.presence == came) ++result_.came.certain;
      if (one.presence == went) ++result_.went.certain;
      place_[row] = result_.institutions.size();
      result_.institutions.push_back(std::move(one));
    }
  }

  // Ties on `one` day that are possibly absent on the other.
  template <class Found>
  void each_missing(const Readings& one, const Readings& other, Found found) const {
    for (const auto& tie : one.possible.ties) {
      const bool is_certain = one.certain.holds(tie) && !other.possible.holds(tie);
      if (!other.certain.holds(tie)) found(tie, is_certain);
    }
  }
  void compare_ties() {
    result_.ties_first = {std::ssize(first_.certain.ties), std::ssize(first_.possible.ties)};
    result_.ties_last = {std::ssize(last_.certain.ties), std::ssize(last_.possible.ties)};
    const auto note = [&](BoundedCount& total, std::vector<ComparedPartner> ComparedInstitution::*list) {
      return [this, &total, list](const std::pair<Index, Index>& tie, bool is_certain) {
        ++total.possible;
        total.certain += is_certain ? 1 : 0;
        (result_.institutions[place_.at(tie.first)].*list).push_back({tie.second, is_certain});
        (result_.institutions[place_.at(tie.second)].*list).push_back({tie.first, is_certain});
      };
    };
    each_missing(last_, first_, note(result_.won, &ComparedInstitution::won));
    each_missing(first_, last_, note(result_.lost, &ComparedInstitution::lost));
    const auto count_partners = [&](const Ties& ties, BoundedCount ComparedInstitution::*partners, std::int64_t BoundedCount::*reading) {
      for (const auto& [a, b] : ties) {
        for (const auto row : {a, b}) ++((result_.institutions[place_.at(row)].*partners).*reading);
      }
    };
    count_partners(first_.certain.ties, &ComparedInstitution::partners_first, &BoundedCount::certain);
    count_partners(first_.possible.ties, &ComparedInstitution::partners_first, &BoundedCount::possible);
    count_partners(last_.certain.ties, &ComparedInstitution::partners_last, &BoundedCount::certain);
    count_partners(last_.possible.ties, &ComparedInstitution::partners_last, &BoundedCount::possible);
    for (auto& one : result_.institutions) {
      for (auto* list : {&one.won, &one.lost}) std::ranges::sort(*list, {}, &ComparedPartner::institution);
    }
  }

  void compare_ranks() {
    EvolvingNetwork network(spells_);
    for (const bool is_first : {true, false}) {
      network.advance_to(is_first ? options_.first : options_.last);
      const auto slice = network.slice();
      const auto scores = measure({slice.network, slice.hyperdegree}, options_.measure, options_.measure_options);
      const auto ranks = ranks_of(scores.values);
      for (auto& one : result_.institutions) (is_first ? one.score_first : one.score_last) = kUndefined;
      for (Vertex node = 0; node < slice.vertex_of_node.size(); ++node) {
        auto& one = result_.institutions[place_.at(spells_.institutions[slice.vertex_of_node[node]])];
        (is_first ? one.score_first : one.score_last) = scores.values[node];
        (is_first ? one.rank_first : one.rank_last) = std::isnan(scores.values[node]) ? 0 : ranks[node];
      }
    }
  }

  const DataSet& data_;
  const ComparisonOptions& options_;
  PartnershipSpells spells_, certain_spells_;
  Readings first_, last_;
  std::map<Index, std::size_t> place_;
  Comparison result_;
};

}  // namespace

Comparison comparison_of(const DataSet& data, const ComparisonOptions& options) {
  if (options.first >= options.last) throw std::invalid_argument("the last day comes after the first");
  return Comparer(data, options).compare();
}

}  // namespace maillage
