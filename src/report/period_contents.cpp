// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <map>

#include "report/breakdowns.hpp"
#include "report/period_sections.hpp"
#include "report/sections.hpp"

namespace maillage {
namespace {

TableBlock axes_table(const PeriodContext& p) {
  std::map<std::string, std::vector<Index>> axes;
  for (const auto& facts : p.c.signed_agreements) {
    for (const auto axis : p.c.data.agreements.axes[facts.agreement]) axes[std::string(axis)].push_back(facts.agreement);
  }
  TableBlock block;
  block.look = TableBlock::Look::compact;
  block.table.name = "by_axis";
  block.table.columns = {column("by_axis", p.c.language), number_column("signed_count", p.c.language)};
  for (const auto& [axis, agreements] : axes) {
    block.table.rows.push_back({Cell(axis), count_cell(agreements.size(), p.c.language)});
    p.c.unfold(block.at(block.table.rows.size() - 1, 1), agreements);
  }
  shorten(p.c, block);
  return block;
}

Paragraph amounts(const PeriodContext& p) {
  double sum = 0;
  std::vector<Index> with_amount;
  for (const auto& facts : p.c.signed_agreements) {
    const auto amount = p.c.data.agreements.amount_eur[facts.agreement];
    if (std::isnan(amount)) continue;
    sum += amount;
    with_amount.push_back(facts.agreement);
  }
  if (with_amount.empty()) return {plain(p.c.say("period.amounts.none"))};
  Paragraph paragraph{plain(p.c.say_count("period.amounts.known", with_amount.size(),
                                          {{"amount", p.c.language.euros(sum)},
                                           {"total", p.c.number(p.c.signed_agreements.size())}}))};
  p.c.unfold(paragraph.unfolds, with_amount);
  return paragraph;
}

// The side a signature stands on: of whom is asked for, or of a partner; none where it is for nobody named.
std::string_view side_of(const PeriodContext& p, const SignatureFacts& act) {
  const auto institution = p.c.data.signatures.on_behalf_of[act.row];
  if (p.is_about_person() && p.c.data.signatures.person[act.row] == p.facts.question.person) return "own";
  if (institution == kNone) return "none";
  const auto viewed =
      institution_in_view(p.c.data, p.c.view.options, p.c.view.selection.reference_day, act.agreement, institution);
  return std::ranges::find(p.facts.own_side, viewed) != p.facts.own_side.end() ? "own" : "partner";
}

std::vector<SignatureFacts> acts_in_order(const PeriodContext& p) {
  auto acts = p.c.signatures;
  acts.insert(acts.end(), p.c.presences.begin(), p.c.presences.end());
  std::ranges::stable_sort(acts, {}, [&](const SignatureFacts& act) {
    const auto side = side_of(p, act);
    return std::tuple(p.c.data.signatures.kind[act.row] != SignatureKind::signatory, side == "own" ? 0 : side == "partner" ? 1 : 2,
                      act.agreement);
  });
  return acts;
}

TableBlock acts_table(const PeriodContext& p) {
  TableBlock block;
  auto& table = block.table;
  table.name = "signatures";
  for (const auto key : {"person", "side", "capacity", "on_behalf_of", "act", "agreement", "signed", "basis", "sources"}) {
    table.columns.push_back(column(key, p.c.language));
  }
  if (p.is_about_all()) block.for_machines = {"side"};
  const auto& s = p.c.data.signatures;
  for (const auto& act : acts_in_order(p)) {
    const auto row = table.rows.size();
    const auto institution = s.on_behalf_of[act.row];
    const auto date = s.date[act.row].is_known() ? s.date[act.row] : p.c.data.agreements.signed_on[act.agreement];
    const std::string side(side_of(p, act));
    table.rows.push_back(
        {Cell(std::string(p.c.data.people.id[s.person[act.row]]), std::string(p.c.data.name_of_person(s.person[act.row]))),
         Cell(side, side == "none" ? "–" : p.c.say("period.side." + side)), text_cell(s.capacity[act.row]),
         institution == kNone ? Cell() : Cell(std::string(p.c.data.institutions.id[institution]), p.c.label_of(institution)),
         code_cell("signature", s.kind[act.row], p.c.language),
         Cell(std::string(p.c.data.agreements.id[act.agreement]), p.c.title_of(act.agreement)), short_date_cell(date, p.c.language),
         act.sources.empty() ? Cell() : code_cell("basis", act.is_inferred ? Basis::inferred : Basis::stated, p.c.language),
         citations_cell(p.c.data, act.sources, p.c.language)});
    if (institution != kNone) block.at(row, 3).target = p.c.target_of_institution(institution);
    block.at(row, 5).target = p.c.target_of(act.agreement);
    if (act.sources.empty()) continue;
    block.at(row, 8).after = p.c.citations(act.sources);
    block.at(row, 8).is_only_after = true;
  }
  shorten(p.c, block);
  return block;
}

}  // namespace

Section period_breakdowns(const PeriodContext& p) {
  Section section{"breakdowns", plain(p.c.say("period.section.breakdowns")), 2, {}};
  section.blocks.push_back({Paragraph{plain(p.c.say("period.breakdowns.reading")), true}});
  section.blocks.push_back({amounts(p)});
  Columns columns{{{}, {}}};
  const auto add = [&](std::size_t side, const std::string& what, TableBlock block) {
    if (block.table.rows.empty()) return;
    columns.columns[side].push_back(
        {Section{"by-" + what, plain(p.c.say("report.breakdown." + what)), 3, {{std::move(block)}}}});
  };
  for (const std::string what : {"type", "theme"}) add(0, what, breakdown_table(p.c, what));
  for (const std::string what : {"kind", "territory"}) add(1, what, breakdown_table(p.c, what));
  add(1, "axis", axes_table(p));
  section.blocks.push_back({std::move(columns)});
  return section;
}

Section period_signatures(const PeriodContext& p) {
  Section section{"signatures", plain(p.c.say("period.section.signatures")), 2, {}};
  if (p.c.signatures.empty() && p.c.presences.empty()) {
    section.blocks.push_back({Paragraph{plain(p.c.say("report.signatures.none"))}});
    return section;
  }
  section.blocks.push_back({Paragraph{plain(p.c.say("report.signatures.reading")), true}});
  section.blocks.push_back({acts_table(p)});
  std::vector<Index> silent;
  for (const auto& facts : p.c.signed_agreements) {
    if (std::ranges::find(p.c.signatures, facts.agreement, &SignatureFacts::agreement) == p.c.signatures.end()) {
      silent.push_back(facts.agreement);
    }
  }
  if (!silent.empty()) {
    Paragraph paragraph{plain(p.c.say_count("period.signatures.silent", silent.size()))};
    p.c.unfold(paragraph.unfolds, silent);
    section.blocks.push_back({std::move(paragraph)});
  }
  return section;
}

Section period_events(const PeriodContext& p) {
  Section section{"events", plain(p.c.say("period.section.events")), 2, {}};
  if (p.facts.events.empty()) {
    section.blocks.push_back({Paragraph{plain(p.c.say("period.events.none"))}});
    return section;
  }
  TableBlock block;
  auto& table = block.table;
  table.name = "events";
  for (const auto key : {"date", "event", "agreement", "certainty", "note", "sources"}) {
    table.columns.push_back(column(key, p.c.language));
  }
  for (const auto& [event_row, certainty] : p.facts.events) {
    const auto& event = p.c.data.events[event_row];
    const auto row = table.rows.size();
    const auto citations = citations_of(p.c.data.evidence_for("events", event.id));
    table.rows.push_back({date_cell(event.date, p.c.language), code_cell("event", event.kind, p.c.language),
                          Cell(std::string(p.c.data.agreements.id[event.agreement]), p.c.title_of(event.agreement)),
                          p.certainty_cell(certainty), text_cell(event.note),
                          citations_cell(p.c.data, citations, p.c.language)});
    block.at(row, 2).target = p.c.target_of(event.agreement);
    if (citations.empty()) continue;
    block.at(row, 5).after = p.c.citations(citations);
    block.at(row, 5).is_only_after = true;
  }
  shorten(p.c, block);
  section.blocks.push_back({std::move(block)});
  return section;
}

Section period_mentions(const PeriodContext& p) {
  std::vector<Index> rows;
  std::size_t undated = 0;
  for (const auto certainty : {Certainty::certain, Certainty::possible}) {
    for (const auto& mention : p.facts.mentions) {
      if (mention.certainty != certainty) continue;
      rows.push_back(mention.row);
      undated += certainty == Certainty::possible ? 1 : 0;
    }
  }
  auto section = mentions_section(p.c, rows);
  if (undated > 0) section.blocks.push_back({Paragraph{plain(p.c.say_count("period.mentions.possible", undated)), true}});
  return section;
}

}  // namespace maillage
