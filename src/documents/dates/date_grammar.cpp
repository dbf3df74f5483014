// SPDX-License-Identifier: Apache-2.0
#include "documents/dates/date_reader.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace maillage::documents {
namespace {

constexpr int kFirstYear = 1900, kLastYear = 2099, kCentury = 2000;

std::optional<int> digits(const Word& word, std::size_t most) {
  if (word.kind != WordKind::number || word.folded.empty() || word.folded.size() > most) return std::nullopt;
  int value = 0;
  const auto end = word.folded.data() + word.folded.size();
  return std::from_chars(word.folded.data(), end, value).ptr == end ? std::optional(value) : std::nullopt;
}

}  // namespace

WrittenDate DateReader::read() {
  if (iso() || in_figures() || relative_day() || day_of_this_month() || some_time_ago() || whole() || season() || part_of_year()) return done();
  part();
  const bool near = date_.part == WrittenDate::Part::none && (is("ce") || is("cet") || is("cette"));
  if (near) ++at_;
  const bool has_weekday = weekday();
  const bool has_day = date_.part == WrittenDate::Part::none && day();
  if (month()) {
    year(has_day);
    side();
    if (near && date_.side == WrittenDate::Side::none) date_.side = WrittenDate::Side::near;
    date_.rule = has_day ? "day_in_words" : "month_in_words";
    return done();
  }
  if (has_weekday && !has_day) {
    at_ = weekday_end_;  // « ont signé, mardi, le contrat »
    if (is("de")) {  // « lundi de la semaine dernière »
      ++at_;
      if (whole() && date_.whole == WrittenDate::Whole::week) return done();
      date_.whole = WrittenDate::Whole::none;
      date_.side = WrittenDate::Side::none;
      at_ = weekday_end_;
    }
    side();
    if (near || follows_participle() || stands_apart() || names_an_hour()) date_.side = date_.side == WrittenDate::Side::none ? WrittenDate::Side::near : date_.side;
    date_.rule = "weekday";
    return date_.side == WrittenDate::Side::none ? WrittenDate{} : done();
  }
  if (has_weekday && has_day) {  // « ce lundi 18 »
    date_.rule = "weekday_and_day";
    return done();
  }
  return {};
}

bool DateReader::follows_participle() const {
  if (date_.first == 0 || words_[date_.first].joined != ' ') return false;
  const auto& before = words_[date_.first - 1];
  if (before.is("etait") || before.is("etaient") || before.is("lieu")) return true;  // « X était mardi à … »
  const bool opens = date_.first == 1 || words_[date_.first - 2].sentence != before.sentence;  // « Signée mardi, … »
  if (before.casing != Casing::lower && !opens) return false;
  static constexpr auto kEnds = std::to_array<std::string_view>({"e", "es", "ee", "ees", "u", "us", "ue", "ues", "i", "is", "ie", "ies", "ant"});  // « en signant lundi »
  static constexpr auto kNone = std::to_array<std::string_view>({"le", "de", "du", "des", "les", "chaque", "ce", "une", "que", "au", "entre", "tous", "ou", "et", "dimanche", "jusque", "avant", "devant", "durant", "pendant", "suivant", "courant"});
  return std::ranges::find(kNone, before.folded) == kNone.end() && before.folded.size() > 4 &&
         std::ranges::any_of(kEnds, [&](std::string_view end) { return before.folded.ends_with(end); });
}

bool DateReader::names_an_hour() const {
  static constexpr auto kHours = std::to_array<std::string_view>({"matin", "soir", "midi", "apres"});
  static constexpr auto kHabit = std::to_array<std::string_view>({"le", "les", "du", "au", "chaque", "un", "des", "et", "ou", "jusqu"});
  if (at_ >= end_ || std::ranges::find(kHours, words_[at_].folded) == kHours.end()) return false;
  return date_.first == 0 || std::ranges::find(kHabit, words_[date_.first - 1].folded) == kHabit.end();
}

bool DateReader::stands_apart() const {
  const bool is_first = date_.first == 0 || words_[date_.first - 1].sentence != words_[date_.first].sentence;
  const bool is_opened = is_first || is_one_of(words_[date_.first - 1], {",", ":", "–", "—"});
  const auto last = at_;
  if (last >= end_) return false;
  // « … ont lié leurs destins mardi. »
  static constexpr auto kNever = std::to_array<std::string_view>({"avant", "apres", "vers", "pour", "chaque", "tous", "jusque", "prochain"});
  if (!is_first && words_[last].is(".")) {
    const auto& before = words_[date_.first - 1];
    if (before.casing == Casing::lower && before.folded.size() >= 4 && std::ranges::find(kNever, before.folded) == kNever.end()) return true;
  }
  if (!is_opened) return false;
  static constexpr auto kBehind = std::to_array<std::string_view>({",", "matin", "soir", "midi", "apres"});
  return std::ranges::find(kBehind, words_[last].folded) != kBehind.end();
}

bool DateReader::weekday() {
  const auto found = at_ < end_ ? lexicon_.weekdays.at(words_, at_, end_) : PhraseTable::Found{};
  if (!found) return false;
  // « mar. 4 juin »: shortened ones are also words, so a number has to follow.
  const bool is_short = words_[found.first].folded.size() <= 3;
  const auto behind = found.last < end_ && words_[found.last].is(".") ? found.last + 1 : found.last;
  if (is_short && (behind >= end_ || words_[behind].kind != WordKind::number)) return false;
  date_.weekday = static_cast<unsigned>(std::stoul(lexicon_.weekdays.field(*found.entry, "number")));
  at_ = is_short ? behind : found.last;
  weekday_end_ = at_;
  if (is(",")) ++at_;
  if (is("le")) ++at_;
  return true;
}

