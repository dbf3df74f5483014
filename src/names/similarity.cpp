// SPDX-License-Identifier: Apache-2.0
#include "names/similarity.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace maillage {
namespace {

std::vector<std::uint32_t> runs_of(std::string_view text) {
  std::vector<std::uint32_t> runs;
  if (text.empty()) return runs;
  runs.reserve(text.size() + 2);
  std::uint32_t run = ' ' << 8 | ' ';
  const auto take = [&](char c) {
    run = (run << 8 | static_cast<unsigned char>(c)) & 0xFFFFFFU;
    runs.push_back(run);
  };
  for (const char c : text) take(c);
  take(' ');
  std::ranges::sort(runs);
  const auto repeated = std::ranges::unique(runs);
  runs.erase(repeated.begin(), repeated.end());
  return runs;
}

// Folded texts are valid UTF-8: the first byte of a character is any but 10xxxxxx.
std::u32string characters_of(std::string_view text) {
  std::u32string characters;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0U) == 0x80U && !characters.empty()) {
      characters.back() = characters.back() << 6 | (byte & 0x3FU);  // distinct for distinct characters: enough here
    } else {
      characters += byte;
    }
  }
  return characters;
}

std::size_t distance_of(const std::u32string& a, const std::u32string& b) {
  std::array<std::vector<std::size_t>, 3> lines;  // this, the last and the one before it
  for (auto& line : lines) line.resize(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) lines[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::rotate(lines.begin(), lines.begin() + 2, lines.end());
    auto& line = lines[0];
    const auto& last = lines[1];
    line[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      line[j] = std::min({last[j] + 1, line[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        line[j] = std::min(line[j], lines[2][j - 2] + 1);
      }
    }
  }
  return lines[0][b.size()];
}

}  // namespace

Trigrams::Trigrams(std::string_view text) : runs_(runs_of(text)) {}

double Trigrams::in_common(std::string_view other) const {
  const auto runs = runs_of(other);
  if (runs_.empty() || runs.empty()) return 0;
  std::size_t common = 0;
  for (auto mine = runs_.begin(), theirs = runs.begin(); mine != runs_.end() && theirs != runs.end();) {
    if (*mine == *theirs) ++common;
    const bool move_mine = *mine <= *theirs;
    const bool move_theirs = *theirs <= *mine;
    if (move_mine) ++mine;
    if (move_theirs) ++theirs;
  }
  return in_common(common, runs.size());
}

double Trigrams::in_common(std::size_t shared, std::size_t runs_of_other) const {
  if (runs_.empty() || runs_of_other == 0) return 0;
  const auto common = static_cast<double>(shared);
  const auto dice = 2 * common / static_cast<double>(runs_.size() + runs_of_other);
  return (dice + common / static_cast<double>(runs_.size())) / 2;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  return distance_of(characters_of(a), characters_of(b));
}

double alikeness(std::string_view a, std::string_view b) {
  const auto first = characters_of(a);
  const auto second = characters_of(b);
  const auto longer = std::max(first.size(), second.size());
  return longer == 0 ? 1 : 1 - static_cast<double>(distance_of(first, second)) / static_cast<double>(longer);
}

}  // namespace maillage
