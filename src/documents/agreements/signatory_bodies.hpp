// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include "documents/agreements/findings.hpp"

namespace maillage::documents {

/// For whom the person of one of Reading::persons signs: whom the sentence says (« pour A », « A et B, respectivement X
/// et Y », in brackets, in apposition), else where its function is held, else who is named beside. O(mentions of the
/// sentence).
std::optional<std::uint32_t> body_of_signatory(const Findings& findings, const Place& person);

/// « pour A, X », « X, au nom de A »: the body that a person is said to stand for, and nothing else. O(cues of the
/// sentence).
std::optional<std::uint32_t> led_by_for(const Findings& findings, const Place& person);

}  // namespace maillage::documents
