// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/agreements/findings.hpp"

namespace maillage::documents {

/// « Trois femmes et hommes ont signé la convention. … X, maire de A, Y et Z ont tour à tour présenté le texte », « … dit X. …
/// Toutes deux ont signé »: do those whom a sentence names make up the number of people whom a sentence beside counts as
/// signing and does not name? O(sentences beside · clauses).
bool is_of_counted_signatories(const Findings& findings, std::uint32_t sentence);

}  // namespace maillage::documents
