// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <tuple>

#include "report/breakdowns.hpp"
#include "report/findings.hpp"
#include "report/sections.hpp"
#include "report/year_counts.hpp"

namespace maillage {
namespace {

std::vector<Index> rows_of(const std::vector<AgreementFacts>& facts) {
  std::vector<Index> rows;
  for (const auto& one : facts) rows.push_back(one.agreement);
  return rows;
}

void count_cells(const ReportContext& c, TableBlock& block, std::vector<Cell>& cells, const YearCounts::Set& set) {
  const auto row = block.table.rows.size();
  const auto column = cells.size();
  cells.emplace_back(std::to_string(set.certain.size()) + ".." + std::to_string(set.possible.size()),
                     c.from_to(set.certain.size(), set.possible.size()));
  cells.push_back(count_cell(set.certain.size(), c.language));
  cells.push_back(count_cell(set.possible.size(), c.language));
  if (!set.possible.empty()) c.unfold(block.at(row, column), set.possible);
}

// Bars stand in for the drawing where there is none.
TableBlock years_table(const ReportContext& c, const std::vector<YearCounts>& years, bool has_bars) {
  TableBlock block;
  block.look = TableBlock::Look::compact;
  auto& table = block.table;
  table.name = "years";
  table.columns.push_back(column("year", c.language));
  for (const std::string key : {"in_force", "signed", "ending"}) {
    table.columns.push_back(column(key + "_count", c.language));
    table.columns.push_back(number_column(key + "_certain", c.language));
    table.columns.push_back(number_column(key + "_possible", c.language));
    block.for_people.push_back(key + "_count");
    block.for_machines.push_back(key + "_certain");
    block.for_machines.push_back(key + "_possible");
  }
  std::size_t most = 1;
  for (const auto& year : years) most = std::max(most, year.in_force.possible.size());
  for (const auto& year : years) {
    std::vector<Cell> cells{Cell(std::int64_t{year.year}, std::to_string(year.year))};
    if (has_bars) {
      auto& bar = block.at(table.rows.size(), 1);
      bar.bar_certain = static_cast<double>(year.in_force.certain.size()) / static_cast<double>(most);
      bar.bar_possible = static_cast<double>(year.in_force.possible.size()) / static_cast<double>(most);
    }
    count_cells(c, block, cells, year.in_force);
    count_cells(c, block, cells, year.signed_);
    count_cells(c, block, cells, year.ending);
    table.rows.push_back(std::move(cells));
  }
  return block;
}

bool has_ended(const ReportContext& c, const AgreementFacts& facts) {
  return facts.validity.end_rule != EndRule::unknown && c.input.as_of && facts.validity.end_latest < *c.input.as_of;
}

TableBlock endings_table(const ReportContext& c) {
  TableBlock block;
  auto& table = block.table;
  table.name = "endings";
  for (const auto key : {"id", "agreement", "valid_to", "delay", "end_rule", "sources"}) {
    table.columns.push_back(column(key, c.language));
  }
  block.for_machines = {"id"};
  std::vector<AgreementFacts> sorted;
  for (const auto& facts : c.signed_agreements) sorted.push_back(facts);
  // What is still to come first, then what has ended, last what nobody knows; a page shows the first.
  const auto place = [&](const AgreementFacts& f) {
    return f.validity.end_rule == EndRule::unknown ? 2 : has_ended(c, f) ? 1 : 0;
  };
  std::ranges::stable_sort(sorted, {}, [&](const AgreementFacts& f) {
    return std::tuple(place(f), f.validity.end_earliest, f.validity.end_latest);
  });
  block.rows_in_page = static_cast<std::size_t>(std::ranges::count(sorted, 0, place));
  for (const auto& facts : sorted) {
    const auto a = facts.agreement;
    const auto row = table.rows.size();
    const auto end = facts.validity.end();
    const auto delay = end && c.input.as_of ? Cell(delay_in_words(*c.input.as_of, *end, c.language)) : Cell();
    auto end_cell = edtf_cell(facts.valid_to, c.language);
    if (end) end_cell.shown = c.language.date(*end);
    table.rows.push_back({Cell(c.data.agreements.id[a]), Cell(c.title_of(a)), end_cell, delay,
                          Cell(std::string(code_name(facts.validity.end_rule)),
                               end_rule_in_words(c.data, a, facts.validity, c.language)),
                          Cell()});
    block.at(row, 1).target = c.target_of(a);
    auto claims = c.data.evidence_for("agreements", c.data.agreements.id[a], "valid_to");
    if (claims.empty()) claims = claims_that_agreement_exists(c.data, a);
    const auto citations = citations_of(claims);
    table.rows[row][5] = citations_cell(c.data, citations, c.language);
    block.at(row, 5).after = c.citations(citations);
    block.at(row, 5).is_only_after = true;
  }
  shorten(c, block);
  return block;
}

Paragraph ended_paragraph(const ReportContext& c, const std::vector<Index>& ended) {
  Paragraph paragraph{plain(c.say_count("report.endings.ended", ended.size(), {{"date", c.language.date(*c.input.as_of)}}))};
  c.unfold(paragraph.unfolds, ended);
  return paragraph;
}

// What a page says in one sentence the file lists one by one.
Paragraph unknown_ends_paragraph(const ReportContext& c) {
  constexpr std::size_t kTold = 12;
  const auto unknown = unknown_ends(c);
  std::vector<LinkedName> names;
  for (std::size_t i = 0; i < unknown.size() && i < kTold; ++i) {
    names.emplace_back(c.title_of(unknown[i]), c.target_of(unknown[i]));
  }
  if (unknown.size() > kTold) {
    names.emplace_back(c.say_count("report.and_others", unknown.size() - kTold), to_file("tables/endings.csv"));
  }
  auto line = with_parts(c.say_count("report.endings.unknown", unknown.size(), {{"agreements", part_mark(0)}}),
                         {c.linked_list(names)});
  append(line, c.citations_of_agreements(unknown));
  return {line};
}

Paragraph soon_paragraph(const ReportContext& c) {
  const auto from = *c.input.as_of;
  const auto to = add_duration(from, {c.input.ending_within_months, 0});
  std::size_t certain = 0;
  std::vector<Index> possible;
  for (const auto& facts : c.signed_agreements) {
    const auto& v = facts.validity;
    if (v.end_rule == EndRule::open || v.end_earliest > to || v.end_latest < from) continue;
    possible.push_back(facts.agreement);
    if (v.end_earliest >= from && v.end_latest <= to) ++certain;
  }
  Paragraph paragraph{plain(c.say_count(
      "report.endings.soon", static_cast<std::size_t>(c.input.ending_within_months),
      {{"date", c.language.date(to)}, {"agreements", c.certain_to_possible(certain, possible.size())}}))};
  c.unfold(paragraph.unfolds, possible);
  return paragraph;
}

bool says_notice_or_renewal(const ReportContext& c) {
  return std::ranges::any_of(c.signed_agreements, [&](const AgreementFacts& facts) {
    return !c.data.agreements.notice[facts.agreement].empty() ||
           c.data.agreements.renewal[facts.agreement] != Renewal::not_said;
  });
}

// A file holds every year; no more than memory bears where a date is centuries off and agreements are many.
std::size_t years_in_file(std::size_t agreements) {
  constexpr std::size_t kMostCounts = 20'000'000;
  return std::max(kMostYears, kMostCounts / std::max<std::size_t>(agreements, 1));
}

void add_years(const ReportContext& c, const std::vector<YearCounts>& years, bool has_bars, Section& section) {
  auto all = years_table(c, years, has_bars && years.size() <= kMostYears);
  if (years.size() <= kMostYears) {
    section.blocks.push_back({std::move(all)});
    return;
  }
  auto shown = years_table(c, count_by_year(c.data, rows_of(c.signed_agreements), c.input.as_of), has_bars);
  const auto year_of = [&](const std::vector<Cell>& row) { return std::to_string(std::get<std::int64_t>(row.front().value)); };
  const Arguments arguments{{"first", year_of(shown.table.rows.front())},
                            {"last", year_of(shown.table.rows.back())},
                            {"file", part_mark(0)}};
  shown.table.name.clear();  // the file holds all
  section.blocks.push_back({std::move(shown)});
  all.rows_in_page = 0;
  all.dress.clear();
  section.blocks.push_back({std::move(all)});
  const Line file{{"tables/years.csv", Span::Style::plain, to_file("tables/years.csv")}};
  section.blocks.push_back({Paragraph{with_parts(c.say("report.years.stops", arguments), {file}), true}});
}

}  // namespace

void shorten(const ReportContext& c, TableBlock& block) {
  const auto count = std::min(block.table.rows.size(), block.rows_in_page);
  if (count <= kRowsInPage) return;
  block.rows_in_page = kRowsInPage;
  block.table.notes.push_back(c.say_count("report.rows_left_out", count - kRowsInPage,
                                          {{"file", "tables/" + block.table.name + ".csv"}}));
}

Section years_section(const ReportContext& c) {
  Section section{"years", plain(c.say("report.section.years")), 2, {}};
  const auto rows = rows_of(c.signed_agreements);
  const auto years = count_by_year(c.data, rows, c.input.as_of, years_in_file(rows.size()));
  if (years.empty() || c.signed_agreements.empty()) {
    section.blocks.push_back({Paragraph{plain(c.say("report.years.none"))}});
    return section;
  }
  const auto figure = std::ranges::find(c.input.figures, "years", &ReportFigure::name);
  const bool has_figure = figure != c.input.figures.end();
  if (has_figure) section.blocks.push_back({FigureBlock{figure->name, figure->wide, figure->narrow, {}, false}});
  section.blocks.push_back({Paragraph{plain(c.say("report.years.reading")), true}});
  add_years(c, years, !has_figure, section);
  if (const auto count = left_out_by_date(c); count > 0) {
    section.blocks.push_back({Paragraph{plain(c.say_count("report.years.left_out", count)), true}});
  }
  return section;
}

Section breakdowns_section(const ReportContext& c) {
  Section section{"breakdowns", plain(c.say("report.section.breakdowns")), 2, {}};
  if (c.signed_agreements.empty() && c.announced_agreements.empty()) {
    section.blocks.push_back({Paragraph{plain(c.say("report.agreements.none"))}});
    for (const auto* what : {"type", "theme", "kind", "territory", "source"}) {
      section.blocks.push_back({breakdown_table(c, what)});
    }
    return section;
  }
  section.blocks.push_back({Paragraph{plain(c.say("report.breakdowns.reading")), true}});
  Columns columns{{{}, {}}};
  std::size_t side = 0;
  for (const std::string what : {"type", "theme", "kind", "territory", "source"}) {
    auto block = breakdown_table(c, what);
    shorten(c, block);
    columns.columns[side].push_back(
        {Section{"by-" + what, plain(c.say("report.breakdown." + what)), 3, {{std::move(block)}}}});
    if (what == "theme") side = 1;
  }
  section.blocks.push_back({std::move(columns)});
  return section;
}

Section endings_section(const ReportContext& c) {
  Section section{"endings", plain(c.say("report.section.endings")), 2, {}};
  if (c.input.as_of && !c.signed_agreements.empty()) section.blocks.push_back({soon_paragraph(c)});
  auto block = endings_table(c);
  if (block.rows_in_page > 0) section.blocks.push_back({std::move(block)});
  std::vector<Index> ended;
  for (const auto& facts : c.signed_agreements) {
    if (has_ended(c, facts)) ended.push_back(facts.agreement);
  }
  if (!ended.empty()) section.blocks.push_back({ended_paragraph(c, ended)});
  if (!unknown_ends(c).empty()) section.blocks.push_back({unknown_ends_paragraph(c)});
  if (c.signed_agreements.empty()) {
    section.blocks.push_back({Paragraph{plain(c.say("report.finding.none_signed"))}});
    return section;
  }
  if (!says_notice_or_renewal(c)) section.blocks.push_back({Paragraph{plain(c.say("report.endings.no_notice")), true}});
  return section;
}

}  // namespace maillage
