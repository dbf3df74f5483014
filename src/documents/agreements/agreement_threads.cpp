// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/agreement_threads.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "documents/agreements/document_units.hpp"
#include "documents/agreements/single_story.hpp"
#include "documents/agreements/standing_agreements.hpp"
#include "documents/agreements/thread_bounds.hpp"
#include "documents/agreements/told_several.hpp"
#include "documents/agreements/wished_and_voted.hpp"

namespace maillage::documents {
namespace {

using InstitutionSet = std::set<std::uint32_t>;

constexpr double kStrong = .6;

bool is_head(const Passage& passage) { return passage.kind == BlockKind::title || passage.kind == BlockKind::heading; }

class Threads {
 public:
  explicit Threads(const Findings& findings)
      : findings_(findings),
        reading_(findings.reading),
        is_letter_((is_newsletter(findings.reading) && !tells_one_signature(findings)) || tells_by_places(findings) || tells_by_points(findings)),
        units_(units_of(findings.reading, is_letter_)),
        strong_(findings.reading.passages.size()) {
    for (const auto& clause : findings.clauses) {
      if (tells_anew(findings_, clause)) told_anew_.insert(reading_.passage_of(clause.verb).section);
    }
  }

  std::vector<AgreementThread> find() {
    for (std::size_t c = 0; c < findings_.clauses.size(); ++c) {
      if (is_anchor(findings_.clauses[c]) || binds_others(findings_.clauses[c])) add(c);
    }
    for (std::size_t c = 0; c < findings_.clauses.size() && threads_.empty(); ++c) {
      if (binds(findings_.clauses[c])) add(c);
    }
    for (std::size_t c = 0; c < findings_.clauses.size(); ++c) {
      if (binds_on_a_day(findings_.clauses[c])) add(c);
    }
    drop_summaries();
    if (!is_letter_) drop_plans();
    share_sentences();
    return std::move(threads_);
  }

 private:
  struct Known {
    InstitutionSet parties;
    std::set<std::uint32_t> units;
    std::uint32_t section = 0;  // of what was told last
    std::optional<std::size_t> day;
    std::string type;
    std::string head;
    std::optional<int> ordinal;  // « leur deuxième contrat »
    int weight = 0;
    bool is_planned = false;
    bool is_title = false;  // told by titles alone, so far
    std::set<std::size_t> instruments;
    std::optional<std::uint32_t> partner;  // named by the heading over it
    std::map<std::uint32_t, std::uint32_t> told_together;  // by head of tied sentences: its own one
  };

  std::uint32_t sentence_of(const SigningClause& clause) const { return reading_.words[clause.verb].sentence; }

