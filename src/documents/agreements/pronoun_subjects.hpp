// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/agreements/findings.hpp"

namespace maillage::documents {

/// « Créée en janvier, la fondation X n'a pas attendu. Le 22 février, elle a signé une convention avec A et B »: the body that
/// the sentence before is about, where nobody is named before the pronoun that signs. Null where there is none. O(mentions).
const Place* meant_by_signing_pronoun(const Findings& findings, const SigningClause& clause);

/// « Les communautés de A et de B ont fait cause commune. Le contrat qu'elles ont signé avec C », « les conseils de A
/// et de B votent la convention qu'elles s'apprêtent à conclure »: all who act before; none where they are fewer than
/// two, or people. O(mentions of two sentences).
std::vector<const Place*> meant_by_plural_pronoun(const Findings& findings, std::uint32_t sentence);

}  // namespace maillage::documents
