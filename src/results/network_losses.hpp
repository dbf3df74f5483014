// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace maillage {

/// What a network is, in figures. Undefined ones are NaN. Lengths are counted in hops.
struct NetworkFigures {
  std::size_t agreements = 0;
  std::uint32_t nodes = 0, isolated = 0;  ///< isolated: without a partner
  std::uint32_t ties = 0;
  std::uint32_t components = 0, largest_component = 0;  ///< a node without a partner is a component
  std::uint32_t cut_points = 0;
  std::uint64_t pairs_connected = 0;  ///< unordered pairs with a path between them
  double density = 0;
  /// Mean of 1/d over all ordered pairs, 0 for a pair without a path (Latora & Marchiori 2001,
  /// doi:10.1103/PhysRevLett.87.198701). 0 … 1; NaN for fewer than two nodes.
  double efficiency = 0;
  double mean_distance = 0;  ///< over connected pairs; NaN where there is none
  std::uint32_t communities = 0;
  double modularity = 0;
};

/// How the paths between the nodes that remain change.
struct PathChanges {
  bool is_sampled = false;
  std::uint32_t sources = 0;     ///< nodes searched from; all of them unless sampled
  std::uint64_t pairs_lost = 0;  ///< unordered pairs that had a path and have none; exact
  double pairs_lengthened = 0;   ///< unordered pairs whose shortest path became longer; estimated where sampled
  double mean_increase = 0;      ///< over the lengthened ones, in hops; NaN where there is none
  double share_lengthened = 0;   ///< of the pairs that are still connected; NaN where there is none
};

/// Two nodes and how they are linked before and after: chains of vertices, the later one empty where there is none.
struct ConcernedPair {
  std::uint32_t a = 0, b = 0;
  std::vector<std::uint32_t> before, after;
};
struct ConcernedPairs {
  std::vector<ConcernedPair> lost, lengthened;  ///< the most concerned first
  bool all_sources = true;  ///< sought among all pairs; else among those of the nodes that lose most
  std::uint32_t sources = 0;
};

/// What a node loses.
struct NodeLoss {
  std::uint32_t vertex = 0;
  bool is_removed = false;
  std::vector<std::uint32_t> lost_partners;  ///< ascending; removed ones are in it
  std::vector<std::uint32_t> certainly_lost_partners;
  std::vector<std::uint32_t> lost_agreements;  ///< rows of agreements, ascending
  std::uint32_t partners_before = 0, partners_after = 0;
  std::uint32_t reach_before = 0, reach_after = 0;  ///< others there is a path to
  double score_before = 0, score_after = 0;
  std::uint32_t rank_before = 0, rank_after = 0;         ///< 0 where it is removed
  double betweenness_before = 0, betweenness_after = 0;  ///< NaN where it was not computed
  bool becomes_isolated = false, certainly_isolated = false;
};

enum class CommunityFate : std::uint8_t { unchanged, continues, splits, dissolves };

/// What becomes of a community of two or more.
struct CommunityLoss {
  std::uint32_t community = 0;  ///< number before
  std::vector<std::uint32_t> members;
  CommunityFate fate = CommunityFate::unchanged;
  double best_jaccard = 0;           ///< with the community afterwards that is most like it
  std::vector<std::uint32_t> parts;  ///< sizes of what its members' later communities hold of it, largest first
  std::uint32_t pieces = 1;          ///< pieces its remaining members fall into, joined by ties among themselves
  std::uint32_t isolated = 0;        ///< members that are left without a partner
};

struct CommunityLosses {
  std::vector<CommunityLoss> communities;  ///< by number
  double nmi = 1;                          ///< of both partitions, over the nodes that remain
  double stability_nmi = 1;                ///< how alike runs of other seeds are on the network before
  std::uint64_t seed = 1;
  int runs = 1;
};

/// Everything that is lost between a network and what remains of it.
struct NetworkLosses {
  NetworkFigures before, after, after_certain;
  PathChanges paths;
  ConcernedPairs pairs;
  CommunityLosses communities;
  std::vector<NodeLoss> nodes;                ///< those that lose an agreement, a partner or a path; by vertex
  std::vector<NodeLoss> hubs;                 ///< the first of the ranking before or after, by rank before
  std::vector<std::uint32_t> new_cut_points;  ///< ascending
  bool has_betweenness = false;
  /// A lapse that is certain concerns fewer agreements than one that is possible.
  bool differs_by_certainty = false;
};

/// One partnership and what its lapse alone would cost.
struct CostlyPartnership {
  std::uint32_t partnership = 0;
  double efficiency_loss = 0;  ///< of the network's global efficiency, absolute
  std::uint64_t pairs_lost = 0;
  std::uint32_t ties_lost = 0;
};
struct CostliestPartnerships {
  std::vector<CostlyPartnership> costliest;  ///< most first
  double efficiency = 0;                     ///< of the whole network
  std::uint64_t pairs_connected = 0;
  std::size_t partnerships = 0,
              recomputed = 0;  ///< of how many the loss was recomputed; the bound rules out the others
  bool is_sampled = false;
  std::uint32_t sources = 0;
};

}  // namespace maillage
