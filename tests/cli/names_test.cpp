// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "cli/program.hpp"

namespace maillage::program {
namespace {

using testing::AllOf;
using testing::HasSubstr;

std::string shown_id(const std::string& word) {
  return json_of({"show", kData, word}).at("institution").at("id");
}

TEST(Name, IsFoundByIdNameAliasAndAcronymWithoutRegardToCaseAndAccents) {
  for (const auto* word : {"chu-lille", "CHU de Lille", "chu de lille", "CHU", "chu", "CHRU DE LILLE",
                           "Centre Hospitalier Universitaire de Lille"}) {
    EXPECT_EQ(shown_id(word), "chu-lille") << word;
  }
  for (const auto* word : {"Université de Lille", "universite de lille", "UNIVERSITÉ DE LILLE", "univ-lille"}) {
    EXPECT_EQ(shown_id(word), "univ-lille") << word;
  }
  EXPECT_EQ(shown_id("ars"), "ars-hdf");
  EXPECT_EQ(shown_id("uphf"), "uphf");
}

TEST(Name, ThatIsUnknownListsTheNearest) {
  const auto done = run({"show", kData, "CHU de Lile"});
  EXPECT_EQ(done.exit_code, 2);
  EXPECT_THAT(done.err, AllOf(HasSubstr("CHU de Lile"), HasSubstr("chu-lille")));
  EXPECT_THAT(run({"path", kData, "Ternoiscon", "CHU"}).err, HasSubstr("ternoiscom"));
  EXPECT_THAT(run({"list", kData, "agreements", "--party", "Insrem"}).err, HasSubstr("inserm"));
}

TEST(Name, ThatIsAmbiguousListsTheCandidates) {
  const ScratchFolder scratch;
  const auto package = copy_of_real_data(scratch);
  auto people = text_of(package / "people.csv");
  people += "homonyme-1,Camille Dupont,,,\nhomonyme-2,Camille Dupont,,,\n";
  write_text(package / "people.csv", people);
  const auto done = run({"show", package, "camille dupont"});
  EXPECT_EQ(done.exit_code, 2) << done.out;
  EXPECT_THAT(done.err, AllOf(HasSubstr("homonyme-1"), HasSubstr("homonyme-2")));
  EXPECT_EQ(json_of({"show", package, "homonyme-2"}).at("person").at("id"), "homonyme-2");
}

TEST(Name, OfOneAgreementAndOfAPersonIsFound) {
  EXPECT_EQ(json_of({"show", kData, "chv-uphf-2024"}).at("agreement").at("id"), "chv-uphf-2024");
  EXPECT_EQ(json_of({"show", kData, "nicolas salvi"}).at("person").at("id"), "nicolas-salvi");
}

TEST(Name, ThatIsHostileIsOnlyAName) {
  for (const auto* word : {"", " ", "-", "$(id)", "%s%n", "../../etc/passwd", "\"", "'; DROP TABLE", "\xff\xfe", "\n",
                           "🦊", "<script>"}) {
    const auto done = run({"show", kData, "--", word});
    EXPECT_EQ(done.exit_code, 2) << word << done.out << done.err;
    EXPECT_THAT(done.err, testing::AnyOf(HasSubstr("maillage list"), HasSubstr("  ("))) << "what there is to name: " << word << done.err;
  }
  EXPECT_EQ(run({"show", kData, std::string(100'000, 'a')}).exit_code, 2);
}

// A name comes back in the message: it must not move the cursor, turn the writing round, or fill the screen.
TEST(Name, ThatIsHostileIsToldHarmlessly) {
  const auto control = run({"show", kData, "a\x01\x1b[31mb\nc\u202Ed"}).err;
  EXPECT_EQ(control.find_first_of("\x01\x1b"), std::string::npos) << control;
  EXPECT_EQ(control.find("\u202E"), std::string::npos) << control;
  EXPECT_THAT(control, HasSubstr("[31mb c"));
  EXPECT_LT(run({"show", kData, std::string(10'000, 'a')}).err.size(), 500U);
  EXPECT_LT(run({"list", kData, "agreements", "--type", std::string(10'000, 'a')}).err.size(), 800U);
}

TEST(Name, ThatBeginsWithADashComesAfterTwoDashes) {
  EXPECT_EQ(run({"show", kData, "--", "chu-lille"}).exit_code, 0);
  EXPECT_EQ(run({"path", "--", kData, "chu-lille", "ternoiscom"}).exit_code, 0);
  EXPECT_THAT(run({"show", kData, "--", "--force"}).err, HasSubstr("--force"));
}

TEST(Name, ThatIsNearIsShownByNameAndId) {
  EXPECT_THAT(run({"show", kData, "protocole"}).err,
              HasSubstr("Protocole de coopération Université de Lille – CHU de Lille – Inserm  "
                        "(univ-lille-chu-inserm-2024)"));
}

TEST(Code, IsTakenAsLabelOfEitherLanguage) {
  const auto ids = [](const std::string& type) {
    std::vector<std::string> found;
    for (const auto& row : json_of({"list", kData, "agreements", "--type", type})) found.push_back(row.at("id"));
    return found;
  };
  const auto expected = ids("local_health_contract");
  EXPECT_EQ(expected.size(), 6U);  // five renewed, one announced
  EXPECT_EQ(ids("contrat local de santé"), expected);
  EXPECT_EQ(ids("local health contract"), expected);
  EXPECT_EQ(ids("Contrat-local-de-sante"), expected);
}

}  // namespace
}  // namespace maillage::program
