// SPDX-License-Identifier: Apache-2.0
#include "documents/text/right_column.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "documents/text/joined_lines.hpp"
#include "documents/text/letters.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kLeastWidth = 24, kMostLabel = 80;  // letters

bool is_lower(char32_t c) { return u_islower(static_cast<UChar32>(c)) != 0; }
bool is_upper(char32_t c) { return u_isupper(static_cast<UChar32>(c)) != 0; }

bool begins_small(const std::string& text) {
  const auto letters = letters_of(text.substr(0, 64));
  const auto first = std::ranges::find_if(letters, [](char32_t c) { return c != U' '; });
  return first != letters.end() && is_lower(*first);
}
bool ends_with_any(const std::string& text, std::string_view marks) { return !text.empty() && marks.find(text.back()) != std::string_view::npos; }
bool is_item(const std::string& text) {
  const auto begin = text.find_first_not_of(' ');
  return begin != std::string::npos && item_mark_of(std::string_view(text).substr(begin)).length > 0;
}

/// « … la seule LES PARTIES À LA CONVENTION »: where the words in capitals at the end begin; 0: none.
std::size_t capitals_at_end(const std::u32string& line) {
  auto begin = line.size();
  std::size_t words = 0;
  for (auto at = line.size(); at > 0; --at) {
    if (is_lower(line[at - 1])) break;
    if (line[at - 1] != U' ') continue;
    begin = at;
    ++words;
  }
  while (begin < line.size() && !is_upper(line[begin])) ++begin;
  const bool is_label = words >= 2 && line.size() >= begin + 8 && begin >= kLeastWidth;
  return is_label ? begin : 0;
}
/// « … doit raccourcir le Autour de la table, les signataires : »
std::size_t heading_at_end(const std::u32string& line, std::size_t usual) {
  constexpr std::size_t kOver = 6, kGap = 8;
  const bool names_signatories = line.ends_with(U" signataires") || line.ends_with(U" parties");  // « Il prend Les signataires »
  if ((!line.ends_with(U':') && !names_signatories) || line.size() < usual + kOver) return 0;
  for (auto i = std::min(usual + kGap, line.size() - 2); i-- > std::max(kLeastWidth, usual / 2);) {
    const bool has_gap = i > 1 && line[i - 1] == U' ' && line[i - 2] == U' ';  // « adminis-    Sept objectifs : »
    const bool is_behind_text = has_gap || (i > 0 && i <= usual && is_lower(line[i - 1]));
    if (line[i] == U' ' && is_upper(line[i + 1]) && is_behind_text) return i + 1;
  }
  return 0;
}

class RightColumn {
 public:
  explicit RightColumn(std::vector<SourceLine> lines) : lines_(std::move(lines)), is_right_(lines_.size(), false) {}

  std::vector<SourceLine> read() {
    const auto label = find_label();
    if (!label) return std::move(lines_);
    std::size_t cutting = 0, items = 0;
    auto last = label->first;
    for (auto at = label->first + 1; at < lines_.size(); ++at) {
      if (!may_be_right(at) || !text(at).ends_with(';')) continue;
      cutting += is_cutting(at) ? 1 : 0;
      is_right_[at] = true;
      ++items;
      last = at;
    }
    if (const auto end = items > 1 ? find_last(last) : std::nullopt) {
      is_right_[*end] = true;
      ++items;
      cutting += is_cutting(*end) ? 1 : 0;
    }
    if (items < 3 || cutting < 2) return std::move(lines_);
    return put_behind(label->first, label->second);
  }

 private:
  const std::string& text(std::size_t at) const { return lines_[at].text; }
  bool is_blank(std::size_t at) const { return at >= lines_.size() || lines_[at].text.empty(); }

