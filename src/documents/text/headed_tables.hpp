// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/text/source_text.hpp"

namespace maillage::documents {

/// Rows of a table whose first line names its columns (« Membre        Signataire », « Organisme    Fonction du signataire »,
/// « Signataire    Collège »): each row an item, its cells parted by commas, those that group the rows left out, the line of the
/// columns a heading. Cells need not stand straight below each other, and may begin in lower case, as « le directeur » does.
/// Other lines stay as they are. O(letters).
std::vector<SourceLine> with_rows_of_tables(std::vector<SourceLine> lines);

}  // namespace maillage::documents
