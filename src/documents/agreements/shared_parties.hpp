// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/agreements/party_evidence.hpp"

namespace maillage::documents {

/// Who is bound by the agreement of a tied sentence and stands in its head only: « A a signé une convention avec B, | puis
/// un protocole avec C »: A for the second. `own`: what the sentence itself says. O(mentions of both).
void add_shared_parties(const Findings& findings, std::uint32_t member, std::vector<PartyEvidence>& own);

/// « Un avenant a été conclu entre les mêmes parties »: those of the last sentence before, in its section, that names two bodies
/// and what binds them. O(mentions of the section).
void add_same_parties(const Findings& findings, std::uint32_t sentence, std::vector<PartyEvidence>& own);

}  // namespace maillage::documents
