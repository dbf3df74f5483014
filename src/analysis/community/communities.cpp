// SPDX-License-Identifier: Apache-2.0
#include "analysis/community/communities.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <utility>

#include "analysis/community/leiden.hpp"
#include "analysis/community/louvain.hpp"
#include "analysis/ordered_chunks.hpp"

namespace maillage {
namespace {

constexpr double kSameModularity = 1e-12;
constexpr double kLooksAtAnArc = 50;  // in one run, about

using Algorithm = std::vector<community::Community> (*)(const community::WeightedGraph&, double, std::uint64_t);

Algorithm algorithm_of(const CommunityOptions& options) {
  if (!(options.resolution > 0) || !std::isfinite(options.resolution)) {
    throw std::invalid_argument("the resolution must be a positive number");
  }
  if (options.runs < 1) throw std::invalid_argument("there must be at least one run");
  if (options.algorithm == "leiden") return community::leiden;
  if (options.algorithm == "louvain") return community::louvain;
  throw std::invalid_argument("unknown community algorithm: " + options.algorithm);
}

std::vector<Partition> run_all(const Network& network, const CommunityOptions& options) {
  const auto algorithm = algorithm_of(options);
  const auto graph = community::weighted_graph(network);
  std::vector<Partition> partitions(static_cast<std::size_t>(options.runs));
  const double operations = kLooksAtAnArc * options.runs * static_cast<double>(graph.arcs.size());
  const auto run_one = [&](std::size_t, std::size_t run) {
    auto& partition = partitions[run];
    partition.algorithm = options.algorithm;
    partition.resolution = options.resolution;
    partition.runs = options.runs;
    partition.seed = options.seed + run;
    partition.community_of = algorithm(graph, options.resolution, partition.seed);
    renumber_communities(partition);
    partition.modularity = modularity(network, partition.community_of, options.resolution);
  };
  run_chunks(partitions.size(), threads_for_chunks(partitions.size(), operations), run_one, [](auto, auto) {});
  return partitions;
}

}  // namespace

Partition find_communities(const Network& network, const CommunityOptions& options) {
  auto partitions = run_all(network, options);
  std::size_t best = 0;
  for (std::size_t run = 1; run < partitions.size(); ++run) {
    if (partitions[run].modularity > partitions[best].modularity + kSameModularity) best = run;
  }
  double nmi = 0, ari = 0;
  for (std::size_t run = 0; run < partitions.size(); ++run) {
    if (run == best) continue;
    nmi += normalized_mutual_information(partitions[best].community_of, partitions[run].community_of);
    ari += adjusted_rand_index(partitions[best].community_of, partitions[run].community_of);
  }
  auto kept = std::move(partitions[best]);
  const double others = options.runs - 1;  // 0/0: one run says nothing about stability
  kept.stability_nmi = others > 0 ? nmi / others : std::numeric_limits<double>::quiet_NaN();
  kept.stability_ari = others > 0 ? ari / others : std::numeric_limits<double>::quiet_NaN();
  kept.disconnected = disconnected_communities(network, kept.community_of);
  return kept;
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
  auto piece_of = community_of;
  const auto pieces = community::split_into_connected(community::weighted_graph(network), piece_of);
  std::vector<char> is_seen(pieces, 0);
  std::vector<std::uint32_t> pieces_of(community_of.empty() ? 0
                                                            : *std::ranges::max_element(community_of) + std::size_t{1});
  for (Vertex v = 0; v < piece_of.size(); ++v) {
    if (!std::exchange(is_seen[piece_of[v]], 1)) ++pieces_of[community_of[v]];
  }
  return static_cast<std::uint32_t>(std::ranges::count_if(pieces_of, [](auto count) { return count > 1; }));
}

}  // namespace maillage
