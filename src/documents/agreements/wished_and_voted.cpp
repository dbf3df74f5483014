// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/wished_and_voted.hpp"

#include <algorithm>
#include <array>

namespace maillage::documents {

bool is_wished_by_others(const Reading& reading, const Instrument& instrument, const SigningClause& clause) {
  static constexpr auto kWishes = std::to_array<std::string_view>({"qui", "souhaitant", "desireux", "desireuses", "desirant"});
  return clause.verb < instrument.words.first && reading.has_any({clause.verb, instrument.words.first}, kWishes);
}

bool is_voted(const Findings& findings, std::size_t instrument) {
  const auto sentence = findings.reading.words[findings.instruments[instrument].words.first].sentence;
  return std::ranges::any_of(findings.clauses_of[sentence], [&](std::size_t c) {
    const auto& clause = findings.clauses[c];
    return clause.sense == "adopt" && clause.tense == Tense::past && !clause.is_older && clause.form != "noun" && clause.instrument == instrument;
  });
}

bool is_founded(const Reading& reading, const Instrument& instrument) {
  if (instrument.type == "chair" || instrument.type == "consortium") return true;
  return is_one_of(reading.words[instrument.words.first], std::array<std::string_view, 1>{"laboratoire"});
}

}  // namespace maillage::documents
