// SPDX-License-Identifier: Apache-2.0
// `read`: documents in, drafts out; what cannot be read is told and keeps nothing else from being read.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/program.hpp"

namespace maillage::program {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
namespace fs = std::filesystem;

const std::string kReleases = "data/examples/releases";
const std::string kShort =
    "Montrivel, le 8 juillet 2024\n\nL'Université de Montrivel et le Centre hospitalier de Combe-Noire ont signé ce lundi 8 juillet une "
    "convention de partenariat.\n\nLa convention porte sur la formation des soignants et sur la recherche.\n";

std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename());
  std::ranges::sort(names);
  return names;
}

TEST(Read, MakesTwoFilesOfEachDocument) {
  const ScratchFolder scratch;
  const auto drafts = (scratch / "drafts").string();
  const auto done = run({"read", kReleases, "-o", drafts});
  ASSERT_EQ(done.exit_code, 0) << done.err;
  EXPECT_THAT(names_in(drafts),
              ElementsAre("contrat-local-de-sante-numerise.csv", "contrat-local-de-sante-numerise.json", "convention-cadre-renouvelee.csv",
                          "convention-cadre-renouvelee.json", "lettre-des-partenariats.csv", "lettre-des-partenariats.json",
                          "portes-ouvertes.csv", "portes-ouvertes.json"));
  EXPECT_THAT(done.out, HasSubstr("no agreement"));
  const auto draft = nlohmann::json::parse(text_of(fs::path(drafts) / "convention-cadre-renouvelee.json"));
  EXPECT_EQ(draft["document"]["date"], "2026-09-14");
  ASSERT_EQ(draft["agreements"].size(), 1U);
  const auto& agreement = draft["agreements"][0];
  EXPECT_EQ(agreement["type"], "framework_agreement");
  EXPECT_EQ(agreement["status"], "renewed");
  EXPECT_EQ(agreement["signed"]["date"], "2026-09-14");
  EXPECT_EQ(agreement["valid_from"], "2026");
  EXPECT_EQ(agreement["valid_to"], "2031");
  EXPECT_EQ(agreement["parties"].size(), 2U) << agreement["parties"];
  EXPECT_EQ(agreement["themes"].size(), 4U);
  EXPECT_EQ(agreement["signatories"].size(), 2U) << agreement["signatories"];
  for (const auto& field : agreement["fields"]) {
    EXPECT_GT(field["confidence"], 0) << field;
    EXPECT_LE(field["confidence"], 1) << field;
    EXPECT_GE(field["from_line"], 1) << field;
    EXPECT_GE(field["to_line"], field["from_line"]) << field;
  }
  EXPECT_EQ(nlohmann::json::parse(text_of(fs::path(drafts) / "portes-ouvertes.json"))["agreements"].size(), 0U);
}

TEST(Read, GivesOneArrayWithoutAFolder) {
  const auto done = run({"read", kReleases});
  ASSERT_EQ(done.exit_code, 0) << done.err;
  EXPECT_EQ(done.json().size(), 4U);
  EXPECT_EQ(done.out, run({"read", kReleases, "--lang", "fr"}).out);
}

TEST(Read, TakesADocumentFromStandardInput) {
  const auto done = run({"read", "-"}, {.input = kShort});
  ASSERT_EQ(done.exit_code, 0) << done.err;
  ASSERT_EQ(done.json().size(), 1U);
  EXPECT_EQ(done.json()[0]["agreements"][0]["signed"]["date"], "2024-07-08");
  EXPECT_EQ(run({"read", "-", "-"}, {.input = kShort}).exit_code, 2);
}

TEST(Read, AFormOfTableThatIsNotKnownIsRefusedBeforeAnythingIsRead) {
  const ScratchFolder scratch;
  const auto done = run({"read", "-", "-o", (scratch / "d").string(), "--format", "foo"}, {.input = kShort});
  EXPECT_EQ(done.exit_code, 2);
  EXPECT_THAT(done.err, HasSubstr("foo"));
  EXPECT_FALSE(fs::exists(scratch / "d"));
}

