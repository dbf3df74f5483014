// SPDX-License-Identifier: Apache-2.0
#include "records/register/line_patch.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace maillage {
namespace {

using Lines = std::vector<std::string_view>;

Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    const auto length = end == std::string_view::npos ? text.size() : end + 1;
    lines.push_back(text.substr(0, length));
    text.remove_prefix(length);
  }
  return lines;
}

struct Range {
  std::size_t before, before_end, after, after_end;
};

// Pairs of lines that stand once in each of the two ranges, in the longest order that both have (patience sorting).
std::vector<std::pair<std::size_t, std::size_t>> anchors(const Lines& a, const Lines& b, const Range& range) {
  struct Seen {
    std::size_t count_a = 0, count_b = 0, at_b = 0;
  };
  std::unordered_map<std::string_view, Seen> seen;
  for (auto i = range.before; i < range.before_end; ++i) ++seen[a[i]].count_a;
  for (auto j = range.after; j < range.after_end; ++j) {
    auto& one = seen[b[j]];
    ++one.count_b;
    one.at_b = j;
  }
  std::vector<std::pair<std::size_t, std::size_t>> common;
  for (auto i = range.before; i < range.before_end; ++i) {
    const auto& one = seen[a[i]];
    if (one.count_a == 1 && one.count_b == 1) common.emplace_back(i, one.at_b);
  }
  std::vector<std::size_t> piles, previous(common.size(), common.size());
  for (std::size_t k = 0; k < common.size(); ++k) {
    const auto pile = std::ranges::lower_bound(piles, common[k].second, {}, [&](std::size_t c) { return common[c].second; });
    if (pile != piles.begin()) previous[k] = *(pile - 1);
    if (pile == piles.end()) {
      piles.push_back(k);
    } else {
      *pile = k;
    }
  }
  std::vector<std::pair<std::size_t, std::size_t>> kept;
  for (auto k = piles.empty() ? common.size() : piles.back(); k < common.size(); k = previous[k]) kept.push_back(common[k]);
  std::ranges::reverse(kept);
  return kept;
}

// One hunk of what is left of a range without its equal ends.
void add_hunk(const Lines& a, const Lines& b, Range range, std::vector<LineHunk>& hunks) {
  while (range.before < range.before_end && range.after < range.after_end && a[range.before] == b[range.after]) {
    ++range.before;
    ++range.after;
  }
  while (range.before < range.before_end && range.after < range.after_end && a[range.before_end - 1] == b[range.after_end - 1]) {
    --range.before_end;
    --range.after_end;
  }
  if (range.before == range.before_end && range.after == range.after_end) return;
  LineHunk hunk{range.before + 1, {}, {}};
  for (auto i = range.before; i < range.before_end; ++i) hunk.before.emplace_back(a[i]);
  for (auto j = range.after; j < range.after_end; ++j) hunk.after.emplace_back(b[j]);
  hunks.push_back(std::move(hunk));
}

bool stands_at(const Lines& lines, std::size_t at, const std::vector<std::string>& wanted) {
  return at + wanted.size() <= lines.size() && std::equal(wanted.begin(), wanted.end(), lines.begin() + static_cast<std::ptrdiff_t>(at));
}

}  // namespace

std::vector<LineHunk> line_hunks(std::string_view before, std::string_view after) {
  std::vector<LineHunk> hunks;
  if (before == after) return hunks;
  const auto a = lines_of(before), b = lines_of(after);
  Range open{0, 0, 0, 0};
  for (const auto& [i, j] : anchors(a, b, {0, a.size(), 0, b.size()})) {
    add_hunk(a, b, {open.before, i, open.after, j}, hunks);
    open.before = i + 1;
    open.after = j + 1;
  }
  add_hunk(a, b, {open.before, a.size(), open.after, b.size()}, hunks);
  return hunks;
}

std::optional<std::string> taken_back(std::string_view after, const std::vector<LineHunk>& hunks) {
  const auto lines = lines_of(after);
  std::string text;
  std::size_t at = 0, line = 1;  // in `after`, in what comes out
  for (const auto& hunk : hunks) {
    for (; line < hunk.line && at < lines.size(); ++line) text += lines[at++];
    if (line != hunk.line || !stands_at(lines, at, hunk.after)) return std::nullopt;
    at += hunk.after.size();
    for (const auto& one : hunk.before) text += one;
    line += hunk.before.size();
  }
  for (; at < lines.size(); ++at) text += lines[at];
  return text;
}

std::optional<std::string> taken_back_around_edits(std::string_view now, const std::vector<LineHunk>& hunks, std::size_t& failed) {
  const auto lines = lines_of(now);
  std::vector<const LineHunk*> begins(lines.size() + 1, nullptr);
  std::string at_end;
  for (failed = 0; failed < hunks.size(); ++failed) {
    const auto& hunk = hunks[failed];
    if (hunk.after.empty()) {
      for (const auto& one : hunk.before) at_end += one;
      continue;
    }
    std::size_t found = lines.size(), count = 0;
    for (std::size_t at = 0; at < lines.size(); ++at) {
      if (!stands_at(lines, at, hunk.after)) continue;
      found = at;
      ++count;
    }
    if (count != 1 || begins[found] != nullptr) return std::nullopt;
    begins[found] = &hunk;
  }
  std::string text;
  for (std::size_t at = 0; at < lines.size();) {
    if (begins[at] == nullptr) {
      text += lines[at++];
      continue;
    }
    for (const auto& one : begins[at]->before) text += one;
    at += begins[at]->after.size();
  }
  if (!at_end.empty() && !text.empty() && text.back() != '\n') text += '\n';
  return text + at_end;
}

}  // namespace maillage
