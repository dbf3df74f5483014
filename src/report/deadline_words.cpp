// SPDX-License-Identifier: Apache-2.0
#include "report/deadline_words.hpp"

#include <algorithm>

#include "report/agreement_facts.hpp"

namespace maillage {
namespace {

bool is_known(Day day) { return day > kDistantPast && day < kDistantFuture; }

std::string in_words(CalendarDuration duration, const Language& language) {
  std::vector<std::string> parts;
  if (duration.months >= 12) parts.push_back(language.say_count("unit.years", duration.months / 12));
  if (duration.months % 12 != 0) parts.push_back(language.say_count("unit.months", duration.months % 12));
  if (duration.days != 0 || parts.empty()) parts.push_back(language.say_count("unit.days", duration.days));
  return language.list(parts);
}

std::string between(std::string_view key, Day earliest, Day latest, const Language& language) {
  const bool has_first = is_known(earliest), has_last = is_known(latest);
  const auto* kind = !has_first && !has_last ? ".unknown"
                     : !has_first            ? ".until"
                     : !has_last             ? ".from"
                     : earliest == latest    ? ".exact"
                                             : ".between";
  return language.say(std::string(key) + kind, {{"first", has_first ? language.date(earliest) : std::string()},
                                                {"last", has_last ? language.date(latest) : std::string()}});
}

/// The parts of a rule, one after the other.
class Rule {
 public:
  Rule(const DataSet& data, const Decision& decision, const Language& language)
      : data_(data), a_(decision.agreement), d_(decision.deadline), language_(language) {}

  std::string text() {
    end();
    if (d_.notice) add("deadline.rule.notice", {{"duration", in_words(*d_.notice, language_)}});
    if (d_.counted_forward > kDistantPast) {
      add("deadline.rule.forward", {{"date", language_.date(d_.counted_forward)}});
    }
    renewal();
    if (d_.announced_successor != kNone) {
      add("deadline.rule.announced", {{"agreement", title(d_.announced_successor)}});
    }
    return text_;
  }

 private:
  std::string title(Index agreement) const { return language_.quoted(data_.title_of_agreement(agreement)); }

  void add(std::string_view key, const Arguments& arguments = {}) { add_text(language_.say(key, arguments)); }
  void add_text(const std::string& text) {
    if (!text_.empty()) text_ += language_.say("deadline.rule.separator");
    text_ += text;
  }

  void end() {
    const auto end = between("deadline.rule.end", d_.term_end_earliest, d_.term_end_latest, language_);
    const bool has_end = is_known(d_.term_end_earliest) || is_known(d_.term_end_latest);
    std::vector<std::string> how;
    if (has_end) how = how_the_end_is_known();
    if (how.empty()) return add_text(end);
    add("deadline.rule.end.how", {{"end", end}, {"how", joined(how)}});
  }

  std::string joined(const std::vector<std::string>& parts) const {
    std::string all;
    for (const auto& part : parts) all += (all.empty() ? "" : ", ") + part;
    return all;
  }

  static bool is_doubtful(const PartialDate& date) { return date.qualifier() != DateQualifier::none; }
  static bool is_read(const PartialDate& date) {
    return date.kind() == DateKind::single && (!date.is_exact_day() || is_doubtful(date));
  }

  // How a date that is not one certain day is read.
  void add_reading(std::string_view coarse, const PartialDate& date, std::vector<std::string>& how) const {
    if (!is_read(date)) return;
    if (!date.is_exact_day()) how.push_back(language_.say(coarse, {{"date", language_.date(date)}}));
    if (is_doubtful(date)) how.push_back(language_.say("deadline.rule.doubtful"));
  }

  std::vector<std::string> how_the_end_is_known() const {
    const auto& t = data_.agreements;
    std::vector<std::string> how;
    const auto v = validity_of(data_, a_);
    if (d_.extended_by != kNone) {
      how.push_back(language_.say("deadline.rule.amended", {{"agreement", title(d_.extended_by)}}));
    } else if (v.end_rule == EndRule::computed) {
      const bool from_start = v.counted_from == Validity::CountedFrom::start;
      const auto& date = from_start ? t.valid_from[a_] : t.signed_on[a_];
      how.push_back(language_.say(from_start ? "deadline.rule.from_start" : "deadline.rule.from_signature",
                                  {{"duration", duration_in_words(t.duration[a_], language_)}, {"date", language_.date(date)}}));
      if (from_start) add_reading("deadline.rule.coarse_start", date, how);
    } else if (const auto stated = t.valid_to[a_]; is_read(stated)) {
      add_reading("deadline.rule.coarse", stated, how);
    } else if (v.stated_end() && v.stated_end() != d_.term_end_latest) {
      how.push_back(language_.say("deadline.rule.stated", {{"date", language_.date(*v.stated_end())}}));
    }
    if (d_.renewals_run > 0) how.push_back(renewals());
    return how;
  }

  std::string renewals() const {
    auto count = language_.say_count("deadline.rule.renewals", d_.renewals_run);
    const auto renewed = data_.agreements.renewal_duration[a_];
    if (renewed.empty()) return count;
    return language_.say("deadline.rule.renewals_of", {{"renewals", count}, {"duration", duration_in_words(renewed, language_)}});
  }

