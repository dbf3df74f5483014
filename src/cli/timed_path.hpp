// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analysis/temporal/timed_chain_search.hpp"
#include "cli/answer.hpp"
#include "cli/time_arguments.hpp"
#include "network/network_view.hpp"

namespace maillage {

/// The options of paths in time, as words of the command line.
struct TimedPathArguments {
  bool in_time = false, to_all = false;
  std::string criterion = "earliest";
  TimeArguments time;
  void define(CLI::App& app, const Language& language);
  /// Failure(usage) where options do not go together: those of time without --in-time, --criterion with --all.
  void check(const Language& language) const;
};

/// What a path in time is asked for.
struct TimedPathQuestion {
  TimeOptions time;
  std::optional<TimeWindow> window;  ///< nothing: no start was asked for and the data have no date
  ChainCriterion criterion = ChainCriterion::earliest;
};
/// Without --start from the earliest date of the data. Failure(usage) for days that are none and a window without days.
TimedPathQuestion timed_path_question(const TimedPathArguments& arguments, const DataSet& data, const Language& language);

/// An end of a path as it was given, and its vertex; one that the view does not hold is out of reach.
struct PathEnd {
  std::string word;
  Vertex vertex;
};

/// The best path in time from one to another, with its days, its waiting and what rests on doubtful dates.
Answer timed_chain_answer(const Session& session, const NetworkView& view, const PathEnd& from, const PathEnd& to,
                          const TimedPathQuestion& question);
/// When everybody in the view can be reached from one, at the earliest.
Answer arrivals_answer(const Session& session, const NetworkView& view, const PathEnd& from,
                       const TimedPathQuestion& question);

}  // namespace maillage
