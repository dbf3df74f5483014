// SPDX-License-Identifier: Apache-2.0
#include "analysis/temporal/comparison.hpp"

#include <gmock/gmock.h>

#include <map>
#include <set>

#include "analysis/centrality/hubs.hpp"
#include "temporal_evolution/dated_registers.hpp"

namespace maillage {
namespace {

constexpr Day kOne = dated_registers::kFirst + 30, kTwo = dated_registers::kFirst + 80;

NetworkView network_on(const DataSet& data, Day day, UnknownDates unknown = UnknownDates::include) {
  ViewOptions options;
  options.as_of = day;
  options.unknown = unknown;
  return build_network(data, options);
}

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
    const auto partners = [](const NetworkView& view, Index row) {
      std::set<Index> rows;
      const auto v = view.vertex_of_institution(row);
      if (v >= view.nodes.size()) return rows;
      for (const auto other : view.network.neighbours(v)) rows.insert(view.nodes[other].row);
      return rows;
    };
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

// The other way round, what was won is lost.
TEST(Comparison, WonOneWayIsLostTheOther) {
  DataSetBuilder builder;
  for (const auto* id : {"a", "b", "c"}) builder.add(InstitutionRow{.id = id});
  builder.add(AgreementRow{.id = "x", .valid_from = dated_registers::parsed("2020-01-01"), .valid_to = dated_registers::parsed("2020-02-10")});
  builder.add(AgreementRow{.id = "y", .valid_from = dated_registers::parsed("2020-02-20"), .valid_to = dated_registers::parsed("2020-12-31")});
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
