// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/agreements/agreement_threads.hpp"
#include "documents/agreements/theme_candidates.hpp"

namespace maillage::documents {

/// Lists of themes within running sentences: behind a colon, between dashes, behind « autour de », behind verbs of what an
/// agreement does, before « sont les priorités », in steps (« D'abord … Ensuite … »). O(words of the thread).
std::vector<ThemeCandidate> theme_sentences(const Findings& findings, const AgreementThread& thread);

}  // namespace maillage::documents
