// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/agreement_periods.hpp"

#include <algorithm>

#include "documents/agreements/date_roles.hpp"
#include "documents/lexicon/word_uses.hpp"

namespace maillage::documents {
namespace {

constexpr double kSure = .9, kLikely = .7, kLeast = .5;

class PeriodChooser {
 public:
  PeriodChooser(const Findings& findings, const AgreementThread& thread, const Claimed<PartialDate>& signed_on)
      : findings_(findings), reading_(findings.reading), uses_(findings.reading.lexicon.term_words, findings.reading.words), thread_(thread), signed_on_(signed_on) {}

  AgreementPeriod choose() {
    for (const auto sentence : thread_.sentences) {
      for (const auto& place : Reading::within(reading_.periods, reading_.passages[sentence].words))
        consider(place, sentence);
    }
    for (const auto sentence : thread_.sentences) {
      for (const auto& day : Reading::within(reading_.days, reading_.passages[sentence].words)) consider_day(day);
    }
    // « prorogé jusqu'au 23 septembre … le suivant, pour la période 2008-2013 »: a term said of it is surer than years beside it
    const bool is_beside = found_.valid_to.is_said() && whole_.is_said() && found_.valid_to.confidence >= kSure && whole_.confidence < kSure && found_.valid_to.value.latest() < whole_.value.earliest();
    if (whole_.is_said() && !is_beside) {
      found_.valid_from = from_whole_;
      found_.valid_to = whole_;
    }
    drop_ended_before();
    return std::move(found_);
  }

 private:
  double weight_of(const Place& place, std::uint32_t sentence) const {
    const auto& passage = reading_.passages[sentence];
    bool tells = false, is_told = false;
    for (const auto c : findings_.clauses_of[sentence]) {
      const auto& clause = findings_.clauses[c];
      is_told = is_told || (clause.signs() && clause.is_told() && !clause.is_older);
      tells = tells || clause.sense == "enter" || clause.sense == "end" || (clause.sense == "engage" && clause.is_told() && !clause.is_older);
    }
    bool has_instrument = false, is_about_older = false;
    for (const auto i : findings_.instruments_of[sentence]) {
      const auto& one = findings_.instruments[i];
      has_instrument = has_instrument || (!one.is_older && !one.is_foreign);
      // « un premier contrat (2017-2021) », « la convention 2018-2022 »: right behind an older instrument
      is_about_older = is_about_older || ((one.is_older || one.is_foreign) && one.words.last <= place.words.first &&
                                          place.words.first - one.words.last <= 3);
    }
    if (is_about_older) return 0;
    if (reading_.dates.periods[place.number].rule == "years" && is_of_a_plan(place)) return .4;
    if (is_of_another(place, passage) || is_of_those_to_join(place, passage)) return 0;
    const bool is_title = passage.kind == BlockKind::title || passage.kind == BlockKind::heading;
    if (is_told) return kSure;
    if (has_instrument || tells) return is_title ? kLikely : .85;
    if (refers(passage) || is_title || reading_.words[place.words.first].is("duree")) return kLikely;
    const bool is_of_event = uses_.any(passage.words.first, place.words.first, "event");
    if (is_of_event) return .4;
    if (is_beside_anchor(sentence)) return .6;
    if (answers_how_long(sentence)) return kLikely;
    const auto& period = reading_.dates.periods[place.number];
    const bool is_whole = period.from.is_known() && period.to.is_known();
    if (period.rule == "since_school_year") return .5;
    return is_whole ? .55 : .4;
  }
  /// « D'autres pourront rejoindre le groupement à partir de l'an prochain »
  bool is_of_those_to_join(const Place& place, const Passage& passage) const {
    return reading_.has_any({passage.words.first, place.words.first}, reading_.lexicon.list("agreement_periods.joining")) &&
           reading_.has_any({passage.words.first, place.words.first}, reading_.lexicon.list("agreement_periods.may"));
  }
  /// « …; celui de l'agglomération reste en vigueur jusqu'en 2026 »
  bool is_of_another(const Place& place, const Passage& passage) const {
    for (auto at = place.words.first; at > passage.words.first + 1; --at) {
      if (reading_.words[at - 1].is(";")) return is_one_of(reading_.words[at], {"celui", "celle", "ceux", "celles"});
    }
    return false;
  }
  /// « le contrat de plan 2021-2027 », « le projet régional de santé 2018-2028 », « élu pour le mandat 2020-2026 »: the term
  /// of something else, whose word stands nearer than any of an agreement.
  bool is_of_a_plan(const Place& place) const {
    constexpr std::size_t kReach = 18;
    const auto first = reading_.passage_of(place.words.first).words.first;
    for (std::size_t back = 1; back <= kReach && place.words.first >= first + back; ++back) {
      const auto at = place.words.first - back;
      if (names_agreement(at)) return names_plan(at) && !is_told_to_be_signed(at);  // « la feuille de route régionale 2023-2028 »
      if (uses_.is(at, "plan")) return true;
    }
    return false;
  }
  bool names_agreement(std::size_t at) const {
    return std::ranges::any_of(findings_.instruments_of[reading_.words[at].sentence],
                               [&](std::size_t i) { return findings_.instruments[i].words.holds(at); });
  }
  bool names_plan(std::size_t at) const {
    const auto& instruments = findings_.instruments_of[reading_.words[at].sentence];
    return std::ranges::any_of(instruments, [&](std::size_t i) {
      const auto& one = findings_.instruments[i];
      return one.words.holds(at) && one.weight == 0 && uses_.is(one.words.first, "plan");
    });
  }
  bool is_told_to_be_signed(std::size_t at) const {
    return std::ranges::any_of(thread_.anchors, [&](std::size_t c) {
      const auto& instrument = findings_.clauses[c].instrument;
      return instrument && findings_.instruments[*instrument].words.holds(at);
    });
  }
  /// « Combien de temps ? Jusqu'en juin 2027. »
  bool answers_how_long(std::uint32_t sentence) const {
    if (sentence == 0) return false;
    const auto& question = reading_.passages[sentence - 1];
    return question.is_question && uses_.any(question.words.first, question.words.last, "asked_how_long");
  }
  bool is_beside_anchor(std::uint32_t sentence) const {
    return std::ranges::any_of(thread_.anchors, [&](std::size_t c) {
      const auto anchor = reading_.words[findings_.clauses[c].verb].sentence;
      const auto apart = anchor > sentence ? anchor - sentence : sentence - anchor;
      return apart == 1 && reading_.passages[anchor].block == reading_.passages[sentence].block;
    });
  }
  /// « Il court … », « Le texte … », « Conclu … », « D'une durée de … »
  bool refers(const Passage& passage) const {
    const auto last = std::min(passage.words.last, passage.words.first + 8);
    return uses_.any(passage.words.first, last, "term_reference");
  }

