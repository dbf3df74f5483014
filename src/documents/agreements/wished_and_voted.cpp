// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/wished_and_voted.hpp"

#include <algorithm>
#include <array>

namespace maillage::documents {

bool is_wished_by_others(const Reading& reading, const Instrument& instrument, const SigningClause& clause) {
  return clause.verb < instrument.words.first && reading.has_any({clause.verb, instrument.words.first}, reading.lexicon.list("wished_and_voted.wishes"));
}

bool starts_their_own(const Instrument& instrument, const SigningClause& clause) {
  constexpr std::size_t kNear = 4;
  const bool is_said = clause.sense == "launch" && clause.form == "participle" && !clause.is_passive && clause.tense == Tense::past;
  return is_said && instrument.determiner == Determiner::possessive && instrument.words.first > clause.verb && instrument.words.first <= clause.verb + kNear;
}

bool is_voted(const Findings& findings, std::size_t instrument) {
  const auto sentence = findings.reading.words[findings.instruments[instrument].words.first].sentence;
  return std::ranges::any_of(findings.clauses_of[sentence], [&](std::size_t c) {
    const auto& clause = findings.clauses[c];
    return clause.sense == "adopt" && clause.tense == Tense::past && !clause.is_older && clause.form != "noun" && clause.instrument == instrument;
  });
}

bool is_to_be_signed_as_voted(const Findings& findings, const SigningClause& clause) {
  if (clause.tense != Tense::planned || clause.form != "infinitive" || !clause.instrument) return false;
  const auto& reading = findings.reading;
  const auto sentence = reading.words[clause.verb].sentence;
  const auto named = reading.words[findings.instruments[*clause.instrument].words.first].sentence;
  const bool is_allowed = std::ranges::any_of(findings.clauses_of[sentence], [&](std::size_t c) {
    const auto& other = findings.clauses[c];
    return other.sense == "adopt" && other.verb < clause.verb && other.is_told() && !other.is_older;
  });
  if (!is_allowed || named + 1 != sentence || reading.passages[named].block != reading.passages[sentence].block) return false;
  return std::ranges::any_of(Reading::within(reading.named, reading.passages[named].words), [&](const Place& mention) {
    return findings.relations[static_cast<std::size_t>(&mention - reading.named.data())] == Relation::with;
  });
}

bool is_founded(const Reading& reading, const Instrument& instrument) {
  if (instrument.type == "chair" || instrument.type == "consortium") return true;
  return is_one_of(reading.words[instrument.words.first], std::array<std::string_view, 1>{"laboratoire"});
}

bool is_what_is_founded(const Findings& findings, std::uint32_t sentence, const WordRange& mention) {
  constexpr std::size_t kComplement = 6;  // words of « un laboratoire commun de chimie, le Centre … »
  const auto& words = findings.reading.words;
  const auto first = findings.reading.passages[sentence].words.first;
  if (mention.first < first + 3 || !words[mention.first - 2].is(",")) return false;
  if (!is_one_of(words[mention.first - 1], std::array<std::string_view, 3>{"l", "la", "le"})) return false;
  return std::ranges::any_of(findings.instruments_of[sentence], [&](std::size_t i) {
    const auto& one = findings.instruments[i];
    const auto comma = mention.first - 2;
    if (one.determiner != Determiner::indefinite || one.words.last > comma || comma - one.words.last > kComplement || !is_founded(findings.reading, one)) return false;
    for (auto at = one.words.last; at < comma; ++at) {
      if (words[at].kind == WordKind::mark || words[at].is("avec")) return false;
    }
    return Reading::within(findings.reading.named, {one.words.last, comma}).empty();
  });
}

bool announces_founding(const Findings& findings, const SigningClause& clause) {
  if (clause.sense != "launch" || clause.form != "noun" || !clause.instrument || findings.instruments[*clause.instrument].type != "chair") return false;
  return std::ranges::any_of(findings.clauses_of[findings.reading.words[clause.verb].sentence], [&](std::size_t c) {
    const auto& other = findings.clauses[c];
    return other.sense == "announce" && other.verb < clause.verb && other.is_told() && !other.is_older && (other.tense == Tense::past || other.tense == Tense::present);
  });
}

bool backs_chair(const Findings& findings, std::uint32_t sentence, const WordRange& mention) {
  constexpr std::size_t kReach = 16;
  const auto& reading = findings.reading;
  const auto founds = [&](std::uint32_t s) {
    return std::ranges::any_of(findings.clauses_of[s], [&](std::size_t c) {
      const auto& clause = findings.clauses[c];
      const bool is_chair = clause.sense == "launch" && clause.instrument && findings.instruments[*clause.instrument].type == "chair";
      return is_chair && clause.is_told() && !clause.is_older && (clause.form != "noun" || announces_founding(findings, clause));
    });
  };
  const bool is_beside = sentence > 0 && reading.passages[sentence - 1].block == reading.passages[sentence].block && founds(sentence - 1);
  if (!is_beside && !founds(sentence)) return false;
  const auto first = reading.passages[sentence].words.first;
  for (auto at = mention.first; at > first && mention.first - at < kReach; --at) {
    const auto& word = reading.words[at - 1].folded;
    if (word.starts_with("financ") || word.starts_with("cofinanc") || word.starts_with("souten") || word == "soutien" || word == "mecenat") return true;
  }
  return false;
}

bool is_bound_by_what_it_votes(const Findings& findings, std::uint32_t sentence, const WordRange& mention) {
  const auto& reading = findings.reading;
  std::optional<std::size_t> vote;
  for (const auto c : findings.clauses_of[sentence]) {
    const auto& clause = findings.clauses[c];
    const bool is_vote = clause.sense == "adopt" && clause.tense == Tense::past && !clause.is_older && !clause.is_passive && clause.form != "noun";
    if (is_vote && clause.verb >= mention.last && !vote) vote = clause.verb;
    // « qui doit les lier », « qui les unira »
    const bool binds = vote && clause.sense == "bind" && clause.verb > *vote + 2 && clause.is_told() && is_one_of(reading.words[clause.verb - 1], reading.lexicon.list("wished_and_voted.objects"));
    if (binds && reading.has_any({*vote, clause.verb}, std::array<std::string_view, 1>{"qui"})) return true;
  }
  return false;
}

}  // namespace maillage::documents
