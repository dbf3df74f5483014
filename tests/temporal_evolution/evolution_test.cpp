// SPDX-License-Identifier: Apache-2.0
// What evolve says against slow ways: counting day by day from the data set.
#include "analysis/temporal/evolution.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <map>

#include "analysis/centrality/hubs.hpp"
#include "analysis/temporal/followed_measures.hpp"
#include "temporal_evolution/dated_registers.hpp"

namespace maillage {
namespace {

using dated_registers::network_on;
using testing::ElementsAre;
using testing::IsEmpty;
constexpr DayPeriod kPeriod{dated_registers::kFirst + 5, dated_registers::kFirst + 75};
constexpr std::uint64_t kSeeds = 40;

std::string where(std::uint64_t seed, Day day) { return "seed " + std::to_string(seed) + ", " + to_iso(day); }

Evolution followed(const DataSet& data, EvolutionOptions options = {}) {
  options.view.from = kPeriod.from;
  options.view.to = kPeriod.to;
  return evolution_of(data, options);
}

TEST(CalendarPeriods, CutThePeriodAtTheCalendar) {
  const auto day = [](int year, unsigned month, unsigned day_of_month) { return day_of({year, month, day_of_month}); };
  const DayPeriod period{day(2019, 11, 15), day(2021, 2, 3)};
  EXPECT_THAT(calendar_periods(period, CalendarStep::year),
              ElementsAre(DayPeriod{day(2019, 11, 15), day(2019, 12, 31)}, DayPeriod{day(2020, 1, 1), day(2020, 12, 31)},
                          DayPeriod{day(2021, 1, 1), day(2021, 2, 3)}));
  EXPECT_EQ(calendar_periods(period, CalendarStep::quarter).size(), 6U);
  EXPECT_EQ(calendar_periods(period, CalendarStep::month).size(), 16U);
  EXPECT_THAT(calendar_periods({5, 4}, CalendarStep::year), IsEmpty());
}

TEST(TimeSlices, AreCutAtTheDatesInsideThePeriod) {
  const std::vector<Day> dates{3, 10, 20, 30};
  EXPECT_THAT(time_slices(dates, {10, 29}), ElementsAre(DayPeriod{10, 19}, DayPeriod{20, 29}));
  EXPECT_THAT(time_slices(dates, {11, 30}), ElementsAre(DayPeriod{11, 19}, DayPeriod{20, 29}, DayPeriod{30, 30}));
}

// Every level on every day of every slice is what the data set says of that day.
TEST(Evolution, HasOnEveryDayWhatTheDataSetSays) {
  for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
    const auto data = dated_registers::make(seed);
    const auto evolution = followed(data);
    std::map<std::string, double> sums;
    for (const auto& slice : evolution.slices) {
      for (Day day = slice.from; day <= slice.to; ++day) {
        const auto possible = network_on(data, day), certain = network_on(data, day, UnknownDates::exclude);
        const auto expect = [&](const BoundedLevel& level, std::size_t sure, std::size_t maybe) {
          EXPECT_EQ(level.last, (BoundedCount{static_cast<std::int64_t>(sure), static_cast<std::int64_t>(maybe)})) << where(seed, day);
        };
        expect(slice.agreements, possible.selection.certain(), possible.selection.possible());
        expect(slice.partnerships, certain.partnerships.size(), possible.partnerships.size());
        expect(slice.institutions, certain.nodes.size(), possible.nodes.size());
        expect(slice.ties, certain.network.edge_count(), possible.network.edge_count());
        sums["agreements"] += static_cast<double>(possible.selection.possible());
        sums["ties"] += certain.network.edge_count();
      }
    }
    const auto days = static_cast<double>(evolution.whole.days());
    EXPECT_NEAR(evolution.whole.agreements.mean_possible, sums["agreements"] / days, 1e-9);
    EXPECT_NEAR(evolution.whole.ties.mean_certain, sums["ties"] / days, 1e-9);
    if (HasFailure()) return;
  }
}

TEST(Evolution, LeavesOutWhatIsNotAskedFor) {
  for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
    const auto data = dated_registers::make(seed);
    for (const auto unknown : {UnknownDates::exclude, UnknownDates::only}) {
      EvolutionOptions options;
      options.view.unknown = unknown;
      const auto evolution = followed(data, options);
      for (const auto& slice : evolution.slices) {
        const auto view = network_on(data, slice.to, unknown);
        const auto certain = unknown == UnknownDates::only ? 0 : 1;
        const auto count = static_cast<std::int64_t>(view.selection.possible()), ties = std::int64_t{view.network.edge_count()};
        EXPECT_EQ(slice.agreements.last, (BoundedCount{certain * count, count})) << where(seed, slice.to);
        EXPECT_EQ(slice.ties.last, (BoundedCount{certain * ties, ties})) << where(seed, slice.to);
      }
    }
  }
}

