// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

namespace maillage {

using TextValues = std::map<std::string, std::string, std::less<>>;

/// A text with its words in braces replaced by their values. A part that holds a word without a value vanishes with
/// what divides it from the rest; a part ends at a full stop, question or exclamation mark, comma, semicolon, colon,
/// middle dot, a dash between spaces, or is what stands in brackets. `Bilan {name}, {from} – {to} (état : {date}).`
/// without a period is `Bilan X (état : …).`; a text of which nothing is left is empty. O(length).
std::string filled_text(const std::string& text, const TextValues& values);

}  // namespace maillage
