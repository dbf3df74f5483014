// SPDX-License-Identifier: Apache-2.0
#include "report/lists.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include "report/agreement_facts.hpp"
#include "report/cells.hpp"

namespace maillage {
namespace {

template <class Strings>
std::vector<std::string> texts(const Strings& strings) {
  std::vector<std::string> copies;
  for (const auto text : strings) copies.emplace_back(text);
  return copies;
}

Cell institutions_cell(const DataSet& data, const std::vector<Index>& institutions, const Language& language) {
  std::vector<std::string> ids, names;
  for (const auto row : institutions) {
    ids.emplace_back(data.institutions.id[row]);
    names.emplace_back(data.label_of_institution(row));
  }
  return list_cell(ids, names, language);
}

Cell parties_cell(const DataSet& data, Index agreement, const Language& language) {
  std::vector<Index> institutions;
  for (const auto row : data.parties_of(agreement)) institutions.push_back(data.parties.institution[row]);
  return institutions_cell(data, institutions, language);
}

Cell signatories_cell(const DataSet& data, Index agreement, const Language& language) {
  std::vector<std::string> ids, names;
  for (const auto row : data.signatures_of(agreement)) {
    if (data.signatures.kind[row] != SignatureKind::signatory) continue;
    ids.emplace_back(data.people.id[data.signatures.person[row]]);
    names.emplace_back(data.name_of_person(data.signatures.person[row]));
  }
  return list_cell(ids, names, language);
}

Cell themes_cell(const DataSet& data, Index agreement, const Language& language) {
  std::vector<std::string> codes, labels;
  for (const auto theme : data.agreements.themes[agreement]) {
    codes.emplace_back(data.themes[theme].code);
    labels.push_back(theme_label(data, theme, language));
  }
  return list_cell(codes, labels, language);
}

Cell territories_cell(const DataSet& data, Index agreement, const Language& language) {
  std::vector<std::string> codes, names;
  for (const auto territory : data.agreements.territories[agreement]) {
    codes.emplace_back(data.territories[territory].code);
    names.push_back(territory_label(data, territory));
  }
  return list_cell(codes, names, language);
}

Cell lineage_cell(const DataSet& data, Index agreement, const Language& language) {
  std::vector<std::string> codes, words;
  for (const auto& line : data.lineage) {
    if (line.agreement != agreement) continue;
    const auto kind = code_name(line.kind);
    const auto label = language.label("lineage", kind);
    if (line.of != kNone) {
      codes.push_back(std::string(kind) + " " + std::string(data.agreements.id[line.of]));
      words.push_back(language.say("report.lineage.of", {{"kind", label},
                                                         {"agreement", std::string(data.title_of_agreement(line.of))}}));
    } else if (line.kind == LineageKind::first) {
      codes.emplace_back(kind);
      words.push_back(label);
    } else {
      codes.emplace_back(kind);
      words.push_back(language.say("report.lineage.undocumented", {{"kind", label}}));
    }
  }
  return list_cell(codes, words, language);
}

std::vector<TableColumn> columns(std::initializer_list<std::string_view> keys, const Language& language) {
  std::vector<TableColumn> all;
  for (const auto key : keys) all.push_back(column(key, language));
  return all;
}

void align_right(Table& table, std::initializer_list<std::string_view> keys) {
  for (auto& head : table.columns) {
    for (const auto key : keys) {
      if (head.key == key) head.align = TableColumn::Align::right;
    }
  }
}

// The signature; where there is none yet, readers see the date it is expected.
Cell signed_cell(const DataSet& data, Index a, const Language& language) {
  const auto& t = data.agreements;
  auto cell = date_cell(t.signed_on[a], language);
  if (is_announced(data, a) && !t.signed_on[a].is_known() && t.expected[a].is_known()) {
    cell.shown = language.say("report.expected_date", {{"date", language.date(t.expected[a])}});
  }
  return cell;
}

std::vector<Cell> agreement_row(const DataSet& data, const Selection::Item& item, std::optional<Day> as_of,
                                const Language& language) {
  const auto a = item.agreement;
  const auto facts = facts_of_agreement(data, a, as_of);
  const auto& t = data.agreements;
  const std::string_view certainty = item.certainty == Certainty::certain ? "certain" : "possible";
  return {Cell(t.id[a]),
          Cell(data.title_of_agreement(a)),
          code_cell("type", t.type[a], language),
          code_cell("status", facts.status, language),
          {std::string(certainty), language.label("certainty", certainty)},
          signed_cell(data, a, language),
          date_cell(t.valid_from[a], language),
          edtf_cell(facts.valid_to, language),
          code_cell("end_rule", facts.validity.end_rule, language),
          parties_cell(data, a, language),
          signatories_cell(data, a, language),
          list_cell(texts(t.axes[a]), texts(t.axes[a]), language),
          themes_cell(data, a, language),
          territories_cell(data, a, language),
          amount_cell(t.amount_eur[a], language),
          t.unnamed_parties[a] == 0 ? Cell() : count_cell(t.unnamed_parties[a], language),
          lineage_cell(data, a, language),
          citations_cell(data, facts.sources, language),
          date_cell(t.expected[a], language)};
}

Cell positions_cell(const DataSet& data, Index person, const Language& language) {
  std::vector<std::string> codes, words;
  for (const auto& position : data.positions) {
    if (position.person != person) continue;
    const auto title = std::string(position.title);
    const bool has_institution = position.institution != kNone;
    auto code = title;
    auto word = title;
    if (has_institution) {
      code += " (" + std::string(data.institutions.id[position.institution]) + ")";
      word = language.say("report.position",
                          {{"title", title}, {"institution", std::string(data.label_of_institution(position.institution))}});
    }
    if (std::ranges::find(codes, code) != codes.end()) continue;  // an office seen on several days
    codes.push_back(std::move(code));
    words.push_back(std::move(word));
  }
  return list_cell(codes, words, language);
}

struct Acts {
  std::vector<Index> signed_agreements, present_at;
};

std::map<Index, Acts> acts_of_people(const DataSet& data) {
  std::map<Index, Acts> acts;
  for (Index a = 0; a < data.agreements.size(); ++a) {
    for (const auto row : data.signatures_of(a)) {
      auto& person = acts[data.signatures.person[row]];
      const bool signs = data.signatures.kind[row] == SignatureKind::signatory;
      (signs ? person.signed_agreements : person.present_at).push_back(a);
    }
  }
  return acts;
}

Cell agreements_cell(const DataSet& data, const std::vector<Index>& agreements, const Language& language) {
  std::vector<std::string> ids, titles;
  for (const auto a : agreements) {
    ids.emplace_back(data.agreements.id[a]);
    titles.emplace_back(data.title_of_agreement(a));
  }
  return list_cell(ids, titles, language);
}

std::vector<Cell> institution_row(const NetworkView& view, Index row, const Language& language) {
  const auto& data = *view.data;
  const auto& t = data.institutions;
  const auto vertex = view.vertex_of_institution(row);
  const bool is_node = vertex < view.network.vertex_count() && view.nodes[vertex].row == row;
  const auto territory = t.territory[row];
  const auto parent = t.parent[row];
  return {Cell(t.id[row]),
          Cell(data.name_of_institution(row)),
          text_cell(t.short_name[row]),
          list_cell(texts(t.aliases[row]), texts(t.aliases[row]), language),
          code_cell("kind", t.kind[row], language),
          text_cell(t.city[row]),
          territory == kNone ? Cell()
                             : Cell(std::string(data.territories[territory].code), territory_label(data, territory)),
          parent == kNone ? Cell()
                          : Cell(std::string(t.id[parent]), std::string(data.label_of_institution(parent))),
          text_cell(t.ror[row]),
          text_cell(t.siren[row]),
          text_cell(t.finess[row]),
          text_cell(t.wikidata[row]),
          count_cell(is_node ? view.agreements_of_node(vertex).size() : 0, language),
          count_cell(is_node ? view.network.degree(vertex) : 0, language)};
}

}  // namespace

std::vector<Index> all_rows(std::size_t count) {
  std::vector<Index> rows(count);
  std::iota(rows.begin(), rows.end(), Index{0});
  return rows;
}

Table agreements_table(const DataSet& data, const Selection& selection, std::optional<Day> as_of,
                       const Language& language) {
  Table table{"agreements", language.say("report.table.agreements"), {}, {}, {}};
  table.columns = columns({"id", "title", "type", "status", "certainty", "signed", "valid_from", "valid_to", "end_rule",
                           "parties", "signatories", "axes", "themes", "territories", "amount_eur", "unnamed_parties",
                           "lineage", "sources", "expected"},
                          language);
  align_right(table, {"amount_eur", "unnamed_parties"});
  for (const auto& item : selection.items) table.rows.push_back(agreement_row(data, item, as_of, language));
  return table;
}

Table institutions_table(const NetworkView& view, const std::vector<Index>& rows, const Language& language) {
  Table table{"institutions", language.say("report.table.institutions"), {}, {}, {}};
  table.columns = columns({"id", "name", "short_name", "aliases", "kind", "city", "territory", "parent", "ror", "siren",
                           "finess", "wikidata", "agreements", "partners"},
                          language);
  align_right(table, {"agreements", "partners"});
  for (const auto row : rows) table.rows.push_back(institution_row(view, row, language));
  return table;
}

Table people_table(const DataSet& data, const std::vector<Index>& rows, const Language& language) {
  Table table{"people", language.say("report.table.people"), {}, {}, {}};
  table.columns = columns({"id", "name", "aliases", "positions", "signed_agreements", "present_at"}, language);
  auto acts = acts_of_people(data);
  for (const auto row : rows) {
    table.rows.push_back({Cell(data.people.id[row]), Cell(data.name_of_person(row)),
                          list_cell(texts(data.people.aliases[row]), texts(data.people.aliases[row]), language),
                          positions_cell(data, row, language),
                          agreements_cell(data, acts[row].signed_agreements, language),
                          agreements_cell(data, acts[row].present_at, language)});
  }
  return table;
}

Table mentions_table(const DataSet& data, const std::vector<Index>& rows, const Language& language) {
  Table table{"mentions", language.say("report.table.mentions"), {}, {}, {}};
  table.columns = columns({"id", "institutions", "context", "date", "amount_eur", "note", "sources"}, language);
  align_right(table, {"amount_eur"});
  for (const auto row : rows) {
    const auto& mention = data.mentions[row];
    table.rows.push_back({Cell(mention.id), institutions_cell(data, mention.institutions, language),
                          code_cell("mention", mention.context, language), date_cell(mention.date, language),
                          amount_cell(mention.amount_eur.value_or(kNoAmount), language), text_cell(mention.note),
                          citations_cell(data, citations_of(data.evidence_for("mentions", mention.id)), language)});
  }
  return table;
}

Table sources_table(const DataSet& data, const Language& language) {
  Table table{"sources", language.say("report.table.sources"), {}, {}, {}};
  table.columns = columns({"id", "number", "title", "publisher", "date", "kind", "url", "file", "language",
                           "retrieved", "claims", "note"},
                          language);
  align_right(table, {"claims"});
  std::vector<std::size_t> claims(data.sources.size());
  for (const auto& claim : data.evidence) {
    if (claim.source != kNone) ++claims[claim.source];
  }
  for (Index row = 0; row < data.sources.size(); ++row) {
    const auto& source = data.sources[row];
    table.rows.push_back({Cell(source.id), {"S" + std::to_string(row + 1), source_number(row, language)},
                          text_cell(source.title), text_cell(source.publisher), date_cell(source.date, language),
                          code_cell("source_kind", source.kind, language), text_cell(source.url),
                          text_cell(source.file), text_cell(source.language), date_cell(source.retrieved, language),
                          count_cell(claims[row], language), text_cell(source.note)});
  }
  return table;
}

Table evidence_table(const DataSet& data, const std::vector<Index>& rows, const Language& language) {
  Table table{"evidence", language.say("report.table.evidence"), {}, {}, {}};
  table.columns = columns({"table", "row", "field", "value", "source", "locator", "basis", "reason", "accepted", "note"},
                          language);
  for (const auto row : rows) {
    const auto& claim = data.evidence[row];
    const bool has_source = claim.source != kNone;
    table.rows.push_back(
        {Cell(claim.table), Cell(claim.key), Cell(claim.field), text_cell(claim.value),
         has_source ? Cell(std::string(data.sources[claim.source].id), source_number(claim.source, language)) : Cell(),
         claim.locator.empty() ? Cell() : Cell(std::string(claim.locator), locator_label(claim.locator)),
         code_cell("basis", claim.basis, language), text_cell(claim.reason),
         claim.accepted == Accepted::not_said ? Cell() : code_cell("accepted", claim.accepted, language),
         text_cell(claim.note)});
  }
  return table;
}

std::vector<std::string> columns_for_reading(std::string_view list) {
  if (list == "agreements") return {"title", "status", "certainty", "signed", "valid_to", "parties", "sources"};
  if (list == "institutions") return {"id", "name", "kind", "city", "agreements", "partners"};
  if (list == "people") return {"id", "name", "positions", "signed_agreements", "present_at"};
  if (list == "mentions") return {"institutions", "context", "date", "amount_eur", "note", "sources"};
  if (list == "sources") return {"number", "id", "title", "publisher", "date", "kind", "claims"};
  if (list == "evidence") return {"table", "row", "field", "source", "locator", "basis", "reason"};
  if (list == "hubs") return {"rank", "name", "score", "rank_interval", "agreements", "partners", "betweenness", "why"};
  return {};
}

}  // namespace maillage
