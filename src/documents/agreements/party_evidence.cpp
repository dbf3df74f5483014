// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/party_evidence.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "documents/agreements/counted_parties.hpp"
#include "documents/agreements/acting_for.hpp"
#include "documents/agreements/counted_bodies.hpp"
#include "documents/agreements/counted_groups.hpp"
#include "documents/agreements/memberships.hpp"
#include "documents/agreements/no_parties.hpp"
#include "documents/agreements/other_matters.hpp"
#include "documents/agreements/parties_by_place.hpp"
#include "documents/dates/date_grammar.hpp"
#include "documents/agreements/pronoun_subjects.hpp"
#include "documents/agreements/shared_parties.hpp"
#include "documents/agreements/wished_and_voted.hpp"

namespace maillage::documents {
namespace {

using Texts = std::span<const std::string_view>;


/// Weights of the relations in a kind of sentence, in the order of Relation.
struct Weights {
  const char* rule;
  double bare, with, between, by, on_behalf, alongside, carried, of_function, of_instrument, of_other, bracketed, at = 0;
  double of(Relation relation) const {
    switch (relation) {
      case Relation::bare: return bare;
      case Relation::with: return with;
      case Relation::between: return between;
      case Relation::by: return by;
      case Relation::on_behalf: return on_behalf;
      case Relation::alongside: return alongside;
      case Relation::carried: return carried;
      case Relation::of_function: return of_function;
      case Relation::of_instrument: return of_instrument;
      case Relation::of_other: return of_other;
      case Relation::bracketed: return bracketed;
      case Relation::at: return at;
      default: return 0;
    }
  }
};

constexpr Weights kSubject{"signing_subject", .85, .9, .95, .85, .85, .6, .6, .85, .8, .25, .6};
constexpr Weights kBehindVerb{"signing_object", .6, .9, .95, .85, .85, .6, .6, .85, .8, .2, .7};
constexpr Weights kTitle{"title", .75, .85, .9, .7, .5, .5, .5, .5, .7, .45, .3};
constexpr Weights kPlainTitle{"plain_title", .4, .5, .6, .3, .2, .2, .3, .1, .6, .1, .1};
constexpr Weights kBinding{"binding", .75, .8, .9, .7, .6, .5, .6, .5, .7, .1, .4};
constexpr Weights kMembership{"membership", .7, .7, .7, .7, .6, .7, .7, .5, .6, .4, .4, .65};
constexpr Weights kList{"party_list", .95, .9, .9, .9, .95, .6, .6, .9, .6, .4, .9};
constexpr Weights kInstrument{"named_with_the_agreement", .3, .5, .85, .3, .2, .1, .5, .1, .6, 0, .2};
constexpr Weights kPlain{"named", .12, .1, .1, .05, .1, .05, .2, .05, 0, 0, 0};

class SentenceWeigher {
 public:
  SentenceWeigher(const Findings& findings, std::uint32_t sentence)
      : findings_(findings), reading_(findings.reading), sentence_(sentence), passage_(reading_.passages[sentence]), others_(findings, sentence) {}

