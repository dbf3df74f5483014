// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/people/person_candidates.hpp"
#include "documents/people/person_mentions.hpp"

namespace maillage::documents {

/// Is a name that of a press contact: under such a heading, in such a block, beside a telephone number or as who is in charge of the press?
/// O(words of the block).
bool is_press_contact(const Words& words, const Lexicon& lexicon, const PersonCandidates& candidates, std::size_t name);

/// Tells who acts for whom: « A, représentant B », « B, représentée par A », « pour le président, B, c'est A qui signe », « A, en
/// l'absence de B ». `names`: by mention the number of its name among the candidates. O(mentions · words of a sentence).
void tell_who_acts_for_whom(const Words& words, const PersonCandidates& candidates, const std::vector<std::size_t>& names, People& people);

}  // namespace maillage::documents
