// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "analysis/temporal/time_slices.hpp"
#include "results/evolution.hpp"

namespace maillage {

/// Ties won, lost and kept between the first and the last day of a period: of the network, and of some institutions.
struct TurnoverFigures {
  BoundedCount won, lost, kept;
  std::vector<PartnerTurnover> institutions;
};

/// Compares the networks of both days. Won for certain is a tie that certainly stands on the last day and on the first
/// not even possibly; possibly won one that possibly stands on the last and not certainly on the first; likewise lost.
/// Kept: certainly, or possibly, on both. `certain`: the same view with UnknownDates::exclude. `institutions`: vertices
/// of `possible`. O(spells log spells + ties log ties).
TurnoverFigures partner_turnover(const PartnershipSpells& possible, const PartnershipSpells& certain, DayPeriod period,
                                 std::span<const Vertex> institutions);

/// Pairs of rows of institutions tied on a day, smaller first, ascending. O(spells log spells + ties log ties).
std::vector<std::pair<Index, Index>> ties_on(const PartnershipSpells& spells, Day day);

}  // namespace maillage
