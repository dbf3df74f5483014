// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

#include "documents/text/words.hpp"

namespace maillage::documents {

/// « l'Agence », « le Département »: with a capital, a body that the text has named in full. O(1).
inline bool is_bare_body(const Word& word) {
  static constexpr auto kBodies = std::to_array<std::string_view>(
      {"agence", "agglomeration", "academie", "caisse", "chambre", "communaute", "commune", "conseil", "departement",
       "etat", "hopital", "metropole", "prefecture", "rectorat", "region", "universite", "ville"});
  return word.casing == Casing::capital && std::ranges::find(kBodies, word.folded) != kBodies.end();
}

}  // namespace maillage::documents
