// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/text/source_text.hpp"

namespace maillage::documents {

/// Paragraphs of a letter that each begin with a heading in capitals in their first line, « MONTRIVEL. La Ville a signé … »,
/// « EN BREF – … »: the heading becomes a line of its own, where two paragraphs and more have one. Others stay as they are.
/// O(letters).
std::vector<SourceLine> with_headings_cut_off(std::vector<SourceLine> lines);

}  // namespace maillage::documents
