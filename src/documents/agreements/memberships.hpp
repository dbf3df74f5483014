// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/agreements/findings.hpp"

namespace maillage::documents {

/// « A en est membre », « A y est représentée par X », « L'ARS l'était par son directeur, X »: does a sentence tell who belongs
/// to what is agreed, without a verb that signs? O(cues of the sentence).
bool tells_membership(const Findings& findings, std::uint32_t sentence);

}  // namespace maillage::documents
