// SPDX-License-Identifier: Apache-2.0
#include "analysis/centrality/measures.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "analysis/centrality/betweenness.hpp"
#include "analysis/centrality/burt.hpp"
#include "analysis/centrality/closeness.hpp"
#include "analysis/centrality/clustering.hpp"
#include "analysis/centrality/degree.hpp"
#include "analysis/centrality/eigenvector.hpp"
#include "analysis/centrality/harmonic.hpp"
#include "analysis/centrality/pagerank.hpp"
#include "analysis/structure/structure.hpp"

namespace maillage {
namespace {

using Values = std::vector<double>;

double nothing(double) { return 1; }
double other_vertices(double n) { return n - 1; }
double pairs_of_others(double n) { return (n - 1) * (n - 2) / 2; }

Values core(const Network& network) {
  const auto cores = core_numbers_of(network);
  return {cores.begin(), cores.end()};
}

/// 1 at an articulation point, else 0.
Values articulation(const Network& network) {
  Values values(network.vertex_count(), 0);
  for (const auto v : articulation_points_of(network)) values[v] = 1;
  return values;
}

struct Measure {
  std::string_view code;
  Values (*compute)(const MeasuredNetwork&, const MeasureOptions&);
  double (*maximum)(double n);  // what normalised values are divided by
};

using Of = const MeasuredNetwork&;
using With = const MeasureOptions&;
constexpr Measure kMeasures[] = {
    {"degree", [](Of of, With) { return degree(of.network); }, other_vertices},
    {"strength", [](Of of, With) { return strength(of.network); }, nothing},
    {"hyperdegree", [](Of of, With) { return Values(of.hyperdegree.begin(), of.hyperdegree.end()); }, nothing},
    {"closeness", [](Of of, With with) { return closeness(of.network, with.distance); }, nothing},
    {"harmonic", [](Of of, With with) { return harmonic(of.network, with.distance); }, other_vertices},
    {"betweenness", [](Of of, With with) { return betweenness(of.network, with.distance); }, pairs_of_others},
    {"eigenvector", [](Of of, With) { return eigenvector(of.network); }, nothing},
    {"pagerank", [](Of of, With with) { return pagerank(of.network, with.damping); }, nothing},
    {"core", [](Of of, With) { return core(of.network); }, nothing},
    {"clustering", [](Of of, With) { return clustering(of.network); }, nothing},
    {"constraint", [](Of of, With) { return constraint(of.network); }, nothing},
    {"effective_size", [](Of of, With) { return effective_size(of.network); }, nothing},
    {"articulation", [](Of of, With) { return articulation(of.network); }, nothing},
};

const Measure* find_measure(std::string_view code) {
  const auto* found = std::ranges::find(kMeasures, code, &Measure::code);
  return found == std::end(kMeasures) ? nullptr : found;
}

}  // namespace

std::vector<std::string_view> measure_codes() {
  std::vector<std::string_view> codes;
  for (const auto& each : kMeasures) codes.push_back(each.code);
  return codes;
}

std::vector<std::string_view> tie_measure_codes() { return {"edge_betweenness"}; }

Scores measure_ties(const Network& network, std::string_view code, const MeasureOptions& options) {
  if (code != "edge_betweenness") throw std::invalid_argument("unknown measure of ties: " + std::string(code));
  Scores scores{std::string(code), edge_betweenness(network, options.distance)};
  const double n = network.vertex_count();
  if (options.normalized) {
    for (auto& value : scores.values) value /= n * (n - 1) / 2;
  }
  return scores;
}

bool is_measure(std::string_view code) { return find_measure(code) != nullptr; }

Scores measure(const NetworkView& view, std::string_view code, const MeasureOptions& options) {
  return measure(MeasuredNetwork{view.network, view.hyperdegree}, code, options);
}

Scores measure(const MeasuredNetwork& measured, std::string_view code, const MeasureOptions& options) {
  const auto* found = find_measure(code);
  if (found == nullptr) throw std::invalid_argument("unknown measure: " + std::string(code));
  Scores scores{std::string(code), found->compute(measured, options)};
  const auto maximum = found->maximum(measured.network.vertex_count());
  if (options.normalized && maximum > 0) {
    for (auto& value : scores.values) value /= maximum;
  }
  return scores;
}

}  // namespace maillage
