// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "documents/agreements/signing_clauses.hpp"

namespace maillage::documents {

/// « Conclue une première fois le 15 avril 2013, la convention est renouvelée »: a day months before `today` is of the participle
/// that it stands behind, not of the verb of the sentence. O(clauses²) of a sentence.
void leave_days_to_participles(const Reading& reading, std::optional<Day> today, std::vector<SigningClause>& clauses);

}  // namespace maillage::documents
