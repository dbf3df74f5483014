// SPDX-License-Identifier: Apache-2.0
#include "documents/text/clean_lines.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <memory>
#include <stdexcept>

namespace maillage::documents {
namespace {

constexpr int kTabStop = 4;

const char16_t* letters_of_ligature(char16_t c) {
  switch (c) {
    case 0xFB00: return u"ff";
    case 0xFB01: case 0xF001: return u"fi";  // the second: the private area of some fonts
    case 0xFB02: case 0xF002: return u"fl";
    case 0xFB03: return u"ffi";
    case 0xFB04: return u"ffl";
    case 0xFB05: case 0xFB06: return u"st";
    default: return nullptr;
  }
}

bool is_apostrophe(char16_t c) {
  return c == u'\'' || c == 0x2019 || c == 0x2018 || c == 0x2BC || c == 0x2B9 || c == 0x2032 || c == 0xB4 || c == u'`';
}

bool is_left_out(char16_t c) {
  return (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF || (c >= 0x202A && c <= 0x202E) || u_iscntrl(c);
}

/// Where TeX's fonts have ligatures: what a PDF gives for one whose letters it does not know.
bool is_place_of_ligature(char16_t c) { return c == 0x0B || c == 0x0E || c == 0x0F || (c >= 0x1B && c <= 0x1F); }

bool is_inside_word(const icu::UnicodeString& line, std::int32_t at) {
  return at > 0 && at + 1 < line.length() && u_islower(line[at - 1]) && u_islower(line[at + 1]);
}

// One past « S.N.C.F. »: three letters at least with a stop each; `at` where there are none.
std::int32_t dotted_end(const icu::UnicodeString& line, std::int32_t at) {
  if (at > 0 && (u_isalnum(line[at - 1]) || line[at - 1] == u'.')) return at;
  auto end = at;
  while (end + 1 < line.length() && u_isupper(line[end]) && line[end + 1] == u'.') end += 2;
  return end >= at + 6 && (end == line.length() || !u_isalpha(line[end])) ? end : at;
}

// « Le », « Il », « Une »: a short word with a capital, behind which a stop ends the sentence before.
bool begins_sentence(const icu::UnicodeString& line, std::int32_t at) {
  constexpr std::int32_t kLongest = 4;
  auto end = at;
  while (end < line.length() && u_isalpha(line[end])) ++end;
  return end > at && end - at <= kLongest && u_isupper(line[at]) && (end - at == 1 || u_islower(line[at + 1]));
}

/// One line without its end.
std::string cleaned(const icu::UnicodeString& line) {
  icu::UnicodeString clean;
  for (std::int32_t i = 0; i < line.length(); ++i) {
    const char16_t c = line[i];
    if (const auto dotted = u_isupper(c) ? dotted_end(line, i) : i; dotted > i) {
      for (; i < dotted; i += 2) clean += line[i];
      if (dotted >= line.length() || begins_sentence(line, dotted + 1)) clean += u'.';
      --i;
    } else if (const auto* letters = letters_of_ligature(c)) {
      clean += letters;
    } else if (c == u'\t') {
      do clean += u' ';
      while (clean.length() % kTabStop != 0);
    } else if (is_place_of_ligature(c) && is_inside_word(line, i)) {
      clean += char16_t{0xFFFD};
    } else if (c == 0xAD) {
      if (i + 1 == line.length()) clean += u'-';
    } else if (is_apostrophe(c)) {
      // A scan's l: « |'occasion », « I"'école ».
      if (clean.endsWith(u"|")) clean.replace(clean.length() - 1, 1, u'l');
      if (clean.endsWith(u"I\"")) clean.truncate(clean.length() - 1);
      if (!clean.endsWith(u"'")) clean += u'\'';
    } else if (u_isUWhiteSpace(c) || c == 0x2007) {
      clean += u' ';
    } else if (!is_left_out(c)) {
      clean += c;
    }
  }
  while (clean.endsWith(u" ")) clean.truncate(clean.length() - 1);
  std::string text;
  return clean.toUTF8String(text);
}

}  // namespace

std::string cleaned_line(std::string_view line) {
  UErrorCode status = U_ZERO_ERROR;
  static const auto* const nfc = icu::Normalizer2::getNFCInstance(status);
  if (nfc == nullptr) throw std::runtime_error("ICU has no normalisation data");
  return cleaned(nfc->normalize(icu::UnicodeString::fromUTF8({line.data(), static_cast<std::int32_t>(line.size())}), status));
}

std::vector<SourceLine> clean_lines(std::string_view text) {
  std::vector<SourceLine> lines;
  std::uint32_t page = 1, number = 1;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find_first_of("\r\n\f", at), text.size());
    const auto raw = text.substr(at, end - at);
    const bool ends_page = end < text.size() && text[end] == '\f';
    // What stands between a page's end and the next line begins the page; a form feed alone is no line.
    if (!ends_page || !raw.empty()) {
      lines.push_back({cleaned_line(raw), number, page});
    }
    if (ends_page) ++page;
    else ++number;
    at = end + 1;
    if (end < text.size() && text[end] == '\r' && at < text.size() && text[at] == '\n') ++at;
  }
  return lines;
}

}  // namespace maillage::documents
