// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string_view>

#include "analysis/community/communities.hpp"
#include "analysis/community/weighted_graph.hpp"

namespace maillage::community {

/// What draws at random on a coarsened graph: leiden, louvain, label propagation.
using DrawnAlgorithm = std::vector<Community> (*)(const WeightedGraph&, double resolution, std::uint64_t seed);
/// Null for an algorithm that draws nothing, or that does not exist.
DrawnAlgorithm drawn_algorithm(std::string_view name);

/// The graph an algorithm works on: with the null model of the quality sought.
WeightedGraph graph_for(const Network& network, CommunityQuality quality);

/// Runs with seeds seed, seed+1, …: calls found(run, partition) for 0 … count-1 in this order; partitions are numbered
/// 0 … count-1 by size, without quality. Runs go side by side.
void run_each(const WeightedGraph& graph, DrawnAlgorithm algorithm, double resolution, std::uint64_t seed, int count,
              const std::function<void(std::size_t, Partition)>& found);

/// The best of the runs of options, with the stability; `finish` may improve a partition and returns its quality. The
/// first of equals within 1e-12 is kept. Without modularity and what else describe() adds.
Partition best_of_runs(const Network& network, const CommunityOptions& options,
                       const std::function<double(Partition&)>& finish);

/// What a result holds however it was found: algorithm, resolution, modularity, communities in pieces.
void describe(const Network& network, const CommunityOptions& options, Partition& partition);

/// std::invalid_argument where options contradict each other or the network.
void check_options(const Network& network, const CommunityOptions& options);

}  // namespace maillage::community
