// SPDX-License-Identifier: Apache-2.0
// An office's wording and logo: the example of the documentation, hostile ones, and what is wrong with others.
#include <gtest/gtest.h>

#include <algorithm>

#include "cli/safe_svg.hpp"
#include "report/wording.hpp"
#include "report/written_report.hpp"

namespace maillage {
namespace {

namespace fs = std::filesystem;

const fs::path kSource = MAILLAGE_SOURCE_DIR;
const std::string kReport = "'" MAILLAGE_PROGRAM "' --lang fr report '" MAILLAGE_SOURCE_DIR "/data/hauts-de-france' ";

class Template : public ::testing::Test {
 protected:
  testing::Run run(const std::string& options) { return testing::run_shell(kReport + options, scratch_.path(), true); }
  void write(const std::string& name, const std::string& bytes) {
    std::ofstream(scratch_.path() / name, std::ios::binary) << bytes;
  }
  Written report(const std::string& options) {
    fs::remove_all(scratch_.path() / "out");
    const auto told = run(options + " -o out");
    EXPECT_EQ(told.exit_code, 0) << options << ": " << told.output;
    return Written(scratch_.path() / "out");
  }
  testing::ScratchFolder scratch_;
};

std::vector<std::string> sections_of(const std::string& html) {
  std::vector<std::string> names;
  for (const auto& tag : read_page(html).tags) {
    if (tag.name == "section") names.push_back(tag.attributes.at("id"));
  }
  return names;
}

TEST_F(Template, OfTheDocumentationChoosesWordsAndSections) {
  const auto written = report("--for univ-lille --from 2023-09-01 --to 2024-08-31 --template '" +
                              (kSource / "docs/report-template").string() + "'");
  const auto& html = written.files.at("index.html");
  const auto text = read_page(html).text;
  EXPECT_NE(text.find("Université de Lille : bilan des partenariats, 1er septembre 2023 – 31 août 2024"), std::string::npos);
  EXPECT_NE(text.find("Avec qui nous travaillons"), std::string::npos);
  EXPECT_EQ(sections_of(html), (std::vector<std::string>{"partners", "changes", "signatures", "map", "timeline", "breakdowns",
                                                         "mentions", "agreements", "sources", "method"}));
  EXPECT_NE(written.files.at("report.md").find("# Université de Lille : bilan des partenariats"), std::string::npos);
  EXPECT_NE(written.files.at("report.md").find("](logo.svg)"), std::string::npos);
  EXPECT_TRUE(written.files.contains("logo.svg"));
  EXPECT_FALSE(written.files.contains("tables/years.csv")) << "its section is not wanted";
  for (const auto* path : {"index.html", "report.md"}) {
    for (const auto& link : written.links_of(path)) {
      if (Written::is_outside(link) || link.starts_with("data:")) continue;
      EXPECT_EQ(written.fault_of(path, link), "") << path << " → " << link;
    }
  }
}

TEST_F(Template, GivesItsWordsToEveryKindOfReport) {
  write("one.json", R"({"office": "Le service", "closing": ["Fin.", "Vraiment."]})");
  for (const std::string options : {"", "--since 2024", "--for regis-bordet"}) {
    const auto written = report(options + " --template one.json");
    for (const auto* path : {"index.html", "report.md"}) {
      EXPECT_NE(written.files.at(path).find("Le service"), std::string::npos) << options << path;
      EXPECT_NE(written.files.at(path).find("Vraiment."), std::string::npos) << options << path;
    }
  }
}

TEST_F(Template, LeavesNoWordAboutWhatIsNotThere) {
  write("one.json", R"json({"title": "Bilan {name}, {from}–{to}", "introduction": "Du {from} au {to}, tout compte.",
                        "contact": "Le service ({period})", "sections": ["partners", "agreements"]})json");
  const auto written = report("--for univ-lille --template one.json");
  for (const auto* path : {"index.html", "report.md"}) {
    const auto& text = written.files.at(path);
    for (const auto* stray : {"Lille, –", "Lille,–", "Du  au", "Le service (", "Ce qui a changé", "[S1", ">S1", "Mentions"}) {
      EXPECT_EQ(text.find(stray), std::string::npos) << path << ": " << stray;
    }
    EXPECT_NE(text.find("Bilan Université de Lille"), std::string::npos);
    EXPECT_NE(text.find("Tout compte."), std::string::npos);
    for (const auto& link : written.links_of(path)) {
      if (Written::is_outside(link)) continue;
      EXPECT_EQ(written.fault_of(path, link), "") << path << " → " << link;
    }
  }
  EXPECT_TRUE(written.files.contains("tables/partners.csv"));
  EXPECT_NE(written.files.at("tables/partners.csv").find("sources"), std::string::npos) << "the file keeps its columns";
}

TEST_F(Template, NamesEverySectionThatReportsHave) {
  const auto names = section_names();
  for (const std::string options : {"", "--since 2024", "--for ars-hdf --from 2023", "--for regis-bordet"}) {
    for (const auto& name : sections_of(report(options).files.at("index.html"))) {
      EXPECT_NE(std::ranges::find(names, name), names.end()) << options << " has a section " << name << ": name it in wording.cpp";
    }
  }
}

TEST_F(Template, IsEscapedWhereItIsHostile) {
  write("logo.svg", R"~(<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(2)</script><path d="M0 0h9v9z"/></svg>)~");
  write("template.json", R"~({"office": "<script>alert(3)</script>", "title": "\"><img src=x onerror=alert(4)>",
    "introduction": "</main><b>", "contact": "[a](javascript:alert(5))", "logo": "logo.svg",
    "logo_text": "\" onerror=\"alert(6)", "headings": {"partners": "<i>"}})~");
  const auto written = report("--for ars-hdf --template template.json");
  const auto page = read_page(written.files.at("index.html"));
  EXPECT_TRUE(page.faults.empty());
  for (const auto& tag : page.tags) {
    EXPECT_NE(tag.name, "script");
    for (const auto& [key, value] : tag.attributes) EXPECT_FALSE(key.starts_with("on")) << tag.name << " " << key;
    EXPECT_TRUE(tag.name != "img" || tag.attributes.at("src").starts_with("data:image/svg+xml;base64,"));
  }
  EXPECT_EQ(written.files.at("logo.svg").find("alert"), std::string::npos);
  EXPECT_EQ(written.files.at("report.md").find("[a](javascript"), std::string::npos);
}

