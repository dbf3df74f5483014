// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "analysis/temporal/spell_network.hpp"
#include "cli/allowed_values.hpp"
#include "cli/answer.hpp"

namespace maillage {

/// The options of paths in time, as words of the command line: --start, --end, --strict, --reading.
struct TimeArguments {
  bool strict = false;
  std::string start, end, reading = "earliest";
  void define(CLI::App& app, const Language& language);
  /// Failure(usage) for days that are none, a start after the end, and a reading that is not known.
  TimeOptions resolve(const Language& language) const;
};

/// The settings of paths in time in a sentence; nothing can be said where no start is known.
std::string time_settings_sentence(const TimeOptions& options, const std::optional<TimeWindow>& window,
                                   const Language& language);
/// The same for JSON: start, end, strict, reading.
void put_time_settings(Json& settings, const TimeOptions& options, const std::optional<TimeWindow>& window);

/// What agreements without a date, or with a doubtful one, do under a reading; nothing where there are none.
std::vector<std::string> doubt_sentences(const SpellCounts& counts, SpellReading reading, const Language& language);

}  // namespace maillage
