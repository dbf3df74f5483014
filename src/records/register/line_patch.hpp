// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace maillage {

/// Lines of a file that were replaced by others. Lines are bytes with their line ends; the last may have none.
struct LineHunk {
  std::size_t line = 0;  ///< of the first, from 1, in the file as it was before
  std::vector<std::string> before, after;
  bool operator==(const LineHunk&) const = default;
};

/// What turns `before` into `after`, line by line, in order; empty where they are the same. Lines that stand once in
/// both texts and in the same order are kept. O(lines · log).
std::vector<LineHunk> line_hunks(std::string_view before, std::string_view after);

/// The text before, from the text after and the hunks between them, exactly; nothing where the text is another one.
std::optional<std::string> taken_back(std::string_view after, const std::vector<LineHunk>& hunks);

/// The same for a text that was changed elsewhere since: the lines of each hunk are looked for, and must stand in it
/// once; lines that the hunks had removed come back at the end where their place is not certain. Nothing, and the number
/// of the hunk in `failed`, where lines are not found as they were written.
std::optional<std::string> taken_back_around_edits(std::string_view now, const std::vector<LineHunk>& hunks, std::size_t& failed);

}  // namespace maillage