TEST_F(Template, ThatIsWrongIsToldWithFileAndNearestName) {
  const auto refused = [&](const std::string& json, const std::string& words) {
    write("template.json", json);
    const auto told = run("--template template.json -o none");
    EXPECT_EQ(told.exit_code, 2) << json;
    EXPECT_NE(told.output.find("template.json"), std::string::npos) << told.output;
    EXPECT_NE(told.output.find(words), std::string::npos) << json << ": " << told.output;
    EXPECT_FALSE(fs::exists(scratch_.path() / "none"));
  };
  refused("{", "JSON");
  refused("[]", "JSON");
  refused(R"({"ofice": "x"})", "office");
  refused(R"({"sections": ["partner"]})", "partners");
  refused(R"({"sections": []})", "sections");
  refused(R"({"sections": ["map", "map"]})", "deux fois");
  refused(R"({"headings": {"hub": "x"}})", "hubs");
  refused(R"({"title": "{nam}"})", "name");
  refused(R"({"title": "{name"})", "accolade");
  refused(R"({"title": {"de": "x"}})", "fr, en");
  refused(R"({"title": 3})", "title");
  refused(R"({"logo": "../logo.svg"})", "../logo.svg");
  refused(R"({"logo": "/etc/passwd"})", "/etc/passwd");
  refused(R"({"logo": "logo.gif"})", "PNG");
  write("bad.png", "no picture");
  refused(R"({"logo": "bad.png"})", "bad.png");
  write("bad.svg", "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg/>");
  refused(R"({"logo": "bad.svg"})", "bad.svg");
  EXPECT_EQ(run("--template missing -o none").exit_code, 3);
  write("template.json", R"({"logo": "absent.svg"})");
  EXPECT_EQ(run("--template template.json -o none").exit_code, 3);
  write("huge.svg", std::string(1'100'000, ' '));
  write("template.json", R"({"logo": "huge.svg"})");
  EXPECT_EQ(run("--template template.json -o none").exit_code, 3);
}

TEST(SafeSvg, KeepsShapesAndLeavesOutWhatRunsOrFetches) {
  const auto safe = safe_svg(R"~(<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9"
    onclick="a()"><defs><linearGradient id="g"/></defs><style>.a{fill:url(#g)}</style><style>@import "x";</style>
    <style>.b{fill:u\72l(http://x)}</style><rect class="a" fill="url(#g)" stroke="url(http://x/#g)" style="fill:url('//x')"/>
    <use xlink:href="#g"/><use href="http://x/y.svg#z"/><image href="http://x/i.png"/><a href="javascript:b()"><circle r="1"/></a>
    <foreignObject><p>c</p></foreignObject><animate onbegin="d()"/><set attributeName="href" to="javascript:e()"/>
    <text>T &lt; &amp;</text><script>f()</script></svg>)~");
  for (const auto* kept : {"viewBox=\"0 0 9 9\"", "fill=\"url(#g)\"", ".a{fill:url(#g)}", "<use href=\"#g\">", "T &lt; &amp;"}) {
    EXPECT_NE(safe.find(kept), std::string::npos) << kept << " in " << safe;
  }
  for (const auto* gone : {"onclick", "import", "72l", "http://x", "//x", "image", "javascript", "foreign", "animate", "set ", "script", "circle"}) {
    EXPECT_EQ(safe.find(gone), std::string::npos) << gone << " in " << safe;
  }
  EXPECT_THROW(safe_svg("<html/>"), std::invalid_argument);
  EXPECT_EQ(safe_svg(safe), safe) << "what is safe stays as it is";
}

}  // namespace
}  // namespace maillage
