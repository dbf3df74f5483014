// SPDX-License-Identifier: Apache-2.0
// What evolve says of each institution against slow ways: every day, every pair of agreements, every signature by itself.
#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "analysis/temporal/agreement_lives.hpp"
#include "analysis/temporal/evolution.hpp"
#include "analysis/temporal/loyalty.hpp"
#include "temporal_evolution/dated_registers.hpp"

namespace maillage {
namespace {

using dated_registers::network_on;
using dated_registers::partners;
constexpr DayPeriod kPeriod{dated_registers::kFirst + 5, dated_registers::kFirst + 75};
constexpr std::uint64_t kSeeds = 40;

Evolution followed(const DataSet& data, std::vector<std::string> measures = {"strength"}) {
  EvolutionOptions options;
  options.view.from = kPeriod.from;
  options.view.to = kPeriod.to;
  options.top = 100;
  options.measures = std::move(measures);
  return evolution_of(data, options);
}

void expect_same(double found, double wanted, const std::string& what) {
  if (std::isnan(wanted)) {
    EXPECT_TRUE(std::isnan(found)) << what << " is " << found;
  } else {
    EXPECT_NEAR(found, wanted, 1e-6) << what;
  }
}

TEST(Evolution, TellsHowMuchAMeasureMoves) {
  int measured = 0;
  for (std::uint64_t seed = 0; seed < 12; ++seed) {
    const auto data = dated_registers::make(seed);
    for (const auto& institution : followed(data, {"strength", "harmonic"}).institutions) {
      for (const auto& of : institution.measures) {
        std::vector<double> values;  // of every day
        for (Day day = kPeriod.from; day <= kPeriod.to; ++day) {
          const auto view = network_on(data, day);
          const auto v = view.vertex_of_institution(institution.row);
          if (v < view.nodes.size()) {
            values.push_back(measure(view, of.measure, {}).values[v]);
          } else if (of.measure == "strength") {
            values.push_back(0);
          }
        }
        double sum = 0, squares = 0;
        for (const auto value : values) sum += value;
        const double mean = sum / static_cast<double>(values.size());
        for (const auto value : values) squares += (value - mean) * (value - mean);
        const auto what = of.measure + ", seed " + std::to_string(seed);
        EXPECT_EQ(of.days, std::ssize(values)) << what;
        expect_same(of.mean_possible, mean, what);
        const double undefined = std::nan("");
        expect_same(of.volatility, mean > 0 ? std::sqrt(squares / static_cast<double>(values.size())) / mean : undefined, what);
        measured += of.volatility > 0 ? 1 : 0;
      }
    }
  }
  EXPECT_GT(measured, 40);
}

// The definition written out: all pairs of agreements compared. Of one institution alone, or of all.
Loyalty slow_loyalty(const DataSet& data, const PartnershipSpells& spells, std::vector<AgreementLife> lives, Index of = kNone) {
  // Random dates contradict each other here and there: what ends before it begins is never in force.
  std::erase_if(lives, [](const AgreementLife& life) { return life.end_latest < life.start_earliest; });
  const auto pairs = [&](Index a) {
    std::set<std::pair<Index, Index>> found;
    for (const auto p : data.parties_of(a)) {
      for (const auto q : data.parties_of(a)) {
        const auto one = data.parties.institution[p], other = data.parties.institution[q];
        const bool are_nodes = spells.vertex_of(one) < spells.institutions.size() && spells.vertex_of(other) < spells.institutions.size();
        if (one < other && are_nodes && (of == kNone || one == of || other == of)) found.emplace(one, other);
      }
    }
    return found;
  };
  Loyalty expected;
  const auto count = [](BoundedCount& counted, bool is_certain, bool is_possible) {
    counted.certain += is_certain ? 1 : 0;
    counted.possible += is_possible ? 1 : 0;
  };
  for (const auto& life : lives) {
    const auto mine = pairs(life.agreement);
    if (life.begins != AgreementLife::Begins::formed || mine.empty()) continue;
    if (life.start_earliest > kPeriod.to || life.begins_by() < kPeriod.from) continue;
    const bool is_certain = life.start_earliest >= kPeriod.from && life.begins_by() <= kPeriod.to;
    bool one_is_certainly_former = false, one_is_former = false;
    for (const auto& pair : mine) {
      bool certainly = false, possibly = false;
      for (const auto& other : lives) {
        if (other.agreement == life.agreement || !pairs(other.agreement).contains(pair)) continue;
        certainly = certainly || other.begins_by() < life.start_earliest;
        possibly = possibly || other.start_earliest < life.begins_by();
      }
      count(expected.pairs, is_certain, true);
      count(expected.former_pairs, is_certain && certainly, certainly || possibly);
      one_is_certainly_former = one_is_certainly_former || certainly;
      one_is_former = one_is_former || certainly || possibly;
    }
    count(expected.formed, is_certain, true);
    count(expected.with_former, is_certain && one_is_certainly_former, one_is_former);
  }
  return expected;
}

void expect_same(const Loyalty& found, const Loyalty& wanted, const std::string& what) {
  EXPECT_EQ(found.formed, wanted.formed) << what;
  EXPECT_EQ(found.with_former, wanted.with_former) << what;
  EXPECT_EQ(found.pairs, wanted.pairs) << what;
  EXPECT_EQ(found.former_pairs, wanted.former_pairs) << what;
}

TEST(Loyalty, IsWhatItsDefinitionSays) {
  std::int64_t loyal = 0;
  for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
    const auto data = dated_registers::make(seed);
    const auto spells = collect_spells(data, {});
    const auto lives = agreement_lives(spells);
    std::vector<Vertex> all;
    for (Vertex v = 0; v < spells.institutions.size(); ++v) all.push_back(v);
    const auto found = loyalty_in(spells, lives, kPeriod, all);
    const auto what = "seed " + std::to_string(seed);
    expect_same(found.network, slow_loyalty(data, spells, lives), what);
    for (const auto v : all) {
      const auto row = spells.institutions[v];
      expect_same(found.institutions[v], slow_loyalty(data, spells, lives, row), what + ", institution " + std::to_string(row));
    }
    loyal += found.network.with_former.possible;
  }
  EXPECT_GT(loyal, 20);
}

TEST(Evolution, CountsPartnersWonKeptAndLostFromTheFirstToTheLastDay) {
  for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
    const auto data = dated_registers::make(seed);
    const auto on = [&](Index row, Day day, UnknownDates unknown) { return partners(network_on(data, day, unknown), row); };
    for (const auto& institution : followed(data).institutions) {
      const auto row = institution.row;
      const auto first = on(row, kPeriod.from, UnknownDates::include), last = on(row, kPeriod.to, UnknownDates::include);
      const auto surely_first = on(row, kPeriod.from, UnknownDates::exclude);
      const auto surely_last = on(row, kPeriod.to, UnknownDates::exclude);
      const auto missing = [](const std::set<Index>& from, const std::set<Index>& in) {
        return std::ranges::count_if(from, [&](Index other) { return !in.contains(other); });
      };
      const auto common = [&](const std::set<Index>& a, const std::set<Index>& b) { return std::ssize(a) - missing(a, b); };
      const auto jaccard = [&](const std::set<Index>& a, const std::set<Index>& b) {
        auto all = a;
        all.insert(b.begin(), b.end());
        return all.empty() ? std::nan("") : static_cast<double>(common(a, b)) / static_cast<double>(all.size());
      };
      const auto& turnover = institution.turnover;
      EXPECT_EQ(turnover.first, (BoundedCount{std::ssize(surely_first), std::ssize(first)}));
      EXPECT_EQ(turnover.last, (BoundedCount{std::ssize(surely_last), std::ssize(last)}));
      EXPECT_EQ(turnover.won, (BoundedCount{missing(surely_last, first), missing(last, surely_first)}));
      EXPECT_EQ(turnover.lost, (BoundedCount{missing(surely_first, last), missing(first, surely_last)}));
      EXPECT_EQ(turnover.kept, (BoundedCount{common(surely_first, surely_last), common(first, last)})) << seed;
      expect_same(turnover.jaccard_certain, jaccard(surely_first, surely_last), "certain partners kept");
      expect_same(turnover.jaccard_possible, jaccard(first, last), "possible partners kept");
      std::set<Index> ever, surely_ever;
      for (Day day = kPeriod.from; day <= kPeriod.to; ++day) {
        ever.merge(on(row, day, UnknownDates::include));
        surely_ever.merge(on(row, day, UnknownDates::exclude));
      }
      EXPECT_EQ(turnover.ever, (BoundedCount{std::ssize(surely_ever), std::ssize(ever)})) << seed;
    }
  }
}

