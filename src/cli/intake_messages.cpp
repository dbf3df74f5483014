// SPDX-License-Identifier: Apache-2.0
#include "cli/intake_messages.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace maillage {
namespace {

// Values that are counts, and those that are sizes in bytes.
constexpr auto kCounts = std::to_array<std::string_view>({"too_many_lines", "too_many_pages", "replaced_letters"});
constexpr auto kSizes = std::to_array<std::string_view>({"too_large", "too_much_text"});

std::int64_t number_in(const std::string& text) {
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

}  // namespace

std::string intake_message(const documents::IntakeFault& fault, const Language& language) {
  auto value = fault.value;
  if (std::ranges::find(kCounts, fault.code) != kCounts.end()) value = language.number(number_in(value));
  if (std::ranges::find(kSizes, fault.code) != kSizes.end()) value = language.number(number_in(value) >> 20);
  if (fault.code == "other_language") value = language.label("language_name", value);
  auto key = "intake." + fault.code;
  if (value.empty() && language.has(key + ".without_value")) key += ".without_value";
  return language.say(key, {{"value", value}, {"page", language.number(static_cast<std::int64_t>(fault.page))}});
}

}  // namespace maillage
