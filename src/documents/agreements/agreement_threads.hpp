// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "documents/agreements/party_evidence.hpp"

namespace maillage::documents {

/// All that a document says of one agreement: the clauses that tell it, and the sentences that are about it.
struct AgreementThread {
  std::vector<std::size_t> anchors;      ///< in Findings::clauses: told signatures with an instrument in their sentence
  std::vector<std::uint32_t> sentences;  ///< ascending
  bool shares_titles = false;            ///< the only one of its document: the titles are about it too
};

/// Tells apart the agreements of a document: references to one agreement in several sentences and sections are united,
/// items of a newsletter and signatures of other parties or on other days stay apart. O(sentences × threads).
std::vector<AgreementThread> find_threads(const Findings& findings);

}  // namespace maillage::documents
