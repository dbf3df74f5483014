// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/agreements/agreement_threads.hpp"
#include "documents/agreements/contract_lists.hpp"
#include "documents/agreements/findings.hpp"

namespace maillage::documents {

/// Agreements of one body with each of others that a thread tells at once: « trois conventions bilatérales », « l'une avec A,
/// l'autre avec B ». Of each the other party; empty where there are none. O(words of the thread · parties).
std::vector<ListedAgreement> find_bilateral_agreements(const Findings& findings, const AgreementThread& thread,
                                                       const std::vector<ReadParty>& parties);

}  // namespace maillage::documents
