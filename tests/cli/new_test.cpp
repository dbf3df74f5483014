// SPDX-License-Identifier: Apache-2.0
// A register from nothing: an empty package, a workbook to fill in, a package as a workbook and back.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/program.hpp"
#include "cli/register_template.hpp"
#include "records/office/carried_mapping.hpp"
#include "tables/workbook.hpp"
#include "tables/xlsx_writer.hpp"

namespace maillage::program {
namespace {

using testing::HasSubstr;
using testing::Not;
namespace fs = std::filesystem;

TEST(New, MakesAPackageThatIsSoundWithItsExamplesAndWithoutThem) {
  for (const auto* language : {"fr", "en"}) {
    const ScratchFolder scratch;
    const auto folder = (scratch / "register").string();
    const auto done = run({"new", folder, "--lang", language});
    ASSERT_EQ(done.exit_code, 0) << done.err;
    EXPECT_THAT(done.err, HasSubstr("maillage undo"));
    const auto counts = json_of({"check", folder})["counts"];
    EXPECT_EQ(counts["errors"], 0);
    EXPECT_EQ(counts["warnings"], 0);
    EXPECT_EQ(counts["agreements"], 1);
    EXPECT_EQ(run({"undo", folder}).exit_code, 0);
    const auto after = json_of({"check", folder})["counts"];
    EXPECT_EQ(after["errors"], 0);
    EXPECT_EQ(after["agreements"], 0);
    EXPECT_EQ(run({"new", folder}).exit_code, 4);  // there is something already
    const auto added = run({"add", folder, "agreement", "--title", "A", "--party", "X", "--party", "Y", "--add-unknown", "--no-evidence", "test"});
    EXPECT_EQ(added.exit_code, 0) << added.err;
  }
}

// What an office types into the workbook comes in without a mapping.
TEST(New, TheWorkbookIsReadBackWithoutAMapping) {
  for (const auto* code : {"fr", "en"}) {
    const ScratchFolder scratch;
    ASSERT_EQ(run({"new", (scratch / "to-fill").string(), "--xlsx", "--lang", code}).exit_code, 0);
    const auto file = scratch / (std::string("to-fill/") + (std::string(code) == "fr" ? "registre.xlsx" : "register.xlsx"));
    const Language language(code);
    const auto bytes = text_of(file);
    EXPECT_EQ(bytes, register_template(language));  // the same bytes each time
    auto workbook = read_workbook(bytes);
    ASSERT_EQ(workbook.sheets.size(), 3U);
    EXPECT_TRUE(workbook.sheets[2].is_hidden);
    // A person types below the examples.
    SheetToWrite register_sheet, mapping;
    register_sheet.table.title = workbook.sheets[0].name;
    mapping.table.title = workbook.sheets[2].name;
    const auto fill = [](SheetToWrite& into, const WorkbookSheet& from) {
      for (const auto& cell : from.rows.front().cells) into.table.columns.push_back({cell.text, cell.text});
      for (std::size_t r = 1; r < from.rows.size(); ++r) {
        auto& row = into.table.rows.emplace_back(into.table.columns.size());
        for (std::size_t c = 0; c < from.rows[r].cells.size(); ++c) row[c] = Cell(from.rows[r].cells[c].text);
      }
    };
    fill(register_sheet, workbook.sheets[0]);
    fill(mapping, workbook.sheets[2]);
    auto& typed = register_sheet.table.rows.emplace_back(register_sheet.table.columns.size());
    const auto put = [&](const std::string& column, Cell cell) {
      const auto label = language.say("new.column." + column);
      const auto found = std::ranges::find(register_sheet.table.columns, label, &TableColumn::label);
      ASSERT_NE(found, register_sheet.table.columns.end()) << label;
      typed[static_cast<std::size_t>(found - register_sheet.table.columns.begin())] = std::move(cell);
    };
    put("reference", "C-17");
    put("title", "Convention de stage");
    put("type", language.label("type", "cooperation_protocol"));
    put("stage", language.label("stage", "announced"));
    put("parties", "Université de Lens\nCH de Lens; Ville de Lens");
    put("signed", std::string(code) == "fr" ? "02/2025" : "2025-02");
    put("valid_to", "..");
    put("duration", std::string(code) == "fr" ? "3 ans" : "3 years");
    put("renewal", language.label("renewal", "express"));
    put("signatories", "Jeanne Martin; Paul Dupuis");
    put("capacities", "présidente; ?");
    put("sides", "Université de Lens; CH de Lens");
    put("amount", Cell(1500.5));
    put("unit", "Direction des partenariats");
    write_text(scratch / "filled.xlsx", to_xlsx({register_sheet, mapping}, {}));
    const auto done = run({"import", (scratch / "filled.xlsx").string(), "-o", (scratch / "package").string(), "--lang", code});
    ASSERT_EQ(done.exit_code, 0) << done.err;
    const auto agreements = json_of({"list", (scratch / "package").string(), "agreements"});
    ASSERT_EQ(agreements.size(), 1U);  // the examples stay out
    EXPECT_EQ(agreements[0]["type"], "cooperation_protocol");
    EXPECT_EQ(agreements[0]["signed"], "2025-02");
    EXPECT_EQ(agreements[0]["status"], "announced");
    EXPECT_EQ(agreements[0]["valid_to"], "..");
    EXPECT_EQ(agreements[0]["amount_eur"], 1500.5);
    EXPECT_EQ(agreements[0]["parties"].size(), 3U);
    EXPECT_EQ(agreements[0]["signatories"].size(), 2U);
    const auto signatures = text_of(scratch / "package/signatures.csv");
    EXPECT_THAT(signatures, HasSubstr("jeanne-martin,universite-de-lens,présidente,signatory"));
    EXPECT_THAT(signatures, HasSubstr("paul-dupuis,ch-de-lens,,signatory"));
    const auto table = text_of(scratch / "package/agreements.csv");
    EXPECT_THAT(table, HasSubstr("P3Y"));
    EXPECT_THAT(table, HasSubstr("express"));
    EXPECT_THAT(table, HasSubstr(",announced,Direction des partenariats,"));
    EXPECT_THAT(text_of(scratch / "package/institutions.csv"), Not(HasSubstr("xempl")));
    const auto again = run({"import", (scratch / "filled.xlsx").string(), "--into", (scratch / "package").string(), "--lang", code});
    EXPECT_EQ(again.exit_code, 0) << again.err;
    EXPECT_EQ(text_of(scratch / "package/agreements.csv"), table);
  }
}

TEST(Export, OfAPackageAsAWorkbookComesBackAsTheSamePackage) {
  for (const std::string data : {"data/hauts-de-france", "data/eu-projects"}) {
    const ScratchFolder scratch;
    ASSERT_EQ(run({"export", data, "-o", (scratch / "data.xlsx").string()}).exit_code, 0);
    const auto done = run({"import", (scratch / "data.xlsx").string(), "-o", (scratch / "back").string()});
    ASSERT_EQ(done.exit_code, 0) << done.err;
    std::size_t files = 0;
    for (const auto& entry : fs::directory_iterator(fs::path(MAILLAGE_SOURCE_DIR) / data)) {
      const auto name = entry.path().filename().string();
      if (!name.ends_with(".csv") && !name.ends_with(".md") && name != "datapackage.json") continue;
      ++files;
      EXPECT_EQ(text_of(scratch / "back" / name), text_of(entry.path())) << data << " " << name;
    }
    EXPECT_GE(files, 9U);
  }
}

// A list that comes into a package leaves what it does not change as it is written, and can be taken back.
TEST(Import, IntoAPackageKeepsItsFormAndIsInItsJournal) {
  const ScratchFolder scratch;
  const auto data = copy_of_real_data(scratch);
  const std::string mark = "\xEF\xBB\xBF";
  const auto before = mark + text_of(data / "agreements.csv");
  write_text(data / "agreements.csv", before);
  write_text(scratch / "list.csv", "Référence,Intitulé,Parties,Signature\nC-1,Convention de recherche,CHU de Lille;Inserm,12/05/2025\n");
  const auto done = run({"import", (scratch / "list.csv").string(), "--guess", "--into", data.string()});
  ASSERT_EQ(done.exit_code, 0) << done.err;
  const auto after = text_of(data / "agreements.csv");
  EXPECT_TRUE(after.starts_with(before)) << "rewritten";
  EXPECT_THAT(after, HasSubstr("Convention de recherche"));
  EXPECT_EQ(json_of({"log", data.string()})[0]["command"], "import");
  ASSERT_EQ(run({"undo", data.string()}).exit_code, 0);
  EXPECT_EQ(text_of(data / "agreements.csv"), before);
  EXPECT_FALSE(fs::exists(data / "mappings/list.csv"));
}

TEST(CheckFix, OverThePackageItselfCanBeTakenBack) {
  const ScratchFolder scratch;
  const auto data = copy_of_real_data(scratch);
  const auto before = "\xEF\xBB\xBF" + text_of(data / "people.csv");
  write_text(data / "people.csv", before);
  ASSERT_EQ(run({"check", data.string(), "--fix", "-o", data.string(), "--force"}).exit_code, 0);
  EXPECT_NE(text_of(data / "people.csv"), before);
  ASSERT_EQ(run({"undo", data.string()}).exit_code, 0);
  EXPECT_EQ(text_of(data / "people.csv"), before);
}

}  // namespace
}  // namespace maillage::program
