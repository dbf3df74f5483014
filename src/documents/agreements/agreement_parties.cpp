// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/agreement_parties.hpp"

#include <algorithm>
#include <map>

namespace maillage::documents {
namespace {

constexpr double kBound = .6, kSecond = .25, kBefore = .6, kSurest = .97;

struct Weighed {
  double doubt = 1;  // product of 1 − weight, of strong evidence
  double weak_doubt = 1;
  double best = 0;
  bool is_excluded = false;
  std::size_t sentences = 0;  // that say strongly that it is bound
  WordRange words;
  const char* rule = "";
  double weight() const { return 1 - doubt * std::max(weak_doubt, .5); }
};

class PartyFinder {
 public:
  PartyFinder(const Findings& findings, const AgreementThread& thread) : findings_(findings), reading_(findings.reading), thread_(thread) {}

  AgreementParties find(const std::vector<SignatoryEvidence>& signatories) {
    for (const auto sentence : thread_.sentences) {
      if (is_title(sentence) && !thread_.shares_titles && !is_own_heading(sentence)) continue;
      if (findings_.section_of[sentence] == "about") continue;  // « À propos de … », « Le saviez-vous ? »
      for (const auto& evidence : party_evidence(findings_, sentence)) add(evidence);
    }
    for (const auto& one : signatories) {
      if (one.institution && one.weight >= .75) add({whole(*one.institution), one.weight * .9, false, one.words, "institution_of_a_signatory"});
    }
    hear_assembly();
    look_before();
    look_behind();
    drop_parts();
    return chosen();
  }

 private:
  bool is_title(std::uint32_t sentence) const {
    const auto kind = reading_.passages[sentence].kind;
    return kind == BlockKind::title || kind == BlockKind::heading;
  }
  bool is_own_heading(std::uint32_t sentence) const {
    const auto section = reading_.passages[sentence].section;
    return std::ranges::any_of(thread_.anchors, [&](auto c) {
      return reading_.passages[reading_.words[findings_.clauses[c].verb].sentence].section == section;
    });
  }
  /// The institution that a part belongs to, where it is a mere service of it.
  std::uint32_t whole(std::uint32_t institution) const { return institution; }

  void add(const PartyEvidence& evidence) {
    auto& weighed = weighed_[evidence.institution];
    if (evidence.is_excluded) {
      weighed.is_excluded = true;
      return;
    }
    weighed.sentences += evidence.weight >= kBound ? 1 : 0;
    (evidence.weight >= .5 ? weighed.doubt : weighed.weak_doubt) *= 1 - evidence.weight;
    if (evidence.weight > weighed.best) {
      weighed.best = evidence.weight;
      weighed.words = evidence.words;
      weighed.rule = evidence.rule;
    }
  }

  /// « A a suivi. C'était à son tour de signer son contrat avec B. », « … A, B et C. Leur convention a été signée »: who
  /// acts in the sentences before, where the one that signs names one body at most.
  void look_before() {
    for (const auto c : thread_.anchors) {
      const auto sentence = reading_.words[findings_.clauses[c].verb].sentence;
      const auto bound = std::ranges::count_if(weighed_, [](const auto& one) { return one.second.weight() >= kBound; });
      if (bound >= 2) return;
      const auto& instrument = findings_.instruments[*findings_.clauses[c].instrument];
      const bool is_theirs = instrument.determiner == Determiner::possessive || binds_them(findings_.clauses[c]);
      for (std::uint32_t back = 1; back <= 2 && back <= sentence; ++back) {
        const auto& before = reading_.passages[sentence - back];
        if (before.section != reading_.passages[sentence].section || before.kind != BlockKind::paragraph) break;
        if (add_acting(before.words, is_theirs)) break;
      }
    }
  }
  /// « Le contrat sera signé à l'automne, quand A, B et C auront voté »: two or more that the sentence behind names side by
  /// side, where nothing else says who is bound.
  void look_behind() {
    if (std::ranges::count_if(weighed_, [](const auto& one) { return one.second.weight() >= kBound && !one.second.is_excluded; }) >= 2) return;
    for (const auto c : thread_.anchors) {
      const auto sentence = reading_.words[findings_.clauses[c].verb].sentence + std::size_t{1};
      if (sentence >= reading_.passages.size()) continue;
      const auto& behind = reading_.passages[sentence];
      if (behind.section != reading_.passages[sentence - 1].section || behind.kind != BlockKind::paragraph || behind.is_quote) continue;
      std::vector<const Place*> bare;
      for (const auto& mention : Reading::within(reading_.named, behind.words)) {
        const auto relation = findings_.relations[static_cast<std::size_t>(&mention - reading_.named.data())];
        if (relation == Relation::bare && !reading_.institutions.named[reading_.institution_of(mention)].is_generic) bare.push_back(&mention);
      }
      if (bare.size() < 2) continue;
      for (const auto* mention : bare) add({reading_.institution_of(*mention), kBefore, false, mention->words, "named_behind_the_signature"});
      return;
    }
  }
  /// « Les élus ont adopté le contrat et autorisé le président à le signer »: the body that publishes it will be bound.
  void hear_assembly() {
    const bool is_planned = std::ranges::all_of(thread_.anchors, [&](auto c) { return findings_.clauses[c].tense == Tense::planned; });
    if (!findings_.speaker || !is_planned) return;
    for (const auto sentence : thread_.sentences) {
      for (const auto c : findings_.clauses_of[sentence]) {
        const auto& clause = findings_.clauses[c];
        if (clause.sense != "adopt" || clause.tense != Tense::past || clause.is_older || clause.form == "noun") continue;
        add({*findings_.speaker, kBefore + .05, false, {clause.verb, clause.verb + 1}, "its_assembly_voted"});
        return;
      }
    }
  }
  /// « Une convention les unit »
  bool binds_them(const SigningClause& clause) const {
    return clause.sense == "bind" && clause.verb > 0 && reading_.words[clause.verb - 1].is("les");
  }
  bool add_acting(const WordRange& sentence, bool takes_all) {
    bool is_found = false;
    for (const auto& mention : Reading::within(reading_.named, sentence)) {
      const auto number = reading_.institution_of(mention);
      const auto relation = findings_.relations[static_cast<std::size_t>(&mention - reading_.named.data())];
      const bool acts = relation == Relation::bare || (takes_all && (relation == Relation::of_other || relation == Relation::at || relation == Relation::between));
      if (!acts || reading_.institutions.named[number].is_generic) {
        if (is_found && !takes_all) break;
        continue;
      }
      add({number, kBefore, false, mention.words, "acts_in_the_sentence_before"});
      is_found = true;
    }
    return is_found;
  }

