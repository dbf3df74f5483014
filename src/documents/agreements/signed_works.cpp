// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/signed_works.hpp"

#include <algorithm>

namespace maillage::documents {
namespace {


}  // namespace

bool signs_a_work(const Reading& reading, const SigningClause& clause, const WordRange& sentence) {
  if (clause.sense != "sign" || clause.form == "noun") return false;
  if (clause.form == "participle" && clause.verb > sentence.first && is_one_of(reading.words[clause.verb - 1], reading.lexicon.list("signed_works.works")))
    return true;
  auto at = clause.verb + 1;
  while (at < sentence.last && at < clause.verb + 4 && is_one_of(reading.words[at], reading.lexicon.list("signed_works.adverbs")) &&
         at + 1 < sentence.last && !is_one_of(reading.words[at + 1], reading.lexicon.list("signed_works.works")))
    ++at;
  const auto first = at;
  while (at < sentence.last && at < first + 3 && is_one_of(reading.words[at], reading.lexicon.list("signed_works.determiners"))) ++at;
  return at > first && at < sentence.last && is_one_of(reading.words[at], reading.lexicon.list("signed_works.works"));
}

}  // namespace maillage::documents
