// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "documents/people/function_phrases.hpp"
#include "documents/people/written_names.hpp"

namespace maillage::documents {

/// A function that stands with a name.
struct BoundFunction {
  std::size_t phrase = 0;  ///< its number
  std::size_t from_last = 0;  ///< « A et B, respectivement présidents de X et de Y »: 1 for A, 0 for B
  bool is_respective = false;
  std::size_t count = 1;  ///< people who hold it together: « leurs présidents, X et Y »
  std::size_t names_first = 0;  ///< « les maires de A et de B, X et Y »: the word that X begins with; 0: names before
};

/// Which functions stand with which names: by name.
///
/// « X, directeur de Y », « le directeur de Y, X », « X (directeur) », « X, maire de Y et président de Z », « X et Y,
/// coprésidents », « les maires X (A), Y (B) et Z (C) », « X et Y, respectivement président et vice-président ». A phrase
/// between two names is with the one before it unless an article makes it lead up to the one behind. O(names + phrases).
std::vector<std::vector<BoundFunction>> bound_functions(const Words& words, const std::vector<WrittenName>& names,
                                                      const std::vector<FunctionPhrase>& phrases, const NameReader& reader);

/// The word behind a name and the brackets at once behind it: « X (Y) ». O(length of the brackets).
std::size_t behind_brackets(const Words& words, std::size_t at);

}  // namespace maillage::documents
