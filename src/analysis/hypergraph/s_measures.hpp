// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "analysis/hypergraph/s_line_graph.hpp"
#include "results/results.hpp"

namespace maillage {

/// The measures of partnerships that are taken of the s-line graph: s_degree, s_closeness, s_harmonic, s_betweenness,
/// s_eccentricity, s_component.
std::vector<std::string_view> s_measure_codes();

/// One of them for each of `partnerships`, the vertices of the graph being some of those; NaN for what has fewer than s
/// parties and is no vertex. With m vertices:
///
/// - s_degree: partnerships with s parties in common. Normalised by m − 1.
/// - s_closeness: r/(m−1) · r/Σd over the r others that can be reached (Wasserman & Faust); 0 where there is none.
///   HyperNetX takes each component by itself and does not scale.
/// - s_harmonic: Σ 1/d. Normalised by m − 1 (HyperNetX: by (m−1)(m−2)/2).
/// - s_betweenness: unordered pairs, ends excluded. Normalised by (m−1)(m−2)/2.
/// - s_eccentricity: longest of the shortest ways to those that can be reached; 0 where there is none.
/// - s_component: number of the component, from 1, the largest first, then by smallest partnership.
///
/// Distances are hops. std::invalid_argument for another code. Cost: that of closeness and betweenness of a network of
/// m vertices and as many ties as there are.
Scores s_measure(const SLineGraph& graph, std::uint32_t partnerships, std::string_view code, bool normalized);

}  // namespace maillage
