// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "documents/institutions/found_name.hpp"
#include "documents/institutions/name_context.hpp"
#include "documents/institutions/name_keys.hpp"

namespace maillage::documents {

/// An institution with all that was found to name it.
struct Body {
  std::string name;  ///< the fullest
  std::string category;
  NameKey key;                        ///< of its name
  std::vector<std::string> acronyms;  ///< introduced in the document
  std::vector<std::size_t> names;     ///< numbers of found names
  NameStrength strength = NameStrength::full;
  bool is_national = false;  ///< named by a head that is a name by itself
  const char* rule = "";
};

/// Which found names name one institution. Full names first: the same words, or the words the other begins with; then
/// those without a proper name, which join the one that goes on from them. Bare and generic ones stay out. Where there
/// are very many, only the same words make one. O(names) and at most kMostCompared comparisons each.
std::vector<Body> merged_forms(const NameContext& context, const std::vector<FoundName>& names);

/// Adds a found name to a body, and its name where it is the fullest.
void add_form(const NameContext& context, Body& body, const FoundName& found, std::size_t number);

}  // namespace maillage::documents
