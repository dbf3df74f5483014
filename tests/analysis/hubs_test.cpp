// SPDX-License-Identifier: Apache-2.0
#include "analysis/centrality/hubs.hpp"

#include <gtest/gtest.h>
#include <omp.h>

#include <algorithm>
#include <limits>
#include <numeric>
#include <stdexcept>

#include "analysis/centrality/partnership_samples.hpp"
#include "analysis/random_registers.hpp"
#include "analysis/values_near.hpp"
#include "generator/generated_network.hpp"

namespace maillage {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

// Agreements {A,B,C} {A,B} {C,D} {D} {A,B,C,D}, parties numbered 0 … 3.
const std::vector<random_registers::Agreement> kFiveAgreements = {{{0, 1, 2}}, {{0, 1}}, {{2, 3}}, {{3}}, {{0, 1, 2, 3}}};

TEST(Ranks, are_shared_within_the_tolerance_and_undefined_ones_come_last) {
  EXPECT_EQ(ranks_of({2, 5, 5 + 1e-13, kNaN, 1, kNaN}), (std::vector<std::uint32_t>{3, 1, 1, 5, 4, 5}));
  EXPECT_EQ(ranks_of({1, 1 + 1e-11}), (std::vector<std::uint32_t>{2, 1}));
  EXPECT_EQ(ranks_of({0, 0, 0}), (std::vector<std::uint32_t>{1, 1, 1}));
  EXPECT_TRUE(ranks_of({}).empty());
}

TEST(Hubs, by_strength_of_the_published_projection) {
  const auto data = random_registers::data_of(kFiveAgreements);
  const auto view = build_network(data, {});
  const auto ranking = rank_hubs(view, {});
  ASSERT_EQ(ranking.hubs.size(), 4U);
  EXPECT_EQ(ranking.partnerships, 5U);
  EXPECT_EQ(ranking.resamples, 1000);
  for (std::uint32_t v = 0; v < 3; ++v) {
    EXPECT_EQ(ranking.hubs[v].vertex, v);
    EXPECT_EQ(ranking.hubs[v].rank, 1U);
    EXPECT_NEAR(ranking.hubs[v].score, 3, 1e-12);
  }
  EXPECT_EQ(ranking.hubs[3].rank, 4U);
  EXPECT_NEAR(ranking.hubs[3].score, 2, 1e-12);
}

// The second route writes the sampled agreements into a data set, each as often as it was drawn, and builds the network.
TEST(Hubs, samples_are_the_networks_of_the_agreements_drawn) {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    SCOPED_TRACE(seed);
    const auto agreements = random_registers::make(seed);
    const auto data = random_registers::data_of(agreements);
    for (const auto weight : {Weighting::newman, Weighting::count, Weighting::none}) {
      const ViewOptions options{.weight = weight, .all_institutions = true};
      const auto view = build_network(data, options);
      const PartnershipSamples samples(view);
      const auto times = samples.draw(seed, 7);
      EXPECT_EQ(std::accumulate(times.begin(), times.end(), 0U), agreements.size());
      const auto drawn = random_registers::data_of(agreements, times);
      const auto network_drawn = build_network(drawn, options);
      for (const auto code : measure_codes()) {
        SCOPED_TRACE(code);
        EXPECT_TRUE(near(samples.measure(code, {}, times), measure(network_drawn, code, {}).values));
      }
    }
  }
}

TEST(Hubs, every_view_taken_once_is_itself) {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    const auto data = random_registers::data_of(random_registers::make(seed));
    for (const auto kind : {ViewKind::institutions, ViewKind::people, ViewKind::affiliations, ViewKind::two_mode}) {
      const auto view = build_network(data, {.kind = kind});
      const std::vector<std::uint32_t> once(view.partnerships.size(), 1);
      for (const auto code : measure_codes()) {
        EXPECT_TRUE(near(PartnershipSamples(view).measure(code, {}, once), measure(view, code, {}).values)) << code;
      }
    }
  }
}

TEST(Hubs, intervals_are_percentiles_of_the_ranks_in_the_samples) {
  const auto data = random_registers::data_of(random_registers::make(11));
  const auto view = build_network(data, {});
  const PartnershipSamples samples(view);
  for (const auto* code : {"strength", "hyperdegree", "betweenness"}) {
    const auto ranking = rank_hubs(view, {.measure = code, .seed = 3, .resamples = 200});
    EXPECT_EQ(ranking.resamples, 200);
    for (const auto& hub : ranking.hubs) {
      std::vector<std::uint32_t> ranks;
      for (std::uint64_t sample = 0; sample < 200; ++sample) {
        const auto values = samples.measure(code, {}, samples.draw(3, sample));
        const auto better = [&](double x) { return x > values[hub.vertex] + 1e-9; };
        ranks.push_back(1 + static_cast<std::uint32_t>(std::ranges::count_if(values, better)));
      }
      std::ranges::sort(ranks);
      EXPECT_EQ(hub.rank_low, std::min(hub.rank, ranks[10]));
      EXPECT_EQ(hub.rank_high, std::max(hub.rank, ranks[189]));
    }
  }
}

