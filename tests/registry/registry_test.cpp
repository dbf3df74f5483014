// SPDX-License-Identifier: Apache-2.0
#include "registry/registry.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <stdexcept>

#include "tables/csv_reader.hpp"

namespace maillage {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Pair;

CsvTable table(const std::string& name) {
  std::ifstream stream(std::string(MAILLAGE_SOURCE_DIR) + "/data/registry/" + name, std::ios::binary);
  return read_csv(std::string((std::istreambuf_iterator<char>(stream)), {}));
}

std::string id_of(std::string_view identifier) {
  const auto found = Registry::carried().by_identifier(identifier);
  return found ? Registry::carried().entry(*found).id : "";
}

TEST(Registry, an_identifier_is_found_in_the_forms_it_is_written) {
  for (const auto* text : {"02kzqn938", "https://ror.org/02kzqn938", "ROR 02kzqn938", "ror:02kzqn938", "Q3551621",
                           "https://www.wikidata.org/wiki/Q3551621", "0597239Y", "0597239y"}) {
    EXPECT_EQ(id_of(text), "ror:02kzqn938") << text;
  }
  for (const auto* text : {"200072460", "200 072 460", "SIREN 200072460", "20007246000013", "siren:200072460"}) {
    EXPECT_EQ(id_of(text), "siren:200072460") << text;
  }
  EXPECT_EQ(id_of("59350"), "insee:59350");
  EXPECT_EQ(id_of("2a004"), "insee:2A004");
  EXPECT_EQ(id_of("departement:2A"), "");  // no council of its own
  EXPECT_EQ(id_of("region:32"), "region:32");
  for (const auto* text : {"", "59", "Lille", "02kzqn939", "999999999", "ror:", "http://", ":", "q"}) EXPECT_EQ(id_of(text), "") << text;
}

TEST(Registry, an_institution_has_what_both_registers_say) {
  const auto& registry = Registry::carried();
  const auto entry = registry.entry(*registry.by_identifier("02kzqn938"));
  EXPECT_EQ(entry.name, "Université de Lille");
  EXPECT_EQ(entry.kind, InstitutionKind::higher_education);
  EXPECT_EQ(entry.status, RegistryStatus::active);
  EXPECT_TRUE(entry.from_ror && entry.from_esr && !entry.from_cog);
  EXPECT_EQ(entry.city, "Lille");
  EXPECT_EQ(entry.territory(), "59350");
  EXPECT_EQ(entry.departement_name, "Nord");
  EXPECT_EQ(entry.region_name, "Hauts-de-France");
  EXPECT_EQ(entry.identifier("wikidata"), "Q3551621");
  EXPECT_EQ(entry.identifier("uai"), "0597239Y");
  EXPECT_THAT(entry.labels, Contains(Pair("en", "University of Lille")));
  EXPECT_GT(entry.child_count, 20U);
}

TEST(Registry, a_commune_knows_its_grouping_and_its_place) {
  const auto& registry = Registry::carried();
  const auto lille = registry.entry(*registry.by_identifier("59350"));
  EXPECT_EQ(lille.kind, InstitutionKind::commune);
  EXPECT_EQ(lille.region, "32");
  ASSERT_EQ(lille.groups.size(), 1U);
  EXPECT_EQ(registry.entry(lille.groups[0]).name, "Métropole Européenne de Lille");
  const auto ajaccio = registry.entry(*registry.by_identifier("2A004"));
  EXPECT_EQ(ajaccio.departement_name, "Corse-du-Sud");
  const auto saint_denis = registry.entry(*registry.by_identifier("97411"));
  EXPECT_EQ(saint_denis.departement, "974");
  EXPECT_EQ(saint_denis.region_name, "La Réunion");
}

TEST(Registry, a_former_institution_leads_to_its_successor) {
  const auto& registry = Registry::carried();
  const auto former = registry.entry(*registry.by_identifier("040hwdc70"));
  EXPECT_EQ(former.status, RegistryStatus::inactive);
  ASSERT_FALSE(former.successors.empty());
  EXPECT_EQ(registry.entry(former.successors[0]).id, "ror:02kzqn938");
}

TEST(Registry, a_council_that_ror_has_too_is_one_entry) {
  EXPECT_EQ(id_of("011ta8654"), "region:32");
  const auto entry = Registry::carried().entry(*Registry::carried().by_identifier("region:32"));
  EXPECT_TRUE(entry.from_cog && entry.from_ror);
  EXPECT_EQ(entry.territory(), "32");
}

// The tables as they stand against what the program holds: every row, by another reader.
TEST(Registry, holds_every_row_of_its_tables) {
  const auto& registry = Registry::carried();
  std::size_t entries = 0;
  const auto communes = table("communes.csv");
  for (std::size_t r = 0; r < communes.records.size(); ++r, ++entries) {
    const auto number = registry.by_identifier(communes.at(r, "code"));
    ASSERT_TRUE(number) << communes.at(r, "code");
    if (const auto& siren = communes.at(r, "siren"); !siren.empty()) {
      ASSERT_EQ(registry.by_identifier(siren), number) << siren;
    }
    if (r % 50 != 0) continue;
    const auto entry = registry.entry(*number);
    EXPECT_EQ(entry.name, communes.at(r, "name"));
    EXPECT_EQ(std::to_string(entry.population.value_or(0)), communes.at(r, "population"));
  }
  const auto groupings = table("epci.csv");
  for (std::size_t r = 0; r < groupings.records.size(); ++r, ++entries) {
    EXPECT_EQ(id_of(groupings.at(r, "siren")), "siren:" + groupings.at(r, "siren"));
  }
  const auto authorities = table("authorities.csv");
  for (std::size_t r = 0; r < authorities.records.size(); ++r) entries += authorities.at(r, "council") != "no" ? 1 : 0;
  const auto bodies = table("bodies.csv");
  for (std::size_t r = 0; r < bodies.records.size(); ++r) {
    entries += bodies.at(r, "authority").empty() ? 1 : 0;
    const auto number = registry.by_identifier(bodies.at(r, "ror").empty() ? bodies.at(r, "id") : bodies.at(r, "ror"));
    ASSERT_TRUE(number) << bodies.at(r, "id");
    for (const auto* scheme : {"wikidata", "isni"}) {
      if (const auto& value = bodies.at(r, scheme); !value.empty()) {
        EXPECT_TRUE(registry.by_identifier(value.substr(0, value.find('|')))) << value;
      }
    }
  }
  EXPECT_EQ(entries, registry.size());
}

TEST(Registry, every_name_of_a_body_leads_to_it) {
  const auto bodies = table("bodies.csv");
  const auto& registry = Registry::carried();
  for (std::size_t r = 0; r < bodies.records.size(); r += 7) {
    const auto number = registry.by_identifier(bodies.at(r, "ror").empty() ? bodies.at(r, "id") : bodies.at(r, "ror"));
    const auto answer = registry.find({.name = bodies.at(r, "name")});
    EXPECT_THAT(answer.matches, Contains(testing::Field(&RegistryMatch::entry, *number))) << bodies.at(r, "name");
  }
}

TEST(Registry, each_row_of_a_body_has_one_place_in_the_tables) {
  std::set<std::string> seen;
  const auto bodies = table("bodies.csv");
  for (std::size_t r = 0; r < bodies.records.size(); ++r) {
    EXPECT_TRUE(seen.insert(bodies.at(r, "id")).second) << bodies.at(r, "id");
    EXPECT_TRUE(parse_code<InstitutionKind>(bodies.at(r, "kind"))) << bodies.at(r, "kind");
    EXPECT_TRUE(r == 0 || bodies.at(r - 1, "id") < bodies.at(r, "id")) << "not in order: " << bodies.at(r, "id");
  }
}

TEST(Registry, bytes_of_another_form_are_refused) {
  EXPECT_THROW(Registry(""), std::invalid_argument);
  EXPECT_THROW(Registry(std::string(100, 'x')), std::invalid_argument);
  const registry_form::Header header{.entries = 1000};  // sections that are not there
  EXPECT_THROW(Registry({reinterpret_cast<const char*>(&header), sizeof header}), std::invalid_argument);
}

TEST(Registry, an_exact_look_up_finds_names_and_nothing_that_is_only_like_them) {
  const auto& registry = Registry::carried();
  EXPECT_FALSE(registry.find({.name = "Université de Lille", .reach = RegistryReach::exact}).matches.empty());
  EXPECT_TRUE(registry.find({.name = "Ville de Villeneuve d'Asq", .reach = RegistryReach::exact}).matches.empty());
  EXPECT_FALSE(registry.find({.name = "Ville de Villeneuve d'Asq"}).matches.empty());
}

TEST(Registry, scores_fall_and_lie_between_0_and_1) {
  for (const auto* name : {"Université", "Saint-Martin", "Institut national", "x", "zzzz", "CHU de", "Ville de Saint", "École supérieure Paris"}) {
    double last = 1;
    for (const auto& match : Registry::carried().find({.name = name}).matches) {
      EXPECT_LE(match.score, last) << name;
      EXPECT_GT(match.score, 0) << name;
      last = match.score;
    }
  }
}

}  // namespace
}  // namespace maillage
