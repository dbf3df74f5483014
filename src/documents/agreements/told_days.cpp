// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/told_days.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "documents/lexicon/word_uses.hpp"

namespace maillage::documents {
namespace {

class DayTeller {
 public:
  DayTeller(const Findings& findings, const AgreementThread& thread)
      : findings_(findings), reading_(findings.reading), thread_(thread), facts_(findings) {}

  ToldDay find() {
    if (is_told_vaguely()) return found_;
    look_at_head();
    if (found_.day == nullptr) look_at_calendar();
    if (found_.day == nullptr) look_beside();
    if (found_.day == nullptr) look_at_meeting();
    if (found_.day == nullptr) look_below_question();
    if (found_.day == nullptr && thread_.shares_titles) look_around();
    if (found_.day == nullptr) look_at_introduction();
    return found_;
  }

 private:
  /// « ont signé la semaine dernière »: that is all the text tells of the day.
  bool is_told_vaguely() const {
    return !thread_.anchors.empty() && std::ranges::all_of(thread_.anchors, [&](std::size_t c) {
      const auto& clause = findings_.clauses[c];
      if (!clause.signs() || !clause.is_told()) return false;
      const auto days = Reading::within(reading_.days, reading_.passage_of(clause.verb).words);
      return days.size() == 1 && std::string_view(reading_.dates.dates[days.front().number].rule) == "whole" && facts_.date_of(days.front()).kind() != DateKind::single;
    });
  }

  /// « 12 octobre 2023 : signature », « 14 mars – Signature de la convention », a line of a calendar, the only one
  void look_at_calendar() {
    const Place* only = nullptr;
    for (const auto& clause : findings_.clauses) {
      if (!clause.signs() || clause.form != "noun" || clause.is_older) continue;
      const auto& line = reading_.passage_of(clause.verb).words;
      const auto days = Reading::within(reading_.days, {line.first, std::min(line.first + 1, line.last)});
      if (days.empty() || !facts_.date_of(days.front()).is_exact_day() || facts_.is_too_late(days.front())) continue;
      const auto behind = days.front().words.last;
      const bool is_keyed =
          behind < clause.verb && clause.verb <= behind + 2 && is_one_of(reading_.words[behind], {":", "–", "—", "-"});
      if (!is_keyed) continue;
      if (only != nullptr && !(facts_.date_of(*only) == facts_.date_of(days.front()))) return;
      only = &days.front();
    }
    if (only != nullptr) found_ = {only, .7, "day_of_a_calendar"};
  }
  /// « Trois conventions ont été signées le 5 mai. La première … »: the day of the verb that they share.
  void look_at_head() {
    // « Dans la foulée, il a signé … »: the day of what is told before.
    for (const auto c : thread_.anchors) {
      const auto& clause = findings_.clauses[c];
      const auto told = clause.is_member ? clause.day : day_told_before(clause);
      if (!told) continue;
      const auto& day = reading_.days[*told];
      if (facts_.date_of(day).kind() != DateKind::single || facts_.is_too_late(day)) continue;
      found_ = {&day, .75, "date_told_of_all"};
      return;
    }
  }

  std::optional<std::size_t> day_told_before(const SigningClause& clause) const {
    const auto sentence = reading_.words[clause.verb].sentence;
    const auto& here = reading_.passages[sentence];
    const auto cues = reading_.cues_within({here.words.first, std::min(here.words.last, clause.verb + 6)});
    if (std::ranges::none_of(cues, [&](const auto& cue) { return reading_.cue(cue) == "then"; })) return std::nullopt;
    constexpr std::uint32_t kBack = 5;  // « Lors de la même séance » below a heading of its own
    for (auto s = sentence; s-- > 0 && s + kBack >= sentence && reading_.passages[s].section == here.section;) {
      const SigningClause* told = nullptr;
      for (const auto c : findings_.clauses_of[s]) {
        const auto& before = findings_.clauses[c];
        if (before.signs() && before.is_told() && !before.is_older && before.form != "noun" && (told == nullptr || !told->day)) told = &before;
        if (s + 1 == sentence && before.signs() && before.is_told() && !before.is_older && before.day) return before.day;
      }
      if (told != nullptr) return told->day;
    }
    return std::nullopt;
  }

  /// « La convention d'origine, du 27 juillet »
  bool tells_of_older(std::size_t sentence) const {
    const auto& instruments = findings_.instruments_of[sentence];
    return !instruments.empty() && std::ranges::all_of(instruments, [&](std::size_t i) { return findings_.instruments[i].is_older; });
  }

