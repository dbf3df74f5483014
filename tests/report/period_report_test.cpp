// SPDX-License-Identifier: Apache-2.0
// Reports on one partner, one office, one period: what they count against the lists (a second route), where their links
// lead, that they are the same bytes again, and what a wrong question gets.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

#include "report/written_report.hpp"
#include "tables/csv_reader.hpp"

namespace maillage {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;
using Certainties = std::map<std::string, std::string>;  // id → certain or possible

const std::string kProgram = "'" MAILLAGE_PROGRAM "' ";
const fs::path kData = fs::path(MAILLAGE_SOURCE_DIR) / "data/hauts-de-france";

struct Question {
  std::string whom, from, to, options;
};
const std::vector<Question> kQuestions{{"univ-lille", "2023-09-01", "2024-08-31", ""},
                                       {"univ-lille", "2023-09-01", "2024-08-31", "--roll-up"},
                                       {"ars-hdf", "2024-01-01", "2024-12-31", ""},
                                       {"chu-lille", "2023-09-01", "2025-08-31", ""},
                                       {"ternoiscom", "2020-01-01", "2022-12-31", ""},
                                       {"ufr3s", "2023-09-01", "2024-08-31", ""},
                                       {"inserm", "2010", "2020", ""}};

class Period : public ::testing::Test {
 protected:
  void SetUp() override { fs::copy(kData, scratch_.path() / "data", fs::copy_options::recursive); }
  testing::Run run(const std::string& arguments) {
    return testing::run_shell(kProgram + "--lang fr " + arguments, scratch_.path(), true);
  }
  Written report(const std::string& arguments, const std::string& folder = "out") {
    fs::remove_all(scratch_.path() / folder);
    const auto told = run("report data " + arguments + " -o " + folder);
    EXPECT_EQ(told.exit_code, 0) << arguments << ": " << told.output;
    return Written(scratch_.path() / folder);
  }
  Json list(const std::string& conditions) {
    const auto told = testing::run_shell(kProgram + "--quiet list data agreements --format json " + conditions, scratch_.path());
    EXPECT_EQ(told.exit_code, 0) << conditions;
    return Json::parse(told.output);
  }
  testing::ScratchFolder scratch_;
};

Certainties column_of(const std::string& csv, const std::string& key, const std::string& column) {
  Certainties found;
  const auto table = read_csv(csv);
  for (std::size_t row = 0; row < table.records.size(); ++row) found[table.at(row, key)] = table.at(row, column);
  return found;
}

void add(const Json& agreements, Certainties& all) {
  for (const auto& one : agreements) {
    if (one.at("status") == "announced") continue;
    auto& certainty = all[one.at("id")];
    if (certainty != "certain") certainty = one.at("certainty");
  }
}

std::string words_of(const Question& question) {
  return "--for " + question.whom + " --from " + question.from + " --to " + question.to + " " + question.options;
}

TEST_F(Period, CountsAgreementsAndPartnersAsTheListsDo) {
  for (const auto& question : kQuestions) {
    const auto words = words_of(question);
    const auto written = report(words);
    const auto in_force = list("--party " + question.whom + " --from " + question.from + " --to " + question.to + " " + question.options);
    const auto made = list("--party " + question.whom + " --signed-from " + question.from + " --signed-to " + question.to + " " + question.options);
    Certainties expected, partners;
    add(in_force, expected);
    add(made, expected);
    std::erase_if(expected, [](const auto& one) { return one.second.empty(); });
    const auto agreements = column_of(written.files.contains("tables/agreements.csv") ? written.files.at("tables/agreements.csv") : "", "id", "certainty");
    Certainties told;
    for (const auto& [id, certainty] : agreements) {
      if (expected.contains(id)) told[id] = certainty;
    }
    EXPECT_EQ(told, expected) << words;
    for (const auto* source : {&in_force, &made}) {
      for (const auto& one : *source) {
        if (one.at("status") == "announced") continue;
        for (const auto& party : one.at("parties")) {
          if (party.at("id") == question.whom) continue;
          auto& certainty = partners[party.at("id")];
          if (certainty != "certain") certainty = expected.at(one.at("id"));
        }
      }
    }
    const auto found = written.files.contains("tables/partners.csv")
                           ? column_of(written.files.at("tables/partners.csv"), "id", "certainty")
                           : Certainties{};
    EXPECT_EQ(found, partners) << words;
    EXPECT_EQ(written.files.at("index.html").find("aucun accord signé n’est connu") == std::string::npos, !expected.empty())
        << words << ": what is not there is said";
  }
}

TEST_F(Period, LeadsEveryLinkSomewhere) {
  for (const std::string words : {"--for 'CHU de Lille' --from 2023 --to 2024", "--for 'Régis Bordet' --from 2023 --to 2024",
                                  "--since 2024-06-01", "--since 2024 --for ars-hdf", "--for ars-hdf", "--for ufr3s --roll-up"}) {
    const auto written = report(words);
    std::size_t followed = 0;
    for (const auto& [path, bytes] : written.files) {
      if (Written::is_table(path) || path.ends_with(".xlsx")) continue;
      for (const auto& link : written.links_of(path)) {
        if (Written::is_outside(link)) continue;
        EXPECT_EQ(written.fault_of(path, link), "") << words << ": " << path << " → " << link;
        ++followed;
      }
    }
    EXPECT_GT(followed, 30U) << words;
    EXPECT_TRUE(read_page(written.files.at("index.html")).faults.empty()) << words;
  }
}

TEST_F(Period, IsTheSameBytesAgainAndOnAnyNumberOfThreads) {
  for (const std::string words : {"--for univ-lille --from 2023-09-01 --to 2024-08-31", "--since 2024"}) {
    const auto once = report(words, "once");
    fs::remove_all(scratch_.path() / "again");
    const auto told = run("--threads 1 report data " + words + " -o again");
    ASSERT_EQ(told.exit_code, 0) << told.output;
    const Written again(scratch_.path() / "again");
    ASSERT_EQ(once.files.size(), again.files.size());
    for (const auto& [path, bytes] : once.files) EXPECT_TRUE(bytes == again.files.at(path)) << words << ": " << path;
  }
}

TEST_F(Period, SaysWhatAMandateSigned) {
  const auto written = report("--for 'Régis Bordet' --from 2023-09-01 --to 2024-08-31");
  const auto changes = column_of(written.files.at("tables/changes.csv"), "id", "certainty");
  EXPECT_EQ(changes, (Certainties{{"univ-lille-ars-2023", "certain"}, {"univ-lille-chu-inserm-2024", "certain"}}));
  const auto partners = column_of(written.files.at("tables/partners.csv"), "id", "certainty");
  EXPECT_FALSE(partners.contains("univ-lille")) << "for whom one signs is no partner";
  EXPECT_EQ(partners.size(), 3U);
  const auto before = report("--for 'Régis Bordet' --from 2020 --to 2022");
  EXPECT_FALSE(before.files.contains("tables/partners.csv"));
}

TEST_F(Period, SaysWhatIsNewSinceADay) {
  const auto written = report("--since 2024-07-01");
  const auto changes = column_of(written.files.at("tables/changes.csv"), "id", "change");
  EXPECT_EQ(changes.at("univ-lille-chu-inserm-2024"), "new");
  EXPECT_EQ(changes.at("cls-laon"), "renewed") << "its contract before is not documented";
  EXPECT_FALSE(changes.contains("univ-lille-ars-2023"));
  EXPECT_FALSE(changes.contains("ville-lille-univ-lille-2022")) << "a source of 2022 tells of it";
  const auto ranks = column_of(written.files.at("tables/ranks.csv"), "id", "rank_then");
  EXPECT_EQ(ranks.at("inserm"), "") << "it had signed nothing then";
  EXPECT_TRUE(column_of(written.files.at("tables/recorded.csv"), "source", "agreements").contains("s5-lettre-ars"));
}

TEST_F(Period, CountsNoEndThatIsToCome) {
  for (const auto* words : {"--for univ-lille", "--for univ-lille --from 2024-01-01 --to 2030-12-31"}) {
    const auto written = report(words);
    const auto table = read_csv(written.files.at("tables/changes.csv"));
    for (std::size_t row = 0; row < table.records.size(); ++row) {
      const bool has_ended = table.at(row, "change") == "ended";
      EXPECT_FALSE(has_ended && table.at(row, "certainty") == "certain") << words << ": " << table.at(row, "id");
    }
  }
  // Asked of a later day they have ended: the one that was to end in 2026.
  const auto later = report("--for univ-lille --as-of 2027-06-30");
  EXPECT_NE(later.files.at("tables/changes.csv").find("ended,ville-lille-univ-lille-2022"), std::string::npos);
}

TEST_F(Period, TakesAnAgreementForSignedBeforeItsEnd) {
  const auto file = scratch_.path() / "data/agreements.csv";
  std::ofstream(file, std::ios::app) << "long-over,Convention close,other,,,2007-01-01,2008-12-31,,,,,,,,signed,,,,,,,,\n";
  std::ofstream(scratch_.path() / "data/parties.csv", std::ios::app) << "long-over,univ-lille,,,,,,\nlong-over,inserm,,,,,,\n";
  const auto changes = column_of(report("--since 2024-01-01").files.at("tables/changes.csv"), "id", "change");
  EXPECT_FALSE(changes.contains("long-over"));
  EXPECT_TRUE(changes.contains("univ-lille-chu-inserm-2024"));
}

TEST_F(Period, TellsAUnitApartFromItsInstitution) {
  const auto alone = report("--for ufr3s --from 2023 --to 2024", "alone");
  EXPECT_NE(alone.files.at("index.html").find("l’Université de Lille sans elle"), std::string::npos);
  const auto rolled_up = report("--for ufr3s --from 2023 --to 2024 --roll-up", "rolled-up");
  EXPECT_NE(rolled_up.files.at("index.html").find("UFR3S est comptée avec l’Université de Lille"), std::string::npos);
  EXPECT_EQ(rolled_up.files.at("tables/partners.csv"),
            report("--for univ-lille --from 2023 --to 2024 --roll-up").files.at("tables/partners.csv"));
}

TEST_F(Period, RefusesWhatItCannotAnswer) {
  EXPECT_EQ(run("report data --for Nowhere -o out").exit_code, 2);
  EXPECT_NE(run("report data --for 'Universite de Lile' -o out").output.find("Université de Lille"), std::string::npos);
  EXPECT_EQ(run("report data --since never -o out").exit_code, 2);
  EXPECT_EQ(run("report data --since 2024 --from 2023 -o out").exit_code, 2);
  EXPECT_EQ(run("report data --for univ-lille --from 2025 --to 2024 -o out").exit_code, 2);
  EXPECT_FALSE(fs::exists(scratch_.path() / "out")) << "nothing is written";
  EXPECT_EQ(run("report data --for univ-lille -o out").exit_code, 0);
  EXPECT_EQ(run("report data --for inserm -o out").exit_code, 4) << "what exists is kept without --force";
}

}  // namespace
}  // namespace maillage
