// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/counted_bodies.hpp"

#include <algorithm>

#include "documents/dates/date_grammar.hpp"

namespace maillage::documents {

bool names_counted_bodies(const Findings& findings, std::uint32_t sentence) {
  const auto& reading = findings.reading;
  const auto& words = reading.words;
  const auto& here = reading.passages[sentence];
  const auto at = here.words.first;
  if (sentence == 0 || at + 3 >= here.words.last || here.is_quote) return false;
  const bool is_of_them = words[at].is("il") && words[at + 1].is("s") && words[at + 2].is("agit");
  const bool are_they = words[at].is("ce") && words[at + 1].is("sont");
  const bool is_namely = words[at].is("a") && words[at + 1].is("savoir");
  const auto& before = reading.passages[sentence - 1];
  if ((!is_of_them && !are_they && !is_namely) || before.section != here.section || before.is_quote) return false;
  const bool tells = std::ranges::any_of(findings.clauses_of[sentence - 1], [&](std::size_t c) {
    const auto& clause = findings.clauses[c];
    return (clause.signs() || clause.sense == "bind") && clause.is_told() && !clause.is_older && !clause.is_general;
  });
  const auto bodies = Reading::within(reading.named, here.words).size();
  for (auto word = before.words.first; tells && word + 1 < before.words.last; ++word) {
    const auto number = small_number(words, word, reading.lexicon);
    const bool is_known = word > before.words.first && is_one_of(words[word - 1], reading.lexicon.list("counted_bodies.known_count"));
    if (number && *number >= 2 && !is_known && static_cast<std::size_t>(*number) == bodies) return true;
  }
  return false;
}

}  // namespace maillage::documents
