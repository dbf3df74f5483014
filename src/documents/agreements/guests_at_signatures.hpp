// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/agreements/signing_clauses.hpp"

namespace maillage::documents {

/// « Étaient venus assister à la signature X et Y », « À la signature assistaient aussi … »: a noun that tells nothing, where
/// a verb tells the signature elsewhere. O(clauses × instruments).
void drop_what_guests_came_for(const Reading& reading, const std::vector<Instrument>& instruments, std::vector<SigningClause>& found);

}  // namespace maillage::documents
