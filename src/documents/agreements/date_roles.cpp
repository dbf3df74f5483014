// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/date_roles.hpp"

#include <algorithm>
#include <array>

#include "documents/agreements/day_clauses.hpp"
#include "documents/agreements/told_days.hpp"
#include "documents/lexicon/word_uses.hpp"

namespace maillage::documents {
namespace {

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
  DateChooser(const Findings& findings, const AgreementThread& thread)
      : findings_(findings), reading_(findings.reading), thread_(thread), facts_(findings) {}

  AgreementDates choose(bool is_planned) {
    for (const auto sentence : thread_.sentences) {
      for (const auto& day : Reading::within(reading_.days, reading_.passages[sentence].words)) consider(day, sentence);
    }
    if (is_done_before(findings_, thread_)) return std::move(found_);
    if (best_ == nullptr && !is_planned) {
      const auto told = told_day(findings_, thread_);
      best_ = told.day;
      confidence_ = told.confidence;
      rule_ = told.rule;
    }
    if (best_ != nullptr && !is_planned) {
      found_.signed_on = {facts_.date_of(*best_), confidence_, facts_.span_of(*best_), rule_};
    }
    return std::move(found_);
  }

 private:
  void consider(const Place& day, std::uint32_t sentence) {
    if (leads_as_dateline(day) || (facts_.is_of_document(day) && !dates_the_signature(day) && !is_told(sentence)) || facts_.is_of_a_law(day) || facts_.is_of_amended(day) || facts_.date_of(day).kind() != DateKind::single) return;
    const auto nearest = nearest_clause(findings_, day);
    const bool is_term = facts_.begins_or_ends_a_term(day);
    auto role = nearest.clause == nullptr || is_term ? DateRole::none : role_of_clause(*nearest.clause);
    if (role != DateRole::signature && !is_term && (founds(day) || is_made_on(day) || is_below_signature(day) || is_asked_about(day) || happened(day, sentence))) role = DateRole::signature;
    if (!is_term && role == DateRole::none && (is_of_instrument(day, sentence) || is_keyed(day, nearest.clause))) role = DateRole::signature;
    if (role != DateRole::signature) {
      if (role != DateRole::none) found_.others.push_back({facts_.date_of(day), .7, facts_.span_of(day), name_of(role)});
      return;
    }
    if (facts_.is_too_late(day)) {
      found_.others.push_back({facts_.date_of(day), .6, facts_.span_of(day), name_of(DateRole::planned_signature)});
      return;
    }
    double weight = .95 - .01 * static_cast<double>(std::min<std::size_t>(nearest.distance, 40));
    if (!facts_.date_of(day).is_exact_day()) weight -= .15;
    if (facts_.date_of(day).precision() == DatePrecision::year) weight -= .25;
    const bool is_anchor = std::ranges::any_of(thread_.anchors, [&](auto c) { return reading_.words[findings_.clauses[c].verb].sentence == sentence; });
    if (!is_anchor) weight -= .1;
    if (nearest.clause != nullptr && nearest.clause->tense == Tense::earlier) weight -= .2;  // « La Région avait signé la veille »
    if (best_ == nullptr || weight > confidence_) {
      best_ = &day;
      confidence_ = weight;
      rule_ = "date_of_the_signing_verb";
    }
  }
  /// « MONTRIVEL (16 septembre 2021) – La commune et … », « Montrivel, le 16 septembre 2021. – »: before the sentence itself.
  bool leads_as_dateline(const Place& day) const {
    constexpr std::size_t kPlace = 8;
    constexpr auto kSmall = std::to_array<std::string_view>({"le", "la", "les", "l", "de", "du", "des", "d", "en", "sur", "sous", "et", "a", "au", "aux"});
    const auto& words = reading_.words;
    const auto first = reading_.passage_of(day.words.first).words.first;
    if (day.words.first == first || day.words.first > first + kPlace || !words[first].is_capital() || words[first].is("le")) return false;
    if (is_one_of(words[day.words.first - 1], {"du", "de"})) return false;  // « Convention du 3 mai – »
    const auto sentence = words[first].sentence;
    const bool names_act = std::ranges::any_of(findings_.clauses_of[sentence], [&](std::size_t c) { return findings_.clauses[c].verb < day.words.first; }) ||
                           std::ranges::any_of(findings_.instruments_of[sentence], [&](std::size_t i) { return findings_.instruments[i].words.first < day.words.first; });
    if (names_act) return false;
    for (auto at = first; at < day.words.first; ++at) {
      const bool may_be = words[at].is_capital() || is_one_of(words[at], {",", "(", "–", "—", "-"}) || is_one_of(words[at], kSmall) || words[at].joined == '-';
      if (!may_be) return false;
    }
    auto behind = day.words.last;
    if (behind < words.size() && is_one_of(words[behind], {")", "."})) ++behind;
    return behind + 2 < words.size() && is_one_of(words[behind], {"–", "—", "-"}) && words[behind].sentence == sentence && words[behind].joined == ' ';
  }
  /// « Date de signature : 14/02/2023 », « Fait à …, le 7 novembre 2022 »: the only date, but none of a release.
  bool dates_the_signature(const Place& day) const {
    const auto nearest = nearest_clause(findings_, day);
    const bool is_key = nearest.clause != nullptr && nearest.clause->verb < day.words.first && day.words.first - nearest.clause->verb <= 3 && role_of_clause(*nearest.clause) == DateRole::signature;
    return is_key || is_made_on(day) || is_below_signature(day) || is_asked_about(day);
  }
  /// « Signature du contrat … », a title, over « Mardi 12 décembre 2023, 18 h, … »
  bool is_below_signature(const Place& day) const {
    const auto sentence = reading_.words[day.words.first].sentence;
    const auto first = reading_.passages[sentence].words.first;
    if (sentence == 0 || day.words.first > first + 1 || !reading_.lexicon.weekdays.at(reading_.words, first, day.words.last)) return false;
    const auto kind = reading_.passages[sentence - 1].kind;
    if (kind != BlockKind::title && kind != BlockKind::heading) return false;
    return std::ranges::any_of(findings_.clauses_of[sentence - 1], [&](std::size_t c) { return findings_.clauses[c].signs() && findings_.clauses[c].form == "noun" && findings_.clauses[c].tense == Tense::past; });
  }
  /// « Que change la convention signée le 4 mars ? »
  bool is_asked_about(const Place& day) const {
    constexpr std::size_t kNear = 3;
    if (!reading_.passage_of(day.words.first).is_question) return false;
    return std::ranges::any_of(findings_.clauses_of[reading_.words[day.words.first].sentence], [&](std::size_t c) {
      const auto& clause = findings_.clauses[c];
      if (clause.sense != "sign" || clause.form != "participle" || !clause.is_bare || clause.is_older || !clause.instrument) return false;
      const auto& one = findings_.instruments[*clause.instrument];
      return one.determiner >= Determiner::definite && one.words.last <= clause.verb && clause.verb < day.words.first && day.words.first - clause.verb <= kNear;
    });
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
  /// « ont créé, mardi 9 mars, la chaire », « s'est engagée le 4 mai »: the day of an anchor that does not sign.
  bool founds(const Place& day) const {
    return std::ranges::any_of(thread_.anchors, [&](auto c) {
      const auto& clause = findings_.clauses[c];
      if (clause.sense == "launch" && clause.instrument && findings_.instruments[*clause.instrument].type == "consortium") return false;  // its texts came before
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
    constexpr std::size_t kReach = 8;
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
    if (facts_.date_of(day).latest() + kRecent < published.earliest() || facts_.date_of(day).earliest() > published.latest()) return false;
    return std::ranges::any_of(findings_.instruments_of[sentence], [&](std::size_t i) {
      const auto& one = findings_.instruments[i];
      return one.words.last < before && before - one.words.last < kGap && !one.is_older && !one.is_foreign && !one.is_planned;
    });
  }
  const Findings& findings_;
  const Reading& reading_;
  const AgreementThread& thread_;
  DayFacts facts_;
  AgreementDates found_;
  const Place* best_ = nullptr;
  double confidence_ = 0;
  const char* rule_ = "";
};

}  // namespace

DateRole role_of_day(const Findings& findings, std::size_t day) { return DayFacts(findings).role_of(findings.reading.days[day]); }

AgreementDates find_agreement_dates(const Findings& findings, const AgreementThread& thread, bool is_planned) {
  return DateChooser(findings, thread).choose(is_planned);
}

}  // namespace maillage::documents
