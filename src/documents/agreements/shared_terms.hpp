// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/agreements/findings.hpp"
#include "documents/agreements/read_agreement.hpp"

namespace maillage::documents {

/// « Tous trois s'appliquent de 2021 à 2026 », « Les deux conventions courent jusqu'en 2028 »: said of one of several
/// agreements of a day, the term holds for the others of the day that have none. O(agreements²).
void share_terms(const Findings& findings, std::vector<ReadAgreement>& agreements);

}  // namespace maillage::documents
