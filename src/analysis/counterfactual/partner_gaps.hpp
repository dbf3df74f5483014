// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "model/codes.hpp"
#include "network/network_view.hpp"

namespace maillage {

/// By what a pair of institutions without an agreement is scored. u and v are the pair, z a partner of both, w a tie's
/// weight by Newman (whatever the view's), k its number of partners, h its number of partnerships.
///
/// On the projection: common_neighbours: how many z; adamic_adar: Σ 1/ln k_z (Adamic & Adar 2003,
/// doi:10.1016/S0378-8733(03)00009-1); resource_allocation: Σ 1/k_z (Zhou, Lü & Zhang 2009,
/// doi:10.1140/epjb/e2009-00335-8). On the two-mode network an agreement of n parties passes on 1/(n-1) to each other
/// party, so that large agreements count little: two_mode_adamic_adar: Σ w_uz w_zv / ln h_z;
/// two_mode_resource_allocation: Σ w_uz w_zv / h_z. shared_themes: Σ 1/ln i_t over themes t that agreements of both
/// bear, i_t institutions having agreements on it. All are the same for (u, v) and (v, u), 0 where nothing is shared,
/// summed in the order of the vertices. Where gaps are ordered or compared, multiples of 2^-36 decide, so that sums that
/// differ by the order of adding alone are equal.
enum class GapScore : std::uint8_t {
  common_neighbours,
  adamic_adar,
  resource_allocation,
  two_mode_adamic_adar,
  two_mode_resource_allocation,
  shared_themes
};
template <>
inline constexpr auto code_names<GapScore> =
    std::to_array<std::string_view>({"common_neighbours", "adamic_adar", "resource_allocation", "two_mode_adamic_adar",
                                     "two_mode_resource_allocation", "shared_themes"});
inline constexpr std::size_t kGapScores = 6;
using GapScores = std::array<double, kGapScores>;

/// Two institutions without an agreement on record that share a partner or a theme.
struct PartnerGap {
  Vertex a = 0, b = 0;  ///< a < b
  GapScores scores{};
  std::vector<Vertex> shared_partners;  ///< those that add most to two_mode_resource_allocation first, then by vertex
  std::vector<Index> shared_themes;     ///< rows of DataSet::themes, ascending
};

struct GapOptions {
  GapScore score = GapScore::two_mode_resource_allocation;
  std::size_t top = 0;            ///< as many as are given; 0: all
  Vertex one = Network::no_edge;  ///< pairs of this vertex alone, where it is one
  double most_theme_pairs = 2e7;  ///< above which pairs that share themes alone are not looked for
};

struct PartnerGaps {
  std::vector<PartnerGap> gaps;  ///< best score first, then by the other scores in their order, then by vertices
  std::uint64_t pairs = 0;  ///< that share a partner or a theme and have no agreement; of which `gaps` are the first
  bool themes_alone_left_out = false;
};

/// The gaps of a network of institutions (or people). A pair is left out that any agreement of `recorded` joins (all
/// the data hold, say): what is a gap in a view may be an agreement that has ended. Cost: Σ k² steps and the themes.
PartnerGaps partner_gaps(const NetworkView& view, const NetworkView& recorded, const GapOptions& options);

/// The scores of one pair without an agreement, by the definitions above and nothing else: slow, for checks. O(n + m).
GapScores gap_scores(const NetworkView& view, Vertex a, Vertex b);

/// How well the scores would have foretold agreements.
struct Foretelling {
  Day split = 0;
  std::size_t before = 0, after = 0, undated = 0;  ///< agreements; undated ones (as to the split) are left out
  std::uint64_t new_pairs = 0;    ///< pairs without an agreement before that have one after: what was to be foretold
  std::uint64_t other_pairs = 0;  ///< pairs that have none
  std::uint64_t compared = 0;     ///< of these, how many were compared; fewer only where sampled
  /// Area under the curve: the chance that a new pair scores higher than another one, ties counting one half; NaN where
  /// there is nothing to compare.
  GapScores auc{};
};

/// A day such that about four fifths of the agreements that pass the filters of a view (its dates apart) begin before
/// it; none where fewer than five do.
std::optional<Day> usual_split(const DataSet& data, const ViewOptions& options);

/// Scores the pairs of the network of what began before `split` (signed, else in force from) among all agreements that
/// pass the filters of a view, its dates apart, and of the institutions that have an agreement in it, against the pairs
/// that agreements from then on joined. Exact, unless Σ k² exceeds `most_work`: then the pairs compared with are those
/// of some institutions, drawn for `seed`. O(Σ k² · log).
Foretelling foretell(const DataSet& data, const ViewOptions& options, Day split, double most_work, std::uint64_t seed);

}  // namespace maillage
