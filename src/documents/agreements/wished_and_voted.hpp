// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/agreements/findings.hpp"

namespace maillage::documents {

/// « lance un appel à ceux qui souhaitent créer une chaire »: others may want the instrument of a clause. O(words between).
bool is_wished_by_others(const Reading& reading, const Instrument& instrument, const SigningClause& clause);

/// A chair, a consortium, a joint laboratory: made by being created. O(words of its name).
bool is_founded(const Reading& reading, const Instrument& instrument);

/// « créent un laboratoire commun, le Centre d'étude des sols »: its own name.
bool is_what_is_founded(const Findings& findings, std::uint32_t sentence, const WordRange& mention);

/// « annonce la création d'une chaire »: a noun, but what is founded by it. O(clauses of the sentence).
bool announces_founding(const Findings& findings, const SigningClause& clause);

/// « crée une chaire avec le soutien de A. Elle est financée par B »: who pays for a chair is bound by it. O(words before it).
bool backs_chair(const Findings& findings, std::uint32_t sentence, const WordRange& mention);

/// « Le conseil a approuvé l'accord. Le président est autorisé à le signer »: its sentence has a vote for this instrument.
bool is_voted(const Findings& findings, std::size_t instrument);

/// « A et B ont lancé leur nouvelle convention de partenariat »: in force, so it was signed.
bool starts_their_own(const Instrument& instrument, const SigningClause& clause);

/// « Les conseils de A et de B ont approuvé la convention qui doit les lier à C »: A and B. O(clauses of the sentence).
bool is_bound_by_what_it_votes(const Findings& findings, std::uint32_t sentence, const WordRange& mention);

/// « Convention avec A. La présidente est autorisée à la signer. »: the sentence right before names the agreement and who it is with.
/// O(clauses and mentions of both).
bool is_to_be_signed_as_voted(const Findings& findings, const SigningClause& clause);

}  // namespace maillage::documents
