// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/agreement_amounts.hpp"

#include <algorithm>

#include "documents/lexicon/word_uses.hpp"

namespace maillage::documents {
namespace {

constexpr double kLeast = .5;

class AmountChooser {
 public:
  AmountChooser(const Findings& findings, const AgreementThread& thread, const std::vector<ReadParty>& parties)
      : findings_(findings), reading_(findings.reading), uses_(findings.reading.lexicon.term_words, findings.reading.words), thread_(thread), parties_(parties) {}

  Claimed<double> choose() {
    for (const auto sentence : thread_.sentences) {
      for (const auto& place : Reading::within(reading_.amounts, reading_.passages[sentence].words)) consider(place, sentence);
    }
    if (best_.confidence < kLeast) return {};
    best_.confidence = std::min(.95, best_.confidence);
    return best_;
  }

 private:
  void consider(const Place& place, std::uint32_t sentence) {
    const auto& amount = reading_.dates.amounts[place.number];
    if (amount.is_yearly) return;
    const auto& passage = reading_.passages[sentence];
    const auto clause = around(place, passage);
    double weight = .25;
    if (std::ranges::any_of(findings_.instruments_of[sentence], [&](std::size_t i) { return !findings_.instruments[i].is_foreign && !findings_.instruments[i].is_older; })) weight += .25;
    else if (refers(passage)) weight += .2;
    if (findings_.ties.head_of[sentence]) weight += .3;  // « La première accorde 400 000 euros à A »
    if (endows(clause)) weight += .2;
    if (uses_.any(clause.first, clause.last, "sum")) weight += .15;
    const bool is_whole = is_whole_of_shares(place, passage) || is_for_the_term(place, passage);
    if (is_whole) weight += .35;
    else if (uses_.any(clause.first, place.words.first, "other_sum")) weight -= .3;
    if (is_sum_of_body(clause, place)) weight -= .5;
    else if (names_others(clause)) weight -= .3;
    else if (!Reading::within(reading_.named, clause).empty()) weight += .1;
    if (passage.kind == BlockKind::title || passage.kind == BlockKind::heading) weight += .2;
    if (is_part(place, passage)) weight -= .2;
    if (weight > best_.confidence) best_ = {amount.euros, weight, amount.span, "sum_of_the_agreement"};
  }
  /// Its part of the sentence: between semicolons, and commas that are far enough.
  WordRange around(const Place& place, const Passage& passage) const {
    constexpr std::size_t kReach = 14;
    WordRange clause{place.words.first > passage.words.first + kReach ? place.words.first - kReach : passage.words.first,
                     std::min(place.words.last + kReach / 2, passage.words.last)};
    for (auto at = clause.first; at < place.words.first; ++at) clause.first = reading_.words[at].is(";") ? at + 1 : clause.first;
    return clause;
  }
  bool refers(const Passage& passage) const {
    return uses_.any(passage.words.first, std::min(passage.words.last, passage.words.first + 6), "sum_reference");
  }
  /// Somebody who is no party spends it.
  bool names_others(const WordRange& clause) const {
    const auto named = Reading::within(reading_.named, clause);
    return !named.empty() && std::ranges::none_of(named, [&](const Place& mention) {
      return std::ranges::any_of(parties_, [&](const ReadParty& party) { return party.institution == reading_.institution_of(mention); });
    });
  }
  /// « 2 450 000 €, dont 1 650 000 € »
  bool is_part(const Place& place, const Passage& passage) const {
    const auto first = place.words.first > passage.words.first + 3 ? place.words.first - 3 : passage.words.first;
    for (auto at = first; at < place.words.first; ++at) {
      if (reading_.words[at].is("dont")) return true;
    }
    return false;
  }
  /// « apporte », « dotée de »; « a versé » tells of what was before.
  bool endows(const WordRange& clause) const {
    for (auto at = clause.first; at < clause.last; ++at) {
      const bool is_past = at > clause.first && is_one_of(reading_.words[at - 1], {"a", "ont", "avait", "avaient", "ete"});
      if (!is_past && uses_.is(at, "endowing")) return true;
    }
    return false;
  }
  /// « 3 millions d'euros : 1,5 million pour A, 1 million pour B », « à parts égales », « partagé entre A et B », « soit 450 000 € »
  bool is_whole_of_shares(const Place& place, const Passage& passage) const {
    constexpr std::size_t kReach = 12;
    if (uses_.any(place.words.last, std::min(passage.words.last, place.words.last + kReach), "shared")) return true;
    if (place.words.first > passage.words.first + 2 && reading_.words[place.words.first - 1].is("soit") &&
        Reading::within(reading_.amounts, {passage.words.first, place.words.first}).size() > 1)
      return true;
    const auto next = place.words.last;
    const bool opens = next < passage.words.last && is_one_of(reading_.words[next], {":", "(", ","}) && next + 1 < passage.words.last &&
                       (reading_.words[next].is(":") || reading_.words[next].is("(") || reading_.words[next + 1].is("dont"));
    std::size_t numbers = 0;  // « 1,5 million pour A »: the euros may be said once
    for (auto at = next; opens && at < passage.words.last; ++at) numbers += reading_.words[at].kind == WordKind::number ? 1U : 0U;
    return numbers >= 2 && !Reading::within(reading_.amounts, {next, passage.words.last}).empty();
  }
  /// « 450 000 € pour la durée de la convention », « 2,4 M€ sur la période »
  bool is_for_the_term(const Place& place, const Passage& passage) const {
    const auto at = place.words.last;
    if (at + 2 >= passage.words.last || !is_one_of(reading_.words[at], {"pour", "sur"})) return false;
    return reading_.words[at + 1].is("la") && is_one_of(reading_.words[at + 2], {"duree", "periode"});
  }
  /// « Le budget de l'hôpital atteint … »: a body's own, no agreement's
  bool is_sum_of_body(const WordRange& clause, const Place& place) const {
    for (auto at = clause.first; at + 2 < place.words.first; ++at) {
      if (!uses_.is(at, "sum") || !is_one_of(reading_.words[at + 1], {"de", "du", "d"})) continue;
      auto body = at + 2;
      while (body < place.words.first && is_one_of(reading_.words[body], {"l", "la", "le"})) ++body;
      const bool is_named = !Reading::within(reading_.named, {at + 2, body + 1}).empty();
      if (is_named || reading_.lexicon.body_words.at(reading_.words, body, place.words.first)) return true;
    }
    return false;
  }

  const Findings& findings_;
  const Reading& reading_;
  WordUses uses_;
  const AgreementThread& thread_;
  const std::vector<ReadParty>& parties_;
  Claimed<double> best_;
};

}  // namespace

Claimed<double> find_agreement_amount(const Findings& findings, const AgreementThread& thread, const std::vector<ReadParty>& parties) {
  return AmountChooser(findings, thread, parties).choose();
}

}  // namespace maillage::documents
