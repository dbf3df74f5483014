// SPDX-License-Identifier: Apache-2.0
#include "documents/drafts/quote.hpp"

#include <algorithm>

namespace maillage::documents {
namespace {

constexpr std::uint32_t kLongestQuote = 220, kBeside = 60;

Span sentence_around(const Prose& prose, const Span& place) {
  const auto after = std::ranges::upper_bound(prose.sentences, place.begin, {}, &Span::begin);
  return after != prose.sentences.begin() && std::prev(after)->holds(place.begin) ? *std::prev(after) : place;
}

// Whole words around a place, as far as there are spaces between them.
Span words_around(std::string_view text, const Span& whole, const Span& place) {
  const auto is_inside_character = [&](std::uint32_t at) { return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U; };
  auto begin = std::max(whole.begin, place.begin > kBeside ? place.begin - kBeside : 0U);
  auto end = std::min({whole.end, std::max(place.end, begin) + kBeside, begin + kLongestQuote});
  while (begin > whole.begin && begin < place.begin && text[begin - 1] != ' ') ++begin;
  while (end < whole.end && end > place.end && text[end] != ' ') --end;
  while (begin < end && is_inside_character(begin)) ++begin;
  while (end > begin && is_inside_character(end)) --end;
  return {begin, end};
}

}  // namespace

bool holds_contact(std::string_view text) {
  constexpr int kFrenchNumber = 10;
  int digits = 0;
  bool begins_a_number = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '@') return true;
    if (c >= '0' && c <= '9') {
      if (digits == 0) begins_a_number = c == '0' || (i > 0 && text[i - 1] == '+');
      if (++digits >= kFrenchNumber && begins_a_number) return true;
    } else if (c != ' ' && c != '.' && c != '-') {
      digits = 0;
    }
  }
  return false;
}

std::string quote_of(const Prose& prose, const Span& place) {
  const auto whole = sentence_around(prose, place);
  auto part = whole;
  if (whole.end - whole.begin > kLongestQuote || holds_contact(prose.of(whole))) part = words_around(prose.text, whole, place);
  std::string quote(prose.of(part));
  if (holds_contact(quote)) return {};
  quote = (part.begin > whole.begin ? "\u2026" : "") + quote + (part.end < whole.end ? "\u2026" : "");
  std::ranges::replace(quote, '\n', ' ');
  return quote;
}

}  // namespace maillage::documents
