// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/memberships.hpp"

#include <algorithm>
#include <array>

#include "documents/agreements/other_matters.hpp"

namespace maillage::documents {
namespace {

/// « L'ARS l'était par son directeur, X » behind « La Ville était représentée par Y »
bool goes_on_representing(const Findings& findings, std::uint32_t sentence) {
  const auto& reading = findings.reading;
  const auto& passage = reading.passages[sentence];
  if (sentence == 0 || reading.passages[sentence - 1].block != passage.block) return false;
  const auto& before = reading.passages[sentence - 1].words;
  const auto cues = reading.cues_within(before);
  const auto cue = std::ranges::find_if(cues, [&](const auto& one) { return reading.cue(one) == "represented"; });
  if (cue == cues.end()) return false;
  const auto named = Reading::within(reading.named, {before.first, cue->first});
  if (named.empty() || findings.relations[static_cast<std::size_t>(&named.front() - reading.named.data())] != Relation::bare) return false;
  for (auto at = passage.words.first; at + 2 < passage.words.last; ++at) {
    const bool was = is_one_of(reading.words[at + 1], std::to_array<std::string_view>({"etait", "etaient", "est", "sont"}));
    if (reading.words[at].is("l") && was && reading.words[at + 2].is("par")) return true;
  }
  return false;
}

}  // namespace

bool tells_membership(const Findings& findings, std::uint32_t sentence) {
  const auto& reading = findings.reading;
  const auto& passage = reading.passages[sentence];
  bool is_of_board = reading.has_any(passage.words, reading.lexicon.list("memberships.boards"));  // « figurent parmi les membres du comité »
  for (auto at = passage.words.first + 1; at < passage.words.last; ++at) {
    is_of_board = is_of_board || (reading.words[at].is("comite") && (reading.words[at - 1].is("du") || reading.words[at - 1].is("au")));
  }
  if (is_of_board && findings.instruments_of[sentence].empty()) return false;
  // « Elle compte des milliers de signataires, de A aux fédérations »: a text that everybody signs for himself
  if (reading.has_any(passage.words, reading.lexicon.list("memberships.countless")) && reading.has_any(passage.words, reading.lexicon.list("memberships.bound"))) return false;
  if (reading.has_any(passage.words, std::to_array<std::string_view>({"reste", "restent"})) && !reading.has_any(passage.words, std::to_array<std::string_view>({"signataire", "signataires"})) && findings.instruments_of[sentence].empty()) return false;  // « A reste mécène »
  // « figurent parmi les réalisations les plus visibles »
  const auto is_list = [&](const auto& cue) { return reading.words[cue.first].is("figurent") && reading.has_any({cue.first, passage.words.last}, std::to_array<std::string_view>({"parmi"})) && !reading.has_any(passage.words, reading.lexicon.list("memberships.bound")); };
  if (findings.instruments_of[sentence].empty() && std::ranges::any_of(reading.cues_within(passage.words), is_list)) return false;
  // « A, premier financeur du musée, avait délégué une conseillère »: somebody came, nobody signs
  const auto only_sends = [&](const auto& cue) { return reading.words[cue.last - 1].folded.starts_with("delegu") && cue.last < passage.words.last && is_one_of(reading.words[cue.last], {"un", "une", "des"}) && Reading::within(reading.persons, passage.words).empty(); };
  const OtherMatters others(findings, sentence);
  const auto is_of_thing = [&](const auto& cue) {
    return std::ranges::any_of(findings.clauses_of[sentence], [&](std::size_t c) {
      const auto& clause = findings.clauses[c];
      return clause.sense == "join" && cue.first <= clause.verb && clause.verb < cue.last && others.joins_a_thing(clause);
    });
  };
  const auto is_member = [&](const auto& cue) { return (reading.cue(cue) == "membership" && !is_of_thing(cue)) || (reading.cue(cue) == "represented" && !only_sends(cue)); };
  return std::ranges::any_of(reading.cues_within(passage.words), is_member) || goes_on_representing(findings, sentence);
}

}  // namespace maillage::documents
