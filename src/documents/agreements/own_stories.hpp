// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/agreements/signing_clauses.hpp"

namespace maillage::documents {

/// A page of several stories, each under its heading, may tell a signature of some years ago: where it is what its
/// section begins with, it is told for itself and no older one of another. O(clauses + passages).
void tell_own_stories(const Reading& reading, const std::vector<Instrument>& instruments, std::vector<SigningClause>& clauses);

}  // namespace maillage::documents
