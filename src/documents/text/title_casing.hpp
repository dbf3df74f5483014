// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "documents/lexicon/lexicon.hpp"
#include "documents/text/common_words.hpp"
#include "documents/text/words.hpp"

namespace maillage::documents {

/// Is a text written in capitals? Six of them at least, and four for each small letter. O(length).
bool is_in_capitals(std::string_view text);

enum class FirstLetter : std::uint8_t { capital, as_in_sentence };

/// Gives titles in capitals their small letters and accents back: « CONTRAT LOCAL DE SANTE DU PAYS DE REDON » → «
/// Contrat local de santé du pays de Redon ».
///
/// A word is written as the rest of the document writes it (beside the same neighbours, where it comes in several
/// ways); else as a common word, with its accents where the text bears none; acronyms of institutions, words without a
/// vowel or in brackets stay; what is left is a name.
class TitleCasing {
 public:
  /// O(words).
  TitleCasing(const Words& words, const Lexicon& lexicon, const CommonWords& common);
  /// A text in capitals as it would stand in a sentence; any other text as it is. O(length).
  std::string of(std::string_view text, FirstLetter first) const;

 private:
  struct Written {
    std::string_view before, after;  // folded
    std::string_view spelling;
    bool begins_sentence = false;
  };
  struct Piece;
  std::string as_elsewhere(const std::vector<Piece>& pieces, std::size_t at) const;
  std::string by_rule(const std::vector<Piece>& pieces, std::size_t at, bool has_accents) const;
  bool is_acronym(const Piece& piece) const;
  bool is_first_name(std::string_view folded_word) const;

  const CommonWords* common_;
  std::unordered_map<std::string_view, std::vector<Written>> written_;
  std::vector<std::string> acronyms_, first_names_;  // folded, sorted
};

}  // namespace maillage::documents
