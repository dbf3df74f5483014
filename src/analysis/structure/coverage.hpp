// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "network/view_options.hpp"
#include "results/coverage.hpp"

namespace maillage {

struct CoverageOptions {
  TerritoryLevel level = TerritoryLevel::epci;
  /// Which agreements, read at which day or in which period (ViewOptions::as_of, else from and to, else the latest date
  /// stated in the data; DateBasis and UnknownDates as everywhere). `territories` is the area: the territories counted,
  /// not a filter of agreements. Filters by type, theme, kind of party, party, person and status hold.
  ViewOptions view;
};

/// Which territories of a level have an agreement in force, and how many people live there.
///
/// - An agreement covers the territories that it states, and all that lies in them. Where it states none it covers at
///   most possibly the territories of its parties that are communes or groups of communes; no other party says where an
///   agreement holds. Where nothing of that is known it is `unplaced`, whether in force, announced, not begun or ended.
/// - A territory is wholly covered when it, or what holds it, is; or when all its communes are, together. Its communes
///   are the territories below it by `parent` or `groups` that hold none themselves. Where the data hold only a part of
///   them (their inhabitants fall short of the territory's by more than kSameCount), that part never makes it whole.
/// - Inhabitants are counted once, whatever the number of agreements: commune by commune in a territory covered in part,
///   by the territory's own number where it is wholly covered.
/// - certain, possible: in_force_during on the day or in the period. Where the data state no date and none is asked for,
///   all that is signed is possible.
/// Populations that are unknown stay so; no position is guessed. Independent of the order of rows.
/// O((territories + Σ communes below the territories of each agreement) · depth).
Coverage coverage_of(const DataSet& data, const CoverageOptions& options);

/// Two counts of the inhabitants of one territory may differ by this part (a census and the one before).
inline constexpr double kSameCount = 0.03;

/// Levels of which the data hold more than `least` territories: where there is something to look for.
std::vector<TerritoryLevel> levels_to_cover(const DataSet& data, std::size_t least = 1);

}  // namespace maillage
