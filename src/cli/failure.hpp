// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>
#include <string>

namespace maillage {

/// Exit codes, fixed: scripts rely on them.
enum class ExitCode : int {
  done = 0,
  findings = 1,      ///< done, with findings: faults, rows that could not be read
  usage = 2,         ///< the command line is wrong, or a name in it unknown or ambiguous
  unsound_data = 3,  ///< the data cannot be read or are not sound
  not_written = 4,   ///< output could not be written, or exists
  interrupted = 130,
  closed_pipe = 141,
  terminated = 143
};

/// Ends a command with a message in the user's language.
struct Failure : std::runtime_error {
  Failure(ExitCode exit, const std::string& words) : std::runtime_error(words), code(exit) {}
  ExitCode code;
};

}  // namespace maillage
