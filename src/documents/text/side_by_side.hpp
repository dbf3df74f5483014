// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/text/source_text.hpp"

namespace maillage::documents {

/// Undoes two columns set side by side: where a strip of blanks runs down a stretch of lines, the left column comes
/// first, then the right one, blank lines around them. Rows of a table (a label, then figures or days) stay rows, their
/// cells parted by commas. Other lines stay as they are; all keep their numbers. O(letters).
std::vector<SourceLine> set_apart(std::vector<SourceLine> lines);

}  // namespace maillage::documents
