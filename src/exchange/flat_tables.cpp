// SPDX-License-Identifier: Apache-2.0
#include "exchange/flat_tables.hpp"

#include <ranges>
#include <set>

#include "model/validity.hpp"
#include "network/partnership_flows.hpp"
#include "tables/table.hpp"

namespace maillage {
namespace {

Table with_keys(std::initializer_list<const char*> keys) {
  Table table;
  for (const auto* key : keys) table.columns.push_back({.key = key, .label = key});
  return table;
}

template <class Texts>
std::string joined(const Texts& texts) {
  std::string list;
  bool is_first = true;
  for (const auto& text : texts) {
    if (!is_first) list += '|';
    is_first = false;
    list.append(text);
  }
  return list;
}

std::string parties_of(const DataSet& data, Index agreement) {
  return joined(data.parties_of(agreement) | std::views::transform([&](Index party) {
                  return data.institutions.id[data.parties.institution[party]];
                }));
}

// Rows of one person stand side by side.
std::string signatories_of(const DataSet& data, Index agreement) {
  std::vector<std::string_view> people;
  for (const auto signature : data.signatures_of(agreement)) {
    if (data.signatures.kind[signature] != SignatureKind::signatory) continue;
    const auto person = data.people.id[data.signatures.person[signature]];
    if (people.empty() || people.back() != person) people.push_back(person);
  }
  return joined(people);
}

std::string sources_of(const DataSet& data, Index agreement) {
  std::set<std::string_view> sources;
  for (const auto* evidence : data.evidence_for("agreements", data.agreements.id[agreement])) {
    if (evidence->source != kNone) sources.insert(data.sources[evidence->source].id);
  }
  return joined(sources);
}

std::vector<Cell> row_of(const DataSet& data, Index i) {
  const auto& table = data.agreements;
  const auto themes = table.themes[i] | std::views::transform([&](Index theme) { return data.themes[theme].code; });
  return {table.id[i],
          parties_of(data, i),
          table.title[i],
          code_name(table.type[i]),
          table.signed_on[i].to_edtf(),
          table.valid_from[i].to_edtf(),
          table.valid_to[i].to_edtf(),
          table.duration[i],
          code_name(table.renewal[i]),
          joined(themes),
          table.amount_eur[i],
          signatories_of(data, i),
          sources_of(data, i)};
}

std::string_view kind_of(const NetworkView& view, const Node& node) {
  switch (node.kind) {
    case NodeKind::institution:
      return code_name(view.data->institutions.kind[node.row]);
    case NodeKind::person:
      return "person";
    case NodeKind::agreement:
      return code_name(view.data->agreements.type[node.row]);
  }
  return {};
}

}  // namespace

std::string agreements_csv(const DataSet& data, const Selection* selection) {
  auto table = with_keys({"id", "parties", "title", "type", "signed", "valid_from", "valid_to", "duration", "renewal",
                          "themes", "amount_eur", "signatories", "source"});
  if (selection != nullptr) {
    for (const auto& item : selection->items) table.rows.push_back(row_of(data, item.agreement));
  } else {
    for (Index i = 0; i < data.agreements.size(); ++i) {
      if (!is_announced(data, i)) table.rows.push_back(row_of(data, i));
    }
  }
  return to_csv(table);
}

std::string edges_csv(const NetworkView& view) {
  auto table = with_keys({"source", "target", "weight", "agreements"});
  const auto& network = view.network;
  const auto add = [&](Vertex source, Vertex target, double weight, const std::vector<Index>& agreements) {
    const auto ids = agreements | std::views::transform([&](Index row) { return view.data->agreements.id[row]; });
    table.rows.push_back({view.id(source), view.id(target), weight, joined(ids)});
  };
  for (EdgeId e = 0; !view.is_directed() && e < network.edge_count(); ++e) {
    add(network.source(e), network.target(e), network.weight(e), view.agreements_of_edge(e));
  }
  for (Vertex v = 0; v < view.arcs.vertex_count(); ++v) {
    for (std::uint32_t i = 0; i < view.arcs.out_degree(v); ++i) {
      const auto target = view.arcs.successors(v)[i];
      add(v, target, view.arcs.out_weights(v)[i], agreements_of_arc(view, v, target));
    }
  }
  for (Vertex v = 0; v < network.vertex_count(); ++v) {
    const auto ties = view.is_directed() ? view.arcs.out_degree(v) + view.arcs.in_degree(v) : network.degree(v);
    if (ties == 0) table.rows.push_back({view.id(v), Cell(), Cell(), Cell()});
  }
  return to_csv(table);
}

std::string nodes_csv(const NetworkView& view) {
  auto table = with_keys({"id", "name", "kind", "degree", "strength", "hyperdegree"});
  const auto& network = view.network;
  for (Vertex v = 0; v < network.vertex_count(); ++v) {
    table.rows.push_back({view.id(v), view.full_name(v), kind_of(view, view.nodes[v]), network.degree(v),
                          network.strength(v), view.hyperdegree[v]});
  }
  return to_csv(table);
}

}  // namespace maillage
