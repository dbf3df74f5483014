// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace maillage {

/// Why a node has its place in a hub ranking, in figures that can be counted again from the data. Plain values: rows
/// are rows of the tables of the data set, vertices those of the view that was ranked.
struct HubReasons {
  struct Partner {
    std::uint32_t vertex = 0;
    double weight = 0;                      ///< of the tie, in the weights of the view
    std::vector<std::uint32_t> agreements;  ///< rows of the agreements they share, ascending
  };
  std::uint32_t vertex = 0;
  std::vector<std::uint32_t> agreements;  ///< rows of all its agreements in the view, ascending
  std::uint32_t partnerships = 0;         ///< hyperdegree: renewal threads among them
  std::uint32_t certainly_in_force = 0;   ///< partnerships that are certainly in force on the reference day
  std::uint32_t possibly_in_force = 0;    ///< certainly or possibly
  std::vector<Partner> partners;          ///< the strongest tie first, then by vertex
  /// Code (AgreementType as a number) and how many of the agreements have it; the most frequent first, then by code.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> types;
  /// Row of the theme and how many of the agreements name it; the most frequent first, then by row.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> themes;
  std::vector<std::uint32_t> sources;  ///< rows of the sources that the claims about those agreements come from, ascending
  /// What comes loose from the largest remaining part when the node is taken out of its component: groups of vertices,
  /// each ascending; the largest group first, then by smallest vertex. Empty where the node is no cut point.
  std::vector<std::vector<std::uint32_t>> separated;
};

}  // namespace maillage