// An agreement may have begun in a period, or certainly has, as its dates say.
TEST(Evolution, CountsWhatBeginsAndEndsAsTheDatesSay) {
  for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
    const auto data = dated_registers::make(seed);
    const auto evolution = followed(data, {.step = CalendarStep::month});
    ASSERT_GT(evolution.periods.size(), 2U);
    for (const auto& period : evolution.periods) {
      BoundedCount begun, ended;
      for (Index a = 0; a < data.agreements.size(); ++a) {
        if (is_announced(data, a)) continue;
        const auto v = validity_of(data, a);
        const auto count = [&](BoundedCount& counted, Day earliest, Day latest) {
          bool all = earliest >= period.from && latest <= period.to, some = false;
          for (Day day = period.from; day <= period.to; ++day) some = some || (day >= earliest && day <= latest);
          counted.certain += all && some ? 1 : 0;
          counted.possible += some ? 1 : 0;
        };
        count(begun, v.start_earliest, std::min(v.start_latest, v.end_latest));
        const auto amends = [&](const Lineage& line) { return line.agreement == a && line.kind == LineageKind::amends; };
        if (v.end_rule != EndRule::open && std::ranges::none_of(data.lineage, amends)) {
          count(ended, std::max(v.end_earliest, v.start_earliest), v.end_latest);
        }
      }
      const BoundedCount told{period.formed.certain + period.renewed.certain + period.amended.certain,
                              period.formed.possible + period.renewed.possible + period.amended.possible};
      EXPECT_EQ(told, begun) << where(seed, period.from);
      EXPECT_EQ(period.ended, ended) << where(seed, period.from);
      EXPECT_LE(period.lapsed.possible, period.ended.possible);
    }
  }
}

// Exact means: the same as adding up the measure of the network of every single day.
TEST(MeansOverTime, AreTheMeansOfAllDays) {
  const std::vector<std::string> measures{"degree", "strength", "hyperdegree", "betweenness", "harmonic", "pagerank"};
  for (std::uint64_t seed = 0; seed < 12; ++seed) {
    const auto data = dated_registers::make(seed);
    const auto spells = collect_spells(data, {});
    const auto means = means_over_time(spells, measures, {}, kPeriod);
    for (std::size_t m = 0; m < measures.size(); ++m) {
      std::map<Index, std::pair<double, double>> sums;  // sum and sum of squares by row
      std::map<Index, int> days;
      for (Day day = kPeriod.from; day <= kPeriod.to; ++day) {
        const auto view = network_on(data, day);
        const auto scores = measure(view, measures[m], {});
        for (Vertex v = 0; v < view.nodes.size(); ++v) {
          if (std::isnan(scores.values[v])) continue;
          sums[view.nodes[v].row].first += scores.values[v];
          sums[view.nodes[v].row].second += scores.values[v] * scores.values[v];
          ++days[view.nodes[v].row];
        }
      }
      const int all_days = kPeriod.to - kPeriod.from + 1;
      for (Vertex v = 0; v < spells.institutions.size(); ++v) {
        const auto row = spells.institutions[v];
        const int defined = is_kept_by_updates(measures[m], {}) ? all_days : days[row];
        EXPECT_EQ(means[m].days[v], defined) << measures[m];
        if (defined == 0) {
          EXPECT_TRUE(std::isnan(means[m].mean[v]));
          continue;
        }
        const double mean = sums[row].first / defined;
        EXPECT_NEAR(means[m].mean[v], mean, 1e-9) << measures[m] << ", seed " << seed;
        EXPECT_NEAR(means[m].sd[v], std::sqrt(std::max(0.0, sums[row].second / defined - mean * mean)), 1e-6) << measures[m];
      }
    }
  }
}