  /// « La journée s'est achevée par la signature de … »: on the day told before, were it but a month.
  bool ends_meeting(const SigningClause& clause) const {
    const auto& words = reading_.words;
    return clause.form == "noun" && clause.verb > 2 && words[clause.verb - 1].is("la") && is_one_of(words[clause.verb - 2], {"par", "sur"});
  }

  /// « du 1er janvier 2023 au 31 décembre 2026 »
  bool begins_period(const Place& day, const WordRange& sentence) const {
    const auto periods = Reading::within(reading_.periods, sentence);
    return std::ranges::any_of(periods, [&](const Place& period) { return period.words.holds(day.words); });
  }

  /// « Depuis le mois d'avril, le site a sa règle du jeu. Les établissements l'ont adoptée en signant … »
  bool has_since(const Passage& passage, const Place& day) const {
    constexpr std::size_t kMonth = 5;
    return reading_.words[passage.words.first].is("depuis") && day.words.first < passage.words.first + kMonth && facts_.date_of(day).precision() == DatePrecision::month;
  }

  /// « étaient liées depuis le 1er janvier 2020 »
  bool bounds_since(const WordRange& sentence, const Place& day) const {
    constexpr std::size_t kNear = 3;
    return reading_.has_any({sentence.first, day.words.first}, std::to_array<std::string_view>({"etait", "etaient"})) &&
           reading_.has_any({day.words.first > sentence.first + kNear ? day.words.first - kNear : sentence.first, day.words.first}, std::to_array<std::string_view>({"depuis"}));
  }

  /// « Les équipes s'étaient rencontrées le 21 juin », « Le projet avait été présenté le 3 mai »: before what is told; « Le
  /// comité se réunira le 12 mai »: behind it.
  bool is_of_another_time(const Passage& passage, const Place& day) const {
    constexpr std::size_t kReach = 6;
    const auto from = std::max(passage.words.first + 1, day.words.first > kReach ? day.words.first - kReach : 0);
    for (auto at = from; at < day.words.first; ++at) {
      const auto& word = reading_.words[at];
      const bool had = is_one_of(word, {"avait", "avaient"}) && is_one_of(reading_.words[at + 1], {"ete", "eu"});
      const bool had_met = reading_.words[at - 1].is("s") && is_one_of(word, {"etait", "etaient"});
      constexpr auto kFuture = std::to_array<std::string_view>({"era", "ira", "dra", "eront", "iront", "dront"});
      const bool will = word.kind == WordKind::word && word.casing == Casing::lower && word.folded.size() > 4 &&
                        std::ranges::any_of(kFuture, [&](std::string_view end) { return word.folded.ends_with(end); });
      if (had || had_met || will) return true;
    }
    return false;
  }

  /// « Mardi 19 septembre, … . Ils ont signé … »: a day in the sentence before or behind, of no other verb.
  void look_beside() {
    for (const auto c : thread_.anchors) {
      const auto sentence = reading_.words[findings_.clauses[c].verb].sentence;
      const auto& here = reading_.passages[sentence];
      if (here.kind == BlockKind::title || here.kind == BlockKind::heading) continue;
      for (const auto step : {-1, -2, 1}) {
        const auto other = static_cast<std::int64_t>(sentence) + step;
        if (other < 0 || other >= static_cast<std::int64_t>(reading_.passages.size())) continue;
        const auto& passage = reading_.passages[static_cast<std::size_t>(other)];
        if (passage.block != here.block || tells_of_older(static_cast<std::size_t>(other))) continue;
        for (const auto& day : Reading::within(reading_.days, passage.words)) {
          if (facts_.is_of_document(day) || facts_.is_of_a_law(day) || facts_.is_of_amended(day) || !(facts_.date_of(day).is_exact_day() || ends_meeting(findings_.clauses[c]) || (step == -1 && has_since(passage, day))) || facts_.is_too_late(day)) continue;
          if (facts_.date_of(day).kind() != DateKind::single || facts_.date_of(day).precision() == DatePrecision::year) continue;
          if (bounds_since(passage.words, day) && !(step == -1 && has_since(passage, day))) continue;
          if (nearest_clause(findings_, day).clause != nullptr || begins_period(day, passage.words)) continue;
          if (is_day_of_opening(day, passage) || is_of_another_time(passage, day)) continue;
          if (reading_.dates.of_document && facts_.date_of(day).latest() + 60 < reading_.dates.of_document->date.earliest()) continue;
          found_ = {&day, .6, "date_of_the_sentence_beside"};
          return;
        }
      }
    }
  }

