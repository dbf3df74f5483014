// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace maillage {

/// What two titles of one office have in common, whoever holds it: folded, and without the endings that tell a woman
/// from a man in French (directeur général – directrice générale, président – présidente). A key, not a word to be
/// shown.
std::string office_key(std::string_view title);

}  // namespace maillage