  std::vector<PartyEvidence> weigh() {
    std::vector<PartyEvidence> found;
    if (passage_.kind == BlockKind::contact) return found;
    const auto begin = std::ranges::lower_bound(reading_.named, passage_.words.first, {}, [](const Place& p) { return p.words.first; });
    for (auto i = static_cast<std::size_t>(begin - reading_.named.begin());
         i < reading_.named.size() && reading_.named[i].words.first < passage_.words.last; ++i) {
      const auto& mention = reading_.named[i];
      const auto number = reading_.institution_of(mention);
      if (reading_.institutions.named[number].is_generic || is_part_of_next(reading_, i)) continue;
      const bool heads_next = i + 1 < reading_.named.size() && reading_.named[i + 1].words.first == mention.words.last &&
                              reading_.institutions.mentions[mention.number].is_short;
      if (heads_next) continue;  // « la société X »
      const auto whole = i > 0 && is_part_of_next(reading_, i - 1) ? i - 1 : i;
      const auto relation = findings_.relations[whole];
      if (is_said_to_be_no_party(findings_, sentence_, mention.words)) {
        found.push_back({number, 0, true, mention.words, "said_to_be_no_party"});
        continue;
      }
      const auto& weights = weights_at(mention.words);
      double weight = weights.of(relation);
      const bool is_counted = &weights == &kMembership && (is_counted_off(mention.words) || names_counted_bodies(findings_, sentence_));
      if (is_counted && (relation == Relation::of_other || relation == Relation::of_function)) weight = kMembership.bare;
      if (relation == Relation::at && binds_to(mention.words, &weights == &kBinding)) weight = std::max(weight, kBinding.with);
      if ((relation != Relation::bare && !is_title() && others_.is_of_older_text(mention.words)) || others_.follows_replaced(mention.words)) weight = std::min(weight, kPlain.bare);
      if (relation == Relation::alongside && &weights == &kBinding && refers_behind_aside()) weight = kMembership.alongside;
      if ((relation == Relation::at || relation == Relation::bare) && is_where_they_met(reading_, mention.words)) weight = std::min(weight, kPlain.bare);
      if (is_in_list_of_parties(findings_, sentence_, mention.words)) weight = std::max(weight, kMembership.bare);
      if (&weights == &kMembership && others_.is_told_to_do_other(mention.words)) weight = std::min(weight, .4);
      if (&weights == &kSubject && relation == Relation::of_instrument && others_.is_matter_of_agreement(number, mention.words)) weight = kBinding.at;
      if (&weights == &kSubject && relation == Relation::bare && others_.tells_of_others_signing(mention.words)) weight = std::min(weight, kInstrument.bare);
      if (is_title() && others_.begins_other_clause(mention.words)) weight = std::min(weight, kPlainTitle.at);
      if (others_.stands_in_relative(mention.words)) weight = std::min(weight, kPlain.bare);
      if (&weights == &kList && relation == Relation::of_function && is_hand_of_row(findings_, sentence_, mention.words)) weight = kPlain.of_function;
      if (&weights == &kList && is_office_of_hand(findings_, sentence_, mention.words)) weight = kPlain.of_function;
      if (relation == Relation::on_behalf && serves_agreement_with(whole)) weight = std::min(weight, kPlain.with);
      if (relation == Relation::of_other && acts_for_body(reading_, passage_.words, mention.words)) weight = weights.bare;
      const bool may_back = relation == Relation::beside || relation == Relation::by || relation == Relation::alongside;
      if (may_back && weight < .7 && backs_chair(findings_, sentence_, mention.words)) weight = .7;
      if (relation == Relation::of_other && is_bound_by_what_it_votes(findings_, sentence_, mention.words)) weight = std::max(weight, kBinding.bare);
      if (only_attends(findings_, sentence_, mention.words) || is_what_is_founded(findings_, sentence_, mention.words)) weight = 0;
      if (passage_.is_question) weight = std::min(weight, .1);
      if (weight > 0) found.push_back({number, weight, false, mention.words, weights.rule});
    }
    add_groups(found);
    add_counted_before(found);
    add_speaker(found);
    bind_pronoun(found);
    bind_plural_pronoun(found);
    bind_pronoun_subject(found);
    return found;
  }

