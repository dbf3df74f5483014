// SPDX-License-Identifier: Apache-2.0
// The map of a report on a period and the page round it: counted by the drawing from what it draws, and by the report
// from its facts, they say the same.
#include <gtest/gtest.h>

#include <fstream>

#include "report/written_report.hpp"
#include "tables/csv_reader.hpp"

namespace maillage {
namespace {

namespace fs = std::filesystem;

std::string between(const std::string& text, const std::string& before, const std::string& after) {
  const auto from = text.find(before);
  if (from == std::string::npos) return "";
  const auto begin = from + before.size();
  return text.substr(begin, text.find(after, begin) - begin);
}

std::string range(std::size_t certain, std::size_t possible) {
  return certain == possible ? std::to_string(possible) : std::to_string(certain) + " to " + std::to_string(possible);
}

// `3 to 5`: rows of a table by their column `certainty`.
std::string rows(const Written& written, const std::string& table) {
  if (!written.files.contains("tables/" + table + ".csv")) return "0";
  const auto read = read_csv(written.files.at("tables/" + table + ".csv"));
  std::size_t certain = 0;
  for (std::size_t row = 0; row < read.records.size(); ++row) certain += read.at(row, "certainty") == "certain" ? 1 : 0;
  return range(certain, read.records.size());
}

std::string title_of(const Written& written) {
  const auto& map = written.files.at("figures/map.svg");
  return between(map.substr(map.find("<title")), ">", "</title>");
}

class PeriodMap : public ::testing::Test {
 protected:
  Written report(const std::string& package, const std::string& words) {
    fs::remove_all(scratch_.path() / "out");
    const auto told = testing::run_shell("'" MAILLAGE_PROGRAM "' --lang en report '" MAILLAGE_SOURCE_DIR "/data/" + package + "' " + words + " -o out",
                                         scratch_.path(), true);
    EXPECT_EQ(told.exit_code, 0) << words << ": " << told.output;
    return Written(scratch_.path() / "out");
  }
  testing::ScratchFolder scratch_;
};

TEST_F(PeriodMap, CountsWhatThePageCounts) {
  for (const auto& [package, words] : {std::pair<std::string, std::string>{"eu-projects", "--for pic-999997930 --from 2014-01-01 --to 2014-12-31"},
                                       {"eu-projects", "--for pic-999997930 --from 2007-09-01 --to 2008-08-31"},
                                       {"hauts-de-france", "--for chu-lille --from 2023-09-01 --to 2024-08-31"},
                                       {"hauts-de-france", "--for chu-lille --from 2023-09-01 --to 2025-08-31 --roll-up"},
                                       {"hauts-de-france", "--for ars-hdf --from 2024 --to 2024"},
                                       {"hauts-de-france", "--for univ-lille --from 2023-09-01 --to 2024-08-31 --unknown exclude"},
                                       {"hauts-de-france", "--for ufr3s --from 2020 --roll-up"}}) {
    const auto written = report(package, words);
    const auto drawn = title_of(written);
    EXPECT_EQ(drawn, between(written.files.at("report.md"), "\n# ", "\n")) << words;
    EXPECT_NE(drawn.find(", " + rows(written, "partners") + " partner"), std::string::npos) << words << ": " << drawn;
    EXPECT_EQ(written.files.at("figures/map.svg").find("in force at this date"), std::string::npos);
  }
}

TEST_F(PeriodMap, SaysWhichStateItShows) {
  const auto map = report("eu-projects", "--for pic-999997930 --from 2014-01-01 --to 2014-12-31").files.at("figures/map.svg");
  EXPECT_NE(map.find("From 1 January 2014 to 31 December 2014"), std::string::npos);
  EXPECT_NE(map.find("130 certain, 131 possible"), std::string::npos) << "in the subtitle";
  EXPECT_NE(map.find("Ties: state on 31 Dec 2014"), std::string::npos) << "in the legend";
  EXPECT_EQ(map.find("none certainly in force"), std::string::npos);
  EXPECT_NE(map.find("pic-999997930"), std::string::npos);
}

TEST_F(PeriodMap, OfAPersonAndOfWhatIsNewAgreesToo) {
  const auto mandate = report("hauts-de-france", "--for 'Régis Bordet' --from 2023-09-01 --to 2024-08-31");
  EXPECT_EQ(title_of(mandate), between(mandate.files.at("report.md"), "\n# ", "\n"));
  const auto fresh = report("hauts-de-france", "--since 2024-01-01");
  EXPECT_EQ(title_of(fresh), between(fresh.files.at("report.md"), "\n# ", "\n"));
}

// Agreements that are no longer in force on the day of a report do not vanish from its years without a word.
TEST_F(PeriodMap, YearsSayWhatTheyLeaveOut) {
  const auto at_a_day = report("hauts-de-france", "--as-of 2029-06-30").files.at("report.md");
  EXPECT_NE(at_a_day.find("other signed agreements of the data are not in force"), std::string::npos);
  const auto all = report("hauts-de-france", "").files.at("report.md");
  EXPECT_EQ(all.find("counts in no year"), std::string::npos) << "nothing is left out";
  EXPECT_EQ(all.find("count in no year"), std::string::npos);
}

TEST_F(PeriodMap, TheAnnualReportNamesItsPeriodAndCountsIt) {
  const auto page = report("hauts-de-france", "--from 2024-01-01 --to 2024-12-31").files.at("report.md");
  EXPECT_NE(page.find("\n# From 1 January 2024 to 31 December 2024: "), std::string::npos) << page.substr(0, 400);
  EXPECT_NE(page.find("agreements of the period"), std::string::npos);
  EXPECT_NE(page.find("signed in the data"), std::string::npos) << "the stock beside";
}

TEST_F(PeriodMap, TellsWhatToDecideRoundThePeriod) {
  const auto written = report("hauts-de-france", "--for chu-lille --from 2023-09-01 --to 2024-08-31 --ending-within 120");
  EXPECT_TRUE(written.ids.at("index.html").contains("decisions"));
  const auto decisions = read_csv(written.files.at("tables/decisions.csv"));
  const auto agreements = read_csv(written.files.at("tables/agreements.csv"));
  std::set<std::string> ours;
  for (std::size_t row = 0; row < agreements.records.size(); ++row) ours.insert(agreements.at(row, "id"));
  ASSERT_FALSE(decisions.records.empty());
  for (std::size_t row = 0; row < decisions.records.size(); ++row) {
    EXPECT_TRUE(ours.contains(decisions.at(row, "id"))) << decisions.at(row, "id");
    const auto day = decisions.at(row, "act_by");
    EXPECT_TRUE(day.empty() || (day >= "2023-09-01" && day <= "2034-08-31")) << day;
  }
}

}  // namespace
}  // namespace maillage
