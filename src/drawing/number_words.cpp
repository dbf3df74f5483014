// SPDX-License-Identifier: Apache-2.0
#include "drawing/number_words.hpp"

namespace maillage {

std::string number_in_words(std::int64_t value, const Language& language) {
  constexpr std::int64_t kLargestWord = 16;
  if (value < 0 || value > kLargestWord) return language.number(value);
  return language.label("number_word", std::to_string(value));
}

std::string say_in_words(const Language& language, std::string_view key, std::int64_t count,
                         const Arguments& arguments) {
  auto all = arguments;
  all.push_back({"words", number_in_words(count, language)});
  return language.say_count(key, count, all);
}

std::string with_capital(std::string text) {
  if (text.empty()) return text;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  if (byte(0) >= 'a' && byte(0) <= 'z') {
    text[0] = static_cast<char>(byte(0) - 'a' + 'A');
  } else if (text.size() > 1 && byte(0) == 0xc3 && byte(1) >= 0xa0 && byte(1) != 0xb7 && byte(1) != 0xbf) {
    text[1] = static_cast<char>(byte(1) - 0x20);  // à … þ lie 0x20 above À … Þ
  }
  return text;
}

std::string unbroken(std::string_view text) {
  std::string joined;
  for (const char c : text) {
    if (c == ' ') {
      joined += "\xC2\xA0";
    } else {
      joined += c;
    }
  }
  return joined;
}

}  // namespace maillage
