// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/date_roles.hpp"

#include <algorithm>
#include <array>

#include "documents/lexicon/word_uses.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kFar = 80;  // words beyond which a date belongs to no verb

struct Nearest {
  const SigningClause* clause = nullptr;
  std::size_t distance = 0;
};

bool has_verb_before(const Findings& findings, const Place& day) {
  return std::ranges::any_of(findings.clauses_of[findings.reading.words[day.words.first].sentence],
                             [&](std::size_t c) { return findings.clauses[c].verb < day.words.first && findings.clauses[c].sense != "bind"; });
}

/// « Réunis le 4 juin, ils ont donné une suite au protocole adopté en 2019 », « du 8 novembre … ont signé en 2022 »
bool has_date_of_its_own(const Reading& reading, const SigningClause& clause, const Place& day) {
  constexpr std::size_t kNear = 6;
  const bool is_far = day.words.first < clause.verb || day.words.first > clause.verb + kNear;
  if (clause.has_year && is_far) return true;
  if (clause.signs() || !clause.day || !is_far) return false;
  const auto& own = reading.days[*clause.day].words;
  return own != day.words && own.first > clause.verb && own.first <= clause.verb + kNear;
}

/// The clause whose verb stands nearest to a date, none behind a semicolon.
Nearest nearest_clause(const Findings& findings, const Place& day) {
  const auto& reading = findings.reading;
  Nearest best;
  for (const auto c : findings.clauses_of[reading.words[day.words.first].sentence]) {
    const auto& clause = findings.clauses[c];
    if (has_date_of_its_own(findings.reading, clause, day)) continue;
    if (clause.sense == "bind" || clause.sense == "succeed" || clause.sense == "join" || clause.sense == "announce" || clause.sense == "born") continue;
    const bool is_after = day.words.first > clause.verb;
    const auto from = is_after ? clause.verb : day.words.last, to = is_after ? day.words.first : clause.verb;
    auto distance = to > from ? to - from : 0;
    if (!is_after && has_verb_before(findings, day)) distance += 4;  // « prendra effet au 1er janvier et s'achèvera le … »
    bool is_cut = distance > kFar;
    for (auto at = from; at < to && !is_cut; ++at) {
      is_cut = is_cut || reading.words[at].is(";") || (is_after && clause.is_bare && is_one_of(reading.words[at], {"sera", "seront"}));
      if (is_after && reading.words[at].is(",")) distance += 4;  // a date belongs to the verb of its own part of the sentence
    }
    if (is_cut || (best.clause != nullptr && distance >= best.distance)) continue;
    best = {&clause, distance};
  }
  // « avait été adoptée et paraphée », « a été entérinée par la signature de »: of two verbs side by side the one that signs.
  for (const auto c : findings.clauses_of[reading.words[day.words.first].sentence]) {
    const auto& clause = findings.clauses[c];
    if (best.clause != nullptr && clause.signs() && !best.clause->signs() && clause.verb > best.clause->verb && clause.verb - best.clause->verb <= (clause.form == "noun" && clause.verb > 1 && findings.reading.words[clause.verb - 2].is("par") ? 9U : 2U)) best.clause = &clause;
  }
  return best;
}

DateRole role_of(const SigningClause& clause) {
  if (clause.signs() || (clause.sense == "engage" && clause.form == "participle") || clause.sense == "pen") {
    if (clause.is_older) return DateRole::older;
    if (clause.tense == Tense::planned) return DateRole::planned_signature;
    return clause.tense == Tense::past || clause.tense == Tense::present ? DateRole::signature : DateRole::none;
  }
  if (clause.sense == "adopt") return DateRole::vote;
  if (clause.sense == "enter") return DateRole::entry_into_force;
  if (clause.sense == "end") return DateRole::end;
  if (clause.sense == "launch") return DateRole::launch;
  if (clause.sense == "event") return DateRole::event;
  return DateRole::none;
}

const char* name_of(DateRole role) {
  switch (role) {
    case DateRole::planned_signature: return "planned_signature";
    case DateRole::vote: return "vote";
    case DateRole::entry_into_force: return "entry_into_force";
    case DateRole::end: return "end";
    case DateRole::launch: return "launch";
    case DateRole::event: return "event";
    case DateRole::older: return "older_agreement";
    default: return "other";
  }
}

class DateChooser {
 public:
  DateChooser(const Findings& findings, const AgreementThread& thread) : findings_(findings), reading_(findings.reading), thread_(thread) {}

