// SPDX-License-Identifier: Apache-2.0
// add, edit, log and undo as a person at the office uses them; two at once; killed at any moment.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sys/file.h>

#include <chrono>
#include <csignal>
#include <set>
#include <thread>

#include "cli/program.hpp"

namespace maillage::program {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
namespace fs = std::filesystem;

const std::vector<std::string> kNewAgreement{"--title", "Convention CHU – Ville",    "--party", "CHU de Lille:chef de file", "--party", "Ville de Lille",
                                             "--signed", "1/3/2026", "--duration", "5 ans", "--source", "s4-ville-lille", "--locator", "p. 2"};

class Register : public testing::Test {
 protected:
  program::Run maillage(std::vector<std::string> words) {
    Around around;
    around.environment["MAILLAGE_USER"] = "Marie";
    return run(words, around);
  }
  program::Run add(std::vector<std::string> more = {}) {
    std::vector<std::string> words{"add", data, "agreement"};
    words.insert(words.end(), kNewAgreement.begin(), kNewAgreement.end());
    words.insert(words.end(), more.begin(), more.end());
    return maillage(words);
  }
  std::string table(const std::string& name) const { return text_of(fs::path(data) / (name + ".csv")); }
  static std::string rows_of(const std::string& before, const std::string& after) {  // lines that came
    std::string came;
    std::istringstream lines(after);
    for (std::string line; std::getline(lines, line);) {
      if (before.find(line + "\n") == std::string::npos) came += line + "\n";
    }
    return came;
  }
  // Every file of the package but the journal.
  std::map<std::string, std::string> files() const {
    std::map<std::string, std::string> all;
    for (const auto& entry : fs::directory_iterator(data)) {
      const auto name = entry.path().filename().string();
      if (entry.is_regular_file() && name != "journal.jsonl") all[name] = text_of(entry.path());
    }
    return all;
  }
  ScratchFolder scratch;
  std::string data = copy_of_real_data(scratch).string();
};

TEST_F(Register, TakesTypeAndRenewalInTheWordsOfAnOffice) {
  const auto before = files();
  const auto done = add({"--type", "convention cadre de partenariat", "--renewal", "tacite", "--notice", "3 mois"});
  ASSERT_EQ(done.exit_code, 0) << done.err;
  EXPECT_EQ(rows_of(before.at("agreements.csv"), table("agreements")),
            "convention-chu-ville-2026,Convention CHU – Ville,framework_agreement,,2026-03-01,,,P5Y,tacit,,,P3M,,,,,,,,,,,\n");
  EXPECT_EQ(add({"--renewal", "peut-être"}).exit_code, 2);
}

TEST_F(Register, TakesAnAgreementWithPartiesSignatoriesAndEvidence) {
  const auto before = files();
  const auto done = add({"--signatory", "person=Anne Goffard;on-behalf-of=Ville de Lille;capacity=adjointe"});
  ASSERT_EQ(done.exit_code, 0) << done.err;
  EXPECT_EQ(rows_of(before.at("agreements.csv"), table("agreements")),
            "convention-chu-ville-2026,Convention CHU – Ville,,,2026-03-01,,,P5Y,,,,,,,,,,,,,,,\n");
  EXPECT_EQ(rows_of(before.at("parties.csv"), table("parties")),
            "convention-chu-ville-2026,chu-lille,lead,,,,,\nconvention-chu-ville-2026,ville-lille,,,,,,\n");
  EXPECT_EQ(rows_of(before.at("signatures.csv"), table("signatures")),
            "convention-chu-ville-2026,anne-goffard,ville-lille,adjointe,signatory,,\n");
  EXPECT_THAT(table("evidence"), HasSubstr("agreements,convention-chu-ville-2026,duration,P5Y,s4-ville-lille,p. 2,stated,,,"));
  EXPECT_EQ(maillage({"check", data}).exit_code, 0);
  EXPECT_THAT(maillage({"show", data, "convention-chu-ville-2026"}).out, HasSubstr("Ville de Lille"));
  EXPECT_FALSE(fs::exists(fs::path(data) / ".maillage-lock"));
}

TEST_F(Register, TakesWordsInEitherOrderAndInEitherLanguage) {
  EXPECT_EQ(maillage({"add", "institution", data, "--name", "CH de Douai", "--kind", "hôpital"}).exit_code, 0);
  EXPECT_EQ(maillage({"add", data, "institution", "name=Commune de Lens", "kind=commune"}).exit_code, 0);
  EXPECT_EQ(maillage({"add", data, "personne", "--name", "Jeanne Martin", "--lang", "fr"}).exit_code, 0);
  EXPECT_THAT(table("institutions"), HasSubstr("ch-de-douai,CH de Douai,,,hospital"));
  EXPECT_THAT(table("institutions"), HasSubstr("commune-de-lens,Commune de Lens,,,commune"));
  EXPECT_THAT(table("people"), HasSubstr("jeanne-martin,Jeanne Martin"));
}

// Nothing is asked where there is no terminal: what is missing is named by its option.
TEST_F(Register, NamesWhatIsMissingAndWritesNothing) {
  const auto before = files();
  const auto none = maillage({"add", data, "agreement"});
  EXPECT_EQ(none.exit_code, 2);
  EXPECT_THAT(none.err, HasSubstr("--title"));
  EXPECT_THAT(none.err, HasSubstr("--party"));
  EXPECT_THAT(none.err, HasSubstr("--source"));
  EXPECT_EQ(maillage({"add", data, "treaty"}).exit_code, 2);
  const auto unknown = add({"--party", "CHU de Lile"});
  EXPECT_EQ(unknown.exit_code, 2);
  EXPECT_THAT(unknown.err, HasSubstr("chu-lille"));
  EXPECT_THAT(unknown.err, HasSubstr("--add-unknown"));
  EXPECT_EQ(add({"--valid-to", "soon"}).exit_code, 2);
  EXPECT_EQ(add({"--by", "marie@example.org"}).exit_code, 2);
  EXPECT_EQ(files(), before);
  EXPECT_FALSE(fs::exists(fs::path(data) / "journal.jsonl"));
}

TEST_F(Register, RefusesWhatWouldNotBeSoundAndWritesNothing) {
  const auto before = files();
  const auto done = add({"--valid-from", "2026", "--valid-to", "2020"});
  EXPECT_EQ(done.exit_code, 1);
  EXPECT_THAT(done.err, HasSubstr("nothing was written"));
  EXPECT_EQ(add({"--note", std::string("tél. 03 20") + " 12 34 56"}).exit_code, 1);
  EXPECT_EQ(files(), before);
}

TEST_F(Register, ShowsTheDifferenceWithoutWriting) {
  const auto before = files();
  const auto done = add({"--dry-run", "--format", "json"});
  EXPECT_EQ(done.exit_code, 0);
  const auto json = done.json();
  EXPECT_EQ(json["id"], "convention-chu-ville-2026");
  EXPECT_TRUE(json["change"].is_null());
  EXPECT_GE(json["rows"].size(), 5U);
  EXPECT_EQ(files(), before);
}

TEST_F(Register, RecordsThatThereIsNoEvidence) {
  const auto warnings = [&] { return json_of({"check", data})["counts"]["warnings"]; };
  const auto before = warnings();
  const auto done = maillage({"add", data, "agreement", "--title", "Accord oral", "--party", "chu-lille", "--party", "inserm", "--no-evidence", "classeur perdu"});
  ASSERT_EQ(done.exit_code, 0) << done.err;
  EXPECT_EQ(warnings(), before);
  EXPECT_THAT(table("acknowledgements"), HasSubstr("no_evidence,agreements,accord-oral,,classeur perdu"));
  EXPECT_THAT(text_of(fs::path(data) / "journal.jsonl"), HasSubstr("classeur perdu"));
}

TEST_F(Register, AddsWhatIsNamedAndUnknownWhereAsked) {
  const auto done = add({"--party", "CH de Douai", "--add-unknown"});
  ASSERT_EQ(done.exit_code, 0) << done.err;
  EXPECT_THAT(table("institutions"), HasSubstr("ch-de-douai,CH de Douai,,,hospital"));
  EXPECT_THAT(table("parties"), HasSubstr("convention-chu-ville-2026,ch-de-douai"));
}

TEST_F(Register, KeepsTheOlderClaimOfAFieldThatIsChanged) {
  const auto done = maillage({"edit", data, "univ-lille-ars-2023", "valid_to=2029", "themes+=prevention", "--source", "s1-univ-lille-ars", "--locator", "l. 4"});
  ASSERT_EQ(done.exit_code, 0) << done.err;
  EXPECT_THAT(table("evidence"), HasSubstr("agreements,univ-lille-ars-2023,valid_to,2028,s1-univ-lille-ars,l. 1-4,stated,,no,"));
  EXPECT_THAT(table("evidence"), HasSubstr("agreements,univ-lille-ars-2023,valid_to,2029,s1-univ-lille-ars,l. 4,stated,,yes,"));
  EXPECT_EQ(json_of({"list", data, "agreements", "--party", "ars-hdf"})[0].contains("valid_to"), true);
  EXPECT_THAT(maillage({"show", data, "univ-lille-ars-2023"}).out, HasSubstr("2029"));
  EXPECT_EQ(maillage({"edit", data, "univ-lille-ars-2023", "valid_to=2030"}).exit_code, 2);  // where is that said?
  EXPECT_EQ(maillage({"edit", data, "univ-lille-ars-2023", "id=other", "--no-evidence", "x"}).exit_code, 2);
}

// A register that vouches for whole rows, as a list that was imported does.
class ImportedRegister : public Register {
 protected:
  ImportedRegister() {
    data = (scratch / "imported").string();
    write_text(scratch / "list.csv",
               "Référence;Intitulé;Type;Parties;Signée le;Fin;Préavis\nA-1;Convention de stage;convention-cadre;CHU de Lille, Inserm;01/02/2021;28/02/2026;\n");
    write_text(scratch / "mapping.csv",
               "column,field,separator\nRéférence,reference,\nIntitulé,title,\nType,type,\nParties,party,\",\"\nSignée le,signed,\nFin,valid_to,\nPréavis,notice,\n");
    const auto done = maillage({"import", (scratch / "list.csv").string(), "--mapping", (scratch / "mapping.csv").string(), "-o", data});
    if (done.exit_code != 0) throw std::runtime_error(done.err);
    imported = files();
  }
  std::string claims_of(const std::string& field) const {
    return rows_with("evidence", "agreements,A-1," + field + ",");
  }
  std::string rows_with(const std::string& name, const std::string& beginning) const {
    std::string found;
    std::istringstream lines(table(name));
    for (std::string line; std::getline(lines, line);) {
      if (line.starts_with(beginning)) found += line + "\n";
    }
    return found;
  }
  std::map<std::string, std::string> imported;
};

TEST_F(ImportedRegister, DoesNotVouchForWhatItNeverSaid) {
  ASSERT_FALSE(claims_of("*").empty());
  const auto done = maillage({"edit", data, "A-1", "valid_to=2027-02-28", "--source", "new", "--source-title", "Avenant"});
  ASSERT_EQ(done.exit_code, 0) << done.err;
  EXPECT_THAT(claims_of("valid_to"), HasSubstr("agreements,A-1,valid_to,2026-02-28,liste-list,l. 2,stated,,no,"));
  EXPECT_THAT(claims_of("valid_to"), HasSubstr("agreements,A-1,valid_to,2027-02-28,avenant,,stated,,yes,"));
  ASSERT_EQ(maillage({"undo", data}).exit_code, 0);
  EXPECT_EQ(files(), imported);
}

TEST_F(ImportedRegister, DoesNotVouchForWhatHasNoEvidence) {
  for (const auto* change : {"valid_to=2027-02-28", "notice=P6M"}) {  // the register had another value; it had none
    const auto done = maillage({"edit", data, "A-1", change, "--no-evidence", "dit au téléphone"});
    ASSERT_EQ(done.exit_code, 0) << done.err;
    EXPECT_THAT(done.err, Not(HasSubstr("no_evidence"))) << change;
  }
  EXPECT_EQ(claims_of("valid_to"), "agreements,A-1,valid_to,2026-02-28,liste-list,l. 2,stated,,no,\n");
  EXPECT_EQ(claims_of("notice"), "agreements,A-1,notice,,liste-list,l. 2,stated,,no,\n");
  EXPECT_EQ(rows_with("acknowledgements", "no_evidence"), "no_evidence,agreements,A-1,valid_to,dit au téléphone,\nno_evidence,agreements,A-1,notice,dit au téléphone,\n");
  EXPECT_THAT(maillage({"check", data}).out, Not(HasSubstr("no_evidence")));
  const auto page = maillage({"show", data, "A-1"}).out;
  EXPECT_THAT(page, HasSubstr("Rejected: 28 February 2026"));
  EXPECT_THAT(page, Not(HasSubstr("Rejected: [")));
  // Once there is a source after all, nothing is left to acknowledge.
  const auto later = maillage({"edit", data, "A-1", "valid_to=2027-03-31", "--source", "liste-list"});
  EXPECT_THAT(later.err, Not(HasSubstr("no_evidence")));
  EXPECT_EQ(rows_with("acknowledgements", "no_evidence"), "no_evidence,agreements,A-1,notice,dit au téléphone,\n");
  for (int n = 0; n < 3; ++n) ASSERT_EQ(maillage({"undo", data}).exit_code, 0);
  EXPECT_EQ(files(), imported);
}

// Days of the log are those of the clock on the wall.
TEST_F(Register, TheLogGoesByTheClockOnTheWall) {
  write_text(fs::path(data) / "journal.jsonl", "{\"change\":1,\"time\":\"2026-03-01T23:30:00Z\",\"by\":\"Marie\",\"command\":\"edit\"}\n");
  Around paris;
  paris.environment["TZ"] = "CET-1CEST,M3.5.0,M10.5.0/3";
  const auto log = [&](std::vector<std::string> more) {
    std::vector<std::string> words{"log", data};
    words.insert(words.end(), more.begin(), more.end());
    return run(words, paris).out;
  };
  EXPECT_THAT(log({}), HasSubstr("2026-03-02 00:30:00 +01:00"));
  EXPECT_THAT(log({"--format", "csv"}), HasSubstr("2026-03-01T23:30:00Z"));
  EXPECT_THAT(log({"--until", "2026-03-01", "--format", "csv"}), Not(HasSubstr("Marie")));
  EXPECT_THAT(log({"--since", "2026-03-02", "--until", "2 mars 2026"}), HasSubstr("Marie"));
}

// A row that lacked evidence for two fields and lacks it for one is nothing to tell as new.
TEST_F(Register, TellsNoMissingEvidenceWhereSomeWasGiven) {
  ASSERT_EQ(add().exit_code, 0);
  auto text = table("evidence");
  std::string kept;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("agreements,convention-chu-ville-2026,")) kept += line + "\n";
  }
  write_text(fs::path(data) / "evidence.csv", kept);
  const auto done = maillage({"edit", data, "convention-chu-ville-2026", "duration=6 ans", "--source", "s4-ville-lille"});
  ASSERT_EQ(done.exit_code, 0) << done.err;
  EXPECT_THAT(done.err, Not(HasSubstr("evidence for")));
  EXPECT_THAT(done.err, Not(HasSubstr("To be looked at")));
}

