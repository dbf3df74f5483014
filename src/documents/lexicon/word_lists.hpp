// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace maillage::documents {

/// Single words that the passes look for, by the name of their list: a table (data/lexicon/LANGUAGE/word_lists.csv) with the
/// columns list (PASS.LIST: of the pass that asks for it), words (folded, blanks between them) and example. A list may have
/// several rows, so that forms of one verb can stand together.
class WordLists {
 public:
  /// `csv`: the bytes of the file. std::invalid_argument names table and line at fault: a column missing, a row without words.
  WordLists(std::string_view name, std::string_view csv);

  /// Its words, folded. std::invalid_argument where there is no list of that name. O(1).
  std::span<const std::string_view> of(std::string_view list) const;
  /// Names of all lists, ascending. O(lists · log lists).
  std::vector<std::string_view> names() const;

 private:
  std::deque<std::string> letters_;  // what names and words look at
  std::unordered_map<std::string_view, std::vector<std::string_view>> words_;
};

}  // namespace maillage::documents
