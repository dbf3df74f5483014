// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "documents/text/source_text.hpp"

namespace maillage::documents {

/// Cuts a text into lines and makes its letters those one means: NFC; no-break, thin and other spaces as plain ones; straight
/// apostrophes, one where a scan has two; ligatures (ﬁ) as letters; no soft hyphens (but `-` at a line's end), zero-width
/// marks or control letters. A form feed begins a page. Spaces at the beginning of a line stay (columns show by them),
/// those at the end go. `text` is UTF-8. O(length).
std::vector<SourceLine> clean_lines(std::string_view text);

/// One line made clean in the same way. O(length).
std::string cleaned_line(std::string_view line);

}  // namespace maillage::documents
