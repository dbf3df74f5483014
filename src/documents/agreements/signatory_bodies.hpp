// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "documents/agreements/findings.hpp"

namespace maillage::documents {

/// For whom the person of one of Reading::persons signs: whom the sentence says (« pour A », « A et B, respectivement X
/// et Y », in brackets, in apposition), else where its function is held, else who is named beside. O(mentions of the
/// sentence).
std::optional<std::uint32_t> body_of_signatory(const Findings& findings, const Place& person);

/// « pour A, X », « X, au nom de A »: the body that a person is said to stand for, and nothing else. O(cues of the
/// sentence).
std::optional<std::uint32_t> led_by_for(const Findings& findings, const Place& person);

/// « X, maire de A et président de B », where the text speaks of B alone: A, which does not sign. O(functions · mentions).
std::vector<std::uint32_t> bodies_beside(const Findings& findings, const NamedPerson& person, std::uint32_t signs_for);

}  // namespace maillage::documents
