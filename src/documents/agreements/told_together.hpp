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

/// « l'une », « La deuxième », « Celui de », « Quant à la charte »: does one of several told together begin at a word?
bool leads_member(const Words& words, std::size_t at, std::size_t last);

/// « Territoire, Signature, Signataires » over rows that each name a body and a day.
bool leads_table(const Reading& reading, std::uint32_t sentence);

/// « trois conventions ont été signées », « a enchaîné les signatures »: does a sentence tell several at once?
bool tells_several(const Reading& reading, const std::vector<SigningClause>& clauses, const std::vector<Instrument>& instruments,
                   std::uint32_t sentence, std::span<const std::size_t> clauses_of_sentence);

/// Ties sentences to their heads; gives those without a verb of signing a clause of their own, by that of the head.
/// O(sentences + clauses + mentions).
Ties tie_sentences(const Reading& reading, const std::vector<Instrument>& instruments, const std::vector<Relation>& relations,
                   std::span<const std::size_t> parts, std::vector<SigningClause>& clauses);

}  // namespace maillage::documents
