// SPDX-License-Identifier: Apache-2.0
// Reviewed drafts go into a data package: once, twice, several at once, with a full disk, and back again.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sys/resource.h>

#include <chrono>
#include <csignal>
#include <memory>
#include <thread>

#include "cli/program.hpp"

namespace maillage::program {
namespace {

using testing::HasSubstr;
using testing::Not;
namespace fs = std::filesystem;

/// A review form as a person gives it back: lines `fiche;champ;valeur;décision;à vérifier;lu`.
class Form {
 public:
  explicit Form(char digest = 'a', const std::string& date = "2024-05-06") {
    add("document;fichier;communique-" + std::string(1, digest) + ".txt").add("document;empreinte;" + std::string(64, digest));
    add("document;lu le;2024-06-01").add("document;titre;La Ville et l’Institut s’engagent " + std::string(1, digest)).add("document;date;" + date);
    add("accord 1;à reprendre;oui").add("accord 1;titre;Convention des haies").add("accord 1;type;convention-cadre").add("accord 1;état;signé");
    add("accord 1;signé le;2024-05-03").add("accord 1;partie 1;Ville de Merlonge").add("accord 1;partie 2;Institut Boréal");
  }
  /// A value that was read as it stands.
  Form& add(const std::string& row) {
    rows_.push_back(row + ";;;" + row.substr(row.rfind(';') + 1));
    return *this;
  }
  /// A whole row.
  Form& row(const std::string& row) {
    rows_.push_back(row);
    return *this;
  }
  /// Takes the rows out that begin so.
  Form& without(const std::string& begin) {
    std::erase_if(rows_, [&](const std::string& row) { return row.starts_with(begin); });
    return *this;
  }
  std::string text() const {
    std::string text = "\xEF\xBB\xBF" "fiche;champ;valeur;décision;à vérifier;lu\r\n";
    for (const auto& row : rows_) text += row + "\r\n";
    return text;
  }