bool DateReader::day() {
  if (at_ >= end_) return false;
  const auto value = digits(words_[at_], 2);
  if (!value || *value < 1 || *value > 31) return premier();
  date_.day = static_cast<unsigned>(*value);
  ++at_;
  // « 1er » is a number and letters at once behind it.
  if (*value == 1 && at_ < end_ && words_[at_].joined == '\0' && (is("er") || is("ᵉʳ"))) ++at_;
  return true;
}

bool DateReader::premier() {
  if (!is("premier") && !is("ler") && !is("1er")) return false;
  date_.day = 1;
  ++at_;
  return true;
}

bool DateReader::month() {
  const auto found = at_ < end_ ? lexicon_.months.at(words_, at_, end_) : PhraseTable::Found{};
  if (!found) return false;
  // « sept » is a number as well: a month behind a day, or in front of a year or a full stop.
  const bool is_bare = found.size() == 1 && words_[found.first].is("sept") && !date_.day;
  const bool goes_on = found.last < end_ && (words_[found.last].is(".") || words_[found.last].folded.size() == 4) &&
                       words_[found.last].kind != WordKind::word;
  if (is_bare && !goes_on) return false;
  date_.month = static_cast<unsigned>(std::stoul(lexicon_.months.field(*found.entry, "number")));
  at_ = found.last;
  if (is(".") && words_[at_].joined == '\0' && at_ + 1 < end_ && (words_[at_ + 1].kind == WordKind::number)) ++at_;
  return true;
}

void DateReader::year(bool may_be_short) {
  if (at_ >= end_) return;
  const auto four = digits(words_[at_], 4);
  if (four && words_[at_].folded.size() == 4 && *four >= kFirstYear && *four <= kLastYear) {
    date_.year = *four;
    ++at_;
  } else if (may_be_short && four && words_[at_].folded.size() == 2 && words_[at_].joined == ' ' && !goes_on_as_time()) {
    date_.year = kCentury + *four;
    ++at_;
  }
}

bool DateReader::goes_on_as_time() const { return is("h", 1) || is("heures", 1) || is("%", 1) || is("€", 1); }

void DateReader::side() {
  if (is("dernier") || is("derniere") || is("passe") || is("passee")) date_.side = WrittenDate::Side::past;
  else if (is("prochain") || is("prochaine")) date_.side = WrittenDate::Side::next;
  else return;
  ++at_;
}

bool DateReader::in_figures() {
  if (at_ + 4 >= end_ + 0 && at_ + 5 > end_) return false;
  const auto day = digits(words_[at_], 2);
  if (!day || *day < 1 || *day > 31) return false;
  const bool has_marks = words_[at_ + 1].kind == WordKind::mark;
  const auto step = has_marks ? 2U : 1U;
  if (at_ + 2 * step >= end_) return false;
  const auto sign = has_marks ? words_[at_ + 1].folded : std::string_view("-");
  if (has_marks && (sign != words_[at_ + 3].folded || (sign != "/" && sign != "."))) return false;
  const auto& month_word = words_[at_ + step];
  const auto& year_word = words_[at_ + 2 * step];
  const char joined = has_marks ? '\0' : '-';
  if (month_word.joined != joined || year_word.joined != joined) return false;
  const auto month = digits(month_word, 2), year = digits(year_word, 4);
  if (!month || *month < 1 || *month > 12 || !year || (year_word.folded.size() != 2 && year_word.folded.size() != 4)) return false;
  date_.day = static_cast<unsigned>(*day);
  date_.month = static_cast<unsigned>(*month);
  date_.year = year_word.folded.size() == 2 ? kCentury + *year : *year;
  if (*date_.year < kFirstYear || *date_.year > kLastYear) return false;
  at_ += 2 * step + 1;
  date_.rule = "figures";
  return true;
}

bool DateReader::iso() {
  const auto joined = [&](std::size_t ahead) { return at_ + ahead < end_ && words_[at_ + ahead].joined == '-'; };
  if (!joined(1) || !joined(2) || words_[at_].joined == '-') return false;
  const auto year = digits(words_[at_], 4), month = digits(words_[at_ + 1], 2), day = digits(words_[at_ + 2], 2);
  if (!year || words_[at_].folded.size() != 4 || *year < kFirstYear || *year > kLastYear || !month || *month < 1 || *month > 12) return false;
  if (!day || *day < 1 || *day > 31) return false;
  date_.year = *year;
  date_.month = static_cast<unsigned>(*month);
  date_.day = static_cast<unsigned>(*day);
  at_ += 3;
  date_.rule = "figures";
  return true;
}

WrittenDate date_at(const Words& words, std::size_t at, std::size_t end, const Lexicon& lexicon) {
  return DateReader(words, at, end, lexicon).read();
}

std::optional<int> small_number(const Words& words, std::size_t at, const Lexicon& lexicon, std::size_t* last) {
  if (at >= words.size()) return std::nullopt;
  if (const auto value = digits(words[at], 4)) {
    if (last != nullptr) *last = at + 1;
    return value;
  }
  const auto found = lexicon.numbers.at(words, at, words.size());
  if (!found) return std::nullopt;
  if (last != nullptr) *last = found.last;
  return std::stoi(lexicon.numbers.field(*found.entry, "value"));
}

}  // namespace maillage::documents
