// SPDX-License-Identifier: Apache-2.0
#include "report/fact_sheet.hpp"

#include <algorithm>
#include <map>

#include "report/agreement_blocks.hpp"
#include "report/cited_sources.hpp"
#include "report/short_lists.hpp"

namespace maillage {
namespace {

using Pairs = std::vector<std::pair<Index, Index>>;  // agreement, row of parties or signatures

void add_row(const ReportContext& c, Definitions& rows, std::string_view key, Line line) {
  if (!line.empty()) rows.rows.push_back({plain(c.say("report.column." + std::string(key))), {std::move(line)}});
}

// A field of an institution's row and its evidence; nothing for an empty one.
void add_field(const ReportContext& c, Definitions& rows, Index institution, std::string_view field,
               std::string_view value, Target target = {}) {
  if (value.empty()) return;
  Line line{{std::string(value), Span::Style::plain, std::move(target)}};
  append(line, evidence_line(c, "institutions", c.data.institutions.id[institution], field));
  add_row(c, rows, field, std::move(line));
}

Definitions identity_of(const ReportContext& c, Index i) {
  const auto& t = c.data.institutions;
  Definitions rows;
  add_field(c, rows, i, "name", c.data.name_of_institution(i));
  if (t.short_name[i] != c.data.name_of_institution(i)) add_field(c, rows, i, "short_name", t.short_name[i]);
  std::vector<std::string> aliases;
  for (const auto alias : t.aliases[i]) aliases.emplace_back(alias);
  if (!aliases.empty()) add_field(c, rows, i, "aliases", c.language.list(aliases));
  add_field(c, rows, i, "kind", c.language.label("kind", code_name(t.kind[i])));
  add_field(c, rows, i, "city", t.city[i]);
  if (t.territory[i] != kNone) add_field(c, rows, i, "territory", territory_label(c.data, t.territory[i]));
  if (t.parent[i] != kNone) add_field(c, rows, i, "parent", c.label_of(t.parent[i]), c.target_of_institution(t.parent[i]));
  if (t.founded[i].is_known()) add_field(c, rows, i, "founded", c.language.date(t.founded[i]));
  if (t.dissolved[i].is_known()) add_field(c, rows, i, "dissolved", c.language.date(t.dissolved[i]));
  const auto ror = std::string(t.ror[i]);
  add_field(c, rows, i, "ror", ror, ror.empty() ? Target{} : to_web("https://ror.org/" + ror));
  add_field(c, rows, i, "siren", t.siren[i]);
  add_field(c, rows, i, "finess", t.finess[i]);
  const auto wikidata = std::string(t.wikidata[i]);
  add_field(c, rows, i, "wikidata", wikidata,
            wikidata.empty() ? Target{} : to_web("https://www.wikidata.org/wiki/" + wikidata));
  add_field(c, rows, i, "url", t.url[i], to_web(t.url[i]));
  if (!t.note[i].empty()) add_row(c, rows, "note", plain(std::string(t.note[i])));
  return rows;
}

// Units below it, groups it belongs to, members it has.
std::vector<Line> ties_of(const ReportContext& c, Index i) {
  std::vector<Line> lines;
  const auto linked = [&](Index other) {
    return Line{{c.label_of(other), Span::Style::plain, c.target_of_institution(other)}};
  };
  for (Index other = 0; other < c.data.institutions.size(); ++other) {
    if (c.data.institutions.parent[other] != i) continue;
    lines.push_back(with_parts(c.say("report.sheet.unit", {{"institution", part_mark(0)}}), {linked(other)}));
    append(lines.back(), evidence_line(c, "institutions", c.data.institutions.id[other], "parent"));
  }
  for (const auto& affiliation : c.data.affiliations) {
    if (affiliation.member != i && affiliation.group != i) continue;
    const bool is_member = affiliation.member == i;
    const auto other = is_member ? affiliation.group : affiliation.member;
    auto line = with_parts(c.say(is_member ? "report.sheet.member_of" : "report.sheet.has_member",
                                 {{"institution", part_mark(0)}}),
                           {linked(other)});
    if (!affiliation.role.empty()) {
      append(line, {{c.say("report.in_brackets", {{"text", std::string(affiliation.role)}}), Span::Style::soft}});
    }
    append(line, evidence_line(c, "affiliations",
                               std::string(c.data.institutions.id[affiliation.member]) + "/" +
                                   std::string(c.data.institutions.id[affiliation.group]),
                               "*"));
    lines.push_back(std::move(line));
  }
  return lines;
}

bool is_party(const ReportContext& c, Index agreement, Index institution) {
  return std::ranges::any_of(c.data.parties_of(agreement),
                             [&](Index row) { return c.data.parties.institution[row] == institution; });
}

Line parties_line(const ReportContext& c, Index agreement, Index except) {
  std::vector<LinkedName> names;
  for (const auto row : c.data.parties_of(agreement)) {
    const auto institution = c.data.parties.institution[row];
    if (institution != except) names.emplace_back(c.label_of(institution), c.target_of_institution(institution));
  }
  if (const auto unnamed = c.data.agreements.unnamed_parties[agreement]; unnamed > 0) {
    names.emplace_back(c.say_count("report.unnamed", unnamed), Target{});
  }
  return shortened_list(c, std::move(names), c.target_of(agreement));
}

TableBlock agreements_of(const ReportContext& c, Index institution, const std::vector<AgreementFacts>& all) {
  TableBlock block;
  for (const auto key : {"agreement", "type", "with", "status", "signed", "valid_from", "valid_to", "sources"}) {
    block.table.columns.push_back(column(key, c.language));
  }
  for (const auto& facts : all) {
    const auto a = facts.agreement;
    if (!is_party(c, a, institution)) continue;
    const auto row = block.table.rows.size();
    auto end = edtf_cell(facts.valid_to, c.language);
    if (facts.validity.end_rule == EndRule::unknown) end.shown = c.say("report.rule.unknown");
    block.table.rows.push_back({Cell(c.title_of(a)), code_cell("type", c.data.agreements.type[a], c.language), Cell(),
                                code_cell("status", facts.status, c.language),
                                date_cell(c.data.agreements.signed_on[a], c.language),
                                date_cell(c.data.agreements.valid_from[a], c.language), end, Cell()});
    block.at(row, 0).target = c.target_of(a);
    block.at(row, 2).after = parties_line(c, a, institution);
    block.at(row, 2).is_only_after = true;
    block.at(row, 7).after = c.citations(citations_of(claims_that_agreement_exists(c.data, a)));
    block.at(row, 7).is_only_after = true;
  }
  return block;
}

TableBlock partners_of(const ReportContext& c, Vertex vertex) {
  TableBlock block;
  block.table.columns = {column("partner", c.language), number_column("weight", c.language),
                         column("agreements", c.language)};
  struct Partner {
    Vertex vertex;
    double weight;
  };
  std::vector<Partner> partners;
  for (const auto other : c.view.network.neighbours(vertex)) {
    partners.push_back({other, c.view.network.weight(c.view.network.find_edge(vertex, other))});
  }
  std::ranges::stable_sort(partners, std::ranges::greater{}, &Partner::weight);
  for (const auto& partner : partners) {
    const auto row = block.table.rows.size();
    std::vector<LinkedName> titles;
    for (const auto a : c.view.agreements_of_edge(c.view.network.find_edge(vertex, partner.vertex))) {
      titles.emplace_back(c.title_of(a), c.target_of(a));
    }
    block.table.rows.push_back(
        {Cell(c.view.label(partner.vertex)), number_cell(partner.weight, 2, c.language), Cell()});
    block.at(row, 0).target = c.target_of_vertex(partner.vertex);
    block.at(row, 2).after = shortened_list(c, std::move(titles), to_section("sheet-agreements"));
    block.at(row, 2).is_only_after = true;
  }
  return block;
}

void rank_lines(const ReportContext& c, Vertex vertex, Definitions& rows) {
  const auto& ranking = c.input.hubs;
  for (std::size_t place = 0; place < ranking.hubs.size(); ++place) {
    const auto& hub = ranking.hubs[place];
    if (hub.vertex != vertex) continue;
    add_row(c, rows, "rank",
            plain(c.say_count("report.sheet.rank", ranking.hubs.size(),
                              {{"rank", rank_in_words(ranking, place, c.language)},
                               {"interval", interval_in_words(hub, c.language)},
                               {"measure", c.language.label("measure", ranking.measure)}})));
    if (place >= c.input.reasons.size()) continue;
    Line why;
    for (const auto& sentence : hub_reason_sentences(c.view, c.input.reasons[place], c.language)) {
      append(why, plain(sentence));
    }
    append(why, c.citations_of_agreements(c.input.reasons[place].agreements));
    add_row(c, rows, "why", std::move(why));
  }
}

KeyFigures sheet_figures(const ReportContext& c, Index institution, Vertex vertex, bool is_node) {
  const auto in_force = is_node ? partnerships_in_force(c.view, vertex, c.input.as_of) : InForceCount{};
  const auto agreements = is_node ? c.view.agreements_of_node(vertex).size() : 0;
  std::size_t announced = 0;
  for (const auto& facts : c.announced_agreements) announced += is_party(c, facts.agreement, institution) ? 1 : 0;
  KeyFigures keys{c.say("report.key.title"), {}};
  const auto to_agreements = to_section("sheet-agreements");
  keys.figures.push_back({c.number(agreements), c.say_count("report.key.signed", agreements),
                          announced == 0 ? "" : c.announced_besides(announced),
                          agreements == 0 ? to_section("sheet-announced") : to_agreements});
  keys.figures.push_back({c.from_to(in_force.certain, in_force.possible), c.say("report.key.in_force"),
                          c.certain_and_possible(in_force.certain, in_force.possible),
                          to_agreements});
  const auto partners = is_node ? c.view.network.degree(vertex) : 0;
  keys.figures.push_back({c.number(partners), c.say_count("report.key.partners", partners), "", to_section("sheet-partners")});
  return keys;
}

// Offices in the institution and in its units: what each person is there, once.
std::map<Index, std::vector<std::string>> offices_in(const ReportContext& c, Index institution) {
  std::map<Index, std::vector<std::string>> offices;
  for (const auto& position : c.data.positions) {
    if (position.institution == kNone) continue;
    const bool is_in_unit = c.data.institutions.parent[position.institution] == institution;
    if (position.institution != institution && !is_in_unit) continue;
    auto title = std::string(position.title);
    if (is_in_unit) {
      title = c.say("report.position", {{"title", title}, {"institution", c.label_of(position.institution)}});
    }
    auto& titles = offices[position.person];
    if (std::ranges::find(titles, title) == titles.end()) titles.push_back(std::move(title));
  }
  return offices;
}

Line act_line(const ReportContext& c, std::string_view key, const SignatureFacts& signature) {
  auto line = with_parts(c.say(key, {{"agreement", part_mark(0)}}), {c.agreement_link(signature.agreement)});
  if (signature.is_inferred) append(line, {{c.say("report.inferred_mark"), Span::Style::soft}});
  append(line, c.citations(signature.sources));
  return line;
}

// Who signed for the institution, who holds an office in it; a person once, with all it did.
Definitions people_of(const ReportContext& c, Index institution) {
  const auto offices = offices_in(c, institution);
  const auto& s = c.data.signatures;
  std::map<Index, std::vector<Line>> acts;
  for (const auto& [person, titles] : offices) acts.try_emplace(person);
  for (const auto& signature : c.signatures) {
    if (s.on_behalf_of[signature.row] != institution) continue;
    acts[s.person[signature.row]].push_back(act_line(c, "report.sheet.signed", signature));
  }
  for (const auto& presence : c.presences) {
    const auto person = s.person[presence.row];
    if (offices.contains(person)) acts[person].push_back(act_line(c, "report.sheet.present", presence));
  }
  Definitions people;
  for (auto& [person, lines] : acts) {
    auto name = std::string(c.data.name_of_person(person));
    if (const auto office = offices.find(person); office != offices.end()) {
      name = c.say("report.position", {{"title", name}, {"institution", c.language.list(office->second)}});
    }
    if (lines.empty()) lines.push_back({{c.say("report.sheet.no_signature"), Span::Style::soft}});
    people.rows.push_back({plain(std::move(name)), std::move(lines)});
  }
  return people;
}

Bullets mentions_of(const ReportContext& c, Index institution) {
  Bullets bullets;
  for (const auto& mention : c.data.mentions) {
    if (std::ranges::find(mention.institutions, institution) == mention.institutions.end()) continue;
    std::vector<LinkedName> others;
    for (const auto other : mention.institutions) {
      if (other != institution) others.emplace_back(c.label_of(other), c.target_of_institution(other));
    }
    Line line{{c.language.label("mention", code_name(mention.context)), Span::Style::strong}};
    if (!others.empty()) {
      append(line, with_parts(c.say("report.sheet.with", {{"institutions", part_mark(0)}}), {c.linked_list(others)}));
    }
    std::vector<std::string> remarks;
    if (mention.date.is_known()) remarks.push_back(c.language.date(mention.date));
    if (mention.amount_eur) remarks.push_back(c.language.euros(*mention.amount_eur));
    if (!remarks.empty()) append(line, {{c.say("report.in_brackets", {{"text", c.language.list(remarks)}}), Span::Style::soft}});
    if (!mention.note.empty()) append(line, plain(std::string(mention.note)));
    append(line, c.citations(citations_of(c.data.evidence_for("mentions", mention.id))));
    bullets.lines.push_back(std::move(line));
  }
  return bullets;
}

Line back_to_report(const ReportContext& c) {
  return {{c.say("report.sheet.back"), Span::Style::plain, to_file("index.html")}};
}

Line kicker_of(const ReportContext& c, std::string what) {
  Line line = plain(std::move(what));
  if (c.input.as_of) {
    append(line, plain(c.say("report.sheet.as_of", {{"date", c.language.date(*c.input.as_of)}})));
  }
  return line;
}

void add_section(const ReportContext& c, Document& document, std::string_view anchor, std::string_view key, Block block) {
  document.sections.push_back({"sheet-" + std::string(anchor), plain(c.say(key)), 2, {std::move(block)}});
}

void end_sheet(const ReportContext& c, Document& document) {
  if (auto sources = cited_sources(c, document)) document.sections.push_back(std::move(*sources));
  document.foot = back_to_report(c);
}

}  // namespace

Document institution_sheet(const ReportContext& c, Index institution) {
  Document document;
  const auto vertex = c.view.vertex_of_institution(institution);
  const bool is_node = vertex < c.view.network.vertex_count();
  document.title = std::string(c.data.name_of_institution(institution));
  document.headline = plain(document.title);
  document.kicker = kicker_of(c, c.say("report.sheet.institution"));
  document.lead.push_back({sheet_figures(c, institution, vertex, is_node)});
  add_section(c, document, "identity", "report.sheet.identity", {identity_of(c, institution)});
  auto ties = ties_of(c, institution);
  if (!ties.empty()) add_section(c, document, "ties", "report.sheet.ties", {Bullets{std::move(ties)}});
  auto agreements = agreements_of(c, institution, c.signed_agreements);
  if (!agreements.table.rows.empty()) {
    add_section(c, document, "agreements", "report.sheet.agreements", {std::move(agreements)});
  }
  auto announced = agreements_of(c, institution, c.announced_agreements);
  if (!announced.table.rows.empty()) {
    add_section(c, document, "announced", "report.section.announced", {std::move(announced)});
  }
  if (is_node && c.view.network.degree(vertex) > 0) {
    add_section(c, document, "partners", "report.sheet.partners", {partners_of(c, vertex)});
  }
  Definitions place;
  if (is_node) rank_lines(c, vertex, place);
  if (!place.rows.empty()) add_section(c, document, "rank", "report.sheet.place", {std::move(place)});
  auto people = people_of(c, institution);
  if (!people.rows.empty()) add_section(c, document, "people", "report.sheet.people", {std::move(people)});
  auto mentions = mentions_of(c, institution);
  if (!mentions.lines.empty()) add_section(c, document, "mentions", "report.section.mentions", {std::move(mentions)});
  end_sheet(c, document);
  return document;
}

Document person_sheet(const ReportContext& c, Index person) {
  Document document;
  document.title = std::string(c.data.name_of_person(person));
  document.headline = plain(document.title);
  document.kicker = kicker_of(c, c.say("report.sheet.person"));
  Definitions offices;
  std::vector<Line> positions, signed_lines, present;
  for (const auto& position : c.data.positions) {
    if (position.person != person) continue;
    Line line = plain(std::string(position.title));
    auto key = std::string(c.data.people.id[person]) + "/";
    if (position.institution != kNone) {
      key += std::string(c.data.institutions.id[position.institution]);
      line = with_parts(c.say("report.position", {{"title", std::string(position.title)}, {"institution", part_mark(0)}}),
                        {{{c.label_of(position.institution), Span::Style::plain,
                           c.target_of_institution(position.institution)}}});
    }
    if (position.seen_on.is_known()) {
      append(line, {{c.say("report.sheet.seen_on", {{"date", c.language.date(position.seen_on)}}), Span::Style::soft}});
    }
    append(line, c.citations(citations_of(c.data.evidence_for("positions", key))));
    positions.push_back(std::move(line));
  }
  for (Index a = 0; a < c.data.agreements.size(); ++a) {
    for (const auto row : c.data.signatures_of(a)) {
      if (c.data.signatures.person[row] != person) continue;
      Line line = c.agreement_link(a);
      if (const auto kind = c.data.signatures.kind[row]; kind != SignatureKind::signatory) {
        append(line, {{c.say("report.in_brackets", {{"text", c.language.label("signature", code_name(kind))}}),
                       Span::Style::soft}});
      }
      append(line, signature_line(c, row));
      append(line, evidence_line(c, "signatures", signature_key(c.data, row, a), "kind"));
      (c.data.signatures.kind[row] == SignatureKind::signatory ? signed_lines : present).push_back(std::move(line));
    }
  }
  if (!positions.empty()) offices.rows.push_back({plain(c.say("report.column.positions")), std::move(positions)});
  if (!signed_lines.empty()) offices.rows.push_back({plain(c.say("report.column.signed_agreements")), std::move(signed_lines)});
  if (!present.empty()) offices.rows.push_back({plain(c.say("report.column.present_at")), std::move(present)});
  if (!c.data.people.note[person].empty()) add_row(c, offices, "note", plain(std::string(c.data.people.note[person])));
  document.lead.push_back({std::move(offices)});
  end_sheet(c, document);
  return document;
}

Document agreement_sheet(const ReportContext& c, Index agreement) {
  Document document;
  document.title = c.title_of(agreement);
  document.headline = plain(document.title);
  document.kicker = kicker_of(c, c.say("report.sheet.agreement"));
  const auto facts = facts_of_agreement(c.data, agreement, c.input.as_of);
  document.lead = agreement_blocks(c, facts);
  end_sheet(c, document);
  return document;
}

}  // namespace maillage
