// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "documents/agreements/signing_clauses.hpp"

namespace maillage::documents {

/// Fills in what the words round the verb of a clause say: its form (« signe » or « signé » where accents are missing),
/// tense, voice, whether it is negated, hoped for, or said of anybody. `form`: as the lexicon has it. O(words of the
/// sentence).
void read_verb(const Reading& reading, const std::string& form, const Passage& passage, SigningClause& clause);

}  // namespace maillage::documents
