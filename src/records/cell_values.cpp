// SPDX-License-Identifier: Apache-2.0
#include "records/cell_values.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace maillage {
namespace {

constexpr std::array<std::string_view, 2> kNoBreakSpaces{"\xC2\xA0", "\xE2\x80\xAF"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Length of the space a text begins with (ordinary or no-break), 0 where there is none.
std::size_t space_at_begin(std::string_view text) {
  if (text.empty()) return 0;
  if (is_space(text[0])) return 1;
  for (const auto space : kNoBreakSpaces) {
    if (text.starts_with(space)) return space.size();
  }
  return 0;
}

std::optional<unsigned> digits(std::string_view text) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// 1 234 567,8 → 1234567,8; nothing where spaces do not part groups of three digits.
std::optional<std::string> without_group_spaces(std::string_view text) {
  std::string result;
  std::size_t since_space = 0;
  bool has_space = false;
  for (std::size_t i = 0; i < text.size();) {
    const auto space = space_at_begin(text.substr(i));
    const bool is_fraction = text[i] == ',' || text[i] == '.';
    if (space > 0 || is_fraction) {
      if (has_space ? since_space != 3 : (since_space == 0 || (space > 0 && since_space > 3))) return std::nullopt;
      if (is_fraction) return result.append(text.substr(i));
      has_space = true;
      since_space = 0;
      i += space;
      continue;
    }
    result += text[i++];
    ++since_space;
  }
  if (has_space && since_space != 3) return std::nullopt;
  return result;
}

std::optional<double> plain_decimal(std::string_view text) {
  if (text.empty() || !(is_digit(text[0]) || text[0] == '-')) return std::nullopt;
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

}  // namespace

ReadValue<PartialDate> read_date(std::string_view text) {
  if (const auto date = PartialDate::parse(text)) return {date, false};
  const auto first = text.find('/');
  const auto second = first == std::string_view::npos ? first : text.find('/', first + 1);
  if (second == std::string_view::npos || first > 2 || second - first > 3 || text.size() - second != 5) return {};
  const auto day = digits(text.substr(0, first));
  const auto month = digits(text.substr(first + 1, second - first - 1));
  const auto year = digits(text.substr(second + 1));
  if (!day || !month || !year) return {};
  const auto two = [](unsigned number) { return std::string(number < 10 ? "0" : "") + std::to_string(number); };
  const auto iso = std::string(text.substr(second + 1)) + "-" + two(*month) + "-" + two(*day);
  const auto date = PartialDate::parse(iso);
  if (!date || !date->is_exact_day()) return {};
  return {date, true};
}

bool stands_for_no_end(const PartialDate& date) {
  const auto text = date.to_edtf();
  return text == "9999" || text == "2999" || text == "9999-12-31" || text == "2999-12-31";
}

ReadValue<double> read_number(std::string_view text, DecimalMark mark) {
  if (const auto value = plain_decimal(text)) return {value, false};
  auto joined = without_group_spaces(text);
  if (!joined) return {};
  const auto comma = joined->find(',');
  if (comma != std::string::npos) {
    const bool could_be_thousands = joined->size() - comma == 4 && comma <= 3;
    if (could_be_thousands && mark == DecimalMark::point && joined->size() == text.size()) return {};
    (*joined)[comma] = '.';
  }
  const auto value = plain_decimal(*joined);
  return {value, value.has_value()};
}

ReadValue<std::uint32_t> read_integer(std::string_view text) {
  const auto whole = [](std::string_view number) { return digits(number); };
  if (!text.empty() && is_digit(text[0])) {
    if (const auto value = whole(text)) return {value, false};
  }
  const auto joined = without_group_spaces(text);
  if (!joined || joined->empty() || !is_digit((*joined)[0])) return {};
  const auto value = whole(*joined);
  return {value, value.has_value()};
}

std::string_view trimmed(std::string_view text) {
  while (const auto length = space_at_begin(text)) text.remove_prefix(length);
  while (!text.empty()) {
    if (is_space(text.back())) {
      text.remove_suffix(1);
      continue;
    }
    const auto found = std::ranges::find_if(kNoBreakSpaces, [&](auto space) { return text.ends_with(space); });
    if (found == kNoBreakSpaces.end()) break;
    text.remove_suffix(found->size());
  }
  return text;
}

std::vector<std::string_view> split_list(std::string_view text, char separator) {
  std::vector<std::string_view> values;
  while (!text.empty()) {
    const auto end = std::min(text.find(separator), text.size());
    if (const auto value = trimmed(text.substr(0, end)); !value.empty()) values.push_back(value);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return values;
}

namespace {

bool is_address_character(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-' || c == '_' || c == '+';
}

std::string_view address_in(std::string_view text) {
  for (auto at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
    auto begin = at;
    while (begin > 0 && is_address_character(text[begin - 1])) --begin;
    auto end = at + 1;
    while (end < text.size() && is_address_character(text[end])) ++end;
    auto address = text.substr(begin, end - begin);
    while (address.ends_with('.')) address.remove_suffix(1);
    const auto host = address.substr(at - begin + 1);
    if (begin < at && host.find('.') != std::string_view::npos && host.find('.') > 0) return address;
  }
  return {};
}

// Are the digits of a French number parted as people part them: not at all, in twos, or 0 800 000 000?
bool is_parted_like_a_number(const std::vector<std::size_t>& gaps) {
  return gaps.empty() || gaps == std::vector<std::size_t>{2, 4, 6, 8} || gaps == std::vector<std::size_t>{1, 4, 7};
}

// French numbers (0 and nine digits), international ones (+ and nine to fifteen). Between digits there may be a space,
// a point or a hyphen; nothing that is part of a longer number or word counts.
std::string_view telephone_at(std::string_view text) {
  const bool is_international = text[0] == '+';
  std::vector<std::size_t> gaps;
  std::size_t count = 0;
  std::size_t end = is_international ? 1 : 0;
  for (auto place = end; place < text.size();) {
    if (is_digit(text[place])) {
      ++count;
      end = ++place;
      continue;
    }
    const auto space = space_at_begin(text.substr(place));
    const bool is_sign = std::string_view(is_international ? ".-()" : ".-").find(text[place]) != std::string_view::npos;
    if (space == 0 && !is_sign) break;
    if (place == end) gaps.push_back(count);
    if (place > end + 3) break;
    place += std::max<std::size_t>(space, 1);
  }
  if (!gaps.empty() && gaps.back() == count) gaps.pop_back();  // after the last digit: parts nothing
  const bool is_number = is_international ? count >= 9 && count <= 15 : count == 10 && is_parted_like_a_number(gaps);
  return is_number ? text.substr(0, end) : std::string_view();
}

std::string_view telephone_in(std::string_view text) {
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    if (text[begin] != '+' && text[begin] != '0') continue;
    if (begin > 0 && is_address_character(text[begin - 1])) continue;
    if (const auto number = telephone_at(text.substr(begin)); !number.empty()) return number;
  }
  return {};
}

}  // namespace

std::string_view contact_in(std::string_view text) {
  const auto address = address_in(text);
  return address.empty() ? telephone_in(text) : address;
}

std::string plain_number(double value) {
  if (std::isnan(value)) return "";
  std::array<char, 64> buffer{};
  const auto size = std::abs(value);
  const auto format = size == 0 || (size >= 1e-6 && size < 1e15) ? std::chars_format::fixed : std::chars_format::general;
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, format);
  return error == std::errc{} ? std::string(buffer.data(), end) : std::string();
}

}  // namespace maillage
