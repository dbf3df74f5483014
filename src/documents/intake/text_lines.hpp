// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "documents/intake/taken_in.hpp"

namespace maillage::documents {

/// Takes in text (UTF-8): its lines as they stand. Refused beyond the limits. O(length).
void take_in_text(std::string_view text, const IntakeLimits& limits, TakenIn& taken);

}  // namespace maillage::documents
