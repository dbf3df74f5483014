// SPDX-License-Identifier: Apache-2.0
#include "documents/dates/counted_dates.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "documents/dates/date_grammar.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kReach = 60;  // words between a bare day and the one that says its month

struct Counted {
  std::size_t first = 0, last = 0;
  std::optional<Day> step;      // days behind the one told before
  std::optional<unsigned> day;  // of the same month
  const char* rule = "";
};

/// « deux jours plus tard », « une semaine plus tôt », unless the day itself follows: « …, le 1er octobre ».
std::optional<Counted> days_between_at(const Words& words, std::size_t at, std::size_t end, const Lexicon& lexicon) {
  std::size_t unit = at + 1;
  auto count = small_number(words, at, lexicon, &unit);
  if (!count && words[at].is("une")) count = 1;
  if (!count || unit + 2 >= end || !words[unit + 1].is("plus")) return std::nullopt;
  const bool is_week = words[unit].folded.starts_with("semaine");
  if (!is_week && !is_one_of(words[unit], {"jour", "jours"})) return std::nullopt;
  const bool is_later = words[unit + 2].is("tard");
  if (!is_later && !words[unit + 2].is("tot")) return std::nullopt;
  auto behind = unit + 3;
  while (behind < end && is_one_of(words[behind], {",", "le", "ce", "soit", "(", "lundi", "mardi", "mercredi", "jeudi",
                                                   "vendredi", "samedi", "dimanche"}))
    ++behind;
  if (behind < end && behind > unit + 3 && words[behind].kind == WordKind::number) return std::nullopt;
  const auto days = static_cast<Day>(*count * (is_week ? 7 : 1));
  return Counted{at, unit + 3, is_later ? days : -days, {}, "days_between"};
}

std::optional<Counted> step_at(const Words& words, std::size_t at, std::size_t end, const Lexicon& lexicon) {
  if (at + 1 >= end) return std::nullopt;
  const auto is = [&](std::size_t on, std::string_view text) { return at + on < end && words[at + on].is(text); };
  // « Ce jour-là », « ce soir-là », « en cette même journée »: the day told before.
  const bool points = is(0, "ce") || is(0, "cette") || is(0, "cet");
  if (points && is_one_of(words[at + 1], {"jour", "matin", "soir", "journee", "matinee", "soiree", "midi"}) &&
      is(2, "la") && words[at + 2].joined == '-')
    return Counted{at, at + 3, 0, {}, "same_day"};
  if (is(0, "cet") && is(1, "apres") && is(2, "midi") && is(3, "la")) return Counted{at, at + 4, 0, {}, "same_day"};
  if (points && is(1, "meme") && at + 2 < end &&
      is_one_of(words[at + 2], {"jour", "journee", "matin", "soir", "matinee", "soiree"}))
    return Counted{at, at + 3, 0, {}, "same_day"};
  if (auto between = days_between_at(words, at, end, lexicon)) return between;
  const bool leads = is(0, "le") || is(0, "ce") || is(0, "la");
  if (!leads) return std::nullopt;
  if ((is(1, "meme") && is(2, "jour")) || (is(1, "jour") && is(2, "meme")))
    return Counted{at, at + 3, 0, {}, "same_day"};
  if (is(1, "lendemain") && !is(2, "de") && !is(2, "du") && !is(2, "d") && !is(2, "des"))
    return Counted{at, at + 2, 1, {}, "next_day"};
  if (is(1, "veille") && !is(2, "de") && !is(2, "du") && !is(2, "d") && !is(2, "des") && !is(2, "sanitaire"))
    return Counted{at, at + 2, -1, {}, "day_before"};
  return std::nullopt;
}

/// « le 15 ; », « le 22, »: a number that nothing is counted by.
std::optional<Counted> bare_day_at(const Words& words, std::size_t at, std::size_t end) {
  if (at + 1 >= end || !words[at].is("le")) return std::nullopt;
  const auto& number = words[at + 1];
  const bool is_day = number.kind == WordKind::number && number.folded.size() <= 2 && number.joined == ' ';
  const bool is_closed = at + 2 == end ||
                         (words[at + 2].kind == WordKind::mark && !words[at + 2].is("/") && !words[at + 2].is("%")) ||
                         words[at + 2].is("et");
  const bool goes_on = at + 3 < end && words[at + 3].kind == WordKind::number && words[at + 3].joined == '\0';  // « 8.07.2024 »
  if (!is_day || !is_closed || goes_on) return std::nullopt;
  const auto day = static_cast<unsigned>(std::stoul(std::string(number.folded)));
  if (day < 1 || day > 31) return std::nullopt;
  return Counted{at, at + 2, {}, day, "day_of_a_list"};
}

std::optional<PartialDate> date_of(const Counted& counted, const DateMention& before) {
  if (!before.date.is_exact_day()) return std::nullopt;
  const auto told = before.date.latest();
  if (counted.step) return PartialDate::on(told + *counted.step);
  auto civil = civil_of(told);
  if (*counted.day <= civil.day) return std::nullopt;
  civil.day = *counted.day;
  const auto day = day_of(civil);
  return civil_of(day) == civil ? std::optional(PartialDate::on(day)) : std::nullopt;
}

}  // namespace

void add_counted_dates(const Words& words, const Lexicon& lexicon, std::vector<DateMention>& found) {
  std::vector<DateMention> all;
  all.reserve(found.size());
  std::size_t next = 0, last_word = 0;  // word behind the last date told
  for (std::size_t at = 0; at < words.size(); ++at) {
    while (next < found.size() && found[next].span.begin <= words[at].span.begin) {
      last_word = words.first_from(found[next].span.end);
      all.push_back(std::move(found[next++]));
    }
    if (all.empty() || at < last_word) continue;
    const auto end = words.of_sentence(words[at].sentence).second;
    auto counted = step_at(words, at, end, lexicon);
    if (!counted && at - last_word < kReach) counted = bare_day_at(words, at, end);
    if (!counted) continue;
    const auto date = date_of(*counted, all.back());
    if (!date) continue;
    all.push_back({words.span_of(counted->first, counted->last), *date, true, false, counted->rule});
    last_word = counted->last;
  }
  for (; next < found.size(); ++next) all.push_back(std::move(found[next]));
  found = std::move(all);
}

}  // namespace maillage::documents
