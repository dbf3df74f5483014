// SPDX-License-Identifier: Apache-2.0
#include "documents/people/name_casing.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

#include "documents/text/letters.hpp"

namespace maillage::documents {
namespace {

void append(std::string& text, UChar32 c) {
  std::array<char, U8_MAX_LENGTH> bytes{};
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(bytes.data(), length, c);
  text.append(bytes.data(), static_cast<std::size_t>(length));
}

/// « DUPONT » → « Dupont », « MCKENZIE » → « McKenzie ».
std::string lowered_but_first(std::string_view text) {
  std::string cased;
  int letters = 0;
  const bool is_mc = text.size() > 4 && text.starts_with("MC");
  for (std::int32_t at = 0; at < static_cast<std::int32_t>(text.size());) {
    const UChar32 c = next_letter(text, at);
    if (c < 0) continue;
    const bool stays = letters == 0 || (is_mc && letters == 2);
    append(cased, stays ? c : u_tolower(c));
    ++letters;
  }
  return cased;
}

std::string cased_word(const Words& words, std::size_t at, bool is_first_name, const Lexicon& lexicon) {
  const auto& word = words[at];
  const std::string text(words.prose().of(word.span));
  if (word.casing != Casing::upper) return text;
  constexpr auto kSmall = std::to_array<std::string_view>({"DE", "DU", "DES", "VON", "VAN"});
  if (!is_first_name && std::ranges::find(kSmall, text) != kSmall.end()) {
    std::string small(word.folded);
    return small;
  }
  if (is_first_name) {
    if (const auto known = lexicon.first_names.at(words, at, at + 1)) {
      const bool has_accents = std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) > 0x7F; });
      if (!has_accents) return known.entry->phrase;
    }
  }
  return lowered_but_first(text);
}

void append_words(std::string& text, const Words& words, std::size_t first, std::size_t last, bool are_first_names,
                  const Lexicon& lexicon) {
  for (auto at = first; at < last; ++at) {
    const bool is_mark = words[at].kind == WordKind::mark;
    const char joined = words[at].joined;
    const bool follows_dash = at > first && words[at - 1].is("-");
    if (at == first) {
      if (!text.empty()) text += ' ';
    } else if (joined == '-' || joined == '\'') {
      text += joined;
    } else if (joined != '\0' || (!is_mark && !follows_dash)) {
      text += ' ';
    }
    text += cased_word(words, at, are_first_names, lexicon);
  }
}

}  // namespace

std::string capitals_as_name(std::string_view text) {
  constexpr auto kSmall = std::to_array<std::string_view>({"DE", "DU", "DES", "LA", "LE", "LES", "D", "L", "ET", "EN", "SUR", "SOUS", "AUX", "AU"});
  std::string cased;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find_first_of(" -'", at), text.size());
    const auto word = text.substr(at, end - at);
    const bool is_small = std::ranges::find(kSmall, word) != kSmall.end();
    auto letters = lowered_but_first(word);
    if (is_small && !letters.empty()) letters.front() = static_cast<char>(letters.front() - 'A' + 'a');
    cased += letters;
    if (end < text.size()) cased += text[end];
    at = end + 1;
  }
  return cased;
}

std::string cased_name(const Words& words, const WrittenName& name, const Lexicon& lexicon) {
  std::string text;
  append_words(text, words, name.first, name.surname, true, lexicon);
  if (name.surname_last < name.last) append_words(text, words, name.surname_last, name.last, true, lexicon);
  append_words(text, words, name.surname, name.surname_last, false, lexicon);
  return text;
}

}  // namespace maillage::documents
