// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "report/period_sections.hpp"
#include "report/sections.hpp"

namespace maillage {
namespace {

// What is only possible because nobody says when an agreement ends: counted in a sentence, a row each in the file.
bool may_have_ended(const Change& change) {
  return change.kind == ChangeKind::ended && change.certainty == Certainty::possible;
}

Cell date_of(const PeriodContext& p, const Change& change) {
  const auto& t = p.c.data.agreements;
  switch (change.kind) {
    case ChangeKind::ended:
      return edtf_cell(end_of_agreement(p.c.data, change.agreement, validity_of(p.c.data, change.agreement)), p.c.language);
    case ChangeKind::announced: return short_date_cell(t.expected[change.agreement], p.c.language);
    default: return short_date_cell(t.signed_on[change.agreement], p.c.language);
  }
}

void put_predecessors(const PeriodContext& p, const Change& change, CellDress& dress, Cell& cell) {
  std::vector<std::string> ids;
  std::vector<LinkedName> names;
  for (const auto a : change.of) {
    ids.emplace_back(p.c.data.agreements.id[a]);
    names.emplace_back(p.c.title_of(a), p.c.target_of(a));
  }
  if (change.of_undocumented) names.emplace_back(p.c.say("period.undocumented"), Target{});
  if (names.empty()) return;
  dress.after = p.c.linked_list(names);
  dress.is_only_after = true;
  std::vector<std::string> words;
  for (const auto& name : names) words.push_back(name.first);
  std::string joined;
  for (const auto& id : ids) joined += (joined.empty() ? "" : "|") + id;
  cell = {joined, p.c.language.list(words)};
}

TableBlock changes_table(const PeriodContext& p) {
  TableBlock block;
  auto& table = block.table;
  table.name = "changes";
  for (const auto key : {"change", "id", "agreement", "type", "with", "date", "certainty", "predecessors", "sources"}) {
    table.columns.push_back(column(key, p.c.language));
  }
  block.for_machines = {"id"};
  auto changes = p.facts.changes;
  std::ranges::stable_sort(changes, {}, may_have_ended);
  block.rows_in_page = static_cast<std::size_t>(std::ranges::count(changes, false, may_have_ended));
  for (const auto& change : changes) {
    const auto row = table.rows.size();
    const auto a = change.agreement;
    const auto partners = p.partners_of(a);
    const auto citations = citations_of(claims_that_agreement_exists(p.c.data, a));
    table.rows.push_back({code_cell("change", change.kind, p.c.language), Cell(p.c.data.agreements.id[a]),
                          Cell(p.c.title_of(a)), code_cell("type", p.c.data.agreements.type[a], p.c.language),
                          Cell(plain_text(partners)), date_of(p, change), p.certainty_cell(change.certainty), Cell(),
                          citations_cell(p.c.data, citations, p.c.language)});
    block.at(row, 2).target = p.c.target_of(a);
    block.at(row, 4).after = partners;
    block.at(row, 4).is_only_after = true;
    put_predecessors(p, change, block.at(row, 7), table.rows[row][7]);
    if (citations.empty()) continue;
    block.at(row, 8).after = p.c.citations(citations);
    block.at(row, 8).is_only_after = true;
  }
  shorten(p.c, block);
  return block;
}

}  // namespace

Section period_changes(const PeriodContext& p) {
  Section section{"changes", plain(p.c.say("period.section.changes")), 2, {}};
  if (p.facts.changes.empty()) {
    section.blocks.push_back({Paragraph{plain(p.c.say("period.changes.none"))}});
    return section;
  }
  section.blocks.push_back({Paragraph{plain(p.c.say("period.changes.reading")), true}});
  section.blocks.push_back({changes_table(p)});
  std::vector<Index> unknown_ends;
  for (const auto& change : p.facts.changes) {
    if (may_have_ended(change)) unknown_ends.push_back(change.agreement);
  }
  if (!unknown_ends.empty()) {
    Paragraph paragraph{plain(p.c.say_count("period.changes.maybe_ended", unknown_ends.size()))};
    p.c.unfold(paragraph.unfolds, unknown_ends);
    section.blocks.push_back({std::move(paragraph)});
  }
  return section;
}

}  // namespace maillage
