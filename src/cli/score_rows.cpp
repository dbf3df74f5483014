// SPDX-License-Identifier: Apache-2.0
#include "cli/score_rows.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "analysis/hypergraph/agreement_of_partnership.hpp"
#include "cli/json_forms.hpp"
#include "language/sentence_words.hpp"

namespace maillage {
namespace {

std::string_view kind_of(const NetworkView& view, const Node& node) {
  switch (node.kind) {
    case NodeKind::institution: return code_name(view.data->institutions.kind[node.row]);
    case NodeKind::person: return "person";
    case NodeKind::agreement: return "agreement";
  }
  return {};
}

Cell score_cell(double value, const Language& language) {
  return {value, std::isnan(value) ? "–" : shown_number(value, language)};
}

// Source and target of every tie, or of every arc of a directed network, in the order of measure_ties().
std::vector<std::pair<Vertex, Vertex>> ties_of(const NetworkView& view) {
  std::vector<std::pair<Vertex, Vertex>> ties;
  if (view.is_directed()) {
    for (Vertex v = 0; v < view.arcs.vertex_count(); ++v) {
      for (const auto w : view.arcs.successors(v)) ties.emplace_back(v, w);
    }
    return ties;
  }
  for (EdgeId e = 0; e < view.network.edge_count(); ++e) ties.emplace_back(view.network.source(e), view.network.target(e));
  return ties;
}

bool counts_things(std::string_view measure) {
  constexpr std::array counts{"degree", "in_degree", "out_degree", "hyperdegree", "core", "component", "community", "articulation"};
  return std::ranges::find(counts, measure) != counts.end();
}

// 5, not 5.0; a share where the measure is normalised.
Json count_or_null(double value) {
  return std::isnan(value) || std::floor(value) != value ? number_or_null(value) : Json(static_cast<std::int64_t>(value));
}

}  // namespace

std::string shown_number(double value, const Language& language) {
  constexpr double largest_whole = 1e15;
  if (std::floor(value) == value && std::abs(value) < largest_whole) {
    return language.number(static_cast<std::int64_t>(value));
  }
  return language.number(value, 4);
}

void add_score_columns(Table& table, const std::vector<const char*>& texts, const std::vector<Scores>& scores,
                       const Language& language) {
  for (const std::string key : texts) {
    table.columns.push_back({key, language.say("column." + key),
                             key == "parties" ? TableColumn::Align::right : TableColumn::Align::left});
  }
  for (const auto& one : scores) {
    table.columns.push_back({one.measure, with_capital(language.label("measure", one.measure)), TableColumn::Align::right});
  }
}

void ScoreRows::add(Json row, std::vector<Cell> texts, const std::vector<Scores>& scores, std::size_t at,
                    const Language& language) {
  for (const auto& one : scores) {
    row[one.measure] = counts_things(one.measure) ? count_or_null(one.values[at]) : number_or_null(one.values[at]);
    texts.push_back(score_cell(one.values[at], language));
  }
  json.push_back(std::move(row));
  cells.push_back(std::move(texts));
}

ScoreRows rows_of_nodes(const NetworkView& view, const std::vector<Scores>& scores, const Language& language) {
  ScoreRows rows;
  for (Vertex v = 0; v < view.nodes.size(); ++v) {
    const auto kind = kind_of(view, view.nodes[v]);
    rows.add({{"id", std::string(view.id(v))}, {"name", std::string(view.full_name(v))}, {"kind", std::string(kind)}},
             {Cell(view.id(v)), Cell(view.full_name(v)), Cell(kind, language.label("kind", kind))}, scores, v, language);
  }
  return rows;
}

ScoreRows rows_of_ties(const NetworkView& view, const std::vector<Scores>& scores, const Language& language) {
  ScoreRows rows;
  std::size_t at = 0;
  for (const auto& [a, b] : ties_of(view)) {
    rows.add({{"source", std::string(view.id(a))}, {"target", std::string(view.id(b))}},
             {Cell(view.id(a), std::string(view.label(a))), Cell(view.id(b), std::string(view.label(b)))}, scores, at++,
             language);
  }
  return rows;
}

ScoreRows rows_of_agreements(const NetworkView& view, const std::vector<Scores>& scores, const Language& language) {
  std::vector<std::uint32_t> order(view.partnerships.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, {}, [&](std::uint32_t p) { return agreement_of_partnership(view, p); });
  ScoreRows rows;
  for (const auto p : order) {
    const auto thread = view.agreements_of_partnership(p);
    Json ids = Json::array();
    for (const auto row : thread) ids.push_back(std::string(view.data->agreements.id[row]));
    const auto id = agreement_of_partnership(view, p);
    const auto title = thread.empty() ? std::string_view{} : view.data->title_of_agreement(thread.back());
    rows.add({{"id", text_or_null(id)}, {"title", text_or_null(title)}, {"parties", view.partnerships[p].size},
              {"agreements", std::move(ids)}},
             {Cell(id), Cell(title), Cell(view.partnerships[p].size)}, scores, p, language);
  }
  return rows;
}

}  // namespace maillage
