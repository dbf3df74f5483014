// SPDX-License-Identifier: Apache-2.0
#include "records/nearest.hpp"

#include <algorithm>
#include <ranges>
#include <utility>

namespace maillage {
namespace {

constexpr std::size_t kLongest = 64;
constexpr std::size_t kMostCandidates = 20'000;

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment), in bytes.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = small(a[i - 1]) == small(b[j - 1]);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && small(a[i - 1]) == small(b[j - 2]) && small(a[i - 2]) == small(b[j - 1]);
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

}  // namespace

std::string nearest_to(std::string_view written, const std::vector<std::string_view>& candidates) {
  written = written.substr(0, kLongest);
  std::vector<std::pair<std::size_t, std::string_view>> near;
  for (const auto candidate : candidates | std::views::take(kMostCandidates)) {
    const auto longer = std::max(candidate.size(), written.size());
    const auto shorter = std::min(candidate.size(), written.size());
    if (candidate.empty() || candidate.size() > kLongest || longer - shorter > longer / 3 + 1) continue;
    const auto steps = distance(written, candidate);
    if (steps * 3 <= longer + 1) near.emplace_back(steps, candidate);
  }
  std::ranges::sort(near);
  near.erase(std::unique(near.begin(), near.end()), near.end());
  std::string text;
  for (const auto& [steps, candidate] : near | std::views::take(3)) {
    if (!text.empty()) text += ", ";
    text += candidate;
  }
  return text;
}

}  // namespace maillage
