// SPDX-License-Identifier: Apache-2.0
#include "records/office/import_list.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>

#include "model/data_set_builder.hpp"

namespace maillage {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using Note = ImportNote::Kind;

std::vector<ListTable> lists(const std::vector<std::pair<std::string, std::string>>& files) {
  std::vector<ListTable> tables;
  for (const auto& [name, text] : files) {
    for (auto& table : list_tables(workbook_of_csv(text, name))) tables.push_back(std::move(table));
  }
  return tables;
}

ImportListOptions options_for(const DataSet* known) {
  return {.sources = {{"liste", "Liste", "liste.csv", true}}, .known = known};
}

ImportedList imported(const std::vector<ListTable>& tables, const Mapping& mapping, const DataSet* known = nullptr) {
  return import_list(tables, mapping, options_for(known));
}

std::vector<std::string> column(const ImportedList& list, std::string_view table, std::string_view name) {
  std::vector<std::string> cells;
  if (const auto* found = list.tables.find(table)) {
    for (std::size_t r = 0; r < found->rows.size(); ++r) cells.push_back(found->at(r, name));
  }
  return cells;
}

std::vector<std::string> fields(const Mapping& mapping) {
  std::vector<std::string> names;
  for (const auto& c : mapping.columns) names.emplace_back(info_of(c.field).name);
  return names;
}

const std::string one_row_an_agreement =
    "N°;Intitulé;Type;Partenaires;Signée le;Échéance;Durée (mois);Montant;Observations\n"
    "C1;Santé;Convention-cadre;Université d’Artois / CH d’Arras;08/07/2024;31/12/2028;;12 500,50 €;\n"
    "C2;Ville;Convention;Ville de Lens;12/05/21;;36;;à revoir\n";

TEST(GuessMapping, KnowsTheHeadersOfAnOffice) {
  const auto tables = lists({{"registre", one_row_an_agreement}});
  const auto mapping = guess_mapping(tables);
  EXPECT_THAT(fields(mapping), ElementsAre("id", "title", "type", "party", "signed", "valid_to", "duration", "amount_eur", "note"));
  EXPECT_EQ(mapping.columns[3].separator, "; /");
  EXPECT_THAT(misfits(mapping, tables), IsEmpty());
}

TEST(GuessMapping, LooksAtWhatStandsBelowTheHeader) {
  // « Terme » of days is an end, not a duration; « Nature » of anything but agreements says no type.
  const auto mapping = guess_mapping(lists({{"a", "Partenaire;Signature;Term;Nature\nCHU;2020-01-01;2022-01-01;en numéraire\n"}}));
  EXPECT_THAT(fields(mapping), ElementsAre("party", "signed", "ignore", "ignore"));
}

TEST(ImportList, ReadsOneRowAnAgreement) {
  const auto tables = lists({{"registre", one_row_an_agreement}});
  const auto list = imported(tables, guess_mapping(tables));
  EXPECT_EQ(list.rows, 2U);
  EXPECT_THAT(column(list, "agreements", "id"), ElementsAre("C1", "C2"));
  EXPECT_THAT(column(list, "agreements", "signed"), ElementsAre("2024-07-08", "2021-05-12"));
  EXPECT_THAT(column(list, "agreements", "duration"), ElementsAre("", "P36M"));
  EXPECT_THAT(column(list, "agreements", "amount_eur"), ElementsAre("12500.5", ""));
  EXPECT_THAT(column(list, "agreements", "type"), ElementsAre("framework_agreement", "other"));
  EXPECT_THAT(column(list, "parties", "institution"), ElementsAre("universite-d-artois", "ch-d-arras", "ville-de-lens"));
  ASSERT_THAT(list.notes, SizeIs(1));
  EXPECT_EQ(list.notes[0].kind, Note::doubtful);
  EXPECT_EQ(list.notes[0].row, 3U);
  EXPECT_EQ(column(list, "evidence", "locator")[0], "registre, l. 2");
}

TEST(ImportList, ReadsOneRowAParty) {
  const auto tables = lists({{"registre", "id,title,signed,partner,role\nC1,Santé,2024,CHU de Lille,lead\nC1,Santé,2024,Inserm,\nC1,Autre,2024,CHU de LILLE,\n"}});
  const auto list = imported(tables, guess_mapping(tables));
  EXPECT_THAT(column(list, "agreements", "id"), ElementsAre("C1"));
  EXPECT_THAT(column(list, "parties", "institution"), ElementsAre("chu-de-lille", "inserm"));
  EXPECT_THAT(column(list, "parties", "role"), ElementsAre("lead", ""));
  ASSERT_THAT(list.notes, SizeIs(1));
  EXPECT_EQ(list.notes[0].kind, Note::conflicting);
  EXPECT_EQ(list.notes[0].taken, "Santé");
}

TEST(ImportList, ReadsOneSheetAYearByOneMapping) {
  const auto tables = lists({{"2023", "N°;Partenaire;Signature\nA;CHU de Lille;2023\n"}, {"2024", "N°;Partenaire;Signature\nB;Inserm;2024\n"}});
  const auto mapping = guess_mapping(tables);
  EXPECT_THAT(mapping.columns, SizeIs(3));
  EXPECT_THAT(column(imported(tables, mapping), "agreements", "id"), ElementsAre("A", "B"));
}

TEST(ImportList, JoinsATableOfAgreementsAndOneOfParties) {
  const auto tables = lists({{"projets", "id,title,start\nP1,Un,2020-01-01\nP2,Deux,2021-01-01\n"}, {"partenaires", "id,partner\nP1,CHU de Lille\nP1,Inserm\nP9,Lens\n"}});
  const auto list = imported(tables, guess_mapping(tables));
  EXPECT_THAT(column(list, "agreements", "id"), ElementsAre("P1", "P9"));
  ASSERT_THAT(list.notes, SizeIs(1));
  EXPECT_EQ(list.notes[0].kind, Note::no_parties);
  EXPECT_EQ(list.notes[0].value, "P2");
}

TEST(ImportList, NamesAgreementsWithoutAnIdByTheirContent) {
  const std::string head = "Partenaires;Signature;Objet\n", a = "CHU|Inserm;2020;Un\n", b = "Lens|Inserm;2021;Deux\n";
  const auto first = lists({{"l", head + a + b}}), turned = lists({{"l", head + b + a}});
  EXPECT_EQ(column(imported(first, guess_mapping(first)), "agreements", "id"), column(imported(turned, guess_mapping(turned)), "agreements", "id"));
}

TEST(ImportList, KeepsAgreementsOfOneDecisionApart) {
  const auto tables = lists({{"l", "referenceDecision;nomBeneficiaire;dateConvention;montant\nCP-1;Lens;2020-01-01;10\nCP-1;Arras;2020-01-01;20\nCP-2;Douai;2020-01-01;30\n"}});
  const auto list = imported(tables, guess_mapping(tables));
  EXPECT_THAT(column(list, "agreements", "reference"), ::testing::UnorderedElementsAre("CP-1", "CP-1", "CP-2"));
}

TEST(ImportList, TakesAConstantAndWhatTheMappingSaysIsTheSame) {
  const auto tables = lists({{"l", "N°;Partenaire\n1;CHRU Lille\n"}});
  auto mapping = guess_mapping(tables);
  MappedColumn own;
  own.field = ImportField::party;
  own.value = "Université de Lille";
  own.group = "own";
  mapping.columns.push_back(own);
  mapping.same_as.push_back({"CHRU Lille", "chu-lille"});
  const auto list = imported(tables, mapping);
  EXPECT_THAT(column(list, "parties", "institution"), ::testing::UnorderedElementsAre("chu-lille", "universite-de-lille"));
}

TEST(ImportList, TakesNeitherOfTwoKnownPeopleWithOneName) {
  DataSetBuilder builder;
  builder.add(PersonRow{.id = "anne-martin", .name = "Anne Martin"});
  builder.add(PersonRow{.id = "other", .name = "Anne Martin"});
  const auto known = builder.finish().data;
  const auto tables = lists({{"l", "N°;Partenaires;Signataire\n1;Lens|Arras;Anne Martin\n"}});
  const auto list = import_list(tables, guess_mapping(tables), options_for(&known));
  EXPECT_THAT(column(list, "signatures", "person"), ElementsAre("anne-martin-2"));
}

TEST(ImportList, TellsWhatItCannotRead) {
  const std::string phone = std::string("03 20") + " 00 00 00";  // no number, but the form of one
  const auto tables = lists({{"l", "N°;Partenaire;Signature;Siren;Note\n1;Lens;bientôt;123456789;x\n2;;2020;;\n3;Arras;2020;;appeler le " + phone + "\n"}});
  const auto list = imported(tables, guess_mapping(tables));
  std::vector<Note> kinds;
  for (const auto& note : list.notes) kinds.push_back(note.kind);
  EXPECT_THAT(kinds, ElementsAre(Note::unread, Note::unread, Note::no_parties, Note::contact));
  EXPECT_THAT(column(list, "agreements", "note"), ElementsAre("x ; Signature : bientôt", "")) << "what cannot be read is kept as text";
}

std::vector<Note> kinds_of(const ImportedList& list) {
  std::vector<Note> kinds;
  for (const auto& note : list.notes) kinds.push_back(note.kind);
  return kinds;
}

TEST(GuessMapping, PartsCellsAtTheSignsThatStandBetweenNames) {
  const auto separator = [](const std::string& cells) { return guess_mapping(lists({{"l", "N°,Partenaires\n" + cells}})).columns[1].separator; };
  EXPECT_EQ(separator("1,CHU de Lille ; Inserm\n"), ";");
  EXPECT_EQ(separator("1,CHU de Lille ; Inserm\n2,\"Lens\nArras\"\n"), "") << "; and line ends are parted at without a word";
  EXPECT_EQ(separator("1,CHU de Lille et Université d’Artois\n2,CNRS – UTC\n"), "; et –");
  EXPECT_EQ(separator("1,Caisse de crédit agricole et mutuel\n"), "") << "« et » within a name";
  EXPECT_EQ(separator("1,\"CA de Béthune-Bruay, Artois Lys Romane\"\n"), "");
  EXPECT_EQ(separator("1,\"Université de Lille, Conseil départemental du Nord\"\n"), "; ,");
  const auto people = guess_mapping(lists({{"l", "Partenaire;Signataires\nLens;Anne Martin et Jean Petit\n"}}));
  EXPECT_EQ(people.columns[1].separator, "; et");
}

TEST(GuessMapping, PartsNoNameThatHasOneCodeBesideIt) {
  const auto separator = [](const std::string& cells) { return guess_mapping(lists({{"l", "N°,Bénéficiaire,SIRET\n" + cells}})).columns[1].separator; };
  EXPECT_EQ(separator("1,Lycée Hugo - Lycée Zola,13002526500013\n"), "");
  EXPECT_EQ(separator("1,Lycée Hugo - Lycée Zola,13002526500013 - 19931234500017\n"), "; -");
  EXPECT_EQ(separator("1,Dupont &amp;amp; fils,\n2,Caf&eacute; R &#38; D,\n"), "") << "semicolons that end entities";
  EXPECT_EQ(separator("1,R&D;Lens,\n"), ";");
}

TEST(GuessMapping, TakesTheTitleOfTheAgreementNotOfItsCall) {
  const auto mapping = guess_mapping(lists({{"l", "Code décision,Action.Titre,Projet.Titre,Partenaire\nA,Call,One,X\nB,Call,Two,X\nC,Call,Three,X\n"}}));
  EXPECT_THAT(fields(mapping), ElementsAre(::testing::_, "ignore", "title", "party"));
}

TEST(GuessMapping, TakesANumberThatSeveralAgreementsHaveForAReference) {
  std::string once = "N°;Intitulé;Partenaire\n", often = once;
  for (int i = 0; i < 100; ++i) {
    const auto n = std::to_string(i);
    once += n + ";Titre " + n + ";Lens\n";
    often += std::to_string(i / 2) + ";Titre " + n + ";Lens\n";
  }
  EXPECT_EQ(fields(guess_mapping(lists({{"l", once + "7;Autre;Arras\n"}})))[0], "id") << "one is a slip";
  EXPECT_EQ(fields(guess_mapping(lists({{"l", often}})))[0], "reference");
  // Agreements and their parties share number and title.
  const auto two = guess_mapping(lists({{"a", "N°;Intitulé;Signature\n1;Un;2020\n2;Deux;2021\n"}, {"p", "N°;Intitulé;Partenaire\n1;Un;Lens\n1;Un;Arras\n2;Deux;Lens\n"}}));
  EXPECT_EQ(fields(two)[0], "id");
}

TEST(GuessMapping, TellsTheRoleOfAPartyFromTheQualityOfItsSignatory) {
  const auto mapping = guess_mapping(lists({{"l", "N°;Organisme;Qualité;Représenté par;Fonction;Participation;Etat\n1;Lens;Financeur;Anne Martin;Maire;12 k€;Signée\n"}}));
  EXPECT_THAT(fields(mapping), ElementsAre("id", "party", "party.role", "party.signatory", "party.signatory.capacity", "party.amount_eur", "status"));
}

TEST(GuessMapping, LooksAtTheSheetsOfAllYearsTogether) {
  const auto tables = lists({{"2023", "N°;Intitulé;Partenaire;Signature;Durée\n1;Un;Lens;2023;1 an\n2;Deux;Arras;2023;1 an\n"},
                             {"2024", "N°;Objet;Partenaire;Signature;Durée\n1;Trois;Lens;2024;1 an\n"},
                             {"Liste", "Communes suivies\nLens\n"}});
  const auto mapping = guess_mapping(tables);
  EXPECT_THAT(fields(mapping), ElementsAre("reference", "title", "title", "party", "signed", "duration", "ignore"));
  for (std::size_t c = 0; c < 6; ++c) EXPECT_EQ(mapping.columns[c].table, "") << mapping.columns[c].column;
  const auto list = imported(tables, mapping);
  EXPECT_EQ(list.agreements, 3U) << "each sheet numbers its rows from 1";
  EXPECT_THAT(column(list, "agreements", "title"), ::testing::UnorderedElementsAre("Un", "Deux", "Trois"));
}

TEST(ImportList, TakesFromOneCellWhatItSaysOfSeveralFields) {
  const auto tables = lists({{"l", "N°;Partenaire;Signature;Début;Fin;Durée;Reconduction;Préavis;Statut\n"
                                   "1;Lens;2020;2021-2026;;1 an renouvelable 2 fois par tacite reconduction;;3 mois avant l’échéance;Résiliée le 15/03/2023\n"
                                   "2;Arras;2020;2021;;3 ans;tacite reconduction annuelle;;En cours de signature\n"
                                   "3;Douai;2020;2021;;illimitée;;;Échue\n"}});
  const auto list = imported(tables, guess_mapping(tables));
  const auto all = [&](const char* name) { return column(list, "agreements", name); };
  EXPECT_THAT(all("valid_from"), ElementsAre("2021", "2021", "2021"));
  EXPECT_THAT(all("valid_to"), ElementsAre("2026", "", ".."));
  EXPECT_THAT(all("duration"), ElementsAre("P1Y", "P3Y", ""));
  EXPECT_THAT(all("renewal"), ElementsAre("tacit", "tacit", ""));
  EXPECT_THAT(all("max_renewals"), ElementsAre("2", "", ""));
  EXPECT_THAT(all("renewal_duration"), ElementsAre("", "P1Y", ""));
  EXPECT_THAT(all("notice"), ElementsAre("P3M", "", ""));
  EXPECT_THAT(all("terminated"), ElementsAre("2023-03-15", "", ""));
  EXPECT_THAT(all("stage"), ElementsAre("signed", "announced", "signed"));
  EXPECT_THAT(all("note"), ElementsAre("Statut : Résiliée le 15/03/2023", "", "Statut : Échue"));
  EXPECT_THAT(kinds_of(list), ElementsAre(Note::doubtful, Note::doubtful));
}

TEST(ImportList, RefusesAQuoteThatSwallowsRows) {
  const auto part_of = [](const char* text) -> std::string {
    try {
      workbook_of_csv(text, "l");
    } catch (const CannotReadWorkbook& fault) {
      return fault.reason + " " + fault.part;
    }
    return "read";
  };
  EXPECT_EQ(part_of("a;b\n\"1;2\n3;4\n"), "open_quote 2") << "never closed";
  EXPECT_EQ(part_of("a;b\n1;2\n\"3;4\n\"5\";6\n"), "open_quote 3") << "closed by the next quote";
  EXPECT_EQ(part_of("a;b\n\"1\n2\";3\n"), "read") << "a cell of two lines";
  EXPECT_EQ(part_of("a;b\n\"1\" x;3\n"), "read");
}

TEST(ImportList, ReadsStrayBytesOfAnotherEncodingAlone) {
  const auto tables = list_tables(workbook_of_csv("N°;Intitulé;Partenaire\n1;Santé;Béthune\n2;\xC9t\xE9;Lens\n3;Été;Douai\n", "l"));
  EXPECT_EQ(tables[0].headers[1], "Intitulé");
  EXPECT_EQ(tables[0].rows[1].cells[1].text, "Été");
  EXPECT_EQ(tables[0].rows[2].cells[1].text, "Été");
  const auto marked = list_tables(workbook_of_csv("\xEF\xBB\xBFN°;Intitulé\n1;Santé\n2;\xC9t\xE9\n3;Été\n", "l"));
  EXPECT_EQ(marked[0].headers[0], "N°");
  EXPECT_EQ(marked[0].rows[1].cells[1].text, "Été");
  EXPECT_EQ(list_tables(workbook_of_csv("N\xB0;Intitul\xE9\n1;Sant\xE9\n", "l"))[0].headers[1], "Intitulé") << "Windows-1252 all of it";
}

TEST(ImportList, MakesATextOfWhatASpreadsheetWouldRun) {
  const auto tables = lists({{"l", "N°;Intitulé;Partenaire;Signature\n1;=HYPERLINK(1);+cmd|' /C calc'!A0;2020\n2;- Deux;Lens;2021\n"}});
  const auto list = imported(tables, guess_mapping(tables));
  EXPECT_EQ(column(list, "agreements", "title")[0], "’=HYPERLINK(1)");
  EXPECT_THAT(column(list, "institutions", "name"), ::testing::Contains("’+cmd")) << "the first of two";
  EXPECT_THAT(kinds_of(list), ::testing::Contains(Note::doubtful));
}

TEST(ImportList, KeepsTheIdOfAnAgreementWhoseReferenceGoesToAnotherToo) {
  const std::string header = "Référence;Intitulé;Partenaire;Signature\n", first = "2023-05;Mobilité;Lens;01/02/2023\n",
                    second = "2023-05;Avenant à la mobilité;Lens;03/04/2024\n";
  const auto ids = [](const std::string& text, const DataSet* known) {
    const auto tables = lists({{"l", text}});
    auto list = imported(tables, guess_mapping(tables), known);
    auto found = column(list, "agreements", "id");
    std::ranges::sort(found);
    return found;
  };
  const auto package = [&](const char* title, const char* id) {
    DataSetBuilder builder;
    builder.add(AgreementRow{.id = id, .title = title, .reference = "2023-05"});
    return builder.finish();
  };
  const auto made = package("Mobilité", "2023-05");
  EXPECT_THAT(ids(header + first + second, &made.data), ElementsAre("2023-05", ::testing::StartsWith("a-")));
  const auto by_hand = package("Mobilité des étudiants", "mobilite");
  EXPECT_THAT(ids(header + first, &by_hand.data), ElementsAre("mobilite")) << "an agreement is known by its reference, whatever its id";
  EXPECT_THAT(ids(header + first + second, &by_hand.data), ElementsAre(::testing::StartsWith("a-"), ::testing::StartsWith("a-")));
}

TEST(ImportList, TellsWhoSignedFromAsWhat) {
  const auto tables = lists({{"l", "N°;Intitulé;Partenaire;Signataires\n"
                                   "1;Un;Lens;Mme Hélène Dastier, présidente\n"
                                   "2;Deux;Arras;Mme Hélène Dastier / Paul Vidal (maire)\n"
                                   "3;Trois;Douai;Le Goff, Anne\n"
                                   "4;Quatre;Douai;Pr Jean Roy – vice-président délégué\n"}});
  const auto list = imported(tables, guess_mapping(tables));
  EXPECT_THAT(column(list, "people", "name"), ElementsAre("Hélène Dastier", "Paul Vidal", "Le Goff, Anne", "Jean Roy"));
  EXPECT_THAT(column(list, "signatures", "capacity"), ElementsAre("présidente", "", "maire", "", "vice-président délégué"));
}

TEST(ImportList, TakesWhatIsToBeSignedForAnnounced) {
  const auto tables = lists({{"l", "N°;Intitulé;Partenaire;Date de signature\n1;Un;Lens;en cours de signature\n2;Deux;Arras;12/03/2024\n"
                                   "3;Trois;Douai;courant 2025 peut-être\n4;Quatre;Lens;bientôt\n5;Cinq;Arras;à voir\n"}});
  const auto list = imported(tables, guess_mapping(tables));
  EXPECT_THAT(column(list, "agreements", "stage"), ElementsAre("announced", "", "", "", ""));
  EXPECT_EQ(column(list, "agreements", "signed")[1], "2024-03-12") << "few days that can be read do not make it another column";
  EXPECT_THAT(column(list, "agreements", "note")[3], HasSubstr("bientôt"));
}

TEST(ImportList, LeavesOutHeadingsAndSumsAndSaysSo) {
  const auto tables = lists({{"l", "N°;Intitulé;Partenaire;Montant\nANNÉE 2020;;;\n1;Un;Lens;10\n2;Sans partie;;5\nTOTAL;;;15\n;Nb de conventions;1;\n"}});
  const auto list = imported(tables, guess_mapping(tables));
  EXPECT_THAT(column(list, "agreements", "id"), ElementsAre("1"));
  EXPECT_THAT(kinds_of(list), ElementsAre(Note::heading, Note::no_parties, Note::heading, Note::heading));
}

TEST(ImportList, TakesPartiesBelowTheirAgreement) {
  const auto tables = lists({{"l", "N°;Intitulé;Partenaire\n1;Un;Lens\n;;Arras\n;;Douai\n2;Deux;Lens\n"}});
  const auto list = imported(tables, guess_mapping(tables));
  EXPECT_THAT(column(list, "parties", "agreement"), ElementsAre("1", "1", "1", "2"));
  EXPECT_THAT(kinds_of(list), ElementsAre(Note::continued, Note::continued));
  // Where a list gives no more than parties, each row is an agreement.
  const auto bare = lists({{"l", "Partenaires\nLens|Arras\nDouai|Arras\n"}});
  EXPECT_EQ(imported(bare, guess_mapping(bare)).agreements, 2U);
}

TEST(ImportList, KeepsAgreementsWithOneNumberApart) {
  const std::string head = "N°;Intitulé;Partenaire;Montant\n", a = "7;Fête de la science;Lens;10\n", b = "7;Volet de l’Oise;Arras;20\n";
  for (const auto& rows : {a + b, b + a}) {
    const auto tables = lists({{"l", head + rows}});
    const auto list = imported(tables, guess_mapping(tables));
    EXPECT_THAT(column(list, "agreements", "id"), ElementsAre("7", "7-2"));
    EXPECT_THAT(column(list, "agreements", "title"), ElementsAre("Fête de la science", "Volet de l’Oise"));
    EXPECT_THAT(kinds_of(list), ElementsAre(Note::same_id));
  }
}

// Two agreements with one number, and their parties in a table of its own.
const std::string two_of_one_number = "id,title,signed\nM,Convention of the sea,1973-11-02\nM,Protocol on oil,1978-02-17\nN,Charter,1980\n";

TEST(ImportList, AttachesPartiesToNoneOfTwoAgreementsWithTheirNumber) {
  const auto tables = lists({{"agreements", two_of_one_number}, {"parties", "id,partner\nM,Lens\nN,Arras\nM,Douai\n"}});
  const auto list = imported(tables, guess_mapping(tables));
  EXPECT_THAT(column(list, "parties", "institution"), ElementsAre("arras"));
  std::vector<std::uint32_t> rows;
  for (const auto& note : list.notes) {
    if (note.kind == Note::unattached) rows.push_back(note.row);
  }
  EXPECT_THAT(rows, ElementsAre(2U, 4U)) << "each row is told";
  EXPECT_EQ(std::ranges::count(kinds_of(list), Note::no_parties), 2);
}

TEST(ImportList, AttachesPartiesToTheAgreementThatAnotherColumnNames) {
  const auto tables = lists({{"agreements", two_of_one_number}, {"parties", "id,signed,partner\nM,1978-02-17,Lens\nM,1973-11-02,Arras\nM,1978-02-17,Douai\n"}});
  auto mapping = guess_mapping(tables);
  for (auto& one : mapping.columns) {
    if (one.column == "id") one.field = ImportField::agreement_id;
  }
  const auto list = imported(tables, mapping);
  EXPECT_THAT(column(list, "agreements", "title"), ElementsAre("Convention of the sea", "Protocol on oil"));
  EXPECT_THAT(column(list, "parties", "agreement"), ElementsAre("M", "M-2", "M-2"));
  EXPECT_THAT(column(list, "parties", "institution"), ElementsAre("arras", "lens", "douai"));
}

TEST(ImportList, KeepsOneAgreementWhoseDaysItsPartiesSayOtherwise) {
  // A column of the parties' own days that was taken for the agreement's splits it no more: it is told.
  const auto tables = lists({{"agreements", "reference,title,signed\nM,Convention of the sea,1973-11-02\n"},
                             {"parties", "reference,title,signed,partner\nM,Convention of the sea,1974,Lens\nM,Convention of the sea,1975,Arras\n"}});
  const auto list = imported(tables, guess_mapping(tables));
  EXPECT_THAT(column(list, "agreements", "signed"), ElementsAre("1973-11-02"));
  EXPECT_THAT(column(list, "parties", "institution"), ElementsAre("lens", "arras"));
  EXPECT_THAT(kinds_of(list), ElementsAre(Note::conflicting, Note::conflicting));
}

TEST(ImportList, PutsRowsOfOneNumberTogetherInWhateverOrderTheyStand) {
  const std::string first = "First,1994-07-28,", second = "Second part,1995-08-04,";
  for (const std::string number : {"id", "reference"}) {
    std::vector<std::string> rows{first + "Lens", second + "Lens", first + "Arras", second + "Douai", first + "Douai", second + "Arras"};
    std::ranges::sort(rows);
    std::optional<std::vector<std::vector<std::string>>> expected;
    do {
      std::string text = number + ",title,signed,partner\n";
      for (const auto& row : rows) text.append("U,").append(row).append("\n");
      const auto tables = lists({{"l", text}});
      const auto list = imported(tables, guess_mapping(tables));
      std::vector<std::vector<std::string>> parties{column(list, "agreements", "id"), column(list, "agreements", "title")};
      for (std::size_t p = 0; p < column(list, "parties", "agreement").size(); ++p) {
        parties.push_back({column(list, "parties", "agreement")[p], column(list, "parties", "institution")[p]});
      }
      std::ranges::sort(parties.begin() + 2, parties.end());
      if (!expected) expected = parties;
      ASSERT_EQ(parties, *expected) << text;
    } while (std::ranges::next_permutation(rows).found);
    EXPECT_THAT((*expected)[0], SizeIs(2));
    EXPECT_THAT(*expected, SizeIs(8)) << "three parties each";
  }
}

TEST(ImportList, KeepsOfWhatContradictsWhatMostRowsSay) {
  const auto tables = lists({{"l", "id,title,signed,partner\nC,Autre,2024,Lens\nC,Santé,2024,Arras\nC,Santé,2024,Douai\n"}});
  const auto list = imported(tables, guess_mapping(tables));
  EXPECT_THAT(column(list, "agreements", "title"), ElementsAre("Santé"));
  ASSERT_THAT(list.notes, SizeIs(1));
  EXPECT_EQ(list.notes[0].row, 2U);
}

TEST(ImportList, TellsAReferenceOfSeveralAgreements) {
  const auto tables = lists({{"l", "Référence;Partenaire;Montant\nCP-1;Lens;10\nCP-1;Arras;20\nCP-2;Douai;30\n"}});
  const auto list = imported(tables, guess_mapping(tables));
  ASSERT_THAT(kinds_of(list), ElementsAre(Note::same_reference));
  EXPECT_EQ(list.notes[0].value, "CP-1");
  const auto ids = column(list, "agreements", "id");
  EXPECT_THAT(list.notes[0].taken, ::testing::AllOf(::testing::HasSubstr(ids[1]), ::testing::HasSubstr(ids[2])));
}

TEST(ImportList, TellsATypeWithoutACodeOnce) {
  const auto tables = lists({{"l", "N°;Type;Partenaire\n1;Convention de partenariat;Lens\n2;Accord-cadre;Arras\n3;Convention de Partenariat;Douai\n4;Convention;Lens\n5;MOU;Lens\n"}});
  auto mapping = guess_mapping(tables);
  auto list = imported(tables, mapping);
  EXPECT_THAT(column(list, "agreements", "type"), ElementsAre("other", "framework_agreement", "other", "other", "other"));
  EXPECT_THAT(column(list, "agreements", "note"), ElementsAre("Type : Convention de partenariat", "", "Type : Convention de Partenariat", "", "Type : MOU"));
  ASSERT_THAT(kinds_of(list), ElementsAre(Note::unknown_code, Note::unknown_code));
  EXPECT_EQ(list.notes[0].value, "Convention de partenariat");
  EXPECT_EQ(list.notes[0].row, 2U);
  EXPECT_EQ(list.notes[0].count, 2U);
  mapping.columns[1].codes = "Convention de partenariat=cooperation_protocol|MOU=letter_of_intent";
  list = imported(tables, mapping);
  EXPECT_THAT(column(list, "agreements", "type"), ElementsAre("cooperation_protocol", "framework_agreement", "cooperation_protocol", "other", "letter_of_intent"));
  EXPECT_THAT(list.notes, IsEmpty());
}

TEST(ImportList, TellsMonthsThatASpreadsheetShowsForDays) {
  Workbook book;
  auto& sheet = book.sheets.emplace_back(WorkbookSheet{"S", false, {}, {}});
  const auto text = [](const char* t) { return SheetCell{SheetCell::Kind::text, t, false}; };
  const auto date = [](const char* t) { return SheetCell{SheetCell::Kind::date, t, false}; };
  sheet.rows.push_back({1, {text("N°"), text("Partenaires"), text("Signature"), text("Fin")}});
  sheet.rows.push_back({2, {text("1"), text("CHU de Lille\nInserm"), date("2024-07-08"), date("2026-07")}});
  sheet.rows.push_back({3, {text("2"), text("Lens"), date("2024-09"), date("2027-12")}});
  const auto tables = list_tables(book);
  const auto list = imported(tables, guess_mapping(tables));
  EXPECT_THAT(column(list, "agreements", "valid_to"), ElementsAre("2026-07", "2027-12"));
  EXPECT_THAT(column(list, "parties", "institution"), ElementsAre("chu-de-lille", "inserm", "lens"));
  ASSERT_THAT(kinds_of(list), ElementsAre(Note::month_only, Note::month_only));
  EXPECT_EQ(list.notes[0].column, "Fin");
  EXPECT_EQ(list.notes[0].count, 2U);
}

TEST(ImportList, TakesAYearThatStandsForNoEndAsWithoutTerm) {
  const auto tables = lists({{"l", "N°;Partenaire;Signature;Fin\n1;Lens;2020-01-01;31/12/9999\n2;Lille;2021-01-01;31/12/9999\n3;Inserm;2021-01-01;31/12/2030\n"}});
  const auto list = imported(tables, guess_mapping(tables));
  EXPECT_THAT(column(list, "agreements", "valid_to"), ElementsAre("..", "..", "2030-12-31"));
  ASSERT_THAT(kinds_of(list), ElementsAre(Note::no_term));
  EXPECT_EQ(list.notes[0].count, 2U);
}

TEST(ImportList, KnowsCountriesByTheirNames) {
  const auto tables = lists({{"l", "N°;Partenaire;Pays\n1;UGA;Allemagne\n2;Lens;FRANCE\n3;Oslo;norway\n4;Porto;PRT\n5;Gand;be\n6;Zzyx;Atlantide\n"}});
  auto options = options_for(nullptr);
  options.registry = RegistryUse::likely;
  const auto list = import_list(tables, guess_mapping(tables), options);
  EXPECT_THAT(column(list, "institutions", "country"), ::testing::UnorderedElementsAre("DE", "FR", "NO", "PT", "BE", ""));
  EXPECT_THAT(kinds_of(list), ElementsAre(Note::unread)) << "what is no country is told";
  EXPECT_EQ(std::ranges::count(column(list, "institutions", "name"), "UGA"), 1) << "no French body abroad";
}

TEST(ImportList, PartsWhatStandsBesideNamesWhereverItsColumnIs) {
  const auto tables = lists({{"l", "Rôle,N°,Partenaires\nfinanceur ; bénéficiaire,1,Lens ; Arras\n"}});
  auto mapping = guess_mapping(tables);
  mapping.columns[0].field = ImportField::party_role;
  mapping.columns[0].group = mapping.columns[2].group;
  const auto list = imported(tables, mapping);
  EXPECT_THAT(column(list, "parties", "role"), ElementsAre("funder", "beneficiary"));
  EXPECT_THAT(list.notes, IsEmpty());
}

TEST(ImportList, KeepsARoleWithoutACodeInTheNoteOfTheParty) {
  const auto tables = lists({{"l", "N°;Partenaire;Rôle\n1;Lens;Prestataire\n1;Arras;Financeur\n"}});
  const auto list = imported(tables, guess_mapping(tables));
  EXPECT_THAT(column(list, "parties", "role"), ElementsAre("", "funder"));
  EXPECT_THAT(column(list, "parties", "note"), ElementsAre("Prestataire", ""));
  EXPECT_THAT(kinds_of(list), ElementsAre(Note::unknown_code));
}

TEST(ImportList, TakesNoNameForNothingWithoutSayingSo) {
  const auto tables = lists({{"l", "N°,Partenaires,Signataire,Montant\n1,Lens ; NA,So,NC\n"}});
  auto mapping = guess_mapping(tables);
  auto list = imported(tables, mapping);
  EXPECT_THAT(column(list, "institutions", "name"), ElementsAre("Lens"));
  EXPECT_THAT(column(list, "people", "name"), ElementsAre("So"));
  EXPECT_THAT(kinds_of(list), ElementsAre(Note::perhaps_name)) << "of an amount NC says nothing";
  mapping.columns[1].codes = "NA=Nord Actif";
  list = imported(tables, mapping);
  EXPECT_THAT(column(list, "institutions", "name"), ::testing::UnorderedElementsAre("Lens", "Nord Actif"));
}

TEST(ImportList, TellsCellsThatMayNameSeveral) {
  const auto tables = lists({{"l", "N°;Partenaires\n1;CHU de Lille – Inserm\n2;Artois – Lys\n"}});
  auto mapping = guess_mapping(tables);
  mapping.columns[1].separator.clear();
  const auto list = imported(tables, mapping);
  EXPECT_THAT(kinds_of(list), ElementsAre(Note::perhaps_several));
  EXPECT_EQ(list.notes[0].taken, "–");
}

TEST(ImportList, TakesTheSameAsOfPeopleAndOfNamesInTheList) {
  DataSetBuilder builder;
  builder.add(PersonRow{.id = "anne-martin", .name = "Anne Martin"});
  const auto known = builder.finish().data;
  const auto tables = lists({{"l", "N°,Partenaires,Signataires\n1,ARS HDF ; Lens,A. Martin\n2,ARS Hauts-de-France,Mme Anne Martin\n"}});
  auto mapping = guess_mapping(tables);
  mapping.same_as = {{"A. Martin", "anne-martin"}, {"ARS HDF", "ARS Hauts-de-France"}};
  const auto list = import_list(tables, mapping, options_for(&known));
  EXPECT_THAT(column(list, "signatures", "person"), ElementsAre("anne-martin", "anne-martin"));
  EXPECT_THAT(column(list, "institutions", "name"), ElementsAre("ARS Hauts-de-France", "Lens"));
  EXPECT_THAT(column(list, "parties", "institution"), ElementsAre("ars-hauts-de-france", "lens", "ars-hauts-de-france"));
}

TEST(ImportList, TellsNewNamesThatAreNearlyAlike) {
  const auto tables = lists({{"l", "N°,Partenaires,Signataires\n"
                                   "1,Conseil départemental de la Somme ; CHU Amiens-Picardie ; ARS HDF ; Université d’Artois,Jean-Marc Petit\n"
                                   "2,Conseil départementale de la Somme ; CCI Amiens-Picardie ; ARS Hauts-de-France ; Université d’Artois (Arras),J.-M. Petit\n"
                                   "3,Conseil départemental de l’Oise ; Conseil départemental de l’Aisne,Jean Petit\n"}});
  const auto list = imported(tables, guess_mapping(tables));
  std::vector<std::string> pairs;
  for (const auto& note : list.notes) pairs.push_back(note.value + " = " + note.taken);
  EXPECT_THAT(pairs, ::testing::UnorderedElementsAre("ARS HDF = ARS Hauts-de-France", "Conseil départementale de la Somme = Conseil départemental de la Somme",
                                                     "Université d’Artois (Arras) = Université d’Artois", "Jean-Marc Petit = J.-M. Petit"));
}

TEST(ImportList, RefusesMergedCellsThatCoverTheSheetAgainAndAgain) {
  Workbook book;
  auto& sheet = book.sheets.emplace_back(WorkbookSheet{"S", false, {}, {}});
  sheet.rows.push_back({1, {{SheetCell::Kind::text, "N°", false}, {SheetCell::Kind::text, "Partenaire", false}}});
  for (std::uint32_t r = 1; r < 100; ++r) {
    sheet.rows.push_back({r + 1, {{SheetCell::Kind::text, "1", false}, {SheetCell::Kind::text, "Lens", false}}});
    sheet.merged.push_back({r, 0, 1'048'575, 16'383});
  }
  EXPECT_THROW(list_tables(book), CannotReadWorkbook);
}

TEST(ImportList, TakesNoFileGoneWrongForNames) {
  std::string names;
  for (int i = 0; i < 20'000; ++i) names += "Lens " + std::to_string(i) + "\n";
  const auto tables = lists({{"l", "N°;Partenaire\n1;\"" + names + "\"\n2;Arras\n"}});
  const auto list = imported(tables, guess_mapping(tables));
  EXPECT_THAT(column(list, "institutions", "name"), ElementsAre("Arras"));
  EXPECT_THAT(kinds_of(list), ElementsAre(Note::unread, Note::no_parties));
}

TEST(ImportList, TellsOfColumnsItTakesNothingOf) {
  const auto tables = lists({{"l", "N°;Partenaire;Couleur\n1;Lens;bleu\n"}});
  const auto list = imported(tables, guess_mapping(tables));
  ASSERT_THAT(kinds_of(list), ElementsAre(Note::column_left));
  EXPECT_EQ(list.notes[0].column, "Couleur");
}

TEST(Mapping, SaysTheLineOfWhatDoesNotFitWhateverStandsBeforeIt) {
  const auto tables = lists({{"registre", one_row_an_agreement}});
  std::vector<MappingFault> faults;
  const auto mapping = read_mapping("table,column,field,value,codes\n,,same_as,CHRU,chu\n,Intitulé,titel,,\n,Partenaire,party,,\n", faults);
  const auto unfit = misfits(mapping, tables);
  ASSERT_THAT(unfit, SizeIs(1));
  EXPECT_EQ(unfit[0].row, 4U);
}

MappedColumn mapped(std::string column, ImportField field, std::string value = {}, std::string codes = {}) {
  MappedColumn mapped;
  mapped.column = std::move(column);
  mapped.field = field;
  mapped.value = std::move(value);
  mapped.codes = std::move(codes);
  return mapped;
}

const Mapping by_code{{mapped("n", ImportField::agreement_id), mapped("", ImportField::title, "{acronym} – {topic}"),
                       mapped("topic", ImportField::title), mapped("name", ImportField::party), mapped("", ImportField::party_id, "pic-{pic}"),
                       mapped("short", ImportField::party_short_name), mapped("land", ImportField::party_country, {}, "UK=GB"),
                       mapped("role", ImportField::party_role, {}, "Coordinator=lead|Participant=|Thirdparty=associated"),
                       mapped("sum", ImportField::party_amount_eur)},
                      {}};
const std::string head_by_code = "n,acronym,topic,pic,name,short,land,role,sum\n";

TEST(ImportList, TellsInstitutionsApartByTheirCode) {
  const std::string rows = "1,A,Health,11,INSTITUT X,IX,FR,Coordinator,5\n1,A,Health,22,,NA,NA,Participant,7\n2,B,NA,11,Institute X,IX,FR,Participant,1\n"
                           "3,NA,Energy,11,Institute X,IX,FR,Participant,1\n3,NA,Energy,NA,INSTITUTE X,NA,NA,Participant,NA\n"
                           "3,NA,Energy,22,Lab of Y,NA,UK,Thirdparty,7\n";
  const auto list = imported(lists({{"l", head_by_code + rows}}), by_code);
  EXPECT_THAT(column(list, "agreements", "title"), ElementsAre("A – Health", "", "Energy"));
  EXPECT_THAT(column(list, "institutions", "id"), ElementsAre("pic-11", "pic-22"));
  EXPECT_THAT(column(list, "institutions", "name"), ElementsAre("Institute X", "Lab of Y"));
  EXPECT_THAT(column(list, "institutions", "aliases"), ElementsAre("INSTITUT X", ""));
  EXPECT_THAT(column(list, "institutions", "country"), ElementsAre("FR", "GB"));
  EXPECT_THAT(column(list, "parties", "institution"), ElementsAre("pic-11", "pic-22", "pic-11", "pic-11", "pic-22"));
  EXPECT_THAT(list.notes, IsEmpty());
}

TEST(ImportList, UnitesAPartyThatIsNamedTwice) {
  const auto list = imported(lists({{"l", head_by_code + "1,A,B,11,X,,,Participant,5\n1,A,B,11,X,,,Thirdparty,5\n1,A,B,22,Y,,,Coordinator,\n"
                                                         "1,A,B,22,Y,,,Participant,8\n1,A,B,22,Y,,,Participant,9\n"}}), by_code);
  EXPECT_THAT(column(list, "parties", "role"), ElementsAre("associated", "lead"));
  EXPECT_THAT(column(list, "parties", "amount_eur"), ElementsAre("5", "8"));
  ASSERT_THAT(list.notes, SizeIs(1));
  EXPECT_EQ(list.notes[0].kind, Note::conflicting);
  EXPECT_EQ(list.notes[0].value, "9");
  EXPECT_EQ(list.notes[0].row, 6U);
}

TEST(ImportList, LeavesNoNameToTwoInstitutions) {
  const std::string rows = "1,A,B,11,Institute,CN,FR,,\n1,A,B,22,Institute,CN,IT,,\n1,A,B,33,Institute,Z,IT,,\n1,A,B,44,Thales,T,FR,,\n"
                           "1,A,B,55,Thales Avionics,Thales,FR,,\n1,A,B,66,Other,CN,IT,,\n";
  const auto list = imported(lists({{"l", head_by_code + rows}}), by_code);
  EXPECT_THAT(column(list, "institutions", "name"),
              ElementsAre("Institute (FR)", "Institute (pic-22)", "Institute (pic-33)", "Thales", "Thales Avionics", "Other"));
  EXPECT_THAT(column(list, "institutions", "short_name"), ElementsAre("CN (FR)", "", "Z", "T", "", ""));
}

TEST(ImportList, LeadsEveryRowBackToItsOwnFile) {
  const auto tables = [] {
    auto made = lists({{"a", head_by_code + "1,A,B,11,X,,,,\n1,A,B,22,Y,,,,\n2,C,D,11,X,,,,\n1,A,B,33,Z,,,,\n"}, {"b", head_by_code + "1,A,B,22,Y,,,,\n"}});
    made[1].file = 1;
    return made;
  }();
  const auto list = import_list(tables, by_code, {.sources = {{"a", "A", "a.csv", false}, {"b", "B", "b.csv", true}}, .known = nullptr});
  EXPECT_THAT(column(list, "sources", "file"), ElementsAre("a.csv", "b.csv"));
  EXPECT_THAT(column(list, "evidence", "row"), ElementsAre("1", "1", "1/pic-11", "1/pic-22", "1/pic-22", "1/pic-33", "2", "2/pic-11", "pic-11", "pic-22", "pic-33"));
  EXPECT_THAT(column(list, "evidence", "locator"),
              ElementsAre("l. 2-3, 5", "b, l. 2", "l. 2", "l. 3", "b, l. 2", "l. 5", "l. 4", "l. 4", "l. 2", "l. 3", "l. 5"));
}

TEST(ImportList, KnowsThemesByTheirSynonyms) {
  DataSetBuilder builder;
  builder.add(ThemeRow{.code = "energy", .label_fr = "Énergie", .label_en = "Energy", .synonyms = {"Secure, clean and efficient energy"}});
  const auto known = builder.finish().data;
  const auto tables = lists({{"l", "N°;Partenaires;Thème\n1;Lens|Arras;secure, clean and efficient energy\n"}});
  const auto list = import_list(tables, guess_mapping(tables), options_for(&known));
  EXPECT_THAT(column(list, "agreements", "themes"), ElementsAre("energy"));
  EXPECT_EQ(list.tables.find("themes"), nullptr);
}

TEST(Mapping, SaysWhichColumnOfAComposedValueIsGone) {
  const auto faults = misfits(by_code, lists({{"l", "n,acronym,topik,pic,name,short,land,role,sum\n1,A,B,1,X,,,,\n"}}));
  ASSERT_THAT(faults, SizeIs(2));
  EXPECT_EQ(faults[0].kind, MappingFault::Kind::unknown_column);
  EXPECT_EQ(faults[0].value, "topic");
  EXPECT_EQ(faults[0].hint, "topik");
}

TEST(Mapping, IsTheSameAfterAFile) {
  const auto tables = lists({{"registre", one_row_an_agreement}});
  auto mapping = guess_mapping(tables);
  mapping.columns[2].codes = "Convention=other|Contrat=funding_agreement";
  mapping.same_as.push_back({"CHRU, Lille", "chu-lille"});
  std::vector<MappingFault> faults;
  EXPECT_EQ(mapping_csv(read_mapping(mapping_csv(mapping), faults)).substr(0, 400), mapping_csv(mapping).substr(0, 400));
  EXPECT_THAT(faults, IsEmpty());
}

TEST(Mapping, SaysWhatNoLongerFits) {
  const auto tables = lists({{"registre", one_row_an_agreement}});
  std::vector<MappingFault> faults;
  const auto mapping = read_mapping("table,column,field\n,Partenaire,party\nautre,N°,id\n,Intitulé,titel\n,,type\n", faults);
  ASSERT_THAT(faults, SizeIs(2));
  EXPECT_EQ(faults[0].kind, MappingFault::Kind::unknown_field);
  EXPECT_EQ(faults[0].hint, "title");
  EXPECT_EQ(faults[1].kind, MappingFault::Kind::nothing_to_take);
  const auto unfit = misfits(mapping, tables);
  ASSERT_GE(unfit.size(), 2U);
  EXPECT_EQ(unfit[0].kind, MappingFault::Kind::unknown_column);
  EXPECT_EQ(unfit[0].hint, "Partenaires");
  EXPECT_EQ(unfit[1].kind, MappingFault::Kind::unknown_table);
  read_mapping("id,parties\n", faults);
  EXPECT_EQ(faults.back().kind, MappingFault::Kind::not_a_mapping);
}

TEST(Merge, ChangesNothingTheSecondTime) {
  const auto tables = lists({{"registre", one_row_an_agreement}});
  const auto list = imported(tables, guess_mapping(tables));
  TextTables all;
  EXPECT_THAT(merge(all, list.tables, {"institutions"}), ::testing::Not(IsEmpty()));
  EXPECT_THAT(merge(all, list.tables, {"institutions"}), IsEmpty());
  auto later = list.tables;
  later["agreements"].at(0, "title") = "Santé publique";
  later["institutions"].at(0, "name") = "autre";
  const auto changes = merge(all, later, {"institutions"});
  ASSERT_THAT(changes, SizeIs(1));
  EXPECT_EQ(changes[0].before, "Santé");
  EXPECT_EQ(changes[0].after, "Santé publique");
}

TEST(ListTables, TakeAMergedRowForAHeading) {
  Workbook book;
  auto& sheet = book.sheets.emplace_back(WorkbookSheet{"S", false, {}, {}});
  const auto text = [](const char* t) { return SheetCell{*t == 0 ? SheetCell::Kind::empty : SheetCell::Kind::text, t, false}; };
  sheet.rows.push_back({1, {text("N°"), text("Partenaire"), text("Signature"), text("Montant")}});
  sheet.rows.push_back({2, {text("ANNÉE 2020"), text(""), text(""), text("")}});
  sheet.rows.push_back({3, {text("1"), text("Lens"), text("2020"), text("5")}});
  sheet.merged = {{1, 0, 1, 3}};
  const auto tables = list_tables(book);
  ASSERT_THAT(tables, SizeIs(1));
  EXPECT_THAT(tables[0].rows, SizeIs(1));
  ASSERT_THAT(tables[0].headings, SizeIs(1));
  EXPECT_EQ(tables[0].headings[0], (std::pair<std::uint32_t, std::string>(2, "ANNÉE 2020")));
}

TEST(WorkbookOfCsv, KnowsItsDelimiterByItsLines) {
  const auto table = [](const std::string& text) {
    const auto tables = list_tables(workbook_of_csv(text, "l"));
    return tables.empty() ? std::vector<std::string>{} : tables[0].headers;
  };
  EXPECT_THAT(table("sep=;\r\nN°;Partenaire\r\n1;Lens, Arras\r\n"), ElementsAre("N°", "Partenaire"));
  EXPECT_THAT(table("Registre de l’office, au 1er mars, mis à jour\n\nN°;Partenaire\n1;Lens\n2;Arras\n"), ElementsAre("N°", "Partenaire"));
  EXPECT_THAT(table("N°\tPartenaire\n1\tLens, Arras\n"), ElementsAre("N°", "Partenaire"));
  EXPECT_THAT(table("N°;Partenaire\n1;\"Lens;Arras\nDouai\"\n"), ElementsAre("N°", "Partenaire"));
  const std::string utf16("\xFF\xFEN\0;\0P\0a\0r\0t\0i\0e\0\n\0" "1\0;\0L\0\n\0", 28);
  EXPECT_THAT(table(utf16), ElementsAre("N", "Partie"));
  EXPECT_EQ(list_tables(workbook_of_csv("sep=;\nN°;Partenaire\n1;Lens\n", "l"))[0].rows[0].number, 3U) << "as the file counts";
}

TEST(ListTables, FindTheHeaderBelowATitleAndAcrossMergedCells) {
  Workbook book;
  auto& sheet = book.sheets.emplace_back(WorkbookSheet{"S", false, {}, {}});
  const auto text = [](const char* t) { return SheetCell{*t == 0 ? SheetCell::Kind::empty : SheetCell::Kind::text, t, false}; };
  sheet.rows.push_back({1, {text("Registre des conventions de l’office, édition 2024")}});
  sheet.rows.push_back({3, {text("N°"), text("Partenaire"), text(""), text("Signature")}});
  sheet.rows.push_back({4, {text(""), text("Nom"), text("Ville"), text("")}});
  sheet.rows.push_back({5, {text("1"), text("CHU"), text("Lille"), text("2020")}});
  sheet.rows.push_back({6, {text(""), text("Inserm"), text("Paris"), text("")}});
  sheet.merged = {{2, 0, 3, 0}, {2, 1, 2, 2}, {2, 3, 3, 3}, {4, 0, 5, 0}, {4, 3, 5, 3}};
  const auto tables = list_tables(book);
  ASSERT_THAT(tables, SizeIs(1));
  EXPECT_THAT(tables[0].headers, ElementsAre("N°", "Partenaire Nom", "Partenaire Ville", "Signature"));
  EXPECT_EQ(tables[0].header_row, 4U);
  ASSERT_THAT(tables[0].rows, SizeIs(2));
  EXPECT_EQ(tables[0].rows[1].cells[0].text, "1") << "a merged cell holds for every row it spans";
}

}  // namespace
}  // namespace maillage
