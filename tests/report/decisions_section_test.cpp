// SPDX-License-Identifier: Apache-2.0
#include "report/decisions_section.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <string>

#include "report/page_reader.hpp"
#include "report/small_results.hpp"

namespace maillage {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kPage = "decisions.html";

std::map<std::string, std::string> report_of(const DataSet& data, std::string_view language) {
  const SmallResults results(data);
  std::map<std::string, std::string> files;
  for (auto& [path, bytes] : make_report(results.input(), Language(language))) files[path] = bytes;
  return files;
}

std::string text_of(const std::string& html) {
  return std::regex_replace(read_page(html).text, std::regex("\\s+"), " ");
}

SmallRows with_renewals() {
  const auto date = [](std::string_view text) { return PartialDate::parse(text).value(); };
  auto rows = small_rows();
  // Tacit renewal: notice by 31 October 2024; the day missed: 30 April 2024; replaced by another; without term.
  rows.add(AgreementRow{.id = "t1", .title = "Tacite", .valid_from = date("2023-02-01"), .duration = "P2Y",
                        .renewal = Renewal::tacit, .notice = "P3M", .stage = Stage::signed_});
  rows.add(AgreementRow{.id = "t2", .title = "Manquée", .valid_from = date("2023-08-01"), .duration = "P1Y",
                        .renewal = Renewal::tacit, .notice = "P3M", .stage = Stage::signed_});
  rows.add(AgreementRow{.id = "t3", .title = "Remplacée", .valid_from = date("2022"), .valid_to = date("2024"),
                        .stage = Stage::signed_});
  rows.add(AgreementRow{.id = "t4", .title = "Suite", .signed_on = date("2024-06-01"), .valid_to = date(".."),
                        .stage = Stage::signed_});
  rows.add(LineageRow{.agreement = "t4", .kind = LineageKind::replaces, .of = "t3"});
  for (const auto* id : {"t1", "t2", "t3", "t4"}) {
    rows.add(PartyRow{.agreement = id, .institution = "uni"});
    rows.add(PartyRow{.agreement = id, .institution = "town"});
  }
  rows.add(EvidenceRow{.table = "agreements", .key = "t1", .field = "notice", .source = "s2", .locator = "p. 7"});
  return rows;
}

TEST(DecisionsPage, TellsDayRuleAndEvidence) {
  const auto files = report_of(with_renewals().data(), "en");
  ASSERT_TRUE(files.contains(kPage));
  const auto text = text_of(files.at(kPage));
  EXPECT_THAT(text, AllOf(HasSubstr("31 October 2024"), HasSubstr("give notice"), HasSubstr("goes on until 31 January 2027"),
                          HasSubstr("2 years from the start, 1 February 2023"), HasSubstr("notice of 3 months"),
                          HasSubstr("S2, p.\u00A07")));
  EXPECT_THAT(text, AllOf(HasSubstr("30 April 2024 day past"), HasSubstr("31 January 2026 (possible)")));
  EXPECT_THAT(text, AllOf(HasSubstr("Look up the end and the way of renewal: Contrat local"),
                          HasSubstr("Settled already: Remplacée (followed by Suite)"),
                          HasSubstr("Without term, notice at any time: Suite")));
  EXPECT_THAT(text, AllOf(Not(HasSubstr("Charte")), Not(HasSubstr("Chaire"))));
}

TEST(DecisionsPage, IsLedToFromTheReportThatShowsTheNextOnes) {
  const auto files = report_of(with_renewals().data(), "fr");
  const auto& index = files.at("index.html");
  EXPECT_THAT(index, AllOf(HasSubstr("id=\"decisions\""), HasSubstr("href=\"decisions.html\""), HasSubstr("#decisions")));
  const auto text = text_of(index);
  EXPECT_THAT(text, AllOf(HasSubstr("3 décisions à prendre d’ici au 30 juin 2026"), HasSubstr("1 jour est déjà passé")));
  EXPECT_THAT(files.at("report.md"), AllOf(HasSubstr("## À décider"), HasSubstr("31 octobre 2024")));
  EXPECT_THAT(files.at("tables/decisions.csv"), AllOf(HasSubstr("\nt1,2024-10-31,2024-10-31,Tacite,give_notice,goes_on,"),
                                                       HasSubstr("\nt2,2024-04-30,2024-04-30,Manquée,give_notice,goes_on,")));
}

TEST(DecisionsPage, SaysSoWhereThereIsNothing) {
  const auto text = text_of(report_of(small_data(), "en").at(kPage));
  EXPECT_THAT(text, HasSubstr("1 decision to take by 30 June 2026"));
  EXPECT_FALSE(report_of(DataSetBuilder().finish().data, "en").contains(kPage)) << "no agreement, no page";
}

}  // namespace
}  // namespace maillage
