// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/agreements/instruments.hpp"

namespace maillage::documents {

/// « Un avenant complète la convention : il a été signé »: does the pronoun before a verb rule out an instrument by its
/// gender? O(1).
bool differs_in_gender(const Reading& reading, const Instrument& instrument, std::size_t verb, const WordRange& sentence);

/// « … depuis le 16 février ; X et Y en sont les signataires », « … ; X et Y l'ont signé »: does a pronoun before a verb stand
/// for what is told before? O(1).
bool goes_back_by_pronoun(const Reading& reading, std::size_t verb, std::size_t first);

}  // namespace maillage::documents