  bool is_anchor(const SigningClause& clause) {
    if (findings_.ties.tells_all[sentence_of(clause)]) return false;
    if (clause.is_member) return clause.instrument && !findings_.instruments[*clause.instrument].is_foreign;
    if (!clause.is_told() || clause.is_older || clause.is_general || !clause.instrument) return false;
    const auto& instrument = findings_.instruments[*clause.instrument];
    const bool engages = (clause.sense == "engage" || clause.sense == "bind") && clause.form == "participle" &&
                         clause.is_reflexive && (!instrument.is_plural || leads_list(reading_, sentence_of(clause)));
    const std::size_t founders = instrument.type == "chair" ? 1 : 2;
    const bool founds = clause.sense == "launch" && (clause.form != "noun" || announces_founding(findings_, clause)) && is_founded(reading_, instrument) &&
                        !is_wished_by_others(reading_, instrument, clause) && strong(sentence_of(clause)).size() >= founders;
    const bool starts = starts_their_own(instrument, clause) && strong(sentence_of(clause)).size() >= 2;
    // « par un avenant du 8 novembre, la commune rejoint le contrat », « A et B ont adhéré, le 14 mai, à la charte »
    const bool is_joined = clause.sense == "join" && clause.form != "infinitive" && clause.tense != Tense::planned &&
                           clause.day && !instrument.is_plural;
    const bool amends = is_joined && (instrument.type == "amendment" || strong(sentence_of(clause)).size() >= 2);
    if (!clause.signs() && !engages && !founds && !amends && !starts) return false;
    if (instrument.is_foreign || (instrument.is_planned && clause.tense != Tense::planned)) return false;
    if (instrument.is_plural && is_of_many(instrument)) return false;
    const auto& section = findings_.section_of[sentence_of(clause)];
    if (section == "more" || (section == "past" && !is_told_anew(sentence_of(clause))) || section == "summary") return false;
    if (clause.sense == "renew" && clause.form == "noun" && !is_head(reading_.passages[sentence_of(clause)]))
      return false;
    // « du diagnostic à la signature »: a noun, or an instrument of another sentence, only beside a day or somebody who
    // signs.
    const auto sentence = reading_.passages[sentence_of(clause)].words;
    const bool is_apart = !sentence.holds(instrument.words.first);
    const bool is_bound_behind = clause.tense == Tense::present && tells_who_is_bound_behind(findings_, sentence_of(clause));
    const bool has_substance = clause.day || is_bound_behind || !strong(sentence_of(clause)).empty() || !Reading::within(reading_.persons, sentence).empty() ||
        leads_list(reading_, sentence_of(clause)) || (is_apart && strong(reading_.words[instrument.words.first].sentence).size() >= 2) ||
        (is_apart && clause.form != "noun" && are_bound_near(sentence_of(clause)));
    if (is_apart && clause.tense == Tense::planned && (is_voted(findings_, *clause.instrument) || is_to_be_signed_as_voted(findings_, clause))) return true;
    if ((is_apart || (clause.form == "noun" && !is_head(reading_.passages[sentence_of(clause)]))) && !has_substance)
      return false;
    // « 45 conventions ont été signées »: many, with nobody in particular.
    if (instrument.is_plural && strong(sentence_of(clause)).empty() && !is_head(reading_.passages[sentence_of(clause)]) && !leads_table(reading_, sentence_of(clause)))
      return false;
    // « est conclue pour cinq ans » is what such agreements are like, unless a day or parties are named.
    const bool is_general = clause.tense == Tense::present && clause.is_passive;
    // « La convention 2019-2022 est renouvelée : à cette occasion, le président X … »
    const bool is_particular = clause.sense == "renew" && instrument.determiner == Determiner::definite &&
                               !Reading::within(reading_.persons, sentence).empty();
    if (is_general && !is_particular && !clause.day && strong(sentence_of(clause)).size() < 2 && !is_bound_behind) return false;
    return true;
  }

  /// « Une charte est née. Elle a été signée à N. Ont apposé leur signature : A, B et C »: two named as those bound, a sentence
  /// or two away.
  bool are_bound_near(std::uint32_t sentence) {
    constexpr std::int64_t kBack = 2, kBehind = 3;
    const auto section = reading_.passages[sentence].section;
    for (auto step = -kBack; step <= kBehind; ++step) {
      const auto other = static_cast<std::int64_t>(sentence) + step;
      if (step == 0 || other < 0 || other >= static_cast<std::int64_t>(reading_.passages.size())) continue;
      const auto s = static_cast<std::uint32_t>(other);
      if (reading_.passages[s].section != section || reading_.passages[s].is_question || is_head(reading_.passages[s])) continue;
      if (strong(s).size() >= 2) return true;
    }
    return false;
  }

