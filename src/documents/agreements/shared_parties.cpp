// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/shared_parties.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "documents/agreements/paragraph_labels.hpp"

namespace maillage::documents {
namespace {

constexpr double kStrong = .6, kShared = .8, kLed = .75;

class Sharing {
 public:
  Sharing(const Findings& findings, std::uint32_t member) : findings_(findings), reading_(findings.reading), member_(member) {}

  void add(std::vector<PartyEvidence>& own) {
    const auto head = *findings_.ties.head_of[member_];
    raise(own);
    const auto strong = std::ranges::count_if(own, [](const PartyEvidence& one) { return one.weight >= kStrong; });
    const bool takes_partners = strong > 0 && says_subject(own) && !names_agreement();
    if (strong > 0 && !takes_partners && (says_all(own) || (binds() && strong >= 2))) return;
    const bool takes_all = std::ranges::none_of(own, [](const PartyEvidence& one) { return !one.is_excluded && one.weight > .2; });
    const auto verb = verb_of(head);
    std::vector<PartyEvidence> shared;
    for (const auto& one : party_evidence(findings_, head)) {
      if (one.is_excluded || one.weight < kStrong) continue;
      const auto relation = relation_at(one.words);
      const bool is_subject = one.words.first < verb ? relation != Relation::with && relation != Relation::between : relation == Relation::by;
      const bool is_known = std::ranges::any_of(own, [&](const PartyEvidence& other) { return other.institution == one.institution; });
      const bool is_partner = relation == Relation::with || (!is_subject && relation == Relation::by);
      if (takes_partners ? !is_partner && relation != Relation::by : !takes_all && !is_subject) continue;
      if (findings_.ties.shares_first[member_] && !shared.empty()) break;
      if (!is_known) shared.push_back({one.institution, std::min(kShared, one.weight), false, one.words, "told_with_others"});
    }
    keep_one_meant(head, shared);
    if (shared.empty() && strong < 2) add_acting_before(head, own, shared);
    if (shared.empty() && strong < 2) add_only_one(head, own, shared);
    own.insert(own.end(), shared.begin(), shared.end());
  }

 private:
  /// « A et B ont signé … . A s'est engagée avec C. Enfin, c'est avec D qu'elle a conclu … »: the one that the sentence between speaks of.
  void keep_one_meant(std::uint32_t head, std::vector<PartyEvidence>& shared) const {
    if (shared.size() < 2 || member_ < head + 2) return;
    const auto& here = reading_.passages[member_].words;
    const auto verb = verb_of(member_);
    if (verb <= here.first || !reading_.has_any({verb > here.first + 4 ? verb - 4 : here.first, verb}, std::to_array<std::string_view>({"il", "elle"}))) return;
    std::vector<PartyEvidence> meant;
    for (const auto& mention : Reading::within(reading_.named, reading_.passages[member_ - 1].words)) {
      const auto relation = findings_.relations[static_cast<std::size_t>(&mention - reading_.named.data())];
      const auto one = std::ranges::find(shared, reading_.institution_of(mention), &PartyEvidence::institution);
      if (one != shared.end() && (relation == Relation::bare || relation == Relation::of_function)) meant.push_back(*one);
    }
    if (meant.size() == 1) shared = std::move(meant);
  }