TEST(Hubs, draws_are_even) {
  const auto data = random_registers::data_of(kFiveAgreements);
  const auto view = build_network(data, {});
  const PartnershipSamples samples(view);
  std::vector<double> total(5, 0);
  for (std::uint64_t sample = 0; sample < 4000; ++sample) {
    const auto times = samples.draw(1, sample);
    for (std::size_t p = 0; p < 5; ++p) total[p] += times[p];
  }
  for (const auto times : total) EXPECT_NEAR(times / 4000, 1, 0.06);  // four standard deviations
  EXPECT_EQ(samples.draw(1, 5), samples.draw(1, 5));
  EXPECT_NE(samples.draw(1, 5), samples.draw(1, 6));
  EXPECT_NE(samples.draw(1, 5), samples.draw(2, 5));
}

void expect_same(const HubRanking& a, const HubRanking& b) {
  ASSERT_EQ(a.hubs.size(), b.hubs.size());
  for (std::size_t i = 0; i < a.hubs.size(); ++i) {
    EXPECT_EQ(a.hubs[i].vertex, b.hubs[i].vertex);
    EXPECT_EQ(a.hubs[i].rank_low, b.hubs[i].rank_low);
    EXPECT_EQ(a.hubs[i].rank_high, b.hubs[i].rank_high);
    EXPECT_EQ(a.hubs[i].score, b.hubs[i].score);
  }
}

TEST(Hubs, are_the_same_on_one_and_several_threads) {
  const auto data = random_registers::data_of(random_registers::make(4));
  const auto view = build_network(data, {});
  const auto allowed = omp_get_max_threads();
  for (const auto* code : {"strength", "pagerank"}) {
    omp_set_num_threads(1);
    const auto alone = rank_hubs(view, {.measure = code, .resamples = 20000});
    omp_set_num_threads(3);
    expect_same(alone, rank_hubs(view, {.measure = code, .resamples = 20000}));
  }
  omp_set_num_threads(allowed);
}

TEST(Hubs, without_anything_to_draw_have_no_interval) {
  const auto empty = DataSetBuilder().finish().data;
  EXPECT_TRUE(rank_hubs(build_network(empty, {}), {}).hubs.empty());
  const auto data = random_registers::data_of({});
  const auto isolates = rank_hubs(build_network(data, {.all_institutions = true}), {.measure = "constraint"});
  EXPECT_EQ(isolates.resamples, 0);
  ASSERT_EQ(isolates.hubs.size(), 12U);
  for (const auto& hub : isolates.hubs) {
    EXPECT_EQ(hub.rank, 1U);  // after none
    EXPECT_TRUE(std::isnan(hub.score));
  }
}

// With the means of nineteen exact samples: a hundred of estimates then, from a fifth of the vertices each.
TEST(Hubs, too_dear_for_exact_samples_have_intervals_from_estimates) {
  DataSetBuilder builder;
  const auto made = generator::generate({.institutions = 500, .agreements = 1500, .regions = 6, .seed = 104});
  for (std::size_t i = 0; i < made.institutions.size(); ++i) {
    builder.add(InstitutionRow{.id = registers::numbered('i', i)});
  }
  for (std::size_t a = 0; a < made.agreements.size(); ++a) {
    const auto id = registers::numbered('a', a);
    builder.add(AgreementRow{.id = id});
    for (const auto party : made.agreements[a].parties) {
      builder.add(PartyRow{.agreement = id, .institution = registers::numbered('i', party)});
    }
  }
  const auto data = builder.finish().data;
  const auto view = build_network(data, {});
  const auto n = view.network.vertex_count();
  const auto exact = rank_hubs(view, {.measure = "betweenness", .resamples = 100});
  EXPECT_EQ(exact.sampled_sources, 0U);
  const auto means = cost_of_sample(view, "betweenness", Distance::hops) * 19;
  const auto estimated = rank_hubs(view, {.measure = "betweenness", .resamples = 1000, .most_operations = means});
  EXPECT_EQ(estimated.resamples, 100);
  EXPECT_EQ(estimated.sampled_sources, static_cast<std::uint32_t>(means / 100 / (means / 19) * n));
  double width = 0, width_of_exact = 0;
  for (std::size_t i = 0; i < n; ++i) {
    const auto& hub = estimated.hubs[i];
    EXPECT_EQ(hub.vertex, exact.hubs[i].vertex);
    EXPECT_EQ(hub.score, exact.hubs[i].score);  // the rank itself is exact
    EXPECT_LE(hub.rank_low, hub.rank);
    EXPECT_GE(hub.rank_high, hub.rank);
    width += hub.rank_high - hub.rank_low;
    width_of_exact += exact.hubs[i].rank_high - exact.hubs[i].rank_low;
  }
  EXPECT_GT(width, 0.9 * width_of_exact);
  EXPECT_LT(width, 1.5 * width_of_exact);
  const auto none = rank_hubs(view, {.measure = "betweenness", .resamples = 1000, .most_operations = means / 19});
  EXPECT_EQ(none.resamples, 0);  // three sources a sample would tell nothing
}

TEST(Hubs, refuse_unknown_measures_and_negative_numbers_of_samples) {
  const auto data = random_registers::data_of(kFiveAgreements);
  const auto view = build_network(data, {});
  EXPECT_THROW(rank_hubs(view, {.measure = "fame"}), std::invalid_argument);
  EXPECT_THROW(rank_hubs(view, {.resamples = -1}), std::invalid_argument);
}

}  // namespace
}  // namespace maillage