  /// « plusieurs accords », « de nombreuses conventions »: none in particular.
  bool is_of_many(const Instrument& instrument) {
    const auto first = reading_.passage_of(instrument.words.first).words.first;
    const WordRange before{instrument.words.first > first + 3 ? instrument.words.first - 3 : first, instrument.words.first};
    return reading_.has_any(before, reading_.lexicon.list("agreement_threads.many")) && strong(reading_.words[instrument.words.first].sentence).size() < 3;
  }
  bool binds(const SigningClause& clause) {
    if ((clause.sense != "bind" && clause.sense != "born" && clause.sense != "engage" && clause.sense != "join") ||
        clause.is_older || clause.is_general || !clause.instrument)
      return false;
    if (!clause.is_told() && !(clause.tense == Tense::earlier && !threads_.empty())) return false;
    const auto& instrument = findings_.instruments[*clause.instrument];
    if (instrument.is_foreign || instrument.is_older || instrument.is_plural) return false;
    if (is_about_others(sentence_of(clause)) || is_of_old(findings_, clause)) return false;
    return strong(sentence_of(clause)).size() >= 2 || (threads_.empty() && is_recent(findings_, clause));
  }
  /// « Huit jours plus tard, c'est une charte qui réunissait A, B et C »: of another kind than those told, with others.
  bool binds_others(const SigningClause& clause) {
    if (threads_.empty() || clause.form == "participle" || !binds(clause)) return false;
    const auto& instrument = findings_.instruments[*clause.instrument];
    if (instrument.determiner != Determiner::indefinite || instrument.weight < 2) return false;
    const auto& parties = strong(sentence_of(clause));
    return std::ranges::all_of(known_, [&](const Known& known) {
      return known.type != instrument.type && known.weight >= 1 && common(known.parties, parties) < parties.size();
    });
  }

  /// « Une convention lie depuis le 17 janvier A et B » beside others that are told to be signed.
  bool binds_on_a_day(const SigningClause& clause) {
    if (clause.sense != "bind" || clause.is_member || clause.form == "participle" || threads_.empty() || !is_exact(clause.day)) return false;
    const auto sentence = sentence_of(clause);
    if (!findings_.ties.head_of[sentence] && !std::ranges::any_of(findings_.clauses_of[sentence], [&](auto c) { return findings_.clauses[c].signs(); })) {
      if (!clause.instrument || !clause.is_told() || clause.is_older || clause.is_general || is_about_others(sentence)) return false;
      const auto& instrument = findings_.instruments[*clause.instrument];
      if (instrument.determiner != Determiner::indefinite || instrument.weight < 2 || instrument.is_plural || instrument.is_foreign || instrument.is_older) return false;
      const auto& parties = strong(sentence);
      const bool is_told = std::ranges::any_of(threads_, [&](const auto& thread) {
        return std::ranges::any_of(thread.anchors, [&](auto c) { return findings_.clauses[c].instrument == clause.instrument; });
      });
      return !is_told && parties.size() >= 2 && std::ranges::all_of(known_, [&](const Known& known) { return common(known.parties, parties) <= 1; });
    }
    return false;
  }

  const InstitutionSet& strong(std::uint32_t sentence) {
    auto& found = strong_[sentence];
    if (!found) {
      found.emplace();
      for (const auto& evidence : party_evidence(findings_, sentence)) {
        if (evidence.weight >= kStrong) found->insert(evidence.institution);
      }
    }
    return *found;
  }

  static std::size_t common(const InstitutionSet& a, const InstitutionSet& b) {
    return static_cast<std::size_t>(std::ranges::count_if(a, [&](auto one) { return b.contains(one); }));
  }

  bool is_exact(std::optional<std::size_t> day) const {
    return day && reading_.dates.dates[reading_.days[*day].number].date.is_exact_day();
  }
  bool is_same_day(std::size_t a, std::size_t b) const {
    return reading_.dates.dates[reading_.days[a].number].date == reading_.dates.dates[reading_.days[b].number].date;
  }