TEST_F(Register, RemovesOnlyWhatNothingRefersTo) {
  const auto used = maillage({"edit", data, "CHU de Lille", "--remove"});
  EXPECT_EQ(used.exit_code, 2);
  EXPECT_THAT(used.err, HasSubstr("parties"));
  ASSERT_EQ(add().exit_code, 0);
  const auto gone = maillage({"edit", data, "convention-chu-ville-2026", "--remove", "--because", "doublon"});
  ASSERT_EQ(gone.exit_code, 0) << gone.err;
  for (const auto* name : {"agreements", "parties", "evidence"}) EXPECT_THAT(table(name), Not(HasSubstr("convention-chu-ville-2026")));
  EXPECT_EQ(maillage({"check", data}).exit_code, 0);
}

TEST_F(Register, UndoesBackToTheSameBytes) {
  const auto before = files();
  ASSERT_EQ(add().exit_code, 0);
  const auto between = files();
  ASSERT_EQ(maillage({"edit", data, "convention-chu-ville-2026", "--remove-party", "ville-lille", "--party", "inserm", "--source", "s4-ville-lille"}).exit_code, 0);
  ASSERT_EQ(maillage({"undo", data}).exit_code, 0);
  EXPECT_EQ(files(), between);
  ASSERT_EQ(maillage({"undo", data}).exit_code, 0);
  EXPECT_EQ(files(), before);
  EXPECT_EQ(maillage({"undo", data}).exit_code, 1);
  const auto log = json_of({"log", data});
  ASSERT_EQ(log.size(), 4U);
  EXPECT_EQ(log[0]["by"], "Marie");
  EXPECT_EQ(log[0]["undone"], true);
  EXPECT_EQ(log[3]["undoes"], 1);
}

