// SPDX-License-Identifier: Apache-2.0
#include "model/data_set_builder.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace maillage {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Member {
  std::string agreement, who;
  bool operator<(const Member& other) const { return std::tie(agreement, who) < std::tie(other.agreement, other.who); }
  bool operator==(const Member&) const = default;
};

std::vector<Member> parties_in(const DataSet& data) {
  std::vector<Member> all;
  for (Index a = 0; a < data.agreements.size(); ++a) {
    for (const auto party : data.parties_of(a)) {
      all.push_back(
          {std::string(data.agreements.id[a]), std::string(data.institutions.id[data.parties.institution[party]])});
    }
  }
  return all;
}
std::vector<Member> signatures_in(const DataSet& data) {
  std::vector<Member> all;
  for (Index a = 0; a < data.agreements.size(); ++a) {
    for (const auto signature : data.signatures_of(a)) {
      all.push_back(
          {std::string(data.agreements.id[a]), std::string(data.people.id[data.signatures.person[signature]])});
    }
  }
  return all;
}

TEST(Builders, PutRowsInTheOrderOfTheirIds) {
  DataSetBuilder builder;
  for (const auto* id : {"c", "a", "b"}) {
    builder.add(InstitutionRow{.id = id, .name = std::string("name of ") + id, .row = 7});
    builder.add(PersonRow{.id = id});
    builder.add(SourceRow{.id = id, .title = id});
  }
  builder.add(AgreementRow{.id = "z", .title = "last", .axes = {"one", "two"}, .amount_eur = 5});
  builder.add(AgreementRow{.id = "y", .title = "first"});
  const auto [data, broken, duplicates] = builder.finish();
  EXPECT_EQ(data.institutions.name[0], "name of a");
  EXPECT_EQ(data.find_institution("c"), 2U);
  EXPECT_EQ(data.find_institution("d"), kNone);
  EXPECT_EQ(data.find_person("b"), 1U);
  EXPECT_EQ(data.sources[data.find_source("c")].title, "c");
  EXPECT_EQ(data.agreements.title[0], "first");
  EXPECT_EQ(data.agreements.axes[1].size(), 2U);
  EXPECT_TRUE(data.agreements.axes[0].empty());
  EXPECT_EQ(data.agreements.amount_eur[1], 5);
  EXPECT_NE(data.agreements.amount_eur[0], data.agreements.amount_eur[0]) << "an absent amount is NaN";
  EXPECT_THAT(broken, IsEmpty());
  EXPECT_THAT(duplicates, IsEmpty());
}

// Flat tables hand members over right after their agreement (kept as lists), packages table by table: the same data
// set.
TEST(Builders, GroupMembersInWhateverOrderTheyCome) {
  std::mt19937 random(11);
  for (int round = 0; round < 100; ++round) {
    const auto count = 1 + random() % 12;
    std::vector<std::string> agreements;
    for (std::size_t i = 0; i < count; ++i) agreements.push_back("a" + std::to_string(10 + i));
    std::shuffle(agreements.begin(), agreements.end(), random);
    std::set<Member> parties, signatures;
    for (auto left = random() % 40; left > 0; --left) {
      parties.insert({agreements[random() % count], "i" + std::to_string(random() % 9)});
      signatures.insert({agreements[random() % count], "p" + std::to_string(random() % 9)});
    }
    const auto with_bodies = [] {
      DataSetBuilder builder;
      for (const auto* number : {"0", "1", "2", "3", "4", "5", "6", "7", "8"}) {
        builder.add(InstitutionRow{.id = std::string("i") + number});
        builder.add(PersonRow{.id = std::string("p") + number});
      }
      return builder;
    };
    const auto add = [](DataSetBuilder& builder, const Member& m, bool is_party) {
      if (is_party) builder.add(PartyRow{.agreement = m.agreement, .institution = m.who});
      if (!is_party) builder.add(SignatureRow{.agreement = m.agreement, .person = m.who});
    };
    auto grouped = with_bodies();
    for (const auto& agreement : agreements) {
      grouped.add(AgreementRow{.id = agreement});
      for (const auto& m : parties)
        if (m.agreement == agreement) add(grouped, m, true);
      for (const auto& m : signatures)
        if (m.agreement == agreement) add(grouped, m, false);
    }
    auto loose = with_bodies();
    std::vector<std::pair<Member, bool>> all;
    for (const auto& m : parties) all.emplace_back(m, true);
    for (const auto& m : signatures) all.emplace_back(m, false);
    std::shuffle(all.begin(), all.end(), random);
    const auto half = random() % (all.size() + 1);
    for (std::size_t i = 0; i < half; ++i) add(loose, all[i].first, all[i].second);
    for (const auto& agreement : agreements) loose.add(AgreementRow{.id = agreement});
    for (auto i = half; i < all.size(); ++i) add(loose, all[i].first, all[i].second);

    const auto expected_parties = std::vector<Member>(parties.begin(), parties.end());
    const auto expected_signatures = std::vector<Member>(signatures.begin(), signatures.end());
    for (auto* builder : {&grouped, &loose}) {
      const auto built = builder->finish();
      ASSERT_THAT(built.broken, IsEmpty());
      ASSERT_EQ(parties_in(built.data), expected_parties) << "round " << round;
      ASSERT_EQ(signatures_in(built.data), expected_signatures) << "round " << round;
    }
  }
}

