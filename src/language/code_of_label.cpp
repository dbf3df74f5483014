// SPDX-License-Identifier: Apache-2.0
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include "language/language.hpp"
#include "language/message_text.hpp"

namespace maillage {
namespace {

// Letters and digits alone, without case and accents: what a label and a user's way of typing it share.
std::string bare(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  const auto* normalizer = icu::Normalizer2::getNFKDInstance(error);
  auto wide = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  if (U_SUCCESS(error)) wide = normalizer->normalize(wide, error);
  wide.foldCase();
  icu::UnicodeString kept;
  for (std::int32_t i = 0; i < wide.length(); i = wide.moveIndex32(i, 1)) {
    const UChar32 c = wide.char32At(i);
    if (c == U'œ') {
      kept.append(u"oe", 2);
    } else if (u_isalnum(c)) {
      kept.append(c);
    }
  }
  std::string result;
  return kept.toUTF8String(result);
}

}  // namespace

std::string Language::code_of_label(std::string_view group, std::string_view word,
                                    const std::vector<std::string_view>& codes) const {
  for (const auto code : codes) {
    if (code == word) return std::string(code);
  }
  const auto wanted = bare(word);
  if (wanted.empty()) return {};
  for (const auto code : codes) {
    if (bare(code) == wanted) return std::string(code);
  }
  for (const bool in_french : {is_french(), !is_french()}) {
    for (const auto* const form : {"", "_plural"}) {
      for (const auto code : codes) {
        const auto key = std::string(group) + form + "." + std::string(code);
        const auto text = message_text(key, in_french);
        if (!text.starts_with("⟪") && bare(text) == wanted) return std::string(code);
      }
    }
  }
  return {};
}

}  // namespace maillage
