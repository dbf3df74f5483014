// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "documents/intake/taken_in.hpp"

namespace maillage::documents {

/// Takes in a Word document (.docx): paragraphs, headings, items of lists and rows of tables as lines, footnotes behind
/// the text; text that was deleted and page headers and footers are left out. Line numbers count paragraphs and rows.
/// Throws Refused, CannotUnpack, NotXml. O(size unpacked).
void take_in_word(std::string_view bytes, const IntakeLimits& limits, TakenIn& taken);

}  // namespace maillage::documents
