// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "documents/agreements/reading.hpp"

namespace maillage::documents {

/// Is the document a newsletter, whose sections and paragraphs are about different things? O(blocks).
bool is_newsletter(const Reading& reading);

/// Parts of a document that may be about different things, as numbers by sentence: its sections, of a newsletter the
/// paragraphs, long items and bulleted sentences as well. O(sentences).
std::vector<std::uint32_t> units_of(const Reading& reading, bool is_letter);

}  // namespace maillage::documents