  /// « Journée chargée pour la présidente de A. À dix heures, elle a signé avec B … »
  void add_acting_before(std::uint32_t head, const std::vector<PartyEvidence>& own, std::vector<PartyEvidence>& shared) const {
    for (auto s = head; s-- > 0 && s + 3 > head && reading_.passages[s].section == reading_.passages[head].section;) {
      for (const auto& mention : Reading::within(reading_.named, reading_.passages[s].words)) {
        const auto number = reading_.institution_of(mention);
        const auto relation = findings_.relations[static_cast<std::size_t>(&mention - reading_.named.data())];
        const bool acts = relation == Relation::bare || relation == Relation::of_function;
        if (!acts || reading_.institutions.named[number].is_generic || is_in(own, number)) continue;
        shared.push_back({number, kStrong + .05, false, mention.words, "acts_before_the_head"});
        return;
      }
    }
  }
  static bool is_in(const std::vector<PartyEvidence>& own, std::uint32_t number) {
    return std::ranges::any_of(own, [&](const PartyEvidence& one) { return one.institution == number; });
  }
  /// Is the agreement named in the member itself, not by « le sien »?
  bool names_agreement() const { return !findings_.instruments_of[member_].empty(); }
  bool says_subject(const std::vector<PartyEvidence>& own) const {
    const auto verb = own_verb();
    bool is_subject = false;
    for (const auto& one : own) {
      if (one.is_excluded || one.weight < kStrong) continue;
      const auto relation = relation_at(one.words);
      if (relation == Relation::with || relation == Relation::between) return false;
      is_subject = is_subject || (verb != kNone && one.words.first < verb);
    }
    return is_subject;
  }
  /// « La semaine des signatures à la Ville »: the one body that a head names.
  void add_only_one(std::uint32_t head, const std::vector<PartyEvidence>& own, std::vector<PartyEvidence>& shared) const {
    std::optional<Place> only;
    for (const auto& mention : Reading::within(reading_.named, reading_.passages[head].words)) {
      const auto number = reading_.institution_of(mention);
      if (reading_.institutions.named[number].is_generic) continue;
      const auto relation = findings_.relations[static_cast<std::size_t>(&mention - reading_.named.data())];
      if (relation == Relation::with || relation == Relation::between || (only && reading_.institution_of(*only) != number)) return;
      only = mention;
    }
    if (!only || is_in(own, reading_.institution_of(*only))) return;
    shared.push_back({reading_.institution_of(*only), kStrong + .05, false, only->words, "only_one_of_the_head"});
  }
  Relation relation_at(const WordRange& words) const {
    const auto place = std::ranges::lower_bound(reading_.named, words.first, {}, [](const Place& one) { return one.words.first; });
    if (place == reading_.named.end() || place->words.first != words.first) return Relation::bare;
    return findings_.relations[static_cast<std::size_t>(place - reading_.named.begin())];
  }
  std::size_t verb_of(std::uint32_t sentence) const {
    for (const auto c : findings_.clauses_of[sentence]) {
      const auto& clause = findings_.clauses[c];
      if (clause.signs() && clause.is_told() && !clause.is_older) return clause.verb;
    }
    return std::numeric_limits<std::size_t>::max();
  }
  bool binds() const {
    return std::ranges::any_of(findings_.clauses_of[member_], [&](auto c) { return findings_.clauses[c].sense == "bind" || findings_.clauses[c].sense == "engage"; });
  }
  /// « une charte entre A et B », « et C a signé … »: nothing is left out.
  bool says_all(const std::vector<PartyEvidence>& own) const {
    const auto verb = own_verb();
    return std::ranges::any_of(own, [&](const PartyEvidence& one) {
      if (one.is_excluded || one.weight < kStrong) return false;
      const auto relation = relation_at(one.words);
      return relation == Relation::between || (relation == Relation::bare && one.words.first < verb && verb != kNone) ||
             (relation == Relation::bare && verb == kNone && one.words.first < made_verb() && own.size() >= 2);
    });
  }
  /// Where the noun of a member without a verb stands: « et C une lettre d'intention avec D ».
  std::size_t made_verb() const {
    for (const auto c : findings_.clauses_of[member_]) {
      if (findings_.clauses[c].is_member && findings_.clauses[c].signs()) return findings_.clauses[c].verb;
    }
    return 0;
  }
  static constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();
  std::size_t own_verb() const {
    for (const auto c : findings_.clauses_of[member_]) {
      const auto& clause = findings_.clauses[c];
      if (!clause.is_member && clause.signs() && !clause.is_passive && clause.form != "noun") return clause.verb;
    }
    return kNone;
  }
  /// « La première accorde … à A »: where a member names its partner so, and nobody else.
  void raise(std::vector<PartyEvidence>& own) const {
    for (auto& one : own) {  // « La troisième engage A aux côtés de B »
      if (binds() && one.weight >= .4 && one.weight < kStrong) one.weight = kStrong;
    }
    if (std::ranges::any_of(own, [](const PartyEvidence& one) { return one.weight >= kStrong; })) return;
    for (const auto& mention : Reading::within(reading_.named, reading_.passages[member_].words)) {
      const auto number = reading_.institution_of(mention);
      const auto relation = findings_.relations[static_cast<std::size_t>(&mention - reading_.named.data())];
      const bool is_partner = relation == Relation::at || relation == Relation::bare || relation == Relation::of_other || relation == Relation::of_instrument || relation == Relation::of_function;
      if (!is_partner || reading_.institutions.named[number].is_generic) continue;
      own.push_back({number, kLed, false, mention.words, "partner_of_a_member"});
      return;
    }
  }

