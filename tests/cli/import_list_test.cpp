// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "cli/program.hpp"
#include "tables/xlsx_writer.hpp"

namespace maillage::program {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string register_xlsx() {
  SheetToWrite sheet;
  sheet.table.name = "Conventions";
  sheet.table.columns = {{"a", "N°"}, {"b", "Intitulé"}, {"c", "Partenaires"}, {"d", "Date de signature"}, {"e", "Durée (ans)"}};
  sheet.table.rows = {{Cell("C-1"), Cell("Santé"), Cell("CHU de Lille ; Inserm"), Cell("2024-02-29"), Cell(5)},
                      {Cell("C-2"), Cell("<b>Ville</b>"), Cell("Ville de Lens"), Cell("bientôt"), Cell()}};
  return to_xlsx({sheet}, {});
}

TEST(ImportList, SaysWhatThePackageKeepsThatTheListNoLongerNames) {
  const ScratchFolder scratch;
  const std::string head = "N°;Intitulé;Partenaires;Signataires;Thèmes\n";
  write_text(scratch / "l.csv", head + "C-1;Santé;CHU de Lille / Inserm;Anne Martin / Jean Petit;Santé\nC-2;Ville;Lens / Arras;;\n");
  ASSERT_EQ(run({"import", scratch / "l.csv", "--guess", "-o", scratch / "p", "--no-registry"}).exit_code, 0);
  EXPECT_THAT(run({"import", scratch / "l.csv", "--into", scratch / "p", "--no-registry"}).err, Not(HasSubstr("--remove-party")));
  ASSERT_EQ(run({"edit", scratch / "p", "C-2", "--party", "Inserm", "--no-evidence", "said by telephone", "--by", "office"}).exit_code, 0);
  write_text(scratch / "l.csv", head + "C-1;Santé;CHU de Lille;Anne Martin;\nC-2;Ville;Lens / Arras;;\n");
  const auto again = run({"import", scratch / "l.csv", "--into", scratch / "p", "--no-registry", "--lang", "en"});
  EXPECT_THAT(again.err, HasSubstr("agreement C-1: the list no longer names inserm"));
  EXPECT_THAT(again.err, HasSubstr("C-1 --remove-party inserm --remove-signatory jean-petit themes="));
  EXPECT_THAT(again.err, Not(HasSubstr("C-2"))) << "what another source says stays without a word";
  ASSERT_EQ(run({"edit", scratch / "p", "C-1", "--remove-party", "inserm", "--remove-signatory", "jean-petit", "themes=", "--because", "test", "--by", "office"}).exit_code, 0)
      << "the command that is named does it";
  EXPECT_THAT(run({"import", scratch / "l.csv", "--into", scratch / "p", "--no-registry"}).err, Not(HasSubstr("--remove-party")));
}

TEST(ImportList, NamesARemedyThatIsOneForAList) {
  const ScratchFolder scratch;
  write_text(scratch / "l.csv", "N°;Intitulé;Partenaires\n1;Santé;CHU de Lille\n");
  const auto refused = run({"import", scratch / "l.csv", "-o", scratch / "p"});
  EXPECT_EQ(refused.exit_code, 3);
  EXPECT_THAT(refused.err, Not(HasSubstr("maillage check")));
  EXPECT_THAT(refused.err, HasSubstr("l.csv --guess --mapping"));
}

TEST(ImportList, ProposesAMappingAndTakesItBack) {
  const ScratchFolder scratch;
  write_text(scratch / "register.xlsx", register_xlsx());
  const auto guessed = run({"import", scratch / "register.xlsx", "--guess", "--mapping", scratch / "m.csv", "--lang", "fr"});
  EXPECT_EQ(guessed.exit_code, 0);
  EXPECT_THAT(guessed.out, HasSubstr("Partenaires"));
  EXPECT_THAT(text_of(scratch / "m.csv"), HasSubstr("Conventions,Date de signature,signed,"));
  EXPECT_EQ(run({"import", scratch / "register.xlsx", "--guess", "--mapping", scratch / "m.csv"}).exit_code, 4) << "exists";
  const auto imported = run({"import", scratch / "register.xlsx", "--mapping", scratch / "m.csv", "-o", scratch / "p", "--lang", "fr"});
  EXPECT_EQ(imported.exit_code, 1);
  EXPECT_THAT(imported.err, HasSubstr("Conventions, ligne 3"));
  EXPECT_THAT(imported.err, HasSubstr("bientôt"));
  const auto rows = json_of({"list", scratch / "p", "agreements"});
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].at("signed"), "2024-02-29");
  EXPECT_EQ(rows[0].at("parties").size(), 2U);
  EXPECT_EQ(json_of({"check", scratch / "p"}).at("faults").size(), 1U) << "one agreement names one party only";
}