TEST_F(Register, UndoKeepsWhatWasEditedElsewhereAndRefusesWhatWasEditedThere) {
  ASSERT_EQ(add().exit_code, 0);
  const auto file = fs::path(data) / "agreements.csv";
  auto text = text_of(file);
  const auto at = text.find("Chaire d’excellence");
  text.replace(at, 6, "CHAIRE");
  write_text(file, text);
  ASSERT_EQ(maillage({"undo", data}).exit_code, 0);
  EXPECT_THAT(table("agreements"), HasSubstr("CHAIRE"));
  EXPECT_THAT(table("agreements"), Not(HasSubstr("convention-chu-ville-2026")));
  ASSERT_EQ(add().exit_code, 0);
  text = text_of(file);
  text.replace(text.find("Convention CHU – Ville"), 10, "CONVENTION");
  write_text(file, text);
  const auto before = files();
  const auto refused = maillage({"undo", data});
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_THAT(refused.err, HasSubstr("agreements.csv"));
  EXPECT_EQ(files(), before);
}

TEST_F(Register, TheLogIsFiltered) {
  ASSERT_EQ(add().exit_code, 0);
  ASSERT_EQ(maillage({"edit", data, "inserm", "city=Lyon", "--by", "Paul", "--because", "siège"}).exit_code, 0);
  EXPECT_EQ(json_of({"log", data}).size(), 2U);
  const auto of_paul = json_of({"log", data, "--by", "paul"});
  ASSERT_EQ(of_paul.size(), 1U);
  EXPECT_EQ(of_paul[0]["reason"], "siège");
  EXPECT_EQ(of_paul[0]["rows"][0]["after"], "Lyon");
  EXPECT_EQ(json_of({"log", data, "--row", "chu-lille"}).size(), 1U);
  EXPECT_THAT(maillage({"log", data, "--row", "chu-lille"}).out, HasSubstr("\n1 change."));
  EXPECT_THAT(maillage({"log", data, "--row", "nobody"}).out, HasSubstr("0 changes."));
  ASSERT_EQ(maillage({"edit", data, "convention-chu-ville-2026", "duration=6 ans", "--source", "s4-ville-lille"}).exit_code, 0);
  Around french;
  french.environment = {{"LC_ALL", "fr_FR.UTF-8"}, {"TZ", "<+05>-5"}};
  const auto shown = run({"log", data, "--by", "marie"}, french).out;
  EXPECT_THAT(shown, HasSubstr(" +05:00"));
  EXPECT_THAT(shown, AllOf(HasSubstr("5 ans"), HasSubstr("6 ans"), HasSubstr("Durée")));
  EXPECT_THAT(shown, HasSubstr("add agreement"));
  for (const auto* code : {"P5Y", "valid_from", "add agreements"}) EXPECT_THAT(shown, Not(HasSubstr(code))) << code;
  EXPECT_EQ(json_of({"log", data, "--since", "2001", "--until", "2002"}).size(), 0U);
  EXPECT_EQ(maillage({"log", data, "--since", "soon"}).exit_code, 2);
  EXPECT_EQ(maillage({"check", data}).exit_code, 0);  // the journal is no table
}

