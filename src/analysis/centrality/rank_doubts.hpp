// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analysis/centrality/hubs.hpp"
#include "results/rank_doubts.hpp"

namespace maillage {

/// Ranks a view again where its data are read otherwise (docs/uncertainty.md): measure and its options as rank_hubs().
///
/// - dates: with a date or a period, over four readings: all agreements that may be meant, only those certainly meant,
///   every doubtful or missing date at its earliest, every one at its latest; for measures that add up over
///   partnerships also over any mixture of them (extreme_ranks). A cumulated view asks for no date.
/// - rule: over the weightings newman, count and none, in views of institutions, people and affiliations.
/// - sources: without each source in turn. An agreement goes where every claim about it comes from that source; a
///   renewal thread stays together whatever goes. Sources whose leaving takes nothing away are not tried; where all the
///   others cost more than about 2e10 operations, those that take away most are, of equals the first rows.
///
/// Each is widened to hold the point rank. The nodes of the view stay in every reading; one without agreements is an
/// isolate. Same bytes on any number of threads. Cost: (6 + sources) × (building the network + the measure).
RankDoubts rank_doubts(const NetworkView& view, const HubOptions& options);

/// What the figures say together (docs/uncertainty.md): `none` with fewer than kPartnershipsForTrust partnerships,
/// without intervals, or with intervals that hold half of the ranks or more on average; `partial` where several may
/// hold the first rank or a reading of dates, the projection rule or one source changes who does; else `firm`.
RankTrust rank_trust(const HubRanking& ranking, const RankDoubts& doubts);

}  // namespace maillage
