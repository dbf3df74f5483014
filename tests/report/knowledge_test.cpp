// SPDX-License-Identifier: Apache-2.0
#include "report/knowledge.hpp"

#include <gtest/gtest.h>

#include "report/breakdowns.hpp"
#include "report/findings.hpp"
#include "report/small_results.hpp"

namespace maillage {
namespace {

struct Fixture {
  DataSet data = small_data();
  SmallResults results{data};
  ReportInput input = results.input();
  Language language{"fr"};
  ReportContext context{input, language};
};

TEST(Knowledge, TellsStatedInferredBoundedAndAbsent) {
  const Fixture f;
  const auto known = [&](std::string_view id) {
    for (const auto& facts : f.context.signed_agreements) {
      if (f.data.agreements.id[facts.agreement] == id) return knowledge_of(f.context, facts);
    }
    return AgreementKnowledge{};
  };
  const auto f1 = known("f1");
  EXPECT_EQ(f1.parties, Knowledge::stated);
  EXPECT_EQ(f1.signature, Knowledge::inferred);
  EXPECT_EQ(f1.start, Knowledge::stated);
  EXPECT_EQ(f1.end, Knowledge::stated);
  EXPECT_EQ(f1.signatories, Knowledge::inferred);  // one of the two is
  const auto c1 = known("c1");
  EXPECT_EQ(c1.parties, Knowledge::inferred);  // two parties are counted and not named
  EXPECT_EQ(c1.signature, Knowledge::bounded);
  EXPECT_EQ(c1.end, Knowledge::absent);
  EXPECT_EQ(c1.signatories, Knowledge::absent);
  EXPECT_EQ(known("p1").end, Knowledge::inferred);  // computed
  EXPECT_EQ(known("e1").signature, Knowledge::absent);
}

TEST(Breakdowns, CountEachAgreementOnceForEachOfItsValues) {
  const Fixture f;
  for (const std::string what : {"type", "theme", "kind", "territory", "source"}) {
    for (const auto& group : groups_by(f.context, what)) {
      const std::set<Index> once(group.signed_agreements.begin(), group.signed_agreements.end());
      EXPECT_EQ(once.size(), group.signed_agreements.size()) << what << " " << group.code;
      std::size_t certain = 0, possible = 0;
      for (const auto a : once) {
        const auto in_force = in_force_during(f.data, a, small_data_day(), small_data_day());
        certain += in_force == Certainty::certain ? 1 : 0;
        possible += in_force != Certainty::no ? 1 : 0;
      }
      EXPECT_EQ(group.certain, certain);
      EXPECT_EQ(group.possible, possible);
    }
  }
  const auto themes = groups_by(f.context, "theme");
  ASSERT_EQ(themes.size(), 3U);
  EXPECT_EQ(themes[0].code, "research");
  EXPECT_EQ(themes[0].signed_agreements.size(), 2U);
  EXPECT_EQ(themes[1].signed_agreements.size(), 2U);
  EXPECT_EQ(themes[2].code, "");  // e1 and the announced n1 have none
  EXPECT_EQ(themes[2].signed_agreements.size(), 1U);
  EXPECT_EQ(themes[2].announced.size(), 1U);
}

TEST(Leaders, AreTheFewestThatHoldTwoThirds) {
  const Fixture f;
  const auto leaders = leaders_of(f.context);
  ASSERT_EQ(leaders.institutions.size(), 2U);
  EXPECT_EQ(f.data.institutions.id[leaders.institutions[0]], "uni");
  EXPECT_EQ(f.data.institutions.id[leaders.institutions[1]], "agency");
  EXPECT_EQ(leaders.agreements, 3U);
}

TEST(KnownEnds, AreCertainAndNotPast) {
  const Fixture f;
  const auto ends = known_ends(f.context);
  ASSERT_EQ(ends.size(), 2U);
  EXPECT_EQ(to_iso(ends[0].first), "2026-01-31");
  EXPECT_EQ(to_iso(ends[1].first), "2028-12-31");
  EXPECT_EQ(unknown_ends(f.context).size(), 1U);
}

}  // namespace
}  // namespace maillage