  bool fits(const Known& known, const SigningClause& clause, const InstitutionSet& parties, std::uint32_t unit) const {
    const auto& instrument = findings_.instruments[*clause.instrument];
    const auto together = known.told_together.find(head_of(sentence_of(clause)));
    if (together != known.told_together.end() && together->second != sentence_of(clause)) return false;
    const auto shared = common(known.parties, parties);
    if (tells_another(known, clause, parties)) return false;
    const auto partner = partner_of_heading(findings_, sentence_of(clause));
    if (partner && known.partner && *partner != *known.partner && shared < 2) return false;
    const bool is_disjoint = !known.parties.empty() && !parties.empty() && shared == 0;
    const bool others = known.parties.size() > shared && parties.size() > shared;  // each has parties that the other has not
    const bool other_day = is_exact(known.day) && is_exact(clause.day) && !is_same_day(*known.day, *clause.day);
    const bool other_type = known.type != instrument.type && known.weight >= 2 && instrument.weight >= 2;
    if (other_day && known.ordinal && instrument.ordinal && *known.ordinal != *instrument.ordinal)
      return false;  // « leur deuxième … », « son premier … »
    // « La Banque et la Métropole ont conclu une convention … », « … parapher le contrat de … avec A, B et C », each under its heading
    const bool is_named_there = reading_.passages[sentence_of(clause)].words.holds(instrument.words.first);
    const bool other_head = is_named_there && !known.head.empty() && known.head != head_word(reading_, instrument) && !known.units.contains(unit);
    if (other_head && is_disjoint && parties.size() >= 2 && instrument.weight >= 2) return false;
    const bool same_unit = known.units.contains(unit);
    const bool is_planned = clause.tense == Tense::planned;
    // « A doit signer avec B son contrat » behind « C et D signeront leur contrat »
    if (is_planned && (is_disjoint || (others && known.is_planned && !known.is_title)) && parties.size() >= 2 && known.parties.size() >= 2 && instrument.determiner == Determiner::possessive && names_own_instrument(findings_, clause)) return false;
    const bool is_apart = !reading_.passages[sentence_of(clause)].words.holds(instrument.words.first);
    // « A et B avaient décidé de conclure un contrat. C'est chose faite. »
    const bool is_done_now = known.is_planned && is_apart && parties.empty() && known.instruments.contains(*clause.instrument);
    if (is_planned != known.is_planned && !is_done_now && !known.is_title && !is_head(reading_.passages[sentence_of(clause)])) return false;
    const bool is_of_other_heading = is_apart && is_head(reading_.passage_of(instrument.words.first)) &&
                                     instrument.determiner <= Determiner::indefinite && !known.instruments.contains(*clause.instrument);
    const bool is_reference = (is_apart && !is_of_other_heading) || (instrument.determiner != Determiner::indefinite && instrument.determiner != Determiner::none);
    const bool is_enough = shared >= 2 || (shared >= 1 && (is_reference || is_apart));
    // « La convention a été signée le 13 décembre », a paragraph of its own below the one that names the parties
    const bool is_bare_name = instrument.words.last - instrument.words.first == 1 && !instrument.is_plural && instrument.determiner != Determiner::possessive;
    const bool goes_on = (parties.empty() || is_bare_name) && instrument.determiner >= Determiner::definite && known.section == reading_.passages[sentence_of(clause)].section && known.head == head_word(reading_, instrument);
    const bool is_same_paper = is_apart && known.instruments.contains(*clause.instrument) && is_planned == known.is_planned;  // « X et Y ont signé le document », a paragraph below
    if (is_letter_ && !same_unit && (goes_on || is_same_paper)) return !other_day;
    if (is_letter_ && !same_unit) return !is_disjoint && !others && is_enough && !other_day && !other_type;
    if (other_type && (instrument.determiner == Determiner::indefinite || !is_reference) &&
        (others || other_day || is_disjoint))
      return false;
    if (other_day && (others || is_disjoint || !is_reference)) return false;
    if (is_disjoint && !is_reference && known.parties.size() >= 2 && parties.size() >= 2) return false;
    return true;
  }