// Goh and Barabási's parameter of the signatures of one institution in the period; where none is said, of the beginnings
// of what begins on one day.
TEST(Evolution, TellsTheRhythmOfEachInstitution) {
  int defined = 0;
  for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
    const auto data = dated_registers::make(seed);
    for (const auto& institution : followed(data).institutions) {
      std::vector<Day> days;
      std::size_t undated = 0;
      for (Index a = 0; a < data.agreements.size(); ++a) {
        const auto is_it = [&](Index party) { return data.parties.institution[party] == institution.row; };
        if (is_announced(data, a) || std::ranges::none_of(data.parties_of(a), is_it)) continue;
        const auto signed_on = data.agreements.signed_on[a];
        const auto v = validity_of(data, a);
        const bool begins_on_a_day = v.start_earliest == std::min(v.start_latest, v.end_latest);
        const bool is_dated = signed_on.is_known() ? signed_on.earliest() > kDistantPast : begins_on_a_day;
        if (!is_dated) {
          ++undated;
          continue;
        }
        const Day day = signed_on.is_known() ? signed_on.earliest() : v.start_earliest;
        if (day >= kPeriod.from && day <= kPeriod.to) days.push_back(day);
      }
      std::ranges::sort(days);
      const auto& found = institution.burstiness;
      EXPECT_EQ(found.events, days.size()) << seed;
      EXPECT_EQ(found.undated, undated) << seed;
      double sum = 0, squares = 0;
      const auto intervals = static_cast<double>(days.size()) - 1;
      for (std::size_t i = 1; i < days.size(); ++i) sum += days[i] - days[i - 1];
      const double mean = sum / intervals;
      for (std::size_t i = 1; i < days.size(); ++i) squares += (days[i] - days[i - 1] - mean) * (days[i] - days[i - 1] - mean);
      const double deviation = std::sqrt(squares / intervals);
      const bool is_defined = intervals >= 2 && mean > 0;
      expect_same(found.goh_barabasi, is_defined ? (deviation - mean) / (deviation + mean) : std::nan(""), "seed " + std::to_string(seed));
      defined += is_defined ? 1 : 0;
    }
  }
  EXPECT_GT(defined, 20);
}

}  // namespace
}  // namespace maillage
