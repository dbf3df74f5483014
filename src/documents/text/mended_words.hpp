// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/text/common_words.hpp"
#include "documents/text/prose.hpp"

namespace maillage::documents {

/// Mends words that a scan or a PDF damaged: « I'université » (l'), « le ler mars » (1er), « 2O23 », lost ligatures
/// (of�cialiser, bénécier), é for è and other letters a scan takes for each other.
///
/// A word is mended only where one reading alone is a common word (or, for letters that are lost, a word of the same
/// text), and where the text shows by other words that it was damaged in that way. What is a common word stays, and so
/// do names: words in capitals, and words with a capital that do not begin a sentence. Blocks and lines of origin stay
/// right. O(letters).
void mend_words(Prose& prose, const CommonWords& words);

}  // namespace maillage::documents