  /// « Par ailleurs, une charte a été signée par A et C », « Quant à la charte, … »; without such words where two
  /// sentences each bind others than the one before.
  bool tells_another(const Known& known, const SigningClause& clause, const InstitutionSet& parties) const {
    const auto& instrument = findings_.instruments[*clause.instrument];
    const auto& sentence = reading_.passages[sentence_of(clause)];
    if (known.is_title || is_head(sentence) || !sentence.words.holds(instrument.words.first)) return false;
    if (counts_another(findings_, instrument, known.instruments)) return true;
    const auto shared = common(known.parties, parties);
    const bool names_new = parties.size() > shared, leaves_out = known.parties.size() > shared;
    const bool is_other_type = known.type != instrument.type && known.weight >= 1 && instrument.weight >= 2;
    const bool is_indefinite = instrument.determiner == Determiner::indefinite;
    if (begins_another(reading_, {sentence.words.first, std::min(sentence.words.last, clause.verb + 6)}) && (is_indefinite || is_other_type)) return names_new || is_other_type;
    // « Dans la foulée, elle a conclu avec B la convention territoriale » behind a contract with A
    const bool is_other_head = known.weight >= 2 && instrument.weight >= 2 && !known.head.empty() && known.head != head_word(reading_, instrument);
    if (is_other_head && names_new && leaves_out && begins_another(reading_, {sentence.words.first, clause.verb}) && instrument.words.first > clause.verb) return true;
    return is_indefinite && names_new && leaves_out && shared <= 1 && known.parties.size() >= 2 && parties.size() >= 2;
  }
  std::uint32_t head_of(std::uint32_t sentence) const { return findings_.ties.head_of[sentence].value_or(sentence); }

  void add(std::size_t number) {
    const auto& clause = findings_.clauses[number];
    const auto sentence = sentence_of(clause);
    const auto unit = units_[sentence];
    const auto& parties = strong(sentence);
    std::size_t at = threads_.size();
    const bool lists_signatories = findings_.section_of[sentence] == "signatories" &&
                                   (findings_.is_keyed[sentence] || findings_.is_led[sentence] ||
                                    reading_.passages[sentence].kind == BlockKind::item);
    if (lists_signatories && !threads_.empty() && !clause.is_member && !findings_.ties.head_of[sentence]) --at;  // of what was told last
    for (std::size_t t = threads_.size(); at == threads_.size() && t-- > 0;) {
      if (fits(known_[t], clause, parties, unit)) {
        at = t;
        break;
      }
      if (threads_.size() - t > 8) break;  // a register of hundreds: the last ones are near enough
    }
    if (at == threads_.size()) {
      threads_.emplace_back();
      known_.emplace_back();
    }
    threads_[at].anchors.push_back(number);
    auto& known = known_[at];
    const auto& instrument = findings_.instruments[*clause.instrument];
    known.parties.insert(parties.begin(), parties.end());
    known.units.insert(unit);
    known.section = reading_.passages[sentence].section;
    known.instruments.insert(*clause.instrument);
    if (!known.partner) known.partner = partner_of_heading(findings_, sentence);
    known.told_together.emplace(head_of(sentence), sentence);
    const bool is_title = is_head(reading_.passages[sentence]);
    if (threads_[at].anchors.size() == 1 || (known.is_title && !is_title))
      known.is_planned = clause.tense == Tense::planned;
    known.is_title = is_title && (known.is_title || threads_[at].anchors.size() == 1);
    if (!known.day || (!is_exact(known.day) && is_exact(clause.day))) known.day = clause.day;
    if (known.head.empty()) known.head = head_word(reading_, instrument);
    if (!known.ordinal) known.ordinal = instrument.ordinal;
    if (instrument.weight > known.weight || known.type.empty()) {
      known.type = instrument.type;
      known.weight = instrument.weight;
    }
  }

  /// Threads told by titles alone belong to the one that the text below tells.
  void drop_summaries() {
    if (threads_.size() < 2) return;
    const auto is_title_only = [&](const AgreementThread& thread) {
      const bool is_listed = std::ranges::any_of(thread.anchors, [&](auto c) { return findings_.clauses[c].is_member; });
      return !is_listed && std::ranges::all_of(thread.anchors,
                                 [&](auto c) { return is_head(reading_.passages[sentence_of(findings_.clauses[c])]); });
    };
    const bool are_lines = std::ranges::all_of(threads_, is_title_only) && std::ranges::count_if(known_, [&](const Known& one) { return is_exact(one.day); }) >= 2;
    for (std::size_t t = threads_.size(); t-- > 0 && !are_lines;) {
      if (threads_.size() > 1 && is_title_only(threads_[t])) {
        threads_.erase(threads_.begin() + static_cast<std::ptrdiff_t>(t));
        known_.erase(known_.begin() + static_cast<std::ptrdiff_t>(t));
      }
    }
  }

