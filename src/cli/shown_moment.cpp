// SPDX-License-Identifier: Apache-2.0
#include "cli/shown_moment.hpp"

#include <array>
#include <ctime>
#include <optional>

#include "cli/session.hpp"
#include "model/partial_date.hpp"

namespace maillage {
namespace {

std::string formatted(const std::tm& moment, const char* form) {
  std::array<char, 64> text{};
  const auto length = std::strftime(text.data(), text.size(), form, &moment);
  return {text.data(), length};
}

std::optional<std::time_t> moment_of(const std::string& utc) {
  std::tm moment{};
  const char* end = ::strptime(utc.c_str(), "%Y-%m-%dT%H:%M:%SZ", &moment);
  if (end == nullptr || *end != '\0') return std::nullopt;
  return ::timegm(&moment);
}

}  // namespace

std::string shown_moment(const std::string& utc) {
  const auto moment = moment_of(utc);
  std::tm here{};
  if (!moment || ::localtime_r(&*moment, &here) == nullptr) return shown_word(utc);
  auto text = formatted(here, "%Y-%m-%d %H:%M:%S %z");
  text.insert(text.size() - 2, ":");
  return text;
}

std::string midnight_in_utc(long day) {
  const std::time_t noon = static_cast<std::time_t>(day) * 86'400 + 43'200;
  std::tm here{};
  ::gmtime_r(&noon, &here);
  here.tm_hour = 0;
  here.tm_isdst = -1;
  const auto moment = std::mktime(&here);
  std::tm utc{};
  ::gmtime_r(&moment, &utc);
  return formatted(utc, "%Y-%m-%dT%H:%M:%SZ");
}

std::string day_of_the_clock() {
  constexpr long kSecondsOfADay = 86'400;
  return to_iso(static_cast<Day>(std::time(nullptr) / kSecondsOfADay));
}

}  // namespace maillage