 private:
  /// « Convention avec A pour l'observatoire B »: what it is for, where nobody signs for anybody.
  bool serves_agreement_with(std::size_t mention) const {
    if (mention == 0 || !Reading::within(reading_.persons, passage_.words).empty() || findings_.instruments_of[sentence_].empty()) return false;
    const auto& before = reading_.named[mention - 1];
    return passage_.words.holds(before.words.first) && findings_.relations[mention - 1] == Relation::with && before.words.last + 3 >= reading_.named[mention].words.first &&
           findings_.instruments[findings_.instruments_of[sentence_].front()].words.first < before.words.first;
  }
  /// « A est devenue partenaire de B en signant avec lui une convention », « A … . B et C se sont jointes à elle »
  void bind_pronoun(std::vector<PartyEvidence>& found) const {
    for (auto at = passage_.words.first; at + 1 < passage_.words.last; ++at) {
      const bool joins = reading_.words[at].is("a") && follows_joining(at);
      if ((!reading_.words[at].is("avec") && !joins) || !std::ranges::count(reading_.lexicon.list("party_evidence.pronouns"), reading_.words[at + 1].folded)) continue;
      if ((reading_.words[at + 1].is("ce") || reading_.words[at + 1].is("cette")) && !reading_.words[std::min(at + 2, passage_.words.last - 1)].folded.starts_with("derni")) continue;
      const auto& weights = weights_at({at, at + 1});
      if (&weights != &kSubject && &weights != &kBehindVerb) return;
      PartyEvidence* meant = nullptr;
      for (auto& one : found) meant = one.words.first < at && !one.is_excluded ? &one : meant;
      if (joins) meant = nullptr;
      if (meant != nullptr && meant->weight < kMembership.bare) meant->weight = kMembership.bare;
      if (meant == nullptr) add_acting_before(found);
      return;
    }
  }
  void bind_plural_pronoun(std::vector<PartyEvidence>& found) const {
    for (const auto* mention : meant_by_plural_pronoun(findings_, sentence_)) {
      const auto number = reading_.institution_of(*mention);
      const auto known =
          std::ranges::find_if(found, [&](const PartyEvidence& one) { return one.institution == number; });
      if (known == found.end())
        found.push_back({number, kMembership.bare, false, mention->words, "meant_by_a_pronoun"});
      else
        known->weight = std::max(known->weight, kMembership.bare);
    }
  }
  /// « A a signé un contrat avec B. Dans la foulée, elle a conclu avec C une convention. »: A, whom the sentence before names first.
  void bind_pronoun_subject(std::vector<PartyEvidence>& found) const {
    constexpr std::size_t kAuxiliary = 3;
    for (const auto c : findings_.clauses_of[sentence_]) {
      const auto& clause = findings_.clauses[c];
      if (!clause.signs() || !clause.is_told() || clause.is_older || clause.is_passive || clause.is_bare || clause.form == "noun" || is_title()) continue;
      const auto from = clause.verb > passage_.words.first + kAuxiliary ? clause.verb - kAuxiliary : passage_.words.first;
      if (!reading_.has_any({from, clause.verb}, std::to_array<std::string_view>({"il", "elle"}))) continue;
      const bool has_partner = std::ranges::any_of(found, [](const PartyEvidence& one) { return one.weight >= kMembership.bare && !one.is_excluded; });
      const bool has_other = std::ranges::any_of(Reading::within(reading_.named, {passage_.words.first, clause.verb}), [&](const Place& mention) {
        return findings_.relations[static_cast<std::size_t>(&mention - reading_.named.data())] == Relation::bare;
      });
      if (has_partner && !has_other && found.size() == 1 && Reading::within(reading_.persons, {passage_.words.first, clause.verb}).empty()) add_acting_before(found);
      return;
    }
  }
  /// « se sont jointes à », « s'est associée à »
  bool follows_joining(std::size_t at) const {
    return at > passage_.words.first && std::ranges::count(reading_.lexicon.list("party_evidence.joined"), reading_.words[at - 1].folded) > 0;
  }
  /// Who acts in the sentence before.
  void add_acting_before(std::vector<PartyEvidence>& found) const {
    if (sentence_ == 0 || reading_.passages[sentence_ - 1].block != passage_.block) return;
    for (const auto& mention : Reading::within(reading_.named, reading_.passages[sentence_ - 1].words)) {
      const auto number = reading_.institution_of(mention);
      if (findings_.relations[static_cast<std::size_t>(&mention - reading_.named.data())] != Relation::bare || reading_.institutions.named[number].is_generic) continue;
      found.push_back({number, kMembership.bare, false, mention.words, "meant_by_a_pronoun"});
      return;
    }
  }
  /// « lie A à B », « A s'allie à B : leur convention a été signée »
  bool binds_to(const WordRange& mention, bool is_binding) const {
    if (!follows_to(mention)) return false;
    if (is_binding) return true;
    constexpr std::size_t kNear = 16;
    return std::ranges::any_of(findings_.clauses_of[sentence_], [&](std::size_t c) {
      const auto& clause = findings_.clauses[c];
      const bool binds = clause.sense == "bind" || (clause.sense == "engage" && clause.is_reflexive);
      const bool is_told = clause.tense != Tense::negated && clause.tense != Tense::hypothetical && !clause.is_older && !(clause.tense == Tense::untold && may_only(clause)) &&
                           !(clause.instrument && is_one_of_others(*clause.instrument));
      return binds && is_told && clause.instrument && clause.verb < mention.first && mention.first - clause.verb < kNear;
    });
  }
  bool follows_to(const WordRange& mention) const {
    for (auto at = mention.first; at > passage_.words.first && mention.first - at < 2; --at) {
      if (std::ranges::count(reading_.lexicon.list("party_evidence.to"), reading_.words[at - 1].folded)) return true;
      if (!reading_.words[at - 1].is("la") && !reading_.words[at - 1].is("l")) return false;
    }
    return false;
  }
  bool is_title() const { return passage_.kind == BlockKind::title || passage_.kind == BlockKind::heading; }

