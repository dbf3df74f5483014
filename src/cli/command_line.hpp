// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace maillage {

/// The whole program: parses the command line, runs the command, gives the exit code of docs/commands.md.
/// The only place that catches exceptions and writes messages to standard error.
int run_command_line(int argument_count, char** arguments);

}  // namespace maillage
