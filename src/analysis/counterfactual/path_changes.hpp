// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/counterfactual/remaining_network.hpp"
#include "results/network_losses.hpp"

namespace maillage {

/// Sources to search from so that sources × (n + m) stays within a budget: all vertices, ascending, or as many as that
/// drawn without replacement for a seed, ascending. At least 256 where there are as many.
std::vector<Vertex> path_sources(const Network& network, double most_work, std::uint64_t seed);

/// What shortest paths (in hops) are before and after, both networks searched side by side.
struct PathComparison {
  PathChanges changes;
  // Over ordered pairs of distinct vertices, from the sources alone; before: the removed ones included.
  double reciprocals_before = 0, reciprocals_after = 0;
  double lengths_before = 0, lengths_after = 0;
  std::uint64_t reached_before = 0, reached_after = 0;
  std::uint32_t sources_before = 0, sources_after = 0;  ///< how many sources the sums are over
  std::vector<std::uint32_t> lengthened;                ///< by vertex: sources from which its distance grew
  std::vector<std::uint32_t> increase;                  ///< by vertex: by how many hops in all
};

/// Compares the paths of a network with those of what remains of it. Pairs with a removed vertex count in what was
/// before alone. The same on any number of threads. O(sources · (n + m) / 256) for networks of small diameter; 130 B a
/// vertex and thread.
PathComparison compare_paths(const Network& before, const RemainingNetwork& after, const std::vector<Vertex>& sources);

/// How many ordered pairs (source, other vertex) lie d hops apart: counts[d], d from 1; counts[0] is 0. Cost as above.
std::vector<std::uint64_t> pairs_by_distance(const Network& network, const std::vector<Vertex>& sources);

/// Σ counts[d] / d, added from the shortest distance on.
double sum_of_reciprocals(const std::vector<std::uint64_t>& counts);

}  // namespace maillage
