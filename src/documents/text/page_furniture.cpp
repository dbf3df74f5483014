// SPDX-License-Identifier: Apache-2.0
#include "documents/text/page_furniture.hpp"

#include <algorithm>
#include <cctype>
#include <map>

#include "names/name_index.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kLongest = 160;  // letters of a header: prose that comes back is longer

/// The line without case, accents and marks, each number as one sign: what two headers share.
std::string skeleton(std::string_view text) {
  std::string shape;
  for (const char c : folded(text)) {
    const bool is_digit = std::isdigit(static_cast<unsigned char>(c)) != 0;
    if (!is_digit) shape += c;
    else if (!shape.ends_with('#')) shape += '#';
  }
  return shape;
}

bool is_page_number(const std::string& shape) {
  return shape == "#" || shape == "page #" || shape == "p #" || shape == "# #" || shape == "page # sur #" || shape == "page # #";
}

/// Blank lines or a page's edge on this side.
bool stands_apart(const std::vector<SourceLine>& lines, std::size_t at, int step) {
  const auto other = static_cast<std::ptrdiff_t>(at) + step;
  if (other < 0 || other >= static_cast<std::ptrdiff_t>(lines.size())) return true;
  const auto& line = lines[static_cast<std::size_t>(other)];
  return line.text.empty() || line.page != lines[at].page;
}

}  // namespace

std::vector<bool> page_furniture(const std::vector<SourceLine>& lines) {
  std::vector<bool> is_furniture(lines.size(), false);
  std::map<std::string, std::vector<std::size_t>> places;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto& text = lines[i].text;
    if (text.empty() || text.size() > kLongest) continue;
    auto shape = skeleton(text);
    const bool is_apart = stands_apart(lines, i, -1) && stands_apart(lines, i, 1);
    if (is_page_number(shape) && is_apart && text.find('.') == std::string::npos) is_furniture[i] = true;
    const bool at_an_edge = stands_apart(lines, i, -1) || stands_apart(lines, i, 1);
    if (at_an_edge && shape.size() > 3) places[std::move(shape)].push_back(i);
  }
  for (const auto& [shape, where] : places) {
    if (where.size() < 2) continue;
    const bool has_number = shape.find('#') != std::string::npos;
    const bool is_on_pages = lines[where.front()].page != lines[where.back()].page;
    // Without a page's number or edge it may be a heading that comes twice.
    const bool differs = std::ranges::any_of(where, [&](auto i) { return lines[i].text != lines[where.front()].text; });
    if (!is_on_pages && !(has_number && differs)) continue;
    for (const auto i : where) is_furniture[i] = true;
  }
  return is_furniture;
}

}  // namespace maillage::documents
