// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/agreement_amounts.hpp"

#include <algorithm>
#include <array>

namespace maillage::documents {
namespace {

constexpr double kLeast = .5;

constexpr auto kEndowing = std::to_array<std::string_view>(
    {"budget", "enveloppe", "montant", "dote", "dotee", "dotation", "apporte", "apportera", "apportent", "apporteront", "versera", "verseront",
     "consacreront", "consacrent", "mobilise", "mobilisera", "mobilisent", "finance", "financement", "engage", "engagent", "pourvoit", "budgetaire", "mecenat", "verser"});
constexpr auto kSums = std::to_array<std::string_view>({"budget", "enveloppe", "montant", "dote", "dotee", "dotation", "total"});
constexpr auto kOthers = std::to_array<std::string_view>(
    {"cout", "coute", "coutera", "coutait", "evalue", "evalues", "evaluee", "evaluees", "estime", "estimee", "chiffre", "affaires", "ca", "chantier", "travaux",
     "depuis", "demande", "dossier", "comparaison", "pese", "etude", "etudes", "precedent", "premier", "premiere", "anterieur", "investissement", "subvention"});

class AmountChooser {
 public:
  AmountChooser(const Findings& findings, const AgreementThread& thread, const std::vector<ReadParty>& parties)
      : findings_(findings), reading_(findings.reading), thread_(thread), parties_(parties) {}

  Claimed<double> choose() {
    for (const auto sentence : thread_.sentences) {
      for (const auto& place : Reading::within(reading_.amounts, reading_.passages[sentence].words)) consider(place, sentence);
    }
    return best_.confidence >= kLeast ? best_ : Claimed<double>{};
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
    if (reading_.has_any(clause, kEndowing)) weight += .2;
    if (reading_.has_any(clause, kSums)) weight += .15;
    if (reading_.has_any({clause.first, place.words.first}, kOthers)) weight -= .3;
    if (names_others(clause)) weight -= .3;
    else if (!Reading::within(reading_.named, clause).empty()) weight += .1;
    if (passage.kind == BlockKind::title || passage.kind == BlockKind::heading) weight += .1;
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
    static constexpr auto kReferences = std::to_array<std::string_view>({"il", "elle", "texte", "document", "partenariat", "enveloppe", "budget", "programme", "fondateurs", "dotation", "montant", "dotee", "dote"});
    return reading_.has_any({passage.words.first, std::min(passage.words.last, passage.words.first + 6)}, kReferences);
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
    static constexpr auto kParts = std::to_array<std::string_view>({"dont"});
    return reading_.has_any({first, place.words.first}, kParts);
  }

  const Findings& findings_;
  const Reading& reading_;
  const AgreementThread& thread_;
  const std::vector<ReadParty>& parties_;
  Claimed<double> best_;
};

}  // namespace

Claimed<double> find_agreement_amount(const Findings& findings, const AgreementThread& thread, const std::vector<ReadParty>& parties) {
  return AmountChooser(findings, thread, parties).choose();
}

}  // namespace maillage::documents
