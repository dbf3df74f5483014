// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "language/language.hpp"

namespace maillage {

/// The manual page of the program, or of one of its commands (`command` not null), as roff. Made from the same options
/// as the help: `maillage [COMMAND] --man` prints it, and docs/man holds it.
std::string man_page(const CLI::App& program, const CLI::App* command, const Language& language);

}  // namespace maillage