  /// « Mardi 4 février 2025, le comité s'est tenu … » and in a block behind: « Au cours de la réunion, … a été signé »,
  /// « À cette occasion »: the day of what is referred to.
  void look_at_meeting() {
    constexpr std::size_t kHead = 9;  // words in which the reference stands
    constexpr std::uint32_t kReach = 6;
    for (const auto c : thread_.anchors) {
      const auto sentence = reading_.words[findings_.clauses[c].verb].sentence;
      const auto& here = reading_.passages[sentence];
      const WordRange head{here.words.first, std::min(here.words.first + kHead, here.words.last)};
      const bool refers = std::ranges::any_of(reading_.cues_within(head), [&](const auto& cue) { return reading_.cue(cue) == "then"; });
      if (!refers) continue;
      for (auto s = sentence; s-- > 0 && s + kReach >= sentence;) {
        const auto& passage = reading_.passages[s];
        if (passage.section != here.section || passage.kind == BlockKind::contact || passage.is_quote) continue;
        for (const auto& day : Reading::within(reading_.days, passage.words)) {
          if (facts_.is_of_document(day) || facts_.is_of_a_law(day) || facts_.is_of_amended(day) || !facts_.date_of(day).is_exact_day() || facts_.is_too_late(day) || facts_.begins_or_ends_a_term(day)) continue;
          const auto role = facts_.role_of(day);
          if (role != DateRole::none && role != DateRole::event && role != DateRole::launch) continue;
          found_ = {&day, .65, "day_of_the_meeting"};
          return;
        }
      }
    }
  }

  /// « Lu dans le journal du 1er février 2018 »: a line at the head that names a day and no act.
  bool is_reference_line(const Passage& passage) const {
    constexpr std::size_t kLongest = 10;
    return passage.kind == BlockKind::title && passage.words.last - passage.words.first <= kLongest &&
           findings_.instruments_of[reading_.words[passage.words.first].sentence].empty();
  }

  /// « Jeudi 20 janvier, trois délégations sont venues signer »: the day of the introduction, before all agreements of the
  /// document, the only one that no verb claims for something else.
  void look_at_introduction() {
    constexpr std::size_t kBlocks = 8;
    const Place* only = nullptr;
    const auto begin = thread_.anchors.empty() ? std::size_t{0} : std::size_t{reading_.words[findings_.clauses[thread_.anchors.front()].verb].sentence};
    for (std::size_t s = 0; s < begin; ++s) {
      const auto& passage = reading_.passages[s];
      if (passage.words.empty() || passage.kind != BlockKind::paragraph || passage.is_quote || passage.block > kBlocks) continue;
      for (const auto& day : Reading::within(reading_.days, passage.words)) {
        if (facts_.is_of_document(day) || facts_.is_of_a_law(day) || facts_.is_of_amended(day) || !facts_.date_of(day).is_exact_day() || facts_.is_too_late(day) || facts_.begins_or_ends_a_term(day)) continue;
        const auto nearest = nearest_clause(findings_, day);
        const auto role = facts_.role_of(day);
        const bool is_scene = day.words.first <= passage.words.first + 3 && tells_of_signing(s);
        const bool is_of_another = nearest.clause != nullptr && nearest.clause->signs() && nearest.clause->instrument &&
                                   !findings_.instruments[*nearest.clause->instrument].is_plural;
        const bool may_be = role == DateRole::none || role == DateRole::event || role == DateRole::signature;
        if (!is_scene || is_of_another || !may_be) continue;
        if (only != nullptr && !(facts_.date_of(*only) == facts_.date_of(day))) return;
        only = &day;
      }
    }
    if (only == nullptr) return;
    found_ = {only, .55, "day_of_the_introduction"};
  }
  /// Names agreements or signing, there or in the next sentence of its block.
  bool tells_of_signing(std::size_t sentence) const {
    for (auto s = sentence; s < std::min(sentence + 2, reading_.passages.size()); ++s) {
      if (reading_.passages[s].block != reading_.passages[sentence].block) break;
      const bool signs = std::ranges::any_of(findings_.clauses_of[s], [&](std::size_t c) { return findings_.clauses[c].signs() && !findings_.clauses[c].is_older; });
      if (signs) return true;
    }
    return false;
  }

