// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/agreements/reading.hpp"

namespace maillage::documents {

/// « les services de la police nationale », « les élus de la communauté »: those who act for the body that a mention of this
/// sentence names. O(1).
bool acts_for_body(const Reading& reading, const WordRange& sentence, const WordRange& mention);

}  // namespace maillage::documents
