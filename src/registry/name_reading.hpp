// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/codes.hpp"

namespace maillage {

/// What the words of a name say: of what kind the institution is, and which words tell it from others of its kind.
struct NameReading {
  std::string spelled;   ///< folded()
  std::string expanded;  ///< abbreviations written out, small words left out
  std::string key;       ///< the words of `expanded` in alphabetical order
  std::optional<InstitutionKind> kind;  ///< nothing where the words do not say
  /// « Ville de », « Mairie de », « Commune de » taken off: the commune's name folded; empty where no such word begins it.
  std::string commune;
  /// The name of a grouping of communes without what says so, its words in alphabetical order; empty where nothing does.
  std::string grouping;
  std::vector<std::string> telling;  ///< words that are not those of a kind: `lille`, `1`
};

/// O(length).
NameReading read_name(std::string_view name);
/// The same for a name that is folded already.
NameReading read_folded_name(std::string folded_name);

/// NameReading::telling of a written-out name.
std::vector<std::string> telling_words(std::string_view expanded_name);

/// « Saint-Denis (93) » → « Saint-Denis » and « 93 »: what stands in brackets at the end.
struct BracketedName {
  std::string_view name, bracket;
};
BracketedName without_bracket(std::string_view name);

/// The parts of « CNRS – Délégation Hauts-de-France », « Université de Lille / UFR3S »: at dashes between blanks, slashes,
/// commas and brackets. One part where there are none.
std::vector<std::string_view> parts_of_name(std::string_view name);

}  // namespace maillage