  AgreementDates choose(bool is_planned) {
    for (const auto sentence : thread_.sentences) {
      for (const auto& day : Reading::within(reading_.days, reading_.passages[sentence].words)) consider(day, sentence);
    }
    if (best_ == nullptr && !is_planned) look_at_head();
    if (best_ == nullptr && !is_planned) look_beside();
    if (best_ == nullptr && !is_planned) look_at_meeting();
    if (best_ == nullptr && !is_planned) look_below_question();
    if (best_ == nullptr && !is_planned && thread_.shares_titles) look_around();
    if (best_ == nullptr && !is_planned) look_at_introduction();
    if (best_ != nullptr && !is_planned) {
      found_.signed_on = {date_of(*best_), confidence_, span_of(*best_), rule_};
    }
    return std::move(found_);
  }

 private:
  const PartialDate& date_of(const Place& day) const { return reading_.dates.dates[day.number].date; }
  Span span_of(const Place& day) const { return reading_.dates.dates[day.number].span; }
  /// « la loi du 10 août 2007 »
  bool is_of_a_law(const Place& day) const {
    static constexpr auto kLaws = std::to_array<std::string_view>({"loi", "decret", "arrete", "ordonnance", "circulaire", "directive"});
    return reading_.has_any({day.words.first > 3 ? day.words.first - 3 : 0, day.words.first}, kLaws);
  }
  bool is_of_document(const Place& day) const {
    return reading_.dates.of_document && reading_.dates.of_document->span == reading_.dates.dates[day.number].span;
  }

