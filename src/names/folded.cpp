// SPDX-License-Identifier: Apache-2.0
#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <memory>

#include "names/name_index.hpp"

namespace maillage {
namespace {

// Letters that Unicode does not take apart, as French and its neighbours write them without their marks.
const char16_t* plain_letters(UChar32 c) {
  switch (c) {
    case 0x153:
      return u"oe";
    case 0xE6:
      return u"ae";
    case 0xF8:
      return u"o";
    case 0x142:
      return u"l";
    case 0x111:
      return u"d";
    case 0x131:
      return u"i";
    case '&':
      return u" et ";
    default:
      return nullptr;
  }
}

bool is_left_out(UChar32 c) {
  const auto type = u_charType(c);
  return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR;
}

// One space between words, none at the ends.
std::string with_single_spaces(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (const char c : text) {
    if (c != ' ') {
      result += c;
    } else if (!result.empty() && result.back() != ' ') {
      result += c;
    }
  }
  if (result.ends_with(' ')) result.pop_back();
  return result;
}

std::string folded_ascii(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (const char c : text) {
    if (c >= 'A' && c <= 'Z') {
      result += static_cast<char>(c - 'A' + 'a');
    } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      result += c;
    } else if (c == '&') {
      result += " et ";
    } else {
      result += ' ';
    }
  }
  return with_single_spaces(result);
}

bool is_ascii(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

const icu::Collator* french_order() {
  static const std::unique_ptr<icu::Collator> collator = [] {
    UErrorCode error = U_ZERO_ERROR;
    std::unique_ptr<icu::Collator> made(icu::Collator::createInstance(icu::Locale("fr"), error));
    return U_SUCCESS(error) ? std::move(made) : nullptr;
  }();
  return collator.get();
}

}  // namespace

std::string folded(std::string_view text) {
  if (is_ascii(text)) return folded_ascii(text);
  UErrorCode error = U_ZERO_ERROR;
  const auto* normalizer = icu::Normalizer2::getNFKDInstance(error);
  auto wide = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  if (U_SUCCESS(error)) wide = normalizer->normalize(wide, error);
  wide.foldCase();
  icu::UnicodeString kept;
  for (std::int32_t i = 0; i < wide.length(); i = wide.moveIndex32(i, 1)) {
    const UChar32 c = wide.char32At(i);
    if (const auto* letters = plain_letters(c)) {
      kept.append(letters, -1);
    } else if (u_isalnum(c)) {
      kept.append(c);
    } else if (!is_left_out(c)) {
      kept.append(u' ');
    }
  }
  std::string result;
  return with_single_spaces(kept.toUTF8String(result));
}

bool french_less(std::string_view a, std::string_view b) {
  if (const auto* collator = french_order()) {
    UErrorCode error = U_ZERO_ERROR;
    const auto order = collator->compareUTF8({a.data(), static_cast<std::int32_t>(a.size())},
                                             {b.data(), static_cast<std::int32_t>(b.size())}, error);
    if (U_SUCCESS(error) && order != UCOL_EQUAL) return order == UCOL_LESS;
  }
  return a < b;
}

}  // namespace maillage
