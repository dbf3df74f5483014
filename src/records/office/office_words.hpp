// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

namespace maillage {

/// The words of a folded text; views into it: it must outlive them.
std::vector<std::string_view> words_of(std::string_view folded_text);
/// A whole number in digits and nothing else.
std::optional<unsigned> whole_number(std::string_view word);
/// A number in digits or in words, French or English: « 12 », « douze », « une », « ten ».
std::optional<unsigned> number_in_word(std::string_view word);

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words);

}  // namespace maillage
