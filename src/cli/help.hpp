// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "language/language.hpp"

namespace maillage {

/// Sets an app's help up in the user's language: option -h, headings, group names.
void prepare_help(CLI::App& app, const Language& language);
/// The help of the app, or of the command that was asked for.
std::string help_text(const CLI::App& app, const Language& language);
/// What is wrong with the command line, and the next step, in the user's language.
std::string parse_error_message(const CLI::ParseError& error, const CLI::App& app,
                                const std::vector<std::string>& words, const Language& language);

}  // namespace maillage
