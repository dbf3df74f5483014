// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/agreements/findings.hpp"

namespace maillage::documents {

/// « Les trois autres parties restent celles de 2019 : A, B et C », « Les autres signataires sont connus : D et E »: who
/// signs is spoken of before a colon, and bodies alone stand behind.
bool is_in_list_of_parties(const Findings& findings, std::uint32_t sentence, const WordRange& mention);

/// « se sont réunis le 3 juin à la préfecture pour signer »: a place.
bool is_where_they_met(const Reading& reading, const WordRange& mention);

}  // namespace maillage::documents
