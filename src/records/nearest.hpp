// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace maillage {

/// The candidates nearest to what was written, best first, joined by a comma and a space: at most three, and none that
/// differs in more than a third of its characters. Letters are compared without regard to ASCII case. Candidates beyond
/// the first 20,000 are not looked at. Empty where none is near. O(candidates · length²).
std::string nearest_to(std::string_view written, const std::vector<std::string_view>& candidates);

}  // namespace maillage
