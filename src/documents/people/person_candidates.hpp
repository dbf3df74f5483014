// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "documents/people/bound_functions.hpp"
#include "documents/people/function_phrases.hpp"
#include "documents/people/verb_functions.hpp"
#include "documents/people/written_names.hpp"

namespace maillage::documents {

/// What might be names of people, with the functions beside them, and how much says that they are.
class PersonCandidates {
 public:
  /// O(words).
  PersonCandidates(const Words& words, const Lexicon& lexicon, const Institutions& institutions);

  const std::vector<WrittenName>& names() const { return names_; }
  const std::vector<FunctionPhrase>& phrases() const { return phrases_; }
  const std::vector<BoundFunction>& functions_of(std::size_t name) const { return bound_[name]; }
  const std::vector<VerbFunction>& verbs_of(std::size_t name) const { return verbs_[name]; }
  const NameReader& reader() const { return reader_; }

  /// How much says that a name is that of a person: honorific, first name, capitals, function, verb of speech; less where
  /// streets, schools or prizes are named so. From kEnough on it is one. O(length).
  double evidence(std::size_t name) const;
  static constexpr double kEnough = 3;
  /// What says it most, for --explain: honorific, first_name, function, verb, capitals, initial.
  std::string rule(std::size_t name) const;

 private:
  void note_institutions();
  void find_names();
  void drop_phrases_in_names();
  bool is_listed_with_things(const WrittenName& name) const;
  bool is_named_after(const WrittenName& name) const;
  bool is_mention_alone(const WrittenName& name) const;
  bool is_subject_and_verb(const WrittenName& name) const;
  std::size_t behind_as(std::size_t at) const;
  bool stands_by_body(const WrittenName& name) const;
  bool is_said(const WrittenName& name) const;
  bool is_led_up_to(std::size_t name) const;
  bool is_in_name_of_institution(const WrittenName& name) const;
  bool is(std::size_t at, std::string_view word) const { return at < words_.size() && words_[at].is(word); }

  const Words& words_;
  const Lexicon& lexicon_;
  const Institutions& institutions_;
  NameReader reader_;
  std::unordered_set<std::string_view> small_;  // words that the text writes small somewhere
  std::unordered_set<std::string> in_institutions_;  // runs of two to four words of names of institutions, folded
  std::vector<FunctionPhrase> phrases_;
  std::vector<WrittenName> names_;
  std::vector<std::vector<BoundFunction>> bound_;
  std::vector<std::vector<VerbFunction>> verbs_;
};

}  // namespace maillage::documents
