// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/institutions/name_candidates.hpp"

namespace maillage::documents {

/// What next to a capitalised name tells that it is an institution's.
class NameEvidence {
 public:
  NameEvidence(const NameContext& context, const NamedWords& named)
      : context_(context), words_(context.words), named_(named) {}

  /// The rule that finds it, nullptr where none does; may tell its category. O(1), and a look-up of the name.
  const char* rule_for(NameCandidate& one) const;
  /// It is a commune, a département or a region.
  bool is_place(const NameCandidate& one) const;

 private:
  bool has_tail(NameCandidate& one) const;
  bool follows_function(const NameCandidate& one) const;
  bool stands_beside_person(const NameCandidate& one) const;
  const InstitutionHeads::Head* head_behind(std::size_t at, std::size_t end) const;
  bool is_explained_behind(NameCandidate& one) const;
  bool is_explained_before(NameCandidate& one) const;
  bool is_acronym_of_place(const NameCandidate& one) const;
  bool is_represented(const NameCandidate& one) const;
  bool is_named_as_example(NameCandidate& one) const;
  bool is_known(const NameCandidate& one) const;
  bool may_be_known_word(const NameCandidate& one) const;
  std::size_t begin_of(std::size_t at) const { return words_.of_sentence(words_[at].sentence).first; }
  std::size_t end_of(std::size_t at) const { return words_.of_sentence(words_[at].sentence).second; }

  const NameContext& context_;
  const Words& words_;
  const NamedWords& named_;
};

}  // namespace maillage::documents
