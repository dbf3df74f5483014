// SPDX-License-Identifier: Apache-2.0
#include "records/nearest.hpp"

#include <algorithm>
#include <ranges>
#include <utility>

#include "names/similarity.hpp"

namespace maillage {
namespace {

constexpr std::size_t kLongest = 64;
constexpr std::size_t kMostCandidates = 20'000;

std::string small(std::string_view text) {
  std::string result(text);
  for (auto& c : result) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return result;
}

}  // namespace

std::string nearest_to(std::string_view written, const std::vector<std::string_view>& candidates) {
  written = written.substr(0, kLongest);
  std::vector<std::pair<std::size_t, std::string_view>> near;
  for (const auto candidate : candidates | std::views::take(kMostCandidates)) {
    const auto longer = std::max(candidate.size(), written.size());
    const auto shorter = std::min(candidate.size(), written.size());
    if (candidate.empty() || candidate.size() > kLongest || longer - shorter > longer / 3 + 1) continue;
    const auto steps = edit_distance(small(written), small(candidate));
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