  const Weights& weights_at(const WordRange& mention) const {
    const auto& section = findings_.section_of[sentence_];
    const bool is_list = section == "signatories" || section == "parties";
    if (is_list && findings_.is_keyed[sentence_]) return kList;
    if (!is_title() && is_list && passage_.kind == BlockKind::item) return kList;
    if (findings_.is_led[sentence_] && is_list) return kList;
    if (section == "signatories" && is_list_sentence()) return kList;
    if (is_list && !is_title() && is_bare_enumeration(findings_, sentence_)) return kList;
    const SigningClause* told = nullptr;
    bool binds = false;
    for (const auto c : findings_.clauses_of[sentence_]) {
      const auto& clause = findings_.clauses[c];
      if ((clause.signs() || (clause.sense == "engage" && clause.is_reflexive) || founds_chair(clause)) && (clause.is_told() || clause.tense == Tense::earlier) && !clause.is_older && !clause.is_general && !is_plan_beside(clause)) {
        if (told == nullptr || distance(clause.verb, mention) < distance(told->verb, mention)) told = &clause;
      }
      const bool is_active = clause.form != "participle" || clause.is_reflexive || is_bound_by(clause) || ((clause.sense == "join" || clause.sense == "bind") && !clause.is_passive);
      if (clause.sense == "join" && others_.joins_a_thing(clause)) continue;
      if (clause.sense == "bind" && !clause.is_reflexive && (others_.gathers_own_members(clause) || others_.gathers_staff(clause))) continue;
      if (clause.instrument && (findings_.instruments[*clause.instrument].is_foreign || is_one_of_others(*clause.instrument))) continue;
      binds = binds || (!is_of_the_older(clause) && (clause.sense == "bind" || clause.sense == "engage" || clause.sense == "join") && is_active &&
                        !(clause.form == "infinitive" && clause.tense == Tense::untold && may_only(clause)) && clause.tense != Tense::negated && clause.tense != Tense::hypothetical && !(clause.sense == "join" && clause.tense == Tense::planned));
    }
    const bool has_instrument = std::ranges::any_of(findings_.instruments_of[sentence_], [&](std::size_t i) {
      const auto& one = findings_.instruments[i];
      return !one.is_foreign && !one.is_older && !one.is_planned && !is_of_older_clause(i) && !is_one_of_others(i);
    });
    if (told == nullptr && !is_title() && follows_older(mention)) return kPlain;
    if (is_title()) return told != nullptr || has_instrument || binds || tells_membership(findings_, sentence_) ? kTitle : kPlainTitle;
    if (told != nullptr) return mention.first < told->verb ? kSubject : kBehindVerb;
    if (binds && (has_instrument || is_bound_by_text() || begins_with_reference() || refers_to_agreement_before())) return kBinding;
    if (tells_membership(findings_, sentence_) || follows_count_of_parties(findings_, sentence_) || goes_on_counting(findings_, sentence_) || answers_who() || names_counted_bodies(findings_, sentence_) || tells_who_counted_are(findings_, sentence_)) return kMembership;
    return has_instrument ? kInstrument : kPlain;
  }
  /// « chacune pourra s'associer à la caisse »
  bool may_only(const SigningClause& clause) const {
    constexpr std::size_t kReach = 14;
    static constexpr auto kMay = std::to_array<std::string_view>(
        {"pourra", "pourront", "pourrait", "pourraient", "peut", "peuvent", "souhaite", "souhaitent", "souhaitant"});
    return reading_.has_any(
        {clause.verb > passage_.words.first + kReach ? clause.verb - kReach : passage_.words.first, clause.verb}, kMay);
  }
  /// « Une précédente convention … Elle associait à la Ville … »
  bool is_of_the_older(const SigningClause& clause) const { return clause.is_older && clause.form == "imperfect"; }
  /// « D'autres conventions lient A à B »
  bool is_one_of_others(std::size_t instrument) const {
    const auto& one = findings_.instruments[instrument];
    return one.is_plural && one.words.first > passage_.words.first && reading_.words[one.words.first - 1].is("autres") &&
           one.determiner == Determiner::indefinite;
  }
  /// « le futur contrat, dont la signature est espérée »
  bool is_plan_beside(const SigningClause& clause) const {
    return clause.tense == Tense::planned && clause.instrument && findings_.instruments[*clause.instrument].is_planned;
  }
  /// « Elle complète le contrat signé en 2021 par A et B »
  bool follows_older(const WordRange& mention) const {
    return std::ranges::any_of(findings_.clauses_of[sentence_], [&](std::size_t c) {
      const auto& clause = findings_.clauses[c];
      if (!clause.signs() || !clause.is_older || !clause.instrument) return false;
      const auto& instrument = findings_.instruments[*clause.instrument].words;
      const bool joins = std::ranges::any_of(findings_.clauses_of[sentence_], [&](std::size_t other) { return findings_.clauses[other].sense == "join"; });
      return !joins && instrument.first < mention.first && clause.verb < mention.first;
    });
  }
  /// « le contrat signé en 2019 entre … »
  bool is_of_older_clause(std::size_t instrument) const {
    const auto& clauses = findings_.clauses_of[sentence_];
    const auto is_of = [&](std::size_t c) { return findings_.clauses[c].signs() && findings_.clauses[c].instrument == instrument; };
    return std::ranges::any_of(clauses, [&](std::size_t c) { return is_of(c) && findings_.clauses[c].is_older; }) &&
           std::ranges::none_of(clauses, [&](std::size_t c) { return is_of(c) && !findings_.clauses[c].is_older; });
  }
  /// « sont liés par une convention », « engagés par ce texte »
  bool is_bound_by(const SigningClause& clause) const {
    const auto behind = clause.verb + 1;
    if (behind + 2 >= passage_.words.last || !reading_.words[behind].is("par")) return false;
    if (reading_.has_any({behind + 1, behind + 3}, reading_.lexicon.list("party_evidence.texts"))) return true;
    return clause.instrument && findings_.instruments[*clause.instrument].words.first > clause.verb && findings_.instruments[*clause.instrument].words.first < clause.verb + 8;
  }
  /// « Sont engagés par ce texte : A, B et C »
  bool is_bound_by_text() const {
    return std::ranges::any_of(findings_.clauses_of[sentence_], [&](std::size_t c) {
      const auto& clause = findings_.clauses[c];
      return (clause.sense == "bind" || clause.sense == "engage") && clause.form == "participle" && is_bound_by(clause);
    });
  }
  bool founds_chair(const SigningClause& clause) const {
    if (announces_founding(findings_, clause)) return true;
    if (clause.sense != "launch" || clause.form == "noun" || !clause.instrument) return false;
    const auto& instrument = findings_.instruments[*clause.instrument];
    return is_founded(reading_, instrument) || starts_their_own(instrument, clause);
  }
  static std::size_t distance(std::size_t verb, const WordRange& mention) { return verb > mention.last ? verb - mention.last : mention.first > verb ? mention.first - verb : 0; }
  bool is_list_sentence() const {
    const auto persons = Reading::within(reading_.persons, passage_.words).size();
    return !passage_.is_quote && !reading_.has_any(passage_.words, reading_.lexicon.list("party_evidence.saying")) && persons >= 1 && persons + Reading::within(reading_.named, passage_.words).size() >= 2;
  }
  /// « Qui sont-ils ? A, B et C. »
  bool answers_who() const {
    constexpr std::size_t kLongest = 7;
    if (sentence_ == 0) return false;
    const auto& before = reading_.passages[sentence_ - 1];
    // « Qui s'est engagé ? », a heading of its own over the names
    const bool is_heading = before.kind != BlockKind::paragraph && passage_.kind == BlockKind::paragraph && reading_.has_any(before.words, reading_.lexicon.list("signing_sentences.acts"));
    return before.is_question && (before.block == passage_.block || is_heading) && before.words.last - before.words.first <= kLongest && reading_.has_any(before.words, reading_.lexicon.list("party_evidence.who")) &&
           Reading::within(reading_.named, passage_.words).size() >= 2;
  }
  /// « Il réunit … », « Elle associe … », « Ce texte engage … »
  bool begins_with_reference() const {
    if (passage_.words.empty()) return false;
    if (!std::ranges::count(reading_.lexicon.list("party_evidence.references"), reading_.words[passage_.words.first].folded)) return refers_behind_aside();
    // « L'institut X associe des industriels »: a body does
    const auto named = Reading::within(reading_.named, {passage_.words.first, std::min(passage_.words.first + 2, passage_.words.last)});
    return named.empty() || reading_.institutions.named[reading_.institution_of(named.front())].is_generic;
  }

