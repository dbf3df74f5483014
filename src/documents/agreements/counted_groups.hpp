// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "documents/agreements/findings.hpp"

namespace maillage::documents {

/// « Les huit écoles sont A, B, … et H », « Ces trois communes : A, B et C » below the sentence that tells how huit écoles or
/// trois communes signed, joined or were bound: who they are. O(sentences × their words).
bool tells_who_counted_are(const Findings& findings, std::uint32_t sentence);

/// « L'État et la Ville ; la Chambre et ses homologues ; l'association », nothing but names, article by article, as the whole
/// of a sentence. O(words).
bool is_bare_enumeration(const Findings& findings, std::uint32_t sentence);

/// « L'université de A (UA), la directrice du centre de B », a row of a list that names no person: B is the hand of the body that
/// it begins with. O(mentions of the sentence).
bool is_hand_of_row(const Findings& findings, std::uint32_t sentence, const WordRange& mention);

/// « Pour la préfecture » | « X, directrice adjointe de la sécurité de N »: the office of who signs for the body a line above. O(mentions).
bool is_office_of_hand(const Findings& findings, std::uint32_t sentence, const WordRange& mention);

}  // namespace maillage::documents
