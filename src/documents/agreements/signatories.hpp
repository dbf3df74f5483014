// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/agreements/agreement_threads.hpp"

namespace maillage::documents {

/// A person who signs, or may.
struct SignatoryEvidence {
  std::uint32_t person = 0;                  ///< in People::named
  std::optional<std::uint32_t> institution;  ///< for whom, as far as the document says
  std::string function;
  double weight = 0;  ///< below .5: only if the institution is a party otherwise
  WordRange words;
  const char* rule = "";
  std::vector<std::uint32_t> beside;  ///< bodies that the person heads as well, and does not sign for
};

/// People said to sign, listed as signatories, or standing for a party where it is told. One entry a person, the
/// strongest. O(mentions of the thread).
std::vector<SignatoryEvidence> signatory_evidence(const Findings& findings, const AgreementThread& thread);

/// People who only look on: ministers, hosts, « en présence de ».
std::vector<std::uint32_t> people_present(const Findings& findings, const AgreementThread& thread);

}  // namespace maillage::documents
