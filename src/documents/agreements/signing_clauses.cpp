// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/signing_clauses.hpp"

#include <algorithm>
#include <array>

#include "documents/agreements/continued_agreements.hpp"
#include "documents/agreements/fulfilled_plans.hpp"
#include "documents/agreements/guests_at_signatures.hpp"
#include "documents/agreements/guides.hpp"
#include "documents/agreements/kind_definitions.hpp"
#include "documents/agreements/own_stories.hpp"
#include "documents/agreements/participle_days.hpp"
#include "documents/agreements/pronoun_instruments.hpp"
#include "documents/agreements/signed_works.hpp"
#include "documents/agreements/verb_days.hpp"
#include "documents/agreements/verb_tenses.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kFar = 80;  // words beyond which nothing belongs to a verb

/// « L'avenant n° 2 à la convention d'objectifs a été signé »: the amendment is.
bool hangs_on_amendment(const Reading& reading, const Instrument& amendment, const Instrument& other) {
  constexpr std::size_t kGap = 6;
  if (amendment.type != "amendment" || amendment.is_older || amendment.words.last > other.words.first || other.words.first - amendment.words.last > kGap) return false;
  if (reading.words[amendment.words.first].sentence != reading.words[other.words.first].sentence) return false;
  return reading.has_any({amendment.words.last, other.words.first}, std::to_array<std::string_view>({"a", "au", "aux"}));
}

/// The instrument of the sentence that a verb is about: the nearest one, those behind a semicolon last.
std::optional<std::size_t> instrument_of(const Reading& reading, const std::vector<Instrument>& instruments,
                                         std::size_t verb, const WordRange& sentence) {
  const auto begin =
      std::ranges::lower_bound(instruments, sentence.first, {}, [](const Instrument& one) { return one.words.first; });
  std::optional<std::size_t> best;
  std::size_t best_cost = 0;
  for (auto one = begin; one != instruments.end() && one->words.first < sentence.last; ++one) {
    const bool is_after = one->words.first > verb;
    const auto from = is_after ? verb : one->words.last, to = is_after ? one->words.first : verb;
    auto cost = to > from ? to - from : 0;
    if (cost > kFar) continue;
    for (auto at = from; at < to; ++at) cost += reading.words[at].is(";") ? 100 : 0;
    if (one->weight == 0) cost += 12;
    if (one->is_older) cost += 6;
    if (differs_in_gender(reading, *one, verb, sentence)) cost += 40;
    if (!best || cost < best_cost) {
      best = static_cast<std::size_t>(one - instruments.begin());
      best_cost = cost;
    }
  }
  if (best && *best > 0 && hangs_on_amendment(reading, instruments[*best - 1], instruments[*best])) --*best;
  return best;
}

std::optional<std::size_t> amendment_of(const std::vector<Instrument>& instruments, const WordRange& sentence) {
  auto one =
      std::ranges::lower_bound(instruments, sentence.first, {}, [](const Instrument& i) { return i.words.first; });
  for (; one != instruments.end() && one->words.first < sentence.last; ++one) {
    if (one->type == "amendment" && !one->is_older && !one->is_planned)
      return static_cast<std::size_t>(one - instruments.begin());
  }
  return std::nullopt;
}

/// « Voilà dix ans que la convention a été signée », « il y a cinq ans »
bool tells_anniversary(const Reading& reading, std::size_t verb) {
  const auto sentence = reading.passage_of(verb).words;
  for (auto at = sentence.first; at + 2 < sentence.last; ++at) {
    const bool leads = reading.words[at].is("voila") || reading.words[at].is("voici") ||
                       (reading.words[at].is("a") && at > sentence.first && reading.words[at - 1].is("y"));
    if (leads && (reading.words[at + 2].is("ans") || (at + 3 < sentence.last && reading.words[at + 3].is("ans")))) {
      const auto apart = at > verb ? at - verb : verb - at;
      return apart < 30;
    }
  }
  return false;
}

/// « Avant eux, A et B avaient déjà contractualisé avec C », « A avait auparavant signé … »: before the one that is told.
bool is_told_of_before(const Reading& reading, const SigningClause& clause) {
  if (clause.tense != Tense::earlier || !clause.signs()) return false;
  const auto sentence = reading.passage_of(clause.verb).words;
  if (reading.has_any({clause.verb > sentence.first + 3 ? clause.verb - 3 : sentence.first, std::min(clause.verb + 2, sentence.last)}, reading.lexicon.list("signing_clauses.before"))) return true;
  return sentence.first + 1 < clause.verb && reading.words[sentence.first].is("avant") && is_one_of(reading.words[sentence.first + 1], reading.lexicon.list("signing_clauses.them"));
}

