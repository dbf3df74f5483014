// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>
#include <vector>

#include "documents/institutions/name_evidence.hpp"

namespace maillage::documents {

/// Tells institutions by their neighbours: « A, B et C » where one is known, items of a list beside one that is.
class ListedNames {
 public:
  ListedNames(const NameContext& context, const NamedWords& named, const NameEvidence& evidence)
      : context_(context),
        words_(context.words),
        named_(named),
        evidence_(evidence),
        is_headless_(context.words.size() + 1) {}

  /// It has an institution beside it in a list, or is an item beside one. O(length).
  bool is_listed(const NameCandidate& one) const {
    return has_body_before(one) || has_body_behind(one) || is_item(one);
  }
  /// A candidate was accepted: what stands before it in a list is likely one, too.
  void accept(const NameCandidate& one) { is_headless_[one.first] = true; }

 private:
  bool may_be_listed(const NameCandidate& one) const;
  bool may_be_person(const NameCandidate& one, std::size_t comma) const;
  std::size_t lead_of(const NameCandidate& one) const;
  bool has_body_before(const NameCandidate& one) const;
  bool has_body_behind(const NameCandidate& one) const;
  bool is_in_list_with_articles(const NameCandidate& one, std::size_t after) const;
  bool is_surely_name(const NameCandidate& one) const;
  bool is_item(const NameCandidate& one) const;
  bool is_whole_item(const NameCandidate& one) const;
  bool is_head_of_row(const NameCandidate& one) const;
  bool is_key_of_item(const NameCandidate& one) const;
  std::pair<std::size_t, std::size_t> core_of(std::size_t block) const;
  std::size_t begin_of(std::size_t at) const { return words_.of_sentence(words_[at].sentence).first; }
  std::size_t end_of(std::size_t at) const { return words_.of_sentence(words_[at].sentence).second; }

  const NameContext& context_;
  const Words& words_;
  const NamedWords& named_;
  const NameEvidence& evidence_;
  std::vector<bool> is_headless_;  // by word: a name that was accepted begins
};

}  // namespace maillage::documents
