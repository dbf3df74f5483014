// SPDX-License-Identifier: Apache-2.0
// Newly written releases with what a person read out of them: how well they are read, with their names and with others.
#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>
#include <iomanip>
#include <sstream>

#include "documents/drafts/draft_json.hpp"
#include "documents/institutions/registry_names.hpp"
#include "documents/read_document.hpp"
#include "documents/reading_score.hpp"
#include "documents/swapped_names.hpp"
#include "documents/text/clean_lines.hpp"
#include "files/files.hpp"

namespace maillage::documents {
namespace {

namespace fs = std::filesystem;
using reading_score::Json;
using testing::IsEmpty;

const fs::path kSource = MAILLAGE_SOURCE_DIR;

struct Release {
  std::string name, text;
  Json gold;
  bool is_unseen = false;  // kept apart when the rules were written
  std::string noise;
};

// What is wrong with the letters of a document, told by its bytes.
std::string noise_of(const std::string& bytes) {
  if (!is_valid_utf8(bytes)) return "not UTF-8";
  std::istringstream lines(bytes);
  std::size_t columns = 0, cut = 0;
  for (std::string line; std::getline(lines, line);) {
    const auto text = line.find_first_not_of(' ');
    if (text != std::string::npos && line.find("   ", text) != std::string::npos) ++columns;
    if (line.size() > 2 && line.back() == '-' && std::isalpha(static_cast<unsigned char>(line[line.size() - 2]))) ++cut;
  }
  const auto holds = [&](const char* part) { return bytes.find(part) != std::string::npos; };
  if (holds("\xEF\xBF\xBD")) return "lost letters";
  if (holds(" I'") || holds(" I\u2019") || holds("d''") || holds("\u2019'")) return "scan";
  if (columns >= 4) return "columns";
  return cut >= 2 ? "cut words" : "none";
}

std::vector<Release> releases() {
  std::vector<Release> found;
  for (const auto& entry : fs::recursive_directory_iterator(kSource / "tests/documents/releases")) {
    if (entry.path().extension() != ".json") continue;
    auto path = entry.path();
    const auto bytes = read_file(path.replace_extension(".txt"));
    found.push_back({path.stem(), decode(bytes).text, Json::parse(read_file(entry.path())), path.parent_path().filename() == "unseen", noise_of(bytes)});
  }
  std::ranges::sort(found, {}, &Release::name);
  return found;
}

Json read(const std::string& text, const std::string& name) {
  static const RegistryNames known;
  const auto document = read_document({name + ".txt", clean_lines(text)}, Lexicon::french(), known);
  return Json::parse(draft_json(document, name + ".txt").dump());
}

reading_score::Score score_of(const std::vector<Release>& releases) {
  reading_score::Score score;
  for (const auto& release : releases) score.add(release.gold, read(release.text, release.name));
  return score;
}

TEST(Releases, AreReadAtLeastThisWell) {
  const auto all = releases();
  ASSERT_GE(all.size(), 40u);
  const auto score = score_of(all);
  const std::map<std::string_view, double> floors{
      {"agreements", 0.94}, {"parties", 0.93}, {"type", 0.93}, {"status", 0.93}, {"signed_date", 0.92},
      {"period", 0.90}, {"signatories", 0.89}, {"institutions", 0.94}, {"people", 0.97}, {"themes", 0.86}};
  for (const auto field : reading_score::kFields) EXPECT_GE(score.of(field).f1(), floors.at(field)) << field << "\n" << score.table();
  EXPECT_GE(score.mean_f1(), 0.92) << score.table();
  EXPECT_EQ(score.invented_from_nothing(), 0);
}

std::string in_hundredths(double value) {
  std::ostringstream text;
  text << std::fixed << std::setprecision(2) << value;
  return text.str();
}

// How well all of it is read, as docs/reading.md says.
std::string table_of_scores(const std::vector<Release>& all) {
  std::vector<Release> seen, unseen;
  std::map<std::string, std::vector<Release>> by_noise;
  for (const auto& release : all) {
    (release.is_unseen ? unseen : seen).push_back(release);
    by_noise[release.noise].push_back(release);
  }
  const auto whole = score_of(all), with_them = score_of(seen), without_them = score_of(unseen);
  std::string text = "| field | precision | recall | F1 | F1, rules written by them (" + std::to_string(seen.size()) + ") | F1, unseen (" +
                     std::to_string(unseen.size()) + ") |\n|---|---:|---:|---:|---:|---:|\n";
  for (const auto field : reading_score::kFields) {
    auto name = std::string(field);
    std::ranges::replace(name, '_', ' ');
    const auto& one = whole.of(field);
    text += "| " + name + " | " + in_hundredths(one.precision()) + " | " + in_hundredths(one.recall()) + " | " + in_hundredths(one.f1()) + " | " +
            in_hundredths(with_them.of(field).f1()) + " | " + in_hundredths(without_them.of(field).f1()) + " |\n";
  }
  text += "| mean | | | " + in_hundredths(whole.mean_f1()) + " | " + in_hundredths(with_them.mean_f1()) + " | " +
          in_hundredths(without_them.mean_f1()) + " |\n\n| noise | documents | agreements, F1 | mean F1 |\n|---|---:|---:|---:|\n";
  for (const auto& [noise, releases] : by_noise) {
    const auto score = score_of(releases);
    text += "| " + noise + " | " + std::to_string(releases.size()) + " | " + in_hundredths(score.of("agreements").f1()) + " | " +
            in_hundredths(score.mean_f1()) + " |\n";
  }
  return text;
}

TEST(Releases, AreReadAsWellAsTheDocumentationSays) {
  const auto page = kSource / "docs/reading.md";
  auto text = read_file(page);
  const std::string begin = "<!-- scores -->\n", end = "<!-- end of scores -->";
  const auto from = text.find(begin) + begin.size(), to = text.find(end);
  ASSERT_LT(from, to + 1);
  const auto table = table_of_scores(releases());
  if (std::getenv("MAILLAGE_UPDATE_EXAMPLES") != nullptr) {
    write_file(page, text.substr(0, from) + table + text.substr(to), Overwrite::allowed);
    return;
  }
  EXPECT_EQ(text.substr(from, to - from), table) << "run with MAILLAGE_UPDATE_EXAMPLES=1";
}

TEST(Releases, AreReadByFormAndNotByTheNamesInThem) {
  auto all = releases();
  std::vector<Json> golds;
  for (const auto& release : all) golds.push_back(release.gold);
  const SwappedNames others(golds);
  std::vector<Release> before, after;
  for (const auto& release : all) {
    // Names that a scan, a line end or a column has cut cannot be swapped faithfully.
    if (!SwappedNames::stand_whole(release.text, release.gold)) continue;
    before.push_back(release);
    after.push_back({release.name, others.text(release.text), others.gold(release.gold)});
    EXPECT_NE(after.back().text, release.text) << release.name;
  }
  ASSERT_GE(before.size(), 15u);
  const auto with_their_names = score_of(before), with_others = score_of(after);
  EXPECT_GE(with_others.mean_f1(), with_their_names.mean_f1() - 0.03) << with_others.table();
  EXPECT_EQ(with_others.invented_from_nothing(), 0);
}

TEST(Releases, HaveNoNameThatSourcesOrLexiconsKnow) {
  std::set<std::string> names;
  for (const auto& release : releases()) {
    for (const auto& name : SwappedNames::proper_names(release.gold)) names.insert(" " + folded(name) + " ");
  }
  ASSERT_GE(names.size(), 200u);
  std::vector<std::string> found;
  for (const auto* folder : {"src/documents", "data/lexicon"}) {
    for (const auto& entry : fs::recursive_directory_iterator(kSource / folder)) {
      if (!entry.is_regular_file()) continue;
      const auto text = " " + folded(read_file(entry.path())) + " ";
      for (const auto& name : names) {
        if (text.find(name) != std::string::npos) found.push_back(entry.path().filename().string() + ":" + name);
      }
    }
  }
  EXPECT_THAT(found, IsEmpty());
}

}  // namespace
}  // namespace maillage::documents