TEST_F(Register, TheContentIsTheSameWithOrWithoutAJournal) {
  const auto before = json_of({"structure", data});
  ASSERT_EQ(add().exit_code, 0);
  ASSERT_EQ(maillage({"undo", data}).exit_code, 0);
  EXPECT_EQ(json_of({"structure", data}), before);
}

TEST_F(Register, NamesTheOneWhoIsWriting) {
  const auto lock = fs::path(data) / ".maillage-lock";
  write_text(lock, "who: Paul\ncommand: edit\nmachine: bureau\nprocess: 4242\nsince: 2026-03-01T09:30:00Z\n");
  const int held = ::open(lock.c_str(), O_RDWR | O_CLOEXEC);
  ASSERT_EQ(::flock(held, LOCK_EX | LOCK_NB), 0);
  const auto before = files();
  const auto refused = add({"--wait", "0"});
  EXPECT_EQ(refused.exit_code, 4);
  EXPECT_THAT(refused.err, HasSubstr("Paul"));
  EXPECT_THAT(refused.err, HasSubstr("4242"));
  EXPECT_EQ(maillage({"check", data}).exit_code, 0);  // readers go on
  EXPECT_EQ(files(), before);
  ::close(held);  // the holder has died: what it left blocks nobody
  const auto taken = add();
  EXPECT_EQ(taken.exit_code, 0) << taken.err;
  EXPECT_THAT(taken.err, HasSubstr("Paul"));
}

