// SPDX-License-Identifier: Apache-2.0
#include "report/report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>

#include "report/html_page.hpp"
#include "report/page_reader.hpp"
#include "report/small_results.hpp"

namespace maillage {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

std::map<std::string, std::string> report_of(const DataSet& data, std::string_view language) {
  const SmallResults results(data);
  std::map<std::string, std::string> files;
  for (auto& [path, bytes] : make_report(results.input(), Language(language))) files[path] = bytes;
  return files;
}

std::string text_of(const std::string& html) {
  auto text = read_page(html).text;
  return std::regex_replace(text, std::regex("\\s+"), " ");
}

// Every link of a page that leads nowhere.
std::vector<std::string> broken_links(const std::map<std::string, std::string>& files, const std::string& path,
                                      const std::vector<std::string>& links) {
  std::vector<std::string> broken;
  for (const auto& link : links) {
    if (link.starts_with("https://")) continue;
    const auto mark = link.find('#');
    auto file = link.substr(0, mark);
    const auto folder = path.substr(0, path.find('/') + 1);
    if (file.starts_with("../")) {
      file = file.substr(3);
    } else if (!file.empty()) {
      file = folder + file;
    }
    if (file.empty()) file = path;
    const auto found = files.find(file);
    if (found == files.end()) {
      broken.push_back(path + " → " + link);
    } else if (mark != std::string::npos &&
               found->second.find("id=\"" + link.substr(mark + 1) + "\"") == std::string::npos) {
      broken.push_back(path + " → " + link);
    }
  }
  return broken;
}

// By strength a comes first (its one partner has the weight of one agreement); b and c have more agreements.
TEST(Report, SaysWhoHasMostAgreementsWhateverTheRankingGoesBy) {
  DataSetBuilder b;
  for (const auto* id : {"alpha", "beta", "gamma", "delta", "epsilon"}) b.add(InstitutionRow{.id = id, .name = id});
  const auto agreement = [&](const char* id, std::vector<const char*> parties) {
    b.add(AgreementRow{.id = id, .signed_on = PartialDate::in_year(2020), .stage = Stage::signed_});
    for (const auto* party : parties) b.add(PartyRow{.agreement = id, .institution = party});
  };
  agreement("one", {"alpha", "beta", "gamma", "delta", "epsilon"});
  agreement("two", {"alpha", "beta", "gamma", "delta", "epsilon"});
  agreement("three", {"alpha", "gamma"});
  agreement("four", {"alpha", "delta"});
  const auto data = b.finish().data;
  SmallResults results(data);
  auto input = results.input();
  std::ranges::stable_partition(input.hubs.hubs, [&](const Hub& hub) { return results.view.id(hub.vertex) == "beta"; });
  for (std::size_t i = 0; i < input.hubs.hubs.size(); ++i) input.hubs.hubs[i].rank = static_cast<std::uint32_t>(i + 1);
  for (const auto& [path, bytes] : make_report(input, Language("en"))) {
    if (path != "index.html") continue;
    EXPECT_THAT(text_of(bytes), HasSubstr("alpha has the most agreements, four;"));
  }
}

// Two hundred parties stand in full in the agreement's own row alone.
TEST(Report, ListsAFewPartiesOfALargeAgreementInASheet) {
  DataSetBuilder b;
  std::vector<std::string> ids;
  for (int i = 0; i < 30; ++i) ids.push_back("party-" + std::to_string(i));
  for (const auto& id : ids) b.add(InstitutionRow{.id = id, .name = id});
  for (const auto* agreement : {"one", "two"}) {
    b.add(AgreementRow{.id = agreement, .title = agreement, .signed_on = PartialDate::in_year(2020), .stage = Stage::signed_});
    for (const auto& id : ids) b.add(PartyRow{.agreement = agreement, .institution = id});
  }
  const auto data = b.finish().data;
  const auto files = report_of(data, "en");
  EXPECT_THAT(text_of(files.at("institutions/party-0.html")), HasSubstr("and 21 others"));
  EXPECT_THAT(files.at("institutions/party-0.html"), HasSubstr("#agreement-one\">21 others</a>"));
}

TEST(Report, IsAFolderOfPagesTablesAndFigures) {
  const auto files = report_of(small_data(), "fr");
  for (const auto* path : {"index.html", "report.md", "figures/map.svg", "figures/map-narrow.svg", "tables/hubs.csv",
                           "tables/agreements.csv", "tables/years.csv", "tables/by_type.csv", "tables/evidence.csv",
                           "institutions/uni.html", "institutions/unit.html", "institutions/island-b.html"}) {
    EXPECT_TRUE(files.contains(path)) << path;
  }
  EXPECT_TRUE(files.at("index.html").starts_with("<!doctype html>"));
}

TEST(Report, LeadsEveryLinkSomewhere) {
  const auto files = report_of(small_data(), "fr");
  const std::regex markdown_link("\\]\\(([^)]*)\\)");
  for (const auto& [path, bytes] : files) {
    if (path.ends_with(".html") || path.ends_with(".svg")) {
      EXPECT_THAT(broken_links(files, path, read_page(bytes).all("href")), IsEmpty());
    } else if (path.ends_with(".md")) {
      std::vector<std::string> links;
      for (std::sregex_iterator match(bytes.begin(), bytes.end(), markdown_link), end; match != end; ++match) {
        links.push_back((*match)[1]);
      }
      EXPECT_GT(links.size(), 30U);
      EXPECT_THAT(broken_links(files, path, links), IsEmpty());
    }
  }
}

TEST(Report, GivesEachIdOnce) {
  for (const auto& [path, bytes] : report_of(small_data(), "fr")) {
    if (!path.ends_with(".html")) continue;
    std::set<std::string> seen;
    for (const auto& id : read_page(bytes).all("id")) EXPECT_TRUE(seen.insert(id).second) << path << " " << id;
  }
}

TEST(Report, HasAnAnchorForEachAgreementAndSource) {
  const auto data = small_data();
  const auto ids = read_page(report_of(data, "fr").at("index.html")).all("id");
  for (Index a = 0; a < data.agreements.size(); ++a) {
    EXPECT_THAT(ids, Contains("agreement-" + std::string(data.agreements.id[a])));
  }
  for (const auto& source : data.sources) EXPECT_THAT(ids, Contains("source-" + std::string(source.id)));
}

TEST(Report, SaysWhatIsCertainAndWhatIsPossible) {
  const auto text = text_of(report_of(small_data(), "fr").at("index.html"));
  // Signed: c1 (unknown), e1 (ended), f1 and p1 (in force).
  EXPECT_THAT(text, HasSubstr("Quatre accords signés\u00A0: deux sont certainement en vigueur, un est échu et un a un "
                              "statut inconnu, faute de dates."));
  EXPECT_THAT(text, HasSubstr("S’y ajoute un accord annoncé"));
  EXPECT_THAT(text, HasSubstr("2 à 3 en vigueur 2 certains, 3 possibles"));
  EXPECT_THAT(text, HasSubstr("9 institutions dont 7 parties à un accord signé"));
  EXPECT_THAT(text, HasSubstr("2 signataires nommés 2 signatures, dont 1 déduite"));
}

TEST(Report, NamesLeadersCutPointsEndsAndIslands) {
  const auto text = text_of(report_of(small_data(), "fr").at("index.html"));
  // uni: f1, p1; agency: c1 besides: three of four agreements.
  EXPECT_THAT(text, HasSubstr("portent trois des quatre accords signés\u202F; un sur quatre n’a pas de fin connue"));
  EXPECT_THAT(text, HasSubstr("est le seul chemin entre le reste du réseau et deux institutions"));
  EXPECT_THAT(text, HasSubstr("Première échéance connue\u00A0: Protocole , le 31 janvier 2026 (délai\u00A0: 1 an et 7 mois)."));
  EXPECT_THAT(text, HasSubstr("forment un îlot"));
}

TEST(Report, TellsWhatEndsSoon) {
  const auto text = text_of(report_of(small_data(), "fr").at("index.html"));
  // To 2026-06-30: p1 on 2026-01-31 for certain; c1, whose end nobody states, perhaps; f1 in 2028 not.
  EXPECT_THAT(text, HasSubstr("Prennent fin dans les 24 mois, d’ici au 30 juin 2026\u00A0: 1 à 2 (1 certain, 2 possibles)."));
}

TEST(Report, TellsSignatoriesFromPeoplePresent) {
  const auto files = report_of(small_data(), "en");
  EXPECT_THAT(files.at("tables/signatures.csv"), HasSubstr("head,présidente,uni,f1"));
  EXPECT_THAT(files.at("tables/signatures.csv"), Not(HasSubstr("guest")));
  EXPECT_THAT(files.at("tables/presences.csv"), HasSubstr("guest,doyen,,f1"));
  EXPECT_THAT(text_of(files.at("institutions/uni.html")), HasSubstr("Camille Tête, présidente Signs: Convention-cadre"));
}

TEST(Report, GivesEachAgreementItsFieldsAndTheirEvidence) {
  const auto text = text_of(report_of(small_data(), "en").at("index.html"));
  EXPECT_THAT(text, HasSubstr("Signed 18 December 2023 (inferred: Le jour de la semaine) S1, l.\u00A08 Rejected: 18 "
                              "December 2017 (Une autre année) S2, l.\u00A099"));
  EXPECT_THAT(text, HasSubstr("Axes Premier axe Second axe"));
  EXPECT_THAT(text, HasSubstr("Amount €7,000,000"));
  EXPECT_THAT(text, HasSubstr("End 31 December 2028 (stated, to the year; read as 31 December) S1, l.\u00A04"));
  EXPECT_THAT(text, HasSubstr("implemented by: Chaire"));
}

TEST(Report, SaysWhyThereAreNoCommunitiesHere) {
  const auto text = text_of(report_of(small_data(), "en").at("index.html"));
  EXPECT_THAT(text, HasSubstr("No communities here: with 7 institutions, fewer than 30"));
}

TEST(Report, ShowsEachFigureWideAndNarrowAndLeadsItsLinks) {
  const auto files = report_of(small_data(), "fr");
  const auto& page = files.at("index.html");
  EXPECT_THAT(page, HasSubstr("<div class=\"wide-only\"><svg"));
  EXPECT_THAT(page, HasSubstr("<div class=\"narrow-only\"><svg"));
  EXPECT_THAT(page, HasSubstr("<a href=\"#agreement-f1\"><circle"));
  EXPECT_THAT(page, Not(HasSubstr("agreement-none")));  // a link that leads nowhere is taken off
  EXPECT_THAT(page, Not(HasSubstr("<?xml")));
  EXPECT_THAT(files.at("figures/map.svg"), HasSubstr("<?xml"));
  EXPECT_THAT(files.at("figures/map.svg"), HasSubstr("href=\"../index.html#agreement-f1\""));
}

TEST(Report, LetsReadersOfScreensIntoDrawingsThatHoldLinks) {
  const LinkMap links("index.html");
  const auto with_link = figure_for_page("<svg role=\"img\"><a href=\"https://example.org/\"/></svg>", links);
  EXPECT_THAT(with_link, HasSubstr("role=\"group\""));
  EXPECT_THAT(figure_for_page("<svg role=\"img\"><path/></svg>", links), HasSubstr("role=\"img\""));
}

TEST(Report, HasHeadingsInOrderAndHeadersOfRowsAndColumns) {
  for (const auto& [path, bytes] : report_of(small_data(), "fr")) {
    if (!path.ends_with(".html")) continue;
    const auto page = read_page(bytes);
    int level = 0;
    std::size_t rows = 0, row_headers = 0;
    for (const auto& tag : page.tags) {
      if (tag.name.size() == 2 && tag.name[0] == 'h' && tag.name[1] >= '1' && tag.name[1] <= '6') {
        EXPECT_LE(tag.name[1] - '0', level + 1) << path;
        level = tag.name[1] - '0';
      }
      rows += tag.name == "tr" ? 1 : 0;
      if (tag.name != "th") continue;
      const auto scope = tag.attributes.find("scope");
      ASSERT_NE(scope, tag.attributes.end()) << path;
      row_headers += scope->second == "row" ? 1 : 0;
    }
    const auto tables = std::ranges::count(page.tags, "table", &PageTag::name);
    EXPECT_EQ(row_headers + static_cast<std::size_t>(tables), rows) << path;  // one row a table holds the column headers
    EXPECT_EQ(std::ranges::count(page.tags, "h1", &PageTag::name), 1) << path;
    EXPECT_EQ(page.all("lang"), std::vector<std::string>{"fr"}) << path;
  }
}

TEST(Report, NeedsNothingFromElsewhere) {
  for (const auto& [path, bytes] : report_of(small_data(), "fr")) {
    if (!path.ends_with(".html")) continue;
    EXPECT_THAT(bytes, HasSubstr("default-src &#39;none&#39;"));
    for (const auto& tag : read_page(bytes).tags) {
      EXPECT_NE(tag.name, "script");
      EXPECT_NE(tag.name, "link");
      EXPECT_NE(tag.name, "img");
      EXPECT_FALSE(tag.attributes.contains("src")) << tag.name;
      EXPECT_FALSE(tag.attributes.contains("style")) << tag.name;
    }
  }
}

TEST(Report, HasTheSamePartsInBothLanguages) {
  const auto data = small_data();
  const auto french = report_of(data, "fr");
  const auto english = report_of(data, "en");
  ASSERT_EQ(french.size(), english.size());
  for (const auto& [path, bytes] : french) {
    ASSERT_TRUE(english.contains(path)) << path;
    if (!path.ends_with(".html")) continue;
    const auto a = read_page(bytes);
    const auto b = read_page(english.at(path));
    ASSERT_EQ(a.tags.size(), b.tags.size()) << path;
    for (std::size_t i = 0; i < a.tags.size(); ++i) ASSERT_EQ(a.tags[i].name, b.tags[i].name) << path << " tag " << i;
    EXPECT_EQ(a.all("href"), b.all("href"));
  }
  EXPECT_EQ(french.at("tables/agreements.csv"), english.at("tables/agreements.csv"));  // codes, not words
}

TEST(Report, IsTheSameForRowsInAnyOrder) {
  const auto rows = small_rows();
  const auto first = report_of(rows.data(), "fr");
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    const auto other = report_of(rows.data(seed), "fr");
    ASSERT_EQ(first.size(), other.size());
    for (const auto& [path, bytes] : first) ASSERT_EQ(bytes, other.at(path)) << path << ", seed " << seed;
  }
}

