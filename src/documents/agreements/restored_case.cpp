// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/restored_case.hpp"

#include <utility>

#include "documents/text/title_casing.hpp"

namespace maillage::documents {
namespace {

/// Calls visit(value, first letter) for each value that a document may have in capitals.
void for_each_value(ReadDocument& read, const auto& visit) {
  for (auto& agreement : read.agreements) {
    visit(agreement.title.value, FirstLetter::capital);
    for (auto& theme : agreement.themes) visit(theme.value, FirstLetter::capital);
    for (auto& signatory : agreement.signatories) visit(signatory.function, FirstLetter::as_in_sentence);
    for (auto& older : agreement.lineage) visit(older.title, FirstLetter::capital);
  }
  for (auto& person : read.people.named) {
    for (auto& function : person.functions) visit(function.title, FirstLetter::as_in_sentence);
  }
}

}  // namespace

void restore_case(ReadDocument& read, const Words& words, const Lexicon& lexicon) {
  bool has_capitals = false;
  for_each_value(read,
                 [&](const std::string& value, FirstLetter) { has_capitals = has_capitals || is_in_capitals(value); });
  if (!has_capitals) return;
  const TitleCasing casing(words, lexicon, CommonWords::french());
  for_each_value(read, [&](std::string& value, FirstLetter first) { value = casing.of(value, first); });
}

}  // namespace maillage::documents
