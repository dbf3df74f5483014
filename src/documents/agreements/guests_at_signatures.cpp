// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/guests_at_signatures.hpp"

#include <algorithm>

namespace maillage::documents {

void drop_what_guests_came_for(const Reading& reading, const std::vector<Instrument>& instruments, std::vector<SigningClause>& found) {
  const bool is_told = std::ranges::any_of(found, [](const SigningClause& one) {
    return one.signs() && one.form != "noun" && one.is_told() && !one.is_older;
  });
  if (!is_told) return;
  std::erase_if(found, [&](const SigningClause& one) {
    const auto& words = reading.passage_of(one.verb).words;
    const bool is_noun = one.form == "noun" && one.sense == "sign" && one.verb >= words.first + 2;
    if (!is_noun || !is_one_of(reading.words[one.verb - 1], {"la", "cette"})) return false;
    const bool is_said = reading.passage_of(one.verb).is_quote;  // « … », a souri X, qui voit dans cette signature …
    if (!is_said && !is_one_of(reading.words[one.verb - 2], {"a", "pour", "de", "lors"})) return false;
    const bool has_guests = std::ranges::any_of(reading.cues_within(words), [&](const auto& cue) {
      return reading.cue(cue) == "guest" || reading.cue(cue) == "presence";
    });
    const auto first = std::ranges::lower_bound(instruments, words.first, {}, [](const Instrument& instrument) { return instrument.words.first; });
    const bool names_one = first != instruments.end() && first->words.first < words.last;
    return (has_guests || is_said) && !names_one && Reading::within(reading.days, words).empty();
  });
}

}  // namespace maillage::documents
