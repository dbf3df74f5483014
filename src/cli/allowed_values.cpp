// SPDX-License-Identifier: Apache-2.0
#include "cli/allowed_values.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include "cli/session.hpp"

namespace maillage {
namespace {

template <class T>
std::optional<T> text_as(const std::string& text) {
  T value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// CLI11 puts "--option: " before what a validator says, which parse_error_message takes away again.
std::string refusal(const CLI::Option& option, const std::string& value, const std::string& allowed,
                    const Language& language) {
  return language.say("cli.error.not_allowed", {{"option", option.get_name()}, {"value", shown_word(value)}, {"allowed", allowed}});
}

std::string as_typed(double value) {
  std::array<char, 32> digits{};
  return {digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr};
}

bool is_in(double value, const NumberRange& range) {
  return std::isfinite(value) && (value > range.least || (range.holds_least && value == range.least)) &&
         (value < range.most || (range.holds_most && value == range.most));
}

std::string words_for(const NumberRange& range, const Language& language) {
  const auto least = as_typed(range.least);
  if (std::isinf(range.most)) {
    return language.say(range.holds_least ? "cli.allowed.numbers_from" : "cli.allowed.numbers_above",
                        {{"least", least}});
  }
  const auto* key = range.holds_most ? "cli.allowed.numbers" : "cli.allowed.numbers_below";
  return language.say(!range.holds_least && !range.holds_most ? "cli.allowed.numbers_between" : key,
                      {{"least", least}, {"most", as_typed(range.most)}});
}

}  // namespace

CLI::Option* allow_whole_numbers(CLI::Option* option, const Language& language, std::uint64_t least,
                                 std::uint64_t most) {
  const auto check = [option, &language, least, most](const std::string& text) {
    const auto value = text_as<std::uint64_t>(text);
    if (value && *value >= least && *value <= most) return std::string{};
    const bool has_end = most != std::numeric_limits<std::uint64_t>::max();
    const auto allowed =
        has_end ? language.say("cli.allowed.whole_numbers",
                               {{"least", std::to_string(least)}, {"most", std::to_string(most)}})
                : language.say("cli.allowed.whole_numbers_from", {{"least", std::to_string(least)}});
    return refusal(*option, text, allowed, language);
  };
  return option->check(CLI::Validator(check, ""));
}

CLI::Option* allow_numbers(CLI::Option* option, const Language& language, const NumberRange& range) {
  const auto check = [option, &language, range](const std::string& text) {
    const auto value = text_as<double>(text);
    if (value && is_in(*value, range)) return std::string{};
    return refusal(*option, text, words_for(range, language), language);
  };
  return option->check(CLI::Validator(check, ""));
}

std::string listed_codes(const std::vector<std::string_view>& codes) {
  std::string listed;
  for (const auto code : codes) listed += (listed.empty() ? "" : ", ") + std::string(code);
  return listed;
}

void refuse_code(const char* option, const std::string& word, const std::vector<std::string_view>& codes,
                 const Language& language) {
  throw Failure(ExitCode::usage, language.say("cli.error.unknown_code",
                                              {{"option", option}, {"value", shown_word(word)}, {"codes", listed_codes(codes)}}));
}

void check_code(const char* option, const std::string& word, const std::vector<std::string_view>& codes,
                const Language& language) {
  if (std::ranges::find(codes, word) == codes.end()) refuse_code(option, word, codes, language);
}

}  // namespace maillage