  std::size_t usual_width() const {
    std::vector<std::size_t> widths;
    for (std::size_t at = 0; at + 1 < lines_.size(); ++at) {
      if (!is_blank(at) && begins_small(text(at + 1))) widths.push_back(letters_of(text(at)).size());
    }
    constexpr std::size_t kFewest = 4;
    if (widths.size() < kFewest) return 0;
    const auto middle = widths.begin() + static_cast<std::ptrdiff_t>((widths.size() - 1) * 3 / 4);
    std::ranges::nth_element(widths, middle);
    return *middle;
  }
  /// The line that the heading stands in, and where it begins.
  std::optional<std::pair<std::size_t, std::size_t>> find_label() {
    const auto usual = usual_ = usual_width();
    if (usual < kLeastWidth) return std::nullopt;
    for (std::size_t at = 0; at + 1 < lines_.size(); ++at) {
      if (is_blank(at) || is_blank(at + 1) || !begins_small(text(at + 1)) || is_item(text(at))) continue;
      const auto line = letters_of(text(at));
      if (line.size() <= usual || line.size() > usual + kMostLabel) continue;
      auto begin = capitals_at_end(line);
      if (begin == 0) begin = heading_at_end(line, usual);
      if (begin > 0) return std::pair(at, begin);
    }
    return std::nullopt;
  }
  /// A line between blank ones that ends an entry of a list.
  bool may_be_right(std::size_t at) const {
    if (at == 0 || is_blank(at) || is_item(text(at)) || !ends_with_any(text(at), ";.")) return false;
    const bool begins = is_blank(at - 1) || is_right_[at - 1];
    return begins && (is_blank(at + 1) || (text(at).ends_with(';') && is_blank(at + 2) && ends_with_any(text(at + 1), ";.")));  // two in one gap
  }
  /// The last item ends with a full stop: a line that parts a sentence, or one near of the form of all others, « X, maire ».
  std::optional<std::size_t> find_last(std::size_t item) const {
    constexpr std::size_t kNear = 12;
    for (auto at = item + 1; at < lines_.size(); ++at) {
      if (may_be_right(at) && is_cutting(at)) return at;
    }
    // or of items that all begin in small letters, where no sentence of the text goes on: « être acteur de la transition. »
    const auto all_small = [&] {
      for (std::size_t at = 0; at <= item; ++at) {
        if (is_right_[at] && !begins_small(text(at))) return false;
      }
      return true;
    };
    for (auto at = item + 1; all_small() && at < std::min(lines_.size(), item + kNear); ++at) {
      if (may_be_right(at) && begins_small(text(at)) && text(at).ends_with('.')) return at;
    }
    const auto has_comma = [&](std::size_t at) { return text(at).find(", ") != std::string::npos; };
    for (std::size_t at = 0; at <= item; ++at) {
      if (is_right_[at] && !has_comma(at)) return std::nullopt;
    }
    for (auto at = item + 1; at < std::min(lines_.size(), item + kNear); ++at) {
      if (may_be_right(at) && has_comma(at)) return at;
    }
    return std::nullopt;
  }
  std::optional<std::size_t> before(std::size_t at) const {
    constexpr std::size_t kReach = 40;
    for (std::size_t back = 0; at > 0 && back < kReach; ++back) {
      --at;
      if (!is_blank(at) && !is_right_[at]) return at;
    }
    return std::nullopt;
  }
  /// Does it part a sentence of the lines around it, or a list from what leads to it?
  bool is_cutting(std::size_t at) const {
    const auto last = before(at);
    const auto next = is_blank(at + 1) ? at + 2 : at + 3;
    if (!last || is_blank(next)) return false;
    const bool is_left_open = 5 * letters_of(text(*last)).size() >= 3 * usual_ && begins_small(text(at)) && text(at).ends_with(';');  // « … C'est lui qui décide. Pour »
    const bool is_sentence = !ends_with_any(text(*last), ".:;!?") && (begins_small(text(next)) || is_left_open);
    return is_sentence || (text(*last).ends_with(':') && is_item(text(next)) && text(at).ends_with(';'));
  }

  std::vector<SourceLine> put_behind(std::size_t label, std::size_t begin) {
    std::vector<SourceLine> read;
    const auto line = letters_of(text(label));
    const SourceLine heading{text_of(std::u32string_view(line).substr(begin)), lines_[label].number, lines_[label].page};
    lines_[label].text = text_of(std::u32string_view(line).substr(0, begin));
    while (lines_[label].text.ends_with(' ')) lines_[label].text.pop_back();
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      if (is_right_[at]) {
        const auto last = before(at);
        const bool is_full = last && 5 * letters_of(text(*last)).size() >= 3 * usual_ && !ends_with_any(text(*last), ".:;!?");
        const bool goes_on = at + 2 < lines_.size() && !is_blank(at + 2) && (begins_small(text(at + 2)) || is_full);
        while (goes_on && !read.empty() && read.back().text.empty()) read.pop_back();
        if (is_blank(at + 1)) ++at;  // the blank line behind it
        continue;
      }
      read.push_back(lines_[at]);
    }
    const auto blank = [&](const SourceLine& beside) { read.push_back({"", beside.number, beside.page}); };
    blank(heading);
    read.push_back(heading);
    blank(heading);
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      if (is_right_[at]) read.push_back({"- " + text(at), lines_[at].number, lines_[at].page});
    }
    return read;
  }

  std::vector<SourceLine> lines_;
  std::vector<bool> is_right_;
  std::size_t usual_ = 0;  // letters of a line
};

}  // namespace

std::vector<SourceLine> with_right_column_behind(std::vector<SourceLine> lines) { return RightColumn(std::move(lines)).read(); }

}  // namespace maillage::documents
