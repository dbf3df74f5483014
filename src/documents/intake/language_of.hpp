// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "documents/text/source_text.hpp"

namespace maillage::documents {

/// ISO 639 code of the language most of a text is in, told by its small words: fr, en, de, es, it, nl, pt or ca. Empty
/// where it has too few of them to tell. O(length).
std::string language_of(const std::vector<SourceLine>& lines);

}  // namespace maillage::documents
