// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/agreements/reading.hpp"

namespace maillage::documents {

/// « Conclu pour cinq ans, il réunit une commune, l'agence et les services de l'État »: what such contracts are, none of them.
bool defines_a_kind(const Reading& reading, const WordRange& sentence);

}  // namespace maillage::documents
