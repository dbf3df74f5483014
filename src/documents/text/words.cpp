// SPDX-License-Identifier: Apache-2.0
#include "documents/text/words.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

#include "documents/text/letters.hpp"
#include "names/name_index.hpp"

namespace maillage::documents {
namespace {

enum class Letter : std::uint8_t { space, apostrophe, hyphen, digit, letter, mark };

Letter letter_of(UChar32 c) {
  if (c == '\'' || c == 0x2019 || c == 0x2BC) return Letter::apostrophe;
  if (c == '-' || c == 0x2010 || c == 0x2011) return Letter::hyphen;
  if (u_isUWhiteSpace(c)) return Letter::space;
  if (u_isdigit(c)) return Letter::digit;
  if (u_isalpha(c) || u_charType(c) == U_NON_SPACING_MARK) return Letter::letter;
  return Letter::mark;
}

Casing casing_of(std::string_view text) {
  int letters = 0, upper = 0;
  bool begins_upper = false;
  for (std::int32_t at = 0, size = static_cast<std::int32_t>(text.size()); at < size;) {
    const UChar32 c = next_letter(text, at);
    if (!u_isalpha(c)) continue;
    const bool is_upper = u_isupper(c) || u_istitle(c);
    if (letters++ == 0) begins_upper = is_upper;
    upper += is_upper ? 1 : 0;
  }
  if (letters == 0) return Casing::none;
  if (upper == 0) return Casing::lower;
  if (upper == letters && letters > 1) return Casing::upper;
  return begins_upper || upper > 1 ? Casing::capital : Casing::lower;
}

/// « Nov@lia », « D@ta Nord »: the sign inside a name with a capital, and not inside an address, which goes on with a dot.
bool is_inside_name(std::string_view text, std::int32_t begin, std::int32_t sign) {
  auto at = begin;
  if (!u_isupper(next_letter(text, at))) return false;
  at = sign;
  const auto size = static_cast<std::int32_t>(text.size());
  if (next_letter(text, at) != '@' || at >= size) return false;
  bool is_first = true;
  while (at < size) {
    const UChar32 c = next_letter(text, at);
    const auto kind = letter_of(c);
    if (is_first && kind != Letter::letter) return false;
    is_first = false;
    if (c == '.' && at < size) {
      auto peek = at;
      return letter_of(next_letter(text, peek)) == Letter::space;
    }
    if (kind != Letter::letter && kind != Letter::digit && kind != Letter::hyphen) return c != '@' && c != '_';
  }
  return true;
}

}  // namespace

Words::Words(const Prose& prose) : prose_(&prose) {
  const std::string_view text = prose.text;
  const auto size = static_cast<std::int32_t>(prose.text.size());
  struct Begun {
    std::size_t from, length;
  };
  std::vector<Begun> begun;
  char joined = '\n';
  std::uint32_t sentence = 0;
  for (std::int32_t at = 0; at < size;) {
    const auto begin = at;
    const UChar32 c = next_letter(text, at);
    const auto first = letter_of(c);
    if (first == Letter::space) {
      joined = c == '\n' ? '\n' : (joined == '\n' ? '\n' : ' ');
      continue;
    }
    const bool follows_word = !words_.empty() && words_.back().span.end == static_cast<std::uint32_t>(begin) &&
                              words_.back().kind != WordKind::mark;
    if ((first == Letter::apostrophe || first == Letter::hyphen) && follows_word && at < size) {
      auto peek = at;
      const UChar32 next = next_letter(text, peek);
      if (letter_of(next) == Letter::letter || letter_of(next) == Letter::digit) {
        joined = first == Letter::apostrophe ? '\'' : '-';
        continue;
      }
    }
    Word word;
    word.kind = first == Letter::letter ? WordKind::word : first == Letter::digit ? WordKind::number : WordKind::mark;
    auto end = at;
    while (word.kind != WordKind::mark && end < size) {
      auto peek = end;
      const UChar32 next = next_letter(text, peek);
      // A letter that is lost is part of the word it stands in: a name must not end there without a sign of it.
      const bool is_lost = next == 0xFFFD && first == Letter::letter;
      const bool is_sign = next == '@' && first == Letter::letter && is_inside_name(text, begin, end);
      if (!is_lost && !is_sign && letter_of(next) != first) break;
      end = peek;
    }
    at = end;
    word.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    const auto here = prose.of(word.span);
    word.casing = casing_of(here);
    word.joined = joined;
    joined = '\0';
    while (sentence + 1 < prose.sentences.size() && prose.sentences[sentence].end <= word.span.begin) ++sentence;
    word.sentence = sentence;
    const auto letters = word.kind == WordKind::mark ? std::string(here) : folded(here);
    begun.push_back({folded_.size(), letters.size()});
    folded_ += letters;
    words_.push_back(word);
  }
  for (std::size_t i = 0; i < words_.size(); ++i) {
    words_[i].folded = std::string_view(folded_).substr(begun[i].from, begun[i].length);
  }
  sentences_.assign(std::max<std::size_t>(prose.sentences.size(), 1), {0, 0});
  for (std::size_t i = words_.size(); i-- > 0;) sentences_[words_[i].sentence].first = i;
  for (std::size_t i = 0; i < words_.size(); ++i) sentences_[words_[i].sentence].second = i + 1;
}

std::size_t Words::first_from(std::uint32_t offset) const {
  const auto found = std::ranges::lower_bound(words_, offset, {}, [](const Word& word) { return word.span.begin; });
  return static_cast<std::size_t>(found - words_.begin());
}

}  // namespace maillage::documents
