// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bitset>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "documents/text/words.hpp"

namespace maillage::documents {

/// Phrases and what they mean: a table (data/lexicon/LANGUAGE/NAME.csv) with a column `phrase` and others of its own.
///
/// Phrases are found in a text whatever the case, the accents and the marks between words. In a phrase `[…]` may be left out
/// (« signée[s] », « [la] dite »), and `a|b` inside a word or a bracket is a choice (« signe|signent »). The longest phrase
/// that begins at a word wins.
class PhraseTable {
 public:
  struct Entry {
    std::string phrase;               ///< as the file has it
    std::vector<std::string> fields;  ///< the other columns, in the order of the file
  };

  /// `csv`: the bytes of the file. std::invalid_argument names table and line at fault: no column `phrase`, a phrase without
  /// a word, brackets that do not close, one phrase twice with different meanings.
  PhraseTable(std::string_view name, std::string_view csv);

  struct Found {
    const Entry* entry = nullptr;
    std::size_t first = 0, last = 0;  ///< words first … last-1
    explicit operator bool() const { return entry != nullptr; }
    std::size_t size() const { return last - first; }
  };
  enum class Commas : bool { kept, skipped };  ///< whether a phrase may have commas between its words: « de l'eau, des forêts »
  /// The longest phrase that begins at this word and ends at or before `end`. O(length · log branches).
  Found at(const Words& words, std::size_t first, std::size_t end, Commas commas = Commas::kept) const;
  /// Phrases in words first … end-1 from the left, none inside another.
  std::vector<Found> all(const Words& words, std::size_t first, std::size_t end) const;

  std::span<const Entry> entries() const { return entries_; }
  /// A column of an entry; std::invalid_argument where the table has none of that name.
  const std::string& field(const Entry& entry, std::string_view column) const;

  static constexpr std::size_t kTraces = 4096;

 private:
  struct Step {
    std::uint32_t node = 0;
    std::string word;
    std::uint32_t to = 0;
  };

  std::string name_;
  std::vector<std::string> columns_;
  std::vector<Entry> entries_;
  std::vector<Step> steps_;            // by node and word
  std::bitset<kTraces> first_words_;  // by trace_of() of a phrase's first word
  std::vector<std::uint32_t> meaning_;  // by node: entry, or none
};

}  // namespace maillage::documents
