// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/text/source_text.hpp"

namespace maillage::documents {

/// Which lines are no text of the document: page numbers, and headers and footers that come back on pages (the same but for
/// numbers, apart from the text by blank lines or a page's edge). By line. O(letters · log lines).
std::vector<bool> page_furniture(const std::vector<SourceLine>& lines);

}  // namespace maillage::documents
