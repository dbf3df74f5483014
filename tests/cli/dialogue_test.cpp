// SPDX-License-Identifier: Apache-2.0
// The questions of `add` on a terminal, in both languages, up to the end or given up on the way.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/terminal.hpp"

namespace maillage::program {
namespace {

using testing::HasSubstr;
using testing::Not;
namespace fs = std::filesystem;

class Dialogue : public testing::Test {
 protected:
  Dialogue() { before = files(); }
  void SetUp() override {
    if (!Terminal::is_there()) GTEST_SKIP() << "no pseudo-terminals here (/dev/ptmx): nobody can be asked";
  }
  std::map<std::string, std::string> around(const std::string& language) const { return {{"LC_ALL", language}, {"MAILLAGE_USER", "Marie"}}; }
  std::string table(const std::string& name) const { return text_of(fs::path(data) / (name + ".csv")); }
  // Every file of the package, a lock too.
  std::map<std::string, std::string> files() const {
    std::map<std::string, std::string> all;
    for (const auto& entry : fs::directory_iterator(data)) all[entry.path().filename().string()] = entry.is_regular_file() ? text_of(entry.path()) : "";
    return all;
  }
  ScratchFolder scratch;
  std::string data = copy_of_real_data(scratch).string();
  std::map<std::string, std::string> before;
};

TEST_F(Dialogue, AsksForAnAgreementInFrench) {
  Terminal terminal({"add", data, "accord"}, around("fr_FR.UTF-8"));
  terminal.answer("Titre :", "");
  EXPECT_THAT(terminal.shown("Titre :"), HasSubstr("Cette réponse est nécessaire"));
  terminal.enter("Convention de stage");
  terminal.shown("convention-cadre");
  terminal.answer("Type :", "convention-cadre");
  terminal.answer("Partie :", "");  // without a party there is no agreement
  terminal.shown("nécessaire");
  terminal.answer("Partie :", "CHU de Lile");
  terminal.shown("De quoi s’agit-il");
  terminal.shown("(chu-lille)");
  terminal.answer("écrire un autre nom :", "quelque chose");
  terminal.shown("n’est pas un numéro");
  terminal.answer("écrire un autre nom :", "1");
  terminal.answer("Partie :", "Inserm:patron");
  terminal.shown("« patron » n’est pas un rôle");
  terminal.answer("Partie :", "Inserm:partie associée");
  terminal.answer("Partie :", "Université de Rouen Normandie");
  terminal.shown("registre de référence : Université de Rouen Normandie");
  terminal.answer("écrire un autre nom :", "");
  terminal.answer("Partie :", "");
  terminal.answer("Signature :", "un jour");
  terminal.shown("n’est pas une date");
  terminal.answer("Signature :", "1er mars 2026");
  terminal.answer("Début :");
  terminal.answer("Fin :");
  terminal.answer("Durée :", "5 ans");
  terminal.answer("Reconduction :", "tacite reconduction");
  terminal.answer("Préavis :", "3 mois");
  terminal.answer("Thèmes :");
  terminal.answer("Signataire :", "Anne Goffard");
  terminal.answer("Au nom de", "1");
  terminal.answer("qualité", "présidente");
  terminal.answer("Signataire :");
  terminal.answer("Source :", "nouvelle");
  terminal.answer("Titre de la nouvelle source :", "Convention signée");
  terminal.answer("Où dans la source :", "p. 3");
  terminal.answer("Écrire cela ? [o/N]", "1");
  EXPECT_THAT(terminal.shown("[o/N]"), HasSubstr("o (oui) ou n (non)"));
  terminal.enter("o");
  const auto done = terminal.end();
  EXPECT_EQ(done.exit_code, 0) << done.out;
  EXPECT_THAT(table("agreements"), HasSubstr("convention-de-stage-2026,Convention de stage,framework_agreement,,2026-03-01,,,P5Y,tacit,,,P3M,"));
  EXPECT_THAT(table("parties"), HasSubstr("convention-de-stage-2026,chu-lille,,"));
  EXPECT_THAT(table("parties"), HasSubstr("convention-de-stage-2026,inserm,associated,"));
  EXPECT_THAT(table("parties"), Not(HasSubstr("rouen")));
  EXPECT_THAT(table("signatures"), HasSubstr("convention-de-stage-2026,anne-goffard,chu-lille,présidente,signatory,"));
  EXPECT_THAT(table("evidence"), HasSubstr("agreements,convention-de-stage-2026,duration,P5Y,convention-signee,p. 3,stated"));
  EXPECT_EQ(run({"check", data}).exit_code, 0);
}

TEST_F(Dialogue, AsksForWhatIsMissingInEnglish) {
  Terminal terminal({"add", data, "agreement", "--title", "Joint school", "--party", "chu-lille", "--party", "inserm"}, around("C"));
  terminal.answer("Source:", "nothing of the kind");
  terminal.answer("Source:", "");
  terminal.answer("no source", "said on the telephone");
  terminal.answer("Write this? [y/N]", "yes");
  const auto done = terminal.end();
  EXPECT_EQ(done.exit_code, 0) << done.out;
  EXPECT_THAT(table("acknowledgements"), HasSubstr("no_evidence,agreements,joint-school,,said on the telephone"));
}

TEST_F(Dialogue, TakesAnInstitutionFromTheReferenceRegistryWhereAskedTo) {
  Terminal terminal({"add", data, "institution"}, around("fr_FR.UTF-8"));
  terminal.answer("Nom :", "Université de Rouen Normandie");
  terminal.shown("Le registre de référence connaît");
  terminal.answer("ne rien reprendre :", "1");
  terminal.answer("Nom court :");
  terminal.answer("Écrire cela ? [o/N]", "oui");
  const auto done = terminal.end();
  EXPECT_EQ(done.exit_code, 0) << done.out;
  EXPECT_THAT(table("institutions"), HasSubstr("Université de Rouen Normandie,,,higher_education,Mont-Saint-Aignan,76451,FR,"));
  EXPECT_THAT(table("territories"), HasSubstr("76451,Mont-Saint-Aignan,commune,76,"));
  EXPECT_EQ(run({"check", data}).exit_code, 0);
}

// Who thinks over the last question keeps nobody from writing; what others wrote meanwhile is not written over.
TEST_F(Dialogue, KeepsNobodyFromWritingWhileItAsks) {
  Terminal terminal({"add", data, "person"}, around("C"));
  terminal.answer("Name:", "Jeanne Martin");
  terminal.shown("[y/N]");
  EXPECT_EQ(run({"edit", data, "inserm", "city=Lyon", "--wait", "0"}).exit_code, 0);
  terminal.enter("y");
  const auto done = terminal.end();
  EXPECT_EQ(done.exit_code, 1) << done.out;
  EXPECT_THAT(done.out, HasSubstr("while the question stood"));
  EXPECT_THAT(table("people"), Not(HasSubstr("Jeanne Martin")));
}

// What is left unfinished is left unwritten: no row, no lock, no journal.
TEST_F(Dialogue, WritesNothingWhereThePersonGoes) {
  const std::string end_of_input = "\x04", control_c = "\x03";
  for (const auto* language : {"fr_FR.UTF-8", "C"}) {
    const bool is_french = std::string_view(language) != "C";
    for (const auto& keys : {end_of_input, control_c}) {
      for (const bool is_last_question : {false, true}) {
        Terminal terminal({"add", data, "person"}, around(language));
        terminal.shown(is_french ? "Nom :" : "Name:");
        if (is_last_question) {
          terminal.enter("Jeanne Martin");
          terminal.shown(is_french ? "[o/N]" : "[y/N]");
        }
        terminal.type(keys);
        const auto done = terminal.end();
        EXPECT_EQ(done.exit_code, keys == control_c ? 130 : 2) << done.out;
        EXPECT_TRUE(files() == before) << language << is_last_question;
      }
    }
  }
}

}  // namespace
}  // namespace maillage::program
