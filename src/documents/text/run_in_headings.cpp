// SPDX-License-Identifier: Apache-2.0
#include "documents/text/run_in_headings.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "documents/text/letters.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kLeastCapitals = 4, kLongest = 48, kLeastText = 30;  // letters
constexpr std::size_t kLeastHeadings = 2;

bool is_upper(char32_t c) { return u_isupper(static_cast<UChar32>(c)) != 0; }
bool is_lower(char32_t c) { return u_islower(static_cast<UChar32>(c)) != 0; }

/// Where the text behind « MONTRIVEL. » or « EN BREF – » begins, and the length of the heading; both 0: none.
struct Cut {
  std::size_t heading = 0, text = 0;
};

Cut cut_of(const std::u32string& line) {
  std::size_t capitals = 0, at = 0;
  for (; at < std::min(line.size(), kLongest); ++at) {
    const auto c = line[at];
    if (is_lower(c)) return {};
    const bool ends = c == U'.' || ((c == U'–' || c == U'—') && at > 0 && line[at - 1] == U' ');
    if (ends && at + 1 < line.size() && line[at + 1] == U' ') break;
    if (c == U'.' || c == U':' || c == U',' || c == U';' || c == U'(' || c == U'|' || u_isdigit(static_cast<UChar32>(c)) != 0) return {};
    capitals += is_upper(c) ? 1 : 0;
  }
  if (capitals < kLeastCapitals || at + 2 + kLeastText > line.size()) return {};
  const auto text = line.find_first_not_of(U' ', at + 1);
  if (text == std::u32string::npos || !(is_upper(line[text]) || line[text] == U'«')) return {};
  std::size_t small = 0;  // a text in small letters
  for (auto letter = text; letter < std::min(text + kLeastText, line.size()); ++letter) small += is_lower(line[letter]) ? 1 : 0;
  if (2 * small < kLeastText) return {};
  while (at > 0 && line[at - 1] == U' ') --at;
  return {at, text};
}

}  // namespace

std::vector<SourceLine> with_headings_cut_off(std::vector<SourceLine> lines) {
  std::vector<std::pair<std::size_t, Cut>> cuts;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool begins = (i == 0 || lines[i - 1].text.empty()) && lines[i].form != LineForm::heading && lines[i].form != LineForm::goes_on;
    if (!begins || lines[i].text.empty()) continue;
    if (const auto cut = cut_of(letters_of(lines[i].text)); cut.text > 0) cuts.emplace_back(i, cut);
  }
  if (cuts.size() < kLeastHeadings) return lines;
  std::vector<SourceLine> read;
  auto cut = cuts.begin();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (cut != cuts.end() && cut->first == i) {
      const auto letters = letters_of(lines[i].text);
      read.push_back({text_of(std::u32string_view(letters).substr(0, cut->second.heading)), lines[i].number, lines[i].page, LineForm::heading});
      read.push_back({"", lines[i].number, lines[i].page, LineForm::plain});
      lines[i].text = text_of(std::u32string_view(letters).substr(cut->second.text));
      ++cut;
    }
    read.push_back(std::move(lines[i]));
  }
  return read;
}

}  // namespace maillage::documents
