// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "cli/program.hpp"
#include "tables/csv_reader.hpp"
#include "tables/workbook.hpp"

namespace maillage::program {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

TEST(Format, OfFourteenAgreementsIsTheSameTable) {
  const std::vector<std::string> words{"list", kData, "agreements", "--format"};
  const auto in = [&](const std::string& format) {
    auto all = words;
    all.push_back(format);
    const auto done = run(all);
    EXPECT_EQ(done.exit_code, 0) << format << done.err;
    return done.out;
  };
  EXPECT_EQ(lines_of(in("csv")).size(), 15U);
  EXPECT_THAT(in("csv"), AllOf(StartsWith("id,title,"), Not(HasSubstr("\r"))));
  EXPECT_EQ(nlohmann::json::parse(in("json")).size(), 14U);
  EXPECT_THAT(in("excel"), AllOf(StartsWith("\xEF\xBB\xBF"), HasSubstr(";"), HasSubstr("\r\n")));
  EXPECT_EQ(lines_of(in("excel")).size(), 15U);
  EXPECT_THAT(in("md"), HasSubstr("| --- |"));
  EXPECT_THAT(in("table"), HasSubstr("TernoisCom"));
}

TEST(Format, IsSaidByTheNameOfTheOutput) {
  const ScratchFolder scratch;
  for (const auto& [name, begin] : {std::pair{"a.csv", "id,"}, {"a.json", "["}, {"a.md", "|"}}) {
    EXPECT_EQ(run({"list", kData, "agreements", "-o", scratch / name}).exit_code, 0) << name;
    EXPECT_THAT(text_of(scratch / name), StartsWith(begin)) << name;
  }
}

TEST(Columns, AreKeptInTheOrderAskedFor) {
  const auto done = run({"list", kData, "agreements", "--format", "csv", "--columns", "status,id", "--top", "2"});
  EXPECT_THAT(lines_of(done.out),
              ElementsAre("status,id", "announced,chaire-chv-uphf-ia", "announced,chaire-chv-uphf-performance"));
  const auto json = json_of({"list", kData, "agreements", "--columns", "status,id", "--top", "1"});
  EXPECT_EQ(json.dump(), R"([{"status":"announced","id":"chaire-chv-uphf-ia"}])");
}

TEST(Sort, GoesUpAndDown) {
  const auto ids = [](const std::string& column) {
    return lines_of(run({"centrality", kData, "--measure", "strength", "--sort", column, "--columns", "id", "--format",
                         "csv", "--top", "2"})
                        .out);
  };
  EXPECT_THAT(ids("-strength"), ElementsAre("id", "ars-hdf", "univ-lille"));
  EXPECT_THAT(ids("strength"), ElementsAre("id", "ville-villeneuve-ascq", "cabbalr"));
  const auto json = json_of({"centrality", kData, "--measure", "strength", "--sort", "-strength", "--top", "1"});
  ASSERT_EQ(json.at("nodes").size(), 1U);
  EXPECT_EQ(json.at("nodes")[0].at("id"), "ars-hdf");
}

TEST(Terminal, FitsItsWidth) {
  Around narrow;
  narrow.environment["COLUMNS"] = "60";
  for (const auto& line : lines_of(run({"list", kData, "agreements"}, narrow).out)) {
    std::size_t width = 0;
    for (const char c : line) width += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
    EXPECT_LE(width, 60U) << line;
  }
}

TEST(Output, GoesToStandardOutputAndMessagesToStandardError) {
  const auto json = run({"hubs", kData, "--format", "json"});
  EXPECT_NO_THROW(json.json());
  const auto quiet = run({"--quiet", "list", kData, "agreements", "--format", "csv"});
  EXPECT_THAT(quiet.err, IsEmpty());
  const auto csv = run({"list", kData, "agreements", "--format", "csv"});
  EXPECT_THAT(csv.err, HasSubstr("19 December 2024"));
  EXPECT_EQ(csv.out, quiet.out);
}

TEST(Settings, ArePrintedWithEveryResult) {
  for (const std::vector<std::string>& words : {std::vector<std::string>{"list", kData, "agreements"},
                                                {"hubs", kData},
                                                {"structure", kData},
                                                {"centrality", kData, "--measure", "degree"},
                                                {"path", kData, "CHU", "ARS"},
                                                {"communities", kData}}) {
    EXPECT_THAT(run(words).out, HasSubstr("19 December 2024")) << words.front();
  }
}

TEST(Pictures, AreOfTheKindTheirNameSays) {
  const ScratchFolder scratch;
  for (const auto& [name, begin] : {std::pair{"map.svg", "<?xml"}, {"map.png", "\x89PNG"}, {"map.pdf", "%PDF"}}) {
    EXPECT_EQ(run({"draw", kData, "-o", scratch / name}).exit_code, 0) << name;
    EXPECT_THAT(text_of(scratch / name), testing::AnyOf(StartsWith(begin), StartsWith("<svg"))) << name;
  }
  EXPECT_EQ(run({"draw", kData, "-o", scratch / "map.dot"}).exit_code, 0);
  EXPECT_THAT(text_of(scratch / "map.dot"), HasSubstr("graph"));
  EXPECT_EQ(run({"timeline", kData, "-o", scratch / "time.svg"}).exit_code, 0);
  EXPECT_THAT(text_of(scratch / "time.svg"), HasSubstr("</svg>"));
}

TEST(Export, WritesEachForm) {
  const auto first_line = [](const std::string& form) {
    return lines_of(run({"export", kData, "--as", form}).out).at(0);
  };
  EXPECT_EQ(first_line("agreements"),
            "id,parties,title,type,signed,valid_from,valid_to,duration,renewal,themes,amount_eur,signatories,source");
  EXPECT_EQ(first_line("edges"), "source,target,weight,agreements");
  EXPECT_EQ(first_line("nodes"), "id,name,kind,degree,strength,hyperdegree");
  EXPECT_EQ(lines_of(run({"export", kData, "--as", "nodes"}).out).size(), 14U);
}

TEST(Export, OfAgreementsLeavesOutWhatIsOnlyAnnounced) {
  const auto done = run({"export", kData, "--as", "agreements"});
  EXPECT_EQ(lines_of(done.out).size(), 11U);
  EXPECT_THAT(done.out, Not(HasSubstr("sciences-po-lille")));
}

TEST(Export, OfThePackageIsReadBackTheSame) {
  const ScratchFolder scratch;
  ASSERT_EQ(run({"export", kData, "-o", scratch / "once"}).exit_code, 0);
  ASSERT_EQ(run({"export", scratch / "once", "-o", scratch / "twice"}).exit_code, 0);
  for (const auto& file : std::filesystem::directory_iterator(scratch / "once")) {
    EXPECT_EQ(text_of(file), text_of(scratch / "twice" / file.path().filename().string())) << file.path();
  }
  EXPECT_EQ(run({"hubs", kData}).out, run({"hubs", scratch / "twice"}).out);
}

TEST(Report, WritesPageMarkdownFiguresAndTables) {
  const ScratchFolder scratch;
  const auto done = run({"report", kData, "-o", scratch / "out"});
  ASSERT_EQ(done.exit_code, 0) << done.err;
  EXPECT_THAT((scratch / "out" / "index.html"),
              testing::ResultOf([](auto p) { return text_of(p).size(); }, testing::Lt(3'000'000U)));
  EXPECT_THAT(text_of(scratch / "out" / "index.html"), AllOf(HasSubstr("<!doctype html>"), HasSubstr("</html>")));
  EXPECT_THAT(text_of(scratch / "out" / "report.md"), HasSubstr("\n# "));
  int tables = 0;
  for (const auto& file : std::filesystem::recursive_directory_iterator(scratch / "out")) {
    tables += file.path().extension() == ".csv" ? 1 : 0;
  }
  EXPECT_GE(tables, 5);
}

// A filter that asks for announced agreements puts them into the view: none is drawn twice for that.
TEST(Draw, CountsAnnouncedAgreementsOnce) {
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"draw", kData}, {"draw", kData, "--status", "announced"}}) {
    EXPECT_THAT(run(words).out, testing::HasSubstr("· 4 announced")) << words.back();
  }
}

