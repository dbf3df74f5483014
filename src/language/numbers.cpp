// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "language/language.hpp"
#include "language/message_text.hpp"

namespace maillage {
namespace {

constexpr std::string_view narrow_space = "\u202F";  // between groups of digits in French
constexpr std::string_view fixed_space = "\u00A0";   // before % and €

std::string grouped(std::string_view digits, bool in_french) {
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) text += in_french ? narrow_space : ",";
    text += digits[i];
  }
  return text;
}

// Digits of the value × 10^decimals, rounded half away from zero as people round: from the 15 decimal digits that a
// double always carries, so that 1.005 gives 1.01 although the double lies a little below.
std::string scaled_digits(double magnitude, int decimals) {
  std::array<char, 40> buffer{};
  const auto [end, error] =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), magnitude, std::chars_format::scientific, 14);
  std::string_view text(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
  const auto exponent_at = text.find('e');
  int exponent = 0;
  const auto* exponent_text = text.data() + exponent_at + 1;
  if (*exponent_text == '+') ++exponent_text;
  std::from_chars(exponent_text, end, exponent);
  std::string digits{text[0]};
  digits += text.substr(2, exponent_at - 2);  // 15 digits; the point stands after the first
  const int kept = exponent + 1 + decimals;
  if (kept < 0) return "0";
  if (kept >= static_cast<int>(digits.size()))
    return digits + std::string(static_cast<std::size_t>(kept) - digits.size(), '0');
  const bool up = digits[static_cast<std::size_t>(kept)] >= '5';
  digits.resize(static_cast<std::size_t>(kept));
  digits.insert(digits.begin(), '0');
  for (auto i = digits.size(); up && i-- > 0;) {
    if (digits[i] != '9') {
      ++digits[i];
      break;
    }
    digits[i] = '0';
  }
  const auto first = digits.find_first_not_of('0');
  return first == std::string::npos ? "0" : digits.substr(first);
}

std::string decimal(double value, int decimals, bool in_french) {
  if (std::isinf(value)) return value < 0 ? "−∞" : "∞";
  const auto places = static_cast<std::size_t>(std::clamp(decimals, 0, 15));
  auto digits = scaled_digits(std::abs(value), static_cast<int>(places));
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  const bool is_zero = digits.find_first_not_of('0') == std::string::npos;
  auto text = std::string(value < 0 && !is_zero ? "−" : "");
  text += grouped(std::string_view(digits).substr(0, digits.size() - places), in_french);
  if (places > 0) text += (in_french ? "," : ".") + digits.substr(digits.size() - places);
  return text;
}

}  // namespace

std::string Language::number(std::int64_t value) const {
  const auto digits = std::to_string(value);
  const bool is_negative = value < 0;
  const auto text =
      (is_negative ? "−" : "") + grouped(std::string_view(digits).substr(is_negative ? 1 : 0), is_french());
  return code_ == Code::made_up ? made_up(text) : text;
}

std::string Language::number(double value, int decimals) const {
  if (std::isnan(value)) return say("word.unknown");
  const auto text = decimal(value, decimals, is_french());
  return code_ == Code::made_up ? made_up(text) : text;
}

std::string Language::percent(double share, int decimals) const {
  if (std::isnan(share)) return say("word.unknown");
  const auto text = decimal(share * 100, decimals, is_french());
  if (is_french()) return text + std::string(fixed_space) + "%";
  return code_ == Code::made_up ? made_up(text + "%") : text + "%";
}

std::string Language::euros(double amount) const {
  if (std::isnan(amount)) return say("word.unknown");
  const int decimals = std::abs(amount - std::round(amount)) < 0.005 ? 0 : 2;
  if (is_french()) return decimal(amount, decimals, true) + std::string(fixed_space) + "€";
  const auto text = std::string(amount < 0 ? "−" : "") + "€" + decimal(std::abs(amount), decimals, false);
  return code_ == Code::made_up ? made_up(text) : text;
}

}  // namespace maillage