  /// « A et B (mais pas C, qui signera plus tard) ont signé »: the sentence tells what is done as well.
  bool is_told_with(std::uint32_t sentence) const {
    const auto tells = [&](auto c) { return sentence_of(findings_.clauses[c]) == sentence; };
    return std::ranges::any_of(threads_, [&](const auto& thread) { return is_done(thread) && std::ranges::any_of(thread.anchors, tells); });
  }
  bool is_done(const AgreementThread& thread) const {
    return std::ranges::any_of(thread.anchors, [&](auto c) { return findings_.clauses[c].tense != Tense::planned; });
  }
  /// « L'accord définitif sera signé l'an prochain » beside one that is signed: what is to come of it, no second
  /// agreement that a release reports.
  void drop_plans() {
    if (!std::ranges::any_of(threads_, [&](const auto& thread) { return is_done(thread); })) return;
    for (std::size_t t = threads_.size(); t-- > 0;) {
      if (is_done(threads_[t]) || has_substance_of_its_own(t)) continue;
      for (const auto c : threads_[t].anchors) {
        const auto sentence = sentence_of(findings_.clauses[c]);
        if (!is_told_with(sentence) && !is_head(reading_.passages[sentence])) of_plans_.insert(sentence);
      }
      threads_.erase(threads_.begin() + static_cast<std::ptrdiff_t>(t));
      known_.erase(known_.begin() + static_cast<std::ptrdiff_t>(t));
    }
  }
  /// « Un accord de recherche entre A, B et C doit être signé le 20 mars »: other parties than what is signed already.
  bool has_substance_of_its_own(std::size_t t) const {
    const bool is_item = !known_[t].parties.empty() && std::ranges::any_of(threads_[t].anchors, [&](auto c) { return is_item_with_partner(findings_, sentence_of(findings_.clauses[c])); });
    if ((known_[t].parties.size() < 2 && !is_item) || adds_hands(findings_, threads_[t])) return false;
    const bool is_counted = std::ranges::any_of(known_[t].instruments, [&](auto i) { return is_counted_on(reading_, findings_.instruments[i]); });
    for (std::size_t other = 0; other < threads_.size() && !is_counted; ++other) {  // « Elles signeront une seconde charte »
      if (other == t || !is_done(threads_[other])) continue;
      if (common(known_[other].parties, known_[t].parties) == known_[t].parties.size()) return false;
      if (known_[other].type == known_[t].type && common(known_[other].parties, known_[t].parties) >= 2) return false;
    }
    return true;
  }

  bool is_told_anew(std::uint32_t sentence) const { return told_anew_.contains(reading_.passages[sentence].section); }

  bool is_about_others(std::uint32_t sentence) const {
    const auto& section = findings_.section_of[sentence];
    return section == "more" || (section == "past" && !is_told_anew(sentence)) || section == "summary" || section == "contact" ||
           of_plans_.contains(sentence) || findings_.ties.tells_all[sentence];
  }