  void consider(const Place& day, std::uint32_t sentence) {
    if ((is_of_document(day) && !dates_the_signature(day) && !is_told(sentence)) || is_of_a_law(day) || date_of(day).kind() != DateKind::single) return;
    const auto nearest = nearest_clause(findings_, day);
    const bool is_term = begins_or_ends_a_term(day);
    auto role = nearest.clause == nullptr || is_term ? DateRole::none : role_of(*nearest.clause);
    if (role != DateRole::signature && !is_term && (founds(day) || is_made_on(day) || happened(day, sentence))) role = DateRole::signature;
    if (!is_term && role == DateRole::none && (is_of_instrument(day, sentence) || is_keyed(day, nearest.clause))) role = DateRole::signature;
    if (role != DateRole::signature) {
      if (role != DateRole::none) found_.others.push_back({date_of(day), .7, span_of(day), name_of(role)});
      return;
    }
    if (is_too_late(day)) {
      found_.others.push_back({date_of(day), .6, span_of(day), name_of(DateRole::planned_signature)});
      return;
    }
    double weight = .95 - .01 * static_cast<double>(std::min<std::size_t>(nearest.distance, 40));
    if (!date_of(day).is_exact_day()) weight -= .15;
    if (date_of(day).precision() == DatePrecision::year) weight -= .25;
    const bool is_anchor = std::ranges::any_of(thread_.anchors, [&](auto c) { return reading_.words[findings_.clauses[c].verb].sentence == sentence; });
    if (!is_anchor) weight -= .1;
    if (best_ == nullptr || weight > confidence_) {
      best_ = &day;
      confidence_ = weight;
      rule_ = "date_of_the_signing_verb";
    }
  }
  /// « Date de signature : 14/02/2023 », « Fait à …, le 7 novembre 2022 »: the only date, but none of a release.
  bool dates_the_signature(const Place& day) const {
    const auto nearest = nearest_clause(findings_, day);
    const bool is_key = nearest.clause != nullptr && nearest.clause->verb < day.words.first && day.words.first - nearest.clause->verb <= 3 && role_of(*nearest.clause) == DateRole::signature;
    return is_key || is_made_on(day);
  }
  bool is_made_on(const Place& day) const {
    constexpr std::size_t kPlace = 8;
    const auto& words = reading_.words;
    const auto first = reading_.passage_of(day.words.first).words.first;
    for (auto at = day.words.first; at > first + 1 && day.words.first - at < kPlace; --at) {
      if (words[at - 2].is("fait") && (words[at - 1].is("a") || words[at - 1].is("en")) && words[at - 2].casing != Casing::lower) return true;
    }
    return false;
  }
  /// A sentence that tells the signature is no dateline, where the document has no other date than its day.
  bool is_told(std::uint32_t sentence) const {
    return std::ranges::any_of(thread_.anchors, [&](auto c) { return reading_.words[findings_.clauses[c].verb].sentence == sentence; });
  }
  /// « à compter du 1er novembre », « jusqu'au 31 août »
  bool begins_or_ends_a_term(const Place& day) const {
    static constexpr auto kTerms = std::to_array<std::string_view>({"compter", "partir", "jusqu", "ici", "des", "avant"});
    const auto first = reading_.passage_of(day.words.first).words.first;
    for (auto at = day.words.first > first + 3 ? day.words.first - 3 : first; at < day.words.first; ++at) {
      const bool is_article = reading_.words[at].is("des") && reading_.words.text_of(at, at + 1) == "des";  // « des trois organismes mercredi »
      if (is_one_of(reading_.words[at], kTerms) && !is_article) return true;
    }
    return false;
  }
  /// « ont créé, mardi 9 mars, la chaire », « s'est engagée le 4 mai »: the day of an anchor that does not sign.
  bool founds(const Place& day) const {
    return std::ranges::any_of(thread_.anchors, [&](auto c) {
      const auto& clause = findings_.clauses[c];
      const bool is_below = clause.day && &reading_.days[*clause.day] == &day && reading_.words[clause.verb].sentence != reading_.words[day.words.first].sentence;
      if (is_below && clause.signs() && clause.tense == Tense::past) return true;  // « Signée le », and the day a line below
      const auto distance = clause.verb > day.words.first ? clause.verb - day.words.last : day.words.first - clause.verb;
      return !clause.signs() && (clause.tense == Tense::past || clause.sense == "bind") && clause.day && &reading_.days[*clause.day] == &day && distance <= 6;
    });
  }
  /// « Date de signature : 4 avril 2022 »
  bool is_keyed(const Place& day, const SigningClause* clause) const {
    const auto before = day.words.first;
    return clause != nullptr && clause->form == "noun" && clause->signs() && !clause->is_older && before >= clause->verb + 2 && before <= clause->verb + 3 &&
           reading_.words[clause->verb + 1].is(":");
  }
  /// « Prévue le 12, la signature a finalement eu lieu le 26 mars »
  bool happened(const Place& day, std::uint32_t sentence) const {
    constexpr std::size_t kReach = 5;
    const auto first = reading_.passages[sentence].words.first;
    const bool names_signature = std::ranges::any_of(findings_.clauses_of[sentence], [&](std::size_t c) {
      const auto& clause = findings_.clauses[c];
      return clause.signs() && clause.form == "noun" && !clause.is_older && clause.verb < day.words.first;
    });
    const WordUses uses(reading_.lexicon.term_words, reading_.words);
    for (auto at = day.words.first; names_signature && at > first && at + kReach > day.words.first;) {
      --at;
      if (uses.phrase(at, day.words.first, "happened") > 0) return true;
    }
    return false;
  }
  /// « un avenant du 8 novembre », of this thread and not long before the document.
  bool is_of_instrument(const Place& day, std::uint32_t sentence) const {
    constexpr std::size_t kGap = 4;
    constexpr Day kRecent = 120;
    const auto before = day.words.first;
    if (before == 0 || !(reading_.words[before - 1].is("du") || reading_.words[before - 1].is("le")) || !reading_.dates.of_document) return false;
    const auto& published = reading_.dates.of_document->date;
    if (date_of(day).latest() + kRecent < published.earliest() || date_of(day).earliest() > published.latest()) return false;
    return std::ranges::any_of(findings_.instruments_of[sentence], [&](std::size_t i) {
      const auto& one = findings_.instruments[i];
      return one.words.last < before && before - one.words.last < kGap && !one.is_older && !one.is_foreign && !one.is_planned;
    });
  }
  /// After the day of the document: no signature that it could tell.
  bool is_too_late(const Place& day) const {
    return reading_.dates.of_document && reading_.dates.of_document->date.kind() == DateKind::single &&
           date_of(day).earliest() > reading_.dates.of_document->date.latest() + 31;
  }

  /// « Trois conventions ont été signées le 5 mai. La première … »: the day of the verb that they share.
  void look_at_head() {
    // « Dans la foulée, il a signé … »: the day of what is told before.
    for (const auto c : thread_.anchors) {
      const auto& clause = findings_.clauses[c];
      const auto told = clause.is_member ? clause.day : day_told_before(clause);
      if (!told) continue;
      const auto& day = reading_.days[*told];
      if (date_of(day).kind() != DateKind::single || is_too_late(day)) continue;
      best_ = &day;
      confidence_ = .75;
      rule_ = "date_told_of_all";
      return;
    }
  }