TEST(ImportList, IntoAPackageChangesNothingTheSecondTime) {
  const ScratchFolder scratch;
  write_text(scratch / "register.xlsx", register_xlsx());
  std::filesystem::copy(real_data(), scratch / "p", std::filesystem::copy_options::recursive);
  EXPECT_EQ(run({"import", scratch / "register.xlsx", "--into", scratch / "p"}).exit_code, 2) << "no mapping yet";
  const auto first = run({"import", scratch / "register.xlsx", "--into", scratch / "p", "--guess"});
  EXPECT_EQ(first.exit_code, 1);
  EXPECT_THAT(first.err, HasSubstr("C-1"));
  EXPECT_EQ(json_of({"list", scratch / "p", "agreements"}).size(), 16U);
  EXPECT_EQ(json_of({"list", scratch / "p", "agreements", "--party", "CHU de Lille", "--party", "Inserm"}).size(), 2U)
      << "known institutions are recognised";
  const auto before = text_of(scratch / "p/agreements.csv"), descriptor = text_of(scratch / "p/datapackage.json");
  EXPECT_THAT(descriptor, HasSubstr("etalab-2.0"));
  const auto again = run({"import", scratch / "register.xlsx", "--into", scratch / "p"});
  EXPECT_EQ(again.exit_code, 1);
  EXPECT_THAT(again.err, HasSubstr("nothing to change"));
  EXPECT_EQ(text_of(scratch / "p/agreements.csv"), before);
  EXPECT_EQ(text_of(scratch / "p/datapackage.json"), descriptor);
}

TEST(ImportList, SaysWhereTheListSaysItNowAndWhatIsGoneFromIt) {
  const ScratchFolder scratch;
  const auto list = scratch / "list.csv";
  write_text(list, "N°;Intitulé;Partenaire;Signature\n1;Un;Lens;01/02/2020\n2;Deux;Arras;02/02/2020\n3;Trois;Douai;03/02/2020\n");
  ASSERT_EQ(run({"import", list, "--guess", "-o", scratch / "p", "--lang", "fr", "--no-registry"}).exit_code, 0);
  const auto before = text_of(scratch / "p/evidence.csv");
  EXPECT_THAT(run({"import", list, "--into", scratch / "p", "--lang", "en", "--no-registry"}).err, HasSubstr("nothing to change"))
      << "a citation speaks no language";
  EXPECT_EQ(text_of(scratch / "p/evidence.csv"), before);
  write_text(list, "N°;Intitulé;Partenaire;Signature\n0;Zéro;Lens;01/01/2020\n1;Un;Lens;01/02/2020\n3;Trois;Douai;03/02/2020\n");
  const auto moved = run({"import", list, "--into", scratch / "p", "--lang", "en", "--no-registry"});
  EXPECT_THAT(moved.err, AllOf(HasSubstr("“2”: this agreement of the package came from the list, which does not have it any more; it is kept."),
                               HasSubstr("their places in the list have changed")));
  const auto claims = text_of(scratch / "p/evidence.csv");
  EXPECT_THAT(claims, HasSubstr("agreements,1,*,,liste-list,l. 3,"));
  EXPECT_THAT(claims, Not(HasSubstr("agreements,1,*,,liste-list,l. 2,")));
  EXPECT_EQ(run({"undo", scratch / "p"}).exit_code, 0);
  EXPECT_EQ(text_of(scratch / "p/evidence.csv"), before);
}

TEST(ImportList, RefusesWithTheReason) {
  const ScratchFolder scratch;
  write_text(scratch / "old.xlsx", std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) + std::string(600, 'x'));
  const auto old = run({"import", scratch / "old.xlsx", "--guess", "--lang", "fr"});
  EXPECT_EQ(old.exit_code, 3);
  EXPECT_THAT(old.err, HasSubstr(".xls"));
  write_text(scratch / "a.csv", "N°;Partenaire;Signature\n1;Lens;2020\n");
  write_text(scratch / "m.csv", "table,column,field\n,Partenaires,party\n,N°,idd\n");
  const auto unfit = run({"import", scratch / "a.csv", "--mapping", scratch / "m.csv", "-o", scratch / "p", "--lang", "fr"});
  EXPECT_EQ(unfit.exit_code, 3);
  EXPECT_THAT(unfit.err, HasSubstr("idd"));
  EXPECT_FALSE(std::filesystem::exists(scratch / "p"));
  EXPECT_EQ(run({"import", scratch / "none.xlsx", "--guess"}).exit_code, 3);
  EXPECT_EQ(run({"import"}).exit_code, 2);
}

TEST(ImportList, LeavesNoWordOverInTheMadeUpLanguage) {
  const ScratchFolder scratch;
  write_text(scratch / "register.xlsx", register_xlsx());
  const auto shown = run({"import", scratch / "register.xlsx", "--guess", "-o", scratch / "p", "--lang", "qps"});
  EXPECT_THAT(shown.err, HasSubstr("⟦"));
  EXPECT_THAT(shown.err, Not(HasSubstr("⟪")));
}

}  // namespace
}  // namespace maillage::program
