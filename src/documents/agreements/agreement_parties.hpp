// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/agreements/agreement_threads.hpp"
#include "documents/agreements/signatories.hpp"

namespace maillage::documents {

/// Who is bound by an agreement, and who is said not to be.
struct AgreementParties {
  std::vector<ReadParty> parties;          ///< in the order of the document
  std::vector<std::uint32_t> excluded;
};

/// Weighs all evidence of a thread: sentences that tell the signature, titles, lists, the bodies of the signatories.
/// O(mentions of the thread).
AgreementParties find_parties(const Findings& findings, const AgreementThread& thread,
                              const std::vector<SignatoryEvidence>& signatories);

}  // namespace maillage::documents
