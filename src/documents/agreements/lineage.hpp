// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/agreements/agreement_threads.hpp"

namespace maillage::documents {

/// Agreements that a thread names beside its own: what it renews or replaces, amends, or stands under (national frameworks).
/// One entry a kind and title. O(instruments of the thread).
std::vector<ReadLineage> find_lineage(const Findings& findings, const AgreementThread& thread, std::string_view type);

}  // namespace maillage::documents