/// « Le contrat conclu l'année précédente avec A demeure en vigueur », « la charte signée l'an dernier »: one that is there already.
bool goes_on_as_before(const Reading& reading, const SigningClause& clause) {
  constexpr std::size_t kYear = 5;
  if (!clause.is_bare || !clause.signs()) return false;
  const auto& words = reading.words;
  const auto last = reading.passage_of(clause.verb).words.last;
  for (auto at = clause.verb + 1; at + 1 < std::min(last, clause.verb + kYear); ++at) {
    if (is_one_of(words[at], reading.lexicon.list("signing_clauses.year")) && is_one_of(words[at + 1], reading.lexicon.list("signing_clauses.last_year"))) return true;
  }
  for (auto at = clause.verb + 1; at + 1 < last; ++at) {
    const bool stays = is_one_of(words[at], reading.lexicon.list("signing_clauses.stays"));
    if (stays && reading.has_any({at + 1, std::min(at + 3, last)}, reading.lexicon.list("signing_clauses.in_force"))) return true;
  }
  return false;
}

/// « Le contrat est entré en vigueur hier. Il avait été signé mercredi dernier. »: what the document tells, only in
/// another order.
bool is_told_late(const Reading& reading, const SigningClause& clause, std::optional<Day> today) {
  constexpr Day kRecent = 60;  // days before the document
  if (clause.tense != Tense::earlier || !clause.day || !today) return false;
  const auto& date = reading.dates.dates[reading.days[*clause.day].number].date;
  return date.kind() == DateKind::single && date.latest() >= *today - kRecent;
}

/// « Vendredi 9 juin, 11 h : signature de … »: who gives the hour invites.
bool names_an_hour(const Reading& reading, const WordRange& sentence) {
  for (auto at = sentence.first; at + 1 < sentence.last; ++at) {
    const auto& unit = reading.words[at + 1];
    if (reading.words[at].kind == WordKind::number && reading.words[at].folded.size() <= 2 && (unit.is("h") || unit.is("heures"))) return true;
  }
  return false;
}

/// « Le projet figure déjà dans le contrat conclu le 5 avril entre A et C », « en application de la convention signée … »: a text
/// that is only referred to, where another one is told.
bool is_referred_to(const Reading& reading, const std::vector<Instrument>& instruments, const SigningClause& clause) {
  constexpr std::size_t kDeterminer = 3, kBase = 9;
  if (!clause.is_bare || !clause.instrument || !clause.signs()) return false;
  const auto& one = instruments[*clause.instrument];
  const auto first = reading.passage_of(clause.verb).words.first;
  if (one.determiner < Determiner::definite || one.words.last > clause.verb || clause.verb - one.words.last > kDeterminer) return false;
  for (auto at = one.words.first; at > first && one.words.first - at < kDeterminer; --at) {
    if (!is_one_of(reading.words[at - 1], {"dans", "de", "du", "d", "a", "au", "par"})) continue;
    return reading.has_any({at > first + kBase + 1 ? at - kBase - 1 : first, at - 1}, reading.lexicon.list("signing_clauses.bases"));
  }
  return false;
}

/// Its day lies months before the last one that the text tells of.
bool is_long_before(const Reading& reading, const SigningClause& clause) {
  constexpr Day kMonths = 60;
  if (!clause.day) return false;
  const auto& date = reading.dates.dates[reading.days[*clause.day].number].date;
  const auto last = reading.dates.of_document ? std::optional(reading.dates.of_document->date.latest()) : last_day_told(reading);
  return last && date.is_exact_day() && date.latest() < *last - kMonths;
}

