// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace maillage {

enum class FontWeight : std::uint8_t { regular, bold };

/// Width of a text in px at a size in px, as DejaVu Sans sets it without kerning: the widest font of the stack, so that
/// other fonts only leave more air. Letters outside the table count as an average one, East Asian ones and symbols of
/// the upper planes as a full square and more, combining marks as nothing. O(length).
double text_width(std::string_view text, double size, FontWeight weight = FontWeight::regular);

/// Lines of at most `max_width` px, broken at spaces. A word wider than a line is broken after its no-break
/// spaces, hyphens, commas and slashes, else between letters, so that nothing is ever cut. At least one line.
std::vector<std::string> wrap_text(std::string_view text, double size, double max_width,
                                   FontWeight weight = FontWeight::regular);

/// Width in pixels of the longest piece that cannot be broken: lines are never narrower, so that no word is cut. O(length).
double longest_word(std::string_view text, double size, FontWeight weight);

/// Ascent and descent of a line in parts of its size: what a box round a text needs above and below the base line.
inline constexpr double kAscent = 0.78;
inline constexpr double kDescent = 0.24;

/// The letter that begins at text[position] and the position after it; bytes that are no UTF-8 read as U+FFFD, one by
/// one.
char32_t next_letter(std::string_view text, std::size_t& position);

}  // namespace maillage
