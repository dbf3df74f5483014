// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "documents/agreements/agreement_threads.hpp"
#include "documents/agreements/theme_candidates.hpp"

namespace maillage::documents {

/// What an agreement is about by its own name: « protocole relatif à … », « accord en faveur de … », « convention sur … et
/// sur … ». The words behind the instrument, one member or as many as the preposition is said again. O(instruments).
std::optional<ThemeCandidate> agreement_object(const Findings& findings, const AgreementThread& thread);

}  // namespace maillage::documents
