// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/agreements/reading.hpp"

namespace maillage::documents {

/// « Institut A. Un accord entre les deux instituts a été signé … »: the name alone that a paragraph begins with, for a
/// sentence behind it. Null where there is none. O(mentions of the label).
const Place* label_of_paragraph(const Reading& reading, std::uint32_t sentence);

}  // namespace maillage::documents
