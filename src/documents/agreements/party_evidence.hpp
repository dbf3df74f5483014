// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "documents/agreements/findings.hpp"

namespace maillage::documents {

/// How strongly a sentence says that an institution is bound, in [0, 1].
struct PartyEvidence {
  std::uint32_t institution = 0;
  double weight = 0;
  bool is_excluded = false;  ///< said to be no party
  WordRange words;
  const char* rule = "";
};

/// Evidence of one sentence. O(mentions · (cues + clauses) of the sentence).
std::vector<PartyEvidence> party_evidence(const Findings& findings, std::uint32_t sentence);

}  // namespace maillage::documents
