// SPDX-License-Identifier: Apache-2.0
#include "report/link_map.hpp"
#include "report/period_sections.hpp"
#include "report/sections.hpp"

namespace maillage {
namespace {

PartialDate first_date(const DataSet& data, Index agreement) {
  const auto signature = data.agreements.signed_on[agreement];
  return signature.is_known() ? signature : data.agreements.valid_from[agreement];
}

Cell since_cell(const PeriodContext& p, const PartnerInPeriod& partner) {
  const auto first = first_date(p.c.data, partner.first);
  auto cell = short_date_cell(first, p.c.language);
  if (partner.is_older && first.is_known() && first.kind() != DateKind::by_then) cell.shown = p.c.say("period.since_at_least", {{"date", shown_text(cell, p.c.language)}});
  return cell;
}

Cell agreements_cell(const PeriodContext& p, const PartnerInPeriod& partner) {
  std::string ids;
  for (const auto a : partner.agreements) ids += (ids.empty() ? "" : "|") + std::string(p.c.data.agreements.id[a]);
  return {ids, p.c.number(partner.agreements.size())};
}

}  // namespace

Section period_partners(const PeriodContext& p) {
  const bool is_about_all = p.is_about_all();
  Section section{"partners", plain(p.c.say(is_about_all ? "period.section.parties" : "period.section.partners")), 2, {}};
  if (p.facts.partners.empty()) {
    section.blocks.push_back({Paragraph{plain(p.c.say("period.partners.none"))}});
    return section;
  }
  section.blocks.push_back({Paragraph{plain(p.c.say(is_about_all          ? "period.parties.reading"
                                                      : p.is_about_person() ? "period.partners.reading_person"
                                                                            : "period.partners.reading")), true}});
  TableBlock block;
  auto& table = block.table;
  table.name = "partners";
  for (const auto key : {"id", "partner", "kind", "since"}) table.columns.push_back(column(key, p.c.language));
  table.columns.push_back(number_column("agreements", p.c.language));
  for (const auto key : {"certainty", "is_new", "lapsed", "sources"}) table.columns.push_back(column(key, p.c.language));
  block.for_machines = {"id"};
  if (p.is_about_person()) block.for_machines.push_back("lapsed");
  if (is_about_all) table.columns[1] = column("institution", p.c.language);
  for (const auto& partner : p.facts.partners) {
    const auto row = table.rows.size();
    table.rows.push_back({Cell(p.c.data.institutions.id[partner.institution]),
                          Cell(p.c.data.name_of_institution(partner.institution)),
                          code_cell("kind", p.c.data.institutions.kind[partner.institution], p.c.language),
                          since_cell(p, partner), agreements_cell(p, partner), p.certainty_cell(partner.belongs),
                          p.certainty_cell(partner.is_new), p.certainty_cell(partner.lapsed), Cell()});
    p.c.unfold(block.at(row, 4), partner.agreements);
    Claims claims;
    for (const auto a : partner.agreements) {
      const auto more = claims_that_agreement_exists(p.c.data, a);
      claims.insert(claims.end(), more.begin(), more.end());
    }
    const auto citations = citations_of(claims);
    table.rows[row].back() = citations_cell(p.c.data, citations, p.c.language);
    if (!citations.empty()) {
      block.at(row, 8).after = p.c.citations(citations);
      block.at(row, 8).is_only_after = true;
    }
    block.anchors.push_back("institution-" + safe_name(p.c.data.institutions.id[partner.institution]));
  }
  shorten(p.c, block);
  section.blocks.push_back({std::move(block)});
  return section;
}

}  // namespace maillage
