// SPDX-License-Identifier: Apache-2.0
#include "names/name_index.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "model/data_set_builder.hpp"

namespace maillage {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

constexpr auto institution = EntityKind::institution;
constexpr auto person = EntityKind::person;
constexpr auto agreement = EntityKind::agreement;

DataSet sample() {
  DataSetBuilder builder;
  using Kind = InstitutionKind;
  const auto add = [&](std::string_view id, std::string_view name, std::string_view short_name,
                       std::vector<std::string_view> aliases, Kind kind) {
    builder.add(InstitutionRow{.id = id, .name = name, .short_name = short_name, .aliases = aliases, .kind = kind});
  };
  add("ars", "Agence régionale de santé Hauts-de-France", "ARS Hauts-de-France", {"ARS HdF"}, Kind::state_agency);
  add("ch-laon", "Centre hospitalier de Laon", "", {}, Kind::hospital);
  add("ch-valenciennes", "Centre hospitalier de Valenciennes", "CH de Valenciennes", {"CHV"}, Kind::hospital);
  add("chu-lille", "Centre hospitalier universitaire de Lille", "CHU de Lille", {}, Kind::hospital);
  add("lille", "Ville de Lille", "", {}, Kind::commune);
  add("saint-quentin", "Saint-Quentin", "", {}, Kind::commune);
  add("u-lille", "Université de Lille", "", {"ULille"}, Kind::higher_education);
  add("uphf", "Université Polytechnique Hauts-de-France", "", {}, Kind::higher_education);
  add("valenciennes", "CH de Valenciennes bis", "lille", {}, Kind::other);
  add("villeneuve", "Villeneuve-d’Ascq", "", {}, Kind::commune);
  builder.add(PersonRow{.id = "p1", .name = "Hélène Œuvrard-Dupont"});
  builder.add(PersonRow{.id = "lille", .name = "Jean Martin", .aliases = {"J. Martin"}});
  builder.add(AgreementRow{.id = "a1", .title = "Convention-cadre", .reference = "2024/17"});
  builder.add(AgreementRow{.id = "a2", .title = "Convention cadre"});
  return builder.finish().data;
}

class Names : public testing::Test {
 protected:
  std::vector<std::string> found(std::string_view text, const std::vector<EntityKind>& kinds = {institution}) const {
    return ids(index_.find(text, kinds));
  }
  std::vector<std::string> near(std::string_view text, std::size_t count) const {
    return ids(index_.nearest(text, count));
  }
  std::vector<std::string> ids(const std::vector<NameMatch>& matches) const {
    std::vector<std::string> result;
    for (const auto& match : matches) {
      const auto id = match.kind == institution ? data_.institutions.id[match.row]
                      : match.kind == person    ? data_.people.id[match.row]
                                                : data_.agreements.id[match.row];
      result.emplace_back(id);
    }
    return result;
  }

