// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/page_reader.hpp"
#include "report/small_results.hpp"

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
  const auto ids = page.all("id");
  const std::set<std::string> known(ids.begin(), ids.end());
  EXPECT_EQ(known.size(), ids.size());
  for (const auto& link : page.all("href")) {
    if (link.starts_with('#')) {
      EXPECT_TRUE(known.contains(link.substr(1))) << link;
    } else {
      EXPECT_TRUE(by_path.contains(link)) << link;
    }
  }
  EXPECT_TRUE(known.contains("agreement-convention-899"));
  EXPECT_THAT(page.text, ::testing::HasSubstr("3 communautés (Leiden"));
  // A file has every row, whatever the page leaves out.
  const auto& hubs = by_path.at("tables/hubs.csv");
  EXPECT_EQ(static_cast<std::size_t>(std::ranges::count(hubs, '\n')), results.view.network.vertex_count() + 1);
}

}  // namespace
}  // namespace maillage
