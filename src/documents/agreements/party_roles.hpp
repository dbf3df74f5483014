// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/agreements/agreement_threads.hpp"

namespace maillage::documents {

/// Fills in the roles of parties that a text tells: lead (« chef de file », « portée par », « coordonne »), funder (« finance »,
/// « mécène »), beneficiary, associated. Codes of the data package; empty for a mere party. O(mentions of the thread).
void tell_roles(const Findings& findings, const AgreementThread& thread, std::vector<ReadParty>& parties);

/// How many parties a text counts without naming them: « et six communes voisines »; `names_few`: hardly any is named, so that
/// « et six communes » will do. O(words of the thread's signatures).
std::uint32_t count_unnamed_parties(const Findings& findings, const AgreementThread& thread, bool names_few);

/// « La charte compte des milliers de signataires »: whoever signs it does so alone. O(words of the thread).
bool is_signed_by_countless(const Findings& findings, const AgreementThread& thread);

}  // namespace maillage::documents
