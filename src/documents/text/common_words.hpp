// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace maillage::documents {

/// Common words of a language in lower case, and what a scan takes letters for.
class CommonWords {
 public:
  /// `words`: a table with one column; `scan_errors`: scanned, meant. std::invalid_argument for one that is no such
  /// table.
  CommonWords(std::string_view words, std::string_view scan_errors, std::string_view place_words = "word\n");
  /// French; laid into the program. Built once, thread-safe.
  static const CommonWords& french();

  bool has(std::string_view word) const { return words_.contains(word); }
  /// A word of the name of a département or region, in lower case: « drôme ».
  bool is_of_place(std::string_view word) const { return place_words_.contains(word); }
  /// The words that are this one but for accents (« etudiee » → étudiée); `plain`: lower case without accents.
  std::span<const std::string_view> accented(std::string_view plain) const;

  struct ScanError {
    std::string_view scanned, meant;
  };
  std::span<const ScanError> scan_errors() const { return scan_errors_; }

 private:
  std::unordered_set<std::string_view> words_, place_words_;
  std::unordered_map<std::string, std::vector<std::string_view>> accented_;
  std::vector<ScanError> scan_errors_;
};

/// Lower case of a French word, and the same without accents: quick, for letters of French alone. O(length).
std::string lower_french(std::string_view word);
std::string plain_french(std::string_view word);

}  // namespace maillage::documents
