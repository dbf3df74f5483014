// SPDX-License-Identifier: Apache-2.0
#include "cli/decision_answer.hpp"

#include <algorithm>

#include "cli/json_forms.hpp"
#include "cli/version.hpp"
#include "exchange/calendar_file.hpp"
#include "language/sentence_words.hpp"
#include "report/citations.hpp"
#include "report/deadline_table.hpp"
#include "report/deadline_words.hpp"

namespace maillage {
namespace {

Json day_or_null(std::optional<Day> day) {
  const bool is_known = day && *day > kDistantPast && *day < kDistantFuture;
  return is_known ? Json(to_iso(*day)) : Json(nullptr);
}

Json agreement_or_null(const DataSet& data, Index agreement) {
  return agreement == kNone ? Json(nullptr) : Json(std::string(data.agreements.id[agreement]));
}

Json decision_json(const DataSet& data, const Decision& decision, const Selection& selection, const Language& language) {
  const auto& d = decision.deadline;
  auto json = agreement_json(data, {decision.agreement, d.certainty, Certainty::possible}, selection.reference_day);
  json["state"] = std::string(code_name(d.state));
  json["act"] = std::string(code_name(d.act));
  json["act_by"] = day_or_null(d.act_by());
  json["last_working_day"] = day_or_null(last_working_day_of(d));
  json["earliest"] = day_or_null(d.earliest);
  json["latest"] = day_or_null(d.latest);
  json["may_be_past"] = d.may_be_past;
  json["counted_forward"] = day_or_null(d.counted_forward);
  json["term_end"] = text_or_null(edtf_of_bounds(d.term_end_earliest, d.term_end_latest));
  json["renewals_run"] = d.renewals_run;
  json["otherwise"] = std::string(code_name(d.otherwise));
  json["goes_on_until"] = d.otherwise == Otherwise::goes_on ? day_or_null(d.goes_on_until) : Json(nullptr);
  json["notice"] = text_or_null(data.agreements.notice[decision.agreement]);
  json["rule"] = deadline_rule(data, decision, language);
  json["missing"] = Json::array();
  for (const auto fact : d.missing) json["missing"].push_back(std::string(code_name(fact)));
  json["extended_by"] = agreement_or_null(data, d.extended_by);
  json["announced_successor"] = agreement_or_null(data, d.announced_successor);
  json["responsible_unit"] = text_or_null(data.agreements.responsible_unit[decision.agreement]);
  return json;
}

std::string parties_of_decision(const DataSet& data, Index agreement, const Language& language) {
  std::vector<std::string> names;
  for (const auto party : data.parties_of(agreement)) {
    names.emplace_back(data.label_of_institution(data.parties.institution[party]));
  }
  return names.empty() ? std::string() : language.list(names);
}

std::string event_description(const DataSet& data, const Decision& decision, const Language& language) {
  const auto& d = decision.deadline;
  const auto a = decision.agreement;
  std::string text;
  const auto add = [&](const char* key, const std::string& value) {
    if (!value.empty()) text += (text.empty() ? "" : "\n") + language.say(key, {{"value", value}});
  };
  add("calendar.day", act_by_in_words(d, language));
  if (const auto working = last_working_day_of(d)) add("calendar.working_day", language.date(*working));
  add("calendar.otherwise", otherwise_in_words(d, language));
  add("calendar.rule", deadline_rule(data, decision, language));
  add("calendar.missing", missing_in_words(d, language));
  add("calendar.parties", parties_of_decision(data, a, language));
  add("calendar.unit", std::string(data.agreements.responsible_unit[a]));
  std::vector<std::string> sources;
  for (const auto& citation : citations_of(claims_about_agreement(data, a))) {
    auto source = std::string(data.sources[citation.source].title);
    if (source.empty()) source = data.sources[citation.source].id;
    if (!citation.locator.empty()) source += ", " + locator_label(citation.locator);
    sources.push_back(std::move(source));
  }
  if (!sources.empty()) add("calendar.sources", language.list(sources));
  return text;
}

// Days before the event that a reminder is shown: a month before and on the last working day; where that is past, on the
// day looked from. What was missed needs no reminder.
std::vector<int> reminders_of(const Deadline& d, Day event_day, Day as_of) {
  constexpr int kMonthBefore = 30;
  if (d.state == DeadlineState::missed) return {};
  const auto before = [&](Day day) { return static_cast<int>(event_day - std::max(day, as_of)); };
  std::vector<int> days{before(event_day - kMonthBefore)};
  const auto working = last_working_day_of(d);
  if (working && *working < event_day && before(*working) < days[0]) days.push_back(before(*working));
  return days;
}

CalendarEvent event_of(const DataSet& data, const Decision& decision, Day as_of, const Language& language) {
  const auto& d = decision.deadline;
  const auto act = std::string(code_name(d.act));
  CalendarEvent event;
  event.uid = "maillage-" + (data.name.empty() ? "" : data.name + "-") +
              std::string(data.agreements.id[decision.agreement]) + "-" + act + "-" +
              edtf_of_bounds(d.term_end_earliest, d.term_end_latest);
  event.day = d.may_be_past ? as_of : d.earliest;
  const bool is_certain = d.certainty == Certainty::certain;
  event.summary = with_capital(language.say(
      d.may_be_past ? "calendar.summary_may_be_past"
      : is_certain  ? "calendar.summary"
                    : "calendar.summary_possible",
      {{"act", language.label("deadline_act", act)}, {"agreement", std::string(data.title_of_agreement(decision.agreement))}}));
  event.description = event_description(data, decision, language);
  event.category = language.label("deadline_act", act);
  event.reminders = reminders_of(d, event.day, as_of);
  return event;
}

}  // namespace

DecisionList decisions_of(const DataSet& data, const Selection& selection, Day before, UnknownDates unknown) {
  std::vector<Index> agreements;
  for (const auto& item : selection.items) agreements.push_back(item.agreement);
  auto list = decisions_before(data, agreements, selection.reference_day, before);
  if (unknown == UnknownDates::include) return list;
  std::erase_if(list.decisions, [&](const Decision& decision) {
    return (decision.deadline.certainty == Certainty::certain) == (unknown == UnknownDates::only);
  });
  const auto count = [&](DeadlineState state) {
    return static_cast<std::size_t>(
        std::ranges::count_if(list.decisions, [&](const Decision& decision) { return decision.deadline.state == state; }));
  };
  list.missed = count(DeadlineState::missed);
  list.ahead = count(DeadlineState::ahead);
  list.unknown = count(DeadlineState::unknown);
  return list;
}

Answer decision_answer(const Session& session, const DecisionList& list, const Selection& selection, Day before,
                       bool with_json) {
  const auto& data = session.data();
  Answer answer;
  answer.table = decisions_table(data, list.decisions, selection.reference_day, session.language);
  answer.table.notes = decision_notes(data, list, before, session.language);
  if (!with_json) return answer;
  for (const auto& decision : list.decisions) {
    answer.rows.push_back(decision_json(data, decision, selection, session.language));
  }
  return answer;
}

std::string decision_calendar(const Session& session, const DecisionList& list, const Selection& selection, Day before) {
  const auto& data = session.data();
  const auto& language = session.language;
  auto package = std::string(language.is_french() ? data.title_fr : data.title_en);
  if (package.empty()) package = data.name;
  Calendar calendar;
  calendar.name = package.empty() ? language.say("calendar.name") : language.say("calendar.name_of", {{"data", package}});
  for (const auto& sentence : decision_notes(data, list, before, language)) {
    calendar.description += (calendar.description.empty() ? "" : "\n") + sentence;
  }
  const auto as_of = selection.reference_day.value_or(kDistantPast);
  for (const auto& decision : list.decisions) {
    if (decision.deadline.state != DeadlineState::unknown) calendar.events.push_back(event_of(data, decision, as_of, language));
    else calendar.description += "\n" + language.say("calendar.unknown", {{"agreement", std::string(data.title_of_agreement(decision.agreement))},
                                                                         {"missing", missing_in_words(decision.deadline, language)}});
  }
  calendar.language = std::string(language.code());
  calendar.version = kVersion;
  calendar.stamp = selection.reference_day.value_or(0);
  return to_icalendar(calendar);
}

}  // namespace maillage
