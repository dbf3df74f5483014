// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "analysis/centrality/direction.hpp"
#include "analysis/hypergraph/incidence.hpp"
#include "analysis/structure/tie_length.hpp"
#include "analysis/temporal/time_options.hpp"
#include "network/network_view.hpp"
#include "results/results.hpp"

namespace maillage {

struct MeasureOptions {
  /// Divides by the largest value there can be (docs/measures has the table); measures that have none, or are already
  /// relative to it, stay as they are.
  bool normalized = false;
  Distance distance = Distance::hops;  ///< closeness, harmonic, eccentricity, betweenness
  double damping = 0.85;               ///< PageRank
  std::optional<double> alpha;         ///< Katz; else 0.9 over the largest eigenvalue
  /// Of a directed network; without it closeness, harmonic and eccentricity follow the paths that come in, eigenvector and
  /// Katz the arcs that come in, and cores count arcs of both directions.
  std::optional<Direction> mode;
  /// Community of each vertex, for participation and within-module z; without any those of find_communities() with `seed`.
  std::vector<std::uint32_t> community_of;
  std::uint64_t seed = 1;
  /// Group of each vertex for the roles of brokerage (kNoGroup: none); without any those of groups_by_kind().
  std::vector<std::uint32_t> group_of;
  TimeOptions time;  ///< temporal closeness and betweenness
  /// Betweenness by hops without directions: estimated from the paths of so many vertices drawn with `seed`; 0: of all.
  std::uint32_t sampled_sources = 0;
};

/// What a measure is taken of: a network, the number of partnerships of each of its vertices where it has any, its
/// arcs where it is directed, and who is party to what where that is known.
struct MeasuredNetwork {
  const Network& network;
  std::span<const std::uint32_t> hyperdegree;
  const DirectedNetwork* arcs = nullptr;
  const Incidence* incidence = nullptr;
  const NetworkView* view = nullptr;  ///< where the network comes from, for measures that need the dates of its agreements
};

/// The measures that `--measure` knows, in the order of the documentation.
std::vector<std::string_view> measure_codes();
bool is_measure(std::string_view code);

/// Does the measure rest on communities, or on the days agreements are in force?
bool needs_communities(std::string_view code);
/// Does it rest on groups of institutions (brokerage)?
bool needs_groups(std::string_view code);
bool needs_dates(std::string_view code);
/// Does it rest on who is party to what (redundancy, scores of n-party agreements)?
bool rests_on_parties(std::string_view code);

/// A measure by its code for every vertex of a view; NaN where it is undefined, with the reason (Scores::reason) where it is
/// so for the whole network. Two-mode networks and affiliations are taken as the networks they are. In a directed network
/// the measures that have a direction follow its arcs; the others are those of its ties. std::invalid_argument for a code
/// that measure_codes() does not hold, for a damping outside 0 ≤ d < 1, an alpha for which Katz's sum has no end, for
/// lengths of ties that are not positive, and where communities are not one for each vertex. Conventions: the header of each
/// measure and docs/measures.
Scores measure(const NetworkView& view, std::string_view code, const MeasureOptions& options);
Scores measure(const MeasuredNetwork& measured, std::string_view code, const MeasureOptions& options);

/// A measure that rests on who is party to what (rests_on_parties()), of other rows than the view's own: row r is partnership
/// partnership_of[r]; agreements without a row have no value in a two-mode view.
Scores measure_incidence(const NetworkView& view, const Incidence& incidence, std::span<const std::uint32_t> partnership_of,
                         std::string_view code, const MeasureOptions& options);

MeasuredNetwork measured(const NetworkView& view);

/// The measures of ties that `--measure` knows.
std::vector<std::string_view> tie_measure_codes();

/// A measure by its code for every edge of a network, or every arc of a directed one; normalised it is divided by
/// n(n-1)/2, or n(n-1). std::invalid_argument as measure().
Scores measure_ties(const MeasuredNetwork& measured, std::string_view code, const MeasureOptions& options);

}  // namespace maillage
