// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "documents/intake/taken_in.hpp"

namespace maillage::documents {

/// Takes in a text document of the OpenDocument format (.odt): paragraphs, headings, items of lists and rows of tables
/// as lines, notes behind the paragraph they belong to; deleted text, comments and page headers and footers are left
/// out. Line numbers count paragraphs and rows. Throws Refused, CannotUnpack, NotXml. O(size unpacked).
void take_in_open_document(std::string_view bytes, const IntakeLimits& limits, TakenIn& taken);

}  // namespace maillage::documents
