// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "documents/intake/taken_in.hpp"

namespace maillage::documents {

/// Takes in Markdown (UTF-8): headings as such, rows of tables as lines; marks of emphasis, links, rules and comments
/// left out, `title` and `date` of front matter as particulars. Lines keep their numbers. Refused beyond the limits.
/// O(length).
void take_in_markdown(std::string_view text, const IntakeLimits& limits, TakenIn& taken);

}  // namespace maillage::documents
