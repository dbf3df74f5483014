// SPDX-License-Identifier: Apache-2.0
#include "analysis/centrality/hubs.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

#include "analysis/community/communities.hpp"
#include "analysis/ordered_chunks.hpp"

namespace maillage {
namespace {

constexpr double kMostRanks = 2.5e8;  // 4 B each
constexpr int kFewestSamples = 20;    // fewer say nothing about an interval
constexpr int kSamplesOfEstimates = 100;
constexpr double kFewestSources = 64;  // from fewer the estimate itself would make the interval
// A 5th to 95th percentile interval.
constexpr double kLowPercentile = 0.05, kHighPercentile = 0.95;

/// How many samples are taken, and of the paths of how many vertices in each (0: of all).
struct Sampling {
  int samples = 0;
  std::uint32_t sources = 0;
};

Sampling affordable_sampling(const NetworkView& view, const HubOptions& options) {
  if (options.resamples < 0) throw std::invalid_argument("the number of resamples must not be negative");
  if (view.partnerships.empty() || view.network.vertex_count() == 0) return {};
  if (needs_dates(options.measure)) return {};  // a sample of weights has no days
  const auto distance = options.measure_options.distance;
  const auto cost = cost_of_sample(view, options.measure, distance);
  const auto by_memory = kMostRanks / view.network.vertex_count();
  const auto affordable = std::min(options.most_operations / cost, by_memory);
  if (options.resamples <= affordable) return {options.resamples};
  if (affordable >= kFewestSamples) return {static_cast<int>(affordable)};
  const bool can_be_estimated = options.measure == "betweenness" && distance == Distance::hops && !view.is_directed();
  const int samples = std::min(options.resamples, kSamplesOfEstimates);
  if (!can_be_estimated || samples > by_memory) return {};
  const double sources = options.most_operations / samples / cost * view.network.vertex_count();
  return sources < kFewestSources ? Sampling{} : Sampling{samples, static_cast<std::uint32_t>(sources)};
}

/// Ranks in each sample, sample after sample.
std::vector<std::uint32_t> ranks_in_samples(const NetworkView& view, const HubOptions& options,
                                            const Sampling& plan) {
  const PartnershipSamples sampling(view);
  const auto measure_options = options_for_samples(view, options);
  const std::size_t n = view.network.vertex_count();
  const auto samples = static_cast<std::size_t>(plan.samples);
  std::vector<std::uint32_t> ranks(n * samples);
  const auto cost = plan.samples * cost_of_sample(view, options.measure, options.measure_options.distance);
  over_chunks(
      samples, std::min(cost, options.most_operations), [] { return std::vector<std::uint32_t>{}; },
      [&](std::vector<std::uint32_t>& here, std::size_t sample) {
        const auto times = sampling.draw(options.seed, sample);
        auto of_sample = measure_options;
        of_sample.sampled_sources = plan.sources;
        if (plan.sources > 0) of_sample.seed = options.seed + sample;
        here = ranks_of(sampling.measure(options.measure, of_sample, times));
      },
      [&](const std::vector<std::uint32_t>& here, std::size_t sample) {
        std::ranges::copy(here, ranks.begin() + static_cast<std::ptrdiff_t>(sample * n));
      });
  return ranks;
}

void widen(Hub& hub, std::vector<std::uint32_t>& ranks) {
  if (ranks.empty()) return;
  std::ranges::sort(ranks);
  const auto count = static_cast<double>(ranks.size());
  hub.rank_low = std::min(hub.rank, ranks[static_cast<std::size_t>(std::floor(kLowPercentile * count))]);
  hub.rank_high = std::max(hub.rank, ranks[static_cast<std::size_t>(std::ceil(kHighPercentile * count)) - 1]);
}

}  // namespace

MeasureOptions options_for_samples(const NetworkView& view, const HubOptions& options) {
  auto fixed = options.measure_options;
  fixed.alpha.reset();
  if (needs_communities(options.measure) && fixed.community_of.empty()) {
    CommunityOptions communities;
    communities.seed = fixed.seed;
    fixed.community_of = find_communities(view.network, communities).community_of;
  }
  return fixed;
}

std::vector<std::uint32_t> ranks_of(const std::vector<double>& values) {
  std::vector<std::uint32_t> order(values.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto defined_end = std::partition(order.begin(), order.end(), [&](auto v) { return !std::isnan(values[v]); });
  std::sort(order.begin(), defined_end, [&](auto a, auto b) { return values[a] > values[b]; });
  std::vector<std::uint32_t> ranks(values.size(), static_cast<std::uint32_t>(defined_end - order.begin()) + 1);
  for (auto group = order.begin(); group != defined_end;) {
    const auto rank = static_cast<std::uint32_t>(group - order.begin()) + 1;
    const auto first = values[*group];
    for (; group != defined_end && same_length(first, values[*group]); ++group) ranks[*group] = rank;
  }
  return ranks;
}

HubRanking rank_hubs(const NetworkView& view, const HubOptions& options) {
  const auto scores = measure(view, options.measure, options.measure_options).values;
  HubRanking ranking;
  ranking.measure = options.measure;
  ranking.seed = options.seed;
  ranking.partnerships = view.partnerships.size();
  const auto sampling = affordable_sampling(view, options);
  ranking.resamples = sampling.samples;
  ranking.sampled_sources = sampling.sources;
  const auto ranks = ranks_of(scores);
  const auto in_samples = ranks_in_samples(view, options, sampling);
  std::vector<std::uint32_t> of_vertex(static_cast<std::size_t>(ranking.resamples));
  for (std::uint32_t v = 0; v < scores.size(); ++v) {
    Hub hub{v, ranks[v], ranks[v], ranks[v], scores[v]};
    for (std::size_t i = 0; i < of_vertex.size(); ++i) of_vertex[i] = in_samples[i * scores.size() + v];
    widen(hub, of_vertex);
    ranking.hubs.push_back(hub);
  }
  std::ranges::stable_sort(ranking.hubs, {}, &Hub::rank);
  return ranking;
}

}  // namespace maillage
