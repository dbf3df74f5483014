// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "names/similarity.hpp"

namespace maillage {

/// For each run of three bytes the texts that hold it, as flat arrays: made once, written to a file or kept.
struct TrigramPostings {
  std::vector<std::uint32_t> runs;    ///< ascending
  std::vector<std::uint32_t> starts;  ///< in `texts`; one more than runs
  std::vector<std::uint8_t> texts;    ///< numbers of texts, ascending, as gaps of 7 bits a byte (LEB128)
};

/// Collects texts and makes their postings. A text may be added in several spellings: its runs are those of all.
class TrigramPostingsMaker {
 public:
  /// Numbers must not fall from one call to the next.
  void add(std::uint32_t number, const Trigrams& runs);
  /// O(runs · log).
  TrigramPostings finish();

 private:
  std::vector<std::uint64_t> pairs_;  // run, number
};

/// Which of many texts share runs of three bytes with one: the blocking before names are compared closely, which
/// would be quadratic. A view: the postings must outlive it.
class TrigramIndex {
 public:
  TrigramIndex() = default;
  TrigramIndex(std::span<const std::uint32_t> runs, std::span<const std::uint32_t> starts,
               std::span<const std::uint8_t> texts)
      : runs_(runs), starts_(starts), texts_(texts) {}
  explicit TrigramIndex(const TrigramPostings& postings) : TrigramIndex(postings.runs, postings.starts, postings.texts) {}

  /// Adds to shared[t] the number of runs that text t shares, and to `met` each text that had none before. `shared` is
  /// as long as there are texts, and zero where nothing is met. O(postings of the runs).
  void count_shared(const Trigrams& runs, std::vector<std::uint16_t>& shared, std::vector<std::uint32_t>& met) const;

 private:
  std::span<const std::uint32_t> runs_, starts_;
  std::span<const std::uint8_t> texts_;
};

}  // namespace maillage