TEST(Read, AColumnThatIsNotKnownIsRefusedBeforeAnythingIsRead) {
  const ScratchFolder scratch;
  for (const auto* option : {"--columns", "--sort"}) {
    const auto done = run({"read", "-", "-o", (scratch / "d").string(), option, "foo"}, {.input = kShort});
    EXPECT_EQ(done.exit_code, 2);
    EXPECT_THAT(done.err, HasSubstr("foo"));
    EXPECT_FALSE(fs::exists(scratch / "d"));
  }
  EXPECT_EQ(run({"read", "-", "-o", (scratch / "d").string(), "--columns", "file,doubts"}, {.input = kShort}).exit_code, 0);
}

TEST(Read, AFormMayBeAWorkbook) {
  const ScratchFolder scratch;
  const auto drafts = (scratch / "d").string();
  const auto done = run({"read", "-", "-o", drafts, "--form", "xlsx"}, {.input = kShort});
  EXPECT_EQ(done.exit_code, 0);
  EXPECT_THAT(done.err, HasSubstr(".xlsx"));
  EXPECT_EQ(names_in(scratch / "d").size(), 2u);
  // Read again for the other form: what a person may have written into the first stays, but for --force.
  EXPECT_EQ(run({"read", "-", "-o", drafts}, {.input = kShort}).exit_code, 0);
  EXPECT_THAT(names_in(scratch / "d"), testing::Contains(HasSubstr(".xlsx")));
  EXPECT_EQ(run({"read", "-", "-o", drafts, "--force"}, {.input = kShort}).exit_code, 0);
  EXPECT_THAT(names_in(scratch / "d"), testing::Not(testing::Contains(HasSubstr(".xlsx"))));
  EXPECT_EQ(run({"read", "-", "-o", drafts, "--form", "doc"}, {.input = kShort}).exit_code, 2);
}

TEST(Read, AFormThatTakesTheOthersPlaceIsWrittenFirst) {
  const ScratchFolder scratch;
  const auto drafts = (scratch / "d").string();
  ASSERT_EQ(run({"read", "-", "-o", drafts, "--form", "xlsx"}, {.input = kShort}).exit_code, 0);
  fs::path workbook;
  for (const auto& entry : fs::directory_iterator(drafts)) {
    if (entry.path().extension() == ".xlsx") workbook = entry.path();
  }
  auto in_the_way = workbook;
  fs::create_directories(in_the_way.replace_extension(".csv"));
  EXPECT_EQ(run({"read", "-", "-o", drafts, "--force"}, {.input = kShort}).exit_code, 4);
  EXPECT_TRUE(fs::exists(workbook)) << "what a person may have written into it";
}

TEST(Read, DocumentsOfOneNameKeepApart) {
  const ScratchFolder scratch;
  for (const auto* folder : {"a", "b"}) {
    fs::create_directories(scratch / folder);
    write_text(scratch / folder / "x.txt", kShort);
  }
  write_text(scratch / "a/x.md", kShort);
  ASSERT_EQ(run({"read", (scratch / "a").string(), (scratch / "b").string(), "-o", (scratch / "d").string()}).exit_code, 0);
  EXPECT_THAT(names_in(scratch / "d"),
              ElementsAre("x.csv", "x.json", "x.txt-2.csv", "x.txt-2.json", "x.txt.csv", "x.txt.json"));
}

TEST(Read, WhatCannotBeReadIsToldAndTheRestIsRead) {
  const ScratchFolder scratch;
  write_text(scratch / "good.txt", kShort);
  write_text(scratch / "empty.txt", "");
  write_text(scratch / "binary.txt", std::string("\0\1\2\3\4\5", 6) + std::string(500, '\x01'));
  write_text(scratch / "english.txt",
             "The university and the hospital have signed an agreement on the training of nurses, and they will work together with the "
             "city for the next five years on research that matters to the people of this region.\n");
  const auto drafts = (scratch / "drafts").string();
  const auto done = run({"read", (scratch / "good.txt").string(), (scratch / "empty.txt").string(), (scratch / "binary.txt").string(),
                         (scratch / "english.txt").string(), (scratch / "absent.txt").string(), "-o", drafts});
  EXPECT_EQ(done.exit_code, 1);
  for (const auto* what : {"empty.txt: the file is empty", "binary.txt: it is no text", "english.txt: it seems to be written in English",
                           "absent.txt: there is no such file", "4 files could not be read"}) {
    EXPECT_THAT(done.err, HasSubstr(what));
  }
  EXPECT_THAT(names_in(drafts), ElementsAre("good.csv", "good.json"));
}

