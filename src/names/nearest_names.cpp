// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <functional>
#include <map>
#include <tuple>
#include <utility>

#include "names/nearest_institutions.hpp"
#include "names/similarity.hpp"
#include "names/spellings.hpp"

namespace maillage {
namespace {

constexpr std::size_t looked_at_closely = 100;  // of the names with most in common
constexpr double least_similarity = 0.3;        // below it two names have nothing much in common

}  // namespace

std::vector<NameMatch> NameIndex::nearest(std::string_view text, std::size_t count,
                                          const std::vector<EntityKind>& kinds) const {
  const auto spelled = folded(text);
  const auto written_out = maillage::expanded(spelled);
  const Trigrams as_spelled(spelled);
  const Trigrams as_written_out(written_out);

  std::vector<NameMatch> matches;
  for (const auto& spelling : spellings_) {
    if (std::ranges::find(kinds, spelling.kind) == kinds.end()) continue;
    const auto name = folded(spelling.name);
    const auto common = std::max(as_spelled.in_common(name), as_written_out.in_common(maillage::expanded(name)));
    if (common > 0) matches.push_back({spelling.kind, spelling.row, spelling.name, common});
  }
  return closest_of(std::move(matches), spelled, count);
}

std::vector<NameMatch> closest_of(std::vector<NameMatch> matches, std::string_view spelled, std::size_t count) {
  const auto written_out = expanded(spelled);
  const auto best_first = [](const NameMatch& a, const NameMatch& b) {
    return std::tie(b.similarity, a.kind, a.row, a.name) < std::tie(a.similarity, b.kind, b.row, b.name);
  };
  const auto close = std::min(std::max(looked_at_closely, count * 4), matches.size());
  std::ranges::partial_sort(matches, matches.begin() + static_cast<std::ptrdiff_t>(close), best_first);
  matches.resize(close);
  std::map<std::pair<EntityKind, Index>, double> best;  // of each row so far
  double least = least_similarity;                      // a name that cannot come to this need not be compared
  std::size_t compared = 0;
  for (auto& match : matches) {
    if ((match.similarity + 1) / 2 < least) break;
    const auto name = folded(match.name);
    const auto alike = std::max(alikeness(spelled, name), alikeness(written_out, expanded(name)));
    match.similarity = std::min((match.similarity + alike) / 2, 0.999);  // below 1, which is a match
    ++compared;
    auto& of_row = best[{match.kind, match.row}];
    of_row = std::max(of_row, match.similarity);
    if (best.size() < count || count == 0) continue;
    std::vector<double> scores;
    for (const auto& [row, score] : best) scores.push_back(score);
    std::ranges::nth_element(scores, scores.begin() + static_cast<std::ptrdiff_t>(count - 1), std::greater<>());
    least = std::max(least, scores[count - 1]);
  }
  matches.resize(compared);
  std::ranges::sort(matches, best_first);

  std::vector<NameMatch> nearest;
  for (const auto& match : matches) {
    if (nearest.size() == count || match.similarity < least_similarity) break;
    const bool is_known = std::ranges::any_of(
        nearest, [&](const NameMatch& other) { return other.kind == match.kind && other.row == match.row; });
    if (!is_known) nearest.push_back(match);
  }
  return nearest;
}

}  // namespace maillage
