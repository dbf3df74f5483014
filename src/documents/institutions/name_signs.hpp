// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <initializer_list>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "documents/lexicon/lexicon.hpp"
#include "documents/text/words.hpp"

namespace maillage::documents {

/// What tells names from other words, by their letters: capitals, where a sentence is not written in capitals
/// throughout.
class NameSigns {
 public:
  /// O(words).
  NameSigns(const Words& words, const Lexicon& lexicon);

  /// Is the sentence of this word in capitals, so that they say nothing?
  bool in_capitals(std::size_t at) const { return capitals_[words_[at].sentence]; }
  /// Can a proper name begin or go on with this word?
  bool is_proper(std::size_t at) const;
  /// A lower-case adjective, by its ending: « régional », « hospitalière ».
  bool is_adjective(std::size_t at) const;
  /// One past an adjective, with what hyphens join to it: « médico-social »; `at` where there is none.
  std::size_t adjective_end(std::size_t at, std::size_t end) const;
  /// A lower-case adjective told from a place: « nantaise », « berrichonnes ».
  bool is_demonym(std::size_t at) const;
  /// Can a proper name begin here? With a number before it, too: « 2 Rives ».
  bool begins_proper(std::size_t at, std::size_t end) const;
  /// Is this a word of a page's furniture, which is never read?
  bool is_furniture(std::size_t at) const { return furniture_[at]; }
  /// One past the words that hyphens, apostrophes or nothing join to this one.
  std::size_t unit_end(std::size_t at, std::size_t end) const;
  /// One past the small words (« de la », « sur ») that lead from a name's word to the next one; `at` where there are
  /// none.
  std::size_t link_end(std::size_t at, std::size_t end) const;
  /// Where a folded word stands in the text, the first places only (kMostPlaces): enough to see whether and how it is
  /// used.
  std::span<const std::size_t> places_of(std::string_view folded_word) const;
  static constexpr std::size_t kMostPlaces = 64;
  /// A first name and a surname begin here, or a name stands where only people do.
  bool is_person(std::size_t at, std::size_t end) const;
  bool stands_as_person(std::size_t at) const { return people_[at]; }
  /// The words as a name is written: out of capitals, with the accents that the document gives them elsewhere; words
  /// before `head_last` as the lexicon has them.
  std::string written(std::size_t first, std::size_t last, std::size_t head_last = 0) const;

 private:
  std::string recased(std::size_t at, bool is_first, bool is_head) const;

  const Words& words_;
  const Lexicon& lexicon_;
  std::vector<bool> capitals_;                                        // by sentence
  std::vector<bool> people_;                                          // by word: a name begins that stands as a person
  std::vector<bool> furniture_;                                       // by word
  using Spellings = std::map<std::string, std::string, std::less<>>;  // by folded word
  Spellings of_document_;
  const Spellings& of_heads_;
  std::unordered_map<std::string_view, std::vector<std::size_t>> places_;
};

inline bool is_one_of(std::string_view text, std::initializer_list<std::string_view> choice) {
  return std::find(choice.begin(), choice.end(), text) != choice.end();
}

/// « de Grandval », « d'Ornay », « du Port »: a place behind what is there.
std::string of_place(std::string_view place);

/// « CeGIDD », « EPFL »: a short word with two capitals (A to Z) at least.
bool has_two_capitals(std::string_view word);

/// The text with its first letter as a capital. O(1).
std::string capitalized(std::string_view text);

}  // namespace maillage::documents
