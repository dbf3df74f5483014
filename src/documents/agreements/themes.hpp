// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "documents/agreements/agreement_threads.hpp"

namespace maillage::documents {

/// Axes, priorities, fields of an agreement, as labels: from the list that says best that it lists them, be it of numbered or
/// bulleted items, behind a colon, or in a running sentence. O(words of the thread).
std::vector<Claimed<std::string>> find_themes(const Findings& findings, const AgreementThread& thread,
                                              const std::vector<ReadParty>& parties);

}  // namespace maillage::documents
