// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace maillage {

/// ISO 3166-1 code of two letters of a country by its usual name in French or English, or by its code of two or three
/// letters, in any spelling of case and accents; nothing where the text is none of these. O(length + log n).
std::optional<std::string> country_code(std::string_view text);

}  // namespace maillage
