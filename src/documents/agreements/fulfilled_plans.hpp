// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/agreements/signing_clauses.hpp"

namespace maillage::documents {

/// « Le conseil autorisait le président à signer le contrat. Le 14 octobre, c'était chose faite. »: is a signature that was
/// only to come in the two sentences before told as done by a clause of a sentence that has no other? `before`: clauses found
/// so far, by place. O(clauses of these sentences).
bool fulfils_plan(const Reading& reading, const std::vector<SigningClause>& before, const SigningClause& clause);

}  // namespace maillage::documents
