// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "model/validity.hpp"

namespace maillage {

/// What is to be done by a deadline: end a tacit renewal, agree on an express one, or conclude what comes after.
enum class DeadlineAct : std::uint8_t { unknown, give_notice, renew, replace };
/// `missed`: the day is past and the term still runs. `unknown`: something that gives the day is not stated.
enum class DeadlineState : std::uint8_t { missed, ahead, unknown };
/// What happens where nothing is done.
enum class Otherwise : std::uint8_t { ends, goes_on, not_known };
/// What is not stated and would be needed: for the day, or for what follows it.
enum class MissingFact : std::uint8_t { start, end, renewal, notice, duration };
/// Why an agreement asks for nothing, or that it asks for something.
enum class DeadlineStanding : std::uint8_t {
  asks, announced, ended, terminated, without_term, succeeded, amendment
};

template <> inline constexpr auto code_names<DeadlineAct> =
    std::to_array<std::string_view>({"unknown", "give_notice", "renew", "replace"});
template <> inline constexpr auto code_names<DeadlineState> =
    std::to_array<std::string_view>({"missed", "ahead", "unknown"});
template <> inline constexpr auto code_names<Otherwise> =
    std::to_array<std::string_view>({"ends", "goes_on", "not_known"});
template <> inline constexpr auto code_names<MissingFact> =
    std::to_array<std::string_view>({"valid_from", "valid_to", "renewal", "notice", "duration"});
template <> inline constexpr auto code_names<DeadlineStanding> = std::to_array<std::string_view>(
    {"asks", "announced", "ended", "terminated", "without_term", "succeeded", "amendment"});

/// One day by which something is to be decided of an agreement, and all that the day follows from (docs/deadlines.md).
///
/// Days are inclusive. A bound that nobody knows is kDistantPast or kDistantFuture.
struct Deadline {
  DeadlineAct act = DeadlineAct::unknown;
  DeadlineState state = DeadlineState::unknown;
  /// `certain`: one day, all of what gives it is stated, without ~ or ?, and the agreement certainly runs until then.
  Certainty certainty = Certainty::possible;
  Day earliest = kDistantPast, latest = kDistantFuture;  ///< the last day to act: one day where both are equal
  bool may_be_past = false;  ///< not missed for certain, but its earliest day lies before the day looked from
  Day counted_forward = kDistantPast;  ///< the day by the milder reading of the notice; kDistantPast where it is no other
  Day term_end_earliest = kDistantPast, term_end_latest = kDistantFuture;  ///< last day of the term it is about
  int renewals_run = 0;        ///< tacit renewals behind that term, as far as the data let them be counted
  bool is_last_term = false;   ///< tacit renewal was agreed, and no further one is left
  bool length_is_assumed = false;  ///< a renewal is taken to last as long as the first term: its length is not stated
  Otherwise otherwise = Otherwise::not_known;
  Day goes_on_until = kDistantFuture;  ///< with goes_on: last day of the next term; kDistantFuture: without a stated end
  std::optional<CalendarDuration> notice{};  ///< that the day was counted with
  Index extended_by = kNone;                 ///< the amendment that states the end
  Index announced_successor = kNone;         ///< a renewal or replacement that is only announced
  std::vector<MissingFact> missing{};

  /// The last day to act where it is one day and nothing it follows from is missing.
  std::optional<Day> act_by() const {
    return state != DeadlineState::unknown && earliest == latest ? std::optional(earliest) : std::nullopt;
  }
};

/// What an agreement asks to be decided from a day on.
struct DeadlinesOfAgreement {
  DeadlineStanding standing = DeadlineStanding::asks;
  Index other = kNone;  ///< the agreement that succeeds it; of an amendment, the agreement it amends
  /// What was missed while the term still runs (at most one), then the next thing to do (at most one).
  std::vector<Deadline> deadlines{};
};

/// Computes the deadlines of a data set. Made once, it knows which agreements succeed or amend which.
///
/// Notice is counted back from the last day of the term: the same day of the month, the last of a shorter one. A term
/// whose end is stated is the current one; tacit renewals follow it, each of the stated length, until the highest
/// number is reached. An amendment with a later end moves the end; what it states of notice and renewal holds. All
/// readings and their sources are told in docs/deadlines.md.
class DeadlineRules {
 public:
  /// O(agreements + lineage · log).
  explicit DeadlineRules(const DataSet& data);

  /// Without a day nothing is past. O(log terms + amendments).
  DeadlinesOfAgreement at(Index agreement, std::optional<Day> as_of) const;

 private:
  struct Tie {
    Index of, by;
    auto operator<=>(const Tie&) const = default;
  };
  Index follower(const std::vector<Tie>& ties, Index agreement, std::optional<Day> as_of, bool is_signed) const;

  const DataSet* data_;
  std::vector<Tie> successors_, amendments_;  // by agreement, then by the one that follows it
  std::vector<Tie> amended_;                  // amendment and what it amends in the end
};

}  // namespace maillage
