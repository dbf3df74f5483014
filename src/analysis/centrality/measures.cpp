// SPDX-License-Identifier: Apache-2.0
#include "analysis/centrality/measures.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <string>

#include "analysis/centrality/betweenness.hpp"
#include "analysis/centrality/burt.hpp"
#include "analysis/centrality/closeness.hpp"
#include "analysis/centrality/clustering.hpp"
#include "analysis/centrality/current_flow.hpp"
#include "analysis/centrality/degree.hpp"
#include "analysis/centrality/directed_cores.hpp"
#include "analysis/centrality/directed_degree.hpp"
#include "analysis/centrality/eccentricity.hpp"
#include "analysis/centrality/eigenvector.hpp"
#include "analysis/centrality/harmonic.hpp"
#include "analysis/centrality/hits.hpp"
#include "analysis/centrality/katz.hpp"
#include "analysis/centrality/pagerank.hpp"
#include "analysis/centrality/perron.hpp"
#include "analysis/centrality/subgraph_centrality.hpp"
#include "analysis/community/communities.hpp"
#include "analysis/community/roles.hpp"
#include "analysis/hypergraph/agreement_measures.hpp"
#include "analysis/hypergraph/party_measures.hpp"
#include "analysis/structure/brokerage_roles.hpp"
#include "analysis/structure/structure.hpp"
#include "analysis/structure/vertex_groups.hpp"
#include "analysis/temporal/temporal_betweenness.hpp"
#include "analysis/temporal/temporal_closeness.hpp"

