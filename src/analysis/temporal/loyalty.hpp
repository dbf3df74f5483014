// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "analysis/temporal/agreement_lives.hpp"

namespace maillage {

/// Of the network, and of each of the institutions asked for.
struct LoyaltyFigures {
  Loyalty network;
  std::vector<Loyalty> institutions;
};

/// How far new agreements join institutions that had an agreement together before (docs/evolution.md).
///
/// Counted are agreements that come into force in the period, continue no other and join at least two institutions as the
/// view names them. A pair of parties is a former one where another agreement of both began on an earlier day; certainly
/// so where every reading of the days says it. An agreement is loyal where one of its pairs is a former one; for an
/// institution: one of its own pairs. `institutions`: vertices. O(pairs log pairs).
LoyaltyFigures loyalty_in(const PartnershipSpells& spells, std::span<const AgreementLife> lives, DayPeriod period,
                          std::span<const Vertex> institutions);

}  // namespace maillage
