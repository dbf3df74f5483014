// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace maillage {

/// How JSON is written everywhere: keys in their order, two spaces a level, UTF-8 as it is, a line end at the end.
///
/// Numbers have at most 12 significant digits (rounded() of table.hpp); NaN and infinities are null; bytes that are no
/// UTF-8 become U+FFFD. O(size).
std::string json_text(const nlohmann::ordered_json& value);

}  // namespace maillage
