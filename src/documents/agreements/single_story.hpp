// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/agreements/findings.hpp"

namespace maillage::documents {

/// A letter or bulletin whose own title tells a signature, and where no other section tells one: it is read whole, its
/// paragraphs are no items apart.
bool tells_one_signature(const Findings& findings);

}  // namespace maillage::documents
