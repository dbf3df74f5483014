// SPDX-License-Identifier: Apache-2.0
#include "drawing/timeline_words.hpp"

#include <algorithm>

#include "drawing/number_words.hpp"
#include "drawing/source_notes.hpp"

namespace maillage {
namespace {

constexpr std::size_t kMostPartners = 6;  // named in a row; the table of agreements names all

void append(std::string& text, std::string_view part, std::string_view separator) {
  if (part.empty()) return;
  if (!text.empty()) text += separator;
  text += part;
}

constexpr std::string_view kDot = " · ";

}  // namespace

std::string TimelineWords::title() const {
  const auto c = count_timeline(input_);
  const auto n = c.signed_agreements;
  const auto say = [&](std::string_view key, std::int64_t count) { return say_in_words(language_, key, count); };
  if (n == 0) {
    return c.announced == 0 ? language_.say("timeline.title.nothing") : with_capital(say("timeline.title.announced_alone", c.announced));
  }
  if (c.dated == 0) return with_capital(say("timeline.title.no_dates", n));
  if (c.unknown == n) return with_capital(say("timeline.title.none_known", n));
  const auto known = c.known + c.imprecise;
  if (known == n) return with_capital(say("timeline.title.all_known", n));
  std::string title;
  const auto add = [&](std::string_view key, std::int64_t count) {
    if (count > 0) append(title, say(key, count), language_.say("timeline.title.separator"));
  };
  add("timeline.title.known", known);
  add("timeline.title.renewed", c.renewed);
  add("timeline.title.open", c.open);
  add(known > 0 ? "timeline.title.others_unknown" : "timeline.title.others_without_end", c.unknown);
  return with_capital(title);
}

std::string TimelineWords::subtitle(int first_year, int last_year) const {
  const auto c = count_timeline(input_);
  auto counts = language_.say_count("timeline.count.signed", c.signed_agreements);
  if (c.announced > 0) counts = language_.say_count("timeline.count.and_announced", c.announced, {{"signed", counts}});
  if (c.signed_agreements + c.announced > 0 && first_year <= last_year) {
    counts += ", " + std::to_string(first_year) + "–" + std::to_string(last_year);
  }
  if (input_.in_period) {
    const auto [certain, possible] = *input_.in_period;
    append(counts, language_.say("timeline.count.in_period", {{"range", certain == possible ? language_.number(static_cast<std::int64_t>(possible))
        : language_.say("report.key.from_to", {{"low", language_.number(static_cast<std::int64_t>(certain))},
                                               {"high", language_.number(static_cast<std::int64_t>(possible))}})}}), kDot);
  }
  if (const auto day = input_.selection.reference_day) {
    append(counts, language_.say("timeline.situation", {{"date", unbroken(language_.date(*day))}}), kDot);
  }
  append(counts, language_.say("timeline.one_row"), kDot);
  return counts;
}

std::string TimelineWords::reference_day() const {
  const auto day = input_.selection.reference_day;
  if (!day) return {};
  return language_.say(input_.selection.reference_day_is_asked ? "timeline.line.asked" : "timeline.line.latest",
                       {{"date", unbroken(language_.date(*day))}});
}

std::string TimelineWords::period() const {
  const auto date = [&](const std::optional<Day>& day) { return day ? unbroken(language_.date(*day)) : std::string(); };
  if (!input_.period_from && !input_.period_to) return {};
  const auto key = !input_.period_to     ? "timeline.legend.period_from"
                   : !input_.period_from ? "timeline.legend.period_to"
                                         : "timeline.legend.period_from_to";
  return language_.say(key, {{"from", date(input_.period_from)}, {"to", date(input_.period_to)}});
}

std::string TimelineWords::description(const std::vector<TimelineGroup>& groups, int first_year, int last_year) const {
  auto text = language_.say("timeline.description", {{"from", std::to_string(first_year)}, {"to", std::to_string(last_year)}});
  constexpr std::size_t kMost = 12;
  std::vector<std::string> ends;
  for (const auto& group : groups) {
    for (const auto& row : group.rows) {
      if (const auto end = row.validity.end(); end && !row.is_announced && ends.size() < kMost) {
        ends.push_back(std::string(data_.title_of_agreement(row.agreement)) + ", " + language_.date(*end));
      }
    }
  }
  if (!ends.empty()) {
    std::string list;
    for (const auto& end : ends) append(list, end, language_.say("drawing.source.separator"));
    text += ' ' + language_.say("timeline.description.ends", {{"list", list}});
  }
  const auto c = count_timeline(input_);
  if (c.unknown > 0) text += ' ' + with_capital(say_in_words(language_, "timeline.description.unknown", c.unknown));
  if (c.announced > 0) text += ' ' + with_capital(say_in_words(language_, "timeline.description.announced", c.announced));
  return text;
}

std::string TimelineWords::group_name(const TimelineGroup& group, bool is_continued) const {
  auto name = options_.grouping == TimelineGrouping::type
                  ? with_capital(language_.label("type_plural", code_name(group.type)))
              : group.institution == kNone ? language_.say("timeline.no_party")
                                           : std::string(data_.label_of_institution(group.institution));
  return is_continued ? language_.say("timeline.continued", {{"name", name}}) : name;
}

std::string TimelineWords::row_name(const TimelineRow& row) const {
  std::vector<std::string> names;
  for (const auto partner : row.partners) {
    if (names.size() == kMostPartners && row.partners.size() > kMostPartners + 1) {
      names.push_back(unbroken(language_.say_count("timeline.others", static_cast<std::int64_t>(row.partners.size() - kMostPartners))));
      break;
    }
    names.push_back(unbroken(data_.label_of_institution(partner)));
  }
  if (row.unnamed > 0) names.push_back(unbroken(say_in_words(language_, "timeline.unnamed", row.unnamed)));
  if (names.empty()) return language_.say("timeline.no_partner");
  if (options_.grouping == TimelineGrouping::institution) return language_.list(names);
  std::string joined;
  for (const auto& name : names) append(joined, name, "\xC2\xA0– ");
  return joined;
}

std::string TimelineWords::length_in_words(std::string_view iso) const {
  const auto duration = parse_duration(iso).value_or(CalendarDuration{});
  std::string length;
  if (duration.months > 0) {
    length = duration.months % 12 == 0 ? language_.say_count("unit.years", duration.months / 12)
                                       : language_.say_count("unit.months", duration.months);
  }
  if (duration.days > 0) append(length, language_.say_count("unit.days", duration.days), " + ");
  return length;
}

std::string TimelineWords::renewals_in_words(const TimelineRow& row) const {
  auto renewals = language_.say_count("timeline.rule.renewals", row.validity.terms - 1);
  const auto renewed = data_.agreements.renewal_duration[row.agreement];
  if (renewed.empty()) return renewals;
  return language_.say("timeline.rule.renewals_of", {{"renewals", renewals}, {"duration", length_in_words(renewed)}});
}

std::string TimelineWords::rule_in_words(const TimelineRow& row) const {
  const auto& v = row.validity;
  const auto length = length_in_words(data_.agreements.duration[row.agreement]);
  const auto* key = v.counted_from == Validity::CountedFrom::signature ? "timeline.rule.signature" : "timeline.rule.start";
  auto rule = unbroken(language_.say(key, {{"duration", length}}));
  if (v.terms > 1) append(rule, renewals_in_words(row), ", ");
  if (v.renewals_unlimited) append(rule, language_.say("timeline.rule.unlimited"), ", ");
  return rule;
}

std::string TimelineWords::end_in_words(const TimelineRow& row) const {
  const auto& v = row.validity;
  const auto& t = data_.agreements;
  if (v.end_rule == EndRule::open || v.end_rule == EndRule::unknown) return language_.label("end_rule", code_name(v.end_rule));
  if (v.end_rule == EndRule::computed) {
    const auto first_term = v.end_earliest > kDistantPast ? unbroken(language_.short_date(v.end_earliest)) : std::string();
    return language_.say("timeline.end.computed", {{"date", first_term}, {"rule", rule_in_words(row)}});
  }
  const auto end = v.stated_end();
  const auto date = end              ? language_.short_date(*end)
                    : v.is_terminated ? language_.short_date(t.terminated[row.agreement])
                                      : language_.short_date(t.valid_to[row.agreement]);
  const auto* key = v.is_terminated                 ? "timeline.end.terminated"
                    : v.may_run_beyond_stated_end() ? "timeline.end.renewed"
                    : end                           ? "timeline.end.stated"
                                                    : "timeline.end.imprecise";
  return language_.say(key, {{"date", unbroken(date)}});
}

std::string TimelineWords::events_in_words(const TimelineRow& row) const {
  std::string text;
  for (const auto* event : row.events) {
    const auto words = language_.say("timeline.event", {{"event", language_.label("event", code_name(event->kind))},
                                                        {"date", language_.short_date(event->date)}});
    append(text, unbroken(words), ", ");
  }
  return text;
}

std::string TimelineWords::deadline_in_words(const Deadline& d, bool is_short) const {
  const auto day = is_short ? language_.short_date(d.earliest) : language_.date(d.earliest);
  const auto key = (is_short ? "timeline.deadline_short." : "timeline.deadline.") + std::string(code_name(d.act));
  auto words = language_.say(key, {{"date", unbroken(day)}});
  if (d.state == DeadlineState::missed) words = language_.say("timeline.deadline_missed", {{"deadline", words}});
  return d.certainty == Certainty::certain || is_short ? words : language_.say("timeline.deadline_possible", {{"deadline", words}});
}

std::string TimelineWords::row_label(const TimelineRow& row, bool is_twin) const {
  const auto& t = data_.agreements;
  const auto type = t.type[row.agreement];
  std::string what;
  if (row.is_announced || is_twin || type == AgreementType::other) {
    what = std::string(data_.title_of_agreement(row.agreement));
  } else if (options_.grouping == TimelineGrouping::institution) {
    what = language_.label("type", code_name(type));
  }
  if (row.is_announced) {
    const auto expected = t.expected[row.agreement];
    const auto* key = !can_be_drawn(expected)                   ? "timeline.announced.undated"
                      : expected.kind() == DateKind::single ? "timeline.announced.for"
                                                            : "timeline.announced.within";
    append(what, language_.say(key, {{"date", unbroken(language_.short_date(expected))}}), kDot);
    return what;
  }
  const auto signature = t.signed_on[row.agreement];
  const bool has_any_date = can_be_drawn(signature) || row.validity.start_is_stated || row.validity.end_rule != EndRule::unknown;
  append(what, has_any_date ? end_in_words(row) : language_.say("timeline.undated"), kDot);
  if (signature.kind() == DateKind::span || (signature.kind() == DateKind::single && !signature.is_exact_day())) {
    append(what, language_.say("timeline.signed", {{"date", unbroken(language_.short_date(signature))}}), kDot);
  }
  append(what, events_in_words(row), kDot);
  for (const auto& deadline : row.deadlines) {  // the end itself is named already
    const bool is_end = deadline.earliest == deadline.term_end_earliest;
    if (!is_end && deadline.act_by()) append(what, unbroken(deadline_in_words(deadline, true)), kDot);
  }
  return what;
}

std::string TimelineWords::row_tooltip(const TimelineRow& row) const {
  const auto& t = data_.agreements;
  std::string text(data_.title_of_agreement(row.agreement));
  const auto add = [&](std::string_view key, const PartialDate& date) {
    if (date.is_known()) append(text, language_.say(key, {{"date", language_.date(date)}}), kDot);
  };
  if (input_.selection.reference_day) append(text, language_.label("status", code_name(row.status)), kDot);
  add("timeline.tooltip.signed", t.signed_on[row.agreement]);
  add("timeline.tooltip.from", t.valid_from[row.agreement]);
  add("timeline.tooltip.to", t.valid_to[row.agreement]);
  add("timeline.tooltip.terminated", t.terminated[row.agreement]);
  add("timeline.tooltip.expected", t.expected[row.agreement]);
  append(text, events_in_words(row), kDot);
  for (const auto& deadline : row.deadlines) append(text, deadline_in_words(deadline, false), kDot);
  return text;
}

std::string TimelineWords::reading_rules(const std::vector<TimelineGroup>& shown) const {
  bool start_by_year = false, end_by_year = false;
  const auto is_coarse = [](const PartialDate& date) { return date.kind() == DateKind::single && !date.is_exact_day(); };
  for (const auto& group : shown) {
    for (const auto& row : group.rows) {
      start_by_year |= !row.is_announced && is_coarse(data_.agreements.valid_from[row.agreement]);
      end_by_year |= !row.is_announced && is_coarse(data_.agreements.valid_to[row.agreement]);
    }
  }
  if (start_by_year && end_by_year) return language_.say("timeline.note.start_and_end");
  if (start_by_year) return language_.say("timeline.note.start");
  return end_by_year ? language_.say("timeline.note.end") : std::string();
}

std::vector<std::string> TimelineWords::notes(const std::vector<TimelineGroup>& shown, std::size_t first_row,
                                              std::size_t rows_shown, std::size_t rows) const {
  std::vector<std::string> notes;
  if (rows_shown < rows) {
    const auto number = [&](std::size_t value) { return language_.number(static_cast<std::int64_t>(value)); };
    notes.push_back(language_.say_count("timeline.note.page", static_cast<std::int64_t>(rows - rows_shown),
                                        {{"from", number(first_row + 1)}, {"to", number(first_row + rows_shown)},
                                         {"all", number(rows)}}));
  }
  std::string rules = reading_rules(shown);
  append(rules, input_.settings, " ");
  if (!rules.empty()) notes.push_back(rules);
  std::vector<const Evidence*> claims;
  for (const auto& group : shown) {
    for (const auto& row : group.rows) {
      const auto more = claims_drawn(data_, row.agreement);
      claims.insert(claims.end(), more.begin(), more.end());
    }
  }
  if (auto sources = source_note(data_, claims, language_); !sources.empty()) notes.push_back(std::move(sources));
  return notes;
}

std::string timeline_title(const TimelineInput& input, const Language& language) {
  return TimelineWords(input, {}, language).title();
}

}  // namespace maillage
