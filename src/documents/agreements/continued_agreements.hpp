// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/agreements/signing_clauses.hpp"

namespace maillage::documents {

/// « s'inscrit dans le prolongement du contrat conclu avec A », « fait suite à la charte signée par A »: the one
/// before, where the text tells another one. O(clauses).
bool is_of_continued(const Reading& reading, const std::vector<Instrument>& instruments,
                     const std::vector<SigningClause>& clauses, std::size_t number);

/// « Conclu pour trois à cinq ans, chacun d'eux associe au moins … »: any of its kind. O(1).
bool is_of_each(const Reading& reading, const SigningClause& clause);

/// « En 2020, A avait déjà signé une convention avec C. » beside a text that another sentence brings in. O(instruments).
bool is_beside_another(const Reading& reading, const std::vector<Instrument>& instruments, const SigningClause& clause);

}  // namespace maillage::documents
