// SPDX-License-Identifier: Apache-2.0
// Coverage by hand on a small country, and by a second route (each commune asked alone) on random ones.
//
//   north ── d1 ── a 10, b 20, e 5        g = a, b, c: over the border      far (parent land) = a part of it: z 1 of 100
//         └─ d2 ── c 30, d 40             h = d
#include "analysis/structure/coverage.hpp"

#include <gmock/gmock.h>

#include <map>
#include <numeric>
#include <random>
#include <set>

#include "model/data_set_builder.hpp"

namespace maillage {
namespace {

using testing::ElementsAre;
using enum TerritoryLevel;
using Status_ = CoverageStatus;

struct Place {
  std::string code, parent;
  TerritoryLevel level;
  std::optional<std::uint32_t> people;
  std::vector<std::string> groups;
  std::optional<double> latitude, longitude;
};

const std::vector<Place> kPlaces{
    {"land", "", country, {}, {}, {}, {}},
    {"north", "land", region, 105, {}, {}, {}},
    {"d1", "north", departement, 35, {}, {}, {}},
    {"d2", "north", departement, 70, {}, {}, {}},
    {"g", "d1", epci, 60, {}, {}, {}},
    {"h", "d2", epci, 40, {}, {}, {}},
    {"far", "land", epci, 100, {}, {}, {}},
    {"a", "d1", commune, 10, {"g"}, 50.0, 2.0},
    {"b", "d1", commune, 20, {"g"}, 50.3, 2.3},
    {"c", "d2", commune, 30, {"g"}, {}, {}},
    {"d", "d2", commune, 40, {"h"}, {}, {}},
    {"e", "d1", commune, 5, {}, {}, {}},
    {"z", "d2", commune, 1, {"far"}, 51.0, 3.0},
};

class Country {
 public:
  explicit Country(const std::vector<Place>& places = kPlaces) {
    for (const auto& place : places) {
      TerritoryRow row{.code = place.code, .name = place.code, .level = place.level, .parent = place.parent};
      for (const auto& group : place.groups) row.groups.push_back(group);
      row.population = place.people;
      row.latitude = place.latitude;
      row.longitude = place.longitude;
      builder_.add(row);
    }
    builder_.add(InstitutionRow{.id = "agency", .name = "Agency", .kind = InstitutionKind::state_agency, .territory = "north"});
    builder_.add(InstitutionRow{.id = "town", .name = "Town", .kind = InstitutionKind::commune, .territory = "a"});
  }
  /// In force from 2020 on: to 2030 for certain, or with an unknown end.
  Country& agreement(const std::string& id, const std::vector<std::string>& territories, const char* from = "2020",
                     const char* to = "2030", Stage stage = Stage::signed_, const char* party = "agency") {
    AgreementRow row{.id = id, .title = id, .type = AgreementType::local_health_contract};
    row.stage = stage;
    if (stage == Stage::signed_) row.valid_from = PartialDate::parse(from).value();
    if (*to != '\0') row.valid_to = PartialDate::parse(to).value();
    for (const auto& code : territories) row.territories.push_back(code);
    builder_.add(row);
    builder_.add(PartyRow{.agreement = id, .institution = party});
    return *this;
  }
  DataSet data() { return builder_.finish().data; }

