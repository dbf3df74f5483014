// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "documents/agreements/findings.hpp"

namespace maillage::documents {

/// « Le deuxième, B, … Vient ensuite C. » behind « Le premier signataire est A. » O(sentences before).
bool goes_on_counting(const Findings& findings, std::uint32_t sentence);
/// The sentence before says « quatre signataires », « ils sont quatre à l'avoir paraphé » and names nobody; kind by kind,
/// too: « Deux communes : A et B. Trois associations : C, D et E. » O(sentences before).
bool follows_count_of_parties(const Findings& findings, std::uint32_t sentence);
/// Are bodies counted that are not known yet? « les deux établissements » goes back to those that are. O(words).
bool counts_anew(const Reading& reading, const WordRange& range);

}  // namespace maillage::documents
