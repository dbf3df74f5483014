// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "language/language.hpp"

namespace maillage {

/// Small numbers as words for sentences (“trois”, “seize”; masculine), larger ones as figures.
std::string number_in_words(std::int64_t value, const Language& language);

/// A sentence that counts: the message of `key` with {words} in words and {count} in figures.
std::string say_in_words(const Language& language, std::string_view key, std::int64_t count,
                         const Arguments& arguments = {});

/// The text with its first letter as a capital, where that letter is one of a to z or à to ÿ.
std::string with_capital(std::string text);

/// The text with no-break spaces in the place of its spaces: a date or a number that a line must not part.
std::string unbroken(std::string_view text);

}  // namespace maillage
