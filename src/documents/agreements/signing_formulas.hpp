// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/agreements/signing_clauses.hpp"

namespace maillage::documents {

/// Signatures that are told without a verb: « Les signataires de la charte du 12 mai : », a label over people; « Fait à Vernay, le
/// 5 mars 2021 », below the text of an agreement. To be taken where no sentence tells one. O(words).
std::vector<SigningClause> find_signing_formulas(const Reading& reading, const std::vector<Instrument>& instruments);

}  // namespace maillage::documents
