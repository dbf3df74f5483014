// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/verb_days.hpp"

#include <algorithm>

#include "documents/agreements/pronoun_instruments.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kFar = 80;  // words beyond which nothing belongs to a verb

}  // namespace

std::optional<int> year_of_verb(const Reading& reading, std::size_t verb, const WordRange& sentence) {
  for (auto at = verb + 1; at + 1 < std::min(sentence.last, verb + 5); ++at) {
    const bool leads = reading.words[at].is("en") || reading.words[at].is("depuis") || reading.words[at].is("de");
    const auto& number = reading.words[at + 1];
    if (leads && number.kind == WordKind::number && number.folded.size() == 4)
      return std::stoi(std::string(number.folded));
  }
  return std::nullopt;
}

namespace {

bool ends_a_period(const Reading& reading, const Place& day) {
  for (std::size_t back = 1; back <= 4 && back <= day.words.first; ++back) {
    if (reading.words[day.words.first - back].is("jusqu")) return true;
  }
  return false;
}

}  // namespace

std::optional<std::size_t> day_of_verb(const Reading& reading, std::size_t verb, const WordRange& sentence) {
  std::optional<std::size_t> best;
  std::size_t best_distance = 0;
  for (const auto& day : Reading::within(reading.days, sentence)) {
    if (ends_a_period(reading, day)) continue;
    const bool is_after = day.words.first > verb;
    const auto from = is_after ? verb : day.words.last, to = is_after ? day.words.first : verb;
    if (from + kFar < to) continue;
    bool is_cut = false;
    const bool goes_on = !is_after && goes_back_by_pronoun(reading, verb, sentence.first);
    for (auto at = from; at < to && !goes_on; ++at) is_cut = is_cut || reading.words[at].is(";");
    const auto distance = to > from ? to - from : 0;
    if (is_cut || (best && distance >= best_distance)) continue;
    best = static_cast<std::size_t>(&day - reading.days.data());
    best_distance = distance;
  }
  return best;
}

std::optional<std::size_t> day_below(const Reading& reading, std::size_t verb) {
  constexpr std::size_t kLabel = 4;
  const auto sentence = reading.words[verb].sentence;
  const auto& label = reading.passages[sentence].words;
  if (label.last - label.first > kLabel || sentence + std::size_t{1} >= reading.passages.size()) return std::nullopt;
  const auto& below = reading.passages[sentence + 1].words;
  const auto days = Reading::within(reading.days, {below.first, std::min(below.first + 2, below.last)});
  if (days.empty()) return std::nullopt;
  return static_cast<std::size_t>(&days.front() - reading.days.data());
}

std::optional<Day> reference_day(const Reading& reading, const std::vector<SigningClause>& clauses) {
  if (reading.dates.of_document) return reading.dates.of_document->date.latest();
  std::optional<Day> latest;
  for (const auto& clause : clauses) {
    if (!clause.day || !clause.signs() || (clause.tense != Tense::past && clause.tense != Tense::present)) continue;
    const auto& date = reading.dates.dates[reading.days[*clause.day].number].date;
    if (date.kind() != DateKind::single || date.precision() == DatePrecision::year) continue;
    if (!latest || date.latest() > *latest) latest = date.latest();
  }
  return latest;
}

std::optional<Day> last_day_told(const Reading& reading) {
  std::optional<Day> latest;
  for (const auto& mention : reading.dates.dates) {
    if (mention.date.is_exact_day()) latest = std::max(latest.value_or(mention.date.latest()), mention.date.latest());
  }
  return latest;
}

}  // namespace maillage::documents