  void renewal() {
    const bool is_unsaid = std::ranges::find(d_.missing, MissingFact::renewal) != d_.missing.end();
    if (is_unsaid) add("deadline.rule.renewal_unsaid");
    if (d_.is_last_term) add("deadline.rule.last_term");
    const bool is_excluded = data_.agreements.renewal[a_] == Renewal::none;
    if (d_.act == DeadlineAct::replace && is_excluded && !d_.is_last_term) add("deadline.rule.no_renewal");
    if (!is_unsaid && !d_.is_last_term) {
      if (d_.act == DeadlineAct::renew) add("deadline.rule.express");
      if (d_.act == DeadlineAct::give_notice) add("deadline.rule.tacit");
    }
    if (d_.length_is_assumed) add("deadline.rule.assumed_length");
  }

  const DataSet& data_;
  Index a_;
  const Deadline& d_;
  const Language& language_;
  std::string text_;
};

// Titles in a list; beyond a dozen their number.
std::string some_titles(const std::vector<std::string>& titles, const Language& language) {
  constexpr std::size_t kNamed = 12;
  auto named = titles;
  named.resize(std::min(named.size(), kNamed));
  if (titles.size() > kNamed) {
    named.push_back(language.say_count("deadline.note.more", static_cast<std::int64_t>(titles.size() - kNamed)));
  }
  return language.list(named);
}

void note(std::string_view key, const std::vector<std::string>& titles, const Language& language,
          std::vector<std::string>& notes) {
  if (titles.empty()) return;
  notes.push_back(language.say_count(key, static_cast<std::int64_t>(titles.size()),
                                     {{"agreements", some_titles(titles, language)}}));
}

}  // namespace

std::string act_by_in_words(const Deadline& d, const Language& language) {
  if (d.state == DeadlineState::unknown) return between("deadline.unknown_day", d.earliest, d.latest, language);
  return between("deadline.day", d.earliest, d.latest, language);
}

std::string deadline_rule(const DataSet& data, const Decision& decision, const Language& language) {
  return Rule(data, decision, language).text();
}

std::string otherwise_in_words(const Deadline& d, const Language& language) {
  if (d.otherwise == Otherwise::not_known) return language.say("deadline.otherwise.not_known");
  if (d.otherwise == Otherwise::ends) {
    return between("deadline.otherwise.ends", d.term_end_earliest, d.term_end_latest, language);
  }
  if (!is_known(d.goes_on_until)) return language.say("deadline.otherwise.goes_on_without_end");
  const bool is_exact = d.term_end_earliest == d.term_end_latest;
  return language.say(is_exact ? "deadline.otherwise.goes_on" : "deadline.otherwise.goes_on_about",
                      {{"date", language.date(d.goes_on_until)}});
}

std::string missing_in_words(const Deadline& d, const Language& language) {
  std::vector<std::string> names;
  for (const auto fact : d.missing) names.push_back(language.label("deadline_missing", code_name(fact)));
  return names.empty() ? std::string() : language.list(names);
}

std::string deadline_sentence(const Deadline& d, const Language& language) {
  const auto act = language.label("deadline_act", code_name(d.act));
  const auto* key = d.state == DeadlineState::unknown  ? "deadline.sentence.unknown"
                    : d.state == DeadlineState::missed ? "deadline.sentence.missed"
                    : d.may_be_past                    ? "deadline.sentence.may_be_past"
                                                       : "deadline.sentence.ahead";
  return language.say(key, {{"act", act}, {"day", act_by_in_words(d, language)}});
}

std::string standing_in_words(const DataSet& data, const DeadlinesOfAgreement& found, const Language& language) {
  const auto other = found.other == kNone ? std::string() : language.quoted(data.title_of_agreement(found.other));
  switch (found.standing) {
    case DeadlineStanding::terminated: return language.say("deadline.standing.terminated");
    case DeadlineStanding::without_term: return language.say("deadline.standing.without_term");
    case DeadlineStanding::succeeded: return language.say("deadline.standing.succeeded", {{"agreement", other}});
    case DeadlineStanding::amendment: return language.say("deadline.standing.amendment", {{"agreement", other}});
    case DeadlineStanding::asks:
    case DeadlineStanding::announced:
    case DeadlineStanding::ended: break;
  }
  return {};
}

std::vector<std::string> standing_notes(const DataSet& data, const DecisionList& list, const Language& language) {
  const auto title = [&](Index a) { return std::string(data.title_of_agreement(a)); };
  std::vector<std::string> notes, succeeded, without_term, terminated;
  for (const auto& [agreement, next] : list.succeeded) {
    succeeded.push_back(language.say("deadline.note.followed_by", {{"agreement", title(agreement)}, {"next", title(next)}}));
  }
  for (const auto a : list.without_term) without_term.push_back(title(a));
  for (const auto a : list.terminated) terminated.push_back(title(a));
  note("deadline.note.succeeded", succeeded, language, notes);
  note("deadline.note.without_term", without_term, language, notes);
  note("deadline.note.terminated", terminated, language, notes);
  return notes;
}

std::vector<std::string> decision_notes(const DataSet& data, const DecisionList& list, Day before, const Language& language) {
  const auto number = [&](std::size_t count) { return static_cast<std::int64_t>(count); };
  auto counts = language.say_count("deadline.note.ahead", number(list.ahead), {{"date", language.date(before)}});
  if (list.missed > 0) counts += " " + language.say_count("deadline.note.missed", number(list.missed));
  if (list.unknown > 0) counts += " " + language.say_count("deadline.note.unknown", number(list.unknown));
  std::vector<std::string> notes{std::move(counts)};
  for (auto& standing : standing_notes(data, list, language)) notes.push_back(std::move(standing));
  if (!list.decisions.empty()) notes.push_back(language.say("deadline.note.reading"));
  return notes;
}

}  // namespace maillage
