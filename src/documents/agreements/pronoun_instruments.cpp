// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/pronoun_instruments.hpp"

#include <algorithm>

namespace maillage::documents {
namespace {

constexpr std::size_t kBetween = 4;  // words from the pronoun to the verb: « il n'a pas encore été »

bool is_feminine(const Reading& reading, const Instrument& instrument) {
  auto head = reading.words[instrument.words.first].folded;
  if (head.ends_with('s')) head.remove_suffix(1);
  const auto& feminine = reading.lexicon.list("pronoun_instruments.feminine");
  return std::ranges::find(feminine, head) != feminine.end();
}

}  // namespace

bool differs_in_gender(const Reading& reading, const Instrument& instrument, std::size_t verb, const WordRange& sentence) {
  if (instrument.words.last > verb || instrument.is_plural) return false;
  for (auto at = verb; at > sentence.first && verb - at < kBetween; --at) {
    const auto& word = reading.words[at - 1];
    if (word.is("il")) return is_feminine(reading, instrument);
    if (word.is("elle")) return !is_feminine(reading, instrument);
    if (!is_one_of(word, reading.lexicon.list("signing_clauses.auxiliaries")) && !is_one_of(word, {"n", "y", "l"})) return false;
  }
  return false;
}

bool goes_back_by_pronoun(const Reading& reading, std::size_t verb, std::size_t first) {
  for (auto at = verb + 1; at > first && verb + 1 - at < kBetween; --at) {
    if (is_one_of(reading.words[at - 1], {"en", "l", "y"}) && at < reading.words.size() && is_one_of(reading.words[at], reading.lexicon.list("pronoun_instruments.auxiliaries"))) return true;
  }
  return false;
}

}  // namespace maillage::documents
