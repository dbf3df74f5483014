// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "model/codes.hpp"
#include "network/network.hpp"
#include "results/results.hpp"

namespace maillage {

/// What a partition is sought for: modularity (Newman & Girvan), or the constant Potts model.
enum class CommunityQuality : std::uint8_t { modularity, cpm };
template <>
inline constexpr auto code_names<CommunityQuality> = std::to_array<std::string_view>({"modularity", "cpm"});

struct CommunityOptions {
  std::string algorithm = "leiden";  ///< one of community_algorithms()
  double resolution = 1;             ///< γ > 0: the larger, the smaller the communities
  std::uint64_t seed = 1;
  /// Runs with seeds seed, seed+1, …: the best quality is kept, the others tell the stability. 0: as many as default_runs()
  /// says.
  int runs = 0;
  CommunityQuality quality = CommunityQuality::modularity;  ///< cpm: leiden and louvain only
  std::uint32_t communities = 0;  ///< number wanted of girvan-newman or spectral; 0: that of the best modularity
};

/// leiden, louvain, label-propagation, girvan-newman, spectral.
const std::vector<std::string>& community_algorithms();
/// Do runs with different seeds differ? Not with girvan-newman and spectral: one run is all there is.
bool draws_at_random(std::string_view algorithm);

/// How often an algorithm runs where no number is asked for: ten times; on networks so small that it costs nothing
/// (up to about 0.2 s on one core), up to two hundred times, of which the first ten tell the stability and the others only look for
/// a better partition. In small networks a single run misses the optimum more often than not.
struct DefaultRuns {
  int runs = 10;      ///< that tell the stability
  int restarts = 0;   ///< beyond them, with the seeds that follow
};
DefaultRuns default_runs(const Network& network, std::string_view algorithm);

/// Communities of a weighted network.
///
/// - leiden: Traag, Waltman & van Eck 2019 (doi:10.1038/s41598-019-41695-z), for modularity with resolution or for the
///   constant Potts model (cpm: Traag, Van Dooren & Nesterov 2011, doi:10.1103/PhysRevE.84.016114); connected communities.
/// - louvain: Blondel et al. 2008 (doi:10.1088/1742-5468/2008/10/P10008), for the same; Partition::disconnected tells.
/// - label-propagation: Raghavan, Albert & Kumara 2007 (doi:10.1103/PhysRevE.76.036106); label_propagation.hpp.
/// - girvan-newman: Newman & Girvan 2004 (doi:10.1103/PhysRevE.69.026113); girvan_newman.hpp.
/// - spectral: Newman 2006 (doi:10.1103/PhysRevE.74.036104); spectral.hpp.
///
/// Of several runs the one with the greatest quality is kept (equal within 1e-12: the first), Partition::seed is its seed.
/// Partition::modularity is that of the partition, at the resolution for modularity, at 1 for cpm. Isolated vertices are
/// communities of one. The same for a seed on any number of threads; runs go side by side. With one run the stability is NaN.
/// std::invalid_argument for an unknown algorithm, a resolution that is not positive, a negative number of runs, a weight
/// that is negative or not finite, a quality or number of communities that the algorithm does not know, fewer communities
/// than the network has components or more than it has vertices. Cost of leiden and louvain: runs × about 50 passes over
/// the edges.
Partition find_communities(const Network& network, const CommunityOptions& options);

/// Modularity of any partition (Newman & Girvan 2004, doi:10.1103/PhysRevE.69.026113, weighted; resolution after
/// Reichardt & Bornholdt 2006, doi:10.1103/PhysRevE.74.016110): Σ_c (w_c/W − γ (s_c/2W)²) with w_c the weight inside c,
/// s_c the strength of c, W the weight of the network. Below 1; 0 for a network without edges. Community
/// numbers may have gaps. std::invalid_argument where the partition has not one number for each vertex.
/// O(n + m + largest number).
double modularity(const Network& network, const std::vector<std::uint32_t>& community_of, double resolution);

/// Modularity of a two-mode network, whose null model expects ties between the two kinds of vertices alone (Barber 2007,
/// doi:10.1103/PhysRevE.76.066102): Σ_c (w_c/W − γ r_c s_c/W²), r_c and s_c the strengths of the two kinds in c. `is_second`:
/// by vertex; every edge must join the two kinds. 0 without edges. Errors and cost as modularity().
double bipartite_modularity(const Network& network, const std::vector<char>& is_second,
                            const std::vector<std::uint32_t>& community_of, double resolution);

/// Quality of a partition in the constant Potts model (Traag, Van Dooren & Nesterov 2011, doi:10.1103/PhysRevE.84.016114):
/// Σ_c (w_c − γ n_c(n_c−1)/2), w_c the weight inside c, n_c its vertices. In units of weight, not bounded; 0 when all are
/// alone. Errors and cost as modularity().
double constant_potts_quality(const Network& network, const std::vector<std::uint32_t>& community_of, double resolution);

/// Weight of the network by pair of vertices, W/(n(n−1)/2): the resolution of the constant Potts model at which the whole
/// as one community is worth 0, as all alone are. 0 below two vertices.
double weight_density(const Network& network);

/// Renumbers communities 0 … count-1 by size (largest first), then by smallest vertex, and sets the count.
void renumber_communities(Partition& partition);

/// Components, by ties of positive weight: no partition into connected communities has fewer. O(n + m).
std::uint32_t fewest_communities(const Network& network);

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

/// Variation of information of two partitions of the same vertices, in nats: H(a|b) + H(b|a), a metric, 0 for equal
/// partitions, at most ln n (Meilă 2007, doi:10.1016/j.jmva.2006.11.013). std::invalid_argument for different lengths.
/// O(n log n).
double variation_of_information(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b);

}  // namespace maillage
