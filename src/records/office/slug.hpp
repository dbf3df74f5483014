// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace maillage {

/// Letters, digits and hyphens of a text without accents, at most 60: an id that reads like its name. May be empty.
std::string slug(std::string_view text);

}  // namespace maillage
