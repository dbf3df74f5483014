// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/hypergraph/incidence.hpp"
#include "network/network.hpp"

namespace maillage {

/// The partnerships of at least s parties, joined where they have at least s parties in common (Aksoy et al. 2020,
/// EPJ Data Science 9:16, doi:10.1140/epjds/s13688-020-00231-0).
struct SLineGraph {
  Network network;                           ///< weight of a tie: 1
  std::vector<std::uint32_t> partnership_of;  ///< by vertex, ascending
};

/// A gigabyte of ties.
inline constexpr std::uint64_t kMostSLineTies = 20'000'000;

/// Ties that s_line_graph has. Σ over parties of hyperdegree² time, no memory beside a counter a partnership; s ≥ 1.
/// Counted before anything is built: a party of many partnerships joins all of them.
std::uint64_t count_s_line_ties(const Incidence& incidence, std::uint32_t s);

/// Where there are more ties than `most`, std::length_error. Time as the count, 50 B a tie; s ≥ 1, else
/// std::invalid_argument. Partnerships of the same parties are vertices of their own, joined where they have s parties.
SLineGraph s_line_graph(const Incidence& incidence, std::uint32_t s, std::uint64_t most = kMostSLineTies);

}  // namespace maillage
