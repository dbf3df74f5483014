// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace maillage::documents {

/// The character at byte `at`, which moves behind it; negative for bytes that are no UTF-8. O(1).
std::int32_t next_letter(std::string_view text, std::int32_t& at);

/// A line letter by letter, so that places in it are those one sees; bytes that are no UTF-8 as U+FFFD. O(length).
std::u32string letters_of(std::string_view text);

/// UTF-8 of letters, without blanks at their end. O(length).
std::string text_of(std::u32string_view letters);

}  // namespace maillage::documents
