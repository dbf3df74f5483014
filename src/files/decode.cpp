// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "files/files.hpp"

namespace maillage {
namespace {

constexpr char32_t replacement = 0xFFFD;

void append_utf8(std::string& text, char32_t c) {
  const auto byte = [&](char32_t value) { text += static_cast<char>(value); };
  if (c < 0x80) {
    byte(c);
  } else if (c < 0x800) {
    byte(0xC0 | c >> 6);
    byte(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    byte(0xE0 | c >> 12);
    byte(0x80 | (c >> 6 & 0x3F));
    byte(0x80 | (c & 0x3F));
  } else {
    byte(0xF0 | c >> 18);
    byte(0x80 | (c >> 12 & 0x3F));
    byte(0x80 | (c >> 6 & 0x3F));
    byte(0x80 | (c & 0x3F));
  }
}

// 0x80 to 0x9F of Windows-1252; the five places without a character read as U+FFFD. The rest is Latin-1.
constexpr std::array<char32_t, 32> windows_1252_upper{
    0x20AC, replacement, 0x201A,      0x0192, 0x201E,      0x2026,      0x2020, 0x2021,      0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152,      replacement, 0x017D, replacement, replacement, 0x2018, 0x2019,      0x201C, 0x201D, 0x2022,
    0x2013, 0x2014,      0x02DC,      0x2122, 0x0161,      0x203A,      0x0153, replacement, 0x017E, 0x0178};

std::string from_windows_1252(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (const char byte : bytes) {
    const auto c = static_cast<unsigned char>(byte);
    append_utf8(text, c >= 0x80 && c < 0xA0 ? windows_1252_upper[c - 0x80] : c);
  }
  return text;
}

std::string from_utf16(std::string_view bytes, bool is_big_endian) {
  const auto unit_at = [&](std::size_t i) -> char32_t {
    const auto first = static_cast<unsigned char>(bytes[i]);
    const auto second = static_cast<unsigned char>(bytes[i + 1]);
    return is_big_endian ? static_cast<char32_t>(first << 8 | second) : static_cast<char32_t>(second << 8 | first);
  };
  const auto is_low = [](char32_t unit) { return unit >= 0xDC00 && unit < 0xE000; };
  std::string text;
  text.reserve(bytes.size());
  std::size_t i = 0;
  for (; i + 1 < bytes.size(); i += 2) {
    const auto unit = unit_at(i);
    if (unit < 0xD800 || unit >= 0xE000) {
      append_utf8(text, unit);
    } else if (unit < 0xDC00 && i + 3 < bytes.size() && is_low(unit_at(i + 2))) {
      append_utf8(text, 0x10000 + ((unit - 0xD800) << 10) + (unit_at(i + 2) - 0xDC00));
      i += 2;
    } else {
      append_utf8(text, replacement);
    }
  }
  if (i < bytes.size()) append_utf8(text, replacement);  // half a unit at the end
  return text;
}

}  // namespace

bool is_valid_utf8(std::string_view bytes) {
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(i < bytes.size() ? bytes[i] : 0); };
  const auto follows = [&](std::size_t i) { return (at(i) & 0xC0U) == 0x80U; };
  for (std::size_t i = 0; i < bytes.size();) {
    const auto c = at(i);
    if (c < 0x80) {
      ++i;
    } else if (c >= 0xC2 && c <= 0xDF && follows(i + 1)) {
      i += 2;
    } else if (c >= 0xE0 && c <= 0xEF && follows(i + 1) && follows(i + 2) && (c != 0xE0 || at(i + 1) >= 0xA0) &&
               (c != 0xED || at(i + 1) < 0xA0)) {  // neither overlong nor half of a surrogate pair
      i += 3;
    } else if (c >= 0xF0 && c <= 0xF4 && follows(i + 1) && follows(i + 2) && follows(i + 3) &&
               (c != 0xF0 || at(i + 1) >= 0x90) && (c != 0xF4 || at(i + 1) < 0x90)) {
      i += 4;
    } else {
      return false;
    }
  }
  return true;
}

Decoded decode(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return {std::string(bytes.substr(3)), Encoding::utf8_with_mark};
  if (bytes.starts_with("\xFF\xFE")) return {from_utf16(bytes.substr(2), false), Encoding::utf16_little};
  if (bytes.starts_with("\xFE\xFF")) return {from_utf16(bytes.substr(2), true), Encoding::utf16_big};
  if (is_valid_utf8(bytes)) return {std::string(bytes), Encoding::utf8};
  return {from_windows_1252(bytes), Encoding::windows_1252};
}

}  // namespace maillage