void tell_older(const Reading& reading, const std::vector<Instrument>& instruments, SigningClause& clause,
                std::optional<Day> today) {
  constexpr Day kAnnounced = 10;  // releases are written some days before what they tell as done
  constexpr Day kLongAgo = 400;   // days before the document
  if (clause.instrument && instruments[*clause.instrument].is_older && clause.sense != "renew") clause.is_older = true;
  if (clause.instrument && instruments[*clause.instrument].is_foreign) clause.is_older = true;
  if (tells_anniversary(reading, clause.verb)) clause.is_older = true;
  // « les conventions déjà passées avec A », « les accords précédemment conclus »
  static constexpr auto kBefore = std::to_array<std::string_view>({"deja", "precedemment", "anterieurement", "auparavant", "jadis", "naguere"});
  const bool begins_sentence = clause.verb <= reading.passage_of(clause.verb).words.first + 1;  // « Déjà signée par les deux maires, celle-ci … »
  if (clause.is_bare && !begins_sentence && clause.verb > 0 && is_one_of(reading.words[clause.verb - 1], kBefore)) clause.is_older = true;
  const auto sentence = reading.passage_of(clause.verb).words;
  const auto year = year_of_verb(reading, clause.verb, sentence);
  // « la convention, signée en 2019 par A et B, oblige … »: what is fresh is told by its day, or by its month.
  if (year && clause.is_bare && !reading.dates.of_document) clause.is_older = true;
  if (is_referred_to(reading, instruments, clause) && is_long_before(reading, clause)) clause.is_older = true;
  if (!today) return;
  if (year && last_day_of_year(*year) < *today - kLongAgo / 2) clause.is_older = true;
  if (!clause.day) return;
  const auto& date = reading.dates.dates[reading.days[*clause.day].number].date;
  if (date.kind() != DateKind::single) return;
  if (date.latest() < *today - kLongAgo) clause.is_older = true;
  // « A et B avaient conclu un accord-cadre le 31 janvier », months before what is told
  constexpr Day kMonths = 60;
  const bool is_another = clause.tense == Tense::earlier && clause.instrument && instruments[*clause.instrument].determiner == Determiner::indefinite;
  if (is_another && date.precision() != DatePrecision::year && date.latest() < *today - kMonths) clause.is_older = true;
  const bool may_be_to_come = clause.form == "noun" || clause.form == "infinitive" || clause.form == "present";
  if (may_be_to_come && clause.is_told() && date.is_exact_day() && date.earliest() > *today + (names_an_hour(reading, sentence) ? 0 : kAnnounced) &&
      reading.dates.of_document)
    clause.tense = Tense::planned;
}

/// « A et B l'ont mise en place », « Elle a été créée par A et B »: what the sentence before names.
bool founds_it(const Reading& reading, const SigningClause& clause) {
  constexpr std::size_t kNear = 3;
  if (clause.sense != "launch" || clause.form == "noun" || clause.form == "infinitive" || !clause.is_told()) return false;
  const auto first = reading.passage_of(clause.verb).words.first;
  const WordRange object{clause.verb > first + kNear ? clause.verb - kNear : first, clause.verb};
  return reading.has_any(object, reading.lexicon.list("signing_clauses.it")) || is_one_of(reading.words[first], reading.lexicon.list("signing_clauses.it_as_subject"));
}

/// « CONVENTION-CADRE », a heading of its own over « conclue à … le 11 mars ».
bool is_heading_over(const Reading& reading, std::size_t other, std::size_t sentence) {
  const auto is_head = [&](std::size_t s) {
    return reading.passages[s].kind == BlockKind::title || reading.passages[s].kind == BlockKind::heading;
  };
  return other < sentence && is_head(other) && is_head(sentence);
}

/// An instrument of the sentences before (three) and behind (one) in the same section, for a verb whose own sentence has
/// none: « Elle ne disposait d'aucun contrat local de santé. C'est chose faite : son président a signé … ».
std::optional<std::size_t> instrument_beside(const Reading& reading, const std::vector<Instrument>& instruments,
                                             std::size_t verb) {
  const auto sentence = static_cast<std::int64_t>(reading.words[verb].sentence);
  const auto section = reading.passages[static_cast<std::size_t>(sentence)].section;
  for (const auto step : {-1, 1, -2, -3}) {
    if (step == -3 && sentence > 4) continue;  // only below a title
    const auto other = sentence + step;
    if (other < 0 || other >= static_cast<std::int64_t>(reading.passages.size())) continue;
    const auto& passage = reading.passages[static_cast<std::size_t>(other)];
    const bool is_beside =
        passage.section == section ||
        is_heading_over(reading, static_cast<std::size_t>(other), static_cast<std::size_t>(sentence)) ||
        (passage.kind == BlockKind::title && (step == -1 || (step < 0 && sentence <= 4))) ||
        (step == 1 && sentence <= 3 && passage.kind == BlockKind::heading);  // a cover page whose lines come in another order
    if (!is_beside || passage.words.empty() || passage.is_question) continue;
    const auto begin = std::ranges::lower_bound(instruments, passage.words.first, {},
                                                [](const Instrument& one) { return one.words.first; });
    for (auto one = begin; one != instruments.end() && one->words.first < passage.words.last; ++one) {
      const bool are_they = step == -1 && one->is_plural && one->weight >= 1 && is_one_of(reading.words[reading.passages[static_cast<std::size_t>(sentence)].words.first], {"elles", "ils"});
      const bool is_meant = !one->is_older && !one->is_foreign && !one->is_planned &&
                            (are_they || one->weight >= 2 || one->determiner >= Determiner::definite ||
                             (step == -1 && one->weight >= 1 && !one->is_plural));
      if (is_meant) return static_cast<std::size_t>(one - instruments.begin());
    }
  }
  return std::nullopt;
}

