// SPDX-License-Identifier: Apache-2.0
#include "language/sentence_words.hpp"

namespace maillage {
namespace {

/// The first word of a name in lower case without accents; empty where it holds a letter beyond U+00FF.
std::string first_word(std::string_view name) {
  std::string word;
  for (std::size_t i = 0; i < name.size() && name[i] != ' '; ++i) {
    const auto c = static_cast<unsigned char>(name[i]);
    if (c == 0xC3 && i + 1 < name.size()) {
      const auto next = static_cast<unsigned char>(name[++i]) | 0x20U;  // the lower-case letter of U+00C0…U+00FF
      word += next >= 0xA8 && next <= 0xAB ? 'e' : next == 0xB4 ? 'o' : next == 0xAE ? 'i' : '?';
    } else if (c < 0x80) {
      word += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    } else {
      return {};
    }
  }
  return word;
}

/// A name of one word in capitals: UPHF, EPSM. (The article of others depends on their gender, which letters do not tell.)
bool is_acronym_that_begins_with_a_vowel(std::string_view name) {
  constexpr std::string_view vowels = "AEIOU";
  if (name.size() < 3 || vowels.find(name.front()) == std::string_view::npos) return false;
  return name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string_view::npos;
}

}  // namespace

std::string with_article(const Language& language, std::string_view name) {
  auto key = "article." + first_word(name);
  if (!language.has(key) && is_acronym_that_begins_with_a_vowel(name)) key = "article.acronym_with_vowel";
  return language.has(key) ? language.say(key, {{"name", std::string(name)}}) : std::string(name);
}

std::string at_head(const Language& language, std::string_view name) {
  auto named = with_article(language, name);
  return named == name ? named : with_capital(std::move(named));
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

std::string some_of(std::vector<std::string> texts, const Language& language, std::size_t most) {
  if (texts.size() > most + 1) {
    const auto left = texts.size() - most;
    texts.resize(most);
    texts.push_back(language.say_count("report.and_others", static_cast<std::int64_t>(left)));
  }
  return language.list(texts);
}

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

}  // namespace maillage
