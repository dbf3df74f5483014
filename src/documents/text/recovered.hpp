// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "documents/text/prose.hpp"
#include "documents/text/source_text.hpp"

namespace maillage::documents {

/// The text of a document as it was meant, from its lines as they stand: page furniture marked, columns one after the other,
/// words joined that line ends cut, lines joined to paragraphs, items, headings and titles, sentences found. O(letters).
Prose recovered(const std::vector<SourceLine>& lines);

}  // namespace maillage::documents