  void drop_parts() {
    for (auto& [number, weighed] : weighed_) {
      const auto of = reading_.institutions.named[number].of;
      if (!of || *of == number) continue;
      const auto parent = weighed_.find(*of);
      if (parent != weighed_.end() && parent->second.weight() >= weighed.weight() * .8) weighed.doubt = weighed.weak_doubt = 1;
    }
  }

  AgreementParties chosen() const {
    AgreementParties found;
    for (const auto& [number, weighed] : weighed_) {
      if (weighed.is_excluded && weighed.best < .9 && weighed.sentences < 2) {
        found.excluded.push_back(number);
        continue;
      }
      if (weighed.weight() >= kBound) found.parties.push_back(party(number, weighed));
    }
    drop_office_of_state(found);
    if (found.parties.size() == 1) add_speaker(found);
    if (found.parties.size() == 1) add_second(found);
    std::ranges::sort(found.parties, {}, [](const ReadParty& one) { return one.span.begin; });
    return found;
  }
  ReadParty party(std::uint32_t number, const Weighed& weighed) const {
    return {number, "", std::min(kSurest, weighed.weight()), reading_.span_of(weighed.words), weighed.rule};
  }
  /// « L'État, représenté par la préfète »: the office signs for the State, and is no second party.
  void drop_office_of_state(AgreementParties& found) const {
    const auto name_of = [&](const ReadParty& one) -> const std::string& { return reading_.institutions.named[one.institution].name; };
    const bool has_state = std::ranges::any_of(found.parties, [&](const ReadParty& one) { return name_of(one) == "État" || name_of(one) == "Etat"; });
    if (!has_state || found.parties.size() < 3) return;
    std::erase_if(found.parties, [&](const ReadParty& one) { return name_of(one).starts_with("Préfecture") || name_of(one).starts_with("Sous-préfecture"); });
  }
  /// « Une lettre d'intention a été échangée avec l'université de … »: the other one is who tells it.
  void add_speaker(AgreementParties& found) const {
    const auto& speaker = findings_.speaker;
    if (!speaker || *speaker == found.parties.front().institution) return;
    const auto known = weighed_.find(*speaker);
    if (known != weighed_.end() && known->second.is_excluded) return;
    const bool is_with = std::ranges::any_of(thread_.anchors, [&](auto c) {
      const auto& sentence = reading_.passage_of(findings_.clauses[c].verb).words;
      return std::ranges::any_of(Reading::within(reading_.named, sentence), [&](const Place& mention) {
        return findings_.relations[static_cast<std::size_t>(&mention - reading_.named.data())] == Relation::with;
      });
    });
    if (is_with) found.parties.push_back({*speaker, "", .5, found.parties.front().span, "who_tells_it"});
  }
  /// An agreement has two parties at least: the one with the next best evidence.
  void add_second(AgreementParties& found) const {
    std::optional<std::uint32_t> best;
    double best_weight = kSecond;
    for (const auto& [number, weighed] : weighed_) {
      if (weighed.is_excluded || number == found.parties.front().institution || weighed.weight() <= best_weight) continue;
      best = number;
      best_weight = weighed.weight();
    }
    if (best) found.parties.push_back(party(*best, weighed_.at(*best)));
  }

  const Findings& findings_;
  const Reading& reading_;
  const AgreementThread& thread_;
  std::map<std::uint32_t, Weighed> weighed_;
};

}  // namespace

AgreementParties find_parties(const Findings& findings, const AgreementThread& thread,
                              const std::vector<SignatoryEvidence>& signatories) {
  return PartyFinder(findings, thread).find(signatories);
}

}  // namespace maillage::documents
