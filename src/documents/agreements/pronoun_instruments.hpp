// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/agreements/instruments.hpp"

namespace maillage::documents {

/// « Un avenant complète la convention : il a été signé »: does the pronoun before a verb rule out an instrument by its
/// gender? O(1).
bool differs_in_gender(const Reading& reading, const Instrument& instrument, std::size_t verb, const WordRange& sentence);

}  // namespace maillage::documents