TEST(Workbook, HoldsTheTableWithTypedCells) {
  const ScratchFolder scratch;
  EXPECT_EQ(run({"list", kData, "agreements", "-o", scratch / "a.xlsx", "--lang", "fr"}).exit_code, 0);
  const auto book = read_workbook(text_of(scratch / "a.xlsx"));
  ASSERT_EQ(book.sheets.size(), 1U);
  ASSERT_GE(book.sheets[0].rows.size(), 15U);
  std::size_t days = 0;
  for (const auto& row : book.sheets[0].rows) {
    days += std::ranges::count(row.cells, SheetCell::Kind::date, &SheetCell::kind);
  }
  EXPECT_EQ(days, 3U) << "the signatures of which the day is known";
  EXPECT_EQ(run({"list", kData, "agreements", "--format", "xlsx", "--lang", "fr"}).out, text_of(scratch / "a.xlsx"));
}

TEST(Package, KeepsItsDescriptorWhenItIsExported) {
  const ScratchFolder scratch;
  EXPECT_EQ(run({"export", kData, "--as", "package", "-o", scratch / "p"}).exit_code, 0);
  const auto descriptor = text_of(scratch / "p/datapackage.json");
  EXPECT_EQ(descriptor, text_of(real_data() / "datapackage.json"));
  EXPECT_THAT(descriptor, AllOf(HasSubstr("keywords"), HasSubstr("contributors")));
}

}  // namespace
}  // namespace maillage::program
