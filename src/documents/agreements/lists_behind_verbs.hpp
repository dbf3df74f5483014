// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/agreements/theme_context.hpp"

namespace maillage::documents {

/// Lists that a word of a sentence leads to by what it means: « porte sur A, B et C », « s'engagent à … et à … », « dans les
/// domaines de … », « pourront ouvrir …, former … et accueillir … ». O(words of the sentence).
std::vector<ThemeCandidate> lists_behind_verb(const ThemeContext& context, std::uint32_t sentence, std::size_t at);

}  // namespace maillage::documents
