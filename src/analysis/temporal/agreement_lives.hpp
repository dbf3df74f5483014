// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "analysis/temporal/durations.hpp"
#include "analysis/temporal/time_slices.hpp"

namespace maillage {

/// When one agreement comes into force and has its last day, in every reading, and what it is to others.
struct AgreementLife {
  enum class Begins : std::uint8_t { formed, renewed, amended };
  Index agreement = kNone;
  Day start_earliest = kDistantPast, start_latest = kDistantFuture;
  Day end_earliest = kDistantPast, end_latest = kDistantFuture;
  Begins begins = Begins::formed;  ///< renewed: it renews or replaces another, documented or not
  bool is_continued = false;       ///< a signed agreement renews or replaces it
  bool is_open = false;            ///< without term
  Index thread = kNone;
  /// The last day on which it can have begun: not after its end.
  Day begins_by() const { return start_latest < end_latest ? start_latest : end_latest; }
};

/// The lives of the agreements of a view, in row order. O(agreements + lineage).
std::vector<AgreementLife> agreement_lives(const PartnershipSpells& spells);

/// Fills, of each of the periods (ascending, without gaps), the agreements in force on the last day and what begins and
/// ends in it. An event is certain in a period that holds all readings of its day, possible in each that holds one.
/// With UnknownDates::exclude what is only possible is left out, with `only` what is certain. O((agreements + periods) log periods).
void count_lives(std::span<const AgreementLife> lives, UnknownDates unknown, std::vector<EvolutionPeriod>& periods);

/// What became of agreements whose last day lies in the period, and the days from an end to its renewal (renewals that
/// begin in the period). The years in force are left to the caller. O(agreements + lineage).
Renewals renewals_in(const DataSet& data, std::span<const AgreementLife> lives, UnknownDates unknown, DayPeriod period);

/// How unknown ends are read: left out, or as still to come.
enum class DurationReading : std::uint8_t { known, latest };
/// How long agreements lasted, each for itself (amendments left out), seen from `from` (delayed entry) up to the horizon.
Survival agreement_durations(std::span<const AgreementLife> lives, std::optional<Day> from, Day horizon,
                             DurationReading reading);
/// How long partnerships lasted: from the beginning of the first agreement of a thread to the end of the last, gaps
/// included. Threads that renew an agreement nobody has documented are left out.
Survival partnership_durations(const DataSet& data, std::span<const AgreementLife> lives, std::optional<Day> from, Day horizon);

}  // namespace maillage
