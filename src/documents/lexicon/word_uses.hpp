// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

#include "documents/lexicon/phrase_table.hpp"

namespace maillage::documents {

/// What words of a text serve for, by a table with a column `uses` (several, blanks between them).
class WordUses {
 public:
  /// Both must outlive it.
  WordUses(const PhraseTable& table, const Words& words) : table_(&table), words_(&words) {}

  /// Has this one word the use? O(log table).
  bool is(std::size_t at, std::string_view use) const;
  /// One of words first … last-1.
  bool any(std::size_t first, std::size_t last, std::string_view use) const;
  /// Words of the longest phrase that begins here and has the use; 0: none.
  std::size_t phrase(std::size_t at, std::size_t end, std::string_view use) const;

 private:
  bool has(const PhraseTable::Found& found, std::string_view use) const;

  const PhraseTable* table_;
  const Words* words_;
};

}  // namespace maillage::documents
