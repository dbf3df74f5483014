// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include "documents/agreements/findings.hpp"

namespace maillage::documents {

/// « Meuse. A et B ont signé … », « Vosges. C et B … »: paragraphs that a word of their own heads, each with its signature.
/// O(sentences + clauses).
bool tells_by_places(const Findings& findings);

/// « Avec la Ville de … », « Ville de … »: who the heading over a sentence names, and nobody else. O(1).
std::optional<std::uint32_t> partner_of_heading(const Findings& findings, std::uint32_t sentence);

/// « Par ailleurs », « Quant à », « un second »: words that lead to another agreement than the one before. O(cues).
bool begins_another(const Reading& reading, const WordRange& range);

}  // namespace maillage::documents
