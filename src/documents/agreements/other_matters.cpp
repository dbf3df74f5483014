// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/other_matters.hpp"

#include <algorithm>
#include <array>

namespace maillage::documents {

bool OtherMatters::is_of_older_text(const WordRange& mention) const {
  const SigningClause* last = nullptr;
  for (const auto c : findings_.clauses_of[sentence_]) {
    const auto& clause = findings_.clauses[c];
    if (clause.signs() && clause.verb < mention.first && (last == nullptr || clause.verb > last->verb)) last = &clause;
  }
  return last != nullptr && last->is_older && last->instrument && findings_.instruments[*last->instrument].words.first < mention.first;
}

bool OtherMatters::follows_replaced(const WordRange& mention) const {
  constexpr std::size_t kNear = 4;
  return std::ranges::any_of(findings_.clauses_of[sentence_], [&](std::size_t c) {
    const auto& clause = findings_.clauses[c];
    const auto end = std::min(clause.verb + kNear, mention.first);
    return clause.sense == "succeed" && clause.verb < mention.first && reading_.has_any({clause.verb, end}, std::to_array<std::string_view>({"celui", "celle"}));
  });
}

bool OtherMatters::tells_of_others_signing(const WordRange& mention) const {
  bool others = false;
  for (const auto c : findings_.clauses_of[sentence_]) {
    const auto& clause = findings_.clauses[c];
    if (!clause.signs() || !clause.is_told() || clause.verb < mention.last) continue;
    const auto* instrument = clause.instrument ? &findings_.instruments[*clause.instrument].words : nullptr;
    if (instrument == nullptr || instrument->first < mention.last || instrument->last >= clause.verb) return false;
    const auto que = instrument->last;
    if (!reading_.words[que].is("que") && !reading_.words[que].is("qu")) return false;
    if (reading_.has_any({que + 1, std::min(que + 3, clause.verb)}, reading_.lexicon.list("other_matters.own"))) return false;
    const auto behind = Reading::within(reading_.named, {que, passage_.words.last});
    others = behind.size() >= 2;
  }
  return others;
}

bool OtherMatters::begins_other_clause(const WordRange& mention) const {
  if (mention.last + 2 < passage_.words.last || mention.last >= passage_.words.last) return false;
  const auto& next = reading_.words[mention.last];
  const auto at = mention.first > passage_.words.first + 2 && !reading_.words[mention.first - 1].is(",") ? mention.first - 1 : mention.first;
  const bool is_cut = at > passage_.words.first && reading_.words[at - 1].is(",");
  const bool signs_before = std::ranges::any_of(findings_.clauses_of[sentence_], [&](std::size_t c) { return findings_.clauses[c].signs() && findings_.clauses[c].verb + 1 == at - 1; });
  return is_cut && signs_before && next.kind == WordKind::word && next.casing == Casing::lower;
}

bool OtherMatters::is_matter_of_agreement(std::uint32_t number, const WordRange& mention) const {
  const auto kind = reading_.institutions.named[number].kind;
  if (kind == InstitutionKind::commune || kind == InstitutionKind::intercommunality) return false;
  const auto behind = Reading::within(reading_.named, {mention.last, passage_.words.last});
  return std::ranges::count_if(behind, [&](const Place& other) {
    const auto relation = findings_.relations[static_cast<std::size_t>(&other - reading_.named.data())];
    return relation == Relation::by || relation == Relation::between;
  }) >= 2;
}

bool OtherMatters::stands_in_relative(const WordRange& mention) const {
  constexpr std::size_t kReach = 16;
  const auto first = mention.first > passage_.words.first + kReach ? mention.first - kReach : passage_.words.first;
  bool has_comma = false;
  for (auto at = mention.first; at > first + 1; --at) {
    const auto& word = reading_.words[at - 1];
    if (word.is(";") || word.is(":")) return false;
    if (word.is(",")) {
      const auto before = Reading::within(reading_.named, {passage_.words.first, at - 1});
      if (before.empty() || before.back().words.last != at - 1) return false;
      has_comma = true;
      continue;
    }
    const bool gathers = std::ranges::count(reading_.lexicon.list("other_matters.gathers"), word.folded) > 0;
    if (!word.is("qui") && !word.is("dont") && !gathers) continue;
    const auto before = reading_.words[at - 2].is(",") ? at - 2 : at - 1;
    const auto named = Reading::within(reading_.named, {passage_.words.first, before});
    if (named.empty() || named.back().words.last + 1 < before) return false;  // « un contrat qui réunit A et B »
    if (gathers) return true;
    if (word.is("dont")) return !has_comma && is_called_member(mention);
    return tells_of_antecedent({at, mention.first}, has_comma);
  }
  return false;
}

bool OtherMatters::is_told_to_do_other(const WordRange& mention) const {
  const auto at = mention.last;
  if (at + 2 >= passage_.words.last || !reading_.words[at].is(",") || !reading_.words[at + 1].is("qui")) return false;
  const auto cues = reading_.cues_within(passage_.words);
  const auto verb = reading_.lexicon.signing_verbs.at(reading_.words, at + 2, passage_.words.last);
  return !verb && std::ranges::all_of(cues, [&](const auto& cue) { return reading_.cue(cue) != "membership" && reading_.cue(cue) != "next"; });
}

bool OtherMatters::tells_of_antecedent(const WordRange& relative, bool has_comma) const {
  bool gathers = false;
  for (const auto c : findings_.clauses_of[sentence_]) {
    const auto& clause = findings_.clauses[c];
    if (clause.verb < relative.first || clause.verb >= relative.last) continue;
    if (clause.signs() || clause.sense == "join" || clause.sense == "engage" || (clause.sense == "bind" && clause.is_reflexive)) return false;
    gathers = gathers || clause.sense == "bind";
  }
  return (gathers || !has_comma) && reading_.cues_within(relative).empty();
}

bool OtherMatters::is_called_member(const WordRange& mention) const {
  constexpr std::size_t kReach = 14;
  for (auto at = mention.last; at + 1 < std::min(mention.last + kReach, passage_.words.last); ++at) {
    const bool is_link = reading_.words[at].is("est") || reading_.words[at].is("sont");
    if (is_link) return reading_.has_any({at + 1, std::min(at + 4, passage_.words.last)}, reading_.lexicon.list("other_matters.members"));
  }
  return false;
}

bool OtherMatters::joins_a_thing(const SigningClause& clause) const {
  auto at = clause.verb;
  if (at < passage_.words.first + 2 || !reading_.words[at - 1].is("qui")) return false;
  --at;
  if (reading_.words[at - 1].is(",")) --at;
  if (at <= passage_.words.first) return false;
  const auto named = Reading::within(reading_.named, {passage_.words.first, at});
  return reading_.words[at - 1].casing == Casing::lower && (named.empty() || named.back().words.last < at);
}

bool OtherMatters::gathers_own_members(const SigningClause& clause) const {
  const auto before = Reading::within(reading_.named, {passage_.words.first, clause.verb});
  return findings_.instruments_of[sentence_].empty() && clause.form == "present" && !before.empty() && before.back().words.last == clause.verb &&
         findings_.relations[static_cast<std::size_t>(&before.back() - reading_.named.data())] == Relation::bare;
}

bool OtherMatters::gathers_staff(const SigningClause& clause) const {
    const auto behind = clause.verb + 1;
  return clause.form == "present" && behind + 1 < passage_.words.last && findings_.instruments_of[sentence_].empty() &&
         reading_.has_any({behind, std::min(behind + 3, passage_.words.last)}, reading_.lexicon.list("other_matters.staff"));
}

}  // namespace maillage::documents