  void share_sentences() {
    if (threads_.empty()) return;
    const auto count = static_cast<std::uint32_t>(reading_.passages.size());
    if (threads_.size() == 1 && !is_letter_) {
      threads_.front().shares_titles = true;
      for (std::uint32_t s = 0; s < count; ++s) {
        if (!is_about_others(s)) threads_.front().sentences.push_back(s);
      }
      return;
    }
    // The thread of a unit is that of its first anchor; behind an anchor of another thread, that one's.
    std::map<std::uint32_t, std::size_t> by_sentence, by_unit;
    for (std::size_t t = 0; t < threads_.size(); ++t) {
      for (const auto c : threads_[t].anchors) {
        const auto sentence = sentence_of(findings_.clauses[c]);
        by_sentence.try_emplace(sentence, t);
        const auto named = reading_.words[findings_.instruments[*findings_.clauses[c].instrument].words.first].sentence;
        if (named + 1 == sentence && is_head(reading_.passages[named])) by_sentence.try_emplace(named, t);  // « Convention avec A » over « Signée le … »
      }
    }
    for (const auto& [sentence, t] : by_sentence) by_unit.try_emplace(units_[sentence], t);
    std::optional<std::size_t> current, last;
    std::optional<std::uint32_t> unit;
    for (std::uint32_t s = 0; s < count; ++s) {
      if (reading_.passages[s].words.empty()) continue;
      if (!unit || units_[s] != *unit) {
        unit = units_[s];
        const auto own = by_unit.find(*unit);
        const bool is_second = own != by_unit.end() && !(is_head(reading_.passages[s]) && by_sentence.contains(s + 1)) && last && *last != own->second && known_[own->second].ordinal.value_or(1) > 1;
        if (is_second)
          current = last;  // what stands before « une seconde convention »
        else if (own != by_unit.end())
          current = own->second;
        else
          current = last && goes_on(*last, s) ? last : std::nullopt;  // a unit of another matter may stand between
      }
      const auto own = by_sentence.find(s);
      if (own != by_sentence.end()) current = own->second;
      if (current) last = current;
      if (current && own == by_sentence.end() && is_item_of_its_own(findings_, s, sentence_of(findings_.clauses[threads_[*current].anchors.front()]), known_[*current].parties)) continue;
      if (current && !is_about_others(s)) threads_[*current].sentences.push_back(s);
    }
    if (threads_.size() == 1) threads_.front().shares_titles = !is_letter_;
  }
  /// Does the unit that begins with a sentence tell more of a thread?
  bool goes_on(std::size_t thread, std::uint32_t sentence) const {
    const auto& section = findings_.section_of[sentence];
    if (section == "signatories" || section == "parties" || section == "themes") return true;
    const bool leads = is_head(reading_.passages[sentence]);
    if (leads && !reading_.passages[sentence].is_question && is_letter_ && threads_.size() > 1) return false;
    const bool refers = std::ranges::count(reading_.lexicon.list("agreement_threads.references"), reading_.words[reading_.passages[sentence].words.first].folded) > 0;
    const bool is_below = refers && reading_.passages[sentence].section == reading_.passages[sentence - 1].section;
    if (!leads && (is_below || stays_in_section(findings_, sentence, known_[thread].section))) return true;
    const auto unit = units_[sentence];
    for (auto s = sentence; s < reading_.passages.size() && units_[s] == unit; ++s) {
      for (const auto& mention : Reading::within(reading_.named, reading_.passages[s].words)) {
        if (known_[thread].parties.contains(reading_.institution_of(mention))) return true;
      }
      if (!findings_.instruments_of[s].empty()) {
        const auto& instrument = findings_.instruments[findings_.instruments_of[s].front()];
        if (instrument.determiner == Determiner::definite && !instrument.is_plural && !was_signed_before(findings_, s) &&
            (instrument.type == known_[thread].type || (instrument.words.last == instrument.words.first + 1 && instrument.words.first <= reading_.passages[s].words.first + 1 && head_word(reading_, instrument) == known_[thread].head)))
          return true;
      }
    }
    return false;
  }

  const Findings& findings_;
  const Reading& reading_;
  bool is_letter_;
  std::vector<std::uint32_t> units_;
  std::vector<std::optional<InstitutionSet>> strong_;
  std::set<std::uint32_t> told_anew_;  // sections
  std::vector<AgreementThread> threads_;
  std::vector<Known> known_;
  std::set<std::uint32_t> of_plans_;  // sentences about what is only to come of the agreement told
};

}  // namespace

std::vector<AgreementThread> find_threads(const Findings& findings) {
  return Threads(findings).find();
}

}  // namespace maillage::documents