/// « avait pris la suite de la convention signée en 1973 », « succède au contrat conclu en 2018 », « se substitue à la charte signée par … »
bool follows_in_place(const Reading& reading, const Instrument& one, std::size_t sentence_first) {
  constexpr std::size_t kNear = 4, kVerb = 3;
  const WordRange before{one.words.first > sentence_first + kNear ? one.words.first - kNear : sentence_first, one.words.first};
  for (auto at = before.first; at < before.last; ++at) {
    if (is_one_of(reading.words[at], reading.lexicon.list("signing_clauses.succeed"))) return true;
    const WordRange verb{at > sentence_first + kVerb ? at - kVerb : sentence_first, at};
    if (is_one_of(reading.words[at], reading.lexicon.list("signing_clauses.take_what")) && reading.has_any(verb, reading.lexicon.list("signing_clauses.take"))) return true;
  }
  return false;
}

/// « la convention passée avec A », « la convention que A va passer avec B », « A a passé avec B une convention »
bool passes(const Reading& reading, const Instrument& object, const SigningClause& clause) {
  constexpr std::size_t kSubject = 20, kPartner = 14, kDeterminer = 3;
  if (object.words.last <= clause.verb) {
    const auto from = object.words.last;
    if (clause.form == "participle" && clause.verb - from <= 1) return true;
    const bool is_relative = from < clause.verb && reading.has_any({from, std::min(from + 12, clause.verb)}, reading.lexicon.list("signing_clauses.that"));
    const auto last = reading.passage_of(clause.verb).words.last;
    const bool has_partner = clause.verb + 1 < last && is_one_of(reading.words[clause.verb + 1], {"avec", "entre", "par", "ensemble"});
    return is_relative && has_partner && clause.verb - from <= kSubject;
  }
  const auto from = clause.verb + 1, to = object.words.first;
  if (clause.is_bare || from > to || reading.has_any({from, to}, reading.lexicon.list("signing_clauses.of_another"))) {
    const bool has_partner = from < to && is_one_of(reading.words[from], {"avec"}) && !reading.has_any({from, to}, reading.lexicon.list("signing_clauses.other_clause"));
    return !clause.is_bare && has_partner && to - from <= kPartner && object.determiner != Determiner::none;
  }
  return to - from <= kDeterminer || (is_one_of(reading.words[from], {"avec"}) && to - from <= kPartner);
}

/// « Ce texte complète la convention du 1er janvier 2020, conclue pour trois ans »: the one before.
bool is_of_changed(const Reading& reading, const std::vector<Instrument>& instruments, const SigningClause& clause) {
  if (!clause.is_bare || !clause.instrument) return false;
  const auto& one = instruments[*clause.instrument];
  const auto first = reading.passage_of(clause.verb).words.first;
  if (one.determiner != Determiner::definite || one.words.last > clause.verb || one.words.first < first + 2) return false;
  return reading.has_any({one.words.first - 2, one.words.first}, reading.lexicon.list("signing_clauses.change")) || follows_in_place(reading, one, first);
}

/// « Le premier contrat, conclu pour 2017-2022, avait associé A et B »: what is told of the one before.
bool is_of_first_told_as_past(const Reading& reading, const std::vector<Instrument>& instruments, const SigningClause& clause) {
  constexpr std::size_t kReach = 12;
  if (!clause.is_bare || !clause.instrument) return false;
  const auto& one = instruments[*clause.instrument];
  if (one.ordinal != 1 || one.determiner != Determiner::definite || one.words.last > clause.verb) return false;
  return reading.has_any({clause.verb, std::min(clause.verb + kReach, reading.passage_of(clause.verb).words.last)}, reading.lexicon.list("signing_clauses.told_as_past"));
}

