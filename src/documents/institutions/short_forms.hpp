// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/institutions/merged_forms.hpp"

namespace maillage::documents {

/// A place where a form that the document set up stands for an institution.
struct ShortForm {
  std::size_t first = 0, last = 0;  ///< words first … last-1
  std::size_t body = 0;
};

/// What heads alone (« l'Agence », « le CHU », « la Métropole »), introduced acronyms (« l'UTM ») and words for any of
/// a kind (« l'intercommunalité ») stand for: the one named last before that fits, else the first named after. Names
/// that a head alone gives to nobody named elsewhere become bodies of their own where they are written as names.
/// O(words + forms · names).
std::vector<ShortForm> short_forms(const NameContext& context, std::vector<FoundName>& names,
                                   std::vector<Body>& bodies);

}  // namespace maillage::documents
