// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/signed_works.hpp"

#include <algorithm>

namespace maillage::documents {
namespace {

/// « avant de signer le premier exemplaire », « les trois exemplaires du contrat »: no copies of a book.
bool is_copy_of_agreement(const Reading& reading, std::size_t first, std::size_t copies, std::size_t last) {
  if (!is_one_of(reading.words[copies], reading.lexicon.list("signed_works.copies"))) return false;
  const bool is_of = copies + 1 < last && is_one_of(reading.words[copies + 1], reading.lexicon.list("signed_works.of"));
  if (!is_of) return !reading.has_any({first, copies}, reading.lexicon.list("signed_works.some"));
  for (auto at = copies + 2; at < std::min(last, copies + 5); ++at) {
    if (reading.lexicon.agreement_types.at(reading.words, at, last)) return true;
  }
  return false;
}

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
  return at > first && at < sentence.last && is_one_of(reading.words[at], reading.lexicon.list("signed_works.works")) && !is_copy_of_agreement(reading, first, at, sentence.last);
}

}  // namespace maillage::documents
