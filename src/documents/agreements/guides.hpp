// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/agreements/signing_clauses.hpp"

namespace maillage::documents {

/// A sheet that says how agreements of a kind are made (« Fiche pratique », « Qui peut signer ? ») tells of nobody's: its
/// signatures are general, unless one of them has a day or is told in the past. O(words).
void mark_guides(const Reading& reading, std::vector<SigningClause>& clauses);

}  // namespace maillage::documents