 private:
  std::vector<std::string> rows_;
};

class Accept : public testing::Test {
 protected:
  Accept() {
    fs::create_directory(drafts);
    run({"new", data});
    run({"undo", data});  // without the examples
  }
  program::Run accept(std::vector<std::string> more = {}) {
    std::vector<std::string> words{"accept", data, drafts};
    words.insert(words.end(), more.begin(), more.end());
    return run(words);
  }
  void give(const Form& form, const std::string& name = "a.csv") const { write_text(fs::path(drafts) / name, form.text()); }
  std::string table(const std::string& name) const { return text_of(fs::path(data) / (name + ".csv")); }
  std::map<std::string, std::string> files() const {
    std::map<std::string, std::string> all;
    for (const auto& entry : fs::directory_iterator(data)) {
      const auto name = entry.path().filename().string();
      if (entry.is_regular_file() && name != "journal.jsonl") all[name] = text_of(entry.path());
    }
    return all;
  }
  ScratchFolder scratch;
  std::string data = (scratch / "package").string(), drafts = (scratch / "drafts").string();
};

TEST_F(Accept, BringsAgreementPartiesSourceAndEvidence) {
  give(Form().add("accord 1;durée;5 ans").add("accord 1;montant en euros;12 500,50 €").add("accord 1;axe 1;Bocage").add("accord 1;axe 2;Eau"));
  const auto done = accept();
  ASSERT_EQ(done.exit_code, 0) << done.err;
  EXPECT_THAT(table("agreements"), HasSubstr("convention-des-haies-2024,Convention des haies,framework_agreement,,2024-05-03,,,P5Y,"));
  EXPECT_THAT(table("agreements"), HasSubstr("Bocage|Eau,,,12500.5,"));
  EXPECT_THAT(table("parties"), HasSubstr("convention-des-haies-2024,ville-de-merlonge,"));
  EXPECT_THAT(table("institutions"), HasSubstr("ville-de-merlonge,Ville de Merlonge,,,commune"));
  EXPECT_THAT(table("sources"), HasSubstr(",2024-05-06,,,communique-a.txt," + std::string(64, 'a') + ",,2024-06-01"));
  EXPECT_THAT(table("evidence"), HasSubstr("agreements,convention-des-haies-2024,signed,2024-05-03,la-ville-et-l-institut-s-engagent-a,,stated"));
  const auto check = run({"check", data, "--format", "json"}).json();
  EXPECT_EQ(check["faults"].size(), 0U) << check;
}

TEST_F(Accept, ChangesNothingTheSecondTime) {
  give(Form().add("accord 1;signataire 1;Alix Tournelle").add("accord 1;signataire 1 (pour);Ville de Merlonge").add("accord 1;autre date 1;2024-04-01")
           .add("accord 1;autre date 1 (nature);adopted").add("accord 1;lien 1;renews").add("accord 1;lien 1 (accord);Convention de 2019")
           .add("personne 1;nom;Alix Tournelle").add("personne 1;fonction 1;maire").add("personne 1;fonction 1 (institution);Ville de Merlonge"));
  ASSERT_EQ(accept().exit_code, 0);
  const auto before = files();
  const auto journal = text_of(fs::path(data) / "journal.jsonl");
  const auto again = accept({"--format", "json"});
  ASSERT_EQ(again.exit_code, 0) << again.err;
  EXPECT_EQ(again.json()["counts"]["added"], 0);
  EXPECT_GT(again.json()["counts"]["same"], 5);
  EXPECT_EQ(files(), before);
  EXPECT_EQ(text_of(fs::path(data) / "journal.jsonl"), journal);
  EXPECT_THAT(table("positions"), HasSubstr("alix-tournelle,ville-de-merlonge,maire,,,2024-05-06"));
}

TEST_F(Accept, RefusesOpenDoubtsAndTakesThemAsInferredWithYes) {
  give(Form().without("accord 1;signé").row("accord 1;signé le;2024-05-03;;à vérifier;2024-05-03"));
  const auto before = files();
  const auto refused = accept();
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_THAT(refused.err, HasSubstr("a.csv, line 13: accord 1, signé le"));
  EXPECT_EQ(files(), before);
  EXPECT_EQ(accept({"--yes"}).exit_code, 0);
  EXPECT_THAT(table("evidence"), HasSubstr(",signed,2024-05-03,la-ville-et-l-institut-s-engagent-a,,inferred,"));
  EXPECT_EQ(run({"check", data}).exit_code, 0);
}

TEST_F(Accept, TakesWhatAPersonDecidedAndMarksItWithTheDay) {
  give(Form().without("accord 1;signé").row("accord 1;signé le;juil-24;;à vérifier;2024-07-08").row("document;revu le;12/06/2024;;;")
           .without("accord 1;type").row("accord 1;type;charte;oui;à vérifier;charte").row("accord 1;partie 3;Office des Eaux;non;;Office des Eaux"));
  const auto done = accept();
  ASSERT_EQ(done.exit_code, 0) << done.err;
  EXPECT_THAT(table("agreements"), HasSubstr(",charter,,2024-07,"));
  EXPECT_THAT(table("reviews"), HasSubstr("agreements,convention-des-haies-2024,signed,2024-06-12"));
  EXPECT_THAT(table("reviews"), HasSubstr("agreements,convention-des-haies-2024,type,2024-06-12"));
  EXPECT_THAT(table("reviews"), Not(HasSubstr(",title,")));
  EXPECT_THAT(table("institutions"), Not(HasSubstr("Office des Eaux")));
}

TEST_F(Accept, NeverTakesAPressContact) {
  give(Form().add("contact 1;nom;Odile Fauvet").add("accord 1;signataire 1;Odile FAUVET").row("personne 1;nom;Odile Fauvet;oui;;").row("personne 1;fonction 1;attachée de presse;oui;;"));
  const auto done = accept({"--yes"});
  ASSERT_EQ(done.exit_code, 0) << done.err;
  EXPECT_THAT(done.err, HasSubstr("press contact"));
  for (const auto& [name, text] : files()) EXPECT_THAT(text, Not(HasSubstr("auvet"))) << name;
}

TEST_F(Accept, AddsEvidenceWhereAnotherDocumentSaysTheSame) {
  give(Form('a'));
  ASSERT_EQ(accept().exit_code, 0);
  give(Form('b', "2024-07-01").add("accord 1;fin;2029"), "b.csv");
  const auto done = accept();
  ASSERT_EQ(done.exit_code, 0) << done.err;
  const auto agreements = table("agreements");
  EXPECT_EQ(std::count(agreements.begin(), agreements.end(), '\n'), 2);
  EXPECT_THAT(agreements, HasSubstr(",2024-05-03,,2029,"));
  EXPECT_THAT(table("evidence"), HasSubstr("signed,2024-05-03,la-ville-et-l-institut-s-engagent-b"));
}

TEST_F(Accept, KeepsBothClaimsOfAConflictAndAsks) {
  give(Form('a'));
  ASSERT_EQ(accept().exit_code, 0);
  give(Form('b').without("accord 1;signé").add("accord 1;signé le;2024-05-10"), "b.csv");
  const auto asked = accept();
  EXPECT_EQ(asked.exit_code, 1);
  EXPECT_THAT(asked.err, HasSubstr("2024-05-03"));
  EXPECT_THAT(asked.err, HasSubstr("--conflicts"));
  ASSERT_EQ(accept({"--yes"}).exit_code, 0);
  EXPECT_THAT(table("agreements"), HasSubstr(",2024-05-03,"));
  EXPECT_THAT(table("evidence"), HasSubstr("signed,2024-05-03,la-ville-et-l-institut-s-engagent-a"));
  EXPECT_THAT(table("evidence"), HasSubstr("signed,2024-05-10,la-ville-et-l-institut-s-engagent-b"));
  EXPECT_EQ(accept().exit_code, 0) << "what was decided is not asked again";
}

TEST_F(Accept, LetsTheFormDecideAConflict) {
  give(Form('a'));
  ASSERT_EQ(accept().exit_code, 0);
  give(Form('b').without("accord 1;signé").row("accord 1;signé le;2024-05-10;remplacer;;2024-05-10"), "b.csv");
  ASSERT_EQ(accept().exit_code, 0);
  EXPECT_THAT(table("agreements"), HasSubstr(",2024-05-10,"));
  EXPECT_THAT(table("evidence"), HasSubstr("signed,2024-05-03,la-ville-et-l-institut-s-engagent-a,,stated,,no,"));
  EXPECT_THAT(table("evidence"), HasSubstr("signed,2024-05-10,la-ville-et-l-institut-s-engagent-b,,stated,,yes,"));
  const auto before = files();
  ASSERT_EQ(accept().exit_code, 0);
  EXPECT_EQ(files(), before);
}

TEST_F(Accept, MakesADateMorePreciseWithoutAsking) {
  give(Form('a').without("accord 1;signé").add("accord 1;signé le;2024"));
  ASSERT_EQ(accept().exit_code, 0);
  give(Form('b'), "b.csv");
  const auto done = accept({"--format", "json"});
  ASSERT_EQ(done.exit_code, 0) << done.err;
  EXPECT_EQ(done.json()["counts"]["refined"], 1);
  EXPECT_THAT(table("agreements"), HasSubstr(",2024-05-03,"));
}

TEST_F(Accept, TakesARenewalYearsLaterAsAnotherAgreement) {
  give(Form('a'));
  give(Form('b').without("accord 1;signé").without("accord 1;état").add("accord 1;signé le;2029-05-03").add("accord 1;état;renouvelé"), "b.csv");
  ASSERT_EQ(accept().exit_code, 0);
  EXPECT_THAT(table("agreements"), HasSubstr("convention-des-haies-2029,"));
  EXPECT_THAT(table("lineage"), HasSubstr("convention-des-haies-2029,renews,,"));
}

TEST_F(Accept, AsksWhetherAnUndatedAgreementIsTheSame) {
  give(Form('a'));
  ASSERT_EQ(accept().exit_code, 0);
  auto undated = Form('b').without("accord 1;signé");
  give(undated, "b.csv");
  const auto asked = accept();
  EXPECT_EQ(asked.exit_code, 1);
  EXPECT_THAT(asked.err, HasSubstr("convention-des-haies-2024"));
  give(undated.row("accord 1;correspond à;convention-des-haies-2024;;;"), "b.csv");
  ASSERT_EQ(accept().exit_code, 0);
  const auto agreements = table("agreements");
  EXPECT_EQ(std::count(agreements.begin(), agreements.end(), '\n'), 2);
}

TEST_F(Accept, NeverMergesNamesByItself) {
  give(Form('a'));
  ASSERT_EQ(accept().exit_code, 0);
  give(Form('b').without("accord 1;signé").without("accord 1;partie 2").add("accord 1;signé le;2031").add("accord 1;partie 2;Institut Boréale"), "b.csv");
  const auto asked = accept();
  EXPECT_EQ(asked.exit_code, 1);
  EXPECT_THAT(asked.err, HasSubstr("institut-boreal (Institut Boréal)"));
  ASSERT_EQ(accept({"--yes"}).exit_code, 0);
  EXPECT_THAT(table("institutions"), HasSubstr("institut-boreale,Institut Boréale"));
  EXPECT_THAT(table("name_decisions"), HasSubstr("Institut Boréale,institut-boreale,institutions,unsure"));
  give(Form('c').without("accord 1;signé").without("accord 1;partie 2").add("accord 1;signé le;2037").add("accord 1;partie 2;Institut Boréale"), "c.csv");
  ASSERT_EQ(accept({"--yes"}).exit_code, 0);
  EXPECT_THAT(table("institutions"), Not(HasSubstr("institut-boreale-2"))) << "unsure once, not one row more each time";
}

TEST_F(Accept, RecordsDecisionsAboutNamesAndGoesByThem) {
  give(Form('a'));
  ASSERT_EQ(accept().exit_code, 0);
  const auto other = [](char digest, const std::string& year) {
    return Form(digest).without("accord 1;signé").without("accord 1;partie 2").add("accord 1;signé le;" + year).add("accord 1;partie 2;Institut Boréale");
  };
  give(other('b', "2031").add("institution 1;nom;Institut Boréale").row("institution 1;correspond à;institut-boreal;;à vérifier;"), "b.csv");
  ASSERT_EQ(accept().exit_code, 0);
  EXPECT_THAT(table("name_decisions"), HasSubstr("Institut Boréale,institut-boreal,institutions,same"));
  give(other('c', "2035"), "c.csv");
  const auto done = accept();
  ASSERT_EQ(done.exit_code, 0) << done.err;
  EXPECT_THAT(table("parties"), HasSubstr("convention-des-haies-2035,institut-boreal,"));
  EXPECT_THAT(table("institutions"), Not(HasSubstr("institut-boreale")));
  ASSERT_EQ(run({"edit", data, "name_decisions:Institut Boréale/institut-boreal", "decision=different"}).exit_code, 0);
  give(other('d', "2039"), "d.csv");
  EXPECT_EQ(accept().exit_code, 0);
  EXPECT_THAT(table("institutions"), HasSubstr("institut-boreale,Institut Boréale")) << "it is another one by now";
}

TEST_F(Accept, LeavesARowRemovableWithWhatSpeaksOfIt) {
  give(Form().without("accord 1;type").row("accord 1;type;charte;oui;;charte"));
  ASSERT_EQ(accept().exit_code, 0);
  EXPECT_THAT(table("reviews"), HasSubstr("convention-des-haies-2024"));
  ASSERT_EQ(run({"edit", data, "convention-des-haies-2024", "--remove"}).exit_code, 0);
  EXPECT_THAT(table("reviews"), Not(HasSubstr("convention-des-haies-2024")));
  EXPECT_EQ(run({"check", data}).exit_code, 0);
}

TEST_F(Accept, TakesInstitutionsFromTheRegistryOnce) {
  const auto from_registry = [](char digest, const std::string& year) {
    return Form(digest).without("accord 1;signé").without("accord 1;partie 2").add("accord 1;signé le;" + year).add("accord 1;partie 2;CNRS")
        .add("institution 1;nom;CNRS").row("institution 1;correspond à;ror:02feahw73;oui;;ror:02feahw73");
  };
  give(from_registry('a', "2024"));
  give(from_registry('b', "2030"), "b.csv");
  ASSERT_EQ(accept().exit_code, 0);
  const auto institutions = table("institutions");
  EXPECT_EQ(std::count(institutions.begin(), institutions.end(), '\n'), 3);
  EXPECT_THAT(institutions, HasSubstr("02feahw73"));
  EXPECT_THAT(table("evidence"), HasSubstr("registre-de-reference,ror:02feahw73,stated"));
}

TEST_F(Accept, UndoesTheLastAcceptanceAndNothingElse) {
  const auto before = files();
  give(Form());
  ASSERT_EQ(accept().exit_code, 0);
  const auto accepted = files();
  ASSERT_EQ(run({"add", data, "institution", "--name", "Office des Eaux"}).exit_code, 0);
  const auto undone = run({"accept", data, "--undo"});
  ASSERT_EQ(undone.exit_code, 0) << undone.err;
  EXPECT_THAT(table("institutions"), HasSubstr("Office des Eaux"));
  EXPECT_THAT(table("institutions"), Not(HasSubstr("Merlonge")));
  EXPECT_EQ(table("agreements"), before.at("agreements.csv"));
  EXPECT_EQ(run({"accept", data, "--undo"}).exit_code, 1);
  ASSERT_EQ(accept().exit_code, 0) << "what was taken back can be accepted again";
}

TEST_F(Accept, UndoesBackToTheSameBytes) {
  const auto before = files();
  give(Form());
  ASSERT_EQ(accept().exit_code, 0);
  ASSERT_EQ(run({"accept", data, "--undo"}).exit_code, 0);
  EXPECT_EQ(files(), before);
}

TEST_F(Accept, ShowsWithoutWriting) {
  const auto before = files();
  give(Form());
  const auto done = accept({"--dry-run", "--format", "json"});
  ASSERT_EQ(done.exit_code, 0) << done.err;
  EXPECT_TRUE(done.json()["change"].is_null());
  EXPECT_EQ(done.json()["documents"][0]["agreements"][0], "convention-des-haies-2024");
  EXPECT_EQ(files(), before);
}

// Each of the forms tells of another agreement of the same two parties.
TEST_F(Accept, TakesSeveralWritersAtOnce) {
  std::vector<std::unique_ptr<Process>> writers;
  for (int i = 0; i < 6; ++i) {
    const auto file = scratch / ("form-" + std::to_string(i) + ".csv");
    auto form = Form(static_cast<char>('a' + i)).without("accord 1;signé").without("accord 1;titre");
    form.add("accord 1;titre;Accord numéro " + std::to_string(i)).add("accord 1;signé le;" + std::to_string(2001 + 3 * i));
    write_text(file, form.text());
    writers.push_back(std::make_unique<Process>(std::vector<std::string>{"accept", data, file.string(), "--wait", "60"}));
  }
  for (const auto& writer : writers) {
    const auto done = writer->wait();
    EXPECT_EQ(done.exit_code, 0) << done.err;
  }
  const auto agreements = table("agreements"), institutions = table("institutions");
  EXPECT_EQ(std::count(agreements.begin(), agreements.end(), '\n'), 7);
  EXPECT_EQ(std::count(institutions.begin(), institutions.end(), '\n'), 3) << "the second writer knows what the first one added";
  EXPECT_EQ(run({"check", data}).exit_code, 0);
}

TEST_F(Accept, TakesTheSameFormFromSeveralWritersOnce) {
  give(Form());
  std::vector<std::unique_ptr<Process>> writers;
  for (int i = 0; i < 4; ++i) writers.push_back(std::make_unique<Process>(std::vector<std::string>{"accept", data, drafts, "--wait", "60"}));
  for (const auto& writer : writers) EXPECT_EQ(writer->wait().exit_code, 0);
  const auto agreements = table("agreements");
  EXPECT_EQ(std::count(agreements.begin(), agreements.end(), '\n'), 2);
}

TEST_F(Accept, LeavesEverythingAsItWasWhereTheDiskIsFull) {
  const auto before = files();
  give(Form());
  rlimit usual{};
  ::getrlimit(RLIMIT_FSIZE, &usual);
  const rlimit tight{1500, usual.rlim_max};
  ::setrlimit(RLIMIT_FSIZE, &tight);
  const auto done = accept({"--quiet"});
  ::setrlimit(RLIMIT_FSIZE, &usual);
  EXPECT_EQ(done.exit_code, 4) << done.err;
  EXPECT_EQ(files(), before);
  EXPECT_EQ(accept().exit_code, 0);
}

TEST_F(Accept, IsWholeWhenAWriterIsKilled) {
  give(Form());
  for (int i = 0; i < 8; ++i) {
    Process writer({"accept", data, drafts});
    std::this_thread::sleep_for(std::chrono::milliseconds(7 * (i + 1)));
    ::kill(writer.id(), SIGKILL);
    writer.wait();
    EXPECT_EQ(run({"check", data}).exit_code, 0);
  }
  ASSERT_EQ(accept().exit_code, 0);
  const auto agreements = table("agreements");
  EXPECT_EQ(std::count(agreements.begin(), agreements.end(), '\n'), 2);
  EXPECT_EQ(std::count_if(fs::directory_iterator(data), fs::directory_iterator(), [](const auto& entry) { return entry.path().filename().string().starts_with(".maillage"); }), 0);
}

TEST_F(Accept, KeepsHostileValuesAsTexts) {
  const std::string formula = "=HYPERLINK(1)", path = "../../etc/passwd", quote = "\"; DROP \"\"";
  give(Form().without("accord 1;partie 2").row("accord 1;partie 2;'" + formula + ";oui;;").row("accord 1;partie 3;" + path + ";oui;;")
           .row("accord 1;axe 1;a|b|c;oui;;").row("accord 1;partie 4;\"\"\"; DROP \"\"\"\"\";oui;;"));
  const auto done = accept();
  ASSERT_EQ(done.exit_code, 0) << done.err;
  EXPECT_THAT(table("institutions"), HasSubstr("hyperlink-1," + formula));
  EXPECT_THAT(table("institutions"), HasSubstr("etc-passwd," + path));
  EXPECT_THAT(table("agreements"), HasSubstr("a b c"));
  EXPECT_EQ(run({"check", data}).exit_code, 0);
  const auto before = files();
  ASSERT_EQ(accept().exit_code, 0);
  EXPECT_EQ(files(), before);
}

TEST_F(Accept, TellsEveryValueThatCannotBeRead) {
  give(Form().add("accord 1;début;bientôt").add("accord 1;durée;longtemps").add("accord 1;montant en euros;beaucoup").row("accord 1;partie 1;X;peut-être;;"));
  const auto unreadable = accept({"--yes"});
  EXPECT_EQ(unreadable.exit_code, 1);
  EXPECT_THAT(unreadable.err, HasSubstr("peut-être"));
  give(Form().add("accord 1;début;bientôt").add("accord 1;durée;longtemps").add("accord 1;montant en euros;beaucoup"));
  const auto refused = accept({"--yes"});
  EXPECT_EQ(refused.exit_code, 1);
  for (const auto* value : {"bientôt", "longtemps", "beaucoup"}) EXPECT_THAT(refused.err, HasSubstr(value));
  EXPECT_FALSE(fs::exists(fs::path(data) / "evidence.csv"));
}

// « non » beside what says which document it is does not take the document away.
TEST_F(Accept, KnowsItsDocumentWhateverIsDecidedOfIt) {
  give(Form().without("document;fichier").without("document;empreinte").row("document;fichier;a.txt;non;;a.txt").row("document;empreinte;" + std::string(64, 'a') + ";non;;"));
  EXPECT_EQ(accept().exit_code, 0);
  EXPECT_THAT(table("sources"), HasSubstr("a.txt," + std::string(64, 'a')));
}

TEST_F(Accept, RefusesADocumentWhoseDigestWasChanged) {
  give(Form().without("document;empreinte").add("document;empreinte;abc"));
  EXPECT_EQ(accept({"--yes"}).exit_code, 1);
}

TEST_F(Accept, LeadsToTheFormFromWhatLiesBesideIt) {
  give(Form());
  write_text(fs::path(drafts) / "a.json", "{}");
  const auto draft = run({"accept", data, drafts + "/a.json"});
  EXPECT_EQ(draft.exit_code, 0);
  EXPECT_THAT(draft.err, HasSubstr("a.csv"));
  EXPECT_EQ(run({"accept", data, drafts + "/a.json", drafts + "/a.csv"}).exit_code, 0) << "as a shell gives drafts/*";
  write_text(fs::path(drafts) / "a.txt", "Une convention…");
  const auto document = run({"accept", data, drafts + "/a.txt"});
  EXPECT_EQ(document.exit_code, 2);
  EXPECT_THAT(document.err, HasSubstr("a.csv"));
  EXPECT_EQ(run({"accept", data, drafts + "/none.csv"}).exit_code, 3);
  write_text(scratch / "list.csv", "id,parties\n1,a|b\n");
  EXPECT_EQ(run({"accept", data, (scratch / "list.csv").string()}).exit_code, 2);
  fs::create_directory(scratch / "empty");
  EXPECT_EQ(run({"accept", data, (scratch / "empty").string()}).exit_code, 2);
}

TEST_F(Accept, RefusesDataThatAreNotSound) {
  give(Form());
  write_text(fs::path(data) / "parties.csv", "agreement,institution\nnowhere,nobody\n");
  EXPECT_EQ(accept().exit_code, 3);
  EXPECT_EQ(run({"accept", (scratch / "no-such").string(), drafts}).exit_code, 3);
  EXPECT_EQ(run({"accept", data}).exit_code, 2);
  EXPECT_EQ(run({"accept", data, drafts, "--undo"}).exit_code, 2);
  EXPECT_EQ(run({"accept", data, drafts, "--conflicts", "perhaps"}).exit_code, 2);
}

TEST_F(Accept, TakesNothingFromAFormWithoutAgreement) {
  give(Form().without("accord 1"));
  const auto before = files();
  const auto done = accept();
  EXPECT_EQ(done.exit_code, 0);
  EXPECT_THAT(done.err, HasSubstr("no agreement to take over"));
  EXPECT_EQ(files(), before);
}

TEST_F(Accept, LeavesOutAnAgreementThatAPersonRefuses) {
  give(Form().without("accord 1;à reprendre").row("accord 1;à reprendre;oui;non;;oui"));
  ASSERT_EQ(accept().exit_code, 0);
  EXPECT_FALSE(fs::exists(fs::path(data) / "evidence.csv"));
}

TEST_F(Accept, TakesAnAnnouncedAgreementAsAnnounced) {
  give(Form().without("accord 1;état").add("accord 1;état;announced"));
  ASSERT_EQ(accept().exit_code, 0);
  EXPECT_THAT(table("agreements"), HasSubstr(",2024-05-03,announced,"));
  give(Form('b'), "b.csv");
  const auto signed_now = accept({"--format", "json"});
  ASSERT_EQ(signed_now.exit_code, 0) << signed_now.err;
  EXPECT_THAT(table("agreements"), HasSubstr(",signed,"));
}

}  // namespace
}  // namespace maillage::program
