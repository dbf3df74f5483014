// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "documents/agreements/signing_clauses.hpp"

namespace maillage::documents {

/// « l'une », « La deuxième », « Celui de », « Quant à la charte »: does one of several told together begin at a word?
bool leads_member(const Reading& reading, std::size_t at, std::size_t last);

/// « Territoire, Signature, Signataires » over rows that each name a body and a day.
bool leads_table(const Reading& reading, std::uint32_t sentence);

/// « trois conventions ont été signées », « a enchaîné les signatures »: does a sentence tell several at once?
bool tells_several(const Reading& reading, const std::vector<SigningClause>& clauses, const std::vector<Instrument>& instruments,
                   std::uint32_t sentence, std::span<const std::size_t> clauses_of_sentence);

}  // namespace maillage::documents
