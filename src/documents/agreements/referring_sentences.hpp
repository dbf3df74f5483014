// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "documents/agreements/findings.hpp"

namespace maillage::documents {

/// Bodies that a sentence binds which goes back to an agreement told in another one: « Le texte a été passé entre A et B »,
/// « Il s'agit d'un engagement entre A et B », « Les partenaires de ce document seront A et B », « D'un côté, A ; de l'autre,
/// B », « A et B y prennent part », « A, B et C unissent ainsi leurs efforts », functions below « Ont signé : ». None where the
/// sentence does not go back, asks, denies or tells of before. O(words of the sentence).
std::vector<Place> bodies_by_reference(const Findings& findings, std::uint32_t sentence);

/// Does such a sentence name what it goes back to, « Le texte », « Les signataires », not « Elle », « A et B y prennent part »?
bool names_what_it_refers_to(const Findings& findings, std::uint32_t sentence);

/// « A y apporte son expertise. B mettra ses locaux à disposition. C assurera le secrétariat. »: what each of two and more
/// does, sentence by sentence, from this one on. O(words of the sentences).
std::vector<Place> bodies_with_roles(const Findings& findings, std::uint32_t sentence);

/// Both, of the sentences that tell an agreement: by reference, else by roles. O(words of the sentences).
std::vector<Place> parties_by_reference(const Findings& findings, std::span<const std::uint32_t> sentences);

/// Does a sentence begin with a pronoun: « Elle », « Celui-ci »?
bool begins_with_pronoun(const Reading& reading, const WordRange& sentence);

}  // namespace maillage::documents
