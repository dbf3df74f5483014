// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/agreements/findings.hpp"

namespace maillage::documents {

/// Signatures told far from the name of what is signed (« Signée le 12 juin » in a form, « Tous deux ont signé mardi ») get
/// the agreement that the document names. For documents in which nothing else is found. False where nothing changes.
/// O(clauses · words of a sentence).
bool name_signed(Findings& findings);

/// « A et B disposent désormais d'une convention »: the sentence that presents an agreement best, by its parties and by how
/// it speaks of it, stands for the signature that no verb tells. For documents in which nothing else is found. False where
/// no sentence says enough. O(instruments · words of a sentence).
bool present_untold(Findings& findings);

}  // namespace maillage::documents
