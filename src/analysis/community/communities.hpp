// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "network/network.hpp"
#include "results/results.hpp"

namespace maillage {

struct CommunityOptions {
  std::string algorithm = "leiden";  ///< leiden or louvain
  double resolution = 1;             ///< γ > 0: the larger, the smaller the communities
  std::uint64_t seed = 1;
  int runs = 10;  ///< runs with seeds seed, seed+1, …: the best modularity is kept, the others tell the stability
};

/// Communities of a weighted network: Leiden (Traag, Waltman & van Eck 2019, doi:10.1038/s41598-019-41695-z) or Louvain
/// (Blondel et al. 2008, doi:10.1088/1742-5468/2008/10/P10008) for modularity with resolution.
///
/// Of several runs the one with the greatest modularity is kept (equal within 1e-12: the first). Isolated vertices are
/// communities of one. The same for a seed on any number of threads; runs go side by side. Leiden's communities are
/// connected; Louvain's may not be (Partition::disconnected). With one run the stability is NaN.
/// std::invalid_argument for an unknown algorithm, a resolution that is not positive, fewer than one run, or a weight
/// that is negative or not finite. Cost: runs × about 50 passes over the edges.
Partition find_communities(const Network& network, const CommunityOptions& options);

/// Modularity of any partition (Newman & Girvan 2004, doi:10.1103/PhysRevE.69.026113, weighted; resolution after
/// Reichardt & Bornholdt 2006, doi:10.1103/PhysRevE.74.016110): Σ_c (w_c/W − γ (s_c/2W)²) with w_c the weight inside c,
/// s_c the strength of c, W the weight of the network. Below 1; 0 for a network without edges. Community
/// numbers may have gaps. std::invalid_argument where the partition has not one number for each vertex.
/// O(n + m + largest number).
double modularity(const Network& network, const std::vector<std::uint32_t>& community_of, double resolution);

/// Renumbers communities 0 … count-1 by size (largest first), then by smallest vertex, and sets the count.
void renumber_communities(Partition& partition);

/// How many communities fall into several pieces; an edge of weight zero holds nothing together. O(n + m).
std::uint32_t disconnected_communities(const Network& network, const std::vector<std::uint32_t>& community_of);

/// Normalised mutual information of two partitions of the same vertices, by the arithmetic mean of the entropies:
/// 2 I(a,b) / (H(a) + H(b)), in [0, 1], 1 for equal partitions, also where all is one community on both sides (Danon et
/// al. 2005, doi:10.1088/1742-5468/2005/09/P09008). std::invalid_argument for different lengths. O(n log n).
double normalized_mutual_information(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b);

/// Adjusted Rand index of two partitions of the same vertices (Hubert & Arabie 1985, doi:10.1007/BF01908075): 1 for
/// equal partitions (trivial ones too), 0 expected by chance, possibly negative. std::invalid_argument for different
/// lengths. O(n log n).
double adjusted_rand_index(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b);

}  // namespace maillage
