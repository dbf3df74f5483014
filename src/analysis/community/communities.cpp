// SPDX-License-Identifier: Apache-2.0
#include "analysis/community/communities.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

#include "analysis/community/girvan_newman.hpp"
#include "analysis/community/leiden.hpp"
#include "analysis/community/runs.hpp"
#include "analysis/community/spectral.hpp"

namespace maillage {
namespace {

/// The one answer of an algorithm that draws nothing.
Partition found_without_draw(const Network& network, const CommunityOptions& options) {
  const auto graph = community::weighted_graph(network);
  Partition partition;
  partition.community_of = options.algorithm == "spectral"
                               ? community::spectral(graph, options.resolution, options.communities)
                               : community::girvan_newman(network, options.resolution, options.communities);
  renumber_communities(partition);
  partition.seed = options.seed;
  partition.stability_nmi = partition.stability_ari = std::numeric_limits<double>::quiet_NaN();
  return partition;
}

}  // namespace

const std::vector<std::string>& community_algorithms() {
  static const std::vector<std::string> names{"leiden", "louvain", "label-propagation", "girvan-newman", "spectral"};
  return names;
}

bool draws_at_random(std::string_view algorithm) { return community::drawn_algorithm(algorithm) != nullptr; }

DefaultRuns default_runs(const Network& network, std::string_view algorithm) {
  constexpr int most = 200;
  constexpr double affordable_looks = 4e7, looks_at_an_arc = 50;
  if (!draws_at_random(algorithm)) return {1, 0};
  DefaultRuns runs;
  const double of_one = looks_at_an_arc * (2.0 * network.edge_count() + network.vertex_count());
  const double all = std::min<double>(most, affordable_looks / std::max(of_one, 1.0));
  runs.restarts = std::max(0, static_cast<int>(all) - runs.runs);
  return runs;
}

Partition find_communities(const Network& network, const CommunityOptions& options) {
  community::check_options(network, options);
  auto kept = !draws_at_random(options.algorithm)
                  ? found_without_draw(network, options)
                  : community::best_of_runs(network, options, [&](const Partition& partition) {
                      return options.quality == CommunityQuality::cpm
                                 ? constant_potts_quality(network, partition.community_of, options.resolution)
                                 : modularity(network, partition.community_of, options.resolution);
                    });
  community::describe(network, options, kept);
  return kept;
}

std::uint32_t fewest_communities(const Network& network) {
  std::vector<std::uint32_t> community_of(network.vertex_count(), 0);
  return community::split_into_connected(community::weighted_graph(network), community_of);
}

void renumber_communities(Partition& partition) {
  auto& community_of = partition.community_of;
  if (community_of.empty()) {
    partition.count = 0;
    return;
  }
  constexpr auto kUnseen = std::numeric_limits<Vertex>::max();
  struct Entry {
    std::uint32_t size = 0, first = kUnseen;
  };
  std::vector<Entry> entries(*std::ranges::max_element(community_of) + std::size_t{1});
  for (Vertex v = 0; v < community_of.size(); ++v) {
    auto& entry = entries[community_of[v]];
    ++entry.size;
    entry.first = std::min(entry.first, v);
  }
  std::vector<std::uint32_t> order(entries.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, [&](auto a, auto b) {
    return entries[a].size != entries[b].size ? entries[a].size > entries[b].size : entries[a].first < entries[b].first;
  });
  std::vector<std::uint32_t> number(entries.size());
  partition.count = 0;
  for (const auto c : order) {
    if (entries[c].size > 0) number[c] = partition.count++;
  }
  for (auto& c : community_of) c = number[c];
}

std::uint32_t disconnected_communities(const Network& network, const std::vector<std::uint32_t>& community_of) {
  const auto n = network.vertex_count();
  std::vector<std::uint32_t> pieces_of(n == 0 ? 0 : *std::ranges::max_element(community_of) + std::size_t{1});
  std::vector<char> is_seen(n, 0);
  std::vector<Vertex> stack;
  for (Vertex start = 0; start < n; ++start) {
    if (std::exchange(is_seen[start], 1)) continue;
    ++pieces_of[community_of[start]];
    stack.assign(1, start);
    while (!stack.empty()) {
      const auto v = stack.back();
      stack.pop_back();
      const auto neighbours = network.neighbours(v);
      const auto edges = network.incident_edges(v);
      for (std::size_t i = 0; i < neighbours.size(); ++i) {
        const auto w = neighbours[i];
        if (community_of[w] != community_of[v] || is_seen[w] || network.weight(edges[i]) <= 0) continue;
        is_seen[w] = 1;
        stack.push_back(w);
      }
    }
  }
  return static_cast<std::uint32_t>(std::ranges::count_if(pieces_of, [](auto count) { return count > 1; }));
}

}  // namespace maillage
