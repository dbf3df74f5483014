// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

namespace maillage {

/// The lowest and the highest rank of each vertex over several ways to read the same data; the rank in the ranking
/// itself lies between them. Empty where there is nothing to read otherwise: every rank is then firm.
struct RankBounds {
  std::vector<std::uint32_t> low, high;  ///< by vertex
};

/// What becomes of the ranks of a ranking where the data are read otherwise. Rows are rows of the tables of the data
/// set, vertices those of the view that was ranked.
struct RankDoubts {
  static constexpr std::uint32_t kNoSource = 0xFFFFFFFFU;

  RankBounds dates, rule, sources;
  bool dates_matter = false;              ///< the view asks for a date or a period
  std::uint32_t doubtful_agreements = 0;  ///< agreements of which the dates leave open whether the ranking holds them
  bool rule_matters = false;              ///< there is another projection rule for this kind of network
  std::uint32_t agreements_of_one_source = 0;  ///< agreements of the ranking that only one source attests
  std::uint32_t sources_tried = 0;             ///< sources left out in turn: those whose leaving takes agreements away
  std::uint32_t sources_not_tried = 0;         ///< further ones, left for their cost
  /// By vertex: the source without which the rank is highest, and that rank; kNoSource where no source worsens it.
  std::vector<std::uint32_t> decisive_source, rank_without;
};

/// How far a ranking can be trusted: in the first place (partial, firm), or not at all.
enum class TrustLevel : std::uint8_t { none, partial, firm };
struct RankTrust {
  TrustLevel level = TrustLevel::none;
  bool few_partnerships = false;  ///< fewer than kPartnershipsForTrust
  bool no_intervals = false;      ///< nothing was resampled
  bool wide_intervals = false;    ///< mean_width of a half or more
  bool all_may_lead = false;      ///< every interval holds the first rank, of two vertices at least
  double mean_width = 0;  ///< mean of (high − low)/(n − 1) over the defined ranks, 0 … 1; NaN for fewer than two
  std::uint32_t may_lead = 0;  ///< vertices whose interval holds the first rank
  // Who holds the first rank changes with …
  bool dates_move_the_lead = false, rule_moves_the_lead = false, a_source_makes_the_lead = false;
};
/// Below this number a percentile interval is itself too narrow to be believed.
inline constexpr std::size_t kPartnershipsForTrust = 20;

}  // namespace maillage