  DataSet data_ = sample();
  NameIndex index_{data_};
};

TEST(Folded, LeavesWhatSpellingsShare) {
  EXPECT_EQ(folded("Université de Lille"), "universite de lille");
  EXPECT_EQ(folded("  Béthune-Bruay, Artois  Lys Romane. "), "bethune bruay artois lys romane");
  EXPECT_EQ(folded("VILLENEUVE-D’ASCQ"), folded("Villeneuve d'Ascq"));
  EXPECT_EQ(folded("Œuvre, Æther, Straße, ŒŒ"), "oeuvre aether strasse oeoe");
  EXPECT_EQ(folded("e\u0301te\u0301"), "ete") << "accents written apart";
  EXPECT_EQ(folded("ﬁnances\u00A0n°\u202F1\u00AD2"), "finances n 12") << "ligature, fixed spaces";
  EXPECT_EQ(folded("Łódź Ørsted"), "lodz orsted");
  EXPECT_EQ(folded("CNRS & Inserm"), "cnrs et inserm");
  EXPECT_EQ(folded("大学"), "大学");
  EXPECT_EQ(folded(" – ’ "), "");
  EXPECT_EQ(folded("\xFF"), "");
}

TEST(FrenchLess, IsTheOrderOfADictionary) {
  EXPECT_TRUE(french_less("école", "Edimbourg"));
  EXPECT_TRUE(french_less("Amiens", "Âne"));
  EXPECT_TRUE(french_less("zèbre", "Zola"));
  EXPECT_FALSE(french_less("été", "été"));
  EXPECT_NE(french_less("a", "\u00ADa"), french_less("\u00ADa", "a")) << "a total order";
}

TEST_F(Names, AreFoundWithoutCaseAccentsAndTypography) {
  for (const auto* text : {"u-lille", "Université de Lille", "UNIVERSITE DE LILLE", "universite-de-lille", "ulille"}) {
    EXPECT_THAT(found(text), ElementsAre("u-lille")) << text;
  }
  EXPECT_THAT(found("villeneuve d'ascq"), ElementsAre("villeneuve"));
  EXPECT_THAT(found("CHV"), ElementsAre("ch-valenciennes"));
}

TEST_F(Names, AreFoundByAbbreviations) {
  for (const auto* text : {"CHU Lille", "C.H.U. de Lille", "centre hospitalier universitaire lille"}) {
    EXPECT_THAT(found(text), ElementsAre("chu-lille")) << text;
  }
  EXPECT_THAT(found("CH Laon"), ElementsAre("ch-laon"));
  EXPECT_THAT(found("univ. lille"), ElementsAre("u-lille"));
  EXPECT_THAT(found("St Quentin"), ElementsAre("saint-quentin"));
  EXPECT_THAT(found("Agence régionale de santé HdF"), ElementsAre("ars"));
  EXPECT_THAT(found("UPHF"), ElementsAre("uphf"));
}

TEST_F(Names, OfCommunesNeedNoVille) {
  EXPECT_THAT(found("Mairie de Lille"), ElementsAre("lille"));
  EXPECT_THAT(found("commune de Saint-Quentin"), ElementsAre("saint-quentin"));
  EXPECT_THAT(found("ville de villeneuve d'ascq"), ElementsAre("villeneuve"));
  EXPECT_THAT(found("Ville de Valenciennes"), IsEmpty()) << "a hospital is no commune";
}

TEST_F(Names, IdsWinOverNamesAndSpellingsOverAbbreviations) {
  EXPECT_THAT(found("lille"), ElementsAre("lille")) << "not the institution whose short name is lille";
  EXPECT_THAT(found("LILLE"), UnorderedElementsAre("lille", "valenciennes")) << "as a name it is ambiguous";
  EXPECT_THAT(found("Centre hospitalier de Valenciennes"), ElementsAre("ch-valenciennes"));
}

TEST_F(Names, OfPeopleAndAgreementsAreFoundWhereTheyAreAskedFor) {
  EXPECT_THAT(found("helene oeuvrard dupont"), IsEmpty());
  EXPECT_THAT(found("helene oeuvrard dupont", {person}), ElementsAre("p1"));
  EXPECT_THAT(found("Mme ŒUVRARD-DUPONT Hélène", {institution, person}), ElementsAre("p1"));
  EXPECT_THAT(found("lille", {institution, person}), ElementsAre("lille", "lille"));
  EXPECT_THAT(found("convention cadre", {agreement}), ElementsAre("a1", "a2"));
  EXPECT_THAT(found("2024/17", {institution, person, agreement}), ElementsAre("a1"));
}

TEST_F(Names, OfNothingFindNothing) {
  for (const auto* text : {"", " ", "–", "de", "la", "Bordeaux", "\xFF"}) EXPECT_THAT(found(text), IsEmpty()) << text;
}

TEST_F(Names, NearATypingErrorAreListedBestFirst) {
  EXPECT_EQ(near("Univercité de Lile", 1), std::vector<std::string>{"u-lille"});
  EXPECT_EQ(near("CHU Lilel", 1), std::vector<std::string>{"chu-lille"});
  EXPECT_EQ(near("Villneuve d'Asq", 1), std::vector<std::string>{"villeneuve"});
  EXPECT_THAT(near("Valenciennes", 3), testing::Contains("ch-valenciennes"));
  EXPECT_THAT(near("zzzzqqqq", 3), IsEmpty());
  EXPECT_THAT(near("", 3), IsEmpty());
  EXPECT_EQ(near("lille", 3).size(), 3U);
}

TEST_F(Names, NearOnesAreBelowOneAndEachRowComesOnce) {
  const auto matches = index_.nearest("Université de Lille", 5, {institution, person, agreement});
  ASSERT_FALSE(matches.empty());
  EXPECT_EQ(data_.institutions.id[matches[0].row], "u-lille");
  for (std::size_t i = 0; i < matches.size(); ++i) {
    EXPECT_LT(matches[i].similarity, 1);
    EXPECT_TRUE(i == 0 || matches[i].similarity <= matches[i - 1].similarity);
    for (std::size_t k = 0; k < i; ++k) {
      EXPECT_FALSE(matches[i].kind == matches[k].kind && matches[i].row == matches[k].row);
    }
  }
}

TEST_F(Names, AreFoundAmongThoseAskedForAlone) {
  const NameIndex people(data_, {person});
  EXPECT_TRUE(people.find("Université de Lille", {institution, person}).empty());
  EXPECT_EQ(people.find("Martin Jean", {institution, person}).size(), 1U);
}

TEST(NameIndexOfMany, FindsEachOfThem) {
  DataSetBuilder builder;
  for (int i = 0; i < 120000; ++i) {
    const auto number = std::to_string(i);
    const auto name = "Établissement de Saint-Éloi n°" + number;
    builder.add(InstitutionRow{.id = "i" + number, .name = name, .kind = InstitutionKind::commune});
  }
  const auto data = builder.finish().data;
  const NameIndex index(data);
  for (const auto* text : {"etablissement de st eloi n° 77777", "Ville d'établissement saint eloi n 77777", "I77777"}) {
    const auto found = index.find(text);
    ASSERT_EQ(found.size(), 1U) << text;
    EXPECT_EQ(data.institutions.id[found[0].row], "i77777");
  }
  EXPECT_EQ(data.institutions.id[index.nearest("Etablisement Saint-Eloi n°119999", 1).at(0).row], "i119999");
}

}  // namespace
}  // namespace maillage
