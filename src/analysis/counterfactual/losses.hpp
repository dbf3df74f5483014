// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "analysis/counterfactual/lapse.hpp"
#include "analysis/counterfactual/remaining_network.hpp"
#include "results/network_losses.hpp"

namespace maillage {

struct LossOptions {
  std::string measure = "strength";    ///< that hubs are ranked by; a code of measure_codes()
  std::uint64_t seed = 1;              ///< of the communities, and of the sources where paths are sampled
  int runs = 0;  ///< of the communities; 0: default_runs()
  std::size_t most_pairs = 20;         ///< of the most concerned ones
  std::size_t hubs = 10;               ///< the first of the ranking before and after
  double most_path_work = 2e10;        ///< sources × (n + m) above which paths are sampled
  double most_pair_work = 1e8;         ///< above which concerned pairs are sought from some vertices alone
  double most_betweenness_work = 1e9;  ///< n × m above which betweenness is left out
};

/// What the network of a view loses when agreements lapse and nodes leave.
///
/// All that lapses, certainly or possibly, is taken away; NetworkFigures of what is left if only what is certain lapses
/// stand beside, with what is certainly lost. Hubs by the measure asked for, betweenness beside it where it is
/// affordable; communities by Leiden with the same seed before and after. Removed nodes are no nodes afterwards.
/// Everything is exact but what is said to be sampled; the same on any number of threads. std::invalid_argument as
/// measure() and remaining_network(). Cost: twice the measures, three networks, paths as compare_paths().
NetworkLosses losses_of(const NetworkView& view, const Lapse& lapse, const LossOptions& options);

}  // namespace maillage
