// SPDX-License-Identifier: Apache-2.0
// Lists apply every condition they are given, whatever they are lists of, and say it.
#include <gmock/gmock.h>

#include "cli/command.hpp"
#include "cli/program.hpp"

namespace maillage::program {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::UnorderedElementsAre;

std::vector<std::string> ids(std::vector<std::string> words) {
  std::vector<std::string> found;
  for (const auto& row : json_of(std::move(words))) found.push_back(row.at("id"));
  return found;
}

TEST(List, OfPeopleOfAnInstitutionHasThoseWhoSignAndThoseWhoHoldAnOffice) {
  EXPECT_THAT(ids({"list", kData, "people", "--party", "CHU de Lille"}),
              UnorderedElementsAre("frederic-boiron", "dominique-chevalier"));
  EXPECT_THAT(ids({"list", kData, "people", "--party", "Ville de Lille"}), ElementsAre("anne-goffard"));
}

TEST(List, OfPeopleFollowsTheConditionsOnAgreements) {
  EXPECT_THAT(ids({"list", kData, "people", "--type", "cooperation_protocol"}),
              UnorderedElementsAre("didier-samuel", "frederic-boiron", "regis-bordet"));
}

TEST(List, OfSourcesAndEvidenceFollowsTheConditionsOnAgreements) {
  EXPECT_THAT(ids({"list", kData, "sources", "--party", "Inserm"}), ElementsAre("s3-chu-inserm"));
  for (const auto& claim : json_of({"list", kData, "evidence", "--party", "Inserm"})) {
    EXPECT_EQ(claim.at("source"), "s3-chu-inserm") << claim;
  }
}

TEST(List, OfInstitutionsFollowsTheConditionsOnDates) {
  EXPECT_THAT(ids({"list", kData, "institutions", "--in-force-on", "2026-12-31", "--unknown", "exclude"}),
              UnorderedElementsAre("ars-hdf", "ch-valenciennes", "univ-lille", "uphf", "ville-lille"));
}

// Days as an office writes them, in every option that takes one; what may be read in two ways is refused and says so.
TEST(List, TakesDaysAsPeopleWriteThem) {
  const auto plain = run({"list", kData, "agreements", "--expiring-before", "2028-06-30", "--as-of", "2024-12-01", "--format", "csv"}).out;
  for (const auto* day : {"30/06/2028", "30.6.2028", "30 juin 2028"}) {
    const auto done = run({"list", kData, "agreements", "--expiring-before", day, "--as-of", "1er décembre 2024", "--format", "csv"});
    EXPECT_EQ(done.exit_code, 0) << done.err;
    EXPECT_EQ(done.out, plain) << day;
  }
  for (const auto* language : {"en", "fr"}) {
    const auto act = [&](const char* day) { return run({"--lang", language, "list", kData, "agreements", "--act-before", day}); };
    EXPECT_EQ(act("30/06/2027").exit_code, 0);
    EXPECT_EQ(act("30/02/2027").exit_code, 2);
    EXPECT_THAT(act("bientôt").err, HasSubstr("30/06/2027"));
    EXPECT_EQ(act("30/06/27").exit_code, 2) << "which century?";
    EXPECT_EQ(act("fin 2027").exit_code, 2);
    EXPECT_EQ(act("03/04/2027").exit_code, std::string_view(language) == "fr" ? 0 : 2);
  }
  EXPECT_THAT(run({"list", kData, "agreements", "--act-before", "03/04/2027"}).err, HasSubstr("more than one way"));
}

TEST(List, OfAgreementsTellsTheDateExpectedOfWhatIsAnnounced) {
  EXPECT_THAT(run({"list", kData, "agreements", "--status", "announced", "--lang", "en"}).out,
              HasSubstr("expected: 2025"));
  EXPECT_THAT(run({"list", kData, "agreements", "--status", "announced", "--format", "csv", "--columns", "id,signed,expected"}).out,
              HasSubstr("clsi-villeneuve-ascq,,2025\n"));
}

// A renewal continues its agreement in the network; a list counts what has been signed, and so does its JSON.
TEST(List, OfInstitutionsCountsTheSameInEveryForm) {
  const ScratchFolder scratch;
  const auto package = copy_of_real_data(scratch);
  write_text(package / "agreements.csv",
             text_of(package / "agreements.csv") + "z-suite,Suite,framework_agreement,,2024-11-01,2024-11-01,..,,,,,,,,signed,,,,,,,,\n");
  write_text(package / "parties.csv", text_of(package / "parties.csv") + "z-suite,univ-lille,,,,,,\nz-suite,ars-hdf,,,,,,\n");
  write_text(package / "lineage.csv", text_of(package / "lineage.csv") + "z-suite,renews,univ-lille-ars-2023,\n");
  for (const std::vector<std::string>& view : {std::vector<std::string>{}, {"--roll-up"}}) {
    auto words = std::vector<std::string>{"list", package, "institutions"};
    words.insert(words.end(), view.begin(), view.end());
    std::string csv = "id,agreements,partners\n";
    for (const auto& row : json_of(words)) {
      csv += row.at("id").get<std::string>() + "," + std::to_string(row.at("agreements").get<int>()) + "," +
             std::to_string(row.at("partners").get<int>()) + "\n";
    }
    words.insert(words.end(), {"--format", "csv", "--columns", "id,agreements,partners"});
    EXPECT_EQ(run(words).out, csv);
    EXPECT_THAT(csv, HasSubstr("univ-lille,4,4\n"));
  }
}

TEST(List, OfMentionsSaysWhichConditionsCount) {
  EXPECT_THAT(run({"list", kData, "mentions", "--type", "chair", "--lang", "en"}).err, HasSubstr("no agreement"));
}

TEST(List, TakesThemesAndTerritoriesWithCommasBetween) {
  EXPECT_EQ(ids({"list", kData, "agreements", "--theme", "student_health,addictions"}),
            ids({"list", kData, "agreements", "--theme", "student_health", "--theme", "addictions"}));
  EXPECT_EQ(ids({"list", kData, "agreements", "--territory", "02,59"}),
            ids({"list", kData, "agreements", "--territory", "Aisne", "--territory", "Nord"}));
}

TEST(List, PrintsItsConditionsWithItsSettings) {
  const auto text = run({"list", kData, "agreements", "--party", "ARS", "--type", "framework_agreement", "--signed-from",
                         "2023", "--no-end", "--lang", "en"})
                        .out;
  EXPECT_THAT(text, AllOf(HasSubstr("Party: ARS Hauts-de-France."), HasSubstr("Type: framework agreement."),
                          HasSubstr("Signed from 1 January 2023 on."), HasSubstr("Without a known end.")));
}

// A package has no place for given weights: what is left out is told, and the ties written are read without a warning.
TEST(Import, TellsWhatAPackageCannotHold) {
  const ScratchFolder scratch;
  write_text(scratch / "edges.csv", kEdgesCsv);
  const auto done = run({"import", scratch / "edges.csv", "-o", scratch / "package", "--lang", "en"});
  EXPECT_EQ(done.exit_code, 0);
  EXPECT_THAT(done.err, AllOf(HasSubstr("1 weight given"), HasSubstr("1 institution without a tie")));
}

TEST(Export, WritesTiesThatAreReadBackWithoutAWarning) {
  const ScratchFolder scratch;
  ASSERT_EQ(run({"export", kData, "-o", scratch / "edges.csv"}).exit_code, 0);
  const auto checked = json_of({"check", scratch / "edges.csv"});
  EXPECT_EQ(checked.at("counts").at("warnings"), 0) << checked;
  EXPECT_EQ(json_of({"centrality", scratch / "edges.csv", "--measure", "strength"}).at("network").at("edges"), 11);
}

// The examples of the help are run as they stand, but for the one that needs a file of the reader's.
TEST(Help, HasExamplesThatRun) {
  const ScratchFolder scratch;
  std::filesystem::copy(real_data().parent_path(), scratch / "data", std::filesystem::copy_options::recursive);  // some write
  for (const auto& entry : commands()) {
    const auto help = run({entry.name, "--help"}).out;
    std::istringstream examples(entry.example);
    for (std::string example; std::getline(examples, example);) {
      EXPECT_THAT(help, HasSubstr("\n  " + example + "\n"));
      if (std::string(entry.name) == "import") continue;
      const auto line = "cd '" + (scratch / "").string() + "' && " + std::string(MAILLAGE_PROGRAM) +
                        example.substr(std::string("maillage").size()) + " >/dev/null 2>&1";
      EXPECT_EQ(std::system(line.c_str()), 0) << example;
    }
  }
}

}  // namespace
}  // namespace maillage::program
