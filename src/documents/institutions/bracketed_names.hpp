// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include "documents/institutions/name_context.hpp"

namespace maillage::documents {

/// The short name in brackets at a word: « (CAMV) », « (l'UTM) », « (ci-après « le CHU ») ». O(1).
struct BracketedName {
  std::string name;
  std::size_t last = 0;  ///< one past the closing bracket
  explicit operator bool() const { return last > 0; }
};
BracketedName bracketed_name(const NameContext& context, std::size_t at, std::size_t end);

/// The bracket whose letters are the first ones of the words from a name's head (`first`) up to it: « union des
/// industries et métiers de la métallurgie (UIMM) »; `at` where there is none near. O(1).
std::size_t abbreviated_end(const NameContext& context, std::size_t first, std::size_t at, std::size_t end);

}  // namespace maillage::documents
