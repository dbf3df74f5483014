// SPDX-License-Identifier: Apache-2.0
// Paths in time that the tests of tsna (statnet, R) know, through `path --in-time`.
#include <gmock/gmock.h>

#include "cli/program.hpp"
#include "model/partial_date.hpp"
#include "published/moody_contacts.hpp"

namespace maillage::program {
namespace {

using Json = nlohmann::ordered_json;
using testing::ElementsAre;

constexpr Day kDayZero = 10957;  // 2000-01-01

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }
int number_of(const Json& date) { return PartialDate::parse(date.get<std::string>())->first_written() - kDayZero; }

Json in_time(const std::string& ties, std::vector<std::string> words) {
  words.insert(words.begin(), {"path", "-", "--in-time"});
  Around around;
  around.input = ties;
  return json_of(words, around);
}

template <class Contacts>
std::string as_edges(const Contacts& contacts, auto name) {
  std::string text = "source,target,valid_from,valid_to\n";
  for (const auto& [one, other, onset, terminus] : contacts) {
    text += name(one) + "," + name(other) + "," + to_iso(kDayZero + onset) + "," + to_iso(kDayZero + terminus - 1) + "\n";
  }
  return text;
}

std::string moody() { return as_edges(published::kMoodyContacts, two_digits); }

TEST(PublishedPathsInTime, MoodysContactsFromTheTenth) {
  const auto found = in_time(moody(), {"10", "--all"});
  EXPECT_EQ(number_of(found.at("start")), 40);
  std::vector<int> arrivals, hops;
  for (const auto& row : found.at("arrivals")) {
    arrivals.push_back(number_of(row.at("arrival")) - 40);
    hops.push_back(row.at("hops"));
  }
  EXPECT_THAT(arrivals, ElementsAre(543, 454, 594, 0, 672, 661, 184, 679, 634, 0, 709, 581, 413, 625, 669, 535));
  EXPECT_THAT(hops, ElementsAre(5, 3, 3, 1, 3, 5, 1, 3, 6, 0, 4, 6, 2, 2, 4, 4));
}

TEST(PublishedPathsInTime, WhomMoodysPersonsReachAndByWhomTheyAreReached) {
  std::vector<int> reached, reached_by(16, 0);
  for (int from = 1; from <= 16; ++from) {
    const auto found = in_time(moody(), {two_digits(from), "--all"});
    reached.push_back(found.at("reached").get<int>() + 1);  // and itself
    ASSERT_EQ(found.at("arrivals").size(), 16U);
    for (std::size_t i = 0; i < 16; ++i) reached_by[i] += found.at("arrivals")[i].at("arrival").is_null() ? 0 : 1;
  }
  std::ranges::sort(reached);
  std::ranges::sort(reached_by);
  EXPECT_THAT(reached, ElementsAre(2, 2, 3, 3, 3, 3, 5, 5, 6, 8, 10, 10, 14, 15, 16, 16));
  EXPECT_THAT(reached_by, ElementsAre(3, 4, 5, 7, 8, 8, 8, 8, 8, 8, 9, 9, 9, 9, 9, 9));
}

// How long before the end, 795, each must leave at the latest to reach the sixteenth; -1: it cannot.
TEST(PublishedPathsInTime, LatestDepartureToMoodysSixteenth) {
  std::vector<int> found;
  for (int from = 1; from <= 15; ++from) {
    const auto steps = in_time(moody(), {two_digits(from), "16", "--criterion", "latest", "--end", to_iso(kDayZero + 794)}).at("steps");
    found.push_back(steps.empty() ? -1 : 795 - (number_of(steps[0].at("date")) + 1));
  }
  EXPECT_THAT(found, ElementsAre(180, 196, -1, 13, -1, 62, -1, -1, -1, 723, 548, -1, 271, 103, -1));
}

// Five ways from A to G, each the best in its own sense.
TEST(PublishedPathsInTime, EarliestFastestAndLatestAreDifferentWays) {
  struct Step {
    char one, other;
    int onset, terminus;
  };
  const std::vector<Step> steps{{'A', 'B', 1, 2}, {'B', 'G', 4, 5}, {'A', 'C', 0, 2}, {'C', 'G', 6, 7},  {'A', 'D', 4, 5},
                                {'D', 'G', 5, 6}, {'A', 'E', 6, 7}, {'E', 'G', 9, 10}, {'A', 'F', 4, 5}, {'F', 'G', 10, 11}};
  const auto ties = as_edges(steps, [](char name) { return std::string{name}; });
  const auto way = [&](const std::string& criterion) {
    return in_time(ties, {"A", "G", "--directed", "--criterion", criterion}).at("steps");
  };
  const auto earliest = way("earliest"), fastest = way("fastest"), latest = way("latest");
  for (const auto& [found, by, leaves, arrives] : {std::tuple(earliest, "B", 1, 4), {fastest, "D", 4, 5}, {latest, "E", 6, 9}}) {
    ASSERT_EQ(found.size(), 2U) << by;
    EXPECT_EQ(found[0].at("to"), by);
    EXPECT_EQ(number_of(found[0].at("date")), leaves) << by;
    EXPECT_EQ(number_of(found[1].at("date")), arrives) << by;
  }
}

}  // namespace
}  // namespace maillage::program
