// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/agreements/agreement_threads.hpp"
#include "documents/agreements/theme_candidates.hpp"

namespace maillage::documents {

/// Themes that answer a question of the text about what is agreed: « Que prévoit l'accord ? La création de …, un … et des
/// … », « De quoi s'agit-il ? D'ouvrir …, d'équiper … ». O(sentences).
std::vector<ThemeCandidate> answered_questions(const Findings& findings, const AgreementThread& thread);

/// Do all members of a list begin alike: with articles, « de », « à », « sur » or infinitives?
bool are_alike(const Words& words, const std::vector<WordRange>& members);

}  // namespace maillage::documents