// What is said of a member stays with it, though members are moved.
TEST(Builders, KeepWhatIsSaidOfAMemberWithIt) {
  std::mt19937 random(13);
  for (int round = 0; round < 50; ++round) {
    std::map<Member, double> amounts;
    DataSetBuilder builder;
    for (int i = 0; i < 6; ++i) builder.add(InstitutionRow{.id = "i" + std::to_string(i)});
    for (const auto i : {3, 1, 4, 0, 2}) {
      const auto id = "a" + std::to_string(i);
      builder.add(AgreementRow{.id = id});
      for (int j = 5; j >= 0; --j) {
        if (random() % 2 == 0) continue;
        const Member member{id, "i" + std::to_string(j)};
        const auto amount = static_cast<double>(random() % 3);
        amounts[member] = amount;
        builder.add(PartyRow{.agreement = member.agreement, .institution = member.who, .amount_eur = amount});
      }
    }
    const auto data = builder.finish().data;
    std::size_t seen = 0;
    for (Index a = 0; a < data.agreements.size(); ++a) {
      for (const auto party : data.parties_of(a)) {
        const Member member{std::string(data.agreements.id[a]),
                            std::string(data.institutions.id[data.parties.institution[party]])};
        ASSERT_EQ(data.parties.amount_eur[party], amounts.at(member));
        ++seen;
      }
    }
    ASSERT_EQ(seen, amounts.size());
  }
}

TEST(Builders, TellBrokenReferencesWithTheirPlace) {
  DataSetBuilder builder;
  builder.add(InstitutionRow{.id = "i", .territory = "59", .parent = "nobody", .row = 2});
  builder.add(AgreementRow{.id = "a", .themes = {"no theme"}, .row = 3});
  builder.add(PartyRow{.agreement = "a", .institution = "ghost", .row = 4});
  builder.add(PartyRow{.agreement = "gone", .institution = "i", .row = 5});
  builder.add(SignatureRow{.agreement = "a", .person = "who", .row = 6});
  builder.add(LineageRow{.agreement = "a", .kind = LineageKind::renews, .of = "lost", .row = 7});
  builder.add(MentionRow{.id = "m", .institutions = {"i", "none"}, .row = 8});
  builder.add(EvidenceRow{.table = "agreements", .key = "a", .source = "unsaid", .row = 9});
  const auto built = builder.finish();
  std::vector<std::string> told;
  for (const auto& b : built.broken)
    told.push_back(b.table + ":" + std::to_string(b.row) + " " + b.field + " " + b.value);
  EXPECT_THAT(told,
              ElementsAre("agreements:3 themes no theme", "evidence:9 source unsaid", "institutions:2 parent nobody",
                          "institutions:2 territory 59", "lineage:7 of lost", "mentions:8 institutions none",
                          "parties:4 institution ghost", "parties:5 agreement gone", "signatures:6 person who"));
  EXPECT_TRUE(built.data.parties.institution.empty());
  EXPECT_EQ(built.data.lineage.size(), 1U) << "the agreement is there, what it renews may be unknown";
  EXPECT_EQ(built.data.mentions[0].institutions.size(), 1U);
  EXPECT_EQ(built.data.evidence.size(), 1U);
}

