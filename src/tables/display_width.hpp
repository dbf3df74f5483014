// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace maillage {

/// Columns a text takes on a terminal: 2 for wide characters (East Asian wide, emoji), 0 for combining marks.
std::size_t display_width(std::string_view text);

/// One line that is safe on a terminal: line ends and tabs become spaces; control characters and those that turn the
/// direction of writing become U+FFFD, so that no name can move the cursor or hide a part of itself.
std::string terminal_line(std::string_view text);

/// The text of terminal_line(), cut into lines at most `width` columns wide: at spaces (never at a fixed space), inside
/// a word only where it alone is wider, then behind a hyphen if that is enough. At least one line; no line ends with a space.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

}  // namespace maillage
