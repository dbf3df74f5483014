// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "cli/command.hpp"

namespace maillage {

/// Says in the help that a NAME may follow DATA; `words` are defined already.
void allow_name(CLI::App& app, const Language& language);

/// Takes the NAME out of the words given; nothing where there is none. One word alone is DATA, unless there is a data
/// set without it and nothing of that name on the disk.
std::optional<std::string> take_name(Words& words);

}  // namespace maillage
