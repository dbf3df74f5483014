// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/text/source_text.hpp"

namespace maillage::documents {

/// Tables drawn with bars, « État | Préfecture », row by row: a row of one cell is an item, cells of others are parted by commas.
/// A column that groups rows (« Collège », « Catégorie », or with gaps where the group goes on) is left out. O(text).
std::vector<SourceLine> with_table_rows(std::vector<SourceLine> lines);

}  // namespace maillage::documents
