// SPDX-License-Identifier: Apache-2.0
#include "analysis/community/runs.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <utility>

#include "analysis/community/label_propagation.hpp"
#include "analysis/community/leiden.hpp"
#include "analysis/community/louvain.hpp"
#include "analysis/ordered_chunks.hpp"

namespace maillage::community {
namespace {

constexpr double kLooksAtAnArc = 50;  // in one run, about
constexpr double kSameQuality = 1e-12;

void check_quality(const CommunityOptions& options) {
  if (options.quality == CommunityQuality::modularity) return;
  if (options.algorithm == "leiden" || options.algorithm == "louvain") return;
  throw std::invalid_argument("only leiden and louvain know another quality than modularity");
}

}  // namespace

DrawnAlgorithm drawn_algorithm(std::string_view name) {
  if (name == "leiden") return leiden;
  if (name == "louvain") return louvain;
  if (name == "label-propagation") {
    return [](const WeightedGraph& graph, double, std::uint64_t seed) { return label_propagation(graph, seed); };
  }
  return nullptr;
}

WeightedGraph graph_for(const Network& network, CommunityQuality quality) {
  return quality == CommunityQuality::cpm ? constant_potts_graph(network) : weighted_graph(network);
}

void run_each(const WeightedGraph& graph, DrawnAlgorithm algorithm, double resolution, std::uint64_t seed, int count,
              const std::function<void(std::size_t, Partition)>& found) {
  const auto runs = static_cast<std::size_t>(count);
  std::vector<Partition> partitions(runs);
  const double operations = kLooksAtAnArc * count * static_cast<double>(graph.arcs.size());
  run_chunks(
      runs, threads_for_chunks(runs, operations),
      [&](std::size_t, std::size_t run) {
        partitions[run].seed = seed + run;
        partitions[run].community_of = algorithm(graph, resolution, seed + run);
        renumber_communities(partitions[run]);
      },
      [&](std::size_t, std::size_t run) { found(run, std::exchange(partitions[run], {})); });
}

Partition best_of_runs(const Network& network, const CommunityOptions& options,
                       const std::function<double(Partition&)>& finish) {
  const auto usual = default_runs(network, options.algorithm);
  const auto counted = static_cast<std::size_t>(options.runs > 0 ? options.runs : usual.runs);
  const auto all = counted + static_cast<std::size_t>(options.runs > 0 ? 0 : usual.restarts);
  std::vector<Partition> runs;  // that tell the stability
  Partition kept;
  double most = 0;
  std::size_t kept_run = 0;
  run_each(graph_for(network, options.quality), drawn_algorithm(options.algorithm), options.resolution, options.seed,
           static_cast<int>(all), [&](std::size_t run, Partition partition) {
             const double quality = finish(partition);
             if (run == 0 || quality > most + kSameQuality * std::max(1.0, std::abs(most))) {
               kept = partition;
               most = quality;
               kept_run = run;
             }
             if (run < counted) runs.push_back(std::move(partition));
           });
  double nmi = 0, ari = 0, others = 0;
  for (std::size_t run = 0; run < runs.size(); ++run) {
    if (run == kept_run) continue;
    nmi += normalized_mutual_information(kept.community_of, runs[run].community_of);
    ari += adjusted_rand_index(kept.community_of, runs[run].community_of);
    ++others;
  }
  kept.runs = static_cast<int>(counted);
  // 0/0: one run says nothing about stability.
  kept.stability_nmi = others > 0 ? nmi / others : std::numeric_limits<double>::quiet_NaN();
  kept.stability_ari = others > 0 ? ari / others : std::numeric_limits<double>::quiet_NaN();
  return kept;
}

void describe(const Network& network, const CommunityOptions& options, Partition& partition) {
  partition.algorithm = options.algorithm;
  partition.resolution = options.resolution;
  const bool is_modularity = options.quality == CommunityQuality::modularity;
  partition.modularity = modularity(network, partition.community_of, is_modularity ? options.resolution : 1);
  partition.disconnected = disconnected_communities(network, partition.community_of);
}

void check_options(const Network& network, const CommunityOptions& options) {
  if (!(options.resolution > 0) || !std::isfinite(options.resolution)) {
    throw std::invalid_argument("the resolution must be a positive number");
  }
  if (options.runs < 0) throw std::invalid_argument("there must be at least one run");
  if (std::ranges::find(community_algorithms(), options.algorithm) == community_algorithms().end()) {
    throw std::invalid_argument("unknown community algorithm: " + options.algorithm);
  }
  check_quality(options);
  if (options.communities == 0) return;
  if (draws_at_random(options.algorithm)) {
    throw std::invalid_argument("a number of communities is for girvan-newman and spectral");
  }
  if (options.communities > network.vertex_count()) {
    throw std::invalid_argument("more communities than vertices were asked for");
  }
}

}  // namespace maillage::community