TEST(Report, WithoutDatesGuessesNoStatus) {
  DataSetBuilder b;
  b.add(InstitutionRow{.id = "a", .name = "A"});
  b.add(InstitutionRow{.id = "b", .name = "B"});
  b.add(AgreementRow{.id = "x", .title = "X", .stage = Stage::signed_});
  b.add(PartyRow{.agreement = "x", .institution = "a"});
  b.add(PartyRow{.agreement = "x", .institution = "b"});
  const auto data = b.finish().data;
  const SmallResults results(data);
  auto input = results.input();
  input.as_of.reset();
  const auto text = text_of(make_report(input, Language("en")).front().second);
  EXPECT_THAT(text, HasSubstr("No date in the data"));
  EXPECT_THAT(text, HasSubstr("0 to 1 in force 0 certain, 1 possible"));
  EXPECT_THAT(text, HasSubstr("No date allows a count by year."));
}

TEST(Report, OfNothingIsStillAReport) {
  const auto data = DataSetBuilder().finish().data;
  const SmallResults results(data);
  const auto files = make_report(results.input(), Language("fr"));
  const auto text = text_of(files.front().second);
  EXPECT_THAT(text, HasSubstr("Aucun accord signé dans ces données"));
  EXPECT_THAT(text, Not(HasSubstr("Zéro")));
  EXPECT_THAT(text, Not(HasSubstr(" : .")));
  EXPECT_THAT(text, HasSubstr("aucune signature"));
  for (const auto& tag : read_page(files.front().second).tags) EXPECT_NE(tag.name, "table");
}

}  // namespace
}  // namespace maillage
