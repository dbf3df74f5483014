// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/text/source_text.hpp"

namespace maillage::documents {

/// Lines of a page set in columns, read column after column.
///
/// Two ways of weaving are undone. Side by side: where a strip of blanks runs down a stretch of lines, the left column comes
/// first, then the right one. Between each other: where lines of one form (« Name, function ; ») cut sentences that go on
/// after them, those lines come after the paragraph they cut. Lines keep their numbers; others stay where they are.
/// O(letters).
std::vector<SourceLine> unwoven(std::vector<SourceLine> lines);

}  // namespace maillage::documents
