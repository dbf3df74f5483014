// SPDX-License-Identifier: Apache-2.0
#include "tables/serial_date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace maillage {
namespace {

// The letters of a format that count: lower case, without texts in quotes, escaped signs and [conditions].
std::string bare_code(std::string_view code) {
  std::string bare;
  for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {  // the first section is that of positive numbers
    if (code[i] == '"') {
      i = std::min(code.find('"', i + 1), code.size());
    } else if (code[i] == '\\' || code[i] == '_' || code[i] == '*') {
      ++i;
    } else if (code[i] == '[') {
      const auto end = std::min(code.find(']', i), code.size());
      const auto inside = code.substr(i + 1, end - i - 1);
      if (inside == "h" || inside == "hh" || inside == "m" || inside == "mm" || inside == "s") bare += 'h';  // elapsed
      i = end;
    } else {
      bare += static_cast<char>(code[i] >= 'A' && code[i] <= 'Z' ? code[i] - 'A' + 'a' : code[i]);
    }
  }
  return bare;
}

}  // namespace

NumberFormat NumberFormat::of_code(std::string_view code) {
  const auto bare = bare_code(code);
  NumberFormat format;
  if (bare.find("general") != std::string::npos || bare.find("standard") != std::string::npos) return format;
  const bool has_day = bare.find_first_of("dj") != std::string::npos;       // j: jour, in files of French programs
  const bool has_year = bare.find_first_of("ya") != std::string::npos && bare.find("am/pm") == std::string::npos;
  const bool has_clock = bare.find_first_of("hs") != std::string::npos;
  const bool has_month = bare.find('m') != std::string::npos && !(has_clock && !has_day && !has_year);
  if (has_day) {
    format.shows = Shows::day;
  } else if (has_month) {
    format.shows = Shows::month;
  } else if (has_year) {
    format.shows = Shows::year;
  } else if (has_clock) {
    format.shows = Shows::time;
  } else {
    const auto digits = static_cast<unsigned>(std::ranges::count(bare, '0'));
    const bool is_padded = digits > 1 && bare.find_first_not_of("0 -") == std::string::npos;
    if (is_padded) format.digits = digits;
  }
  return format;
}

NumberFormat NumberFormat::of_number(unsigned id) {
  NumberFormat format;
  if ((id >= 14 && id <= 16) || id == 22 || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 54) || id == 57 ||
      id == 58) {
    format.shows = Shows::day;
  } else if (id == 17) {
    format.shows = Shows::month;
  } else if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) || id == 55 || id == 56) {
    format.shows = Shows::time;
  }
  return format;
}

std::optional<std::string> day_of_serial(double serial, DateSystem system, NumberFormat::Shows shows) {
  using namespace std::chrono;
  if (!(serial >= 0) || serial >= 2'958'466) return std::nullopt;  // 9999-12-31 is 2,958,465
  auto day = static_cast<int>(std::floor(serial));
  sys_days date;
  if (system == DateSystem::from_1904) {
    date = sys_days(year(1904) / 1 / 1) + days(day);
  } else {
    if (day == 0 || day == 60) return std::nullopt;
    date = sys_days(year(1899) / 12 / (day < 60 ? 31 : 30)) + days(day);
  }
  const year_month_day parts(date);
  const auto y = static_cast<int>(parts.year());
  if (y > 9999) return std::nullopt;
  const auto m = static_cast<unsigned>(parts.month()), d = static_cast<unsigned>(parts.day());
  switch (shows) {
    case NumberFormat::Shows::year: return fmt::format("{:04}", y);
    case NumberFormat::Shows::month: return fmt::format("{:04}-{:02}", y, m);
    default: return fmt::format("{:04}-{:02}-{:02}", y, m, d);
  }
}

}  // namespace maillage