  /// « Autour de A, elle réunit B et C », « Outre A, il associe B »
  bool refers_behind_aside() const {
    constexpr std::size_t kHead = 3;
    if (!reading_.has_any({passage_.words.first, std::min(passage_.words.first + kHead, passage_.words.last)}, reading_.lexicon.list("party_evidence.leads_aside"))) return false;
    for (auto at = passage_.words.first; at + 1 < passage_.words.last; ++at) {
      if (reading_.words[at].is(",") && is_one_of(reading_.words[at + 1], {"il", "elle", "ils", "elles"})) return true;
    }
    return false;
  }

  /// « X s'y associe à A et B » behind the sentence that tells the signature.
  bool refers_to_agreement_before() const {
    if (sentence_ == 0 || reading_.passages[sentence_ - 1].block != passage_.block) return false;
    const bool is_told_before = std::ranges::any_of(findings_.clauses_of[sentence_ - 1], [&](std::size_t c) {
      const auto& clause = findings_.clauses[c];
      return clause.signs() && clause.is_told() && !clause.is_older;
    });
    return is_told_before && std::ranges::any_of(findings_.clauses_of[sentence_], [&](std::size_t c) {
      const auto verb = findings_.clauses[c].verb;
      return findings_.clauses[c].is_reflexive && verb > passage_.words.first && reading_.words[verb - 1].is("y");
    });
  }
  /// « Huit institutions en sont signataires : il s'agit de A, de B et de C »: all that stands behind the colon.
  bool is_counted_off(const WordRange& mention) const {
    std::optional<std::size_t> membership;
    for (const auto& cue : reading_.cues_within({passage_.words.first, mention.first})) {
      if (reading_.cue(cue) == "membership") membership = cue.last;
    }
    for (auto at = membership.value_or(mention.first); at < mention.first && at < membership.value_or(0) + 3; ++at) {
      if (reading_.words[at].is(":")) return true;
    }
    return false;
  }

