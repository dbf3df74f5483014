// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace maillage {

/// The candidates nearest to what was written, best first, joined by a comma and a space: at most three, and none that
/// differs in more than a third of its characters. Letters are compared without regard to ASCII case. Candidates beyond
/// the first 20,000 are not looked at. O(candidates · length²).
std::string nearest_to(std::string_view written, const std::vector<std::string_view>& candidates);
/// The same; a dash where none is near, for messages that name the nearest one.
std::string nearest_or_dash(std::string_view written, const std::vector<std::string_view>& candidates);

}  // namespace maillage
