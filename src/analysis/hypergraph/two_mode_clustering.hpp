// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/hypergraph/incidence.hpp"

namespace maillage {

/// What the partnerships that two parties share are divided by: those of either (dot), of the one that has fewer, or of
/// the one that has more.
enum class Overlap : std::uint8_t { dot, min, max };

/// Two-mode clustering of each party: the mean, over the parties it shares a partnership with, of the share of their
/// partnerships that they have in common, above 0 … 1 (Latapy, Magnien & Del Vecchio 2008, Soc. Netw. 30:31,
/// doi:10.1016/j.socnet.2007.04.006). NaN for a party that shares none (networkx: 0).
/// Cost: Σ over partnerships of size².
std::vector<double> two_mode_clustering(const Incidence& incidence, Overlap overlap);

/// How often three steps in the two-mode network close to a cycle of four: two parties that have two partnerships in
/// common. coefficient = 4 × four_cycles / three_paths, 0 … 1; NaN without a path of three steps (networkx: 0). Robins &
/// Alexander 2004, Comput. Math. Organ. Theory 10:69, doi:10.1023/B:CMOT.0000032580.12184.c0. Cost as above.
struct FourCycles {
  double four_cycles = 0, three_paths = 0, coefficient = 0;
};
FourCycles robins_alexander(const Incidence& incidence);

}  // namespace maillage
