// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/page_reader.hpp"
#include "report/small_results.hpp"
#include "results/community_name.hpp"

namespace maillage {
namespace {

// 300 institutions, 900 agreements of two to four parties, with evidence: names as long as real ones.
DataSet large_data() {
  DataSetBuilder b;
  std::vector<std::string> texts;
  texts.reserve(20000);  // views into it stay valid
  const auto keep = [&](std::string text) -> std::string_view { return texts.emplace_back(std::move(text)); };
  std::uint32_t state = 1;
  const auto next = [&](std::uint32_t below) {
    state = state * 1664525U + 1013904223U;
    return (state >> 8U) % below;
  };
  b.add(SourceRow{.id = "s", .title = "Registre des conventions", .date = PartialDate::in_year(2024)});
  for (int i = 0; i < 12; ++i) b.add(ThemeRow{.code = keep("theme" + std::to_string(i)), .label_fr = "Un thème de santé"});
  for (int i = 0; i < 300; ++i) {
    b.add(InstitutionRow{.id = keep("institution-" + std::to_string(i)),
                         .name = keep("Centre hospitalier universitaire de la ville numéro " + std::to_string(i)),
                         .short_name = keep("CHU de la ville " + std::to_string(i)), .kind = InstitutionKind::hospital});
  }
  for (int a = 0; a < 900; ++a) {
    const auto id = keep("convention-" + std::to_string(a));
    const auto year = 2010 + static_cast<int>(next(15));
    b.add(AgreementRow{.id = id, .title = keep("Convention de coopération sanitaire et universitaire no " + std::to_string(a)),
                       .type = static_cast<AgreementType>(next(12)), .signed_on = PartialDate::in_year(year),
                       .valid_to = PartialDate::in_year(year + 5), .stage = Stage::signed_,
                       .themes = {texts[next(12)], texts[next(12)]}});
    std::set<std::uint32_t> parties;
    const auto size = 2 + next(3);
    while (parties.size() < size) parties.insert(next(300));
    for (const auto party : parties) {
      b.add(PartyRow{.agreement = id, .institution = keep("institution-" + std::to_string(party))});
    }
    b.add(EvidenceRow{.table = "agreements", .key = id, .field = "title", .source = "s",
                      .locator = keep("l. " + std::to_string(a * 3) + "-" + std::to_string(a * 3 + 1))});
  }
  return b.finish().data;
}

// Each agreement inside a community or across its border, counted agreement by agreement.
void expect_communities_counted(const DataSet& data, const NetworkView& view, const Partition& partition,
                                const std::string& csv) {
  std::vector<std::size_t> inside(partition.count), across(partition.count);
  for (Index a = 0; a < data.agreements.size(); ++a) {
    std::set<std::uint32_t> touched;
    for (const auto row : data.parties_of(a)) {
      touched.insert(partition.community_of[view.vertex_of_institution(data.parties.institution[row])]);
    }
    for (const auto community : touched) ++(touched.size() == 1 ? inside : across)[community];
  }
  for (std::uint32_t c = 0; c < partition.count; ++c) {
    const auto row = "\n" + std::to_string(c + 1) + ",100," + std::to_string(inside[c]) + "," + std::to_string(across[c]) + ",";
    EXPECT_NE(csv.find(row), std::string::npos) << row << "\n" << csv.substr(0, 200);
  }
}

TEST(LargeReport, TellsWhatEndsNextAndLeavesThePastToTheFile) {
  const auto data = large_data();
  const SmallResults results(data);
  const auto files = make_report(results.input(), Language("en"));  // as of 2024-06-30
  std::map<std::string, std::string> by_path(files.begin(), files.end());
  const auto page = read_page(by_path.at("index.html")).text;
  const auto section = page.substr(page.find("Rule of the end"), 400);
  EXPECT_NE(section.find("31 December 2024"), std::string::npos) << section;
  EXPECT_NE(page.find("agreements had ended before 30 June 2024"), std::string::npos);
  EXPECT_EQ(static_cast<std::size_t>(std::ranges::count(by_path.at("tables/endings.csv"), '\n')), 901U);
}

TEST(NamesOfCommunities, AreLettersThenPairsOfLetters) {
  EXPECT_EQ(name_of_community(0), "A");
  EXPECT_EQ(name_of_community(25), "Z");
  EXPECT_EQ(name_of_community(26), "AA");
  EXPECT_EQ(name_of_community(27), "AB");
  EXPECT_EQ(name_of_community(26 + 26 * 26), "AAA");
}

TEST(LargeReport, StaysUnderThreeMegabytesAndKeepsItsLinks) {
  const auto data = large_data();
  SmallResults results(data);
  auto input = results.input();
  Partition partition;
  partition.algorithm = "leiden";
  partition.count = 3;
  for (Vertex v = 0; v < results.view.network.vertex_count(); ++v) partition.community_of.push_back(v % 3);
  input.partition = partition;
  const auto files = make_report(input, Language("fr"));
  std::map<std::string, std::string> by_path(files.begin(), files.end());
  const auto& index = by_path.at("index.html");
  EXPECT_LT(index.size(), 3'000'000U);
  const auto page = read_page(index);
  std::map<std::string, std::set<std::string>> ids;
  for (const std::string path : {"index.html", "agreements.html"}) {
    const auto all = read_page(by_path.at(path)).all("id");
    ids[path] = {all.begin(), all.end()};
    EXPECT_EQ(ids[path].size(), all.size());
  }
  for (const std::string path : {"index.html", "agreements.html"}) {
    for (const auto& link : read_page(by_path.at(path)).all("href")) {
      const auto hash = link.find('#');
      const auto file = hash == 0 ? path : link.substr(0, hash);
      ASSERT_TRUE(by_path.contains(file)) << path << " → " << link;
      if (hash == std::string::npos) continue;
      EXPECT_TRUE(ids.at(file).contains(link.substr(hash + 1))) << path << " → " << link;
    }
  }
  EXPECT_TRUE(ids.at("agreements.html").contains("agreement-convention-899"));
  EXPECT_TRUE(ids.at("index.html").contains("agreements"));
  EXPECT_THAT(page.text, ::testing::HasSubstr("900 lignes, sur une page à part"));
  EXPECT_THAT(by_path.at("institutions/institution-0.html"), ::testing::HasSubstr("\"../agreements.html#agreement-"));
  EXPECT_THAT(page.text, ::testing::HasSubstr("3 communautés (Leiden"));
  EXPECT_THAT(page.text, ::testing::HasSubstr("Trois communautés\u202F; la plus grande réunit 100 institutions"));
  expect_communities_counted(data, results.view, partition, by_path.at("tables/communities.csv"));
  // A file has every row, whatever the page leaves out.
  const auto& hubs = by_path.at("tables/hubs.csv");
  EXPECT_EQ(static_cast<std::size_t>(std::ranges::count(hubs, '\n')), results.view.network.vertex_count() + 1);
}

}  // namespace
}  // namespace maillage
