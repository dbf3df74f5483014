// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/acting_for.hpp"

#include <algorithm>

namespace maillage::documents {

bool acts_for_body(const Reading& reading, const WordRange& sentence, const WordRange& mention) {
  auto at = mention.first;
  while (at > sentence.first && mention.first - at < 2 && (reading.words[at - 1].is("la") || reading.words[at - 1].is("l") || reading.words[at - 1].is("le"))) --at;
  if (at < sentence.first + 2) return false;
  const auto& of = reading.words[at - 1];
  return (of.is("de") || of.is("du") || of.is("d")) && std::ranges::count(reading.lexicon.list("acting_for.acting"), reading.words[at - 2].folded) > 0;
}

}  // namespace maillage::documents
