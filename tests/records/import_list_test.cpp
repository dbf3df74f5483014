// SPDX-License-Identifier: Apache-2.0
#include "records/office/import_list.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "model/data_set_builder.hpp"

namespace maillage {
namespace {

using ::testing::ElementsAre;
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

ImportedList imported(const std::vector<ListTable>& tables, const Mapping& mapping) {
  return import_list(tables, mapping, {.source_id = "liste", .source_title = "Liste", .source_file = "liste.csv",
                                       .locator_sheet = "feuille", .locator_row = "ligne", .known = nullptr});
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
  EXPECT_EQ(mapping.columns[3].separator, "/");
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
  EXPECT_EQ(column(list, "evidence", "locator")[0], "feuille registre, ligne 2");
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
  const auto list = import_list(tables, guess_mapping(tables), {.source_id = "liste", .source_title = "Liste", .source_file = "liste.csv",
                                                                .locator_sheet = "feuille", .locator_row = "ligne", .known = &known});
  EXPECT_THAT(column(list, "signatures", "person"), ElementsAre("anne-martin-2"));
}

TEST(ImportList, TellsWhatItCannotRead) {
  const std::string phone = std::string("03 20") + " 00 00 00";  // no number, but the form of one
  const auto tables = lists({{"l", "N°;Partenaire;Signature;Siren;Note\n1;Lens;bientôt;123456789;x\n2;;2020;;\n3;Arras;2020;;appeler le " + phone + "\n"}});
  const auto list = imported(tables, guess_mapping(tables));
  std::vector<Note> kinds;
  for (const auto& note : list.notes) kinds.push_back(note.kind);
  EXPECT_THAT(kinds, ElementsAre(Note::unread, Note::unread, Note::contact, Note::no_parties));
  EXPECT_THAT(column(list, "agreements", "note"), ElementsAre("x", ""));
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
