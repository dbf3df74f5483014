// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>
#include <tuple>

#include "report/agreement_blocks.hpp"
#include "report/link_map.hpp"
#include "report/lists.hpp"
#include "report/sections.hpp"
#include "report/short_lists.hpp"

namespace maillage {
namespace {

TableBlock signatures_table(const ReportContext& c, const std::vector<SignatureFacts>& acts, const std::string& name) {
  TableBlock block;
  auto& table = block.table;
  table.name = name;
  for (const auto key : {"person", "capacity", "on_behalf_of", "agreement", "signed", "basis", "sources"}) {
    table.columns.push_back(column(key, c.language));
  }
  const auto& s = c.data.signatures;
  for (const auto& act : acts) {
    const auto row = table.rows.size();
    const auto institution = s.on_behalf_of[act.row];
    const auto date = s.date[act.row].is_known() ? s.date[act.row] : c.data.agreements.signed_on[act.agreement];
    const auto basis = act.sources.empty() ? Cell() : code_cell("basis", act.is_inferred ? Basis::inferred : Basis::stated, c.language);
    table.rows.push_back(
        {Cell(std::string(c.data.people.id[s.person[act.row]]), std::string(c.data.name_of_person(s.person[act.row]))),
         text_cell(s.capacity[act.row]),
         institution == kNone ? Cell()
                              : Cell(std::string(c.data.institutions.id[institution]), c.label_of(institution)),
         Cell(std::string(c.data.agreements.id[act.agreement]), c.title_of(act.agreement)),
         date_cell(date, c.language), basis, citations_cell(c.data, act.sources, c.language)});
    if (institution != kNone) block.at(row, 2).target = c.target_of_institution(institution);
    block.at(row, 3).target = c.target_of(act.agreement);
    block.at(row, 6).after = c.citations(act.sources);
    block.at(row, 6).is_only_after = true;
  }
  shorten(c, block);
  return block;
}

Selection selection_of(const std::vector<AgreementFacts>& agreements, const Selection& like) {
  Selection selection;
  selection.reference_day = like.reference_day;
  for (const auto& facts : agreements) {
    auto certainty = Certainty::certain;
    for (const auto& item : like.items) {
      if (item.agreement == facts.agreement) certainty = item.certainty;
    }
    selection.items.push_back({facts.agreement, certainty});
  }
  return selection;
}

std::string anchor_of(const ReportContext& c, Index agreement) {
  return "agreement-" + safe_name(c.data.agreements.id[agreement]);
}

Section agreement_section(const ReportContext& c, const AgreementFacts& facts) {
  return {anchor_of(c, facts.agreement), plain(c.title_of(facts.agreement)), 3, agreement_blocks(c, facts)};
}

// A row for each: for reports with more agreements than a page can hold in full.
TableBlock brief_agreements(const ReportContext& c, const std::vector<AgreementFacts>& agreements) {
  TableBlock block;
  block.table.columns = {column("title", c.language), column("type", c.language), column("parties", c.language),
                         column("status", c.language), column("signed", c.language), column("valid_to", c.language),
                         column("sources", c.language)};
  for (const auto& facts : agreements) {
    const auto a = facts.agreement;
    const auto row = block.table.rows.size();
    std::vector<LinkedName> parties;
    for (const auto party : c.data.parties_of(a)) {
      const auto institution = c.data.parties.institution[party];
      parties.emplace_back(c.label_of(institution), c.target_of_institution(institution));
    }
    block.table.rows.push_back({Cell(c.title_of(a)), code_cell("type", c.data.agreements.type[a], c.language), Cell(),
                                code_cell("status", facts.status, c.language),
                                short_date_cell(c.data.agreements.signed_on[a], c.language),
                                edtf_cell(facts.valid_to, c.language), Cell()});
    put_names(c, parties, block.table.rows[row][2], block.at(row, 2));
    block.at(row, 6).after = c.citations(facts.sources);
    block.at(row, 6).is_only_after = true;
    block.anchors.push_back(anchor_of(c, a));
  }
  return block;
}

TableBlock machine_list(Table table) {
  TableBlock block;
  block.table = std::move(table);
  block.rows_in_page = 0;
  return block;
}

std::vector<Index> without_signatory(const ReportContext& c) {
  std::set<Index> told;
  for (const auto& signature : c.signatures) told.insert(signature.agreement);
  std::vector<Index> silent;
  for (const auto& facts : c.signed_agreements) {
    if (!told.contains(facts.agreement)) silent.push_back(facts.agreement);
  }
  return silent;
}

// By what they tell of, then by date; those without a date last.
std::vector<Index> mentions_in_order(const DataSet& data) {
  auto rows = all_rows(data.mentions.size());
  std::ranges::stable_sort(rows, {}, [&](Index row) {
    const auto& mention = data.mentions[row];
    return std::tuple(mention.context, !mention.date.is_known(), mention.date.earliest());
  });
  return rows;
}

Line mention_institutions(const ReportContext& c, const Mention& mention) {
  std::vector<LinkedName> names;
  for (const auto institution : mention.institutions) {
    names.emplace_back(c.label_of(institution), c.target_of_institution(institution));
  }
  return c.linked_list(names);
}

}  // namespace

Section signatures_section(const ReportContext& c) {
  Section section{"signatures", plain(c.say("report.section.signatures")), 2, {}};
  section.blocks.push_back({Paragraph{plain(c.say("report.signatures.reading")), true}});
  if (c.signatures.empty()) {
    section.blocks.push_back({Paragraph{plain(c.say("report.signatures.none"))}});
  } else {
    section.blocks.push_back({signatures_table(c, c.signatures, "signatures")});
  }
  if (const auto silent = without_signatory(c); !silent.empty()) {
    Paragraph paragraph{plain(c.say_count("report.signatures.without", silent.size()))};
    c.unfold(paragraph.unfolds, silent);
    section.blocks.push_back({std::move(paragraph)});
  }
  if (!c.presences.empty()) {
    Section present{"presences", plain(c.say("report.presences.heading")), 3, {}};
    present.blocks.push_back({Paragraph{plain(c.say("report.presences.reading")), true}});
    present.blocks.push_back({signatures_table(c, c.presences, "presences")});
    section.blocks.push_back({std::move(present)});
  }
  return section;
}

Section announced_section(const ReportContext& c) {
  Section section{"announced", plain(c.say("report.section.announced")), 2, {}};
  if (c.announced_agreements.empty()) {
    section.blocks.push_back({Paragraph{plain(c.say("report.announced.none"))}});
    return section;
  }
  section.blocks.push_back(
      {Paragraph{plain(c.say_count("report.announced.reading", c.announced_agreements.size())), true}});
  TableBlock block;
  auto& table = block.table;
  table.name = "announced";
  for (const auto key : {"id", "agreement", "type", "parties", "expected", "lineage", "sources"}) {
    table.columns.push_back(column(key, c.language));
  }
  block.for_machines = {"id"};
  const auto all = agreements_table(c.data, selection_of(c.announced_agreements, c.view.selection), c.input.as_of, c.language);
  const auto cell_of = [&](std::size_t row, std::string_view key) {
    for (std::size_t i = 0; i < all.columns.size(); ++i) {
      if (all.columns[i].key == key) return all.rows[row][i];
    }
    return Cell();
  };
  for (std::size_t row = 0; row < c.announced_agreements.size(); ++row) {
    const auto a = c.announced_agreements[row].agreement;
    table.rows.push_back({cell_of(row, "id"), cell_of(row, "title"), cell_of(row, "type"), cell_of(row, "parties"),
                          date_cell(c.data.agreements.expected[a], c.language), cell_of(row, "lineage"),
                          cell_of(row, "sources")});
    block.at(row, 1).target = c.target_of(a);
    block.at(row, 6).after = c.citations(citations_of(claims_that_agreement_exists(c.data, a)));
    block.at(row, 6).is_only_after = true;
  }
  shorten(c, block);
  section.blocks.push_back({std::move(block)});
  return section;
}

Section mentions_section(const ReportContext& c) { return mentions_section(c, mentions_in_order(c.data)); }

Section mentions_section(const ReportContext& c, const std::vector<Index>& rows) {
  Section section{"mentions", plain(c.say("report.section.mentions")), 2, {}};
  if (rows.empty()) {
    section.blocks.push_back({Paragraph{plain(c.say("report.mentions.none"))}});
    return section;
  }
  section.blocks.push_back({Paragraph{plain(c.say_count("report.mentions.reading", rows.size())), true}});
  TableBlock block;
  block.table = mentions_table(c.data, rows, c.language);
  block.table.title.clear();
  block.for_machines = {"id"};
  for (std::size_t row = 0; row < block.table.rows.size(); ++row) {
    const auto& mention = c.data.mentions[rows[row]];
    if (mention.institutions.size() > 0) {
      block.at(row, 1).after = mention_institutions(c, mention);
      block.at(row, 1).is_only_after = true;
    }
    if (!mention.date.is_known()) block.table.rows[row][3].shown = "–";
    const auto citations = citations_of(c.data.evidence_for("mentions", mention.id));
    if (citations.empty()) continue;
    block.at(row, 6).after = c.citations(citations);
    block.at(row, 6).is_only_after = true;
  }
  shorten(c, block);
  section.blocks.push_back({std::move(block)});
  return section;
}

Section agreements_section(const ReportContext& c) {
  auto all = c.signed_agreements;
  all.insert(all.end(), c.announced_agreements.begin(), c.announced_agreements.end());
  Section section{"agreements", plain(c.say("report.section.agreements")), 2, {}};
  section.blocks.push_back({Paragraph{plain(c.say(all.empty() ? "report.agreements.none" : "report.agreements.reading")), true}});
  section.blocks.push_back(
      {machine_list(agreements_table(c.data, selection_of(all, c.view.selection), c.input.as_of, c.language))});
  if (all.size() <= kAgreementsInFull) {
    for (const auto& facts : all) section.blocks.push_back({agreement_section(c, facts)});
  } else {
    auto block = brief_agreements(c, all);
    section.blocks.push_back({std::move(block)});
  }
  return section;
}

Section institutions_section(const ReportContext& c) {
  Section section{"institutions", plain(c.say("report.section.institutions")), 2, {}};
  const auto others = c.data.institutions.size() - c.parties.size();
  section.blocks.push_back({Paragraph{plain(c.say_count("report.institutions.reading", c.parties.size(),
                                                        {{"others", c.say_count("report.institutions.others", others)}})),
                                      true}});
  section.blocks.push_back(
      {machine_list(institutions_table(c.view, all_rows(c.data.institutions.size()), c.language))});
  section.blocks.push_back({machine_list(people_table(c.data, all_rows(c.data.people.size()), c.language))});
  TableBlock block;
  auto& table = block.table;
  table.columns = {column("name", c.language), column("kind", c.language), column("city", c.language),
                   number_column("agreements", c.language), number_column("partners", c.language),
                   number_column("announced_count", c.language), column("rank", c.language)};
  const bool is_short = c.signed_agreements.size() + c.announced_agreements.size() <= kAgreementsInFull;
  for (const auto institution : c.parties) {
    const auto row = table.rows.size();
    const auto vertex = c.view.vertex_of_institution(institution);
    const bool is_node = vertex < c.view.network.vertex_count();
    std::vector<Index> agreements, announced;
    if (is_node) agreements = c.view.agreements_of_node(vertex);
    for (const auto& facts : c.announced_agreements) {
      for (const auto party : c.data.parties_of(facts.agreement)) {
        if (c.data.parties.institution[party] == institution) announced.push_back(facts.agreement);
      }
    }
    Cell rank;
    for (std::size_t place = 0; place < c.input.hubs.hubs.size(); ++place) {
      const auto& hub = c.input.hubs.hubs[place];
      if (is_node && hub.vertex == vertex) {
        rank = Cell(std::int64_t{hub.rank}, rank_in_words(c.input.hubs, place, c.language));
      }
    }
    table.rows.push_back({Cell(c.data.name_of_institution(institution)),
                          code_cell("kind", c.data.institutions.kind[institution], c.language),
                          text_cell(c.data.institutions.city[institution]), count_cell(agreements.size(), c.language),
                          count_cell(is_node ? c.view.network.degree(vertex) : 0, c.language),
                          count_cell(announced.size(), c.language), rank});
    block.at(row, 0).target = c.target_of_institution(institution);
    if (!agreements.empty() && is_short) c.unfold(block.at(row, 3), agreements);  // else its sheet lists them
    if (!announced.empty()) c.unfold(block.at(row, 5), announced);
    block.anchors.push_back("institution-" + safe_name(c.data.institutions.id[institution]));
  }
  section.blocks.push_back({std::move(block)});
  return section;
}

}  // namespace maillage
