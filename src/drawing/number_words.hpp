// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "language/sentence_words.hpp"

namespace maillage {

/// The text with no-break spaces in the place of its spaces: a date or a number that a line must not part.
std::string unbroken(std::string_view text);

}  // namespace maillage
