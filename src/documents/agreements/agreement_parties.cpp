// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/agreement_parties.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <span>
#include <utility>

#include "documents/agreements/bodies_beside.hpp"
#include "documents/agreements/no_parties.hpp"
#include "documents/agreements/paragraph_labels.hpp"
#include "documents/agreements/party_roles.hpp"
#include "documents/agreements/stated_counts.hpp"
#include "documents/agreements/state_offices.hpp"
#include "documents/agreements/pronoun_subjects.hpp"
#include "documents/agreements/referring_sentences.hpp"

namespace maillage::documents {
namespace {

constexpr double kBound = .6, kSecond = .24, kBefore = .6, kSurest = .97, kBetween = .9, kPlainSubject = .12;

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
    find_told_between();
    names_agreements_ = bodies_that_name_agreements(findings_);
    for (const auto sentence : thread_.sentences) {
      if (is_title(sentence) && !thread_.shares_titles && !is_own_heading(sentence)) continue;
      if (findings_.section_of[sentence] == "about") continue;  // « À propos de … », « Le saviez-vous ? »
      for (const auto& evidence : party_evidence(findings_, sentence)) {
        if (names_agreements_.contains(evidence.institution) && evidence.rule != std::string_view("party_list")) continue;
        if (!is_of_crowd(evidence, sentence)) add(evidence);
      }
    }
    for (const auto& one : signatories) {
      if (one.institution && only_welcomes(findings_, reading_.words[one.words.first].sentence, one.words)) continue;
      const bool is_crowd = one.institution && !told_between_.empty() && !told_between_.contains(*one.institution);
      if (one.institution && one.weight >= .75 && !is_crowd) add({*one.institution, one.weight * .9, false, one.words, "institution_of_a_signatory"});
      for (const auto other : one.beside) add({other, 0, true, one.words, "headed_by_a_signatory_as_well"});
    }
    if (thread_.shares_titles) {
      for (const auto& body : bodies_between_lines(findings_)) add({reading_.institution_of(body), kBetween, false, body.words, "between_lines"});
    }
    go_back_by_pronoun();
    for (const auto c : thread_.anchors) {
      if (const auto* meant = meant_by_signing_pronoun(findings_, findings_.clauses[c])) add({reading_.institution_of(*meant), .7, false, meant->words, "meant_by_the_pronoun"});
    }
    hear_assembly();
    hear_heading();
    const bool is_labelled = hear_label();
    for (const auto& body : has_two() ? std::vector<Place>() : parties_by_reference(findings_, thread_.sentences)) add({reading_.institution_of(body), kBefore + .05, false, body.words, "sentence_that_refers_to_it"});
    if (!is_labelled) look_before();
    look_within();
    look_behind();
    for (const auto& body : has_two() ? std::vector<Place>() : bodies_on_lines(findings_, thread_)) add({reading_.institution_of(body), kBefore + .05, false, body.words, "line_of_its_own"});
    if (!is_labelled) look_around();
    complete_lists();
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
      const auto& instrument = findings_.instruments[*findings_.clauses[c].instrument].words;
      return reading_.passages[reading_.words[findings_.clauses[c].verb].sentence].section == section || reading_.words[instrument.first].sentence == sentence;
    });
  }
  /// « La convention a été signée entre A, B et C »: the sentence that tells the signature counts them all.
  void find_told_between() {
    for (const auto c : thread_.anchors) {
      const auto sentence = reading_.words[findings_.clauses[c].verb].sentence;
      const auto& passage = reading_.passages[sentence];
      if (is_title(sentence) || passage.is_quote || !findings_.clauses[c].signs()) continue;
      std::set<std::uint32_t> between;
      for (const auto& mention : Reading::within(reading_.named, passage.words)) {
        const auto number = static_cast<std::size_t>(&mention - reading_.named.data());
        if (findings_.relations[number] == Relation::between) between.insert(reading_.institution_of(mention));
      }
      if (between.size() >= 2 && between.size() > told_between_.size()) {
        told_between_ = std::move(between);
        between_at_ = sentence;
      }
    }
  }
  /// « Ils étaient nombreux à signer : X, directeur de A, …, Y, maire de D »: D by its head alone, which « entre » left out.
  bool is_of_crowd(const PartyEvidence& evidence, std::uint32_t sentence) const {
    if (told_between_.empty() || sentence == between_at_ || told_between_.contains(evidence.institution)) return false;
    const auto place = std::ranges::lower_bound(reading_.named, evidence.words.first, {}, [](const Place& p) { return p.words.first; });
    if (place == reading_.named.end() || Reading::within(reading_.persons, reading_.passages[sentence].words).empty()) return false;
    const auto relation = findings_.relations[static_cast<std::size_t>(place - reading_.named.begin())];
    return relation == Relation::of_function || relation == Relation::of_other;
  }

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

  bool has_two() const {
    return std::ranges::count_if(weighed_, [](const auto& one) { return one.second.weight() >= kBound && !one.second.is_excluded; }) >= 2;
  }
  /// « A. Un accord entre les deux instituts a été signé »: A, and who tells it; of what stands before nothing.
  bool hear_label() {
    const auto* label = thread_.anchors.empty() ? nullptr : label_of_paragraph(reading_, reading_.words[findings_.clauses[thread_.anchors.front()].verb].sentence);
    if (label != nullptr) std::erase_if(weighed_, [](const auto& one) { return one.second.rule == std::string_view("group"); });
    if (label == nullptr || has_two()) return false;
    add({reading_.institution_of(*label), kBefore + .05, false, label->words, "heading"});
    return true;
  }
  /// « A a suivi. C'était à son tour de signer son contrat avec B. », « … A, B et C. Leur convention a été signée »: who
  /// acts in the sentences before, where the one that signs names one body at most.
  void look_before() {
    for (const auto c : thread_.anchors) {
      const auto sentence = reading_.words[findings_.clauses[c].verb].sentence;
      if (signs_for_others(findings_, findings_.clauses[c])) continue;
      if (has_two()) return;
      const auto& instrument = findings_.instruments[*findings_.clauses[c].instrument];
      const bool is_theirs = instrument.determiner == Determiner::possessive || binds_them(findings_.clauses[c]);
      if (reading_.passages[sentence].kind == BlockKind::item && look_over_list(sentence)) continue;
      for (std::uint32_t back = 1; back <= 2 && back <= sentence; ++back) {
        const auto& before = reading_.passages[sentence - back];
        if (before.section != reading_.passages[sentence].section || before.kind != BlockKind::paragraph) break;
        if (add_acting(before.words, is_theirs) && (has_two() || !is_theirs)) break;
      }
    }
  }
  /// « L'université multiplie les partenariats : » over items, « elle a conclu … avec A » being one.
  bool look_over_list(std::uint32_t sentence) {
    auto lead = sentence;
    constexpr std::uint32_t kReach = 60;
    while (lead > 0 && sentence - lead < kReach && reading_.passages[lead].kind == BlockKind::item) --lead;
    const auto& passage = reading_.passages[lead];
    const bool leads = passage.kind == BlockKind::paragraph && passage.section == reading_.passages[sentence].section && !passage.words.empty() &&
                       reading_.words[passage.words.last - 1].is(":");
    return leads && add_acting(passage.words, false);
  }
  /// Nothing that signs names two bodies: those that the titles name, else two that a sentence right before names.
  void look_around() {
    const bool has_one = std::ranges::any_of(weighed_, [](const auto& one) { return one.second.weight() >= kBound && !one.second.is_excluded; });
    if (has_two() || (has_one && count_unnamed_parties(findings_, thread_, true) > 0)) return;
    for (const auto sentence : thread_.sentences) {
      if (is_title(sentence) && (thread_.shares_titles || is_own_heading(sentence)) && add_pair(std::span(&sentence, 1), "named_by_the_title")) return;
    }
    for (const auto c : thread_.anchors) {
      const auto sentence = reading_.words[findings_.clauses[c].verb].sentence;
      if (signs_for_others(findings_, findings_.clauses[c])) continue;
      std::vector<std::uint32_t> beside;
      constexpr std::uint32_t kNear = 2, kFar = 4;  // lines of « ENTRE : … ET : … » as well
      for (std::uint32_t back = 0; back <= kFar && back <= sentence; ++back) {
        const std::uint32_t one = sentence - back;
        const auto& passage = reading_.passages[one];
        const bool is_own = std::ranges::binary_search(thread_.sentences, one) && passage.section == reading_.passages[sentence].section;
        if (!is_own || passage.kind != BlockKind::paragraph) continue;
        if (back <= kNear && add_pair(std::span(&one, 1), "named_before_the_signature")) return;
        beside.push_back(one);
      }
      if (add_pair(beside, "named_before_the_signature")) return;
      if (beside.size() > kNear + 1) beside.resize(kNear + 1);
      for (const auto& body : only_two_bodies(findings_, beside, means_both(reading_, sentence))) add({reading_.institution_of(body), kBefore, false, body.words, "the_two_named_before"});
    }
  }
  /// Where half of the bodies of a list and more are bound, the others are as well.
  void complete_lists() {
    for (const auto& run : runs_of_lines(findings_)) {
      if (!std::ranges::binary_search(thread_.sentences, reading_.words[run.front().words.first].sentence)) continue;
      const auto is_bound = [&](const Place& body) {
        const auto known = weighed_.find(reading_.institution_of(body));
        return known != weighed_.end() && known->second.weight() >= kBound && !known->second.is_excluded;
      };
      const auto bound = static_cast<std::size_t>(std::ranges::count_if(run, is_bound));
      if (bound < 2 || 2 * bound < run.size() || bound == run.size()) continue;
      for (const auto& body : run) add({reading_.institution_of(body), kBefore + .05, false, body.words, "in_a_list_of_parties"});
    }
  }
  /// « Par convention signée hier, A transfère à B »: the two of the sentence itself.
  void look_within() {
    if (has_two()) return;
    for (const auto c : thread_.anchors) {
      const std::uint32_t sentence = reading_.words[findings_.clauses[c].verb].sentence;
      if (reading_.passages[sentence].kind == BlockKind::paragraph && add_pair(std::span(&sentence, 1), "named_with_the_signature")) return;
    }
  }
  /// Those that sentences name side by side, with those known to be bound.
  bool add_pair(std::span<const std::uint32_t> sentences, const char* rule) {
    std::set<std::uint32_t> bound, excluded;
    for (const auto& [number, weighed] : weighed_) {
      if (weighed.is_excluded) excluded.insert(number);
      else if (weighed.weight() >= kBound) bound.insert(number);
    }
    const auto found = bodies_named_together(findings_, sentences, bound, excluded);
    for (const auto& mention : found) add({reading_.institution_of(mention), kBefore, false, mention.words, rule});
    return !found.empty();
  }
  /// « Le contrat sera signé à l'automne, quand A, B et C auront voté »: two or more that the sentence behind names side by
  /// side, where nothing else says who is bound.
  void look_behind() {
    if (has_two()) return;
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
  /// « Avec la Ville », « VILLE DE … » as the heading of a text that tells one of several agreements.
  void hear_heading() {
    if (thread_.shares_titles || std::ranges::count_if(weighed_, [](const auto& one) { return one.second.weight() >= kBound && !one.second.is_excluded; }) >= 2) return;
    for (const auto c : thread_.anchors) {
      const auto sentence = reading_.words[findings_.clauses[c].verb].sentence;
      constexpr std::uint32_t kReach = 40;
      for (auto s = sentence; s-- > 0 && sentence - s < kReach && reading_.passages[s].section == reading_.passages[sentence].section;) {
        if (!is_title(s) || reading_.passages[s].block == 0) continue;
        for (const auto& mention : Reading::within(reading_.named, reading_.passages[s].words)) {
          const auto relation = findings_.relations[static_cast<std::size_t>(&mention - reading_.named.data())];
          const bool is_meant = (relation == Relation::bare && mention.words.first <= reading_.passages[s].words.first + 1) || relation == Relation::with;
          if (is_meant) add({reading_.institution_of(mention), kBefore + .05, false, mention.words, "heading"});
        }
      }
    }
  }
  /// « L'établissement porteur est A. Elle s'associe à quatorze partenaires : … »: the one body of the sentence before.
  void go_back_by_pronoun() {
    constexpr std::size_t kNear = 4;
    for (const auto sentence : thread_.sentences) {
      const auto& range = reading_.passages[sentence].words;
      if (sentence == 0 || range.last < range.first + kNear || !std::ranges::count(reading_.lexicon.list("agreement_parties.pronouns"), reading_.words[range.first].folded)) continue;
      const auto cues = reading_.cues_within({range.first, range.first + kNear});
      if (std::ranges::none_of(cues, [&](const auto& cue) { return reading_.cue(cue) == "membership"; })) continue;
      std::set<std::uint32_t> before;
      const auto named = Reading::within(reading_.named, reading_.passages[sentence - 1].words);
      for (const auto& mention : named) {
        const bool is_name = !reading_.institutions.named[reading_.institution_of(mention)].is_generic && !reading_.institutions.mentions[mention.number].is_short;
        if (is_name) before.insert(reading_.institution_of(mention));
      }
      const bool is_same_block = reading_.passages[sentence - 1].block == reading_.passages[sentence].block;
      if (before.size() == 1 && is_same_block) add({*before.begin(), kBefore + .05, false, named.back().words, "goes_back_by_pronoun"});
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
    drop_office_of_state(reading_, found.parties);
    drop_lands_of_communities(reading_, found.parties);
    fill_up(found);
    if (found.parties.size() == 1) add_speaker(found);
    if (found.parties.size() == 1) add_second(found);
    std::ranges::sort(found.parties, {}, [](const ReadParty& one) { return one.span.begin; });
    return found;
  }
  ReadParty party(std::uint32_t number, const Weighed& weighed) const {
    return {number, "", std::min(kSurest, weighed.weight()), reading_.span_of(weighed.words), weighed.rule};
  }
  /// « L'université de … et ses partenaires », « UNIVERSITÉ DE … »: the one body that a title at the head begins or ends with.
  std::optional<std::uint32_t> subject_of_title() const {
    constexpr std::size_t kBegin = 3, kFirst = 3;
    if (thread_.shares_titles) return std::nullopt;
    for (std::size_t s = 0; s < std::min(kFirst, reading_.passages.size()); ++s) {
      const auto& words = reading_.passages[s].words;
      const auto named = Reading::within(reading_.named, words);
      const bool is_subject = named.size() == 1 && (named.front().words.first <= words.first + kBegin || named.front().words.last + 1 >= words.last);
      if (!is_title(static_cast<std::uint32_t>(s)) || !is_subject) continue;
      const auto number = reading_.institution_of(named.front());
      if (!reading_.institutions.named[number].is_generic) return number;
    }
    return std::nullopt;
  }
  /// « – Ville de … : convention signée le 15 janvier », and nobody else in the line.
  bool is_item_of_one(const AgreementParties& found) const {
    return std::ranges::any_of(thread_.anchors, [&](auto c) {
      const auto& passage = reading_.passage_of(findings_.clauses[c].verb);
      const auto named = Reading::within(reading_.named, passage.words);
      return passage.kind == BlockKind::item && named.size() == 1 && reading_.institution_of(named.front()) == found.parties.front().institution;
    });
  }
  bool has_heading_partner(const AgreementParties& found) const { return found.parties.front().rule == "heading"; }
  /// « Une lettre d'intention a été échangée avec l'université de … »: the other one is who tells it.
  void add_speaker(AgreementParties& found) const {
    const auto speaker = findings_.speaker ? findings_.speaker : subject_of_title();
    if (!speaker || *speaker == found.parties.front().institution) return;
    const auto known = weighed_.find(*speaker);
    if (known != weighed_.end() && known->second.is_excluded) return;
    const bool is_with = std::ranges::any_of(thread_.anchors, [&](auto c) {
      const auto& sentence = reading_.passage_of(findings_.clauses[c].verb).words;
      return std::ranges::any_of(Reading::within(reading_.named, sentence), [&](const Place& mention) {
        return findings_.relations[static_cast<std::size_t>(&mention - reading_.named.data())] == Relation::with;
      });
    });
    if (is_with || has_heading_partner(found) || is_item_of_one(found)) found.parties.push_back({*speaker, "", .5, found.parties.front().span, "who_tells_it"});
  }
  /// « sept partenaires », « une convention tripartite »: as many as the document says, by the next best evidence.
  void fill_up(AgreementParties& found) const {
    constexpr double kThird = .3, kClear = .1, kAmong = .2;
    const auto stated = stated_count_of_parties(findings_, thread_);
    if (!stated || found.parties.size() >= *stated) return;
    if (found.parties.empty()) return take_those_of_block(found, *stated);
    std::vector<std::pair<double, std::uint32_t>> next;
    for (const auto& [number, weighed] : weighed_) {
      const bool is_chosen = std::ranges::any_of(found.parties, [&](const ReadParty& one) { return one.institution == number; });
      if (is_chosen || weighed.is_excluded || is_of_chosen(found, number)) continue;
      const auto weight = weighed.weight() + (weighed.weight() > 0 && stands_among(found, weighed) ? kAmong : 0);
      if (weight >= kThird) next.emplace_back(weight, number);
    }
    std::ranges::sort(next, std::greater<>());
    const auto open = *stated - found.parties.size();
    const bool is_clear = next.size() == open || (next.size() > open && next[open - 1].first > next[open].first + kClear);
    if (!is_clear) return;
    for (std::size_t i = 0; i < open; ++i) found.parties.push_back(party(next[i].second, weighed_.at(next[i].second)));
  }
  /// « Une convention tripartite a été signée. A apporte … B apporte … C apporte … »: as many act in its block as it has sides.
  void take_those_of_block(AgreementParties& found, std::size_t stated) const {
    for (const auto c : thread_.anchors) {
      const auto block = reading_.passage_of(findings_.clauses[c].verb).block;
      std::vector<std::uint32_t> acting;
      for (const auto& [number, weighed] : weighed_) {
        const bool acts = !weighed.is_excluded && weighed.weight() >= kPlainSubject && reading_.passage_of(weighed.words.first).block == block;
        if (acts) acting.push_back(number);
      }
      if (acting.size() != stated) continue;
      for (const auto number : acting) found.parties.push_back(party(number, weighed_.at(number)));
      return;
    }
  }
  /// In the block that names two parties at least.
  bool stands_among(const AgreementParties& found, const Weighed& weighed) const {
    const auto block = reading_.passage_of(weighed.words.first).block;
    return std::ranges::count_if(found.parties, [&](const ReadParty& one) { return reading_.passage_of(weighed_.at(one.institution).words.first).block == block; }) >= 2;
  }
  bool is_of_chosen(const AgreementParties& found, std::uint32_t number) const {
    return std::ranges::any_of(found.parties, [&](const ReadParty& one) {
      return reading_.institutions.named[number].of == one.institution || reading_.institutions.named[one.institution].of == number;
    });
  }
  /// An agreement has two parties at least: the one with the next best evidence.
  void add_second(AgreementParties& found) const {
    if (is_signed_by_countless(findings_, thread_)) return;
    std::optional<std::uint32_t> best;
    double best_weight = kSecond;
    for (const auto& [number, weighed] : weighed_) {
      if (weighed.is_excluded || number == found.parties.front().institution || weighed.weight() <= best_weight) continue;
      best = number, best_weight = weighed.weight();
    }
    if (best) found.parties.push_back(party(*best, weighed_.at(*best)));
  }

  const Findings& findings_;
  const Reading& reading_;
  const AgreementThread& thread_;
  std::map<std::uint32_t, Weighed> weighed_;
  std::set<std::uint32_t> names_agreements_;  // « la charte « Ville aidante » »
  std::set<std::uint32_t> told_between_;  // « entre A, B et C » of a sentence that tells the signature
  std::uint32_t between_at_ = 0;
};

}  // namespace

AgreementParties find_parties(const Findings& findings, const AgreementThread& thread,
                              const std::vector<SignatoryEvidence>& signatories) {
  return PartyFinder(findings, thread).find(signatories);
}

}  // namespace maillage::documents
