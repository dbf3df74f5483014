// SPDX-License-Identifier: Apache-2.0
#include "report/decisions_section.hpp"

#include <algorithm>
#include <map>

#include "report/deadline_lines.hpp"
#include "report/deadline_table.hpp"
#include "report/deadline_words.hpp"
#include "report/lists.hpp"

namespace maillage {
namespace {

// What a page shows, in this order; the file of the table holds the other columns too.
const std::vector<std::string> kShown{"act_by", "last_working_day", "title", "act", "otherwise", "rule", "sources"};

/// Of which agreements, seen from which day; what is soon falls up to `soon`, what is listed before `before`.
struct Asked {
  std::vector<Index> agreements;
  std::optional<Day> from;
  Day soon = kDistantFuture, before = kDistantFuture;
};

Asked everything(const ReportContext& c) {
  // Beside those of the report's day also what begins later, and what an amendment or tacit renewal may have carried on.
  auto options = c.view.options;
  if (!options.from && !options.to) options.from = kDistantPast;
  Asked asked{.agreements = {}, .from = c.input.as_of};
  for (const auto& item : select_agreements(c.data, options).items) asked.agreements.push_back(item.agreement);
  if (asked.from) asked.soon = add_duration(*asked.from, {c.input.ending_within_months, 0});
  return asked;
}

std::size_t position_of(const Table& table, std::string_view key) {
  const auto found = std::ranges::find(table.columns, key, &TableColumn::key);
  return static_cast<std::size_t>(found - table.columns.begin());
}

TableBlock decisions_block(const ReportContext& c, const Asked& asked, const DecisionList& list) {
  TableBlock block;
  const auto table = decisions_table(c.data, list.decisions, asked.from, c.language);
  std::vector<std::string> order{"id"};
  order.insert(order.end(), kShown.begin(), kShown.end());
  block.for_machines = {"id"};
  for (const auto& column : table.columns) {
    if (std::ranges::find(order, column.key) != order.end()) continue;
    order.push_back(column.key);
    block.for_machines.push_back(column.key);
  }
  block.table = with_columns(table, order);
  block.table.title.clear();
  block.rows_in_page = list.missed + list.ahead;
  for (std::size_t row = 0; row < list.decisions.size(); ++row) {
    const auto& decision = list.decisions[row];
    const auto& d = decision.deadline;
    block.at(row, position_of(block.table, "title")).target = c.target_of(decision.agreement);
    if (row >= block.rows_in_page) continue;
    auto& day = block.at(row, position_of(block.table, "act_by"));
    if (d.state == DeadlineState::missed) day.after = {{c.language.label("deadline_state", code_name(d.state)), Span::Style::strong}};
    if (d.certainty != Certainty::certain) {
      append(day.after, {{c.say("report.in_brackets", {{"text", c.language.label("certainty", "possible")}}), Span::Style::soft}});
    }
    auto& sources = block.at(row, position_of(block.table, "sources"));
    sources.after = deadline_evidence(c, decision);
    if (sources.after.empty()) sources.after = c.citations_of_agreements({decision.agreement});
    sources.is_only_after = true;
  }
  return block;
}

std::size_t count_until(const DecisionList& list, Day last) {
  return static_cast<std::size_t>(std::ranges::count_if(list.decisions, [&](const Decision& decision) {
    return decision.deadline.state == DeadlineState::ahead && decision.deadline.earliest <= last;
  }));
}

// Every row of the table is in one of these sentences, and none in two.
void say_others(const ReportContext& c, const DecisionList& list, std::size_t soon, Line& line) {
  if (list.ahead > soon) append(line, plain(c.say_count(soon == 0 ? "report.decisions.later_alone" : "report.decisions.later", list.ahead - soon)));
  if (list.missed > 0) append(line, plain(c.say_count("deadline.note.missed", list.missed)));
  if (list.unknown > 0) append(line, plain(c.say_count("report.decisions.unknown", list.unknown)));
}

Paragraph soon_paragraph(const ReportContext& c, const Asked& asked, const DecisionList& list) {
  const auto soon = count_until(list, asked.soon);
  const Arguments date{{"date", c.language.date(asked.soon)}};
  auto line = plain(soon == 0 ? c.say("report.decisions.none_soon", date) : c.say_count("report.decisions.soon", soon, date));
  say_others(c, list, soon, line);
  return {line};
}

Paragraph period_paragraph(const ReportContext& c, const Asked& asked, const DecisionList& list) {
  const Arguments days{{"from", c.language.date(*asked.from)}, {"to", c.language.date(asked.soon)}};
  auto line = plain(list.ahead == 0 ? c.say("report.decisions.none_between", days)
                                    : c.say_count("report.decisions.between", list.ahead, days));
  say_others(c, list, list.ahead, line);
  return {line};
}

// What has no day, by what would have to be looked up.
Bullets unknown_bullets(const ReportContext& c, const DecisionList& list) {
  std::map<std::vector<MissingFact>, std::vector<Index>> by_missing;
  for (const auto& decision : list.decisions) {
    if (decision.deadline.state == DeadlineState::unknown) {
      by_missing[decision.deadline.missing].push_back(decision.agreement);
    }
  }
  Bullets bullets;
  for (const auto& [missing, agreements] : by_missing) {
    Deadline named;
    named.missing = missing;
    std::vector<LinkedName> links;
    for (const auto a : agreements) links.emplace_back(c.title_of(a), c.target_of(a));
    bullets.lines.push_back(with_parts(
        c.say("report.decisions.missing", {{"missing", missing_in_words(named, c.language)}, {"agreements", part_mark(0)}}),
        {c.linked_list(links)}));
  }
  return bullets;
}

// The table, what has no day, and what asks for nothing.
void add_list(const ReportContext& c, const Asked& asked, const DecisionList& list, Section& section) {
  auto block = decisions_block(c, asked, list);
  section.blocks.push_back({std::move(block)});
  if (list.unknown > 0) {
    Section unknown{"decisions-unknown", plain(c.say("report.decisions.unknown_heading")), 2, {}};
    unknown.blocks.push_back({Paragraph{plain(c.say("report.decisions.unknown_reading")), true}});
    unknown.blocks.push_back({unknown_bullets(c, list)});
    section.blocks.push_back({std::move(unknown)});
  }
  for (const auto& note : standing_notes(c.data, list, c.language)) {
    section.blocks.push_back({Paragraph{plain(note), true}});
  }
  section.blocks.push_back({Paragraph{plain(c.say("deadline.note.reading")), true}});
}

}  // namespace

Section decisions_section(const ReportContext& c) {
  Section section{"decisions", plain(c.say("report.section.decisions")), 2, {}};
  if (c.signed_agreements.empty()) {
    section.blocks.push_back({Paragraph{plain(c.say("report.finding.none_signed"))}});
    return section;
  }
  const auto asked = everything(c);
  const auto list = decisions_before(c.data, asked.agreements, asked.from, asked.before);
  if (asked.from) section.blocks.push_back({soon_paragraph(c, asked, list)});
  add_list(c, asked, list, section);
  return section;
}

Section decisions_between(const ReportContext& c, Day from, Day last) {
  Section section{"decisions", plain(c.say("report.section.decisions")), 2, {}};
  Asked asked{.agreements = {}, .from = from, .soon = last, .before = last + 1};
  // An agreement asks for nothing before it is made: what was signed since the first day is seen from the day of the state.
  std::vector<Index> signed_since;
  for (const auto& facts : c.signed_agreements) {
    const auto signature = c.data.agreements.signed_on[facts.agreement];
    const bool is_later = signature.is_known() && signature.latest() > from && c.input.as_of;
    (is_later ? signed_since : asked.agreements).push_back(facts.agreement);
  }
  const auto list = together(decisions_before(c.data, asked.agreements, asked.from, asked.before),
                             decisions_before(c.data, signed_since, c.input.as_of, asked.before));
  section.blocks.push_back({period_paragraph(c, asked, list)});
  section.blocks.push_back({Paragraph{plain(c.say("report.decisions.between_reading", {{"from", c.language.date(from)},
                                                                                       {"to", c.language.date(last)}})), true}});
  add_list(c, asked, list, section);
  return section;
}

void keep_next_decisions(const ReportContext& c, Section& section, std::string_view page) {
  std::vector<Block> kept;
  for (auto& block : section.blocks) {
    if (auto* table = std::get_if<TableBlock>(&block.content)) {
      table->rows_in_page = std::min(table->rows_in_page, kDecisionsInReport);
      table->for_machines.insert(table->for_machines.end(), {"rule", "sources"});
      kept.push_back(std::move(block));
    } else if (const auto* paragraph = std::get_if<Paragraph>(&block.content); paragraph != nullptr && !paragraph->is_note) {
      kept.push_back(std::move(block));
    }
  }
  if (!c.signed_agreements.empty()) {
    kept.push_back({Paragraph{with_parts(c.say("report.decisions.page", {{"page", part_mark(0)}}),
                                         {{{plain_text(section.heading), Span::Style::plain, to_file(page)}}})}});
  }
  section.blocks = std::move(kept);
}

}  // namespace maillage
