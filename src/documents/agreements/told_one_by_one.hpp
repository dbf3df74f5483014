// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/agreements/theme_context.hpp"

namespace maillage::documents {

/// Themes that several sentences tell, or the parts of one: « Le premier concerne A. Le deuxième porte sur B. », « D'abord A ;
/// ensuite B ; enfin C. », « Axe 1 : A. Axe 2 : B. » O(words of the thread).
std::vector<ThemeCandidate> told_one_by_one(const ThemeContext& context);

}  // namespace maillage::documents
