// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/continued_agreements.hpp"

#include <algorithm>

namespace maillage::documents {

bool is_of_continued(const Reading& reading, const std::vector<Instrument>& instruments,
                     const std::vector<SigningClause>& clauses, std::size_t number) {
  constexpr std::size_t kReach = 5;
  const auto& clause = clauses[number];
  if (!clause.is_bare || !clause.instrument) return false;
  const auto& one = instruments[*clause.instrument];
  const auto& here = reading.passage_of(clause.verb).words;
  if (one.determiner != Determiner::definite || one.words.last > clause.verb || clause.verb - one.words.last > 8 ||
      one.words.first < here.first + 2)
    return false;
  const WordRange before{one.words.first > here.first + kReach ? one.words.first - kReach : here.first,
                         one.words.first};
  if (!reading.has_any(before, reading.lexicon.list("continued_agreements.links"))) return false;
  const bool is_cut = std::ranges::any_of(
      clauses, [&](const SigningClause& other) { return other.signs() && before.holds(other.verb); });
  return !is_cut && std::ranges::any_of(clauses, [&](const SigningClause& other) {
    return other.signs() && other.is_told() && &other != &clause && other.instrument &&
           other.instrument != clause.instrument && !here.holds(other.verb);
  });
}

bool is_of_each(const Reading& reading, const SigningClause& clause) {
  constexpr std::size_t kReach = 16;
  const auto& here = reading.passage_of(clause.verb).words;
  if (!clause.is_bare || clause.verb > here.first + 2) return false;
  for (auto at = clause.verb; at + 1 < std::min(here.last, clause.verb + kReach); ++at) {
    if (reading.words[at].is(",") && is_one_of(reading.words[at + 1], {"chacun", "chacune", "chaque", "tout", "toute"}))
      return true;
  }
  return false;
}

bool is_beside_another(const Reading& reading, const std::vector<Instrument>& instruments, const SigningClause& clause) {
  if (!clause.instrument || instruments[*clause.instrument].determiner != Determiner::indefinite) return false;
  const auto sentence = reading.words[clause.verb].sentence;
  return std::ranges::any_of(instruments, [&](const Instrument& one) {
    return reading.words[one.words.first].sentence != sentence && one.weight >= 1 && !one.is_older && !one.is_foreign && !one.is_plural;
  });
}

}  // namespace maillage::documents