  /// « … : A, B et C. Toutes trois ont signé »
  void add_counted_before(std::vector<PartyEvidence>& found) const {
    const auto at = passage_.words.first;
    if (sentence_ == 0 || at + 2 >= passage_.words.last || reading_.passages[sentence_ - 1].block != passage_.block) return;
    const auto& all = reading_.words[at];
    if (!all.is("toutes") && !all.is("tous") && !all.is("les")) return;
    const auto number = small_number(reading_.words, at + 1, reading_.lexicon);
    if (!number || *number < 2 || &weights_at({at, at + 1}) != &kSubject) return;
    std::vector<const Place*> named;
    for (const auto& mention : Reading::within(reading_.named, reading_.passages[sentence_ - 1].words)) {
      const auto relation = findings_.relations[static_cast<std::size_t>(&mention - reading_.named.data())];
      if (relation == Relation::bare && !reading_.institutions.named[reading_.institution_of(mention)].is_generic) named.push_back(&mention);
    }
    if (named.size() != static_cast<std::size_t>(*number)) return;
    for (const auto* mention : named) found.push_back({reading_.institution_of(*mention), kSubject.bare * .9, false, mention->words, "counted_before"});
  }

  void add_groups(std::vector<PartyEvidence>& found) const {
    for (const auto& place : Reading::within(reading_.groups, passage_.words)) {
      const auto& weights = weights_at(place.words);
      if (&weights != &kSubject && &weights != &kBehindVerb && &weights != &kBinding) continue;
      const double share = Reading::within(reading_.named, passage_.words).empty() ? .85 : .65;  // « une convention a uni les deux associations »
      const bool is_between = place.words.first > passage_.words.first && reading_.words[place.words.first - 1].is("entre");
      const auto base = is_between ? weights.between : weights.bare;  // « sera conclue entre les deux établissements »
      for (const auto number : reading_.institutions.groups[place.number].institutions) {
        if (findings_.acts[number]) found.push_back({number, base * share, false, place.words, "group"});
      }
    }
  }

