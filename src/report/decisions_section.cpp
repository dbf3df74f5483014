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

DecisionList all_decisions(const ReportContext& c) {
  // Beside those of the report's day also what begins later, and what an amendment or tacit renewal may have carried on.
  auto options = c.view.options;
  if (!options.from && !options.to) options.from = kDistantPast;
  std::vector<Index> agreements;
  for (const auto& item : select_agreements(c.data, options).items) agreements.push_back(item.agreement);
  return decisions_before(c.data, agreements, c.input.as_of, kDistantFuture);
}

std::size_t position_of(const Table& table, std::string_view key) {
  const auto found = std::ranges::find(table.columns, key, &TableColumn::key);
  return static_cast<std::size_t>(found - table.columns.begin());
}

TableBlock decisions_block(const ReportContext& c, const DecisionList& list) {
  TableBlock block;
  const auto table = decisions_table(c.data, list.decisions, c.input.as_of, c.language);
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

Paragraph soon_paragraph(const ReportContext& c, const DecisionList& list) {
  const auto to = add_duration(*c.input.as_of, {c.input.ending_within_months, 0});
  const auto soon = count_until(list, to);
  auto line = plain(soon == 0 ? c.say("report.decisions.none_soon", {{"date", c.language.date(to)}})
                              : c.say_count("report.decisions.soon", soon, {{"date", c.language.date(to)}}));
  if (list.missed > 0) append(line, plain(c.say_count("deadline.note.missed", list.missed)));
  if (list.unknown > 0) append(line, plain(c.say_count("report.decisions.unknown", list.unknown)));
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

}  // namespace

Section decisions_section(const ReportContext& c) {
  Section section{"decisions", plain(c.say("report.section.decisions")), 2, {}};
  if (c.signed_agreements.empty()) {
    section.blocks.push_back({Paragraph{plain(c.say("report.finding.none_signed"))}});
    return section;
  }
  const auto list = all_decisions(c);
  if (c.input.as_of) section.blocks.push_back({soon_paragraph(c, list)});
  auto block = decisions_block(c, list);
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