 private:
  DataSetBuilder builder_;
};

CoverageOptions at(TerritoryLevel level, const char* day = "2024-06-30") {
  CoverageOptions options;
  options.level = level;
  options.view.as_of = PartialDate::parse(day).value().last_written();
  return options;
}

std::map<std::string, CoveredTerritory> by_code(const DataSet& data, const CoverageOptions& options) {
  std::map<std::string, CoveredTerritory> rows;
  for (const auto& row : coverage_of(data, options).territories) {
    rows[std::string(data.territories[row.territory].code)] = row;
  }
  return rows;
}

std::vector<std::string> unplaced(const DataSet& data, const Coverage& coverage) {
  std::vector<std::string> ids;
  for (const auto& one : coverage.unplaced) ids.emplace_back(data.agreements.id[one.agreement]);
  return ids;
}

TEST(Coverage, of_nothing_is_no_record) {
  const auto data = Country().data();
  for (const auto& [code, row] : by_code(data, at(commune))) {
    EXPECT_EQ(row.status, Status_::no_record) << code;
    EXPECT_EQ(row.possible, 0U) << code;
  }
}

TEST(Coverage, goes_down_from_a_group_and_up_in_part) {
  const auto data = Country().agreement("x", {"g"}).data();
  auto communes = by_code(data, at(commune));
  EXPECT_EQ(communes["a"].status, Status_::certain);
  EXPECT_EQ(communes["c"].status, Status_::certain);
  EXPECT_EQ(communes["d"].status, Status_::no_record);
  auto departements = by_code(data, at(departement));
  EXPECT_EQ(departements["d1"].status, Status_::partial_certain);
  EXPECT_EQ(departements["d1"].certain, 30U);  // a and b, not e
  EXPECT_EQ(departements["d2"].certain, 30U);  // c, over the border
  EXPECT_EQ(by_code(data, at(region))["north"].certain, 60U);
}

TEST(Coverage, of_a_part_gives_its_share) {
  const auto data = Country().agreement("x", {"b"}).data();
  const auto g = by_code(data, at(epci))["g"];
  EXPECT_EQ(g.status, Status_::partial_certain);
  EXPECT_EQ(g.certain, 20U);
  EXPECT_DOUBLE_EQ(*g.share_certain, 20.0 / 60);
  ASSERT_EQ(g.agreements.size(), 1U);
  EXPECT_FALSE(g.agreements[0].is_whole);
}

TEST(Coverage, counts_people_once_and_makes_a_whole_of_all_parts) {
  const auto data = Country().agreement("x", {"a", "b"}).agreement("y", {"b", "c"}).agreement("z", {"g"}, "2020", "").data();
  const auto g = by_code(data, at(epci))["g"];
  EXPECT_EQ(g.status, Status_::certain);
  EXPECT_EQ(g.certain, 60U);
  EXPECT_EQ(g.possible, 60U);
}

TEST(Coverage, of_a_group_of_which_the_data_hold_a_part_is_never_whole_by_its_communes) {
  const auto data = Country().agreement("x", {"z"}).data();
  const auto far = by_code(data, at(epci))["far"];
  EXPECT_EQ(far.status, Status_::partial_certain);
  EXPECT_DOUBLE_EQ(*far.share_certain, 0.01);
  EXPECT_EQ(by_code(Country().agreement("x", {"far"}).data(), at(epci))["far"].certain, 100U);
}

TEST(Coverage, with_an_unknown_end_is_possible) {
  const auto data = Country().agreement("x", {"h"}, "2020", "").agreement("y", {"a"}).data();
  auto rows = by_code(data, at(epci));
  EXPECT_EQ(rows["h"].status, Status_::possible);
  EXPECT_EQ(rows["h"].certain, 0U);
  EXPECT_EQ(rows["h"].possible, 40U);
  auto options = at(epci);
  options.view.unknown = UnknownDates::exclude;
  EXPECT_EQ(by_code(data, options)["h"].status, Status_::no_record);
  EXPECT_EQ(by_code(data, options)["g"].status, Status_::partial_certain);
  options.view.unknown = UnknownDates::only;
  EXPECT_EQ(by_code(data, options)["h"].status, Status_::possible);
  EXPECT_EQ(by_code(data, options)["g"].status, Status_::no_record);
}

TEST(Coverage, tells_what_has_ended_is_to_begin_or_is_announced_from_no_record) {
  const auto data = Country().agreement("old", {"h"}, "2010", "2012").agreement("new", {"far"}, "2027", "2030")
                        .agreement("word", {"g"}, "", "", Stage::announced).data();
  auto rows = by_code(data, at(epci));
  EXPECT_EQ(rows["h"].status, Status_::ended);
  EXPECT_EQ(rows["far"].status, Status_::not_started);
  EXPECT_EQ(rows["g"].status, Status_::announced);
  for (const auto& [code, row] : rows) EXPECT_EQ(row.possible, 0U) << code;
}

TEST(Coverage, of_an_agreement_without_territory_is_at_most_that_of_a_commune_that_is_party) {
  const auto data = Country().agreement("x", {}).agreement("y", {}, "2020", "2030", Stage::signed_, "town").data();
  const auto coverage = coverage_of(data, at(commune));
  EXPECT_THAT(unplaced(data, coverage), ElementsAre("x"));  // the agency's remit is not the contract's
  auto rows = by_code(data, at(commune));
  EXPECT_EQ(rows["a"].status, Status_::possible);
  EXPECT_TRUE(rows["a"].agreements[0].is_by_party);
  EXPECT_EQ(rows["b"].status, Status_::no_record);
}

TEST(Coverage, names_what_is_without_territory_however_it_holds) {
  const auto data = Country().agreement("over", {}, "2010", "2012").agreement("word", {}, "", "", Stage::announced)
                        .agreement("next", {}, "2027", "2030").agreement("maybe", {}, "2020", "")
                        .agreement("now", {}).agreement("here", {"a"}).data();
  const auto coverage = coverage_of(data, at(commune));
  EXPECT_THAT(unplaced(data, coverage), ElementsAre("maybe", "now", "word", "next", "over"));
  EXPECT_EQ(coverage.unplaced[2].when, CoveringAgreement::When::announced);
  EXPECT_EQ(coverage.agreements_certain, 1U) << "where it is not known to hold anywhere it is possible";
  EXPECT_EQ(coverage.agreements_possible, 3U);
}

TEST(Coverage, of_an_area_counts_its_agreements_and_those_that_may_be) {
  const auto data = Country().agreement("inside", {"d"}).agreement("maybe inside", {"c"}, "2020", "")
                        .agreement("all", {"north"}).agreement("in part", {"g"}).agreement("elsewhere", {"a", "b"})
                        .agreement("elsewhere too", {"d1"}, "2020", "").agreement("nowhere", {}).data();
  auto options = at(epci);
  options.view.territories = {data.find_territory("d2")};
  const auto coverage = coverage_of(data, options);
  EXPECT_EQ(coverage.agreements_certain, 3U) << "inside, all, in part";
  EXPECT_EQ(coverage.agreements_possible, 5U) << "and maybe inside, nowhere";
  EXPECT_THAT(unplaced(data, coverage), ElementsAre("nowhere"));
  EXPECT_EQ(coverage_of(data, at(epci)).agreements_possible, 7U);
}

TEST(Coverage, of_an_area_counts_what_lies_in_it) {
  const auto data = Country().agreement("x", {"a", "c"}).data();
  auto options = at(epci);
  options.view.territories = {data.find_territory("d2")};
  auto rows = by_code(data, options);
  EXPECT_EQ(rows.size(), 3U);  // g reaches in with c, far with z
  EXPECT_TRUE(rows["g"].reaches_beyond);
  EXPECT_EQ(rows["g"].population, 30U);
  EXPECT_EQ(rows["g"].certain, 30U);
  EXPECT_EQ(rows["g"].status, Status_::certain);
  EXPECT_FALSE(rows["h"].reaches_beyond);
  EXPECT_EQ(rows["far"].population, 1U);
}

TEST(Coverage, with_unknown_populations_guesses_none) {
  auto places = kPlaces;
  for (auto& place : places) {
    if (place.code == "a" || place.code == "g" || place.code == "h") place.people.reset();
  }
  const auto data = Country(places).agreement("x", {"a", "h"}).data();
  auto rows = by_code(data, at(epci));
  EXPECT_EQ(rows["g"].status, Status_::partial_certain);
  EXPECT_FALSE(rows["g"].certain);
  EXPECT_FALSE(rows["g"].share_certain);
  EXPECT_EQ(rows["h"].status, Status_::certain);
  EXPECT_FALSE(rows["h"].certain);
  EXPECT_DOUBLE_EQ(*rows["h"].share_certain, 1);
  const auto totals = coverage_of(data, at(epci)).totals;
  EXPECT_EQ(totals.of_unknown_population, 2U);
  EXPECT_EQ(totals.of_unknown_cover, 2U);
  EXPECT_EQ(totals.inhabitants, 100U);
}

TEST(Coverage, places_a_group_at_the_mean_of_its_communes_that_have_a_place) {
  const auto g = by_code(Country().data(), at(epci))["g"];
  EXPECT_TRUE(g.position_is_derived);
  EXPECT_DOUBLE_EQ(*g.latitude, (10 * 50.0 + 20 * 50.3) / 30);
  EXPECT_DOUBLE_EQ(g.position_rests_on, 0.5);
  EXPECT_FALSE(by_code(Country().data(), at(epci))["h"].latitude);
}

TEST(Coverage, without_any_date_is_possible) {
  Country country;
  country.agreement("x", {"h"}, "", "");
  const auto data = country.data();
  CoverageOptions options;
  EXPECT_FALSE(data.latest_stated_day());
  EXPECT_EQ(by_code(data, options)["h"].status, Status_::possible);
}

// The second route: each commune is asked alone, and sums are made of communes.

struct Random {
  std::vector<Place> places;
  std::vector<std::pair<std::vector<std::string>, bool>> agreements;  // territories; certain
};

Random random_country(std::uint32_t seed) {
  std::mt19937 random(seed);
  const auto below = [&](std::uint32_t n) { return static_cast<std::uint32_t>(random() % n); };
  Random made;
  made.places.push_back({"r", "", region, 0, {}, {}, {}});
  const auto departements = 1 + below(4), groups = 1 + below(8), communes = 1 + below(60);
  for (std::uint32_t i = 0; i < departements; ++i) made.places.push_back({"d" + std::to_string(i), "r", departement, 0, {}, {}, {}});
  for (std::uint32_t i = 0; i < groups; ++i) {
    made.places.push_back({"g" + std::to_string(i), "d" + std::to_string(below(departements)), epci, 0, {}, {}, {}});
  }
  for (std::uint32_t i = 0; i < communes; ++i) {
    Place place{"c" + std::to_string(i), "d" + std::to_string(below(departements)), commune, 1 + below(1000), {}, {}, {}};
    if (below(8) != 0) place.groups.push_back("g" + std::to_string(below(groups)));
    for (auto& holder : made.places) {
      const bool holds = holder.code == "r" || holder.code == place.parent ||
                         (!place.groups.empty() && holder.code == place.groups[0]);
      if (holds) *holder.people += *place.people;
    }
    made.places.push_back(place);
  }
  std::erase_if(made.places, [](const Place& place) { return place.people == 0U; });  // no communes: leaves of their own
  for (auto i = below(12); i-- > 0;) {
    std::set<std::string> names;
    for (auto n = 1 + below(4); n-- > 0;) names.insert(made.places[1 + below(static_cast<std::uint32_t>(made.places.size()) - 1)].code);
    made.agreements.push_back({{names.begin(), names.end()}, below(2) == 0});
  }
  return made;
}

TEST(Coverage, equals_what_each_commune_says_alone) {
  for (std::uint32_t seed = 1; seed <= 300; ++seed) {
    SCOPED_TRACE(seed);
    const auto made = random_country(seed);
    Country country(made.places);
    int number = 0;
    for (const auto& [codes, is_certain] : made.agreements) {
      country.agreement("x" + std::to_string(number++), codes, "2020", is_certain ? "2030" : "");
    }
    const auto data = country.data();
    std::map<std::string, std::pair<bool, bool>> covered;  // commune: certainly, possibly
    const auto holds = [](const Place& place, const std::string& code) {
      return code == place.code || code == place.parent || code == "r" || (!place.groups.empty() && code == place.groups[0]);
    };
    for (const auto& place : made.places) {
      if (place.level != commune) continue;
      for (const auto& [codes, is_certain] : made.agreements) {
        for (const auto& code : codes) {
          if (!holds(place, code)) continue;
          covered[place.code].second = true;
          covered[place.code].first |= is_certain;
        }
      }
    }
    for (const auto level : {commune, epci, departement, region}) {
      for (const auto& [code, row] : by_code(data, at(level))) {
        std::uint64_t certain = 0, possible = 0, all = 0;
        for (const auto& place : made.places) {
          if (place.level != commune || !holds(place, code)) continue;
          all += *place.people;
          certain += covered[place.code].first ? *place.people : 0;
          possible += covered[place.code].second ? *place.people : 0;
        }
        EXPECT_EQ(row.certain, certain) << code;
        EXPECT_EQ(row.possible, possible) << code;
        const auto status = certain == all    ? Status_::certain
                            : possible == all ? Status_::possible
                            : certain > 0     ? Status_::partial_certain
                            : possible > 0    ? Status_::partial_possible
                                              : Status_::no_record;
        EXPECT_EQ(row.status, status) << code;
      }
    }
  }
}

// Laws: levels agree on how many people are covered; one agreement more never covers fewer.
TEST(Coverage, keeps_its_laws) {
  for (std::uint32_t seed = 1; seed <= 100; ++seed) {
    SCOPED_TRACE(seed);
    const auto made = random_country(seed);
    Country fewer(made.places), more(made.places);
    int number = 0;
    for (const auto& [codes, is_certain] : made.agreements) {
      const auto id = "x" + std::to_string(number++);
      fewer.agreement(id, codes, "2020", is_certain ? "2030" : "");
      more.agreement(id, codes, "2020", is_certain ? "2030" : "");
    }
    more.agreement("y", {made.places.back().code});
    const auto data = fewer.data(), data_of_more = more.data();
    const auto communes = coverage_of(data, at(commune)).totals, whole = coverage_of(data, at(region)).totals;
    EXPECT_EQ(communes.certain, whole.certain);
    EXPECT_EQ(communes.possible, whole.possible);
    EXPECT_LE(coverage_of(data, at(epci)).totals.possible, communes.possible);  // some communes are in no group
    EXPECT_LE(communes.certain, communes.possible);
    EXPECT_LE(communes.possible, communes.inhabitants);
    EXPECT_GE(coverage_of(data_of_more, at(commune)).totals.certain, communes.certain);
    EXPECT_EQ(std::accumulate(communes.territories.begin(), communes.territories.end(), std::uint64_t{0}), communes.all);
  }
}

}  // namespace
}  // namespace maillage
