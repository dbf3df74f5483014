// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace maillage {

/// A measure for every vertex; NaN where the measure is undefined (JSON null).
struct Scores {
  std::string measure;  ///< code, as in `--measure`
  std::vector<double> values;
  /// Why values are undefined where that says something of the network, not of the vertex: a code such as `no_direction`;
  /// else empty.
  std::string reason;
  std::vector<std::pair<std::string, double>> rests_on;  ///< values found on the way: name and value, such as Katz's alpha
};

/// Communities: 0 … count-1, ordered by size (largest first), then by smallest vertex.
struct Partition {
  std::vector<std::uint32_t> community_of;  ///< by vertex
  std::uint32_t count = 0;
  double modularity = 0;  ///< Newman & Girvan with resolution, weighted
  double resolution = 1;
  std::uint64_t seed = 0;
  std::string algorithm;
  std::uint32_t disconnected = 0;  ///< communities that fall into several pieces; never with Leiden
  // How well repeated runs with other seeds agree with this one: means over the other runs, NaN where there is none.
  double stability_nmi = 1;  ///< normalised mutual information, arithmetic mean
  double stability_ari = 1;  ///< adjusted Rand index
  int runs = 1;
};

struct Structure {
  std::uint32_t nodes = 0, edges = 0;
  double density = 0;                                          ///< NaN for fewer than two nodes
  std::vector<std::vector<std::uint32_t>> components;          ///< largest first, then by smallest vertex
  std::vector<std::uint32_t> component_of;                     ///< by vertex, number in `components`
  std::vector<std::uint32_t> articulation_points;              ///< ascending
  std::vector<std::pair<std::uint32_t, std::uint32_t>> bridges;  ///< ascending pairs, smaller first
  std::uint32_t max_core = 0;
  double transitivity = 0;                                     ///< NaN without a path of length two
  double degree_assortativity = 0;                             ///< Newman 2002; NaN where undefined
  std::vector<std::uint32_t> degree_distribution;              ///< number of vertices of degree k, k from 0
};

/// One institution in a hub ranking. Ranks are shared: equal scores have the same, lowest rank.
struct Hub {
  std::uint32_t vertex = 0;
  std::uint32_t rank = 0, rank_low = 0, rank_high = 0;
  double score = 0;
};
struct HubRanking {
  std::string measure;
  std::vector<Hub> hubs;  ///< best first, then by vertex
  std::uint64_t seed = 0;
  int resamples = 0;
  std::uint32_t sampled_sources = 0;  ///< vertices whose paths estimate the measure in a resample; 0: those of all
  std::size_t partnerships = 0;       ///< what was resampled
};

/// A shortest chain: vertices[0] … vertices[k], edge i between vertices i and i+1.
struct Chain {
  std::vector<std::uint32_t> vertices, edges;
  double length = 0;
};

}  // namespace maillage
