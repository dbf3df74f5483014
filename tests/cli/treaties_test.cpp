// SPDX-License-Identifier: Apache-2.0
// The treaties of the Global Governance Observatory, where the files are there: imported as docs/importing-lists.md says, and
// followed through time.
#include <gmock/gmock.h>

#include <cstdlib>

#include "cli/program.hpp"
#include "tables/csv_reader.hpp"

namespace maillage::program {
namespace {

namespace fs = std::filesystem;

const fs::path kFiles = fs::path(MAILLAGE_SOURCE_DIR).parent_path() / "shared/datasets/treaties-ggo";

// Two tables with the number of the treaty in both; a state is a party from the day the treaty is in force for it.
const std::string kMapping =
    "table,column,field\n,stateID,party\n,treatyID,id\n,Title,title\nagreements,End,valid_to\nagreements,Signature,signed\n"
    "agreements,Force,valid_from\n,StateForce,party.joined\n,StateEnd,party.left\n";

TEST(Treaties, AreImportedAndFollowedThroughTime) {
  if (!fs::is_directory(kFiles)) GTEST_SKIP() << "no ../shared/datasets/treaties-ggo: the treaties are not imported";
  const ScratchFolder scratch;
  const auto parties = scratch / "parties.csv", mapping = scratch / "mapping.csv", package = scratch / "package";
  const auto unpack = "gzip -dc '" + (kFiles / "parties.csv.gz").string() + "' > '" + parties.string() + "'";
  ASSERT_EQ(std::system(unpack.c_str()), 0) << unpack;
  write_text(mapping, kMapping);
  const auto imported = run({"import", kFiles / "agreements.csv", parties, "--mapping", mapping, "-o", package, "--no-registry"});
  EXPECT_EQ(imported.exit_code, 1) << "some dates cannot be read";
  EXPECT_THAT(imported.err, testing::HasSubstr("102,852 rows read, 3,514 agreements"));

  // Counted in the table that was written: with a term after the last day or without end, with one before it, with none known; to begin after it; and
  // begun on it, which is in force that day whatever its term.
  const std::string last_day = "2023-10-10";
  const auto table = read_csv(text_of(package / "agreements.csv"));
  std::int64_t term_to_come = 0, term_past = 0, no_term = 0, not_begun = 0, just_begun = 0;
  for (std::size_t r = 0; r < table.records.size(); ++r) {
    const auto from = std::string(table.at(r, "valid_from")), to = std::string(table.at(r, "valid_to"));
    ++(to.empty() ? no_term : to == ".." || to >= last_day ? term_to_come : term_past);
    not_begun += from > last_day ? 1 : 0;
    just_begun += to.empty() && table.at(r, "signed") == last_day ? 1 : 0;
  }

  const auto evolution = json_of({"evolve", package});
  EXPECT_EQ(evolution.at("period").at("from"), "1351-08-01");
  EXPECT_EQ(evolution.at("period").at("to"), last_day);
  const auto& whole = evolution.at("whole");
  EXPECT_EQ(whole.at("agreements").at("certain"), 748);
  EXPECT_EQ(whole.at("agreements").at("possible"), 2998);
  EXPECT_EQ(whole.at("agreements").at("certain"), term_to_come - not_begun + just_begun);
  EXPECT_EQ(whole.at("agreements").at("possible"), term_to_come + no_term - not_begun);
  EXPECT_EQ(whole.at("ended").at("certain"), term_past);
  EXPECT_EQ(whole.at("formed"), nlohmann::ordered_json::parse(R"({"certain":3173,"possible":3513})"));
  // Every treaty begins in one slice at the most for certain; the slices hold the period without a gap.
  const auto& slices = evolution.at("slices");
  EXPECT_EQ(slices.front().at("from"), "1351-08-01");
  EXPECT_EQ(slices.back().at("to"), last_day);
  EXPECT_EQ(slices.back().at("agreements").at("possible"), 2998);
}

}  // namespace
}  // namespace maillage::program
