// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "analysis/hypergraph/over_expressed_groups.hpp"
#include "analysis/hypergraph/two_mode_clustering.hpp"
#include "analysis/structure/rich_club.hpp"
#include "cli/session.hpp"
#include "network/network_view.hpp"
#include "results/results.hpp"

namespace maillage {

/// What `structure` says of a network.
struct StructureFigures {
  Structure whole;
  // Newman's coefficients; NaN where undefined.
  double by_kind, by_territory, by_hyperdegree, by_strength;
  // Mean of 1/d over all pairs, and of d over those that reach each other; NaN where they would take too long.
  double global_efficiency, mean_distance;
  bool is_too_large_for_distances = false;
  Incidence incidence;
  FourCycles four_cycles;
  struct Size {
    std::uint32_t parties = 0, agreements = 0;
  };
  std::vector<Size> by_size;  ///< agreements (renewal threads) of so many parties, the unnamed included, by size
  RichClub rich_club;
  std::optional<OverExpression> over_expressed;
};

struct StructureRequest {
  std::optional<std::uint32_t> runs;  ///< of the null model of the rich club; absent: as many as take little time
  std::uint64_t seed = 1;
  bool groups = false;
  double significance = 0.01;
};

/// Computes them, each a phase of the timings.
StructureFigures structure_figures(Session& session, const NetworkView& view, const StructureRequest& request);

/// Agreements of `vertex` by their number of parties, the unnamed included, by size.
std::vector<StructureFigures::Size> sizes_of(const NetworkView& view, std::span<const std::uint32_t> partnerships);

}  // namespace maillage
