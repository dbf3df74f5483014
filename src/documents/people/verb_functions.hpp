// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "documents/people/written_names.hpp"

namespace maillage::documents {

/// A function that a verb tells: « X, qui préside Y », « Y, que dirige X », « Y, présidée par X ».
struct VerbFunction {
  std::size_t name = 0;      ///< its number
  std::string title;         ///< « présidente » where X is a woman
  std::size_t at = 0;        ///< the verb's first word
  std::size_t object = 0;    ///< first word of what is led: looked for from here on, or backwards where `is_before`
  std::size_t from_last = 0; ///< « qui président respectivement A et B »: 1 for the first name, 0 for the second
  bool is_respective = false;
  bool is_before = false;    ///< the institution stands before the verb
};

/// O(words + names).
std::vector<VerbFunction> verb_functions(const Words& words, const Lexicon& lexicon, const std::vector<WrittenName>& names);

}  // namespace maillage::documents
