// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <span>

#include "documents/dates/amounts.hpp"
#include "documents/dates/calendar_date.hpp"
#include "documents/dates/counted_dates.hpp"
#include "documents/dates/date_grammar.hpp"
#include "documents/dates/date_mentions.hpp"
#include "documents/dates/periods.hpp"
#include "documents/lexicon/word_uses.hpp"

namespace maillage::documents {
namespace {

constexpr Day kMonth = 30, kNearMonths = 90;
constexpr std::size_t kHeadBlocks = 10, kTailBlocks = 4, kLongTitle = 200;

/// « les 3, 4 et 5 mai 2023 », « du 3 au 5 mai »: the days before the last have its month and year.
void add_days_before(const Words& words, const WrittenDate& date, std::vector<WrittenDate>& found) {
  if (!date.day || !date.month || words[date.first].kind != WordKind::number) return;
  std::vector<WrittenDate> days;
  auto at = date.first;
  const auto begin = words.of_sentence(words[at].sentence).first;
  while (at >= begin + 2) {
    const auto& joint = words[at - 1];
    const auto& number = words[at - 2];
    const bool is_joint = joint.is("et") || joint.is(",") || joint.is("au") || joint.is("ou");
    const bool is_day = number.kind == WordKind::number && number.folded.size() <= 2 && number.joined == ' ';
    if (!is_joint || !is_day) break;
    WrittenDate day = date;
    day.first = at - 2;
    day.last = at - 1;
    day.weekday.reset();
    day.day = static_cast<unsigned>(std::stoul(std::string(number.folded)));
    if (*day.day < 1 || *day.day > 31) break;
    day.rule = "day_of_a_list";
    days.insert(days.begin(), day);
    at -= 2;
  }
  if (!days.empty() && at > begin && (words[at - 1].is("les") || words[at - 1].is("du") || words[at - 1].is("le"))) {
    found.insert(found.end(), days.begin(), days.end());
  }
}

/// A date as it is written, with its place.
std::vector<WrittenDate> written_dates(const Words& words, const Lexicon& lexicon) {
  std::vector<WrittenDate> found;
  for (std::size_t at = 0; at < words.size();) {
    const auto end = words.of_sentence(words[at].sentence).second;
    const auto date = date_at(words, at, end, lexicon);
    if (date) {
      add_days_before(words, date, found);
      found.push_back(date);
    }
    at = date ? date.last : at + 1;
  }
  return found;
}

bool is_complete(const WrittenDate& date) { return date.year && date.month; }

/// « Signature : 8 juillet 2024 », « Durée : 5 ans à partir d'octobre 2024 »: a line with a label, which is not that of the
/// document's date.
bool is_label_of_another_date(const Words& words, const WordUses& uses, const WrittenDate& date, const Block& block) {
  constexpr std::size_t kLongestLabel = 4;
  const auto first = words.first_from(block.span.begin);
  bool is_own = false, is_other = false;
  for (auto at = first; at < date.first && at <= first + kLongestLabel; ++at) {
    is_own = is_own || uses.is(at, "own_date");
    is_other = is_other || uses.is(at, "other_date");
    // « Dossier : les contrats de santé, mai 2024 »: no label of the date
    const bool is_of_something_else = !is_other && date.first > at + kLongestLabel &&
                                      is_one_of(words[date.first - 1], {",", "–", "—", "-", "|", "/"});
    if (words[at].is(":")) return at > first && !is_of_something_else && (is_other || !is_own);
  }
  return false;
}

/// « jusqu'au 31 décembre 2026 », « depuis le 10 février 2011 »: a bound, never the day of the text.
bool is_a_bound(const Words& words, const WrittenDate& date) {
  constexpr auto kBounds = std::to_array<std::string_view>({"jusqu", "ici", "depuis", "des", "avant", "apres"});
  const auto [first, last] = words.of_sentence(words[date.first].sentence);
  for (auto at = date.first; at > first && at + 3 > date.first; --at) {
    if (is_one_of(words[at - 1], kBounds)) return true;
  }
  return false;
}

/// « Une première convention avait été signée le 15 mars 2016. »: a short paragraph, no line with a date.
bool begins_as_sentence(const Words& words, std::size_t first, const WrittenDate& date) {
  constexpr auto kOpens = std::to_array<std::string_view>({"le", "la", "l", "les", "un", "une", "ce", "cet", "cette", "ces", "il", "elle", "ils", "elles",
                                                           "son", "sa", "ses", "leur", "leurs", "nous", "notre", "nos", "rendez", "d", "chaque", "tous", "toutes"});
  return date.first > first + 2 && is_one_of(words[first], kOpens);
}

/// How much a date looks like that of the document: 0 not at all.
double weight_as_dateline(const Words& words, const WordUses& uses, const WrittenDate& date) {
  const auto& prose = words.prose();
  const auto span = words.span_of(date.first, date.last);
  const auto number = prose.block_at(span.begin);
  const auto& block = prose.blocks[number];
  if (block.kind == BlockKind::furniture) return 0;
  const auto length = block.span.end - block.span.begin;
  const bool at_head = number < kHeadBlocks, at_tail = number + kTailBlocks >= prose.blocks.size();
  if (!at_head && !at_tail) return 0;
  const bool ends_block = span.end + 2 >= block.span.end;
  const auto before = date.first;
  const auto is_before = [&](std::size_t back, std::string_view word) { return before >= back && words[before - back].is(word); };
  double weight = 0;
  // « Lille, le 4 avril 2024 », « Valenciennes – 4 avril 2024 », « juin 2018 » alone, « n° 7 – juillet 2023 ».
  const bool is_title = block.kind == BlockKind::title && length < kLongTitle;
  const auto is_bar = [&](std::size_t word) {
    return word < words.size() && (words[word].is("–") || words[word].is("|") || words[word].is("—") || words[word].is("•"));
  };
  const bool is_cell = is_title && before > 0 && is_bar(before - 1) && (ends_block || is_bar(date.last));  // « n° 7 | juin 2024 | page 3 »
  if (is_label_of_another_date(words, uses, date, block)) return 0;
  // « 22 février 2022 : annonce du ministre », a line of a calendar
  const bool is_of_calendar =
      date.day && span.begin == block.span.begin && !ends_block && date.last < words.size() && words[date.last].is(":");
  if (is_of_calendar && number > 1) return 0;
  // « Jeudi 9 novembre 2023, la maison de santé a été inaugurée. »
  constexpr std::size_t kLongestLine = 8;
  const auto first = words.first_from(block.span.begin), behind = words.first_from(block.span.end);
  const bool is_sentence = block.kind == BlockKind::paragraph && behind > first && words[behind - 1].is(".") &&
                           (behind - first > kLongestLine + (date.last - date.first) || begins_as_sentence(words, first, date));
  if (is_a_bound(words, date)) return 0;
  if (length < 90 && !is_sentence && (ends_block || span.begin == block.span.begin)) weight = date.day ? 3 : 2;
  if (weight == 0 && is_cell) weight = date.day ? 3 : 2;
  if (length < 90 && is_before(1, "le") && is_before(2, ",")) weight += 1;
  if (is_before(1, "le") && (is_before(2, "publie") || is_before(2, "mis") || is_before(2, "actualise"))) weight += 3;
  if (length < 90 && (is_before(1, "date") || is_before(2, "date"))) weight += 2;
  // « Lille, le 4 avril 2024 – », « Vannes, mai 2024. » that begin a paragraph.
  const bool follows_place = is_before(1, ",") || (is_before(1, "le") && is_before(2, ","));
  const bool tells_where = at_head && words[words.first_from(block.span.begin)].is("a");  // « À Valfleury, le 19 mars 2021, X a signé … »
  const bool is_closed = date.last < words.size() && words[date.last].kind == WordKind::mark && !words[date.last].is(",");
  if (weight == 0 && at_head && !tells_where && span.begin - block.span.begin < 40 && follows_place && (is_closed || is_before(1, "le"))) weight = 2;
  // « Lundi 3 mars 2025 – Tours. » that begins one; « Envoyé le : mardi 12 mars 2024 10:22 ».
  const bool is_opened = span.begin == block.span.begin || (date.first > 0 && words[date.first - 1].is("(") && span.begin == block.span.begin + 1);
  if (weight == 0 && at_head && is_opened && date.day && is_closed) weight = 2;
  // « MONTRIVEL (16 septembre 2021) – La commune … »
  const bool is_in_brackets = before > 1 && is_before(1, "(") && date.last + 1 < words.size() && words[date.last].is(")") && is_bar(date.last + 1);
  if (weight == 0 && at_head && date.day && is_in_brackets && span.begin - block.span.begin < 40 && words[before - 2].is_capital()) weight = 2;
  const bool is_sent = (is_before(1, ":") && is_before(2, "le") && is_before(3, "envoye")) || (is_before(1, "le") && is_before(2, "envoye")) || (is_before(1, ":") && is_before(2, "envoye"));
  if (is_sent && length < 90) weight += 3;
  return at_head ? weight : weight * 0.8;
}

std::optional<std::size_t> dateline_of(const Words& words, const WordUses& uses, const std::vector<WrittenDate>& written) {
  std::optional<std::size_t> best;
  double most = 0;
  for (std::size_t i = 0; i < written.size(); ++i) {
    if (!is_complete(written[i])) continue;
    const auto weight = weight_as_dateline(words, uses, written[i]);
    if (weight <= most) continue;
    most = weight;
    best = i;
  }
  return best;
}

/// « jusqu'au 31 décembre 2027 », « du … au 31 décembre 2028 »: to come.
bool ends_a_term(const Words& words, const WrittenDate& date) {
  for (std::size_t back = 1; back <= 3 && back <= date.first; ++back) {
    if (words[date.first - back].is("jusqu") || words[date.first - back].is("ici")) return true;
  }
  return date.first > 0 && (words[date.first - 1].is("au") || words[date.first - 1].is("vigueur"));
}

/// « la loi du 10 août 2007 », « le décret du … »: no day near which the text was written.
bool is_of_a_law(const WordUses& uses, const WrittenDate& date) {
  const auto first = date.first > 4 ? date.first - 4 : 0;
  return uses.any(first, date.first, "law");
}

/// Seen from a day that the text tells of, not from its own: a year that is left out is that year's only close to it, and
/// nothing tells what « hier » is. `told`: ascending.
bool is_left_open(const WrittenDate& date, const DateMention& mention, std::span<const Day> told) {
  constexpr Day kClose = 75;
  if (date.year) return false;
  if (date.days_ago) return true;
  if (!date.month) return false;
  const auto day = mention.date.latest();
  const auto near = std::ranges::upper_bound(told, day - kClose);
  return near == told.end() || *near >= day + kClose;
}

/// « les plans de santé mentale 2005/2008 », « la stratégie nationale 2021-2027 »
bool is_term_of_a_plan(const Words& words, std::size_t at) {
  constexpr std::size_t kNear = 12;
  constexpr auto kPlans = std::to_array<std::string_view>({"plan", "plans", "strategie", "strategies", "schema", "schemas", "programme", "programmes", "loi"});
  for (std::size_t back = 1; back <= kNear && back <= at; ++back) {
    const auto& word = words[at - back];
    if (word.is(".") || word.is(",")) return false;
    if (std::ranges::find(kPlans, word.folded) != kPlans.end()) return true;
  }
  return false;
}

/// The end of the year with which the first term of the text begins: « pour la période 2023-2028 » stands beside its start.
std::optional<Day> first_year_of_a_term(const Words& words) {
  const auto year_at = [&](std::size_t at) -> std::optional<int> {
    if (at >= words.size() || words[at].kind != WordKind::number || words[at].folded.size() != 4) return std::nullopt;
    const int year = std::stoi(std::string(words[at].folded));
    return year > 1980 && year < 2100 ? std::optional(year) : std::nullopt;
  };
  for (std::size_t at = 0; at + 1 < words.size(); ++at) {
    const auto from = year_at(at);
    if (!from) continue;
    const bool is_joint = words[at + 1].is("/") || words[at + 1].is("a") || words[at + 1].is("–");
    const auto to = year_at(words[at + 1].joined == '-' ? at + 1 : is_joint ? at + 2 : words.size());
    if (to && *to > *from && !is_term_of_a_plan(words, at)) return last_day_of_year(*from);
  }
  return std::nullopt;
}

/// « TOURS, OCTOBRE 2023   Lettre interne n° 14 »: the latest day of the first month that the head of a document names.
template <typename MentionOf>
std::optional<Day> last_month_of_a_title(const Words& words, const std::vector<WrittenDate>& written, const MentionOf& mention_of) {
  for (const auto& date : written) {
    const auto number = words.prose().block_at(words[date.first].span.begin);
    if (number >= kHeadBlocks) return std::nullopt;
    const bool is_month = date.year && date.month && !date.day && words.prose().blocks[number].kind == BlockKind::title;
    if (!is_month) continue;
    if (const auto mention = mention_of(date, std::nullopt)) return mention->date.latest();
  }
  return std::nullopt;
}

/// « La Gazette – automne 2023 »: the last day of that season. A winter is that which ends in its year.
std::optional<Day> season_of_a_title(const Words& words, const std::vector<WrittenDate>& written) {
  using Season = WrittenDate::Season;
  for (const auto& date : written) {
    if (date.season == Season::none || date.season == Season::school_year || !date.year) continue;
    const auto block = words.prose().block_at(words[date.first].span.begin);
    if (block >= kHeadBlocks || words.prose().blocks[block].kind == BlockKind::paragraph) continue;
    const unsigned month = date.season == Season::spring   ? 6
                           : date.season == Season::summer ? 9
                           : date.season == Season::autumn ? 12
                                                           : 3;
    return day_of(CivilDate{*date.year, month, 21});
  }
  return std::nullopt;
}

/// « Le 20 janvier, il a paraphé … »: told as past, so the year is none to come. Not « … a annoncé qu'il signera le 20
/// janvier ».
bool is_told_as_past(const Words& words, const WrittenDate& date) {
  if (!date.month || date.year || date.side != WrittenDate::Side::none) return false;
  const auto [first, last] = words.of_sentence(words[date.first].sentence);
  bool is_past = false;
  for (auto at = first; at < last; ++at) {
    const auto& word = words[at];
    const auto& text = word.folded;
    const bool is_future =
        text.size() > 4 && word.casing == Casing::lower &&
        (text.ends_with("era") || text.ends_with("eront") || text.ends_with("dra") || text.ends_with("dront") ||
         text.ends_with("tra") || text.ends_with("tront") || text.ends_with("vra") || text.ends_with("vront") ||
         text.ends_with("ira") || text.ends_with("iront"));
    const bool is_to_come =
        is_future || is_one_of(word, {"prevu",      "prevue", "prevus", "prevues", "prochain", "prochaine", "prochains",
                                      "prochaines", "sera",   "seront", "aura",    "auront",   "ici",       "programme",
                                      "programmee", "fixe",   "fixee",  "attendu", "attendue", "doit",      "doivent",
                                      "rendez",     "partir", "jusqu",  "compter"});
    if (is_to_come) return false;
    const bool is_have = (word.is("a") && words.text_of(at, at + 1) == "a") ||
                         is_one_of(word, {"ont", "avons", "avait", "avaient", "etait", "etaient", "fut", "furent"});
    is_past = is_past || is_have;
  }
  return is_past;
}

}  // namespace

Dates find_dates(const Words& words, const Lexicon& lexicon) {
  Dates found;
  const auto written = written_dates(words, lexicon);
  const auto dateline = dateline_of(words, WordUses(lexicon.term_words, words), written);
  const auto mention_of = [&](const WrittenDate& date, std::optional<Day> seen_from) -> std::optional<DateMention> {
    bool differs = false;
    const auto calendar = calendar_date(date, seen_from, differs);
    if (!calendar) return std::nullopt;
    const bool is_relative = !date.year && (date.days_ago || date.side != WrittenDate::Side::none || !date.month ||
                                            date.whole != WrittenDate::Whole::none || !date.year);
    return DateMention{words.span_of(date.first, date.last), *calendar, is_relative, differs, date.rule};
  };
  std::optional<Day> seen_from;
  if (dateline) {
    found.of_document = mention_of(written[*dateline], std::nullopt);
    if (found.of_document) seen_from = found.of_document->date.latest();
  }
  std::vector<Day> told;
  if (!seen_from) seen_from = season_of_a_title(words, written);
  if (!seen_from) {  // nothing says it: seen from the latest day that is told as past
    for (const auto& date : written) {
      if (!is_complete(date) || !date.day || ends_a_term(words, date) || is_of_a_law(WordUses(lexicon.term_words, words), date)) continue;
      const auto mention = mention_of(date, std::nullopt);
      if (!mention) continue;
      told.push_back(mention->date.latest());
      seen_from = std::max(seen_from.value_or(kDistantPast), told.back());
    }
  }
  if (!seen_from) seen_from = last_month_of_a_title(words, written, mention_of);
  for (const auto& date : written) {  // « En juillet 2021, … » beside « le 21 juillet »
    if (dateline || !is_complete(date) || date.day || ends_a_term(words, date)) continue;
    const auto mention = mention_of(date, std::nullopt);
    if (!mention || (seen_from && mention->date.earliest() > *seen_from + kNearMonths)) continue;
    if (!told.empty() || (words.prose().blocks[words.prose().block_at(words[date.first].span.begin)].kind == BlockKind::paragraph && !seen_from)) told.push_back(mention->date.earliest());
  }
  std::ranges::sort(told);
  if (!seen_from && !told.empty()) seen_from = *std::ranges::max_element(told) + kMonth;
  const bool is_guessed = !seen_from;  // a year to choose weekdays by, no day to count from
  if (!seen_from) seen_from = first_year_of_a_term(words);
  for (const auto& date : written) {
    if (is_guessed && (date.days_ago || date.whole != WrittenDate::Whole::none || !date.month || (!date.year && !date.weekday))) continue;
    auto seen = date;
    if (dateline && !written[*dateline].day && is_told_as_past(words, date)) seen.side = WrittenDate::Side::past;
    auto mention = mention_of(seen, seen_from);
    if (mention && (told.empty() || !is_left_open(date, *mention, told))) found.dates.push_back(std::move(*mention));
  }
  add_counted_dates(words, lexicon, found.dates);
  found.periods = find_periods(words, lexicon, found.dates);
  found.amounts = find_amounts(words, lexicon);
  return found;
}

}  // namespace maillage::documents
