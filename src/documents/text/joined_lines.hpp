// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "documents/text/source_text.hpp"

namespace maillage::documents {

/// Lines that belong together, as one text.
struct JoinedText {
  std::string text;  ///< single spaces, no line ends
  std::vector<std::pair<std::uint32_t, std::uint32_t>> origins;  ///< from this byte on the text is from this line
};

/// Joins lines: with a space, or without one and without the hyphen where a word was cut at a line's end. A hyphen stays where
/// both halves are words of a compound (« Hauts-/de-France », « vice-/présidente »): the half before is a known first part, or
/// what follows begins with a capital. O(letters).
JoinedText joined_lines(const std::vector<SourceLine>& lines);

/// The lines of a stretch without blank ones, cut where its writer began a new line on purpose: a bullet or a number begins
/// it, or the next line's first word would still have had room. Long lines that were never wrapped are one each. O(letters).
std::vector<std::vector<SourceLine>> cut_where_meant(std::vector<SourceLine> lines, std::size_t wrap_width);

/// The width at which lines were wrapped: that of the longest that is followed by one that begins in lower case; 0 where none
/// is. O(letters).
std::size_t wrap_width_of(const std::vector<SourceLine>& lines);

/// How a line begins an item of a list: its bullet or number, with the blanks behind it.
struct ItemMark {
  std::size_t length = 0;    ///< bytes of mark and blanks; 0: no mark
  std::uint32_t number = 0;  ///< 0: a bullet
};
ItemMark item_mark_of(std::string_view line);

/// « II. La formation », « I. L'accueil »: the same with Roman numbers, which head sections as well. A letter alone may be an
/// initial, but before an article.
ItemMark roman_mark_of(std::string_view line);

}  // namespace maillage::documents
