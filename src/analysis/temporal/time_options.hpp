// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "analysis/temporal/time_window.hpp"
#include "model/data_set.hpp"

namespace maillage {

/// How dates that leave a doubt are read. `earliest` and `latest` say when an agreement begins, and let it last as long as it
/// may have; `certain` keeps the days on which every reading of its dates has it in force.
enum class SpellReading : std::uint8_t { earliest, latest, certain };
template <>
inline constexpr auto code_names<SpellReading> = std::to_array<std::string_view>({"earliest", "latest", "certain"});

/// How far another is in time: by the fewest hops of any time-respecting path in the window, or by the days from the start
/// of the window to the earliest arrival.
enum class TemporalDistance : std::uint8_t { hops, latency };
template <>
inline constexpr auto code_names<TemporalDistance> = std::to_array<std::string_view>({"hops", "latency"});

/// What paths in time are asked for, the same for paths and measures.
struct TimeOptions {
  std::optional<Day> start;  ///< else the earliest day the data state
  std::optional<Day> end;    ///< else none
  bool strict = false;
  SpellReading reading = SpellReading::earliest;
  TemporalDistance distance = TemporalDistance::hops;  ///< temporal closeness
};

/// The earliest day that the data state as a signature or a beginning of an agreement, else as an end; nothing where no
/// agreement has a date. Of a date known to the year its first day; “by 2024-12-19” is that day. O(agreements).
std::optional<Day> earliest_stated_day(const DataSet& data);

/// The window of the options; nothing where no start is asked for and the data state no date.
std::optional<TimeWindow> time_window_of(const DataSet& data, const TimeOptions& options);

}  // namespace maillage