// What was measured for the means is not measured again, and is the same.
TEST(FollowMeasures, TakesWhatWasMeasuredBefore) {
  const std::vector<std::string> measures{"betweenness", "strength", "harmonic"};
  for (std::uint64_t seed = 0; seed < 10; ++seed) {
    const auto data = dated_registers::make(seed);
    const auto spells = collect_spells(data, {});
    std::vector<Vertex> all;
    for (Vertex v = 0; v < spells.institutions.size(); ++v) all.push_back(v);
    MeasuredSlices slices;
    means_over_time(spells, measures, {}, kPeriod, &slices);
    EXPECT_FALSE(slices.values.empty());
    const auto again = follow_measures(spells, measures, {}, kPeriod, all, {}, &slices);
    const auto anew = follow_measures(spells, measures, {}, kPeriod, all, {});
    for (std::size_t m = 0; m < measures.size(); ++m) {
      for (const auto v : all) {
        ASSERT_EQ(again[m][v].values.size(), anew[m][v].values.size());
        for (std::size_t i = 0; i < again[m][v].values.size(); ++i) {
          EXPECT_EQ(again[m][v].values[i].first, anew[m][v].values[i].first);
          const double kept = again[m][v].values[i].second, wanted = anew[m][v].values[i].second;
          EXPECT_TRUE(kept == wanted || (std::isnan(kept) && std::isnan(wanted))) << kept << ' ' << wanted;
        }
      }
    }
  }
}

TEST(FollowMeasures, GivesTheValueAndRankOfEveryDay) {
  const std::vector<std::string> measures{"strength", "harmonic"};
  const auto periods = calendar_periods(kPeriod, CalendarStep::month);
  for (std::uint64_t seed = 0; seed < 12; ++seed) {
    const auto data = dated_registers::make(seed);
    const auto spells = collect_spells(data, {});
    std::vector<Vertex> all;
    for (Vertex v = 0; v < spells.institutions.size(); ++v) all.push_back(v);
    const auto courses = follow_measures(spells, measures, {}, kPeriod, all, periods);
    for (std::size_t m = 0; m < measures.size(); ++m) {
      for (Day day = kPeriod.from; day <= kPeriod.to; ++day) {
        const auto view = network_on(data, day);
        const auto scores = measure(view, measures[m], {});
        const auto ranks = ranks_of(scores.values);
        for (const auto v : all) {
          const auto& course = courses[m][v];
          const auto next = std::ranges::upper_bound(course.values, day, {}, &std::pair<Day, double>::first);
          ASSERT_GT(next, course.values.begin()) << where(seed, day);
          const double value = (next - 1)->second;
          const auto node = view.vertex_of_institution(spells.institutions[v]);
          const bool is_node = node < view.nodes.size();
          if (is_node) {
            EXPECT_NEAR(value, scores.values[node], 1e-9) << where(seed, day);
          } else if (is_kept_by_updates(measures[m], {})) {
            EXPECT_EQ(value, 0) << where(seed, day);
          } else {
            EXPECT_TRUE(std::isnan(value)) << where(seed, day);
          }
          for (std::size_t p = 0; p < periods.size(); ++p) {
            if (periods[p].to != day) continue;
            EXPECT_EQ(course.ranks[p], is_node ? ranks[node] : 0U) << where(seed, day);
          }
        }
      }
    }
  }
}

// Three agreements of one thread, and one that is over:
//
//   first      2015 |------------| 2017-12-31
//   second                        2018-03-01 |--------| 2020-12-31   renews the first
//   third                                              2020-07-01 |------->  2025   renews the second
//   other      2016 |--| 2016-12-31
TEST(Evolution, TellsRenewalsAndDurations) {
  DataSetBuilder builder;
  for (const auto* id : {"a", "b"}) builder.add(InstitutionRow{.id = id});
  const auto add = [&](const char* id, const char* from, const char* to) {
    builder.add(AgreementRow{.id = id, .valid_from = registers::date(from), .valid_to = registers::date(to)});
    for (const auto* party : {"a", "b"}) builder.add(PartyRow{.agreement = id, .institution = party});
  };
  add("first", "2015-01-01", "2017-12-31");
  add("second", "2018-03-01", "2020-12-31");
  add("third", "2020-07-01", "2025-12-31");
  add("other", "2016-01-01", "2016-12-31");
  builder.add(LineageRow{.agreement = "second", .kind = LineageKind::renews, .of = "first"});
  builder.add(LineageRow{.agreement = "third", .kind = LineageKind::renews, .of = "second"});
  const auto data = builder.finish().data;
  EvolutionOptions options;
  options.view.as_of = day_of({2022, 6, 30});
  const auto evolution = evolution_of(data, options);
  EXPECT_EQ(to_iso(evolution.from), "2015-01-01");
  EXPECT_EQ(to_iso(evolution.to), "2022-06-30");
  EXPECT_EQ(evolution.renewals.ended, (BoundedCount{3, 3}));
  EXPECT_EQ(evolution.renewals.renewed, (BoundedCount{2, 2}));
  EXPECT_EQ(evolution.renewals.lapsed, (BoundedCount{1, 1}));
  EXPECT_THAT(evolution.renewals.gaps, ElementsAre(-184, 59));
  EXPECT_EQ(evolution.whole.formed, (BoundedCount{2, 2}));
  EXPECT_EQ(evolution.whole.renewed, (BoundedCount{2, 2}));
  EXPECT_EQ(evolution.agreement_durations.subjects, 4U);
  EXPECT_EQ(evolution.agreement_durations.censored, 1U);
  EXPECT_EQ(evolution.partnership_durations.subjects, 2U);
  EXPECT_EQ(evolution.partnership_durations.ended, 1U);  // the other; the thread goes on
  EXPECT_EQ(evolution.loyalty.formed, (BoundedCount{2, 2}));
  EXPECT_EQ(evolution.loyalty.with_former, (BoundedCount{1, 1}));  // the other joins the partners of the first
  // While second and third overlap, the thread is one partnership and two agreements.
  const auto overlap = std::ranges::find(evolution.slices, day_of({2020, 7, 1}), &EvolutionPeriod::from);
  ASSERT_NE(overlap, evolution.slices.end());
  EXPECT_EQ(overlap->agreements.last, (BoundedCount{2, 2}));
  EXPECT_EQ(overlap->partnerships.last, (BoundedCount{1, 1}));
}