  /// « Quand ? Le 8 mars 2023 »
  void look_below_question() {
    constexpr std::size_t kShort = 4;
    for (const auto sentence : thread_.sentences) {
      if (sentence == 0) continue;
      const auto &question = reading_.passages[sentence - 1].words, &answer = reading_.passages[sentence].words;
      const auto days = Reading::within(reading_.days, {answer.first, std::min(answer.first + kShort, answer.last)});
      if (question.last - question.first > kShort || days.empty() || !facts_.date_of(days.front()).is_exact_day()) continue;
      if (!WordUses(reading_.lexicon.term_words, reading_.words).any(question.first, question.last, "asks_when")) continue;
      found_ = {&days.front(), .7, "day_asked_for"};
      return;
    }
  }
  /// « Le 12 avril s'ouvre l'exposition », « Le salon se tiendra du 3 au 5 », « Rendez-vous le 4 mai »: the day of something else.
  bool is_day_of_opening(const Place& day, const Passage& passage) const {
    constexpr std::size_t kNear = 5;
    const auto first = std::max(passage.words.first, day.words.first < kNear ? 0 : day.words.first - kNear);
    return reading_.has_any({first, std::min(passage.words.last, day.words.last + kNear)}, reading_.lexicon.list("told_days.opens"));
  }
  /// « - portes ouvertes le 21 mars », one line of an agenda
  bool names_other_event(std::uint32_t sentence) const {
    return reading_.passages[sentence].kind == BlockKind::item && findings_.section_of[sentence] == "agenda";
  }
  /// Nothing else: the one day of the weeks before the document that no verb of the text claims.
  void look_around() {
    constexpr Day kWeeks = 21;
    if (!reading_.dates.of_document || reading_.dates.of_document->date.kind() != DateKind::single) return;
    const auto& published = reading_.dates.of_document->date;
    const Place* only = nullptr;
    for (const auto sentence : thread_.sentences) {
      const auto& passage = reading_.passages[sentence];
      if (passage.is_quote || passage.kind == BlockKind::contact || is_reference_line(passage) || names_other_event(sentence)) continue;
      for (const auto& day : Reading::within(reading_.days, passage.words)) {
        const auto& date = facts_.date_of(day);
        if (facts_.is_of_document(day) || !date.is_exact_day() || facts_.begins_or_ends_a_term(day)) continue;
        if (date.latest() + kWeeks < published.earliest() || date.earliest() > published.latest()) continue;
        if (facts_.role_of(day) != DateRole::none || is_day_of_opening(day, passage) || is_of_another_time(passage, day)) continue;
        if (only != nullptr && !(facts_.date_of(*only) == date)) return;
        only = only == nullptr ? &day : only;
      }
    }
    if (only == nullptr) return;
    found_ = {only, .5, "only_recent_day"};
  }

  const Findings& findings_;
  const Reading& reading_;
  const AgreementThread& thread_;
  DayFacts facts_;
  ToldDay found_;
};

}  // namespace

bool is_done_before(const Findings& findings, const AgreementThread& thread) {
  static constexpr auto kBefore =
      std::to_array<std::string_view>({"deja", "auparavant", "precedemment", "anterieurement"});
  const auto& reading = findings.reading;
  const auto is_of_thread = [&](const SigningClause& clause) {
    return clause.instrument && std::ranges::all_of(thread.anchors, [&](std::size_t c) {
             return findings.clauses[c].instrument == clause.instrument;
           });
  };
  const auto is_told_by_verb = [&](const SigningClause& clause) {
    return clause.signs() && clause.is_told() && clause.day &&
           reading.lexicon.signing_verbs.at(reading.words, clause.verb, reading.words.size());
  };
  if (std::ranges::any_of(findings.clauses,
                          [&](const SigningClause& clause) { return is_of_thread(clause) && is_told_by_verb(clause); }))
    return false;
  return std::ranges::any_of(findings.clauses, [&](const SigningClause& clause) {
    const auto first = reading.passage_of(clause.verb).words.first;
    return clause.signs() && clause.form == "participle" && is_of_thread(clause) && !clause.day &&
           reading.has_any({clause.verb > first + 2 ? clause.verb - 2 : first, clause.verb + 2}, kBefore);
  });
}

ToldDay told_day(const Findings& findings, const AgreementThread& thread) { return DayTeller(findings, thread).find(); }

}  // namespace maillage::documents
