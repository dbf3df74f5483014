// SPDX-License-Identifier: Apache-2.0
#include "tables/display_width.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace maillage {
namespace {

constexpr std::string_view replacement = "\uFFFD";

// ICU's macro narrows inside itself, by its design.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
// The character at `at`, which moves behind it; negative for bytes that are no UTF-8.
UChar32 next_character(std::string_view text, std::int32_t& at) {
  UChar32 c = 0;
  U8_NEXT(text.data(), at, static_cast<std::int32_t>(text.size()), c);
  return c;
}
#pragma GCC diagnostic pop

// Calls on_character(code point, its bytes) for each; U+FFFD for bytes that are no UTF-8.
template <class OnCharacter>
void each_character(std::string_view text, OnCharacter on_character) {
  for (std::int32_t at = 0; at < static_cast<std::int32_t>(text.size());) {
    const auto begin = static_cast<std::size_t>(at);
    const auto c = next_character(text, at);
    if (c < 0) {
      on_character(UChar32{0xFFFD}, replacement);
    } else {
      on_character(c, text.substr(begin, static_cast<std::size_t>(at) - begin));
    }
  }
}

std::size_t width_of(UChar32 c) {
  if (c < 0x300) return 1;
  const auto type = u_charType(c);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return 0;
  if (c >= 0x1160 && c <= 0x11FF) return 0;  // second and third letters of a Korean syllable
  const auto width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

bool turns_direction(UChar32 c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x061C;
}

// Cuts a part of a word that is wider than a line; the last piece is returned, those before it become lines.
std::string cut_part(std::string_view word, std::size_t width, std::vector<std::string>& lines) {
  std::string piece;
  std::size_t used = 0;
  each_character(word, [&](UChar32 c, std::string_view bytes) {
    const auto wide = width_of(c);
    if (used + wide > width && !piece.empty()) {
      lines.push_back(std::move(piece));
      piece.clear();
      used = 0;
    }
    piece += bytes;
    used += wide;
  });
  return piece;
}

// Cuts a word that is wider than a line: behind a hyphen where that is enough, else anywhere.
std::string cut_word(std::string_view word, std::size_t width, std::vector<std::string>& lines) {
  std::string line;
  while (!word.empty()) {
    const auto hyphen = word.find('-');
    const auto part = word.substr(0, hyphen == std::string_view::npos ? word.size() : hyphen + 1);
    word.remove_prefix(part.size());
    if (display_width(line) + display_width(part) <= width) {
      line += part;
      continue;
    }
    if (!line.empty()) lines.push_back(std::move(line));
    line = cut_part(part, width, lines);
  }
  return line;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  each_character(text, [&](UChar32 c, std::string_view) { width += width_of(c); });
  return width;
}

std::string terminal_line(std::string_view text) {
  std::string line;
  each_character(text, [&](UChar32 c, std::string_view bytes) {
    if (c == '\n' || c == '\t' || c == 0x2028 || c == 0x2029) {
      line += ' ';
    } else if (c == '\r') {
      return;
    } else if (c < 0x20 || (c >= 0x7F && c < 0xA0) || turns_direction(c)) {
      line += replacement;
    } else {
      line += bytes;
    }
  });
  return line;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  width = std::max<std::size_t>(width, 1);
  const auto line = terminal_line(text);
  std::vector<std::string> lines;
  std::string current;
  std::size_t used = 0;
  for (std::string_view rest = line; !rest.empty();) {
    const auto space = rest.find(' ');
    const auto word = rest.substr(0, space);
    rest.remove_prefix(space == std::string_view::npos ? rest.size() : space + 1);
    if (word.empty()) continue;
    const auto needed = display_width(word);
    if (used > 0 && used + 1 + needed <= width) {
      current += ' ';
      current += word;
      used += 1 + needed;
      continue;
    }
    if (used > 0) lines.push_back(std::move(current));
    current = cut_word(word, width, lines);
    used = display_width(current);
  }
  if (used > 0 || lines.empty()) lines.push_back(std::move(current));
  return lines;
}

}  // namespace maillage
