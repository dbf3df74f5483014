// SPDX-License-Identifier: Apache-2.0
#include "documents/read_document.hpp"

#include "documents/agreements/restored_case.hpp"
#include "documents/text/recovered.hpp"

namespace maillage::documents {

ReadDocument read_document(const SourceText& source, const Lexicon& lexicon, const KnownNames& known) {
  ReadDocument read;
  read.prose = recovered(source.lines);
  const Words words(read.prose);
  read.dates = find_dates(words, lexicon);
  read.institutions = find_institutions(words, lexicon, known);
  read.people = find_people(words, lexicon, read.institutions);
  add_implied_institutions(read.people, read.institutions);
  read.agreements = find_agreements(words, lexicon, read.dates, read.institutions, read.people);
  read.publisher = find_publisher(words, lexicon, read.institutions, read.people);
  restore_case(read, words, lexicon);
  return read;
}

}  // namespace maillage::documents
