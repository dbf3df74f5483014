// SPDX-License-Identifier: Apache-2.0
#include "model/cited_places.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace maillage {
namespace {

using LineRange = std::pair<long, long>;
struct Lines {
  std::string before;
  std::vector<LineRange> ranges;
};

std::optional<long> take_number(std::string_view& text) {
  long number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || number < 0) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

// `5`, `5-9`, `5–9`, and nothing behind it.
std::optional<LineRange> line_range(std::string_view text) {
  const auto first = take_number(text);
  if (!first) return std::nullopt;
  auto last = first;
  for (const std::string_view dash : {"-", "–"}) {
    if (!text.starts_with(dash)) continue;
    text.remove_prefix(dash.size());
    last = take_number(text);
    break;
  }
  if (!last || *last < *first || !text.empty()) return std::nullopt;
  return LineRange{*first, *last};
}

// `2024, l. 3-5, 9; 2023, l. 1` as lines of two kinds; nothing for a locator of another form.
std::vector<Lines> lines_of(std::string_view locator) {
  std::vector<Lines> all;
  std::string before;
  bool is_open = false;  // the last piece was a line: another may follow
  while (true) {
    const auto end = locator.find_first_of(",;");
    auto piece = locator.substr(0, end);
    while (piece.starts_with(' ')) piece.remove_prefix(1);
    const bool begins = piece.starts_with("l. ");
    const auto range = line_range(begins ? piece.substr(3) : piece);
    if (range && (begins || is_open)) {
      if (begins) all.push_back({before, {}});
      all.back().ranges.push_back(*range);
      before.clear();
      is_open = true;
    } else {
      before += std::string(piece) + ", ";
      is_open = false;
    }
    if (end == std::string_view::npos) break;
    locator.remove_prefix(end + 1);
  }
  if (!before.empty()) all.clear();  // something behind the lines
  return all;
}

std::vector<LineRange> united_ranges(std::vector<LineRange> ranges) {
  std::ranges::sort(ranges);
  std::vector<LineRange> united;
  for (const auto& range : ranges) {
    if (!united.empty() && range.first <= united.back().second + 1) {
      united.back().second = std::max(united.back().second, range.second);
    } else {
      united.push_back(range);
    }
  }
  return united;
}

std::string merged(const std::vector<LineRange>& ranges) {
  std::string text;
  for (const auto& [first, last] : united_ranges(ranges)) {
    text += (text.empty() ? "l. " : ", ") + std::to_string(first);
    if (last > first) text += "-" + std::to_string(last);
  }
  return text;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view digits_at(std::string_view text, std::size_t at) {
  auto end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  while (at + 1 < end && text[at] == '0') ++at;
  return text.substr(at, end - at);
}

}  // namespace

bool CitedPlaces::ByNumbers::operator()(std::string_view one, std::string_view other) const {
  std::size_t i = 0, j = 0;
  while (i < one.size() && j < other.size()) {
    if (is_digit(one[i]) && is_digit(other[j])) {
      const auto a = digits_at(one, i), b = digits_at(other, j);
      if (a.size() != b.size()) return a.size() < b.size();
      if (a != b) return a < b;
      i = static_cast<std::size_t>(a.data() - one.data()) + a.size();
      j = static_cast<std::size_t>(b.data() - other.data()) + b.size();
    } else {
      if (one[i] != other[j]) return static_cast<unsigned char>(one[i]) < static_cast<unsigned char>(other[j]);
      ++i, ++j;
    }
  }
  if (i < one.size() || j < other.size()) return i == one.size();
  return one < other;  // zeros in front
}

void CitedPlaces::add(std::string_view locator) {
  if (locator.empty()) return;
  const auto found = lines_of(locator);
  if (found.empty()) others_.emplace(locator);
  for (const auto& lines : found) {
    auto& ranges = lines_[lines.before];
    ranges.insert(ranges.end(), lines.ranges.begin(), lines.ranges.end());
  }
}

std::size_t CitedPlaces::size() const {
  auto count = others_.size();
  for (const auto& [before, ranges] : lines_) count += united_ranges(ranges).size();
  return count;
}

std::string CitedPlaces::locator() const {
  std::string text;
  const auto add = [&](const std::string& more, bool is_bare) { text += (text.empty() ? "" : is_bare ? ", " : "; ") + more; };
  for (const auto& [before, ranges] : lines_) add(before + merged(ranges), false);
  for (const auto& other : others_) add(other, lines_.empty() || lines_.rbegin()->first.empty());
  return text;
}

}  // namespace maillage
