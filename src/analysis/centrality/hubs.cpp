// SPDX-License-Identifier: Apache-2.0
#include "analysis/centrality/hubs.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

#include "analysis/centrality/partnership_samples.hpp"
#include "analysis/community/communities.hpp"
#include "analysis/ordered_chunks.hpp"

namespace maillage {
namespace {

constexpr double kMostRanks = 2.5e8;  // 4 B each
constexpr int kFewestSamples = 20;    // fewer say nothing about an interval
// A 5th to 95th percentile interval.
constexpr double kLowPercentile = 0.05, kHighPercentile = 0.95;

int affordable_samples(const NetworkView& view, const HubOptions& options) {
  if (options.resamples < 0) throw std::invalid_argument("the number of resamples must not be negative");
  if (view.partnerships.empty() || view.network.vertex_count() == 0) return 0;
  if (needs_dates(options.measure)) return 0;  // a sample of weights has no days
  const auto by_time = kMostOperationsOfRanks / cost_of_sample(view, options.measure, options.measure_options.distance);
  const auto by_memory = kMostRanks / view.network.vertex_count();
  if (options.resamples <= std::min(by_time, by_memory)) return options.resamples;
  const auto affordable = static_cast<int>(std::min(by_time, by_memory));
  return affordable < kFewestSamples ? 0 : affordable;
}

/// Ranks in each sample, sample after sample.
std::vector<std::uint32_t> ranks_in_samples(const NetworkView& view, const HubOptions& options, int samples) {
  const PartnershipSamples sampling(view);
  const auto measure_options = options_for_samples(view, options);
  const std::size_t n = view.network.vertex_count();
  std::vector<std::uint32_t> ranks(n * static_cast<std::size_t>(samples));
  const auto cost = samples * cost_of_sample(view, options.measure, options.measure_options.distance);
  over_chunks(
      static_cast<std::size_t>(samples), cost, [] { return std::vector<std::uint32_t>{}; },
      [&](std::vector<std::uint32_t>& here, std::size_t sample) {
        const auto times = sampling.draw(options.seed, sample);
        here = ranks_of(sampling.measure(options.measure, measure_options, times));
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
  ranking.resamples = affordable_samples(view, options);
  const auto ranks = ranks_of(scores);
  const auto in_samples = ranks_in_samples(view, options, ranking.resamples);
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
