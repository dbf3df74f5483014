// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "documents/drafts/match_names.hpp"
#include "model/data_set_builder.hpp"

namespace maillage::documents {
namespace {

using Verdict = MatchedName::Verdict;

DataSet data(std::initializer_list<NameDecision> decisions = {}) {
  DataSetBuilder builder;
  const auto add = [&](std::string_view id, std::string_view name) {
    InstitutionRow row;
    row.id = id, row.name = name;
    builder.add(row);
  };
  add("boreal", "Institut Boréal de Merlonge");
  add("haies-nord", "Office des Haies");
  add("haies-sud", "Office des Haies");
  PersonRow person;
  person.id = "alix-tournelle", person.name = "Alix Tournelle";
  builder.add(person);
  for (const auto& decision : decisions) builder.add(decision);
  return builder.finish().data;
}

MatchedName matched(const DataSet& data, const std::string& name) {
  const NameIndex names(data);
  return NameMatcher({&data, &names}, Registry::carried()).institution(name);
}

TEST(NameMatcher, KnowsWhatTheDataSetNames) {
  const auto match = matched(data(), "institut boreal de Merlonge");
  EXPECT_EQ(match.verdict, Verdict::known);
  EXPECT_EQ(match.id, "boreal");
}

TEST(NameMatcher, AsksWhereSeveralHaveTheName) {
  const auto match = matched(data(), "Office des Haies");
  EXPECT_EQ(match.verdict, Verdict::several);
  EXPECT_TRUE(match.id.empty());
  EXPECT_EQ(match.candidates.size(), 2U);
}

TEST(NameMatcher, AsksWhereANameIsNearlyTheSame) {
  const auto match = matched(data(), "Institut Boréale de Merlonge");
  EXPECT_EQ(match.verdict, Verdict::near);
  ASSERT_FALSE(match.candidates.empty());
  EXPECT_EQ(match.candidates.front().id, "boreal");
}

TEST(NameMatcher, GoesByWhatWasDecidedBefore) {
  const NameDecision same{.name = "l’Institut du Nord", .key = "boreal", .table = "institutions"};
  const NameDecision different{.name = "Office des Haies", .key = "haies-sud", .table = "institutions", .decision = NameVerdict::different};
  const auto decided = data({same, different});
  EXPECT_EQ(matched(decided, "L’INSTITUT DU NORD").id, "boreal");
  EXPECT_EQ(matched(decided, "Office des Haies").id, "haies-nord");
}

TEST(NameMatcher, LeavesOpenWhatAPersonWasUnsureOf) {
  const auto decided = data({{.name = "Institut Boréal de Merlonge", .key = "", .table = "institutions", .decision = NameVerdict::unsure}});
  EXPECT_EQ(matched(decided, "Institut Boréal de Merlonge").verdict, Verdict::likely);
}

TEST(NameMatcher, FindsNewNamesNew) {
  EXPECT_EQ(matched(data(), "Confrérie des Tisserands d’Orvaline").verdict, Verdict::none);
}

TEST(NameMatcher, TakesTheRegistryAfterTheData) {
  const auto match = matched(data(), "Centre national de la recherche scientifique");
  EXPECT_EQ(match.verdict, Verdict::known);
  EXPECT_THAT(match.id, ::testing::HasSubstr(":"));
}

TEST(NameMatcher, FindsPeople) {
  const auto with = data();
  const NameIndex names(with);
  NameMatcher matcher({&with, &names}, Registry::carried());
  EXPECT_EQ(matcher.person("Pr Alix TOURNELLE").id, "alix-tournelle");
  EXPECT_EQ(matcher.person("Basile Ormeau").verdict, Verdict::none);
  EXPECT_EQ(matcher.person("Alix Tournele").verdict, Verdict::near);
  EXPECT_EQ(matcher.person("Alix Ormeau").verdict, Verdict::none);
}

}  // namespace
}  // namespace maillage::documents
