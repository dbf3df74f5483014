// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/agreements/agreement_threads.hpp"

namespace maillage::documents {

/// The sum attached to an agreement, in euros: what it is endowed with or brings, not what others spend, what is due each
/// year, or what things cost. O(amounts of the thread).
Claimed<double> find_agreement_amount(const Findings& findings, const AgreementThread& thread, const std::vector<ReadParty>& parties);

}  // namespace maillage::documents
