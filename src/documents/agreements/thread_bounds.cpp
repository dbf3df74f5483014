// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/thread_bounds.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "documents/agreements/paragraph_labels.hpp"
#include "documents/agreements/party_evidence.hpp"

namespace maillage::documents {
namespace {

bool is_head(const Passage& passage) {
  return passage.kind == BlockKind::title || passage.kind == BlockKind::heading;
}

}  // namespace

bool tells_by_places(const Findings& findings) {
  constexpr std::size_t kLongest = 5;
  const auto& reading = findings.reading;
  std::set<std::size_t> headed, telling;
  for (std::size_t s = 0; s < reading.passages.size(); ++s) {
    const auto& passage = reading.passages[s];
    if (passage.words.empty() || is_head(passage)) continue;
    const bool begins = s == 0 || reading.passages[s - 1].block != passage.block;
    const bool is_short = passage.words.last - passage.words.first <= kLongest && reading.words[passage.words.last - 1].is(".");
    if (begins && is_short && findings.clauses_of[s].empty() && s + 1 < reading.passages.size() && reading.passages[s + 1].block == passage.block) headed.insert(passage.block);
    for (const auto c : findings.clauses_of[s]) {
      const auto& clause = findings.clauses[c];
      if (clause.signs() && clause.is_told() && !clause.is_older) telling.insert(passage.block);
    }
  }
  return std::ranges::count_if(headed, [&](auto block) { return telling.contains(block); }) >= 2;
}

bool tells_by_points(const Findings& findings) {
  constexpr std::size_t kLabel = 3;  // « Point n° 4 »
  const auto& reading = findings.reading;
  std::size_t points = 0;
  for (std::size_t s = 0; s < reading.passages.size(); ++s) {
    const auto& words = reading.passages[s].words;
    const bool begins = s == 0 || reading.passages[s - 1].block != reading.passages[s].block;
    if (words.empty() || !begins || words.first + kLabel >= words.last || !is_one_of(reading.words[words.first], reading.lexicon.list("thread_bounds.points"))) continue;
    bool is_numbered = false;
    for (auto at = words.first + 1; at <= words.first + kLabel; ++at) is_numbered = is_numbered || reading.words[at].kind == WordKind::number;
    points += is_numbered && !findings.instruments_of[s].empty() ? 1 : 0;
  }
  return points >= 2;
}

std::optional<std::uint32_t> partner_of_heading(const Findings& findings, std::uint32_t sentence) {
  const auto& reading = findings.reading;
  if (const auto* label = label_of_paragraph(reading, sentence)) return reading.institution_of(*label);
  constexpr std::size_t kLongest = 12;
  constexpr std::uint32_t kReach = 40;  // sentences below it
  auto s = sentence;
  while (s > 0 && sentence - s < kReach && reading.passages[s - 1].section == reading.passages[sentence].section) --s;
  const auto& heading = reading.passages[s];
  if (!is_head(heading) || heading.block == 0 || heading.words.empty() || heading.words.last - heading.words.first > kLongest) return std::nullopt;
  const auto named = Reading::within(reading.named, heading.words);
  if (named.size() != 1 || !findings.clauses_of[s].empty()) return std::nullopt;
  const auto relation = findings.relations[static_cast<std::size_t>(&named.front() - reading.named.data())];
  if (!findings.instruments_of[s].empty()) {  // « Convention d'objectifs avec A »
    const bool is_one = findings.instruments_of[s].size() == 1 && !findings.instruments[findings.instruments_of[s].front()].is_plural;
    return is_one && relation == Relation::with ? std::optional(reading.institution_of(named.front())) : std::nullopt;
  }
  const bool is_alone = named.front().words.first <= heading.words.first + 1 && named.front().words.last + 1 >= heading.words.last;
  return is_alone || relation == Relation::with ? std::optional(reading.institution_of(named.front())) : std::nullopt;
}

bool begins_another(const Reading& reading, const WordRange& range) {
  return std::ranges::any_of(reading.cues_within(range), [&](const auto& cue) { return reading.cue(cue) == "another" || reading.cue(cue) == "then"; });
}

bool is_counted_on(const Reading& reading, const Instrument& instrument) {
  const bool is_other = instrument.words.first > 0 && reading.words[instrument.words.first - 1].is("autre");
  return instrument.determiner == Determiner::indefinite && !instrument.is_plural && (instrument.ordinal.value_or(1) > 1 || is_other);
}

bool counts_another(const Findings& findings, const Instrument& instrument, const std::set<std::size_t>& known) {
  if (!is_counted_on(findings.reading, instrument) || known.empty()) return false;
  const auto head = head_word(findings.reading, instrument);
  if (std::ranges::any_of(known, [&](auto i) { return is_counted_on(findings.reading, findings.instruments[i]); })) return false;
  const bool is_new = std::ranges::any_of(known, [&](auto i) { return findings.instruments[i].determiner == Determiner::indefinite; });
  return is_new || std::ranges::none_of(known, [&](auto i) { return head_word(findings.reading, findings.instruments[i]) == head; });
}

bool stays_in_section(const Findings& findings, std::uint32_t sentence, std::uint32_t section) {
  const auto& reading = findings.reading;
  const auto& here = reading.passages[sentence];
  if (here.section != section || section == 0 || here.kind != BlockKind::paragraph) return false;
  for (auto s = sentence; s < reading.passages.size() && reading.passages[s].block == here.block; ++s) {
    const bool names = std::ranges::any_of(Reading::within(reading.named, reading.passages[s].words), [&](const Place& mention) {
      return !reading.institutions.named[reading.institution_of(mention)].is_generic;
    });
    if (names || !findings.instruments_of[s].empty()) return false;
  }
  return true;
}

bool leads_list(const Reading& reading, std::uint32_t sentence) {
  if (!reading.words[reading.passages[sentence].words.last - 1].is(":") || sentence + 1 >= reading.passages.size())
    return false;
  const auto& next = reading.passages[sentence + 1];
  if (next.words.empty() || Reading::within(reading.named, next.words).empty()) return false;
  // « Trois partenaires l'ont conclue : », and each in a paragraph of its own that ends with « ; »
  const bool is_entry = next.kind == BlockKind::paragraph && reading.words[next.words.last - 1].is(";");
  return next.kind == BlockKind::item || is_entry;
}

std::string head_word(const Reading& reading, const Instrument& instrument) {
  std::string head(reading.words[instrument.words.first].folded);
  if (head.ends_with('s')) head.pop_back();
  return head;
}

bool is_item_with_partner(const Findings& findings, std::uint32_t sentence) {
  const auto& passage = findings.reading.passages[sentence];
  if (passage.kind != BlockKind::item || passage.words.empty()) return false;
  return std::ranges::any_of(Reading::within(findings.reading.named, passage.words), [&](const Place& mention) {
    return findings.relations[static_cast<std::size_t>(&mention - findings.reading.named.data())] == Relation::with;
  });
}

bool is_item_of_its_own(const Findings& findings, std::uint32_t s, std::uint32_t anchor, const std::set<std::uint32_t>& parties) {
  const auto& reading = findings.reading;
  if (reading.passages[s].kind != BlockKind::item || findings.instruments_of[s].empty()) return false;
  if (reading.passages[anchor].kind != BlockKind::item || reading.passages[anchor].block == reading.passages[s].block) return false;
  return std::ranges::any_of(Reading::within(reading.named, reading.passages[s].words), [&](const Place& mention) {
    return !parties.contains(reading.institution_of(mention));
  });
}

bool names_own_instrument(const Findings& findings, const SigningClause& clause) {
  return clause.instrument && findings.reading.passage_of(clause.verb).words.holds(findings.instruments[*clause.instrument].words.first);
}

bool adds_hands(const Findings& findings, const AgreementThread& thread) {
  constexpr std::size_t kReach = 4;
  return std::ranges::all_of(thread.anchors, [&](auto c) {
    const auto& clause = findings.clauses[c];
    const auto first = findings.reading.passage_of(clause.verb).words.first;
    const WordRange before{clause.verb > first + kReach ? clause.verb - kReach : first, clause.verb};
    return findings.reading.has_any(before, std::to_array<std::string_view>({"y"})) && !names_own_instrument(findings, clause);
  });
}

bool was_signed_before(const Findings& findings, std::uint32_t sentence) {
  return !findings.instruments_of[sentence].empty() && std::ranges::any_of(findings.clauses_of[sentence], [&](auto c) {
    const auto& clause = findings.clauses[c];
    return clause.signs() && clause.is_older && clause.instrument == findings.instruments_of[sentence].front();
  });
}

bool tells_who_is_bound_behind(const Findings& findings, std::uint32_t sentence) {
  constexpr double kStrong = .6;
  constexpr std::size_t kHead = 3;
  const auto& reading = findings.reading;
  const auto next = sentence + 1;
  if (next >= reading.passages.size() || reading.passages[next].words.empty() || reading.passages[next].block != reading.passages[sentence].block) return false;
  const auto first = reading.passages[next].words.first;
  const bool binds = is_one_of(reading.words[first], reading.lexicon.list("agreement_threads.references")) &&
                     std::ranges::any_of(findings.clauses_of[next], [&](std::size_t c) {
                       const auto& clause = findings.clauses[c];
                       return clause.sense == "bind" && clause.is_told() && clause.verb <= first + kHead;
                     });
  std::set<std::uint32_t> bound;
  for (const auto& one : binds ? party_evidence(findings, next) : std::vector<PartyEvidence>()) {
    if (one.weight >= kStrong && !one.is_excluded) bound.insert(one.institution);
  }
  return bound.size() >= 2;
}

}  // namespace maillage::documents
