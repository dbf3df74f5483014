// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/agreements/contract_lists.hpp"
#include "documents/agreements/signatories.hpp"

namespace maillage::documents {

/// Who of those that evidence speaks for is a signatory, and of which party. O(evidence × parties).
std::vector<ReadSignatory> chosen_signatories(const Reading& reading, const std::vector<SignatoryEvidence>& evidence, const std::vector<ReadParty>& parties);

/// Who stands in a row of a table with a column of signatories signs for its body.
void add_signatories_of_row(const Reading& reading, const ListedAgreement& row, ReadAgreement& read);

/// Who alone signs for a body signs the other agreements that it concludes on the same day as well.
void share_signatories(std::vector<ReadAgreement>& agreements);

}  // namespace maillage::documents
