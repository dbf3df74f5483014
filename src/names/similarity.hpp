// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace maillage {

/// Runs of three bytes in a folded text, a space before and after each end counted; each run once.
class Trigrams {
 public:
  explicit Trigrams(std::string_view text);
  /// How much `other` has in common, in [0, 1]: the mean of Dice's coefficient and of the share of these trigrams that
  /// are in `other`, so that one word of a long name counts. O(length · log length).
  double in_common(std::string_view other) const;
  /// The same from what an index knows: how many runs are shared, how many the other text has. O(1).
  double in_common(std::size_t shared, std::size_t runs_of_other) const;
  /// The runs as numbers, ascending.
  const std::vector<std::uint32_t>& runs() const { return runs_; }

 private:
  std::vector<std::uint32_t> runs_;  // ascending
};

/// Least number of insertions, deletions, replacements and swaps of neighbours that make `b` of `a`, none of them
/// inside another (optimal string alignment; Damerau, Commun. ACM 7:171, 1964, doi 10.1145/363958.363994). Counts
/// characters, not bytes. O(|a|·|b|) time, O(|b|) memory.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// 1 − edit_distance / length of the longer text; 1 for two empty texts.
double alikeness(std::string_view a, std::string_view b);

}  // namespace maillage