  bool is_over(const PartialDate& to) const {
    if (!to.is_known()) return false;
    if (signed_on_.is_said()) return to.latest() < signed_on_.value.earliest();
    return reading_.dates.of_document && to.latest() < reading_.dates.of_document->date.earliest();
  }

  bool is_of_the_one_told(std::uint32_t sentence) const {
    if (!findings_.instruments_of[sentence].empty())
      return std::ranges::all_of(findings_.instruments_of[sentence], [&](std::size_t i) {
        return findings_.instruments[i].determiner >= Determiner::definite && !findings_.instruments[i].is_older;
      });
    return is_one_of(reading_.words[reading_.passages[sentence].words.first], {"il", "elle"});
  }
  /// « Le contrat conclu entre A et B arrivait à échéance le 31 décembre 2022 »: what ended is not what is signed.
  bool is_end_of_older(const Place& place, std::uint32_t sentence) const {
    constexpr std::size_t kNear = 8;
    return std::ranges::any_of(findings_.clauses_of[sentence], [&](std::size_t c) {
      const auto& clause = findings_.clauses[c];
      const bool ended = clause.sense == "end" && (clause.form == "imperfect" || clause.tense == Tense::earlier);
      return ended && clause.verb < place.words.last && place.words.first < clause.verb + kNear;
    });
  }
  /// « ont prorogé la convention 2002-2007 jusqu'au 23 septembre 2008 »: the term that it had before.
  bool is_prolonged(const PartialDate& to, std::uint32_t sentence) const {
    const bool prolongs = std::ranges::any_of(findings_.clauses_of[sentence], [&](std::size_t c) {
      const auto& clause = findings_.clauses[c];
      const std::string_view verb = reading_.words[clause.verb].folded;
      return clause.sense == "renew" && (verb.starts_with("prolong") || verb.starts_with("prorog"));
    });
    return prolongs && std::ranges::any_of(Reading::within(reading_.periods, reading_.passages[sentence].words), [&](const Place& other) {
      const auto& until = reading_.dates.periods[other.number];
      return !until.from.is_known() && until.to.is_known() && until.to.earliest() > to.latest();
    });
  }
  /// « A et B avaient déjà conclu un contrat pour 2013-2017 », beside what is told to be signed
  bool is_of_earlier(std::uint32_t sentence) const {
    const auto& clauses = findings_.clauses_of[sentence];
    const auto is_earlier = [&](std::size_t c) {
      const auto& clause = findings_.clauses[c];
      return clause.tense == Tense::earlier && clause.instrument && findings_.instruments[*clause.instrument].determiner == Determiner::indefinite;
    };
    return signed_on_.is_said() && std::ranges::any_of(clauses, is_earlier) && reading_.words[reading_.words.first_from(signed_on_.span.begin)].sentence != sentence;
  }

  /// « ont conclu une convention triennale pour les années 2011 à 2014 », of one signed in 2013 that another sentence tells.
  bool began_long_before(const PartialDate& from, std::uint32_t sentence) const {
    constexpr Day kLong = 366;
    if (!from.is_known() || !signed_on_.is_said() || signed_on_.span.end <= signed_on_.span.begin) return false;
    const auto told = reading_.words[reading_.words.first_from(signed_on_.span.begin)].sentence;
    const auto kind = reading_.passages[sentence].kind;
    const bool is_title = kind == BlockKind::title || kind == BlockKind::heading;
    // « il a signé la convention 2018-2022 », « Ce contrat couvre la période 2023-2027 »: of the one told
    return told != sentence && !is_title && !is_of_the_one_told(sentence) && from.latest() + kLong < signed_on_.value.earliest();
  }

