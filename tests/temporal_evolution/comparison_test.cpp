// SPDX-License-Identifier: Apache-2.0
#include "analysis/temporal/comparison.hpp"

#include <gmock/gmock.h>

#include <map>
#include <set>

#include "analysis/centrality/hubs.hpp"
#include "analysis/temporal/followed_communities.hpp"
#include "temporal_evolution/dated_registers.hpp"

namespace maillage {
namespace {

using dated_registers::network_on;
using dated_registers::partners;
constexpr Day kOne = dated_registers::kFirst + 30, kTwo = dated_registers::kFirst + 80;

Comparison compared(const DataSet& data) {
  ComparisonOptions options;
  options.first = kOne;
  options.last = kTwo;
  options.communities.runs = 2;
  return comparison_of(data, options);
}

// Every reading of the dates of an agreement tried out, day by day.
struct Tried {
  std::size_t readings = 0;
  std::map<std::string, std::size_t> how_often;
};
Tried tried(const Validity& v) {
  Tried result;
  const Day least = dated_registers::kFirst - 20, most = dated_registers::kLast + 60;
  const auto in_sight = [&](Day day) { return std::clamp(day, least, most); };
  for (Day start = in_sight(v.start_earliest); start <= in_sight(v.start_latest); ++start) {
    for (Day end = std::max(in_sight(v.end_earliest), start); end <= in_sight(v.end_latest); ++end) {
      ++result.readings;
      const bool on_first = start <= kOne && end >= kOne, on_last = start <= kTwo && end >= kTwo;
      if (on_last && start > kOne) ++result.how_often["came"];
      if (on_first && end < kTwo) ++result.how_often["ended"];
      if (start > kOne && end < kTwo) ++result.how_often["passed"];
      if (on_first && on_last) ++result.how_often["kept"];
    }
  }
  return result;
}

TEST(Comparison, TellsOfAgreementsWhatTheirReadingsSay) {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const auto data = dated_registers::make(seed);
    const auto comparison = compared(data);
    BoundedCount kept;
    std::map<std::pair<std::string, Index>, bool> expected, found;
    for (Index a = 0; a < data.agreements.size(); ++a) {
      if (is_announced(data, a)) continue;
      const auto is_continued = std::ranges::any_of(data.lineage, [&](const Lineage& line) {
        return line.of == a && (line.kind == LineageKind::renews || line.kind == LineageKind::replaces) && !is_announced(data, line.agreement);
      });
      const auto is_amendment = std::ranges::any_of(
          data.lineage, [&](const Lineage& line) { return line.agreement == a && line.kind == LineageKind::amends; });
      const auto all = tried(validity_of(data, a));
      for (const auto& [what, times] : all.how_often) {
        const bool is_certain = times == all.readings;
        if (what == "kept") {
          kept.certain += is_certain ? 1 : 0;
          ++kept.possible;
        } else if (what == "came" || (!is_amendment && (what == "passed" || !is_continued))) {
          expected[{what, a}] = is_certain;
        }
      }
    }
    for (const auto& one : comparison.agreements) {
      const auto what = one.kind == ComparedAs::ended ? "ended" : one.kind == ComparedAs::passed ? "passed" : "came";
      found[{what, one.agreement}] = one.is_certain;
    }
    EXPECT_EQ(found, expected) << seed;
    EXPECT_EQ(comparison.kept, kept) << seed;
  }
}

TEST(Comparison, TellsOfInstitutionsWhatTheNetworksOfBothDaysSay) {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const auto data = dated_registers::make(seed);
    const auto comparison = compared(data);
    const auto first = network_on(data, kOne), last = network_on(data, kTwo);
    const auto surely_first = network_on(data, kOne, UnknownDates::exclude), surely_last = network_on(data, kTwo, UnknownDates::exclude);
    const auto ranks_first = ranks_of(measure(first, "strength", {}).values);
    const auto ranks_last = ranks_of(measure(last, "strength", {}).values);
    std::set<Index> rows;
    for (const auto& one : comparison.institutions) {
      rows.insert(one.row);
      const auto v_first = first.vertex_of_institution(one.row), v_last = last.vertex_of_institution(one.row);
      EXPECT_EQ(one.rank_first, v_first < first.nodes.size() ? ranks_first[v_first] : 0U) << seed;
      EXPECT_EQ(one.rank_last, v_last < last.nodes.size() ? ranks_last[v_last] : 0U) << seed;
      std::map<Index, bool> won, expected_won;
      for (const auto& partner : one.won) won[partner.institution] = partner.is_certain;
      const auto before = partners(first, one.row), surely_before = partners(surely_first, one.row);
      const auto surely_after = partners(surely_last, one.row);
      for (const auto partner : partners(last, one.row)) {
        if (!surely_before.contains(partner)) expected_won[partner] = surely_after.contains(partner) && !before.contains(partner);
      }
      EXPECT_EQ(won, expected_won) << seed;
      EXPECT_EQ(one.partners_last, (BoundedCount{std::ssize(surely_after), std::ssize(partners(last, one.row))}));
    }
    std::set<Index> expected_rows;
    for (const auto* view : {&first, &last}) {
      for (const auto& node : view->nodes) expected_rows.insert(node.row);
    }
    EXPECT_EQ(rows, expected_rows);
    EXPECT_EQ(comparison.agreements_last, (BoundedCount{static_cast<std::int64_t>(last.selection.certain()), static_cast<std::int64_t>(last.selection.possible())}));
  }
}

