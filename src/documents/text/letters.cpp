// SPDX-License-Identifier: Apache-2.0
#include "documents/text/letters.hpp"

#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace maillage::documents {

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"  // inside the macro
std::int32_t next_letter(std::string_view text, std::int32_t& at) {
  UChar32 c = 0;
  U8_NEXT(text.data(), at, static_cast<std::int32_t>(text.size()), c);
  return c;
}
#pragma GCC diagnostic pop

std::u32string letters_of(std::string_view text) {
  std::u32string letters;
  for (std::int32_t at = 0, size = static_cast<std::int32_t>(text.size()); at < size;) {
    const auto c = next_letter(text, at);
    letters += static_cast<char32_t>(c < 0 ? 0xFFFD : c);
  }
  return letters;
}

std::string text_of(std::u32string_view letters) {
  while (!letters.empty() && letters.back() == U' ') letters.remove_suffix(1);
  std::string text;
  for (const char32_t c : letters) icu::UnicodeString(static_cast<UChar32>(c)).toUTF8String(text);
  return text;
}

}  // namespace maillage::documents
