// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "network/network_view.hpp"
#include "results/robustness.hpp"

namespace maillage {

/// Robustness curves: the share of all nodes in the largest component while one institution (or agreement) after
/// another is lost, and their mean R = (1/N) Σ_{Q=1…N} s(Q) (Schneider, Moreira, Andrade, Havlin & Herrmann 2011,
/// doi:10.1073/pnas.1009440108; for agreements after Zeng & Liu 2012, doi:10.1103/PhysRevE.85.066130). Near 0: falls
/// apart at once; (n-1)/2n, its maximum for institutions: a complete network. A curve is found from its end, by putting
/// back what was lost last (Newman & Ziff 2001, doi:10.1103/PhysRevE.64.016706): O(n + m) with union–find.
enum class LossOrder : std::uint8_t { degree, strength, betweenness, random };
template <>
inline constexpr auto code_names<LossOrder> = std::to_array<std::string_view>({"degree", "strength", "betweenness",
                                                                               "random"});

struct RobustnessOptions {
  LossOrder order = LossOrder::degree;
  bool initial = false;  ///< degree and strength as they are at first; else found anew after each loss
  int runs = 100;        ///< of the random order
  std::uint64_t seed = 1;
  std::size_t most_points = 200;
};

/// Institutions (or people) are lost: those with the greatest measure first, equal ones by vertex. Degree and strength
/// are found anew after each loss unless `initial` (as Schneider et al. do; O((n + m) log n)); betweenness is that of
/// the whole network, by hops. Random: the mean over runs and the 5th to 95th percentile of them.
RobustnessCurve robustness_of_nodes(const NetworkView& view, const RobustnessOptions& options);

/// Agreements are lost, a renewal thread at a time, those with fewer than two parties left out: those with most parties
/// first; with the order betweenness those first whose ties, as far as they rest on it alone, have the greatest sum of
/// edge betweenness; equal ones by their place. The nodes stay. R = (1/M) Σ_{Q=1…M} s(Q), never under 1/n.
RobustnessCurve robustness_of_agreements(const NetworkView& view, const RobustnessOptions& options);

/// Size of the largest component after the losses 0 … all in that order of all vertices.
std::vector<std::uint32_t> largest_while_nodes_go(const Network& network, const std::vector<Vertex>& order);

}  // namespace maillage
