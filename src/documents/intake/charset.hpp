// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace maillage::documents {

enum class Utf16 : std::uint8_t { no, little, big };
/// Are bytes without a byte-order mark UTF-16? Told by the zero bytes of Latin letters. O(length).
Utf16 unmarked_utf16(std::string_view bytes);

/// The text with its Latin letters without accents in lower case: names of charsets, endings, elements, headers. O(length).
std::string in_lower_case(std::string_view text);

/// UTF-8 of bytes whose charset is not said: by byte-order mark, by zero bytes, else UTF-8 or Windows-1252. O(length).
std::string utf8_of(std::string_view bytes);

/// UTF-8 of bytes in a named charset (« windows-1252 », « utf-8 », « iso-8859-15 »); as above where the name is empty,
/// unknown or belied by the bytes. O(length).
std::string utf8_of(std::string_view bytes, std::string_view charset);

}  // namespace maillage::documents
