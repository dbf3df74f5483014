// SPDX-License-Identifier: Apache-2.0
#include "records/office/recognition.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "model/data_set_builder.hpp"

namespace maillage {
namespace {

using testing::IsEmpty;
using testing::Pair;
using testing::UnorderedElementsAre;
using Verdict = RegistryAnswer::Verdict;

std::string entry_of(const Recognition& recognition, const std::string& id) {
  const auto found = recognition.entries.find(id);
  return found == recognition.entries.end() ? "" : Registry::carried().entry(found->second.entry).id;
}

Recognition recognised(const std::vector<ListedInstitution>& listed, const DataSet* known = nullptr, RegistryUse use = RegistryUse::certain) {
  if (known == nullptr) return recognise(listed, nullptr, nullptr, use);
  const NameIndex index(*known);
  return recognise(listed, known, &index, use);
}

TEST(Recognition, TakesWhatIsCertainAndOffersTheRest) {
  const auto found = recognised({{.id = "a", .name = "CHU Lille"}, {.id = "b", .name = "Saint-Denis"}, {.id = "c", .name = "Orange"}, {.id = "d", .name = "CH de Lens"}});
  EXPECT_EQ(entry_of(found, "a"), "ror:02ppyfa04");
  EXPECT_EQ(found.entries.size(), 1U);
  ASSERT_EQ(found.doubtful.size(), 2U);
  EXPECT_EQ(found.doubtful.at("b").verdict, Verdict::ambiguous);
  EXPECT_EQ(found.doubtful.at("c").verdict, Verdict::likely);
}

TEST(Recognition, TakesTheLikelyWhereItIsAskedTo) {
  const auto found = recognised({{.id = "b", .name = "Saint-Denis"}, {.id = "c", .name = "Villeneuve-d'Ascq"}}, nullptr, RegistryUse::likely);
  EXPECT_EQ(entry_of(found, "c"), "insee:59009");
  EXPECT_EQ(entry_of(found, "b"), "") << "several have the name";
}

TEST(Recognition, AsksNothingWithoutTheRegistryButWhatTheMappingTells) {
  auto told = ListedInstitution{.id = "b", .name = "Saint-Denis"};
  told.told = Registry::carried().by_identifier("93066");
  const auto found = recognised({{.id = "a", .name = "CHU Lille"}, told}, nullptr, RegistryUse::none);
  EXPECT_EQ(found.entries.size(), 1U);
  EXPECT_EQ(entry_of(found, "b"), "insee:93066");
}

TEST(Recognition, GoesByAnIdentifierWhateverTheName) {
  const auto found = recognised({{.id = "ternoiscom", .name = "TernoisCom", .siren = "200069672"}, {.id = "ulille", .name = "U. Lille", .ror = "02kzqn938"},
                                 {.id = "pic-999877068", .name = "ARTOIS UNIV", .has_code = true}});
  EXPECT_EQ(entry_of(found, "ternoiscom"), "siren:200069672");
  EXPECT_EQ(entry_of(found, "ulille"), "ror:02kzqn938");
  EXPECT_EQ(entry_of(found, "pic-999877068"), "ror:053x9s498");
}

TEST(Recognition, UnitesSpellingsOfOneInstitution) {
  const auto found = recognised({{.id = "chu-lille", .name = "CHU Lille"}, {.id = "a", .name = "Centre hospitalier universitaire de Lille"}});
  EXPECT_THAT(found.same, UnorderedElementsAre(Pair("chu-lille", "a")));
  EXPECT_EQ(entry_of(found, "a"), "ror:02ppyfa04");
}

TEST(Recognition, DoesNotUniteUnitsThatShareASiren) {
  const std::string siren = "196244016";  // Université d’Artois
  const auto found = recognised({{.id = "u", .name = "Université d'Artois", .siren = siren}, {.id = "iut", .name = "IUT de Béthune", .siren = siren}});
  EXPECT_EQ(entry_of(found, "u"), "ror:053x9s498");
  EXPECT_EQ(entry_of(found, "iut"), "");
  EXPECT_THAT(found.same, IsEmpty());
  EXPECT_TRUE(found.doubtful.contains("iut")) << "offered";
}

TEST(Recognition, DoesNotUniteWhatCodesTellApart) {
  const auto found = recognised({{.id = "k1", .name = "CHU Lille", .has_code = true}, {.id = "k2", .name = "CHU de Lille", .has_code = true}});
  EXPECT_THAT(found.same, IsEmpty());
  EXPECT_THAT(found.entries, IsEmpty());
  EXPECT_EQ(found.doubtful.size(), 2U);
}

TEST(Recognition, KnowsTheInstitutionOfTheDataByItsIdentifierOrName) {
  DataSetBuilder builder;
  builder.add(InstitutionRow{.id = "hopital", .name = "L’hôpital", .ror = "02ppyfa04"});
  builder.add(InstitutionRow{.id = "picardie", .name = "Université de Picardie Jules Verne"});
  const auto known = builder.finish().data;
  const auto found = recognised({{.id = "chu-lille", .name = "CHU Lille"}, {.id = "upjv", .name = "UPJV", .country = "FR"}}, &known);
  EXPECT_THAT(found.same, UnorderedElementsAre(Pair("chu-lille", "hopital"), Pair("upjv", "picardie")));
}

TEST(Recognition, LeavesForeignNamesAlone) {
  EXPECT_THAT(recognised({{.id = "x", .name = "Université de Lille", .country = "BE"}}).entries, IsEmpty());
}

TEST(Recognition, OffersInitialsAloneAndTakesThemForFrenchOnlyWhereThatIsSaid) {
  for (const auto* initials : {"UGA", "ISL", "CNRS", "INSERM"}) {  // Uganda and Iceland, in a list of States
    EXPECT_THAT(recognised({{.id = "x", .name = initials}}).entries, IsEmpty()) << initials;
    const auto offered = recognised({{.id = "x", .name = initials}}).doubtful;
    ASSERT_TRUE(offered.contains("x")) << initials;
    EXPECT_EQ(offered.at("x").verdict, Verdict::likely);
    EXPECT_TRUE(recognised({{.id = "x", .name = initials}}, nullptr, RegistryUse::likely).entries.contains("x")) << initials;
    const auto abroad = recognised({{.id = "x", .name = initials, .country = "DE"}}, nullptr, RegistryUse::likely);
    EXPECT_THAT(abroad.entries, IsEmpty());
    EXPECT_FALSE(abroad.doubtful.contains("x")) << "not even offered";
    EXPECT_TRUE(recognised({{.id = "x", .name = initials, .country = "FR"}}).entries.contains("x")) << initials;
  }
  EXPECT_EQ(entry_of(recognised({{.id = "x", .name = "CNRS", .city = "Paris"}}), "x"), "ror:02feahw73");
  EXPECT_EQ(entry_of(recognised({{.id = "x", .name = "Inserm"}}), "x"), "ror:02vjkv261") << "a name";
}

TEST(Recognition, IsTheSameInAnyOrder) {
  const std::vector<ListedInstitution> listed{{.id = "a", .name = "CHU Lille"}, {.id = "b", .name = "CHRU de Lille"}, {.id = "c", .name = "Inserm"}};
  const std::vector<ListedInstitution> turned{listed.rbegin(), listed.rend()};
  EXPECT_EQ(recognised(listed).same, recognised(turned).same);
}

}  // namespace
}  // namespace maillage
