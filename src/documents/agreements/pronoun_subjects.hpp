// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/agreements/findings.hpp"

namespace maillage::documents {

/// « Créée en janvier, la fondation X n'a pas attendu. Le 22 février, elle a signé une convention avec A et B »: the body that
/// the sentence before is about, where nobody is named before the pronoun that signs. Null where there is none. O(mentions).
const Place* meant_by_signing_pronoun(const Findings& findings, const SigningClause& clause);

}  // namespace maillage::documents
