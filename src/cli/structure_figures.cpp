// SPDX-License-Identifier: Apache-2.0
#include "cli/structure_figures.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>

#include "analysis/centrality/path_sums.hpp"
#include "analysis/structure/assortativity.hpp"
#include "analysis/structure/structure.hpp"
#include "analysis/structure/vertex_groups.hpp"

namespace maillage {
namespace {

constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();

// Rewired networks unless asked: a hundred, fewer where there are more than 60,000 incidences, never below twenty.
std::uint32_t usual_runs(std::size_t incidences) {
  constexpr std::size_t most = 100, least = 20, work = 6'000'000;
  return static_cast<std::uint32_t>(std::clamp(work / std::max<std::size_t>(incidences, 1), least, most));
}

// Only where the ties of the view are the pairs of parties is the rewired two-mode network its null model.
bool is_projection(const NetworkView& view) {
  return view.options.kind == ViewKind::institutions || view.options.kind == ViewKind::people;
}

void add_assortativities(StructureFigures& figures, const NetworkView& view) {
  const auto& network = view.network;
  figures.by_kind = assortativity_by_group(network, groups_by_kind(view));
  figures.by_territory = assortativity_by_group(network, groups_by_territory(view));
  const std::vector<double> hyperdegree(view.hyperdegree.begin(), view.hyperdegree.end());
  figures.by_hyperdegree = assortativity_by_value(network, hyperdegree);
  std::vector<double> strength(network.vertex_count());
  for (Vertex v = 0; v < strength.size(); ++v) strength[v] = network.strength(v);
  figures.by_strength = assortativity_by_value(network, strength);
}

void add_distances(StructureFigures& figures, const Network& network) {
  constexpr double most_work = 2e10;
  const double n = network.vertex_count();
  figures.global_efficiency = figures.mean_distance = kUndefined;
  figures.is_too_large_for_distances = n * network.edge_count() > most_work;
  if (figures.is_too_large_for_distances || n < 2) return;
  const auto sums = path_sums(network, Distance::hops);
  const auto sum_of = [](const auto& values) { return std::accumulate(values.begin(), values.end(), 0.0); };
  figures.global_efficiency = sum_of(sums.total_reciprocal) / (n * (n - 1));
  const double pairs = sum_of(sums.reached);
  if (pairs > 0) figures.mean_distance = sum_of(sums.total_length) / pairs;
}

OverExpression tested_groups(const NetworkView& view, const Incidence& incidence, double significance) {
  // Where a party is not named, nobody knows the group.
  std::vector<bool> counts(incidence.partnership_count());
  for (std::uint32_t p = 0; p < counts.size(); ++p) counts[p] = view.partnerships[p].size == incidence.size(p);
  return over_expressed_groups(incidence, counts, significance);
}

}  // namespace

std::vector<StructureFigures::Size> sizes_of(const NetworkView& view, std::span<const std::uint32_t> partnerships) {
  std::map<std::uint32_t, std::uint32_t> count;
  for (const auto p : partnerships) ++count[view.partnerships[p].size];
  std::vector<StructureFigures::Size> sizes;
  for (const auto& [parties, agreements] : count) sizes.push_back({parties, agreements});
  return sizes;
}

StructureFigures structure_figures(Session& session, const NetworkView& view, const StructureRequest& request) {
  StructureFigures figures{};
  auto& timings = session.timings;
  figures.whole = timings.phase("structure", [&] { return structure_of(view.network); });
  timings.phase("assortativity", [&] { add_assortativities(figures, view); });
  timings.phase("distances", [&] { add_distances(figures, view.network); });
  figures.incidence = incidence_of(view);
  figures.four_cycles = timings.phase("four_cycles", [&] { return robins_alexander(figures.incidence); });
  std::vector<std::uint32_t> all(view.partnerships.size());
  std::iota(all.begin(), all.end(), 0U);
  figures.by_size = sizes_of(view, all);
  const auto runs = is_projection(view) ? request.runs.value_or(usual_runs(figures.incidence.incidence_count())) : 0;
  figures.rich_club = timings.phase("rich_club", [&] {
    return rich_club(view.network, figures.incidence, runs, request.seed);
  });
  if (request.groups) {
    figures.over_expressed = timings.phase("groups", [&] {
      return tested_groups(view, figures.incidence, request.significance);
    });
  }
  return figures;
}

}  // namespace maillage
