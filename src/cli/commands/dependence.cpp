// SPDX-License-Identifier: Apache-2.0
#include "analysis/structure/dependence.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

#include "cli/network_command.hpp"
#include "cli/optional_name.hpp"

namespace maillage {
namespace {

class DependenceCommand final : public NetworkCommand {
 public:
  ExitCode run(Session& session) override;

 private:
  void define_own(CLI::App& app, const Language& language) override { allow_name(app, language); }
};

/// The three readings of who rests on whom: all agreements of the view, those certainly in force, those possibly so.
struct ThreeReadings {
  Dependence all, certain, possible;
};

Json shares_json(const HeldByFirst& held) {
  return {{"first_1", number_or_null(held.share[0])},
          {"first_3", number_or_null(held.share[1])},
          {"first_5", number_or_null(held.share[2])}};
}

Json node_json(const NetworkView& view, const NodeDependence& node) {
  return {{"agreements", node.agreements},
          {"partners", node.partners},
          {"strength", number_or_null(node.strength)},
          {"agreements_held", shares_json(node.agreements_held)},
          {"strength_held", shares_json(node.strength_held)},
          {"herfindahl", number_or_null(node.herfindahl)},
          {"herfindahl_agreements", number_or_null(node.herfindahl_agreements)},
          {"first_partners", ids_json(view, node.first_partners)},
          {"one_partner", node.partners == 1},
          {"reason", node.partners == 0 ? Json("no_partner") : Json(nullptr)}};
}

Json network_figures_json(const NetworkView& view, const NetworkDependence& network) {
  return {{"agreements", network.agreements},
          {"strength", number_or_null(network.strength)},
          {"agreements_held", shares_json(network.agreements_held)},
          {"strength_held", shares_json(network.strength_held)},
          {"herfindahl", number_or_null(network.herfindahl)},
          {"first", ids_json(view, network.first)},
          {"one_partner", ids_json(view, network.one_partner)},
          {"without_partner", ids_json(view, network.without_partner)}};
}

Json dependence_json(const NetworkView& view, const ThreeReadings& readings) {
  Json json;
  json["as_of"] = view.selection.reference_day ? Json(to_iso(*view.selection.reference_day)) : Json(nullptr);
  json["network"] = network_json(view);
  json["settings"] = settings_json(view);
  json["whole"] = network_figures_json(view, readings.all.network);
  json["whole"]["in_force"] = {{"certain", network_figures_json(view, readings.certain.network)},
                               {"possible", network_figures_json(view, readings.possible.network)}};
  return json;
}

Json json_of_node(const NetworkView& view, const ThreeReadings& readings, Vertex v) {
  Json json{{"id", std::string(view.id(v))}, {"name", std::string(view.full_name(v))}};
  json.update(node_json(view, readings.all.nodes[v]));
  json["in_force"] = {{"certain", node_json(view, readings.certain.nodes[v])},
                      {"possible", node_json(view, readings.possible.nodes[v])}};
  return json;
}

Cell share_cell(double share, const Language& language) {
  return {share, std::isnan(share) ? "–" : language.percent(share)};
}

Cell index_cell(double value, const Language& language) {
  return {value, std::isnan(value) ? "–" : language.number(value, 2)};
}

// Three significant digits: 0.0123 of a network of hundreds, 0.500 of one of few.
std::string herfindahl_text(double value, const Language& language) {
  if (!(value > 0)) return std::isnan(value) ? "–" : language.number(value, 2);
  return language.number(value, std::clamp(2 - static_cast<int>(std::floor(std::log10(value))), 0, 9));
}
Cell herfindahl_cell(double value, const Language& language) { return {value, herfindahl_text(value, language)}; }

Cell vertices_cell(const NetworkView& view, const std::vector<Vertex>& vertices, const Language& language) {
  return {joined_ids(view, vertices), vertices.empty() ? "–" : names_of(view, vertices, language)};
}

struct DependenceColumn {
  const char* key;
  bool is_text, is_read;
};
constexpr DependenceColumn kNodeColumns[] = {{"id", true, false},
                                             {"name", true, true},
                                             {"agreements", false, true},
                                             {"certain", false, true},
                                             {"possible", false, true},
                                             {"partners", false, true},
                                             {"first_partner", true, true},
                                             {"agreements_first_1", false, true},
                                             {"agreements_first_3", false, true},
                                             {"agreements_first_5", false, true},
                                             {"strength", false, false},
                                             {"strength_first_1", false, false},
                                             {"strength_first_3", false, false},
                                             {"strength_first_5", false, false},
                                             {"herfindahl", false, true},
                                             {"herfindahl_agreements", false, false},
                                             {"first_partners", true, false},
                                             {"certain_agreements_first_1", false, false},
                                             {"possible_agreements_first_1", false, false},
                                             {"reason", true, false}};
constexpr DependenceColumn kPartnerColumns[] = {{"id", true, false},
                                                {"name", true, true},
                                                {"agreements", false, true},
                                                {"share", false, true},
                                                {"cumulated_share", false, true},
                                                {"strength", false, false},
                                                {"strength_share", false, true},
                                                {"agreement_ids", true, true}};

std::vector<TableColumn> table_columns(std::span<const DependenceColumn> columns, const Language& language) {
  std::vector<TableColumn> made;
  for (const auto& [key, is_text, is_read] : columns) {
    made.push_back({key, language.say(std::string("dependence.column.") + key),
                    is_text ? TableColumn::Align::left : TableColumn::Align::right});
  }
  return made;
}

std::vector<std::string> columns_read(std::span<const DependenceColumn> columns) {
  std::vector<std::string> keys;
  for (const auto& column : columns) {
    if (column.is_read) keys.emplace_back(column.key);
  }
  return keys;
}

std::vector<Cell> row_of(const NetworkView& view, const ThreeReadings& readings, Vertex v, const Language& language) {
  const auto& node = readings.all.nodes[v];
  const std::vector<Vertex> first(node.first_partners.begin(),
                                  node.first_partners.begin() + (node.first_partners.empty() ? 0 : 1));
  std::vector<Cell> row{Cell(view.id(v)),
                        Cell(view.full_name(v), std::string(view.label(v))),
                        Cell(node.agreements),
                        Cell(readings.certain.nodes[v].agreements),
                        Cell(readings.possible.nodes[v].agreements),
                        Cell(node.partners),
                        vertices_cell(view, first, language)};
  for (const auto share : node.agreements_held.share) row.push_back(share_cell(share, language));
  row.push_back(index_cell(node.strength, language));
  for (const auto share : node.strength_held.share) row.push_back(share_cell(share, language));
  row.push_back(herfindahl_cell(node.herfindahl, language));
  row.push_back(herfindahl_cell(node.herfindahl_agreements, language));
  row.push_back(vertices_cell(view, node.first_partners, language));
  row.push_back(share_cell(readings.certain.nodes[v].agreements_held.share[0], language));
  row.push_back(share_cell(readings.possible.nodes[v].agreements_held.share[0], language));
  row.push_back(node.partners > 0 ? Cell() : Cell("no_partner", language.say("dependence.no_partner")));
  return row;
}

std::string share_text(double share, const Language& language) {
  return std::isnan(share) ? "–" : language.percent(share);
}

/// What the first one, three and five hold, of one reading.
std::string held_sentence(const char* key, std::size_t agreements, const HeldByFirst& held, const Language& language) {
  return language.say_count(key, static_cast<std::int64_t>(agreements),
                            {{"one", share_text(held.share[0], language)},
                             {"three", share_text(held.share[1], language)},
                             {"five", share_text(held.share[2], language)}});
}

void add_network_sentences(const NetworkView& view, const ThreeReadings& readings, const Language& language,
                           std::vector<std::string>& notes) {
  const auto& network = readings.all.network;
  if (network.agreements == 0 || !(network.strength > 0)) {
    notes.push_back(language.say("dependence.nothing"));
    return;
  }
  notes.push_back(held_sentence("dependence.agreements_held", network.agreements, network.agreements_held, language) +
                  " " + language.say("dependence.first", {{"names", names_of(view, network.first, language)}}));
  for (const auto& [key, reading] : {std::pair{"dependence.certainly_held", &readings.certain.network},
                                     {"dependence.possibly_held", &readings.possible.network}}) {
    if (reading->agreements > 0) {
      notes.push_back(held_sentence(key, reading->agreements, reading->agreements_held, language));
    }
  }
  notes.push_back(
      language.say("dependence.strength_held", {{"one", share_text(network.strength_held.share[0], language)},
                                                {"three", share_text(network.strength_held.share[1], language)},
                                                {"five", share_text(network.strength_held.share[2], language)},
                                                {"herfindahl", herfindahl_text(network.herfindahl, language)},
                                                {"equal", language.number(1 / network.herfindahl, 1)}}));
  const auto ones = static_cast<std::int64_t>(network.one_partner.size());
  notes.push_back(ones == 0 ? language.say("dependence.none_with_one_partner")
                            : language.say_count("dependence.one_partner", ones,
                                                 {{"names", names_of(view, network.one_partner, language, 12)}}));
  if (!network.without_partner.empty()) {
    notes.push_back(language.say_count("dependence.without_partner",
                                       static_cast<std::int64_t>(network.without_partner.size()),
                                       {{"names", names_of(view, network.without_partner, language, 12)}}));
  }
  notes.push_back(language.say("dependence.overlap"));
}

Answer answer_on_all(const NetworkView& view, const ThreeReadings& readings, const Language& language) {
  Answer answer;
  answer.json = dependence_json(view, readings);
  answer.rows_key = "institutions";
  answer.table = {
      "dependence", language.say("dependence.title"), table_columns(kNodeColumns, language), {}, {}};
  std::vector<Vertex> order(view.nodes.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, std::ranges::greater{}, [&](Vertex v) { return readings.all.nodes[v].agreements; });
  for (const auto v : order) {
    answer.rows.push_back(json_of_node(view, readings, v));
    answer.table.rows.push_back(row_of(view, readings, v, language));
  }
  add_network_sentences(view, readings, language, answer.table.notes);
  return answer;
}

void add_partner(Answer& answer, const NetworkView& view, const HeldByPartner& partner, const Language& language) {
  const auto& data = *view.data;
  std::vector<Index> agreements;
  std::vector<std::string> titles;
  for (const auto p : partner.partnerships) {
    for (const auto a : view.agreements_of_partnership(p)) {
      agreements.push_back(a);
      titles.emplace_back(data.title_of_agreement(a));
    }
  }
  answer.rows.push_back({{"id", std::string(view.id(partner.vertex))},
                         {"name", std::string(view.full_name(partner.vertex))},
                         {"agreements", partner.agreements},
                         {"share", partner.share},
                         {"cumulated_share", partner.cumulated_share},
                         {"strength", partner.strength},
                         {"strength_share", partner.strength_share},
                         {"agreement_ids", agreement_ids_json(data, agreements)}});
  answer.table.rows.push_back(
      {Cell(view.id(partner.vertex)), Cell(view.full_name(partner.vertex), std::string(view.label(partner.vertex))),
       Cell(partner.agreements), share_cell(partner.share, language), share_cell(partner.cumulated_share, language),
       index_cell(partner.strength, language), share_cell(partner.strength_share, language),
       Cell(joined_agreement_ids(data, agreements), some_of(std::move(titles), language, 5))});
}

Answer answer_on_one(const NetworkView& view, const ThreeReadings& readings, Vertex v, const Language& language) {
  Answer answer;
  answer.json = dependence_json(view, readings);
  answer.json["institution"] = json_of_node(view, readings, v);
  answer.json["partners"] = Json::array();
  answer.rows_key = "partners";
  const auto& node = readings.all.nodes[v];
  const std::string name(view.label(v));
  answer.table = {"dependence",
                  language.say("dependence.title_of", {{"name", name}}),
                  table_columns(kPartnerColumns, language),
                  {},
                  {}};
  for (const auto& partner : held_by_partners(view, DependenceBasis::all, v))
    add_partner(answer, view, partner, language);
  auto& notes = answer.table.notes;
  if (node.partners == 0) {
    notes.push_back(language.say("dependence.undefined", {{"name", name}}));
    return answer;
  }
  notes.push_back(held_sentence("dependence.node_held", node.agreements, node.agreements_held, language) + " " +
                  language.say("dependence.node_herfindahl", {{"herfindahl", herfindahl_text(node.herfindahl, language)},
                                                              {"equal", language.number(1 / node.herfindahl, 1)}}));
  for (const auto& [key, reading] : {std::pair{"dependence.certainly_node_held", &readings.certain.nodes[v]},
                                     {"dependence.possibly_node_held", &readings.possible.nodes[v]}}) {
    if (reading->partners > 0)
      notes.push_back(held_sentence(key, reading->agreements, reading->agreements_held, language));
  }
  notes.push_back(language.say("dependence.overlap"));
  return answer;
}

Vertex vertex_named(Session& session, const NetworkView& view, const std::string& name) {
  const bool of_people = view.options.kind == ViewKind::people;
  const auto match = session.resolve(name, {of_people ? EntityKind::person : EntityKind::institution});
  return of_people ? view.vertex_of_person(match.row) : view.vertex_of_institution(match.row);
}

ExitCode DependenceCommand::run(Session& session) {
  const auto& language = session.language;
  const auto name = take_name(words_);
  load(session);
  const auto view = build(session, without_directions(session));
  if (view.options.kind != ViewKind::institutions && view.options.kind != ViewKind::people) {
    throw Failure(ExitCode::usage, language.say("dependence.other_view",
                                                {{"view", language.label("view", code_name(view.options.kind))}}));
  }
  const auto readings = session.timings.phase("dependence", [&] {
    return ThreeReadings{dependence_of(view, DependenceBasis::all), dependence_of(view, DependenceBasis::certain),
                         dependence_of(view, DependenceBasis::possible)};
  });
  Answer answer;
  if (name) {
    const auto v = vertex_named(session, view, *name);
    if (v >= view.network.vertex_count()) {
      throw Failure(ExitCode::usage, language.say("dependence.not_in_view", {{"name", shown_word(*name)}}));
    }
    answer = answer_on_one(view, readings, v, language);
  } else {
    answer = answer_on_all(view, readings, language);
  }
  answer.table.notes.push_back(settings_sentence(view, language));
  give(session, columns_to_read(output_, name ? columns_read(kPartnerColumns) : columns_read(kNodeColumns)), std::move(answer));
  return ExitCode::done;
}

}  // namespace

std::unique_ptr<Command> make_dependence() {
  return std::make_unique<DependenceCommand>();
}

}  // namespace maillage
