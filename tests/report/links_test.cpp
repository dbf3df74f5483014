// SPDX-License-Identifier: Apache-2.0
// Every file of a report as the program writes it: each link followed (pages, sheets, Markdown, drawings), and the same
// bytes whatever the order of the rows it is made from.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <random>

#include "program.hpp"
#include "report/written_report.hpp"

namespace maillage {
namespace {

namespace fs = std::filesystem;

// The rows of a table below its header in another order; cells with line ends keep together by their quotes.
std::string shuffled(const std::string& csv) {
  std::vector<std::string> records{""};
  bool is_in_quotes = false;
  for (const char c : csv) {
    records.back() += c;
    if (c == '"') is_in_quotes = !is_in_quotes;
    if (c == '\n' && !is_in_quotes) records.emplace_back();
  }
  records.pop_back();
  std::shuffle(records.begin() + 1, records.end(), std::mt19937(7));
  std::string text;
  for (const auto& record : records) text += record;
  return text;
}

Written report_made_in(const fs::path& folder, const std::string& language) {
  const auto run = testing::run_shell("'" MAILLAGE_PROGRAM "' --lang " + language + " report data -o out", folder, true);
  EXPECT_EQ(run.exit_code, 0) << run.output;
  return Written(folder / "out");
}

void copy_real_data(const fs::path& folder) {
  fs::copy(fs::path(MAILLAGE_SOURCE_DIR) / "data/hauts-de-france", folder / "data", fs::copy_options::recursive);
}

TEST(RealReport, IsTheSameForRowsInAnyOrder) {
  const testing::ScratchFolder straight, mixed;
  copy_real_data(straight.path());
  copy_real_data(mixed.path());
  std::size_t changed = 0;
  for (const auto& entry : fs::directory_iterator(mixed.path() / "data")) {
    if (entry.path().extension() != ".csv") continue;
    const auto before = testing::bytes_of(entry.path());
    const auto after = shuffled(before);
    changed += before != after ? 1 : 0;
    std::ofstream(entry.path(), std::ios::binary) << after;
  }
  EXPECT_GT(changed, 8U);
  const auto first = report_made_in(straight.path(), "fr");
  const auto second = report_made_in(mixed.path(), "fr");
  ASSERT_EQ(first.files.size(), second.files.size());
  for (const auto& [path, bytes] : first.files) EXPECT_TRUE(bytes == second.files.at(path)) << path;
}

class Links : public ::testing::TestWithParam<std::string> {};

TEST_P(Links, LeadSomewhereFromEveryFile) {
  const testing::ScratchFolder scratch;
  copy_real_data(scratch.path());
  const auto report = report_made_in(scratch.path(), GetParam());
  std::size_t followed = 0;
  for (const auto& [path, bytes] : report.files) {
    if (Written::is_table(path)) continue;
    for (const auto& link : report.links_of(path)) {
      if (Written::is_outside(link)) continue;
      EXPECT_EQ(report.fault_of(path, link), "") << path << " → " << link;
      ++followed;
    }
  }
  EXPECT_GT(followed, 1000U);
  EXPECT_NE(report.fault_of("index.html", "#agreement-none"), "");
  EXPECT_NE(report.fault_of("institutions/uphf.html", "index.html"), "") << "a sheet stands one folder deeper";
}

TEST_P(Links, LeadToEveryTableAndSheetAndDrawing) {
  const testing::ScratchFolder scratch;
  copy_real_data(scratch.path());
  const auto report = report_made_in(scratch.path(), GetParam());
  ASSERT_TRUE(report.files.contains("index.html"));
  const auto all = report.links_of("index.html");
  std::set<std::string> targets;
  for (const auto& link : all) targets.insert(link.substr(0, link.find('#')));
  for (const auto& [path, bytes] : report.files) {
    if (path == "index.html" || path == "maillage-files.txt" || path.ends_with("-narrow.svg")) continue;
    EXPECT_TRUE(targets.contains(path)) << path << " can be reached from nowhere";
  }
}

INSTANTIATE_TEST_SUITE_P(InBothLanguages, Links, ::testing::Values("fr", "en"),
                         [](const auto& one) { return one.param; });

}  // namespace
}  // namespace maillage
