// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/agreements/findings.hpp"
#include "documents/agreements/read_agreement.hpp"

namespace maillage::documents {

/// « Au bas d'une convention, des signatures »: an agreement without a day and parties of its own, with the very parties of one
/// told before it, is the same.
bool is_echo(const Findings& findings, const ReadAgreement& read, const std::vector<ReadAgreement>& before);

/// An agreement without a day of its own that has some of the parties of another of its kind and no other ones is that one, told
/// once more; what it alone says is kept. O(agreements² · parties²).
void drop_retold(const Findings& findings, std::vector<ReadAgreement>& agreements);

}  // namespace maillage::documents