  const Findings& findings_;
  const Reading& reading_;
  std::uint32_t member_;
};

}  // namespace

void add_shared_parties(const Findings& findings, std::uint32_t member, std::vector<PartyEvidence>& own) {
  if (label_of_paragraph(findings.reading, member) != nullptr) return;  // of another partner than the sentences before
  Sharing(findings, member).add(own);
}

namespace {

/// « entre les mêmes parties », « avec les mêmes partenaires », « les mêmes signataires »
std::optional<WordRange> same_ones(const Reading& reading, const WordRange& range) {
  for (auto at = range.first; at + 2 < range.last; ++at) {
    const bool is_same = is_one_of(reading.words[at], {"les", "ces"}) && reading.words[at + 1].is("memes");
    if (is_same && is_one_of(reading.words[at + 2], reading.lexicon.list("shared_parties.same_ones"))) return WordRange{at, at + 3};
  }
  return std::nullopt;
}

}  // namespace

void add_same_parties(const Findings& findings, std::uint32_t sentence, std::vector<PartyEvidence>& own) {
  constexpr double kSame = .8;
  const auto& reading = findings.reading;
  const auto& here = reading.passages[sentence];
  const auto same = same_ones(reading, here.words);
  const bool signs = same && std::ranges::any_of(findings.clauses_of[sentence], [&](std::size_t c) {
    const auto& clause = findings.clauses[c];
    return (clause.signs() || clause.sense == "bind" || clause.sense == "engage") && clause.is_told() && !clause.is_older;
  });
  if (!signs) return;
  for (auto s = sentence; s-- > 0 && reading.passages[s].section == here.section;) {
    const bool binds = !findings.instruments_of[s].empty() && std::ranges::any_of(findings.clauses_of[s], [&](std::size_t c) {
      const auto& clause = findings.clauses[c];
      return clause.signs() || clause.sense == "bind" || clause.sense == "engage";
    });
    if (!binds) continue;
    std::vector<PartyEvidence> meant;
    for (const auto& mention : Reading::within(reading.named, reading.passages[s].words)) {
      const auto number = reading.institution_of(mention);
      const auto relation = findings.relations[static_cast<std::size_t>(&mention - reading.named.data())];
      const bool is_side = relation <= Relation::on_behalf || relation == Relation::of_function || relation == Relation::at;
      const bool is_bound = is_side || (mention.words.first > 0 && is_one_of(reading.words[mention.words.first - 1], {"a", "au", "la", "l"}));
      if (is_bound && !reading.institutions.named[number].is_generic) meant.push_back({number, kSame, false, *same, "same_parties"});
    }
    if (meant.size() < 2) continue;
    for (const auto& one : meant) {
      if (std::ranges::find(own, one.institution, &PartyEvidence::institution) == own.end()) own.push_back(one);
    }
    return;
  }
}

}  // namespace maillage::documents
