// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/text/prose.hpp"

namespace maillage::documents {

/// Tells what the blocks of a text are by shape and place, and numbers its sections: titles (in capitals, or before the first
/// paragraph), headings (a short line without end mark before a paragraph or a list), items (marked, or several short lines of
/// one form), contacts and addresses. Furniture, marked items and headings that the file's format names are given.
/// `follows_blank`: by block, did a blank line stand before it? O(letters).
void tell_kinds(Prose& prose, const std::vector<bool>& follows_blank);

}  // namespace maillage::documents
