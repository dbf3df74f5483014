// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <limits>

#include "language/language.hpp"

namespace maillage {

/// Lets an option have whole numbers from `least` to `most` alone, written in digits; anything else is refused in words
/// that name what was given and what is allowed. The language must outlive the parsing.
CLI::Option* allow_whole_numbers(CLI::Option* option, const Language& language, std::uint64_t least,
                                 std::uint64_t most = std::numeric_limits<std::uint64_t>::max());

/// The numbers an option may have; an infinite end is no end.
struct NumberRange {
  double least, most = std::numeric_limits<double>::infinity();
  bool holds_least = true, holds_most = true;
};
CLI::Option* allow_numbers(CLI::Option* option, const Language& language, const NumberRange& range);

}  // namespace maillage
