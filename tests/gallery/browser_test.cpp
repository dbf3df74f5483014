// SPDX-License-Identifier: Apache-2.0
// The gallery as a browser sets it: no label over another, none over the edge of its sheet, every node named. Boxes are
// measured by the browser with the fonts it has, not by us.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <vector>

#include "program.hpp"

namespace maillage {
namespace {

using testing::bytes_of;
using testing::run_shell;
using testing::ScratchFolder;

const std::filesystem::path kTop = MAILLAGE_SOURCE_DIR;

constexpr std::string_view kMeasuring = R"script(<pre id="measured"></pre><script>
const lines = [];
for (const sheet of document.querySelectorAll('div.sheet')) {
  const area = sheet.querySelector('svg').getBoundingClientRect();
  const boxes = [...sheet.querySelectorAll('svg text')].map(text => {
    const box = text.getBoundingClientRect();
    return {text: text.textContent, left: box.left - area.left, right: box.right - area.left,
            top: box.top - area.top, bottom: box.bottom - area.top};
  });
  const say = (kind, what) => lines.push([sheet.id, kind, what].join('\t'));
  boxes.forEach((one, i) => {
    say('text', one.text);
    if (!(one.right - one.left > 0)) say('empty', one.text);
    if (one.left < -0.5 || one.right > area.width + 0.5 || one.top < -0.5 || one.bottom > area.height + 0.5) say('outside', one.text);
    boxes.slice(i + 1).forEach(other => {
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      if (across > 1 && down > 2.5) say('overlap', one.text + ' / ' + other.text);
    });
  });
}
document.getElementById('measured').textContent = 'MEASURED\n' + lines.join('\n') + '\nEND';
</script>)script";

struct Measured {
  std::string text;                   // all of a sheet, in the order of the file, with a space between lines
  std::vector<std::string> findings;  // what lies outside or on something else
};

std::string unescaped(std::string text) {
  const std::map<std::string, std::string> entities{{"&lt;", "<"}, {"&gt;", ">"}, {"&nbsp;", "\u00A0"}, {"&amp;", "&"}};
  for (const auto& [entity, letter] : entities) {
    for (auto at = text.find(entity); at != std::string::npos; at = text.find(entity, at + letter.size())) {
      text.replace(at, entity.size(), letter);
    }
  }
  return text;
}

std::string browser() {
  for (const std::string name : {"chromium", "chromium-browser", "google-chrome"}) {
    if (run_shell("command -v " + name, kTop).exit_code == 0) return name;
  }
  return {};
}

std::map<std::string, Measured> measured_by_browser(const std::string& browser, const std::vector<std::string>& files) {
  const ScratchFolder scratch;
  std::ofstream page(scratch.path() / "page.html");
  page << "<!DOCTYPE html><meta charset=\"utf-8\"><style>body{margin:0}</style>";
  for (const auto& file : files) page << "<div class=\"sheet\" id=\"" << file << "\">" << bytes_of(kTop / "graphs" / file) << "</div>\n";
  page << kMeasuring;
  page.close();
  const auto run = run_shell(browser + " --headless --no-sandbox --disable-gpu --disable-background-networking"
                                       " --disable-component-update --disable-sync --disable-dev-shm-usage"
                                       " --user-data-dir='" + (scratch.path() / "profile").string() +
                                 "' --virtual-time-budget=20000 --dump-dom 'file://" + (scratch.path() / "page.html").string() + "'",
                             scratch.path());
  std::map<std::string, Measured> measured;
  const auto from = run.output.find(">MEASURED\n");
  if (from == std::string::npos) return measured;
  std::istringstream lines(run.output.substr(from));
  for (std::string line; std::getline(lines, line);) {
    const auto first = line.find('\t'), second = line.find('\t', first + 1);
    if (second == std::string::npos) continue;
    const auto kind = line.substr(first + 1, second - first - 1), what = unescaped(line.substr(second + 1));
    auto& sheet = measured[line.substr(0, first)];
    if (kind == "text") sheet.text += what + " ";
    else sheet.findings.push_back(kind + ": " + what);
  }
  return measured;
}

std::vector<std::string> svg_files() {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(kTop / "graphs")) {
    if (entry.path().extension() == ".svg") files.push_back(entry.path().filename().string());
  }
  std::ranges::sort(files);
  return files;
}

class GalleryInABrowser : public ::testing::Test {
 protected:
  void SetUp() override {
    if (std::getenv("MAILLAGE_UPDATE_GALLERY") != nullptr) GTEST_SKIP() << "the gallery is being drawn anew";
    browser_ = browser();
    if (browser_.empty()) GTEST_SKIP() << "no chromium: labels are not measured in a browser";
    measured_ = measured_by_browser(browser_, svg_files());
    if (measured_.empty()) GTEST_SKIP() << browser_ << " does not run here: labels are not measured in a browser";
  }
  std::string browser_;
  std::map<std::string, Measured> measured_;
};

TEST_F(GalleryInABrowser, no_label_lies_on_another_or_leaves_its_sheet) {
  const auto files = svg_files();
  EXPECT_EQ(measured_.size(), files.size());
  for (const auto& [file, sheet] : measured_) {
    EXPECT_FALSE(sheet.text.empty()) << file;
    for (const auto& finding : sheet.findings) ADD_FAILURE() << file << ": " << finding;
  }
}

// The DOT of the same command says which names there are; above 40 nodes not all of them are written.
TEST_F(GalleryInABrowser, every_node_of_a_map_is_named) {
  if (run_shell("command -v gvpr", kTop).exit_code != 0) GTEST_SKIP() << "no Graphviz programs: names are not compared";
  std::ifstream commands(kTop / "graphs" / "gallery.txt");
  std::size_t names = 0;
  for (std::string line; std::getline(commands, line);) {
    const auto cut = line.find(" -o graphs/");
    if (!line.starts_with("maillage draw ") || !line.ends_with(".svg") || cut == std::string::npos) continue;
    const auto& sheet = measured_[line.substr(cut + 11)];
    const ScratchFolder scratch;
    const auto dot = (scratch.path() / "map.dot").string();
    const auto labels = run_shell(std::string(MAILLAGE_PROGRAM) + line.substr(8, cut - 8) + " -o '" + dot + "' && gvpr '" +
                                      R"(N[match($.name, "agreement:") != 0]{print($.label)}' ')" + dot + "'",
                                  kTop);
    std::istringstream wished(labels.output);
    std::vector<std::string> all;
    for (std::string label; std::getline(wished, label);) all.push_back(label);
    if (all.size() > 40) continue;
    for (const auto& label : all) {
      EXPECT_NE(sheet.text.find(label), std::string::npos) << line << ": " << label;
      ++names;
    }
  }
  EXPECT_GT(names, 60U);
}

// The measuring itself: two labels put on each other, one over the edge.
TEST_F(GalleryInABrowser, what_overlaps_is_found) {
  const ScratchFolder scratch;
  const auto file = std::filesystem::relative(scratch.path() / "faulty.svg", kTop / "graphs").string();
  std::ofstream(scratch.path() / "faulty.svg")
      << R"(<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><text x="20" y="50">one label</text>)"
      << R"(<text x="40" y="54">another</text><text x="170" y="20">over the edge</text></svg>)";
  const auto measured = measured_by_browser(browser_, {file});
  ASSERT_TRUE(measured.contains(file));
  ASSERT_EQ(measured.at(file).findings.size(), 2U);
  EXPECT_EQ(measured.at(file).findings[0], "overlap: one label / another");
  EXPECT_EQ(measured.at(file).findings[1], "outside: over the edge");
}

}  // namespace
}  // namespace maillage
