// SPDX-License-Identifier: Apache-2.0
#include "analysis/community/consensus.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <unordered_map>
#include <utility>

#include "analysis/community/leiden.hpp"
#include "analysis/community/runs.hpp"

namespace maillage {
namespace {

using community::Community;
using community::WeightedGraph;

constexpr int kUsualRuns = 50, kMostRounds = 20;
constexpr double kThreshold = 0.5;
constexpr double kSameQuality = 1e-12;

/// Vertices that all partitions put together.
struct Blocks {
  std::vector<Community> of;        // by vertex
  std::vector<double> size;         // vertices in each
  std::vector<Vertex> first;        // the first vertex of each
};

Blocks blocks_of(const std::vector<Partition>& runs, Vertex vertices) {
  Blocks blocks{std::vector<Community>(vertices, 0), {}, {}};
  Community count = vertices > 0 ? 1 : 0;
  for (const auto& run : runs) {
    std::unordered_map<std::uint64_t, Community> number_of;
    number_of.reserve(count);
    for (Vertex v = 0; v < vertices; ++v) {
      const auto pair = std::uint64_t{blocks.of[v]} << 32U | run.community_of[v];
      blocks.of[v] = number_of.emplace(pair, static_cast<Community>(number_of.size())).first->second;
    }
    count = static_cast<Community>(number_of.size());
  }
  blocks.size.assign(count, 0);
  blocks.first.assign(count, 0);
  for (Vertex v = vertices; v-- > 0;) {
    ++blocks.size[blocks.of[v]];
    blocks.first[blocks.of[v]] = v;
  }
  return blocks;
}

/// The consensus matrix on blocks as a graph; entries are shares of runs.
class Matrix {
 public:
  Matrix(const std::vector<Partition>& runs, const Blocks& blocks, CommunityQuality quality)
      : runs_(runs), blocks_(blocks), quality_(quality), count_(static_cast<Community>(blocks.size.size())) {
    for (const auto& run : runs) {
      members_.emplace_back(run.count);
      for (Community b = 0; b < count_; ++b) members_.back()[run.community_of[blocks.first[b]]].push_back(b);
    }
  }

  WeightedGraph graph() {
    collect();
    std::ranges::sort(entries_, {}, [](const Entry& entry) { return std::pair(entry.from, entry.to); });
    const auto doubled = std::ranges::unique(
        entries_, [](const Entry& a, const Entry& b) { return a.from == b.from && a.to == b.to; });
    entries_.erase(doubled.begin(), doubled.end());
    return as_graph();
  }

 private:
  struct Entry {
    Community from, to;
    double share;
  };

  void collect() {
    std::vector<std::uint32_t> times(count_, 0);
    std::vector<Community> touched;
    for (Community b = 0; b < count_; ++b) {
      touched.clear();
      for (std::size_t run = 0; run < runs_.size(); ++run) {
        for (const auto other : members_[run][runs_[run].community_of[blocks_.first[b]]]) {
          if (times[other]++ == 0) touched.push_back(other);
        }
      }
      std::ranges::sort(touched);
      add_entries(b, touched, times);
      for (const auto other : touched) times[other] = 0;
    }
  }

  void add_entries(Community b, const std::vector<Community>& touched, const std::vector<std::uint32_t>& times) {
    const auto share = [&](Community other) { return times[other] / static_cast<double>(runs_.size()); };
    bool has_any = blocks_.size[b] > 1;
    Community nearest = b;
    for (const auto other : touched) {
      if (other == b) continue;
      if (nearest == b || times[other] > times[nearest]) nearest = other;
      if (share(other) < kThreshold) continue;
      entries_.push_back({b, other, share(other)});
      has_any = true;
    }
    if (has_any || nearest == b) return;
    entries_.push_back({b, nearest, share(nearest)});
    entries_.push_back({nearest, b, share(nearest)});
  }

  /// Blocks as vertices: pairs of their vertices add up, those inside a block count for its strength alone.
  WeightedGraph as_graph() const {
    double mean = 0;
    for (const auto& entry : entries_) mean += weight(entry) / static_cast<double>(entries_.size());
    if (mean == 0) mean = 1;
    WeightedGraph graph;
    graph.first.assign(count_ + std::size_t{1}, 0);
    graph.strength.resize(count_);
    for (Community b = 0; b < count_; ++b) graph.strength[b] = blocks_.size[b] * (blocks_.size[b] - 1) / mean;
    for (const auto& entry : entries_) {
      ++graph.first[entry.from + 1];
      graph.arcs.push_back({entry.to, static_cast<float>(weight(entry) / mean)});
      graph.strength[entry.from] += weight(entry) / mean;
    }
    std::partial_sum(graph.first.begin(), graph.first.end(), graph.first.begin());
    graph.total = std::accumulate(graph.strength.begin(), graph.strength.end(), 0.0);
    if (quality_ == CommunityQuality::cpm) {
      graph.strength = blocks_.size;
      graph.total = mean;
    }
    return graph;
  }

