// SPDX-License-Identifier: Apache-2.0
#include "language/message_text.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "language/compiled_catalogues.hpp"

namespace maillage {
namespace {

std::span<const CompiledMessage> messages() {
  return {compiled_messages, compiled_message_count};
}

const CompiledMessage* find_message(std::string_view key) {
  const auto found =
      std::ranges::lower_bound(messages(), key, {}, [](const auto& m) { return std::string_view(m.key); });
  return found != messages().end() && found->key == key ? &*found : nullptr;
}

std::string missing(std::string_view key) {
  return "⟪" + std::string(key) + "⟫";
}

// Every replacement but q's comes apart into the letter and a mark, so that folding leads back to the English word.
constexpr std::array<std::string_view, 26> small_letters{"à", "ḃ", "ç", "ḋ", "é", "ḟ", "ĝ", "ĥ", "î",
                                                         "ĵ", "ķ", "ļ", "ṁ", "ñ", "ö", "ṗ", "q", "ŕ",
                                                         "š", "ţ", "û", "ṽ", "ŵ", "ẋ", "ý", "ž"};
constexpr std::array<std::string_view, 26> capitals{"À", "Ḃ", "Ç", "Ḋ", "É", "Ḟ", "Ĝ", "Ĥ", "Î", "Ĵ", "Ķ", "Ļ", "Ṁ",
                                                    "Ñ", "Ö", "Ṗ", "Q", "Ŕ", "Š", "Ţ", "Û", "Ṽ", "Ŵ", "Ẋ", "Ý", "Ž"};

void append_accented(std::string& to, std::string_view text) {
  for (const char c : text) {
    if (c >= 'a' && c <= 'z') {
      to += small_letters[static_cast<std::size_t>(c - 'a')];
    } else if (c >= 'A' && c <= 'Z') {
      to += capitals[static_cast<std::size_t>(c - 'A')];
    } else {
      to += c;
    }
  }
}

void append_plain(std::string& to, std::string_view text) {
  to += text;
}

template <class AppendText>
std::string fill(std::string_view text, const Arguments& arguments, AppendText append_text) {
  std::string result;
  result.reserve(text.size() + 32);
  while (true) {
    const auto open = text.find('{');
    append_text(result, text.substr(0, open));
    if (open == std::string_view::npos) return result;
    const auto close = text.find('}', open);
    const auto name = text.substr(open + 1, close - open - 1);
    const auto argument = std::ranges::find(arguments, name, &Argument::name);
    if (argument != arguments.end()) {
      result += argument->value;
    } else {
      result += text.substr(open, close - open + 1);
    }
    if (close == std::string_view::npos) return result;
    text.remove_prefix(close + 1);
  }
}

std::string_view or_empty(const char* text) {
  return text == nullptr ? std::string_view() : text;
}

}  // namespace

std::string message_text(std::string_view key, bool in_french, PluralForm form) {
  const auto* message = find_message(key);
  if (message == nullptr) return missing(key);
  const char* one = in_french ? message->french : message->english;
  const char* many = in_french ? message->french_plural : message->english_plural;
  const char* text = form == PluralForm::many && many != nullptr ? many : one;
  return text == nullptr ? missing(key) : text;
}

std::string filled(std::string_view text, const Arguments& arguments) {
  return fill(text, arguments, append_plain);
}

std::string filled_made_up(std::string_view text, const Arguments& arguments) {
  return "⟦" + fill(text, arguments, append_accented) + "⟧";
}

std::string made_up(std::string_view text) {
  std::string accented;
  append_accented(accented, text);
  return "⟦" + accented + "⟧";
}

bool Language::has(std::string_view key) const {
  const auto* message = find_message(key);
  return message != nullptr && (is_french() ? message->french : message->english) != nullptr;
}

std::vector<CatalogueEntry> catalogue_entries() {
  std::vector<CatalogueEntry> entries;
  for (const auto& message : messages()) {
    entries.push_back({message.key, or_empty(message.french), or_empty(message.english),
                       message.french_plural != nullptr || message.english_plural != nullptr,
                       or_empty(message.french_plural), or_empty(message.english_plural)});
  }
  return entries;
}

}  // namespace maillage
