// SPDX-License-Identifier: Apache-2.0
// Spellings as French lists and press releases have them: what must be found, what must be offered, what must not.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "registry/registry.hpp"

namespace maillage {
namespace {

using Verdict = RegistryAnswer::Verdict;
using testing::AnyOf;
using testing::Contains;
using testing::IsEmpty;
using testing::Not;

struct Spelling {
  std::string_view name, id;
};

std::vector<std::string> ids_of(const RegistryAnswer& answer) {
  std::vector<std::string> ids;
  for (const auto& match : answer.matches) ids.push_back(Registry::carried().entry(match.entry).id);
  return ids;
}

RegistryAnswer find(std::string_view name) { return Registry::carried().find({.name = name}); }

class Found : public testing::TestWithParam<Spelling> {};
TEST_P(Found, for_certain) {
  const auto answer = find(GetParam().name);
  EXPECT_EQ(answer.verdict, Verdict::certain) << code_name(answer.verdict);
  ASSERT_FALSE(answer.matches.empty());
  EXPECT_EQ(ids_of(answer)[0], GetParam().id);
}
INSTANTIATE_TEST_SUITE_P(Registry, Found, testing::Values(
    Spelling{"Université de Lille", "ror:02kzqn938"}, Spelling{"Univ. Lille", "ror:02kzqn938"}, Spelling{"UNIVERSITE DE LILLE", "ror:02kzqn938"},
    Spelling{"l’Université de Lille", "ror:02kzqn938"}, Spelling{"Université Lille 1", "ror:040hwdc70"}, Spelling{"Université de Lille 1", "ror:040hwdc70"},
    Spelling{"CHU de Lille", "ror:02ppyfa04"}, Spelling{"CHU Lille", "ror:02ppyfa04"}, Spelling{"CHRU de Lille", "ror:02ppyfa04"},
    Spelling{"C.H.U. de Lille", "ror:02ppyfa04"}, Spelling{"CH de Valenciennes", "ror:04taf2z98"}, Spelling{"Centre Hospitalier de Douai", "ror:002jdvv38"},
    Spelling{"ARS Hauts-de-France", "ror:009wnqp40"}, Spelling{"ARS HdF", "ror:009wnqp40"},
    Spelling{"Agence régionale de santé des Hauts-de-France", "ror:009wnqp40"},
    Spelling{"Ville de Lille", "insee:59350"}, Spelling{"Mairie de Lille", "insee:59350"}, Spelling{"la ville du Havre", "insee:76351"},
    Spelling{"Ville d’Arras", "insee:62041"}, Spelling{"Saint-Denis (93)", "insee:93066"}, Spelling{"Ville de Saint-Denis (La Réunion)", "insee:97411"},
    Spelling{"CC du Ternois", "siren:200069672"}, Spelling{"Communauté de communes du Ternois", "siren:200069672"},
    Spelling{"CA de Béthune-Bruay, Artois Lys Romane", "siren:200072460"},
    Spelling{"Communauté d'agglomération du Pays de Saint Omer", "siren:200069037"}, Spelling{"CU Arras", "siren:200033579"},
    Spelling{"Métropole européenne de Lille", "siren:200093201"},
    Spelling{"Département du Nord", "departement:59"}, Spelling{"Conseil départemental du Pas-de-Calais", "departement:62"},
    Spelling{"CD 59", "departement:59"}, Spelling{"CD59", "departement:59"}, Spelling{"Conseil général de l’Aisne", "departement:02"},
    Spelling{"Région Hauts-de-France", "region:32"}, Spelling{"Conseil régional des Hauts-de-France", "region:32"},
    Spelling{"CNRS", "ror:02feahw73"}, Spelling{"Centre national de la recherche scientifique (CNRS)", "ror:02feahw73"},
    Spelling{"CENTRE NATIONAL DE LA RECHERCHE SCIENTIFIQUE CNRS", "ror:02feahw73"}, Spelling{"Inserm", "ror:02vjkv261"},
    Spelling{"Institut Pasteur de Lille", "ror:05k9skc85"}, Spelling{"UPHF", "ror:02ezch769"}, Spelling{"Université d’Artois", "ror:053x9s498"},
    Spelling{"ENS Lyon", "ror:04zmssz18"}, Spelling{"INSA Lyon", "ror:050jn9y42"}, Spelling{"Hospices civils de Lyon", "ror:01502ca60"},
    Spelling{"AP-HP", "ror:00pg5jh14"}, Spelling{"Thales", "ror:04emwm605"}));

// Probably meant, and for a person to say: bare names, slips of the pen, another kind of grouping.
class Likely : public testing::TestWithParam<Spelling> {};
TEST_P(Likely, and_not_certain) {
  const auto answer = find(GetParam().name);
  EXPECT_EQ(answer.verdict, Verdict::likely) << code_name(answer.verdict);
  ASSERT_FALSE(answer.matches.empty());
  EXPECT_EQ(ids_of(answer)[0], GetParam().id);
}
INSTANTIATE_TEST_SUITE_P(Registry, Likely, testing::Values(
    Spelling{"Lille", "insee:59350"}, Spelling{"Villeneuve d'Ascq", "insee:59009"}, Spelling{"St Quentin", "insee:02691"},
    Spelling{"Orange", "insee:84087"}, Spelling{"Amiens", "insee:80021"}, Spelling{"Nord", "departement:59"},
    Spelling{"Hauts-de-France", "region:32"}, Spelling{"CC du Pays de Saint-Omer", "siren:200069037"}, Spelling{"CA d’Arras", "siren:200033579"},
    Spelling{"Pays de Saint-Omer", "siren:200069037"}, Spelling{"Université de Lile", "ror:02kzqn938"}, Spelling{"CHU de Lilles", "ror:02ppyfa04"},
    Spelling{"Université Polytechnique Haut de France", "ror:02ezch769"}));

class Ambiguous : public testing::TestWithParam<Spelling> {};
TEST_P(Ambiguous, with_runners_up) {
  const auto answer = find(GetParam().name);
  EXPECT_EQ(answer.verdict, Verdict::ambiguous) << code_name(answer.verdict);
  EXPECT_GE(answer.matches.size(), 2U);
  EXPECT_THAT(ids_of(answer), Contains(GetParam().id));
}
INSTANTIATE_TEST_SUITE_P(Registry, Ambiguous, testing::Values(
    Spelling{"Saint-Denis", "insee:93066"}, Spelling{"Commune de Saint-Denis", "insee:11339"}, Spelling{"Ville de La Rochelle", "insee:70450"},
    Spelling{"ENSAM", "ror:018pp1107"}));

// Alike, but not it: offered at most, never as what is meant.
class Near : public testing::TestWithParam<Spelling> {};
TEST_P(Near, and_no_more) {
  const auto answer = find(GetParam().name);
  EXPECT_EQ(answer.verdict, Verdict::near) << code_name(answer.verdict);
  EXPECT_THAT(ids_of(answer), Contains(GetParam().id));
}
INSTANTIATE_TEST_SUITE_P(Registry, Near, testing::Values(
    Spelling{"CA de Béthune-Bruay", "siren:200072460"}, Spelling{"Lille Métropole", "siren:200093201"}, Spelling{"Inria Lille", "ror:04eej9726"},
    Spelling{"CNRS - Délégation Hauts-de-France", "ror:02feahw73"}, Spelling{"Université de Lille - UFR3S", "ror:02kzqn938"},
    Spelling{"INSERM / CHU de Lille", "ror:02ppyfa04"}, Spelling{"ARS", "ror:009wnqp40"}, Spelling{"Roquette", "insee:27495"},
    Spelling{"Ville de Villeneuve d'Asq", "insee:59009"}));

// Another of the same kind, or another kind in the same place, is not it.
class NotFound : public testing::TestWithParam<Spelling> {};
TEST_P(NotFound, not_even_likely) {
  const auto answer = find(GetParam().name);
  EXPECT_THAT(answer.verdict, AnyOf(Verdict::near, Verdict::unknown)) << code_name(answer.verdict);
  if (!GetParam().id.empty()) {
    EXPECT_THAT(ids_of(answer), Not(Contains(GetParam().id)));
  }
}
INSTANTIATE_TEST_SUITE_P(Registry, NotFound, testing::Values(
    Spelling{"CH de Lens", "insee:62498"}, Spelling{"CHU Amiens", "insee:80021"}, Spelling{"CHU Amiens", "ror:0250ngj72"}, Spelling{"ARS Grand Est", "ror:009wnqp40"},
    Spelling{"CC", ""}, Spelling{"CHU", "ror:02ppyfa04"}, Spelling{"MEL", ""}, Spelling{"Préfecture du Nord", "departement:59"},
    Spelling{"Département de Paris", "insee:75056"}, Spelling{"University of Milan", ""}, Spelling{"Association", ""}, Spelling{"Université Paris 6", "ror:0546v5182"},
    Spelling{"Atos", ""}, Spelling{"", ""}, Spelling{"   ", ""}, Spelling{"()", ""}, Spelling{"de la", ""}));

TEST(RegistryContext, a_kind_or_a_city_tells_namesakes_apart) {
  const auto& registry = Registry::carried();
  const auto commune = registry.find({.name = "Lille", .kind = InstitutionKind::commune});
  EXPECT_EQ(commune.verdict, Verdict::certain);
  const auto there = registry.find({.name = "Saint-Denis", .kind = InstitutionKind::commune, .city = "93066"});
  EXPECT_EQ(there.verdict, Verdict::certain);
  EXPECT_EQ(ids_of(there)[0], "insee:93066");
  EXPECT_NE(registry.find({.name = "Orange", .kind = InstitutionKind::higher_education}).verdict, Verdict::likely);
}

TEST(RegistryContext, a_name_from_abroad_is_not_a_french_one) {
  const auto& registry = Registry::carried();
  EXPECT_EQ(registry.find({.name = "Université de Lille", .country = "FR"}).verdict, Verdict::certain);
  EXPECT_EQ(registry.find({.name = "Université de Lille", .country = "BE"}).verdict, Verdict::near);
}

TEST(RegistryContext, an_identifier_goes_before_the_name) {
  const std::vector<std::string> identifiers{"213500281", "200072460"};  // the first is nobody’s
  const auto answer = Registry::carried().find({.name = "Université de Lille", .identifiers = identifiers});
  ASSERT_EQ(answer.verdict, Verdict::certain);
  EXPECT_TRUE(answer.matches[0].by_identifier);
}

TEST(RegistryContext, a_body_that_is_no_more_stands_behind_its_active_namesake) {
  const auto answer = find("Université de Lille");
  ASSERT_GE(answer.matches.size(), 2U);
  const auto second = Registry::carried().entry(answer.matches[1].entry);
  EXPECT_EQ(second.id, "ror:0546v5182");
  EXPECT_EQ(second.status, RegistryStatus::withdrawn);
  EXPECT_LT(answer.matches[1].score, answer.matches[0].score - 0.05);
}

}  // namespace
}  // namespace maillage
