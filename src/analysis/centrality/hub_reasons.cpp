// SPDX-License-Identifier: Apache-2.0
#include "analysis/centrality/hub_reasons.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "analysis/structure/structure.hpp"

namespace maillage {
namespace {

using Counts = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

Counts most_frequent_first(const std::map<std::uint32_t, std::uint32_t>& counts) {
  Counts sorted(counts.begin(), counts.end());
  std::ranges::stable_sort(sorted, [](const auto& a, const auto& b) { return a.second > b.second; });
  return sorted;
}

Counts types_of(const DataSet& data, const std::vector<Index>& agreements) {
  std::map<std::uint32_t, std::uint32_t> counts;
  for (const auto a : agreements) ++counts[static_cast<std::uint32_t>(data.agreements.type[a])];
  return most_frequent_first(counts);
}

Counts themes_of(const DataSet& data, const std::vector<Index>& agreements) {
  std::map<std::uint32_t, std::uint32_t> counts;
  for (const auto a : agreements) {
    for (const auto theme : data.agreements.themes[a]) ++counts[theme];
  }
  return most_frequent_first(counts);
}

void add_sources(const DataSet& data, std::string_view table, const std::string& key, std::vector<Index>& sources) {
  for (const auto* claim : data.evidence_for(table, key)) {
    if (claim->source != kNone && claim->accepted != Accepted::no) sources.push_back(claim->source);
  }
}

/// Sources of the claims about the agreements, who is party to them and who signed them.
std::vector<Index> sources_of(const DataSet& data, const std::vector<Index>& agreements) {
  std::vector<Index> sources;
  for (const auto a : agreements) {
    const std::string id(data.agreements.id[a]);
    add_sources(data, "agreements", id, sources);
    for (const auto party : data.parties_of(a)) {
      const auto institution = data.parties.institution[party];
      add_sources(data, "parties", id + "/" + std::string(data.institutions.id[institution]), sources);
    }
    for (const auto signature : data.signatures_of(a)) {
      add_sources(data, "signatures", id + "/" + std::string(data.people.id[data.signatures.person[signature]]), sources);
    }
  }
  std::ranges::sort(sources);
  sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
  return sources;
}

std::vector<HubReasons::Partner> partners_of(const NetworkView& view, Vertex v) {
  std::vector<HubReasons::Partner> partners;
  const auto neighbours = view.network.neighbours(v);
  const auto edges = view.network.incident_edges(v);
  for (std::size_t i = 0; i < neighbours.size(); ++i) {
    partners.push_back({neighbours[i], view.network.weight(edges[i]), view.agreements_of_edge(edges[i])});
  }
  std::ranges::stable_sort(partners, [](const auto& a, const auto& b) { return a.weight > b.weight; });
  return partners;
}

/// The parts its component falls into without v, all but the largest (of equals the one with the smallest vertex stays):
/// those that are cut off from the rest. Where each part is a single vertex (a star) there is no rest: all of them.
std::vector<std::vector<Vertex>> separated_by(const Network& network, Vertex v) {
  std::vector<bool> seen(network.vertex_count(), false);
  seen[v] = true;
  std::vector<std::vector<Vertex>> parts;
  for (const auto start : network.neighbours(v)) {
    if (seen[start]) continue;
    seen[start] = true;
    std::vector<Vertex> part{start};
    for (std::size_t i = 0; i < part.size(); ++i) {
      for (const auto next : network.neighbours(part[i])) {
        if (seen[next]) continue;
        seen[next] = true;
        part.push_back(next);
      }
    }
    std::ranges::sort(part);
    parts.push_back(std::move(part));
  }
  std::ranges::sort(parts, [](const auto& a, const auto& b) {
    return a.size() != b.size() ? a.size() > b.size() : a.front() < b.front();
  });
  if (!parts.empty() && parts.front().size() > 1) parts.erase(parts.begin());
  return parts;
}

}  // namespace

std::vector<HubReasons> hub_reasons(const NetworkView& view, std::span<const Vertex> vertices) {
  const auto cut_points = articulation_points_of(view.network);
  std::vector<HubReasons> all;
  for (const auto v : vertices) {
    HubReasons reasons;
    reasons.vertex = v;
    reasons.agreements = view.agreements_of_node(v);
    reasons.partnerships = view.hyperdegree[v];
    reasons.certainly_in_force = view.certainly_in_force[v];
    reasons.possibly_in_force = view.possibly_in_force[v];
    reasons.partners = partners_of(view, v);
    reasons.types = types_of(*view.data, reasons.agreements);
    reasons.themes = themes_of(*view.data, reasons.agreements);
    reasons.sources = sources_of(*view.data, reasons.agreements);
    if (std::ranges::binary_search(cut_points, v)) reasons.separated = separated_by(view.network, v);
    all.push_back(std::move(reasons));
  }
  return all;
}

}  // namespace maillage