namespace maillage {
namespace {

using Values = std::vector<double>;
using Of = const MeasuredNetwork&;
using With = const MeasureOptions&;

// What normalised values are divided by.
double nothing(double, bool) { return 1; }
double other_vertices(double n, bool) { return n - 1; }
double inverse_of_others(double n, bool) { return 1 / (n - 1); }
double ordered_pairs_of_others(double n, bool) { return (n - 1) * (n - 2); }
double pairs_of_others(double n, bool is_directed) { return (n - 1) * (n - 2) / (is_directed ? 1 : 2); }

Direction incoming_unless_said(With with) { return with.mode.value_or(Direction::in); }

Values core(Of of, With with) {
  const auto cores = of.arcs != nullptr ? directed_core_numbers_of(*of.arcs, with.mode) : core_numbers_of(of.network);
  return {cores.begin(), cores.end()};
}

/// 1 at an articulation point, else 0.
Values articulation(const Network& network) {
  Values values(network.vertex_count(), 0);
  for (const auto v : articulation_points_of(network)) values[v] = 1;
  return values;
}

Values undefined(Of of) { return Values(of.network.vertex_count(), std::numeric_limits<double>::quiet_NaN()); }

template <auto Compute>
Values along_arcs(Of of, With) {
  return of.arcs != nullptr ? Compute(*of.arcs) : undefined(of);
}

Hits hits_of(Of of) { return of.arcs != nullptr ? hits(*of.arcs) : hits(of.network); }

Katz katz_of(Of of, With with) {
  return of.arcs != nullptr ? katz(*of.arcs, with.alpha, incoming_unless_said(with)) : katz(of.network, with.alpha);
}

void put_katz(Scores& scores, Of of, With with) {
  auto found = katz_of(of, with);
  scores.values = std::move(found.values);
  scores.rests_on = {{"alpha", found.alpha}, {"largest_eigenvalue", found.largest_eigenvalue}};
}

std::vector<std::uint32_t> communities_of(Of of, With with) {
  if (!with.community_of.empty() || of.network.vertex_count() == 0) return with.community_of;
  CommunityOptions options;
  options.seed = with.seed;
  return find_communities(of.network, options).community_of;
}

CommunityRoles roles_of(Of of, With with) { return roles_among(of.network, communities_of(of, with)); }

/// Numbers of groups as people count them: from 1.
Values numbered(const std::vector<std::uint32_t>& groups) {
  Values values;
  values.reserve(groups.size());
  for (const auto group : groups) values.push_back(group + 1.0);
  return values;
}

/// How often each vertex plays a role; undefined for all where nobody has a group.
template <BrokerageRole Role>
Values brokerage(Of of, With with) {
  if (with.group_of.size() != of.network.vertex_count()) return undefined(of);
  const auto counts = of.arcs != nullptr ? brokerage_roles(*of.arcs, with.group_of)
                                         : brokerage_roles(of.network, with.group_of);
  Values values;
  for (const auto& roles : counts) values.push_back(roles[static_cast<std::size_t>(Role)]);
  return values;
}

// Of the spells of a view; undefined without one, and where its data have no date.
template <class Compute>
Values in_time(Of of, With with, Compute compute) {
  const auto window = of.view != nullptr ? time_window_of(*of.view->data, with.time) : std::nullopt;
  return window ? compute(spell_network(*of.view, with.time.reading), *window) : undefined(of);
}

enum class Needs : std::uint8_t { nothing, arcs, communities, groups, incidence, dates };

struct Measure {
  std::string_view code;
  Values (*compute)(Of, With);
  double (*maximum)(double n, bool is_directed) = nothing;
  Needs needs = Needs::nothing;
};

/// A measure of who is party to what, by its own code.
constexpr Measure of_parties(std::string_view code) { return {code, nullptr, nothing, Needs::incidence}; }

constexpr Measure kMeasures[] = {
    {"degree", [](Of of, With) { return degree(of.network); }, other_vertices},
    {"in_degree", along_arcs<in_degree>, other_vertices, Needs::arcs},
    {"out_degree", along_arcs<out_degree>, other_vertices, Needs::arcs},
    {"strength", [](Of of, With) { return strength(of.network); }},
    {"in_strength", along_arcs<in_strength>, nothing, Needs::arcs},
    {"out_strength", along_arcs<out_strength>, nothing, Needs::arcs},
    {"hyperdegree", [](Of of, With) { return Values(of.hyperdegree.begin(), of.hyperdegree.end()); }},
    {"closeness",
     [](Of of, With with) {
       return of.arcs != nullptr ? closeness(*of.arcs, with.distance, incoming_unless_said(with))
                                 : closeness(of.network, with.distance);
     }},
    {"harmonic",
     [](Of of, With with) {
       return of.arcs != nullptr ? harmonic(*of.arcs, with.distance, incoming_unless_said(with))
                                 : harmonic(of.network, with.distance);
     },
     other_vertices},
    {"eccentricity",
     [](Of of, With with) {
       return of.arcs != nullptr ? eccentricity(*of.arcs, with.distance, incoming_unless_said(with))
                                 : eccentricity(of.network, with.distance);
     }},
    {"betweenness",
     [](Of of, With with) {
       if (of.arcs != nullptr) return betweenness(*of.arcs, with.distance);
       const bool is_estimate = with.sampled_sources > 0 && with.distance == Distance::hops;
       return is_estimate ? sampled_betweenness(of.network, with.sampled_sources, with.seed)
                          : betweenness(of.network, with.distance);
     },
     pairs_of_others},
    {"current_flow_closeness", [](Of of, With) { return current_flow_closeness(of.network); }, inverse_of_others},
    {"current_flow_betweenness", [](Of of, With) { return current_flow_betweenness(of.network); },
     [](double n, bool) { return (n - 1) * (n - 2) / 2; }},
    {"eigenvector",
     [](Of of, With with) {
       return of.arcs != nullptr ? eigenvector(*of.arcs, incoming_unless_said(with)) : eigenvector(of.network);
     }},
    {"katz", [](Of of, With with) { return katz_of(of, with).values; }},
    {"pagerank",
     [](Of of, With with) {
       return of.arcs != nullptr ? pagerank(*of.arcs, with.damping) : pagerank(of.network, with.damping);
     }},
    {"hits_hub", [](Of of, With) { return hits_of(of).hub; }},
    {"hits_authority", [](Of of, With) { return hits_of(of).authority; }},
    {"subgraph", [](Of of, With) { return subgraph_centrality(of.network); }},
    {"core", core},
    {"clustering", [](Of of, With) { return clustering(of.network); }},
    {"constraint", [](Of of, With) { return constraint(of.network); }},
    {"effective_size", [](Of of, With) { return effective_size(of.network); }},
    {"efficiency", [](Of of, With) { return efficiency(of.network); }},
    {"hierarchy", [](Of of, With) { return hierarchy(of.network); }},
    {"participation", [](Of of, With with) { return roles_of(of, with).participation; }, nothing,
     Needs::communities},
    {"within_module_z", [](Of of, With with) { return roles_of(of, with).within_module_z; },
     nothing, Needs::communities},
    {"component", [](Of of, With) { return numbered(components_of(of.network).component_of); }},
    {"community", [](Of of, With with) { return numbered(communities_of(of, with)); }, nothing, Needs::communities},
    {"brokerage_coordinator", brokerage<BrokerageRole::coordinator>, nothing, Needs::groups},
    {"brokerage_gatekeeper", brokerage<BrokerageRole::gatekeeper>, nothing, Needs::groups},
    {"brokerage_representative", brokerage<BrokerageRole::representative>, nothing, Needs::groups},
    {"brokerage_consultant", brokerage<BrokerageRole::consultant>, nothing, Needs::groups},
    {"brokerage_liaison", brokerage<BrokerageRole::liaison>, nothing, Needs::groups},
    of_parties("redundancy"),
    of_parties("two_mode_clustering"),
    of_parties("two_mode_clustering_min"),
    of_parties("two_mode_clustering_max"),
    of_parties("hyper_centrality"),
    of_parties("hyper_centrality_log_exp"),
    of_parties("hyper_centrality_max"),
    {"articulation", [](Of of, With) { return articulation(of.network); }},
    {"temporal_closeness",
     [](Of of, With with) {
       return in_time(of, with, [&](const SpellNetwork& spells, const TimeWindow& window) {
         return temporal_closeness(spells, window, with.time.distance);
       });
     },
     other_vertices, Needs::dates},
    {"temporal_betweenness", [](Of of, With with) { return in_time(of, with, temporal_betweenness); },
     ordered_pairs_of_others, Needs::dates},
};

const Measure* find_measure(std::string_view code) {
  const auto* found = std::ranges::find(kMeasures, code, &Measure::code);
  return found == std::end(kMeasures) ? nullptr : found;
}

/// In a two-mode network agreements are vertices too, and have scores of their own.
void put_scores_of_agreements(Scores& scores, const NetworkView& view, const Incidence& incidence,
                              std::span<const std::uint32_t> partnership_of) {
  if (!is_agreement_measure(scores.measure)) {
    for (Vertex v = 0; v < view.nodes.size(); ++v) {
      if (view.nodes[v].kind == NodeKind::agreement) scores.values[v] = std::numeric_limits<double>::quiet_NaN();
    }
    return;
  }
  const auto of_agreements = AgreementMeasures(incidence, 1, false).measure(scores.measure).values;
  for (std::size_t row = 0; row < of_agreements.size(); ++row) {
    scores.values[view.members_of(partnership_of[row]).back()] = of_agreements[row];
  }
}

/// Why a measure says nothing of a whole network; empty where it does.
std::string reason_of(const Measure& found, Of of, const Values& values) {
  if (found.needs == Needs::arcs && of.arcs == nullptr) return "no_direction";
  if (found.needs == Needs::incidence && of.incidence == nullptr) return "no_agreements";
  if (!is_undefined(values)) return {};
  if (found.needs == Needs::groups) return "no_groups";
  if (found.needs == Needs::dates) return "no_dates";
  if (found.code == "eigenvector" && of.arcs != nullptr) return perron_eigenvalue(*of.arcs) == 0 ? "no_cycle" : "not_converged";
  if (found.code == "katz") return "not_converged";
  if (found.code == "subgraph") return "too_large_numbers";
  return of.network.edge_count() == 0 ? "no_ties" : "";
}

}  // namespace

std::vector<std::string_view> measure_codes() {
  std::vector<std::string_view> codes;
  for (const auto& each : kMeasures) codes.push_back(each.code);
  return codes;
}

std::vector<std::string_view> tie_measure_codes() { return {"edge_betweenness"}; }

bool needs_communities(std::string_view code) {
  const auto* found = find_measure(code);
  return found != nullptr && found->needs == Needs::communities;
}

bool needs_groups(std::string_view code) {
  const auto* found = find_measure(code);
  return found != nullptr && found->needs == Needs::groups;
}

bool needs_dates(std::string_view code) {
  const auto* found = find_measure(code);
  return found != nullptr && found->needs == Needs::dates;
}

bool rests_on_parties(std::string_view code) {
  const auto* found = find_measure(code);
  return found != nullptr && found->needs == Needs::incidence;
}

MeasuredNetwork measured(const NetworkView& view) {
  return {view.network, view.hyperdegree, view.is_directed() ? &view.arcs : nullptr, nullptr, &view};
}

Scores measure_ties(const MeasuredNetwork& of, std::string_view code, const MeasureOptions& options) {
  if (code != "edge_betweenness") throw std::invalid_argument("unknown measure of ties: " + std::string(code));
  const bool is_directed = of.arcs != nullptr;
  Scores scores{std::string(code),
                is_directed ? arc_betweenness(*of.arcs, options.distance) : edge_betweenness(of.network, options.distance),
                {},
                {}};
  const double n = of.network.vertex_count();
  if (options.normalized) {
    for (auto& value : scores.values) value /= n * (n - 1) / (is_directed ? 1 : 2);
  }
  return scores;
}

bool is_measure(std::string_view code) { return find_measure(code) != nullptr; }

Scores measure(const NetworkView& view, std::string_view code, const MeasureOptions& options) {
  const auto* found = find_measure(code);
  if (found != nullptr && found->needs == Needs::groups && options.group_of.empty()) {
    auto with_kinds = options;
    with_kinds.group_of = groups_by_kind(view);
    return measure(measured(view), code, with_kinds);
  }
  if (found == nullptr || found->needs != Needs::incidence) return measure(measured(view), code, options);
  std::vector<std::uint32_t> each(view.partnerships.size());
  std::iota(each.begin(), each.end(), 0U);
  return measure_incidence(view, incidence_of(view), each, code, options);
}

Scores measure_incidence(const NetworkView& view, const Incidence& incidence, std::span<const std::uint32_t> partnership_of,
                         std::string_view code, const MeasureOptions& options) {
  auto of = measured(view);
  of.incidence = &incidence;
  auto scores = measure(of, code, options);
  if (view.options.kind == ViewKind::two_mode) put_scores_of_agreements(scores, view, incidence, partnership_of);
  return scores;
}

Scores measure(const MeasuredNetwork& of, std::string_view code, const MeasureOptions& options) {
  const auto* found = find_measure(code);
  if (found == nullptr) throw std::invalid_argument("unknown measure: " + std::string(code));
  Scores scores;
  scores.measure = code;
  if (found->needs == Needs::incidence) {
    if (of.incidence != nullptr) return party_measure(*of.incidence, code);
    scores.values = undefined(of);
  } else if (code == "katz") {
    put_katz(scores, of, options);
  } else {
    scores.values = found->compute(of, options);
  }
  scores.reason = reason_of(*found, of, scores.values);
  const auto maximum = found->maximum(of.network.vertex_count(), of.arcs != nullptr);
  if (options.normalized && maximum > 0) {
    for (auto& value : scores.values) value /= maximum;
  }
  return scores;
}

}  // namespace maillage