TEST_F(Register, TakesTwoWritersAtOnce) {
  std::vector<std::unique_ptr<Process>> writers;
  for (int i = 0; i < 6; ++i) {
    writers.push_back(std::make_unique<Process>(std::vector<std::string>{"add", data, "institution", "--name", "Lycée " + std::to_string(i), "--wait", "60"}));
  }
  for (auto& writer : writers) EXPECT_EQ(writer->wait().exit_code, 0);
  for (int i = 0; i < 6; ++i) EXPECT_THAT(table("institutions"), HasSubstr("Lycée " + std::to_string(i)));
  const auto log = json_of({"log", data});
  std::set<int> numbers;
  for (const auto& entry : log) numbers.insert(entry["change"].get<int>());
  EXPECT_EQ(numbers.size(), 6U);
}

// Killed at some moment: the agreement is there with all of its rows and its entry in the journal, or not at all.
TEST_F(Register, IsWholeWhenAWriterIsKilled) {
  for (int i = 0; i < 12; ++i) {
    std::vector<std::string> words{"add", data, "agreement"};
    words.insert(words.end(), kNewAgreement.begin(), kNewAgreement.end());
    Process writer(words);
    std::this_thread::sleep_for(std::chrono::milliseconds(8 * (i + 1)));
    ::kill(writer.id(), SIGKILL);
    writer.wait();
    EXPECT_EQ(maillage({"check", data}).exit_code, 0);
  }
  ASSERT_EQ(maillage({"edit", data, "inserm", "city=Nice"}).exit_code, 0);  // the next writer clears up
  std::size_t agreements = 0, parties = 0;
  for (auto at = std::string::npos; (at = table("agreements").find("\nconvention-chu-ville-2026", at + 1)) != std::string::npos;) ++agreements;
  for (auto at = std::string::npos; (at = table("parties").find("\nconvention-chu-ville-2026", at + 1)) != std::string::npos;) ++parties;
  EXPECT_EQ(parties, 2 * agreements);
  EXPECT_EQ(json_of({"log", data}).size(), agreements + 1);
  for (const auto& entry : fs::directory_iterator(data)) EXPECT_FALSE(entry.path().filename().string().starts_with(".maillage"));
}

}  // namespace
}  // namespace maillage::program