/// « met fin à la convention signée avec A », « a annulé la convention passée en mai »
bool is_of_ended(const Reading& reading, const std::vector<SigningClause>& clauses, std::size_t number) {
  const auto& one = clauses[number];
  const auto sentence = reading.words[one.verb].sentence;
  for (auto c = number; c-- > 0 && reading.words[clauses[c].verb].sentence == sentence;) {
    if (clauses[c].sense == "reject" && clauses[c].is_told() && one.instrument && clauses[c].instrument == one.instrument) return true;
  }
  return false;
}

/// « Une précédente convention avait été signée en 2013. Elle associait à la Ville … »: goes on about the older one.
void tell_what_older_bound(const Reading& reading, const std::vector<Instrument>& instruments, std::vector<SigningClause>& clauses) {
  constexpr std::size_t kHead = 3;
  for (auto& clause : clauses) {
    const auto sentence = reading.words[clause.verb].sentence;
    const auto& here = reading.passages[sentence].words;
    if (clause.form != "imperfect" || sentence == 0 || clause.verb > here.first + kHead || !is_one_of(reading.words[here.first], {"il", "elle", "ils", "elles"})) continue;
    const auto& before = reading.passages[sentence - 1];
    const auto is_before = [&](std::size_t at) { return before.words.holds(at); };
    const bool tells_older = before.section == reading.passages[sentence].section &&
                             (std::ranges::any_of(clauses, [&](const SigningClause& one) { return is_before(one.verb) && (one.is_older || one.tense == Tense::earlier); }) ||
                              std::ranges::any_of(instruments, [&](const Instrument& one) { return is_before(one.words.first) && one.is_older; }));
    const bool tells_new = std::ranges::any_of(clauses, [&](const SigningClause& one) {
      return is_before(one.verb) && one.signs() && !one.is_older && one.tense == Tense::past;
    });
    if (tells_older && !tells_new) clause.is_older = true;
  }
}

/// « … leurs conventions : comment les rédiger, qui les signe, … »: a question, no deed.
bool asks_who(const Reading& reading, std::size_t verb) {
  if (verb < reading.passage_of(verb).words.first + 3 || !reading.words[verb - 2].is("qui") || reading.words[verb - 3].kind != WordKind::mark) return false;
  return is_one_of(reading.words[verb - 1], {"les"});
}

}  // namespace

