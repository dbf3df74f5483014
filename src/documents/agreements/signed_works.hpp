// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/agreements/signing_clauses.hpp"

namespace maillage::documents {

/// Does a verb sign a work or a deed of one person, no agreement: « signe aussi une tribune », « un roman signé par X
/// »? O(1).
bool signs_a_work(const Reading& reading, const SigningClause& clause, const WordRange& sentence);

}  // namespace maillage::documents
