// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "documents/agreements/read_agreement.hpp"
#include "documents/agreements/reading.hpp"

namespace maillage::documents {

/// « l'Université de Grandval, la Ville de Grandval et Grandval Métropole »: the names with the article that the document
/// gives each, without one where it gives none. O(mentions).
std::string parties_in_words(const Reading& reading, const std::vector<ReadParty>& parties);

}  // namespace maillage::documents
