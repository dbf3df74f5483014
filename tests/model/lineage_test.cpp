// SPDX-License-Identifier: Apache-2.0
#include "model/lineage.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "model/data_set_builder.hpp"

namespace maillage {
namespace {

struct Tie {
  std::string agreement;
  LineageKind kind;
  std::string of;
};

DataSet data_with(const std::vector<std::string>& agreements, const std::vector<Tie>& ties) {
  DataSetBuilder builder;
  for (const auto& id : agreements) builder.add(AgreementRow{.id = id});
  for (const auto& tie : ties) builder.add(LineageRow{.agreement = tie.agreement, .kind = tie.kind, .of = tie.of});
  return builder.finish().data;
}

//   a ◀─renews─ b ◀─amends─ c      d ◀─implements─ e      f ─renews─▶ (not documented)      g ◀─replaces─ h
TEST(LineageThreads, TieWhatContinuesAnAgreement) {
  const auto data = data_with({"a", "b", "c", "d", "e", "f", "g", "h"}, {{"b", LineageKind::renews, "a"},
                                                                         {"c", LineageKind::amends, "b"},
                                                                         {"e", LineageKind::implements, "d"},
                                                                         {"f", LineageKind::renews, ""},
                                                                         {"h", LineageKind::replaces, "g"},
                                                                         {"a", LineageKind::first, ""}});
  const Threads threads(data);
  EXPECT_EQ(threads.count(), 5U);
  std::vector<Index> thread_of;
  for (Index a = 0; a < data.agreements.size(); ++a) thread_of.push_back(threads.of(a));
  EXPECT_EQ(thread_of, (std::vector<Index>{0, 0, 0, 1, 2, 3, 4, 4}));
  for (Index a = 0; a < data.agreements.size(); ++a) EXPECT_EQ(threads.is_amendment(a), data.agreements.id[a] == "c");
}

TEST(LineageThreads, AreTheAgreementsThemselvesWithoutLineage) {
  const auto data = data_with({"a", "b"}, {});
  const Threads threads(data);
  EXPECT_EQ(threads.count(), 2U);
  EXPECT_EQ(threads.of(1), 1U);
  EXPECT_FALSE(threads.is_amendment(0));
  EXPECT_EQ(Threads(data_with({}, {})).count(), 0U);
}

TEST(LineageThreads, AmendmentsOfWhatIsNotDocumentedAreAmendments) {
  const Threads threads(data_with({"a"}, {{"a", LineageKind::amends, ""}}));
  EXPECT_EQ(threads.count(), 1U);
  EXPECT_TRUE(threads.is_amendment(0));
}

// Circles are a fault that `check` tells of; threads are made of them all the same.
TEST(LineageThreads, EndInCirclesToo) {
  const auto data = data_with({"a", "b", "c", "d"}, {{"a", LineageKind::renews, "b"},
                                                     {"b", LineageKind::renews, "c"},
                                                     {"c", LineageKind::renews, "a"},
                                                     {"d", LineageKind::replaces, "d"}});
  const Threads threads(data);
  EXPECT_EQ(threads.count(), 2U);
  EXPECT_EQ(threads.of(0), threads.of(2));
}

// Second route: neighbours are visited from each agreement in turn, as in a text-book.
TEST(LineageThreads, AreTheConnectedPartsOfTheTies) {
  std::mt19937 random(5);
  for (int round = 0; round < 200; ++round) {
    const auto count = 1 + random() % 30;
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < count; ++i) ids.push_back("a" + std::to_string(100 + i));
    std::vector<Tie> ties;
    std::map<std::string, std::set<std::string>> neighbours;
    for (auto left = random() % 30; left > 0; --left) {
      const auto kind = static_cast<LineageKind>(random() % code_names<LineageKind>.size());
      const Tie tie{ids[random() % count], kind, ids[random() % count]};
      ties.push_back(tie);
      if (kind == LineageKind::first || kind == LineageKind::implements) continue;
      neighbours[tie.agreement].insert(tie.of);
      neighbours[tie.of].insert(tie.agreement);
    }
    std::map<std::string, Index> expected;
    Index next = 0;
    for (const auto& start : ids) {
      if (expected.contains(start)) continue;
      std::vector<std::string> open{start};
      expected[start] = next;
      while (!open.empty()) {
        const auto at = open.back();
        open.pop_back();
        for (const auto& other : neighbours[at]) {
          if (expected.try_emplace(other, next).second) open.push_back(other);
        }
      }
      ++next;
    }
    const auto data = data_with(ids, ties);
    const Threads threads(data);
    ASSERT_EQ(threads.count(), next);
    for (Index a = 0; a < data.agreements.size(); ++a) {
      ASSERT_EQ(threads.of(a), expected[std::string(data.agreements.id[a])]) << "round " << round;
    }
  }
}

}  // namespace
}  // namespace maillage
