// SPDX-License-Identifier: Apache-2.0
#include "documents/intake/charset.hpp"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>

#include "files/files.hpp"

namespace maillage::documents {
namespace {

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

bool is_marked(std::string_view bytes) {
  return bytes.starts_with("\xEF\xBB\xBF") || bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

}  // namespace

std::string in_lower_case(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return lower;
}

Utf16 unmarked_utf16(std::string_view bytes) {
  constexpr std::size_t kPiece = 4096;
  const auto piece = bytes.substr(0, kPiece);
  if (piece.size() < 8 || is_marked(bytes)) return Utf16::no;
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < piece.size(); ++i) zeros[i % 2] += piece[i] == '\0' ? 1 : 0;
  const auto most = piece.size() / 2, few = piece.size() / 20;
  if (zeros[1] * 10 > most * 7 && zeros[0] <= few) return Utf16::little;
  if (zeros[0] * 10 > most * 7 && zeros[1] <= few) return Utf16::big;
  return Utf16::no;
}

std::string utf8_of(std::string_view bytes) {
  switch (unmarked_utf16(bytes)) {
    case Utf16::little:
      return decode("\xFF\xFE" + std::string(bytes)).text;
    case Utf16::big:
      return decode("\xFE\xFF" + std::string(bytes)).text;
    case Utf16::no:
      break;
  }
  return decode(bytes).text;
}

std::string utf8_of(std::string_view bytes, std::string_view charset) {
  auto name = in_lower_case(charset);
  // What calls itself Latin-1 or ASCII is Windows-1252 in practice, or UTF-8: told by the bytes.
  const bool is_loose = name.empty() || name == "us-ascii" || name == "ascii" || name == "iso-8859-1" ||
                        name == "latin1" || name == "utf-8" || name == "utf8";
  if (is_loose || is_marked(bytes) || bytes.size() > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max()))
    return utf8_of(bytes);
  UErrorCode status = U_ZERO_ERROR;
  const Converter converter(ucnv_open(name.c_str(), &status), &ucnv_close);
  if (U_FAILURE(status) != 0) return utf8_of(bytes);
  const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(), status);
  if (U_FAILURE(status) != 0) return utf8_of(bytes);
  std::string utf8;
  return text.toUTF8String(utf8);
}

}  // namespace maillage::documents
