// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/agreements/findings.hpp"

namespace maillage::documents {

/// « la convention qui lie A et B », « une convention unit A à B depuis 2018 »: known before, not told. `clause` has an
/// instrument. O(words of its sentence).
bool is_of_old(const Findings& findings, const SigningClause& clause);
/// « Une convention les unit depuis le 14 mai », « Une convention a vu le jour le 14 mai »: on a day of the weeks before the
/// document. O(1).
bool is_recent(const Findings& findings, const SigningClause& clause);
/// « ont signé ce jour-là un nouvel accord », below « Rappel » as well: nothing older than what it follows. O(1).
bool tells_anew(const Findings& findings, const SigningClause& clause);

}  // namespace maillage::documents
