// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "documents/agreements/mention_relations.hpp"
#include "documents/agreements/signing_clauses.hpp"

namespace maillage::documents {

/// Sentences (or parts of one) that tell an agreement of their own without saying all of it: « Trois conventions ont été
/// signées mardi par A. La première, avec B, … » The verb, its day and who signs with everybody stand in the head.
struct Ties {
  std::vector<std::optional<std::uint32_t>> head_of;  ///< by sentence
  std::vector<bool> shares_first;  ///< by sentence: the first of those who act in its head is meant alone
  std::vector<bool> tells_all;  ///< by sentence: a head that tells no agreement beside those of its members
};

/// Ties sentences to their heads; gives those without a verb of signing a clause of their own, by that of the head.
/// O(sentences + clauses + mentions).
Ties tie_sentences(const Reading& reading, const std::vector<Instrument>& instruments, const std::vector<Relation>& relations,
                   std::span<const std::size_t> parts, std::vector<SigningClause>& clauses);

}  // namespace maillage::documents
