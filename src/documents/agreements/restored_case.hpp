// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/agreements/read_agreement.hpp"
#include "documents/lexicon/lexicon.hpp"
#include "documents/text/words.hpp"

namespace maillage::documents {

/// Titles, themes and functions that stand in capitals in the document, as one writes them in a sentence (see
/// TitleCasing). O(words) where there are any, else O(values).
void restore_case(ReadDocument& read, const Words& words, const Lexicon& lexicon);

}  // namespace maillage::documents
