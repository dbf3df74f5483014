// SPDX-License-Identifier: Apache-2.0
// What is to be decided before a day: the package in deadlines/, whose days were worked out by hand (docs/deadlines.md).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "cli/program.hpp"
#include "model/partial_date.hpp"

namespace maillage::program {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kDecisions = "tests/cli/deadlines";

std::vector<std::string> words(const std::vector<std::string>& further, const std::string& language = "en") {
  std::vector<std::string> all{"--lang", language, "list", kDecisions, "agreements", "--as-of", "2026-11-22", "--act-before"};
  all.insert(all.end(), further.begin(), further.end());
  return all;
}

std::vector<std::string> rows(const std::vector<std::string>& further) {
  auto asked = words(further);
  asked.insert(asked.end(), {"--format", "json"});
  std::vector<std::string> told;
  for (const auto& row : run(asked).json()) {
    const auto text = [&](const char* key) { return row[key].is_null() ? "-" : row[key].get<std::string>(); };
    told.push_back(text("id") + " " + text("state") + " " + text("act") + " " + text("act_by") + " " +
                   text("last_working_day") + " " + text("certainty"));
  }
  return told;
}

TEST(Decisions, AreListedWithTheLastDayToAct) {
  EXPECT_THAT(rows({"2028"}),
              ElementsAre("doctorat missed give_notice 2026-10-31 2026-10-30 certain",         // a Saturday
                          "campus ahead give_notice 2026-11-28 2026-11-27 certain",            // a Saturday
                          "europe ahead renew 2026-12-31 2026-12-31 certain",
                          "quartier ahead replace - 2026-12-31 possible",                      // from New Year's Day on
                          "orientation ahead renew 2027-03-29 2027-03-26 certain",             // Easter Monday
                          "mobilite ahead give_notice 2027-03-30 2027-03-30 certain",          // moved by an amendment
                          "formation ahead replace 2027-05-01 2027-04-30 certain",             // 1 May, a Saturday
                          "bibliotheques ahead give_notice 2027-05-31 2027-05-31 possible",    // the third renewal runs
                          "innovation unknown give_notice - - possible",                       // no notice stated
                          "numerique unknown unknown - - possible"));                          // no end stated
}

TEST(Decisions, KeepToTheDayAskedFor) {
  EXPECT_THAT(rows({"2027-03-29"}), Not(testing::Contains(HasSubstr("orientation"))));
  EXPECT_THAT(rows({"2027-03-30"}), testing::Contains(HasSubstr("orientation")));
  EXPECT_THAT(rows({"2026-11-23", "--unknown", "exclude"}),
              ElementsAre("doctorat missed give_notice 2026-10-31 2026-10-30 certain"));
  EXPECT_THAT(rows({"2027-01", "--unknown", "only"}),
              ElementsAre("innovation unknown give_notice - - possible", "numerique unknown unknown - - possible"));
}

TEST(Decisions, ObeyTheOtherConditions) {
  EXPECT_THAT(rows({"2028", "--party", "ville", "--unknown", "exclude"}),
              ElementsAre("campus ahead give_notice 2026-11-28 2026-11-27 certain"));
  EXPECT_THAT(rows({"2028", "--person", "Camille Tête"}),
              ElementsAre("campus ahead give_notice 2026-11-28 2026-11-27 certain"));
  EXPECT_THAT(rows({"2028", "--type", "consortium"}), ElementsAre("europe ahead renew 2026-12-31 2026-12-31 certain"));
}

TEST(Decisions, GiveFactsAndTheirArithmetic) {
  auto asked = words({"2028", "--format", "json"});
  std::map<std::string, nlohmann::ordered_json> by_id;
  const auto answer = run(asked).json();
  for (const auto& row : answer) by_id[row["id"]] = row;
  const auto& libraries = by_id["bibliotheques"];
  EXPECT_EQ(libraries["rule"], "end of the term: 31 August 2027 (1 year from the start, 1 September 2023, 3 renewals); "
                               "notice of 3 months; tacit renewal");
  EXPECT_EQ(libraries["term_end"], "2027-08-31");
  EXPECT_EQ(libraries["goes_on_until"], "2028-08-31");
  EXPECT_EQ(libraries["renewals_run"], 3);
  EXPECT_EQ(libraries["responsible_unit"], "Direction des partenariats");
  EXPECT_EQ(libraries["sources"][0]["id"], "registre");
  EXPECT_EQ(by_id["campus"]["counted_forward"], "2026-11-30");
  EXPECT_EQ(by_id["mobilite"]["extended_by"], "mobilite-avenant");
  EXPECT_EQ(by_id["quartier"]["earliest"], "2027-01-01");
  EXPECT_EQ(by_id["quartier"]["latest"], "2027-06-30");
  EXPECT_EQ(by_id["innovation"]["missing"], nlohmann::ordered_json({"notice"}));
  EXPECT_EQ(by_id["innovation"]["latest"], "2027-06-30");
}

TEST(Decisions, SayWhatIsSettledAndWhatHasNoDay) {
  const auto done = run(words({"2028"}));
  EXPECT_EQ(done.exit_code, 0);
  EXPECT_THAT(done.out, AllOf(HasSubstr("7 decisions to take before 1 January 2028. 1 day is past"),
                              HasSubstr("For 2 agreements the day is not known"),
                              HasSubstr("Laboratoire commun (followed by Laboratoire commun, seconde période)"),
                              HasSubstr("Without term, notice at any time: Charte de gouvernance"),
                              HasSubstr("Terminated, nothing to decide: Convention hospitalière")));
  EXPECT_THAT(done.out, AllOf(Not(HasSubstr("jardin")), Not(HasSubstr("patrimoine"))));
  const auto french = run(words({"2028"}, "fr")).out;
  EXPECT_THAT(french, AllOf(HasSubstr("donner le préavis"), HasSubstr("29 mars 2027"), Not(HasSubstr("⟪"))));
}

TEST(Decisions, NarrowTheOtherLists) {
  const auto done = run({"--lang", "en", "list", kDecisions, "people", "--as-of", "2026-11-22", "--act-before", "2026-12",
                         "--format", "csv", "--columns", "id"});
  EXPECT_THAT(done.out, HasSubstr("camille-tete"));
}

// The district's contract ends between 1 January and 30 June 2027.
TEST(Decisions, SayThatADayMayBePast) {
  const std::vector<std::string> asked{"list", kDecisions, "agreements", "--as-of", "2027-03-01", "--act-before", "2028",
                                       "--type", "local_health_contract"};
  const auto with = [&](std::vector<std::string> more) {
    more.insert(more.begin(), asked.begin(), asked.end());
    return run(more);
  };
  const auto row = with({"--format", "json"}).json().at(0);
  EXPECT_EQ(row.at("earliest"), "2027-01-01");
  EXPECT_EQ(row.at("may_be_past"), true);
  EXPECT_TRUE(row.at("last_working_day").is_null());
  EXPECT_THAT(with({"--lang", "en"}).out, HasSubstr("may be past"));
  EXPECT_THAT(with({"--lang", "fr"}).out, HasSubstr("peut-être"));
  const auto bytes = with({"--format", "ics"}).out;
  EXPECT_THAT(bytes, AllOf(HasSubstr("DTSTART;VALUE=DATE:20270301\r\n"), HasSubstr("TRIGGER:-P0D\r\n"),
                           Not(HasSubstr("TRIGGER:-P30D"))));
}

// Each reminder: its event less the days of its trigger; what was missed has none.
TEST(Decisions, RemindOnNoDayThatIsPast) {
  std::istringstream lines(run(words({"2028", "--format", "ics"})).out);
  Day event = 0;
  std::size_t reminders = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("DTSTART;VALUE=DATE:")) {
      const auto day = line.substr(line.find(':') + 1, 8);
      event = parse_day(day.substr(0, 4) + "-" + day.substr(4, 2) + "-" + day.substr(6)).value();
    }
    if (!line.starts_with("TRIGGER:-P")) continue;
    ++reminders;
    EXPECT_GE(event - std::stoi(line.substr(10)), parse_day("2026-11-22").value()) << to_iso(event) << line;
  }
  EXPECT_EQ(reminders, 11U) << "seven days ahead, four of them on a week-end or holiday";
}