std::vector<SigningClause> find_signing_clauses(const Reading& reading, const std::vector<Instrument>& instruments) {
  std::vector<SigningClause> found;
  const auto& verbs = reading.lexicon.signing_verbs;
  for (const auto& passage : reading.passages) {
    if (passage.kind == BlockKind::contact || passage.words.empty()) continue;
    for (const auto& phrase : verbs.all(reading.words, passage.words.first, passage.words.last)) {
      SigningClause clause;
      clause.verb = phrase.first;
      clause.sense = verbs.field(*phrase.entry, "sense");
      read_verb(reading, verbs.field(*phrase.entry, "form"), passage, clause);
      if (signs_a_work(reading, clause, passage.words)) continue;
      if (clause.sense == "bind" && clause.is_reflexive && reading.words[clause.verb].folded.starts_with("reuni")) continue;  // « se réuniront »: a meeting
      clause.instrument = instrument_of(reading, instruments, phrase.first, passage.words);
      if (clause.sense == "born" && clause.form == "participle" && clause.tense == Tense::present) clause.tense = Tense::past;  // « est intervenu »
      if (clause.sense == "pass") {
        if (!clause.instrument || !passes(reading, instruments[*clause.instrument], clause)) continue;
        clause.sense = "sign";
      }
      if (clause.sense == "fulfil") {  // « … autorisait le maire à signer. Le 4 mai, c'était chose faite. »
        if (!fulfils_plan(reading, found, clause)) continue;
        clause.sense = "sign";
        clause.tense = Tense::past;
        clause.form = "preterite";
      }
      if (clause.sense == "echo") {  // « a fait de même » behind a signature
        const auto sentence = reading.words[phrase.first].sentence;
        const bool repeats = !found.empty() && found.back().signs() && found.back().is_told() &&
                             !found.back().is_older && sentence - reading.words[found.back().verb].sentence <= 2;
        if (!repeats) continue;
        clause.sense = "sign";
      }
      if (clause.form == "noun" && !found.empty() && found.back().signs() && clause.verb - found.back().verb <= 4 &&
          reading.words[clause.verb].sentence ==
              reading.words[found.back().verb].sentence) {  // « viendront apposer leur signature »
        clause.tense = found.back().tense;
      }
      if (clause.sense == "exchange") {  // « une lettre d'intention a été échangée », no other thing
        const auto written = reading.words.text_of(clause.verb, clause.verb + 1);
        const bool is_noun = written.ends_with("nge") ||
                             written.ends_with("nges");  // « par échange de lettres », « une journée d'échanges »
        if (is_noun || !clause.instrument || instruments[*clause.instrument].weight < 2) continue;
        clause.sense = "sign";
      }
      if (clause.sense == "join") {  // « par un avenant du 8 novembre, la commune rejoint le contrat »
        if (const auto amendment = amendment_of(instruments, passage.words)) clause.instrument = amendment;
      }
      if (clause.form == "participle" && clause.instrument) {  // « a présenté la convention signée par … »
        const auto& object = instruments[*clause.instrument].words;
        const bool is_joined = object.last <= clause.verb && clause.verb - object.last <= 2;
        clause.is_bare = clause.is_bare || (is_joined && !reading.has_any({object.last, clause.verb}, reading.lexicon.list("signing_clauses.auxiliaries")));
      }
      // « L'accord-cadre sera conclu avec un seul opérateur »: what is bought
      const bool is_tender = std::ranges::any_of(reading.cues_within(passage.words), [&](const auto& cue) { return reading.cue(cue) == "tender"; });
      clause.is_general = clause.is_general || (is_tender && clause.tense == Tense::planned) || defines_a_kind(reading, passage.words);
      clause.day = day_of_verb(reading, phrase.first, passage.words);
      clause.has_year = year_of_verb(reading, clause.verb, passage.words).has_value();
      if (!clause.day) clause.day = day_below(reading, clause.verb);
      found.push_back(std::move(clause));
    }
  }
  for (std::size_t c = 0; c < found.size(); ++c) {
    if (found[c].is_bare && found[c].sense == "sign" &&
        (is_of_ended(reading, found, c) || is_of_changed(reading, instruments, found[c]) ||
         is_of_continued(reading, instruments, found, c) || is_of_first_told_as_past(reading, instruments, found[c])))
      found[c].is_older = true;
    found[c].is_general = found[c].is_general || is_of_each(reading, found[c]) || asks_who(reading, found[c].verb);
  }
  drop_what_guests_came_for(reading, instruments, found);
  leave_days_to_participles(reading, reading.dates.of_document ? reading.dates.of_document->date.latest() : last_day_told(reading), found);
  const auto today = reference_day(reading, found);
  // « Depuis le 5 octobre, … La veille, une convention avait été signée »: without a date of its own, by what it tells
  const bool tells_another = std::ranges::any_of(found, [](const SigningClause& one) { return one.signs() && one.form != "infinitive" && one.form != "noun" && (one.tense == Tense::past || one.tense == Tense::present); });
  const bool tells_anew = std::ranges::any_of(found, [](const SigningClause& one) { return one.signs() && !one.is_bare && one.is_told() && one.form != "infinitive"; });
  const auto told = today || tells_another ? today : last_day_told(reading);
  for (auto& clause : found) {
    const bool is_before = ((tells_another || is_beside_another(reading, instruments, clause)) && is_told_of_before(reading, clause)) || (tells_anew && goes_on_as_before(reading, clause));
    if (!is_before && is_told_late(reading, clause, told)) clause.tense = Tense::past;
    const bool engages = clause.sense == "engage" && clause.form == "participle" && clause.is_reflexive;
    if (!clause.instrument && (clause.sense == "sign" || engages) && clause.is_told())
      clause.instrument = instrument_beside(reading, instruments, clause.verb);
    if (!clause.instrument && founds_it(reading, clause)) {
      const auto beside = instrument_beside(reading, instruments, clause.verb);
      if (beside && (instruments[*beside].type == "chair" || instruments[*beside].type == "consortium")) clause.instrument = beside;
    }
    tell_older(reading, instruments, clause, today);
    clause.is_older = clause.is_older || is_before;
  }
  tell_what_older_bound(reading, instruments, found);
  tell_own_stories(reading, instruments, found);
  mark_guides(reading, found);
  return found;
}

}  // namespace maillage::documents
