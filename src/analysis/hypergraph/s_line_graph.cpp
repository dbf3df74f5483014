// SPDX-License-Identifier: Apache-2.0
#include "analysis/hypergraph/s_line_graph.hpp"

#include <stdexcept>

namespace maillage {
namespace {

/// Calls visit(p, q) once for each two partnerships p < q with at least s parties in common, p ascending.
template <class Visit>
void for_each_pair_sharing(const Incidence& incidence, std::uint32_t s, Visit visit) {
  std::vector<std::uint32_t> shared(incidence.partnership_count(), 0), touched;
  for (std::uint32_t p = 0; p < incidence.partnership_count(); ++p) {
    if (incidence.size(p) < s) continue;
    touched.clear();
    for (const auto v : incidence.members_of(p)) {
      const auto all = incidence.partnerships_of(v);
      for (auto i = all.size(); i > 0 && all[i - 1] > p; --i) {
        if (shared[all[i - 1]]++ == 0) touched.push_back(all[i - 1]);
      }
    }
    for (const auto q : touched) {
      if (shared[q] >= s) visit(p, q);
      shared[q] = 0;
    }
  }
}

void check_s(std::uint32_t s) {
  if (s < 1) throw std::invalid_argument("s must be at least 1");
}

}  // namespace

std::uint64_t count_s_line_ties(const Incidence& incidence, std::uint32_t s) {
  check_s(s);
  std::uint64_t count = 0;
  for_each_pair_sharing(incidence, s, [&](std::uint32_t, std::uint32_t) { ++count; });
  return count;
}

SLineGraph s_line_graph(const Incidence& incidence, std::uint32_t s, std::uint64_t most) {
  const auto count = count_s_line_ties(incidence, s);
  if (count > most) throw std::length_error("the s-line graph has " + std::to_string(count) + " ties");
  SLineGraph graph;
  std::vector<Vertex> vertex_of(incidence.partnership_count(), 0);
  for (std::uint32_t p = 0; p < incidence.partnership_count(); ++p) {
    if (incidence.size(p) < s) continue;
    vertex_of[p] = static_cast<Vertex>(graph.partnership_of.size());
    graph.partnership_of.push_back(p);
  }
  std::vector<Network::WeightedPair> pairs;
  pairs.reserve(count);
  for_each_pair_sharing(incidence, s, [&](std::uint32_t p, std::uint32_t q) { pairs.push_back({vertex_of[p], vertex_of[q]}); });
  graph.network = Network(static_cast<Vertex>(graph.partnership_of.size()), pairs);
  return graph;
}

}  // namespace maillage
