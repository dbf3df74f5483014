// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace maillage {

/// What the records say of a territory, from nothing to certain. “No record” is never “no agreement”.
enum class CoverageStatus : std::uint8_t {
  no_record,          ///< no agreement of the kind asked for names it
  ended,              ///< one did, and had ended by then
  not_started,        ///< one is signed and begins later
  announced,          ///< one is only announced
  partial_possible,   ///< a part of it is possibly covered
  partial_certain,    ///< a part of it is certainly covered
  possible,           ///< the whole of it is covered, if readings of dates (or of a silence on place) that may hold do
  certain             ///< the whole of it is covered for certain
};
inline constexpr std::array<std::string_view, 8> kCoverageStatusCodes{
    "no_record", "ended", "not_started", "announced", "partial_possible", "partial_certain", "possible", "certain"};
constexpr std::string_view coverage_code(CoverageStatus status) {
  return kCoverageStatusCodes[static_cast<std::size_t>(status)];
}

/// An agreement that touches a territory.
struct CoveringAgreement {
  enum class When : std::uint8_t { certain, possible, announced, not_started, ended };
  std::uint32_t agreement = 0;  ///< row
  When when = When::certain;
  bool is_whole = false;        ///< it covers all of the territory, by itself
  bool is_by_party = false;     ///< it states no territory: taken from a party that is one (possible at most)
};

struct CoveredTerritory {
  std::uint32_t territory = 0;  ///< row of DataSet::territories
  CoverageStatus status = CoverageStatus::no_record;
  /// Inhabitants: of the whole territory, or of its communes in the area where it reaches beyond; nothing: unknown.
  std::optional<std::uint64_t> population;
  bool reaches_beyond = false;  ///< of the area asked for
  /// Inhabitants who live where an agreement is in force, each counted once; `possible` holds the certain ones.
  /// Nothing where that is unknown: somebody is covered, and the population of the place is not known.
  std::optional<std::uint64_t> certain, possible;
  /// The same as parts of `population`, 0 … 1.
  std::optional<double> share_certain, share_possible;
  std::optional<double> latitude, longitude;
  bool position_is_derived = false;    ///< mean of its communes that have one, weighted by inhabitants
  double position_rests_on = 0;        ///< share of the inhabitants of its communes that this mean rests on
  std::vector<CoveringAgreement> agreements;  ///< in force first, then by row
};

struct CoverageTotals {
  std::array<std::uint64_t, 8> territories{}, population{};  ///< by status; populations as far as they are known
  std::uint64_t all = 0;                                     ///< territories
  std::uint64_t inhabitants = 0;                             ///< of territories with a known population
  std::uint64_t certain = 0, possible = 0;                   ///< inhabitants covered, as far as it is known
  std::uint64_t of_unknown_population = 0;                   ///< territories
  std::uint64_t of_unknown_cover = 0;  ///< territories where somebody is covered and how many is not known
  std::uint64_t without_position = 0;
};

struct Coverage {
  std::vector<CoveredTerritory> territories;  ///< by code
  CoverageTotals totals;
  std::vector<CoveringAgreement> unplaced;  ///< of which no territory is known: by `when`, then by row
  /// Agreements in force in the area; `possible` holds the certain ones, and those that are unplaced.
  std::uint32_t agreements_certain = 0, agreements_possible = 0;
};

}  // namespace maillage
