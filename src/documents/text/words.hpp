// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "documents/text/prose.hpp"

namespace maillage::documents {

enum class WordKind : std::uint8_t { word, number, mark };
enum class Casing : std::uint8_t { none, lower, capital, upper };  ///< none: no letter; capital: the first letter alone, or mixed

/// A word, a number or a mark of a text. « l'Université », « Hauts-de-France » are words of their own each, told by `joined`.
struct Word {
  Span span;  ///< without the apostrophe of an elided word
  WordKind kind = WordKind::word;
  Casing casing = Casing::none;
  char joined = ' ';  ///< what stands between it and the word before: ' ', '-', '\'' or '\0' (nothing), '\n' at a block's start
  std::string_view folded;  ///< folded() of its text; of a mark the mark itself
  std::uint32_t sentence = 0;

  bool is(std::string_view text) const { return folded == text; }
  bool is_capital() const { return casing == Casing::capital || casing == Casing::upper; }
};

/// Is the word (folded) one of these? O(texts).
inline bool is_one_of(const Word& word, std::span<const std::string_view> texts) { return std::ranges::find(texts, word.folded) != texts.end(); }
inline bool is_one_of(const Word& word, std::initializer_list<std::string_view> texts) {
  return std::ranges::find(texts, word.folded) != texts.end();
}

/// The words of a text in order, its folded letters beside it. Spans lie in the prose, which must outlive it.
class Words {
 public:
  /// O(length).
  explicit Words(const Prose& prose);
  Words(const Words&) = delete;
  Words& operator=(const Words&) = delete;

  std::span<const Word> all() const { return words_; }
  std::size_t size() const { return words_.size(); }
  const Word& operator[](std::size_t at) const { return words_[at]; }
  const Prose& prose() const { return *prose_; }
  /// First word that begins at or after a byte. O(log words).
  std::size_t first_from(std::uint32_t offset) const;
  /// Words of a sentence: first and one past the last.
  std::pair<std::size_t, std::size_t> of_sentence(std::uint32_t sentence) const { return sentences_[sentence]; }
  /// The part of the text that words first … last-1 stand on.
  Span span_of(std::size_t first, std::size_t last) const { return {words_[first].span.begin, words_[last - 1].span.end}; }
  /// Its text as it stands there.
  std::string_view text_of(std::size_t first, std::size_t last) const { return prose_->of(span_of(first, last)); }

 private:
  const Prose* prose_;
  std::string folded_;
  std::vector<Word> words_;
  std::vector<std::pair<std::size_t, std::size_t>> sentences_;
};

}  // namespace maillage::documents