  /// « Le précédent était arrivé à échéance le 30 juin … valable à partir du 14 décembre »: an end before the beginning or the
  /// signature is another one's.
  void drop_ended_before() {
    if (!found_.valid_to.is_said()) return;
    const auto ends_before = [&](const Claimed<PartialDate>& day) { return day.is_said() && day.value.is_known() && found_.valid_to.value.latest() < day.value.earliest(); };
    if (ends_before(found_.valid_from) || ends_before(signed_on_)) found_.valid_to = {};
  }

  template <class Value>
  void put(Claimed<Value>& into, const Value& value, double weight, const PeriodMention& period,
           const std::string& rule) const {
    if (weight >= kLeast && weight > into.confidence) into = {value, weight, period.span, rule};
  }

  void consider(const Place& place, std::uint32_t sentence) {
    const auto& period = reading_.dates.periods[place.number];
    const auto weight = weight_of(place, sentence);
    if (is_end_of_older(place, sentence)) return;
    if (is_over(period.to) || is_of_earlier(sentence) || began_long_before(period.from, sentence)) return;
    if (period.from.is_known() && period.to.is_known()) {
      if (is_prolonged(period.to, sentence)) return;
      if (weight >= kLeast && weight > whole_.confidence) {
        from_whole_ = {period.from, weight, period.span, "period"};
        whole_ = {period.to, weight, period.span, "period"};
      }
      return;
    }
    if (period.from.is_known() && !follows_past_deed(place, period.from)) put(found_.valid_from, period.from, weight, period, period.rule);
    if (period.to.is_known()) put(found_.valid_to, period.to, weight, period, period.rule);
    if (period.months) put(found_.duration_months, *period.months, weight, period, period.rule);
  }

  /// « Les procédures ont été précisées à partir de 2016 ; l'accord en tire les conséquences »: something else was done, before.
  bool follows_past_deed(const Place& place, const PartialDate& from) const {
    constexpr std::size_t kReach = 4;
    const auto first = reading_.passage_of(place.words.first).words.first;
    const bool is_past = signed_on_.is_said() ? from.latest() < signed_on_.value.earliest()
                                              : reading_.dates.of_document && from.latest() < reading_.dates.of_document->date.earliest();
    for (auto at = place.words.first; is_past && at > first + 1 && place.words.first - at < kReach; --at) {
      if (reading_.words[at - 1].is("ete") && is_one_of(reading_.words[at - 2], {"ont", "avaient", "ayant"})) return true;
    }
    return false;
  }
  /// Days whose verb says entry into force or end.
  void consider_day(const Place& day) {
    const auto role = role_of_day(findings_, static_cast<std::size_t>(&day - reading_.days.data()));
    const auto& mention = reading_.dates.dates[day.number];
    if (mention.date.kind() != DateKind::single) return;
    if (role == DateRole::entry_into_force && !found_.valid_from.is_said() && !is_end(day) && !is_of_works(day)) {
      found_.valid_from = {mention.date, .65, mention.span, "entry_into_force"};
    }
    // « repousse le terme, fixé à fin 2023, au 31 décembre 2027 »: of several the last.
    const bool is_last = !found_.valid_to.is_said() ||
                         (found_.valid_to.rule == "end" && found_.valid_to.value.latest() < mention.date.earliest());
    if (role == DateRole::end && is_last && !is_over(mention.date) && !is_of_older(day)) {
      found_.valid_to = {mention.date, .65, mention.span, "end"};
    }
  }
  /// « L'accord précédent était arrivé à échéance le 30 juin »
  bool is_of_older(const Place& day) const {
    const auto& instruments = findings_.instruments_of[reading_.words[day.words.first].sentence];
    return !instruments.empty() && std::ranges::all_of(instruments, [&](std::size_t i) { return findings_.instruments[i].is_older; });
  }
  /// « Les travaux démarreront en mars 2024 »
  bool is_of_works(const Place& day) const {
    return uses_.any(reading_.passage_of(day.words.first).words.first, day.words.first, "works");
  }
  /// « s'applique jusqu'au … »
  bool is_end(const Place& day) const {
    const auto first = day.words.first;
    for (std::size_t back = 1; back <= 4 && back <= first; ++back) {
      if (reading_.words[first - back].is("jusqu")) return true;
    }
    return false;
  }

  const Findings& findings_;
  const Reading& reading_;
  WordUses uses_;
  const AgreementThread& thread_;
  const Claimed<PartialDate>& signed_on_;
  AgreementPeriod found_;
  Claimed<PartialDate> from_whole_, whole_;
};

}  // namespace

AgreementPeriod find_agreement_period(const Findings& findings, const AgreementThread& thread,
                                      const Claimed<PartialDate>& signed_on) {
  return PeriodChooser(findings, thread, signed_on).choose();
}

}  // namespace maillage::documents
