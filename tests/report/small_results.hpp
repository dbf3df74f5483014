// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "network/network_view.hpp"
#include "report/hub_sentences.hpp"
#include "report/report.hpp"
#include "report/small_data.hpp"
#include "results/hub_reasons.hpp"
#include "results/results.hpp"

namespace maillage {

// Results for any data set, counted here in the plainest way, so that tests of the report rest on no analysis.
struct SmallResults {
  NetworkView view;
  HubRanking ranking;
  Scores partners, betweenness;
  Structure structure;
  std::vector<HubReasons> reasons;

  explicit SmallResults(const DataSet& data) : view(build_network(data, {})) {
    rank();
    find_structure();
    for (const auto& hub : ranking.hubs) reasons.push_back(reasons_of(hub.vertex));
  }
  /// A report with a drawing of each kind; `announced` is what small_data() announces.
  ReportInput input() const {
    ReportInput input{*view.data, view, small_data_day()};
    for (Index a = 0; a < view.data->agreements.size(); ++a) {
      if (is_announced(*view.data, a)) input.announced.push_back(a);
    }
    input.hubs = ranking;
    input.partners = partners;
    input.betweenness = betweenness;
    input.reasons = reasons;
    input.structure = structure;
    for (const std::string name : {"map", "timeline", "years"}) {
      const auto drawing = [&](const std::string& width) {
        return "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><title id=\"" + name +
               width + "\">t</title><a href=\"#agreement-f1\"><circle r=\"3\"/></a><a href=\"#agreement-none\"/></svg>\n";
      };
      input.figures.push_back({name, drawing("-wide"), drawing("-narrow")});
    }
    input.settings = {"Settings."};
    input.command = "maillage report";
    input.version = "0.1.0";
    input.data_hash = "0123456789abcdef";
    return input;
  }
  HubMaterial material() const { return {&view, &ranking, &reasons, &partners, &betweenness, small_data_day()}; }

 private:
  void rank() {
    const auto& network = view.network;
    ranking.measure = "strength";
    ranking.seed = 1;
    ranking.resamples = 1000;
    ranking.partnerships = view.partnerships.size();
    for (Vertex v = 0; v < network.vertex_count(); ++v) {
      ranking.hubs.push_back({v, 0, 0, 0, network.strength(v)});
      partners.values.push_back(network.degree(v));
      betweenness.values.push_back(0);
    }
    std::ranges::stable_sort(ranking.hubs, [&](const Hub& a, const Hub& b) {
      return std::pair(b.score, network.degree(b.vertex)) < std::pair(a.score, network.degree(a.vertex));
    });
    for (auto& hub : ranking.hubs) {  // ties in strength are parted by degree, so that ranks differ at the top
      hub.rank = 1 + static_cast<std::uint32_t>(std::ranges::count_if(ranking.hubs, [&](const Hub& other) {
                   return std::pair(other.score, network.degree(other.vertex)) >
                          std::pair(hub.score, network.degree(hub.vertex));
                 }));
      hub.rank_low = hub.rank <= 2 ? 1 : 3;
      hub.rank_high = hub.rank <= 2 ? 2 : static_cast<std::uint32_t>(ranking.hubs.size());
    }
  }

  // Parts of the network without one vertex, by repeated search; the slow way.
  std::vector<std::vector<Vertex>> parts_without(Vertex removed) const {
    const auto& network = view.network;
    std::vector<bool> seen(network.vertex_count());
    std::vector<std::vector<Vertex>> parts;
    for (Vertex start = 0; start < network.vertex_count(); ++start) {
      if (seen[start] || start == removed) continue;
      std::vector<Vertex> part{start};
      seen[start] = true;
      for (std::size_t i = 0; i < part.size(); ++i) {
        for (const auto next : network.neighbours(part[i])) {
          if (next == removed || seen[next]) continue;
          seen[next] = true;
          part.push_back(next);
        }
      }
      std::ranges::sort(part);
      parts.push_back(std::move(part));
    }
    std::ranges::stable_sort(parts, std::ranges::greater{}, [](const auto& part) { return part.size(); });
    return parts;
  }

  void find_structure() {
    const auto& network = view.network;
    const auto count = network.vertex_count();
    structure.nodes = count;
    structure.edges = network.edge_count();
    structure.density = count < 2 ? 0 : 2.0 * network.edge_count() / count / (count - 1);
    structure.components = parts_without(count);
    structure.component_of.resize(count);
    for (std::uint32_t c = 0; c < structure.components.size(); ++c) {
      for (const auto v : structure.components[c]) structure.component_of[v] = c;
    }
    for (Vertex v = 0; v < count; ++v) {
      const auto alone = network.degree(v) == 0 ? 1U : 0U;
      if (parts_without(v).size() + alone > structure.components.size()) structure.articulation_points.push_back(v);
    }
  }

  HubReasons reasons_of(Vertex v) const {
    const auto& data = *view.data;
    HubReasons r;
    r.vertex = v;
    r.agreements = view.agreements_of_node(v);
    r.partnerships = view.hyperdegree[v];
    for (const auto other : view.network.neighbours(v)) {
      const auto edge = view.network.find_edge(v, other);
      r.partners.push_back({other, view.network.weight(edge), view.agreements_of_edge(edge)});
    }
    std::ranges::stable_sort(r.partners, std::ranges::greater{}, &HubReasons::Partner::weight);
    std::map<std::uint32_t, std::uint32_t> types, themes;
    std::set<std::uint32_t> sources;
    for (const auto a : r.agreements) {
      ++types[static_cast<std::uint32_t>(data.agreements.type[a])];
      for (const auto theme : data.agreements.themes[a]) ++themes[theme];
      for (const auto* claim : data.evidence_for("agreements", data.agreements.id[a])) sources.insert(claim->source);
    }
    const auto by_count = [](const auto& map) {
      std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs(map.begin(), map.end());
      std::ranges::stable_sort(pairs, std::ranges::greater{}, [](const auto& pair) { return pair.second; });
      return pairs;
    };
    r.types = by_count(types);
    r.themes = by_count(themes);
    r.sources.assign(sources.begin(), sources.end());
    if (std::ranges::binary_search(structure.articulation_points, v)) {
      auto parts = parts_without(v);
      std::erase_if(parts, [&](const auto& part) {
        return structure.component_of[part.front()] != structure.component_of[v];
      });
      r.separated.assign(parts.begin() + 1, parts.end());
    }
    return r;
  }
};

}  // namespace maillage