// The events of the two days, as "event label <others".
std::vector<std::string> told(const DataSet& data, const FollowedCommunities& communities) {
  const auto label = [&](std::uint32_t c) { return std::string(data.institutions.id[communities.communities[c].label]); };
  std::vector<std::string> lines;
  for (const auto& change : communities.changes) {
    if (change.step == 0) continue;
    lines.push_back(std::string(community_event_code(change.event)) + " " + label(change.community));
    for (const auto other : change.others) lines.back() += " <" + label(other);
  }
  return lines;
}

// On the first day two agreements of three and one of eight, on the second one of six and two of four:
//
//   a1 a2 a3   b1 b2 b3   r1 … r8      →      a1 … b3   r1 r2 r3 r4   r5 r6 r7 r8
TEST(Comparison, TellsWhichCommunitiesMergedAndSplit) {
  DataSetBuilder builder;
  const auto triangle = [](char letter) {
    return std::vector<std::string>{letter + std::string("1"), letter + std::string("2"), letter + std::string("3")};
  };
  std::vector<std::string> eight, both = triangle('a');
  for (int i = 1; i <= 8; ++i) eight.push_back("r" + std::to_string(i));
  for (const auto& id : triangle('b')) both.push_back(id);
  for (const auto* group : {&both, &eight}) {
    for (const auto& id : *group) builder.add(InstitutionRow{.id = id});
  }
  const auto agree = [&](const std::string& id, const std::vector<std::string>& parties, bool is_last) {
    const auto from = PartialDate::on(is_last ? kOne + 10 : kOne - 10), to = PartialDate::on(is_last ? kTwo + 10 : kOne + 5);
    builder.add(AgreementRow{.id = id, .valid_from = from, .valid_to = to});
    for (const auto& party : parties) builder.add(PartyRow{.agreement = id, .institution = party});
  };
  agree("first-a", triangle('a'), false);
  agree("first-b", triangle('b'), false);
  agree("first-r", eight, false);
  agree("last-ab", both, true);
  agree("last-r1", {eight.begin(), eight.begin() + 4}, true);
  agree("last-r5", {eight.begin() + 4, eight.end()}, true);
  const auto data = builder.finish().data;
  const auto comparison = compared(data);
  ASSERT_EQ(comparison.communities.days, (std::vector<std::int32_t>{kOne, kTwo}));
  EXPECT_NEAR(comparison.communities.modularity[0], 1 - (2 * 9 + 64) / 196.0, 1e-12);
  EXPECT_NEAR(comparison.communities.modularity[1], 1 - (36 + 2 * 16) / 196.0, 1e-12);
  EXPECT_THAT(told(data, comparison.communities), ::testing::UnorderedElementsAre("merge a1 <b1", "contraction r1", "split r5 <r1"));
  // And back: what merged splits, what split merges.
  const std::vector<Day> days{kOne, kTwo};
  auto steps = community_steps(collect_spells(data, {}), days, {});
  std::swap(steps[0], steps[1]);
  const auto followed = follow_communities(days, steps, 0.3);
  EXPECT_THAT(told(data, followed), ::testing::UnorderedElementsAre("contraction a1", "split b1 <a1", "merge r1 <r5"));
}

// The communities of the two days are those of the networks of the two days.
TEST(Comparison, FollowsTheCommunitiesOfTheNetworksOfBothDays) {
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    const auto data = dated_registers::make(seed);
    const auto followed = compared(data).communities;
    for (std::size_t step = 0; step < 2; ++step) {
      const auto view = network_on(data, step == 0 ? kOne : kTwo);
      const auto partition = find_communities(view.network, {.runs = 2});
      std::set<std::set<Index>> expected, found;
      for (std::uint32_t c = 0; c < partition.count; ++c) {
        std::set<Index> members;
        for (Vertex v = 0; v < view.nodes.size(); ++v) {
          if (partition.community_of[v] == c) members.insert(view.nodes[v].row);
        }
        if (members.size() > 1) expected.insert(members);
      }
      for (const auto& community : followed.communities) {
        for (const auto& state : community.states) {
          if (state.step == step) found.emplace(state.members.begin(), state.members.end());
        }
      }
      EXPECT_EQ(found, expected) << seed << ", step " << step;
      EXPECT_EQ(followed.modularity[step], partition.modularity);
    }
  }
}

// The other way round, what was won is lost.
TEST(Comparison, WonOneWayIsLostTheOther) {
  DataSetBuilder builder;
  for (const auto* id : {"a", "b", "c"}) builder.add(InstitutionRow{.id = id});
  builder.add(AgreementRow{.id = "x", .valid_from = registers::date("2020-01-01"), .valid_to = registers::date("2020-02-10")});
  builder.add(AgreementRow{.id = "y", .valid_from = registers::date("2020-02-20"), .valid_to = registers::date("2020-12-31")});
  for (const auto* party : {"a", "b"}) builder.add(PartyRow{.agreement = "x", .institution = party});
  for (const auto* party : {"b", "c"}) builder.add(PartyRow{.agreement = "y", .institution = party});
  const auto data = builder.finish().data;
  const auto comparison = compared(data);
  EXPECT_EQ(comparison.count(ComparedAs::came), (BoundedCount{1, 1}));
  EXPECT_EQ(comparison.count(ComparedAs::ended), (BoundedCount{1, 1}));
  EXPECT_EQ(comparison.won, (BoundedCount{1, 1}));
  EXPECT_EQ(comparison.lost, (BoundedCount{1, 1}));
  EXPECT_EQ(comparison.came, (BoundedCount{1, 1}));
  EXPECT_EQ(comparison.went, (BoundedCount{1, 1}));
  EXPECT_THROW(comparison_of(data, ComparisonOptions{.first = 5, .last = 5}), std::invalid_argument);
}

}  // namespace
}  // namespace maillage