  /// « nous avons signé avec … », « notre établissement », « Notre présidente signera »: who publishes the document.
  void add_speaker(std::vector<PartyEvidence>& found) const {
    if (!findings_.speaker || passage_.is_quote || passage_.is_question || is_title()) return;
    for (auto at = passage_.words.first; at + 1 < passage_.words.last; ++at) {
      const auto& word = reading_.words[at];
      const bool is_own = word.is("notre") && names_body_or_head(at + 1);
      if (!word.is("nous") && !is_own && !word.is("notres") && !(word.is("notre") && at > 0 && reading_.words[at - 1].is("la"))) continue;
      const auto& weights = weights_at({at, at + 1});
      if (&weights != &kSubject && &weights != &kBehindVerb && &weights != &kBinding && &weights != &kMembership) continue;
      found.push_back({*findings_.speaker, .75, false, {at, at + 1}, "says_we"});
      return;
    }
  }
  bool names_body_or_head(std::size_t at) const {
    const auto& lexicon = reading_.lexicon;
    return lexicon.body_words.at(reading_.words, at, passage_.words.last) || lexicon.functions.at(reading_.words, at, passage_.words.last) ||
           lexicon.institution_heads.at(reading_.words, at, passage_.words.last);
  }

  const Findings& findings_;
  const Reading& reading_;
  std::uint32_t sentence_;
  const Passage& passage_;
  const OtherMatters others_;
};

}  // namespace

std::vector<PartyEvidence> party_evidence(const Findings& findings, std::uint32_t sentence) {
  auto found = SentenceWeigher(findings, sentence).weigh();
  if (findings.ties.head_of[sentence]) add_shared_parties(findings, sentence, found);
  add_same_parties(findings, sentence, found);
  return found;
}

}  // namespace maillage::documents
