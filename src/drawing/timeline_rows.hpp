// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "drawing/timeline.hpp"
#include "model/deadline.hpp"

namespace maillage {

/// One agreement of a time-line: what is known of its dates, and who stands beside the name of its group.
struct TimelineRow {
  Index agreement = kNone;
  bool is_announced = false;
  Status status = Status::unknown;  ///< at the as-of day; unknown where there is none
  Validity validity;
  bool signature_is_inferred = false;
  std::vector<Index> partners;  ///< institutions, without the one that is the group
  std::uint32_t unnamed = 0;
  std::vector<const Event*> events;  ///< with a date that can be drawn
  std::vector<Deadline> deadlines;   ///< from the as-of day on, whose day is known or bounded
};

struct TimelineGroup {
  Index institution = kNone;  ///< of a group by institution; kNone: no party is named
  AgreementType type = AgreementType::other;
  std::vector<TimelineRow> rows;
};

/// Every agreement of the selection once, grouped and ordered as draw_timeline says.
std::vector<TimelineGroup> timeline_groups(const TimelineInput& input, TimelineGrouping grouping);

/// What the title and the subtitle count.
struct TimelineCounts {
  std::int64_t signed_agreements = 0, announced = 0;
  // Of the signed ones, by their end:
  std::int64_t known = 0;      ///< one reading: stated or computed
  std::int64_t imprecise = 0;  ///< bounded on both sides; the title counts them as known
  std::int64_t renewed = 0;    ///< tacit renewal may go on after the term that is known
  std::int64_t open = 0;       ///< without term
  std::int64_t unknown = 0;
  std::int64_t dated = 0;  ///< with any date at all
};
TimelineCounts count_timeline(const TimelineInput& input);

/// A date that a mark can stand at: bounded at least on one side.
bool can_be_drawn(const PartialDate& date);

}  // namespace maillage
