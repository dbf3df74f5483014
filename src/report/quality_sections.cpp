// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "report/agreement_blocks.hpp"
#include "report/knowledge.hpp"
#include "report/link_map.hpp"
#include "report/lists.hpp"
#include "report/sections.hpp"

namespace maillage {
namespace {

TableBlock knowledge_table(const ReportContext& c) {
  TableBlock block;
  block.look = TableBlock::Look::matrix;
  auto& table = block.table;
  table.name = "knowledge";
  for (const auto key : {"id", "agreement", "parties", "signed", "valid_from", "valid_to", "signatories"}) {
    table.columns.push_back(column(key, c.language));
  }
  block.for_machines = {"id"};
  for (const auto& facts : c.signed_agreements) {
    const auto k = knowledge_of(c, facts);
    const auto cell = [](Knowledge knowledge) {
      return Cell(std::string(code_name(knowledge)), std::string(knowledge_mark(knowledge)));
    };
    block.at(table.rows.size(), 1).target = c.target_of(facts.agreement);
    table.rows.push_back({Cell(c.data.agreements.id[facts.agreement]), Cell(c.title_of(facts.agreement)),
                          cell(k.parties), cell(k.signature), cell(k.start), cell(k.end), cell(k.signatories)});
  }
  table.notes.push_back(c.say("report.knowledge.marks", {{"stated", std::string(knowledge_mark(Knowledge::stated))},
                                                         {"inferred", std::string(knowledge_mark(Knowledge::inferred))},
                                                         {"bounded", std::string(knowledge_mark(Knowledge::bounded))},
                                                         {"absent", std::string(knowledge_mark(Knowledge::absent))}}));
  shorten(c, block);
  return block;
}

Bullets unknown_dates(const ReportContext& c) {
  std::vector<Index> signature, bounded, start, end, signatories;
  const auto note = [](std::vector<Index>& rows, bool lacks, Index agreement) {
    if (lacks) rows.push_back(agreement);
  };
  for (const auto& facts : c.signed_agreements) {
    const auto k = knowledge_of(c, facts);
    note(signature, k.signature == Knowledge::absent, facts.agreement);
    note(bounded, k.signature == Knowledge::bounded, facts.agreement);
    note(start, k.start == Knowledge::absent, facts.agreement);
    note(end, k.end == Knowledge::absent, facts.agreement);
    note(signatories, k.signatories == Knowledge::absent, facts.agreement);
  }
  Bullets bullets;
  const auto add = [&](std::string_view key, const std::vector<Index>& agreements) {
    if (agreements.empty()) return;
    bullets.lines.push_back(plain(c.say_count(key, agreements.size())));
    c.unfold(bullets.unfolds.emplace_back(), agreements);
  };
  add("report.quality.no_signature_date", signature);
  add("report.quality.bounded_signature", bounded);
  add("report.quality.no_start", start);
  add("report.quality.no_end", end);
  add("report.quality.no_signatory", signatories);
  return bullets;
}

Bullets acknowledged(const ReportContext& c) {
  Bullets bullets;
  for (const auto& one : c.data.acknowledgements) {
    const auto agreement = one.table == "agreements" ? c.data.find_agreement(one.key) : kNone;
    const auto what = agreement == kNone ? plain(std::string(one.key)) : c.agreement_link(agreement);
    bullets.lines.push_back(with_parts(
        c.say("report.quality.acknowledgement", {{"what", part_mark(0)}, {"reason", std::string(one.reason)}}), {what}));
  }
  return bullets;
}

// Where in each source something was found: every locator of its claims, merged.
std::vector<Citation> places_in_sources(const DataSet& data, const std::vector<Index>& evidence) {
  Claims claims;
  for (const auto row : evidence) claims.push_back(&data.evidence[row]);
  return citations_of(claims);
}

Line source_line(const ReportContext& c, Index row, const std::vector<Citation>& places, std::size_t claims) {
  const auto& source = c.data.sources[row];
  Line line{{source_number(row, c.language), Span::Style::strong}};
  const auto title = std::string(source.title.empty() ? source.id : source.title);
  append(line, {{title, Span::Style::plain, to_web(source.url)}});
  std::vector<std::string> facts;
  facts.push_back(c.language.label("source_kind", code_name(source.kind)));
  facts.push_back(source.publisher.empty() ? c.say("report.source.no_publisher") : std::string(source.publisher));
  facts.push_back(source.date.is_known() ? c.language.date(source.date) : c.say("report.source.no_date"));
  if (!source.file.empty()) facts.push_back(c.say("report.source.file", {{"file", std::string(source.file)}}));
  std::string text;
  for (const auto& fact : facts) text += (text.empty() ? "" : " · ") + fact;
  append(line, {{text, Span::Style::soft}});
  const auto place = std::ranges::find(places, row, &Citation::source);
  if (claims == 0) {
    append(line, plain(c.say("report.source.unused")));
  } else {
    append(line, plain(c.say_count("report.source.claims", claims)));
    // A register is looked up by number: its places are as many as its claims and are left to the evidence table.
    if (place != places.end() && place->locator.starts_with("l. ") && place->locator.size() < 400) {
      append(line, plain(c.say("report.source.places", {{"places", locator_label(place->locator)}})));
    }
  }
  if (!source.note.empty()) append(line, {{std::string(source.note), Span::Style::soft}});
  return line;
}

Paragraph claims_paragraph(const ReportContext& c, std::size_t stated) {
  return {with_parts(c.say_count("report.quality.claims", c.data.evidence.size(),
                                 {{"stated", c.number(stated)}, {"inferred", c.number(c.data.evidence.size() - stated)},
                                  {"file", part_mark(0)}}),
                     {{{"evidence.csv", Span::Style::plain, to_file("tables/evidence.csv")}}})};
}

}  // namespace

Section quality_section(const ReportContext& c) {
  Section section{"quality", plain(c.say("report.quality.heading")), 2, {}};
  if (!c.signed_agreements.empty()) section.blocks.push_back({knowledge_table(c)});
  section.blocks.push_back({unknown_dates(c)});
  const auto stated = static_cast<std::size_t>(std::ranges::count(c.data.evidence, Basis::stated, &Evidence::basis));
  section.blocks.push_back({c.data.evidence.empty() ? Paragraph{plain(c.say("report.quality.no_claim"))}
                                                    : claims_paragraph(c, stated)});
  section.blocks.push_back({Paragraph{plain(c.input.warnings == 0
                                                ? c.say("report.quality.no_warning")
                                                : c.say_count("report.quality.warnings", c.input.warnings))}});
  if (!c.data.acknowledgements.empty()) {
    section.blocks.push_back(
        {Paragraph{plain(c.say_count("report.quality.acknowledged", c.data.acknowledgements.size()))}});
    section.blocks.push_back({acknowledged(c)});
  }
  if (auto doubts = doubts_section(c)) section.blocks.push_back({std::move(*doubts)});
  return section;
}

Section sources_section(const ReportContext& c) {
  return sources_section(c, all_rows(c.data.sources.size()), all_rows(c.data.evidence.size()));
}

Section sources_section(const ReportContext& c, const std::vector<Index>& sources, const std::vector<Index>& evidence) {
  Section section{"sources", plain(c.say("report.section.sources")), 2, {}};
  const auto places = places_in_sources(c.data, evidence);
  std::vector<std::size_t> claims(c.data.sources.size());
  for (const auto row : evidence) {
    if (c.data.evidence[row].source != kNone) ++claims[c.data.evidence[row].source];
  }
  Bullets bullets;
  bullets.is_list_of_sources = true;
  for (const auto row : sources) {
    bullets.lines.push_back(source_line(c, row, places, claims[row]));
    bullets.anchors.push_back("source-" + safe_name(c.data.sources[row].id));
  }
  section.blocks.push_back({std::move(bullets)});
  TableBlock list;
  list.table = sources_table(c.data, c.language);
  if (sources.size() < c.data.sources.size()) {
    std::vector<std::vector<Cell>> cited;
    for (const auto row : sources) cited.push_back(std::move(list.table.rows[row]));
    list.table.rows = std::move(cited);
  }
  list.rows_in_page = 0;
  section.blocks.push_back({list});
  list.table = evidence_table(c.data, evidence, c.language);
  section.blocks.push_back({std::move(list)});
  return section;
}

Section method_section(const ReportContext& c) {
  Section section{"method", plain(c.say("report.section.method")), 2, {}};
  Definitions rows;
  const auto add = [&](std::string_view key, Line line) {
    if (!plain_text(line).empty()) rows.rows.push_back({plain(c.say(key)), {std::move(line)}});
  };
  std::vector<Line> settings;
  for (const auto& sentence : c.input.settings) settings.push_back(plain(sentence));
  if (!settings.empty()) rows.rows.push_back({plain(c.say("report.method.settings")), std::move(settings)});
  add("report.method.counts", plain(c.say("report.method.counts_text")));
  add("report.method.strength", plain(c.say("report.method.strength_text")));
  add("report.method.betweenness", plain(c.say("report.method.betweenness_text")));
  add("report.method.command", {{c.input.command, Span::Style::code}});
  add("report.method.version", plain(c.input.version));
  add("report.method.data", {{c.input.data_hash, Span::Style::code}});
  section.blocks.push_back({std::move(rows)});
  return section;
}

}  // namespace maillage