  double weight(const Entry& entry) const { return entry.share * blocks_.size[entry.from] * blocks_.size[entry.to]; }

  const std::vector<Partition>& runs_;
  const Blocks& blocks_;
  CommunityQuality quality_;
  Community count_;
  std::vector<std::vector<std::vector<Community>>> members_;  // by run and community: blocks
  std::vector<Entry> entries_;
};

std::vector<Partition> runs_on(const WeightedGraph& graph, const CommunityOptions& options, double resolution, int runs) {
  std::vector<Partition> partitions;
  community::run_each(graph, community::drawn_algorithm(options.algorithm), resolution, options.seed, runs,
                      [&](std::size_t, Partition partition) { partitions.push_back(std::move(partition)); });
  return partitions;
}

/// Runs on blocks, told of vertices.
void spread(std::vector<Partition>& runs, const Blocks& blocks) {
  for (auto& run : runs) {
    std::vector<std::uint32_t> of_vertices(blocks.of.size());
    for (Vertex v = 0; v < of_vertices.size(); ++v) of_vertices[v] = run.community_of[blocks.of[v]];
    run.community_of = std::move(of_vertices);
  }
}

/// No partition splits a block, so they are all the same when each has as many communities as there are blocks.
bool agree(const std::vector<Partition>& runs, const Blocks& blocks) {
  return std::ranges::all_of(runs, [&](const Partition& run) { return run.count == blocks.size.size(); });
}

std::size_t best_of(const Network& network, const std::vector<Partition>& runs, const CommunityOptions& options) {
  std::size_t best = 0;
  double most = -std::numeric_limits<double>::infinity();
  for (std::size_t run = 0; run < runs.size(); ++run) {
    const double quality = options.quality == CommunityQuality::cpm
                               ? constant_potts_quality(network, runs[run].community_of, options.resolution)
                               : modularity(network, runs[run].community_of, options.resolution);
    if (run > 0 && quality <= most + kSameQuality * std::max(1.0, std::abs(most))) continue;
    best = run;
    most = quality;
  }
  return best;
}

void add_stability(const std::vector<Partition>& runs, Partition& partition) {
  partition.runs = static_cast<int>(runs.size());
  partition.stability_nmi = partition.stability_ari = 0;
  for (const auto& run : runs) {
    partition.stability_nmi += normalized_mutual_information(partition.community_of, run.community_of);
    partition.stability_ari += adjusted_rand_index(partition.community_of, run.community_of);
  }
  partition.stability_nmi /= static_cast<double>(runs.size());
  partition.stability_ari /= static_cast<double>(runs.size());
}

}  // namespace

Consensus consensus_communities(const Network& network, const CommunityOptions& options) {
  community::check_options(network, options);
  const int count = options.runs > 0 ? options.runs : kUsualRuns;
  if (!draws_at_random(options.algorithm) || count < 2) {
    throw std::invalid_argument("a consensus needs several runs of an algorithm that draws at random");
  }
  const auto first_runs =
      runs_on(community::graph_for(network, options.quality), options, options.resolution, count);
  Consensus consensus;
  consensus.threshold = kThreshold;
  const auto best = best_of(network, first_runs, options);
  consensus.modularity_of_best_run = modularity(
      network, first_runs[best].community_of, options.quality == CommunityQuality::cpm ? 1 : options.resolution);
  const double resolution = options.quality == CommunityQuality::cpm ? kThreshold : options.resolution;
  auto runs = first_runs;
  auto blocks = blocks_of(runs, network.vertex_count());
  while (!agree(runs, blocks) && consensus.rounds < kMostRounds) {
    ++consensus.rounds;
    runs = runs_on(Matrix(runs, blocks, options.quality).graph(), options, resolution, count);
    spread(runs, blocks);
    blocks = blocks_of(runs, network.vertex_count());
  }
  consensus.is_unanimous = agree(runs, blocks);
  consensus.partition.community_of =
      std::move(runs[consensus.is_unanimous ? 0 : best_of(network, runs, options)].community_of);
  if (options.algorithm != "louvain") {
    community::split_into_connected(community::weighted_graph(network), consensus.partition.community_of);
  }
  renumber_communities(consensus.partition);
  consensus.partition.seed = options.seed;
  add_stability(first_runs, consensus.partition);
  community::describe(network, options, consensus.partition);
  return consensus;
}

}  // namespace maillage