TEST(Builders, KeepTheFirstRowOfAnIdAndTellTheOthers) {
  DataSetBuilder builder;
  for (const std::uint32_t row : {2U, 3U, 4U}) {
    builder.add(AgreementRow{.id = "a", .title = std::to_string(row), .row = row});
    builder.add(PartyRow{.agreement = "a", .institution = "i", .row = row});
    builder.add(ThemeRow{.code = "t", .label_fr = std::to_string(row), .row = row});
  }
  builder.add(InstitutionRow{.id = "i"});
  const auto built = builder.finish();
  EXPECT_EQ(built.data.agreements.size(), 1U);
  EXPECT_EQ(built.data.agreements.title[0], "2");
  EXPECT_EQ(built.data.themes[0].label_fr, "2");
  EXPECT_EQ(built.data.parties.institution.size(), 3U) << "doubles of parties are a matter for the checks";
  std::vector<std::string> told;
  for (const auto& d : built.duplicates) {
    told.push_back(d.table + " " + d.id + " " + std::to_string(d.row) + " " + std::to_string(d.first_row));
  }
  EXPECT_THAT(told, ElementsAre("agreements a 3 2", "agreements a 4 2", "themes t 3 2", "themes t 4 2"));
}

TEST(Builders, UniteRepeatedPartiesWhereTheyAreAskedTo) {
  DataSetBuilder builder;
  builder.unite_repeated_parties();
  for (const auto* id : {"x", "y", "z"}) builder.add(InstitutionRow{.id = id});
  builder.add(AgreementRow{.id = "a"});
  for (const auto* id : {"z", "x", "z", "y", "x"}) builder.add(PartyRow{.agreement = "a", .institution = id});
  const auto data = builder.finish().data;
  EXPECT_EQ(parties_in(data), (std::vector<Member>{{"a", "x"}, {"a", "y"}, {"a", "z"}}));
}

TEST(Builders, LetASpellingStandForAnId) {
  DataSetBuilder builder;
  builder.add(InstitutionRow{.id = "CHU"});
  builder.add(PersonRow{.id = "Ada"});
  builder.let_institution_stand_for("chu", "CHU");
  builder.let_person_stand_for("ADA", "Ada");
  builder.add(AgreementRow{.id = "a"});
  builder.add(PartyRow{.agreement = "a", .institution = "chu"});
  builder.add(SignatureRow{.agreement = "a", .person = "ADA", .on_behalf_of = "chu"});
  const auto built = builder.finish();
  EXPECT_THAT(built.broken, IsEmpty());
  EXPECT_EQ(parties_in(built.data), (std::vector<Member>{{"a", "CHU"}}));
  EXPECT_EQ(built.data.signatures.on_behalf_of[0], 0U);
}

TEST(Builders, AreEmptyAfterwards) {
  DataSetBuilder builder;
  builder.expect_agreements(1'000'000);
  builder.add(AgreementRow{.id = "a"});
  EXPECT_EQ(builder.finish().data.agreements.size(), 1U);
  EXPECT_EQ(builder.finish().data.agreements.size(), 0U);
}

TEST(Builders, KnowWhichIdsHaveComeSoFar) {
  DataSetBuilder builder;
  builder.add(InstitutionRow{.id = "i"});
  builder.add(ThemeRow{.code = "t"});
  builder.add(AgreementRow{.id = "a"});
  EXPECT_TRUE(builder.has_institution("i"));
  EXPECT_FALSE(builder.has_institution("a"));
  EXPECT_FALSE(builder.has_institution(""));
  EXPECT_TRUE(builder.has_theme("t"));
  EXPECT_FALSE(builder.has_person("i"));
}

}  // namespace
}  // namespace maillage
