// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "documents/institutions/found_name.hpp"
#include "documents/institutions/name_context.hpp"

namespace maillage::documents {

/// Capitalised words that nothing tells yet: no people, no words of names found before, no common words.
struct NameCandidate {
  std::size_t first = 0, last = 0;  ///< words first … last-1
  std::string category;             ///< what is found out about it; empty
  bool is_taken = false;
};

/// What the words of a text are taken by while names are looked for.
class NamedWords {
 public:
  /// Marks the people of the text, and the names found before. O(words).
  NamedWords(const NameContext& context, const std::vector<FoundName>& found);

  void mark(const FoundName& name);
  bool is_taken(std::size_t at) const { return taken_[at]; }
  bool is_person(std::size_t at) const { return person_[at]; }
  /// An institution's name begins at a word, or ended before it.
  bool begins(std::size_t at) const { return begins_[at]; }
  bool ends(std::size_t at) const { return ends_[at]; }
  /// These words stand in the name of an institution: its place, its acronym. O(length).
  bool is_in_name(std::size_t first, std::size_t last) const;

 private:
  void mark_people();
  void learn(std::string_view name);

  const NameContext& context_;
  std::vector<bool> taken_, person_, begins_, ends_;
  std::unordered_set<std::string> stretches_;  // of names: folded words next to each other
};

/// The candidates of a text, by place. O(words · length of a name).
std::vector<NameCandidate> name_candidates(const NameContext& context, const NamedWords& named);

}  // namespace maillage::documents
