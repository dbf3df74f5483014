// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/signing_formulas.hpp"

#include <algorithm>
#include <optional>

namespace maillage::documents {
namespace {

constexpr std::size_t kLongest = 40;     // words of a label
constexpr std::size_t kMost = 50;        // formulas of a document
constexpr std::size_t kBelow = 10;       // lines under it that may name people
constexpr std::size_t kBetween = 4;      // words from « signataires » to the instrument

/// Do lines right below, or the rest of the line, name two people at least?
bool leads_people(const Reading& reading, std::size_t sentence) {
  const auto last = std::min(sentence + kBelow, reading.passages.size() - 1);
  std::size_t found = 0;
  for (auto s = sentence; s <= last; ++s) {
    const auto& passage = reading.passages[s];
    if (passage.kind == BlockKind::contact || passage.words.empty()) continue;
    const auto persons = Reading::within(reading.persons, passage.words);
    found += static_cast<std::size_t>(std::ranges::count_if(persons, [&](const Place& one) { return !reading.people.named[reading.person_of(one)].is_contact; }));
  }
  return found >= 2;
}

std::optional<std::size_t> day_within(const Reading& reading, const WordRange& range) {
  const auto days = Reading::within(reading.days, range);
  return days.empty() ? std::nullopt : std::optional(static_cast<std::size_t>(&days.front() - reading.days.data()));
}

bool is_usable(const Instrument& one) { return one.weight >= 1 && !one.is_plural && !one.is_older && !one.is_planned && !one.is_foreign; }

/// « [Liste des] signataires de la charte … »
std::optional<SigningClause> label_of_signatories(const Reading& reading, const std::vector<Instrument>& instruments, std::size_t sentence) {
  const auto& passage = reading.passages[sentence];
  const auto& words = passage.words;
  const bool is_label = passage.kind == BlockKind::title || passage.kind == BlockKind::heading || reading.words[words.last - 1].is(":");
  if (!is_label || words.last - words.first > kLongest) return std::nullopt;
  const auto head = std::min(words.first + kBetween, words.last);
  for (auto at = words.first; at < head; ++at) {
    if (!is_one_of(reading.words[at], reading.lexicon.list("signing_formulas.signatories"))) continue;
    const auto found = std::ranges::find_if(instruments, [&](const Instrument& one) {
      return is_usable(one) && one.words.first > at && one.words.first <= at + kBetween && one.words.last <= words.last;
    });
    if (found == instruments.end() || !leads_people(reading, sentence)) return std::nullopt;
    SigningClause clause;
    clause.verb = at;
    clause.instrument = static_cast<std::size_t>(found - instruments.begin());
    clause.day = day_within(reading, words);
    return clause;
  }
  return std::nullopt;
}

/// « Fait à Vernay, en deux exemplaires, le 5 mars 2021 »
std::optional<SigningClause> place_and_day(const Reading& reading, const std::vector<Instrument>& instruments, std::size_t sentence) {
  const auto& words = reading.passages[sentence].words;
  if (words.last - words.first < 4 || words.last - words.first > kLongest || !reading.words[words.first].is("fait") || !reading.words[words.first + 1].is("a")) return std::nullopt;
  if (!reading.words[words.first + 2].is_capital()) return std::nullopt;
  const auto day = day_within(reading, words);
  const auto behind = std::ranges::find_if(instruments, [&](const Instrument& one) { return one.words.first > words.first; });
  const auto before = std::find_if(std::make_reverse_iterator(behind), instruments.rend(), is_usable);
  const auto after = std::find_if(behind, instruments.end(), is_usable);  // the title below it
  if (!day || (before == instruments.rend() && after == instruments.end()) || !leads_people(reading, sentence)) return std::nullopt;
  SigningClause clause;
  clause.verb = words.first;
  clause.instrument = before != instruments.rend() ? static_cast<std::size_t>(before.base() - instruments.begin()) - 1 : static_cast<std::size_t>(after - instruments.begin());
  clause.day = day;
  return clause;
}

}  // namespace

std::vector<SigningClause> find_signing_formulas(const Reading& reading, const std::vector<Instrument>& instruments) {
  std::vector<SigningClause> found;
  for (std::size_t s = 0; s < reading.passages.size() && found.size() < kMost; ++s) {
    if (reading.passages[s].words.empty()) continue;
    auto clause = label_of_signatories(reading, instruments, s);
    if (!clause) clause = place_and_day(reading, instruments, s);
    if (!clause) continue;
    clause->sense = "sign";
    clause->form = "noun";
    clause->tense = Tense::past;
    found.push_back(std::move(*clause));
  }
  return found;
}

}  // namespace maillage::documents
