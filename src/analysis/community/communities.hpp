// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "network/network.hpp"
#include "results/results.hpp"

namespace maillage {

struct CommunityOptions {
  std::string algorithm = "leiden";  ///< leiden or louvain
  double resolution = 1;
  std::uint64_t seed = 1;
  int runs = 10;  ///< runs with seeds seed, seed+1, …: the best modularity is kept, the others tell the stability
};

/// Communities of a weighted network; std::invalid_argument for an unknown algorithm, a resolution that is not positive
/// or fewer than one run. Isolated vertices are communities of one.
Partition find_communities(const Network& network, const CommunityOptions& options);

/// Modularity of any partition: Σ_c (w_c/W − γ (s_c/2W)²); 0 for a network without edges. O(n + m).
double modularity(const Network& network, const std::vector<std::uint32_t>& community_of, double resolution);

/// Renumbers communities by size, then by smallest vertex.
void renumber_communities(Partition& partition);

/// Agreement of two partitions of the same vertices: NMI with the arithmetic mean of the entropies (1 where both are
/// trivial), adjusted Rand index (1 where both are trivial).
double normalized_mutual_information(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b);
double adjusted_rand_index(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b);

}  // namespace maillage
