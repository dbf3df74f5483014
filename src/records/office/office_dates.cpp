// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <utility>

#include "model/partial_date.hpp"
#include "names/name_index.hpp"
#include "records/cell_values.hpp"
#include "records/office/office_values.hpp"
#include "records/office/office_words.hpp"

namespace maillage {
namespace {

using Words = std::vector<std::string_view>;

// Months by the letters their names begin with, folded; the longer ones first where one begins another.
constexpr auto kMonths = std::to_array<std::pair<std::string_view, unsigned>>(
    {{"janv", 1}, {"jan", 1}, {"fevr", 2}, {"fev", 2}, {"feb", 2}, {"mars", 3}, {"mar", 3}, {"avri", 4}, {"avr", 4},
     {"apr", 4}, {"mai", 5}, {"may", 5}, {"juin", 6}, {"jun", 6}, {"juil", 7}, {"jul", 7}, {"aout", 8}, {"aou", 8},
     {"aug", 8}, {"sept", 9}, {"sep", 9}, {"oct", 10}, {"nov", 11}, {"dec", 12}});

std::optional<unsigned> month_named(std::string_view word) {
  for (const auto& [begin, number] : kMonths) {
    if (word.starts_with(begin)) return number;
  }
  return std::nullopt;
}

// A year as written with two or four digits, and whether its century was taken for granted.
struct Year {
  unsigned number;
  bool is_short;
};
std::optional<Year> year_of(std::string_view word) {
  const auto number = whole_number(word);
  if (!number) return std::nullopt;
  if (word.size() == 4 && *number >= 1000) return Year{*number, false};
  if (word.size() == 2) return Year{*number < 70 ? 2000 + *number : 1900 + *number, true};
  return std::nullopt;
}

std::string two(unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); }

// The date where the calendar has it.
OfficeValue dated(Year year, std::optional<unsigned> month, std::optional<unsigned> day) {
  auto text = std::to_string(year.number);
  if (month) text += "-" + two(*month);
  if (day) text += "-" + two(*day);
  if (!PartialDate::parse(text)) return {};
  return {text, year.is_short};
}


// Words before a date that say no more than that one comes.
void drop_words_before(Words& words) {
  while (words.size() > 1 && is_one_of(words[0], {"le", "the", "au", "du", "des", "depuis", "jusqu", "a", "compter", "partir", "en", "annee", "lundi", "mardi",
                                                  "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "monday", "tuesday", "wednesday",
                                                  "thursday", "friday", "saturday", "sunday", "on", "from", "until"})) {
    words.erase(words.begin());
  }
}

std::optional<unsigned> day_of_word(std::string_view word) {
  if (word == "1er" || word == "1st") return 1;
  for (const std::string_view end : {"nd", "rd", "th", "e"}) {
    if (word.size() > end.size() && word.ends_with(end)) return whole_number(word.substr(0, word.size() - end.size()));
  }
  return word.size() <= 2 ? whole_number(word) : std::nullopt;
}

OfficeValue date_of_words(const Words& words) {
  if (words.size() == 1) {
    if (const auto year = year_of(words[0]); year && !year->is_short) return dated(*year, {}, {});
  } else if (words.size() == 2) {  // juillet 2024, juil-24, 07/2024, 2024/07
    const auto month = month_named(words[0]) ? month_named(words[0]) : whole_number(words[0]);
    if (const auto year = year_of(words[1]); month && year && (month_named(words[0]) || !year->is_short)) return dated(*year, month, {});
    const auto later = whole_number(words[1]);
    if (const auto year = year_of(words[0]); year && !year->is_short && later) return dated(*year, later, {});
  } else if (words.size() == 3) {  // 8 juillet 2024, 08/07/2024, July 8 2024, 2024/07/08
    if (const auto month = month_named(words[0])) {
      const auto year = year_of(words[2]);
      if (const auto day = day_of_word(words[1]); day && year) return dated(*year, month, day);
      return {};
    }
    if (const auto year = year_of(words[0]); year && !year->is_short) {
      const auto month = whole_number(words[1]), day = whole_number(words[2]);
      return month && day ? dated(*year, month, day) : OfficeValue{};
    }
    const auto day = day_of_word(words[0]);
    const auto month = month_named(words[1]) ? month_named(words[1]) : whole_number(words[1]);
    if (const auto year = year_of(words[2]); day && month && year) return dated(*year, month, day);
  }
  return {};
}

// « fin 2025 », « T3 2024 », « 1er semestre 2024 », « été 2024 », « vers mars 2024 »: as much as it says, and doubtful.
OfficeValue date_about(Words words) {
  const auto span = [](std::string_view year, const char* from, const char* to) {
    return OfficeValue{std::string(year) + from + "/" + std::string(year) + to, true};
  };
  const bool has_year = year_of(words.back()) && !year_of(words.back())->is_short;
  if (is_one_of(words[0], {"vers", "environ", "env", "about", "circa", "approximativement"}) && words.size() > 1) {
    words.erase(words.begin());
    const auto date = date_of_words(words);
    return date.text ? OfficeValue{*date.text + "~", true} : OfficeValue{};
  }
  if (is_one_of(words[0], {"fin", "debut", "mi", "courant", "end", "early", "mid", "late"}) && words.size() > 1) {
    const bool is_end = is_one_of(words[0], {"fin", "end", "late"}), is_begin = is_one_of(words[0], {"debut", "early"});
    words.erase(words.begin());
    if (words.size() > 1 && is_one_of(words[0], {"annee", "of", "de"})) words.erase(words.begin());
    const auto date = date_of_words(words);
    if (!date.text) return {};
    if (date.text->size() == 4 && is_end) return {*date.text + "-12~", true};
    if (date.text->size() == 4 && is_begin) return {*date.text + "-01~", true};
    return {*date.text, true};
  }
  if (!has_year || words.size() > 3) return {};
  const auto year = words.back();
  if (words.size() == 2 && words[0].starts_with("ete")) return span(year, "-06", "-09");
  if (words.size() == 2 && is_one_of(words[0], {"printemps", "spring"})) return span(year, "-03", "-06");
  if (words.size() == 2 && is_one_of(words[0], {"automne", "autumn"})) return span(year, "-09", "-12");
  // T3 2024, 3e trimestre 2024, S1 2024, 1er semestre 2024
  const bool is_short = words.size() == 2 && words[0].size() == 2;
  if (!is_short && words.size() != 3) return {};
  const auto part = is_short ? whole_number(words[0].substr(1)).value_or(0) : words[0] == "1er" ? 1U : day_of_word(words[0]).value_or(0);
  const auto unit = is_short ? words[0].substr(0, 1) : words[1];
  if (part < 1) return {};
  static constexpr const char* kStarts[] = {"-01", "-04", "-07", "-10"};
  static constexpr const char* kEnds[] = {"-03", "-06", "-09", "-12"};
  if (is_one_of(unit, {"t", "q", "trimestre", "quarter"}) && part <= 4) return span(year, kStarts[part - 1], kEnds[part - 1]);
  if (is_one_of(unit, {"s", "semestre", "semester"}) && part <= 2) return span(year, kStarts[2 * part - 2], kEnds[2 * part - 1]);
  return {};
}

OfficeValue date_in_words(std::string_view text) {
  const auto bare = folded(text);
  auto words = words_of(bare);
  static constexpr auto kWithoutEnd = std::to_array<std::string_view>(
      {"sans terme", "indeterminee", "illimitee", "duree indeterminee", "duree illimitee", "sans limite", "sans limite de duree", "open ended", "no end",
       "permanent", "permanente", "sans fin"});
  if (std::ranges::find(kWithoutEnd, bare) != kWithoutEnd.end()) return {"..", false};
  drop_words_before(words);
  while (words.size() > 3 && std::ranges::all_of(words.back(), [](char c) { return c == '0'; })) words.pop_back();
  if (words.empty()) return {};
  auto date = date_of_words(words);
  if (!date.text) return date_about(words);
  if (trimmed(text).ends_with('?')) date = {*date.text + "?", true};
  return date;
}

}  // namespace

