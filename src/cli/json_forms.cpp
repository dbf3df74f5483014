// SPDX-License-Identifier: Apache-2.0
#include "cli/json_forms.hpp"

#include <cmath>
#include <set>

#include "analysis/structure/structure.hpp"
#include "model/joined_values.hpp"

namespace maillage {

Json agreement_ids_json(const DataSet& data, std::span<const Index> agreements) {
  Json ids = Json::array();
  for (const auto a : agreements) ids.push_back(std::string(data.agreements.id[a]));
  return ids;
}

std::string joined_agreement_ids(const DataSet& data, std::span<const Index> agreements) {
  std::vector<std::string_view> ids;
  for (const auto a : agreements) ids.push_back(data.agreements.id[a]);
  return joined_values(ids);
}

Json ids_json(const NetworkView& view, std::span<const Vertex> vertices) {
  Json ids = Json::array();
  for (const auto v : vertices) ids.push_back(std::string(view.id(v)));
  return ids;
}

std::string joined_ids(const NetworkView& view, std::span<const Vertex> vertices) {
  std::vector<std::string_view> ids;
  for (const auto v : vertices) ids.push_back(view.id(v));
  return joined_values(ids);
}

Json text_or_null(std::string_view text) { return text.empty() ? Json(nullptr) : Json(std::string(text)); }
Json date_or_null(const PartialDate& date) { return date.is_known() ? Json(date.to_edtf()) : Json(nullptr); }
Json number_or_null(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

namespace {

Json named(std::string_view id, std::string_view name) {
  return {{"id", std::string(id)}, {"name", std::string(name)}};
}

template <class Range>
Json texts(const Range& range) {
  Json list = Json::array();
  for (const auto text : range) list.push_back(std::string(text));
  return list;
}

Json end_json(const DataSet& data, Index a, const Validity& validity) {
  if (validity.end_rule == EndRule::open) return "..";
  if (const auto end = validity.end()) {
    const auto stated = data.agreements.valid_to[a];
    if (validity.end_rule == EndRule::stated && !validity.is_terminated) return stated.to_edtf();
    return to_iso(*end);
  }
  if (validity.is_terminated) return date_or_null(data.agreements.terminated[a]);
  if (validity.end_rule == EndRule::stated) return date_or_null(data.agreements.valid_to[a]);
  if (validity.end_rule == EndRule::computed && validity.end_earliest > kDistantPast) return to_iso(validity.end_earliest);
  return nullptr;
}

Json parties_json(const DataSet& data, Index a) {
  Json list = Json::array();
  for (const auto party : data.parties_of(a)) {
    const auto institution = data.parties.institution[party];
    auto one = named(data.institutions.id[institution], data.name_of_institution(institution));
    one["role"] = std::string(code_name(data.parties.role[party]));
    if (data.parties.signed_on[party].is_known()) one["signed"] = data.parties.signed_on[party].to_edtf();
    if (data.parties.joined[party].is_known()) one["joined"] = data.parties.joined[party].to_edtf();
    if (data.parties.left[party].is_known()) one["left"] = data.parties.left[party].to_edtf();
    if (!std::isnan(data.parties.amount_eur[party])) one["amount_eur"] = data.parties.amount_eur[party];
    list.push_back(std::move(one));
  }
  return list;
}

Json signature_json(const DataSet& data, Index signature) {
  const auto& t = data.signatures;
  const auto behalf = t.on_behalf_of[signature];
  return {{"person", std::string(data.name_of_person(t.person[signature]))},
          {"capacity", text_or_null(t.capacity[signature])},
          {"on_behalf_of", behalf == kNone ? Json(nullptr) : Json(std::string(data.name_of_institution(behalf)))},
          {"person_id", std::string(data.people.id[t.person[signature]])},
          {"on_behalf_of_id", behalf == kNone ? Json(nullptr) : Json(std::string(data.institutions.id[behalf]))}};
}

Json lineage_json(const DataSet& data, Index a) {
  Json list = Json::array();
  for (const auto& line : data.lineage) {
    if (line.agreement != a) continue;
    list.push_back({{"kind", std::string(code_name(line.kind))},
                    {"agreement", line.of == kNone ? Json(nullptr) : Json(std::string(data.agreements.id[line.of]))}});
  }
  return list;
}

}  // namespace

Json sources_of(const DataSet& data, std::string_view table, std::string_view key) {
  Json list = Json::array();
  std::set<std::pair<Index, std::string_view>> seen;
  for (const auto* claim : data.evidence_for(table, key)) {
    if (claim->source == kNone || !seen.emplace(claim->source, claim->locator).second) continue;
    list.push_back({{"id", std::string(data.sources[claim->source].id)}, {"locator", text_or_null(claim->locator)}});
  }
  return list;
}

std::string_view certainty_code(const DataSet& data, const Selection::Item& item, const std::optional<Day>& as_of,
                                const ViewOptions& options) {
  bool certain = item.certainty == Certainty::certain;
  if (!options.as_of && !options.from && !options.to) {
    certain = as_of ? status_at(data, item.agreement, *as_of) != Status::unknown : false;
  }
  return certain ? "certain" : "possible";
}

Json agreement_json(const DataSet& data, const Selection::Item& item, const std::optional<Day>& as_of) {
  const auto a = item.agreement;
  const auto& t = data.agreements;
  const auto validity = validity_of(data, a);
  const auto status = as_of ? status_at(data, a, *as_of) : is_announced(data, a) ? Status::announced : Status::unknown;
  Json json;
  json["id"] = std::string(t.id[a]);
  json["title"] = std::string(data.title_of_agreement(a));
  json["type"] = std::string(code_name(t.type[a]));
  json["status"] = std::string(code_name(status));
  json["certainty"] = item.certainty == Certainty::certain ? "certain" : "possible";
  json["signed"] = date_or_null(t.signed_on[a]);
  json["valid_from"] = date_or_null(t.valid_from[a]);
  json["valid_to"] = end_json(data, a, validity);
  json["end_rule"] = std::string(code_name(validity.end_rule));
  json["duration"] = text_or_null(t.duration[a]);
  json["renewal"] = text_or_null(code_name(t.renewal[a]));
  json["renewal_duration"] = text_or_null(t.renewal_duration[a]);
  json["expected"] = date_or_null(t.expected[a]);
  json["parties"] = parties_json(data, a);
  json["signatories"] = Json::array();
  json["present"] = Json::array();
  for (const auto signature : data.signatures_of(a)) {
    const bool signs = data.signatures.kind[signature] == SignatureKind::signatory;
    json[signs ? "signatories" : "present"].push_back(signature_json(data, signature));
  }
  json["axes"] = texts(t.axes[a]);
  json["themes"] = Json::array();
  for (const auto theme : t.themes[a]) json["themes"].push_back(std::string(data.themes[theme].code));
  json["territories"] = Json::array();
  for (const auto territory : t.territories[a]) json["territories"].push_back(std::string(data.territories[territory].code));
  json["amount_eur"] = number_or_null(t.amount_eur[a]);
  json["unnamed_parties"] = t.unnamed_parties[a];
  json["lineage"] = lineage_json(data, a);
  json["events"] = Json::array();
  for (const auto& event : data.events) {
    if (event.agreement != a) continue;
    json["events"].push_back({{"kind", std::string(code_name(event.kind))}, {"date", date_or_null(event.date)}});
  }
  json["sources"] = sources_of(data, "agreements", t.id[a]);
  return json;
}

Json institution_json(const NetworkView& view, Index row) {
  const auto& data = *view.data;
  const auto& t = data.institutions;
  const auto v = view.vertex_of_institution(row);
  const bool is_node = v < view.network.vertex_count() && view.nodes[v].row == row;
  auto json = named(t.id[row], data.name_of_institution(row));
  json["short_name"] = text_or_null(t.short_name[row]);
  json["aliases"] = texts(t.aliases[row]);
  json["kind"] = std::string(code_name(t.kind[row]));
  json["city"] = text_or_null(t.city[row]);
  json["territory"] = t.territory[row] == kNone ? Json(nullptr) : Json(std::string(data.territories[t.territory[row]].code));
  json["parent"] = t.parent[row] == kNone ? Json(nullptr) : Json(std::string(t.id[t.parent[row]]));
  json["identifiers"] = Json::object();
  for (const auto& [key, column] : {std::pair{"ror", &t.ror}, {"siren", &t.siren}, {"finess", &t.finess},
                                    {"wikidata", &t.wikidata}}) {
    if (!(*column)[row].empty()) json["identifiers"][key] = std::string((*column)[row]);
  }
  json["agreements"] = is_node ? view.agreements_of_node(v).size() : std::size_t{0};
  json["partners"] = is_node ? view.network.degree(v) : 0U;
  return json;
}

Json person_json(const DataSet& data, Index row) {
  auto json = named(data.people.id[row], data.name_of_person(row));
  json["aliases"] = texts(data.people.aliases[row]);
  json["positions"] = Json::array();
  for (const auto& position : data.positions) {
    if (position.person != row) continue;
    json["positions"].push_back(
        {{"title", text_or_null(position.title)},
         {"institution", position.institution == kNone ? Json(nullptr)
                                                       : Json(std::string(data.institutions.id[position.institution]))},
         {"valid_from", date_or_null(position.valid_from)},
         {"valid_to", date_or_null(position.valid_to)},
         {"seen_on", date_or_null(position.seen_on)}});
  }
  json["signed"] = Json::array();
  json["present"] = Json::array();
  for (Index a = 0; a < data.agreements.size(); ++a) {
    for (const auto signature : data.signatures_of(a)) {
      if (data.signatures.person[signature] != row) continue;
      const bool signs = data.signatures.kind[signature] == SignatureKind::signatory;
      json[signs ? "signed" : "present"].push_back(std::string(data.agreements.id[a]));
    }
  }
  json["sources"] = sources_of(data, "people", data.people.id[row]);
  return json;
}

Json mention_json(const DataSet& data, Index row) {
  const auto& mention = data.mentions[row];
  Json json;
  json["id"] = std::string(mention.id);
  json["institutions"] = Json::array();
  for (const auto i : mention.institutions) {
    json["institutions"].push_back(named(data.institutions.id[i], data.name_of_institution(i)));
  }
  json["context"] = std::string(code_name(mention.context));
  json["date"] = date_or_null(mention.date);
  json["amount_eur"] = mention.amount_eur ? Json(*mention.amount_eur) : Json(nullptr);
  json["note"] = text_or_null(mention.note);
  json["sources"] = sources_of(data, "mentions", mention.id);
  return json;
}

Json source_json(const DataSet& data, Index row) {
  const auto& source = data.sources[row];
  return {{"id", std::string(source.id)},        {"title", text_or_null(source.title)},
          {"publisher", text_or_null(source.publisher)}, {"date", date_or_null(source.date)},
          {"kind", std::string(code_name(source.kind))}, {"url", text_or_null(source.url)},
          {"file", text_or_null(source.file)},   {"sha256", text_or_null(source.sha256)},
          {"language", text_or_null(source.language)},   {"retrieved", date_or_null(source.retrieved)}};
}

Json evidence_json(const DataSet& data, const Evidence& claim) {
  return {{"table", std::string(claim.table)},   {"row", std::string(claim.key)},
          {"field", std::string(claim.field)},   {"value", text_or_null(claim.value)},
          {"source", claim.source == kNone ? Json(nullptr) : Json(std::string(data.sources[claim.source].id))},
          {"locator", text_or_null(claim.locator)},      {"basis", std::string(code_name(claim.basis))},
          {"reason", text_or_null(claim.reason)}, {"accepted", text_or_null(code_name(claim.accepted))}};
}

Json network_json(const NetworkView& view) {
  return {{"nodes", view.network.vertex_count()},
          {"edges", view.network.edge_count()},
          {"agreements", view.selection.items.size()},
          {"components", structure_of(view.network).components.size()},
          {"partnerships", view.partnerships.size()},
          {"agreements_certain", view.selection.certain()},
          {"agreements_possible", view.selection.possible()}};
}

Json settings_json(const NetworkView& view) {
  const auto& options = view.options;
  const auto day = [](const std::optional<Day>& value) { return value ? Json(to_iso(*value)) : Json(nullptr); };
  return {{"view", std::string(code_name(options.kind))},
          {"weight", std::string(code_name(options.weight))},
          {"as_of", day(view.selection.reference_day)},
          {"as_of_asked", view.selection.reference_day_is_asked},
          {"from", day(options.from)},
          {"to", day(options.to)},
          {"dates", std::string(code_name(options.dates))},
          {"unknown", std::string(code_name(options.unknown))},
          {"institutions", std::string(code_name(options.institutions))},
          {"roll_up", options.roll_up},
          {"with_mentions", options.with_mentions},
          {"directed", options.directed}};
}

}  // namespace maillage