TEST(Read, ADraftThatIsThereStaysUnlessForced) {
  const ScratchFolder scratch;
  write_text(scratch / "x.txt", kShort);
  const std::vector<std::string> words{"read", (scratch / "x.txt").string(), "-o", (scratch / "d").string()};
  ASSERT_EQ(run(words).exit_code, 0);
  const auto form = scratch / "d/x.csv";
  write_text(form, text_of(form) + "reviewed\r\n");
  EXPECT_EQ(run(words).exit_code, 0);  // the same document: nothing to write
  EXPECT_THAT(text_of(form), HasSubstr("reviewed"));
  write_text(scratch / "x.txt", "Autre, le 3 mai 2024\n\n" + kShort);
  const auto other = run(words);
  EXPECT_EQ(other.exit_code, 4);
  EXPECT_THAT(other.err, HasSubstr("stays as it is"));
  EXPECT_THAT(text_of(form), HasSubstr("reviewed"));
  auto forced = words;
  forced.emplace_back("--force");
  EXPECT_EQ(run(forced).exit_code, 0);
  EXPECT_THAT(text_of(form), Not(HasSubstr("reviewed")));
}

TEST(Read, NothingIsWrittenOutsideOfTheFolder) {
  const ScratchFolder scratch;
  fs::create_directories(scratch / "in");
  write_text(scratch / "in/..txt", kShort);
  write_text(scratch / "in/..\\up.txt", kShort);
  write_text(scratch / "secret.txt", kShort);
  fs::create_symlink(scratch / "secret.txt", scratch / "in/link.txt");
  const auto before = names_in(scratch.path());
  const auto done = run({"read", (scratch / "in").string(), "-o", (scratch / "in/drafts").string()});
  EXPECT_EQ(done.exit_code, 0) << done.err;
  EXPECT_THAT(done.err, HasSubstr("link.txt"));
  EXPECT_EQ(names_in(scratch.path()), before);
}

TEST(Read, ExplainsWhichRuleFoundWhat) {
  const auto done = run({"read", "-", "--explain", "--format", "json"}, {.input = kShort});
  ASSERT_EQ(done.exit_code, 0) << done.err;
  bool has_date = false;
  for (const auto& row : done.json()) {
    if (row["field"] != "signed") continue;
    has_date = true;
    EXPECT_EQ(row["value"], "2024-07-08");
    EXPECT_EQ(row["from_line"], 3);
    EXPECT_NE(row["rule"], "");
  }
  EXPECT_TRUE(has_date);
  EXPECT_THAT(run({"read", "-", "--explain", "--lang", "fr"}, {.input = kShort}).out, HasSubstr("Règle"));
}

TEST(Read, NamesOfTheDataGoFirst) {
  const std::string text =
      "Lille, le 8 juillet 2024\n\nL'université de Lille et le CHU de Lille ont signé ce lundi 8 juillet 2024 un protocole de coopération.\n";
  const ScratchFolder scratch;
  const auto done = run({"read", "-", "--data", kData, "-o", (scratch / "d").string()}, {.input = text});
  ASSERT_EQ(done.exit_code, 0) << done.err;
  EXPECT_THAT(text_of(scratch / "d/standard-input.csv"), HasSubstr("univ-lille"));
  EXPECT_EQ(run({"read", "-", "--data", "no/such/data"}, {.input = text}).exit_code, 3);
}

}  // namespace
}  // namespace maillage::program