OfficeValue office_date(const SheetCell& cell) {
  const auto text = trimmed(cell.text);
  if (text.empty()) return {};
  if (cell.kind == SheetCell::Kind::number) {
    // A day and a part of it (« =C2+365*1,5 ») is that day.
    const auto number = whole_number(text.substr(0, text.find('.')));
    if (!number) return {};
    if (*number >= 1800 && *number <= 2199 && text.find('.') == std::string_view::npos) return {std::string(text), false};
    if (*number < 20'000 || *number > 80'000) return {};  // 1954 to 2119
    return {to_iso(static_cast<Day>(*number) - 25'569), true};  // 25,569 is 1970-01-01 in the system of 1900
  }
  if (const auto date = PartialDate::parse(text)) {
    // 2021 typed into a cell that shows days is the 2,021st day of the spreadsheet: a year was meant.
    const auto serial = cell.kind == SheetCell::Kind::date && date->to_edtf().size() == 10 ? date->earliest() + 25'569 : 0;
    if (serial >= 1900 && serial <= 2100) return {std::to_string(serial), true};
    return {date->to_edtf(), false};
  }
  const auto clock = text.find_first_of("T ");  // 2024-07-08 00:00:00
  if (clock == 10 && PartialDate::parse(text.substr(0, 10)) && text.find(':') != std::string_view::npos) {
    return {std::string(text.substr(0, 10)), false};
  }
  return date_in_words(text);
}

std::optional<OfficePeriod> office_period(std::string_view text) {
  text = trimmed(text);
  const auto day = [](std::string_view part) {
    const auto value = office_date({SheetCell::Kind::text, std::string(trimmed(part)), false});
    return value.text && PartialDate::parse(*value.text) ? *value.text : std::string();
  };
  if (text.size() == 7 && (text[4] == '-' || text[4] == '/')) {  // 2023-24: an academic year
    const auto first = whole_number(text.substr(0, 4)), second = whole_number(text.substr(5));
    if (first && second && *first >= 1800 && *second == (*first + 1) % 100 && *second > 12) return OfficePeriod{std::to_string(*first), std::to_string(*first + 1)};
  }
  for (const std::string_view sign : {" au ", " à ", " a ", " to ", "→", "->", " - ", " – ", " — ", "/", "-", "–"}) {
    for (auto at = text.find(sign); at != std::string_view::npos; at = text.find(sign, at + 1)) {
      const auto from = day(text.substr(0, at)), to = day(text.substr(at + sign.size()));
      if (from.empty() || to.empty() || from == ".." || to.find('/') != std::string::npos || from.find('/') != std::string::npos) continue;
      if (to != ".." && PartialDate::parse(from)->earliest() > PartialDate::parse(to)->latest()) continue;
      return OfficePeriod{from, to};
    }
  }
  return std::nullopt;
}

}  // namespace maillage