TEST(Decisions, KeepTheirNamesFromOneCalendarToTheNext) {
  const auto names = [](const std::string& day) {
    std::istringstream lines(run({"list", kDecisions, "agreements", "--as-of", day, "--act-before", "2028", "--format", "ics"}).out);
    std::vector<std::string> found;
    for (std::string line; std::getline(lines, line);) {
      if (line.starts_with("UID:")) found.push_back(line);
    }
    return found;
  };
  const auto first = names("2026-11-22"), later = names("2026-12-15");
  EXPECT_EQ(later.size(), first.size()) << "nothing more is over by then, and the campus's day is missed";
  for (const auto& name : later) EXPECT_THAT(first, testing::Contains(name));
}

TEST(Decisions, AreSeenFromADayThatTheDataHaveReached) {
  // The hospital's agreement is terminated for 31 March 2027: a day to come is not the latest that is stated.
  const auto done = run({"--lang", "en", "list", kDecisions, "agreements", "--act-before", "2028"});
  EXPECT_THAT(done.out, HasSubstr("22 November 2026"));
}

TEST(Decisions, AreGivenAsACalendar) {
  const ScratchFolder scratch;
  const auto file = (scratch.path() / "days.ics").string();
  const auto done = run(words({"2028", "-o", file}));
  EXPECT_EQ(done.exit_code, 0) << done.err;
  EXPECT_THAT(done.err, HasSubstr("For 2 agreements the day is not known"));
  const auto bytes = text_of(file);
  std::size_t events = 0;
  for (auto at = bytes.find("BEGIN:VEVENT"); at != std::string::npos; at = bytes.find("BEGIN:VEVENT", at + 1)) ++events;
  EXPECT_EQ(events, 8U);
  EXPECT_THAT(bytes, AllOf(HasSubstr("DTSTART;VALUE=DATE:20270329\r\n"), HasSubstr("DTSTAMP:20261122T000000Z\r\n"),
                           HasSubstr("UID:maillage-echeances-orientation-renew-2027-09-29\r\n"), HasSubstr("TRIGGER:-P3D")));
  EXPECT_EQ(run(words({"2028", "--format", "ics"})).out, bytes) << "the same bytes, on standard output";
  EXPECT_EQ(run(words({"2028", "-o", file})).exit_code, 4) << "a file is kept";
  EXPECT_EQ(run({"list", kDecisions, "agreements", "-o", "x.ics"}).exit_code, 2);
  EXPECT_EQ(run({"list", kDecisions, "institutions", "--act-before", "2028", "--format", "ics"}).exit_code, 2);
  EXPECT_EQ(run(words({"soon"})).exit_code, 2);
}

}  // namespace
}  // namespace maillage::program
