// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace maillage {

// A network followed through time, as plain values. Days count from 1970-01-01; periods are inclusive on both sides;
// rows are rows of the tables of the data set. docs/evolution.md defines every figure.

inline constexpr double kDaysOfYear = 365.25;

/// Certainly meant, and possibly meant (which holds the certain ones).
struct BoundedCount {
  std::int64_t certain = 0, possible = 0;
  bool operator==(const BoundedCount&) const = default;
};

/// A figure of the network of the agreements certainly in force, and of that of all possibly in force: on the last day
/// of a period, and its exact mean over the days of it.
struct BoundedLevel {
  BoundedCount last;
  double mean_certain = 0, mean_possible = 0;
};

/// What stands and what happens in a period.
struct EvolutionPeriod {
  std::int32_t from = 0, to = 0;
  BoundedLevel agreements, partnerships, institutions, ties, components, largest_component;
  BoundedCount formed;   ///< come into force and continue no other
  BoundedCount renewed;  ///< come into force and renew or replace another
  BoundedCount amended;  ///< amendments that come into force
  BoundedCount ended;    ///< have their last day (amendments left out)
  BoundedCount lapsed;   ///< of those: no signed agreement renews or replaces them
  std::int64_t days() const { return std::int64_t{to} - from + 1; }
};

/// From one day to another a value stays the same. NaN where it is undefined.
struct MeasureStep {
  std::int32_t from = 0, to = 0;
  double certain = 0, possible = 0;
};

/// A measure of one institution over the period asked for; of the network of all agreements possibly in force, and of
/// those certainly.
struct FollowedMeasure {
  std::string measure;
  double mean_possible = 0, mean_certain = 0;  ///< over the days on which it is defined; NaN without one
  std::int64_t days = 0;                       ///< days on which it is defined (possible reading)
  double volatility = 0;                       ///< standard deviation over those days ÷ mean; NaN for a mean of 0
  std::vector<MeasureStep> steps;              ///< ascending, without gaps
  std::vector<std::uint32_t> ranks;            ///< on the last day of each of Evolution::periods; 0 where it is no node
};

/// Partners on the first and on the last day.
struct PartnerTurnover {
  BoundedCount first, last, won, lost, kept;
  BoundedCount ever;  ///< partners on some day of the period
  double jaccard_certain = 0, jaccard_possible = 0;  ///< kept ÷ all on either day; NaN where there is none on either
};

/// Shares of agreements that come into force in the period and join at least two institutions.
struct Loyalty {
  BoundedCount formed;       ///< such agreements that continue no other
  BoundedCount with_former;  ///< of those: two of the parties had an agreement together before
  BoundedCount pairs;        ///< pairs of parties of such agreements
  BoundedCount former_pairs; ///< of those: had an agreement together before
};

/// Times between one event and the next.
struct Burstiness {
  std::size_t events = 0, undated = 0;
  double mean_days = 0, sd_days = 0;
  double goh_barabasi = 0;  ///< (σ−μ)/(σ+μ); NaN for fewer than two intervals
  double kim_jo = 0;        ///< the same freed of the number of events
};

struct SurvivalStep {
  double time = 0;  ///< days
  std::size_t at_risk = 0, ended = 0;
  double survival = 1, low = 1, high = 1;
};
/// A Kaplan–Meier estimate.
struct Survival {
  std::size_t subjects = 0, ended = 0, censored = 0;
  std::size_t left_out = 0;  ///< dates do not tell how long
  double longest = 0;        ///< up to here something was seen; beyond nothing is known
  std::vector<SurvivalStep> steps;
  double median = std::numeric_limits<double>::quiet_NaN();
  double median_low = median, median_high = median;
};

/// What became of agreements that reached their end in the period.
struct Renewals {
  BoundedCount ended, renewed, lapsed;
  double years_certain = 0, years_possible = 0;  ///< agreement-years in force in the period
  std::vector<std::int32_t> gaps;  ///< days from an end to the beginning of what renews it, ascending; negative: before it
  std::size_t undated_gaps = 0;
};

struct FollowedInstitution {
  std::uint32_t row = 0;
  std::vector<FollowedMeasure> measures;
  PartnerTurnover turnover;
  Loyalty loyalty;
  Burstiness burstiness;
};

/// What happens to a followed community from one step to the next (Greene, Doyle & Cunningham 2010).
enum class CommunityEvent : std::uint8_t { birth, continuation, growth, contraction, merge, split, death };
inline constexpr std::array<std::string_view, 7> kCommunityEventCodes{"birth", "continuation", "growth", "contraction",
                                                                      "merge", "split", "death"};
constexpr std::string_view community_event_code(CommunityEvent event) {
  return kCommunityEventCodes[static_cast<std::size_t>(event)];
}

/// A community through time; it keeps its number, and with it label and colour.
struct FollowedCommunity {
  struct State {
    std::size_t step = 0;                ///< of FollowedCommunities::days
    std::vector<std::uint32_t> members;  ///< rows of institutions, ascending
  };
  std::uint32_t label = 0;    ///< row of the institution it is called after: most often its strongest member
  std::vector<State> states;  ///< by step
};
struct CommunityChange {
  std::size_t step = 0;
  CommunityEvent event = CommunityEvent::birth;
  std::uint32_t community = 0;         ///< number in FollowedCommunities::communities
  std::vector<std::uint32_t> others;   ///< what it merged from, or split from; ascending
  std::size_t size_before = 0, size = 0;
  double jaccard = 0;                  ///< with its former self; NaN for births
};
struct FollowedCommunities {
  double threshold = 0.3;
  std::vector<std::int32_t> days;
  std::vector<double> modularity;      ///< by step
  std::vector<FollowedCommunity> communities;  ///< by the step of birth, the largest first
  std::vector<CommunityChange> changes;        ///< by step, then by community
};

/// Everything `evolve` tells.
struct Evolution {
  std::int32_t from = 0, to = 0;  ///< the period; from > to where the data state no date
  std::int32_t horizon = 0;       ///< up to here ends have come; what is still in force is censored
  std::optional<std::int32_t> begins;  ///< where from > to because all begins after the horizon: the first day of it
  std::vector<EvolutionPeriod> slices;   ///< between two change dates nothing changes
  std::vector<EvolutionPeriod> periods;  ///< of the calendar
  EvolutionPeriod whole;                 ///< the period asked for as one
  std::vector<FollowedInstitution> institutions;
  Survival agreement_durations, partnership_durations;
  Survival agreement_durations_latest;  ///< unknown ends read as still to come
  Renewals renewals;
  Loyalty loyalty;
  Burstiness burstiness, burstiness_latest;  ///< signatures read at their earliest and latest
  BoundedCount pairs_won, pairs_lost, pairs_kept;
  std::optional<FollowedCommunities> communities;
};

}  // namespace maillage
