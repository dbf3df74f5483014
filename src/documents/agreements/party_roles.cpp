// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/party_roles.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "documents/dates/date_grammar.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kReach = 5;            // words between a body and the word that tells its role
constexpr int kMostUnnamed = 500;


std::string_view role_beside(const Reading& reading, const Place& mention, const WordRange& sentence) {
  const WordRange behind{mention.words.last, std::min(mention.words.last + kReach, sentence.last)};
  if (reading.has_any(behind, reading.lexicon.list("party_roles.lead"))) return "lead";
  if (reading.has_any(behind, reading.lexicon.list("party_roles.funder"))) return "funder";
  if (reading.has_any(behind, reading.lexicon.list("party_roles.beneficiary"))) return "beneficiary";
  if (reading.has_any(behind, reading.lexicon.list("party_roles.associated"))) return "associated";
  return {};
}

/// « devient ainsi le vingt-septième partenaire », « la 12e signataire »: others signed before.
bool is_last_to_join(const Reading& reading, std::size_t at, std::size_t last) {
  if (at + 1 >= last || !is_one_of(reading.words[at + 1], reading.lexicon.list("party_roles.one_more"))) return false;
  const auto word = reading.words.text_of(at, at + 1);
  const bool is_figure = word.size() >= 2 && word.front() >= '0' && word.front() <= '9' && word.ends_with('e');
  return is_figure || reading.words[at].folded.ends_with("ieme");
}

}  // namespace

void tell_roles(const Findings& findings, const AgreementThread& thread, std::vector<ReadParty>& parties) {
  const auto& reading = findings.reading;
  std::map<std::uint32_t, std::string_view> roles;
  for (const auto sentence : thread.sentences) {
    for (const auto& mention : Reading::within(reading.named, reading.passages[sentence].words)) {
      const bool is_carrier = findings.relations[static_cast<std::size_t>(&mention - reading.named.data())] == Relation::carried;
      const auto role = is_carrier ? std::string_view("lead") : role_beside(reading, mention, reading.passages[sentence].words);
      if (!role.empty()) roles.try_emplace(reading.institution_of(mention), role);
    }
  }
  for (auto& party : parties) {
    const auto found = roles.find(party.institution);
    if (found != roles.end()) party.role = found->second;
  }
}

namespace {

/// « A et dix-huit communes »: how many a sentence adds to those it names.
std::uint32_t unnamed_in(const Reading& reading, const WordRange& sentence, bool names_few) {
  std::uint32_t most = 0;
  for (auto at = sentence.first + 1; at + 1 < sentence.last; ++at) {
    if (names_few && is_last_to_join(reading, at, sentence.last)) most = std::max(most, 1U);
    if (std::ranges::count(reading.lexicon.list("party_roles.links"), reading.words[at - 1].folded) == 0) continue;
    auto noun = at + 1;
    const auto number = small_number(reading.words, at, reading.lexicon, &noun);
    const bool is_body = number && noun < sentence.last && std::ranges::count(reading.lexicon.list("party_roles.bodies"), reading.words[noun].folded) > 0;
    if (!is_body || *number < 2 || *number > kMostUnnamed) continue;
    const bool are_others = noun + 1 < sentence.last && std::ranges::count(reading.lexicon.list("party_roles.others"), reading.words[noun + 1].folded) > 0;
    if (!names_few && !are_others) continue;
    const auto next = Reading::within(reading.named, {at, std::min(at + 7, sentence.last)});
    const bool is_named = !next.empty() && !reading.has_any({at, next.front().words.first}, std::to_array<std::string_view>({"et"}));  // « trois communes, A, B et C »
    if (!is_named) most = std::max(most, static_cast<std::uint32_t>(*number));
  }
  return most;
}

}  // namespace

bool is_signed_by_countless(const Findings& findings, const AgreementThread& thread) {
  const auto& reading = findings.reading;
  return std::ranges::any_of(thread.sentences, [&](std::uint32_t sentence) {
    const auto& words = reading.passages[sentence].words;
    return reading.has_any(words, reading.lexicon.list("memberships.countless")) && reading.has_any(words, reading.lexicon.list("parties_by_place.who_signs"));
  });
}

std::uint32_t count_unnamed_parties(const Findings& findings, const AgreementThread& thread, bool names_few) {
  const auto& reading = findings.reading;
  std::uint32_t most = is_signed_by_countless(findings, thread) ? 1 : 0;
  for (const auto c : thread.anchors) {
    const auto& clause = findings.clauses[c];
    most = std::max(most, unnamed_in(reading, reading.passage_of(clause.verb).words, names_few));
    // « A et dix-huit communes sont liées par une convention. Signée le 9 décembre, elle … »
    const auto instrument = findings.instruments[*clause.instrument].words.first;
    const auto named = reading.words[instrument].sentence;
    const bool is_bound = std::ranges::any_of(findings.clauses_of[named], [&](std::size_t other) { return findings.clauses[other].sense == "bind" && findings.clauses[other].is_told(); });
    if (named + 1 == reading.words[clause.verb].sentence && is_bound) most = std::max(most, unnamed_in(reading, reading.passages[named].words, names_few));
  }
  return most;
}

}  // namespace maillage::documents