// Up to the last day of 2022, with what is not known of some ends and beginnings:
//
//   half      2020-01-01 |---| 2020-06-30, 182 days
//   whole     2021-01-01 to 2021-02-28 … |------| 2021-12-31, 365 days if it began first thing
//   unknown   2020-01-01 |------…  no end is said
//   open      2021-01-01 |-------> without term
TEST(Evolution, ReadsUnknownEndsAsStillToComeInOneOfItsDurations) {
  DataSetBuilder builder;
  for (const auto* id : {"a", "b"}) builder.add(InstitutionRow{.id = id});
  const auto add = [&](const char* id, const char* from, PartialDate to) {
    builder.add(AgreementRow{.id = id, .valid_from = registers::date(from), .valid_to = to});
    for (const auto* party : {"a", "b"}) builder.add(PartyRow{.agreement = id, .institution = party});
  };
  add("half", "2020-01-01", registers::date("2020-06-30"));
  add("whole", "2021-01-01/2021-02-28", registers::date("2021-12-31"));
  add("unknown", "2020-01-01", {});
  add("open", "2021-01-01", PartialDate::without_end());
  const auto data = builder.finish().data;
  EvolutionOptions options;
  options.view.as_of = day_of({2022, 12, 31});
  const auto evolution = evolution_of(data, options);
  const auto& known = evolution.agreement_durations;
  EXPECT_EQ(known.subjects, 2U);
  EXPECT_EQ(known.left_out, 2U);
  ASSERT_EQ(known.steps.size(), 1U);
  EXPECT_EQ(known.steps[0].time, 182);
  EXPECT_NEAR(known.steps[0].survival, 1.0 / 2, 1e-12);
  const auto& latest = evolution.agreement_durations_latest;
  EXPECT_EQ(latest.subjects, 4U);
  EXPECT_EQ(latest.censored, 2U);
  EXPECT_EQ(latest.left_out, 0U);
  ASSERT_EQ(latest.steps.size(), 2U);
  EXPECT_EQ(latest.steps[0].time, 182);
  EXPECT_NEAR(latest.steps[0].survival, 3.0 / 4, 1e-12);
  EXPECT_EQ(latest.steps[1].time, 365);
  EXPECT_NEAR(latest.steps[1].survival, 3.0 / 4 * 2 / 3, 1e-12);
  EXPECT_EQ(latest.longest, 1096);  // 2020 to 2022
}

TEST(Evolution, WithoutDatesFollowsNothing) {
  DataSetBuilder builder;
  for (const auto* id : {"a", "b"}) builder.add(InstitutionRow{.id = id});
  builder.add(AgreementRow{.id = "x"});
  for (const auto* party : {"a", "b"}) builder.add(PartyRow{.agreement = "x", .institution = party});
  const auto data = builder.finish().data;
  const auto evolution = evolution_of(data, {});
  EXPECT_GT(evolution.from, evolution.to);
  EXPECT_THAT(evolution.slices, IsEmpty());
}

}  // namespace
}  // namespace maillage
