// SPDX-License-Identifier: Apache-2.0
#include "names/trigram_index.hpp"

#include <algorithm>

namespace maillage {

void TrigramPostingsMaker::add(std::uint32_t number, const Trigrams& runs) {
  for (const auto run : runs.runs()) pairs_.push_back(static_cast<std::uint64_t>(run) << 32 | number);
}

TrigramPostings TrigramPostingsMaker::finish() {
  std::ranges::sort(pairs_);
  const auto repeated = std::ranges::unique(pairs_);
  pairs_.erase(repeated.begin(), repeated.end());
  TrigramPostings postings;
  std::uint32_t last = 0;
  for (const auto pair : pairs_) {
    const auto run = static_cast<std::uint32_t>(pair >> 32);
    const auto number = static_cast<std::uint32_t>(pair);
    if (postings.runs.empty() || postings.runs.back() != run) {
      postings.runs.push_back(run);
      postings.starts.push_back(static_cast<std::uint32_t>(postings.texts.size()));
      last = 0;
    }
    auto gap = number - last;
    for (; gap >= 0x80; gap >>= 7) postings.texts.push_back(static_cast<std::uint8_t>(gap | 0x80U));
    postings.texts.push_back(static_cast<std::uint8_t>(gap));
    last = number;
  }
  postings.starts.push_back(static_cast<std::uint32_t>(postings.texts.size()));
  pairs_.clear();
  return postings;
}

void TrigramIndex::count_shared(const Trigrams& runs, std::vector<std::uint16_t>& shared,
                                std::vector<std::uint32_t>& met) const {
  for (const auto run : runs.runs()) {
    const auto found = std::ranges::lower_bound(runs_, run);
    if (found == runs_.end() || *found != run) continue;
    const auto place = static_cast<std::size_t>(found - runs_.begin());
    std::uint32_t number = 0;
    for (auto byte = texts_.begin() + starts_[place], end = texts_.begin() + starts_[place + 1]; byte != end;) {
      std::uint32_t gap = 0;
      for (unsigned shift = 0;; shift += 7) {
        gap |= (*byte & 0x7FU) << shift;
        if ((*byte++ & 0x80U) == 0) break;
      }
      number += gap;
      if (shared[number]++ == 0) met.push_back(number);
    }
  }
}

}  // namespace maillage