  std::optional<std::size_t> day_told_before(const SigningClause& clause) const {
    const auto sentence = reading_.words[clause.verb].sentence;
    const auto& here = reading_.passages[sentence];
    const auto cues = reading_.cues_within({here.words.first, std::min(here.words.last, clause.verb + 6)});
    if (sentence == 0 || reading_.passages[sentence - 1].section != here.section || std::ranges::none_of(cues, [&](const auto& cue) { return reading_.cue(cue) == "then"; })) return std::nullopt;
    for (const auto c : findings_.clauses_of[sentence - 1]) {
      const auto& before = findings_.clauses[c];
      if (before.signs() && before.is_told() && !before.is_older && before.day) return before.day;
    }
    return std::nullopt;
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
        if (passage.block != here.block) continue;
        for (const auto& day : Reading::within(reading_.days, passage.words)) {
          if (is_of_document(day) || is_of_a_law(day) || !date_of(day).is_exact_day() || is_too_late(day)) continue;
          if (nearest_clause(findings_, day).clause != nullptr) continue;
          if (reading_.dates.of_document && date_of(day).latest() + 60 < reading_.dates.of_document->date.earliest()) continue;
          best_ = &day;
          confidence_ = .6;
          rule_ = "date_of_the_sentence_beside";
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
          if (is_of_document(day) || is_of_a_law(day) || !date_of(day).is_exact_day() || is_too_late(day) || begins_or_ends_a_term(day)) continue;
          const auto nearest = nearest_clause(findings_, day);
          const auto role = nearest.clause == nullptr ? DateRole::none : role_of(*nearest.clause);
          if (role != DateRole::none && role != DateRole::event && role != DateRole::launch) continue;
          best_ = &day;
          confidence_ = .65;
          rule_ = "day_of_the_meeting";
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
        if (is_of_document(day) || is_of_a_law(day) || !date_of(day).is_exact_day() || is_too_late(day) || begins_or_ends_a_term(day)) continue;
        const auto nearest = nearest_clause(findings_, day);
        const auto role = nearest.clause == nullptr ? DateRole::none : role_of(*nearest.clause);
        const bool is_scene = day.words.first <= passage.words.first + 3 && tells_of_signing(s);
        const bool is_of_another = nearest.clause != nullptr && nearest.clause->signs() && nearest.clause->instrument &&
                                   !findings_.instruments[*nearest.clause->instrument].is_plural;
        const bool may_be = role == DateRole::none || role == DateRole::event || role == DateRole::signature;
        if (!is_scene || is_of_another || !may_be) continue;
        if (only != nullptr && !(date_of(*only) == date_of(day))) return;
        only = &day;
      }
    }
    if (only == nullptr) return;
    best_ = only;
    confidence_ = .55;
    rule_ = "day_of_the_introduction";
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
      if (question.last - question.first > kShort || days.empty() || !date_of(days.front()).is_exact_day()) continue;
      if (!reading_.has_any(question, std::to_array<std::string_view>({"quand", "date"}))) continue;
      best_ = &days.front();
      confidence_ = .7;
      rule_ = "day_asked_for";
      return;
    }
  }
  /// Nothing else: the one day of the weeks before the document that no verb of the text claims.
  void look_around() {
    constexpr Day kWeeks = 21;
    if (!reading_.dates.of_document || reading_.dates.of_document->date.kind() != DateKind::single) return;
    const auto& published = reading_.dates.of_document->date;
    const Place* only = nullptr;
    for (const auto sentence : thread_.sentences) {
      const auto& passage = reading_.passages[sentence];
      if (passage.is_quote || passage.kind == BlockKind::contact || is_reference_line(passage)) continue;
      for (const auto& day : Reading::within(reading_.days, passage.words)) {
        const auto& date = date_of(day);
        if (is_of_document(day) || !date.is_exact_day() || begins_or_ends_a_term(day)) continue;
        if (date.latest() + kWeeks < published.earliest() || date.earliest() > published.latest()) continue;
        const auto nearest = nearest_clause(findings_, day);
        if (nearest.clause != nullptr && role_of(*nearest.clause) != DateRole::none) continue;
        if (only != nullptr && !(date_of(*only) == date)) return;
        only = only == nullptr ? &day : only;
      }
    }
    if (only == nullptr) return;
    best_ = only;
    confidence_ = .5;
    rule_ = "only_recent_day";
  }

  const Findings& findings_;
  const Reading& reading_;
  const AgreementThread& thread_;
  AgreementDates found_;
  const Place* best_ = nullptr;
  double confidence_ = 0;
  const char* rule_ = "";
};

}  // namespace

DateRole role_of_day(const Findings& findings, std::size_t day) {
  const auto nearest = nearest_clause(findings, findings.reading.days[day]);
  return nearest.clause == nullptr ? DateRole::none : role_of(*nearest.clause);
}

AgreementDates find_agreement_dates(const Findings& findings, const AgreementThread& thread, bool is_planned) {
  return DateChooser(findings, thread).choose(is_planned);
}

}  // namespace maillage::documents
