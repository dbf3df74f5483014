// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <regex>

#include "records/load.hpp"
#include "report/fact_sheet.hpp"
#include "report/lists.hpp"
#include "report/page_reader.hpp"
#include "report/small_results.hpp"
#include "report/terminal_page.hpp"

namespace maillage {
namespace {

// In the made-up language every message stands in ⟦…⟧; what is left outside must come from the data.
std::string outside_messages(const std::string& text) {
  std::string left;
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.compare(i, 3, "⟦") == 0) {
      ++depth;
      i += 2;
    } else if (text.compare(i, 3, "⟧") == 0) {
      --depth;
      i += 2;
      left += '\n';
    } else if (depth == 0) {
      left += text[i];
    }
  }
  EXPECT_EQ(depth, 0);
  return left;
}

// Every text of the data, as one.
std::string texts_of(const DataSet& data) {
  std::string all;
  for (TextId id = 0; id < data.texts().size(); ++id) all += std::string(data.texts().view(id)) + "\n";
  return all;
}

void expect_no_text_over(const std::string& text, const std::string& data_texts, const std::string& where) {
  std::istringstream lines(outside_messages(text));
  const std::regex letters("[A-Za-zÀ-ÿ]{2,}");
  for (std::string line; std::getline(lines, line);) {
    for (std::sregex_iterator word(line.begin(), line.end(), letters), end; word != end; ++word) {
      EXPECT_NE(data_texts.find(word->str()), std::string::npos) << where << ": " << line;
    }
  }
}

TEST(MadeUpLanguage, LeavesNoTextOverInAReport) {
  const auto loaded = load(std::string(MAILLAGE_SOURCE_DIR) + "/data/hauts-de-france");
  for (const auto* data : {&loaded.data}) {
    const SmallResults results(*data);
    auto input = results.input();
    input.settings = {};
    input.figures = {};
    const auto texts = texts_of(*data) + "csv tables maillage report";
    for (const auto& [path, bytes] : make_report(input, Language("qps"))) {
      if (path.ends_with(".html")) expect_no_text_over(read_page(bytes).text, texts, path);
      if (path.ends_with(".html")) {
        for (const auto& label : read_page(bytes).all("data-l")) expect_no_text_over(label, texts, path);
        for (const auto& label : read_page(bytes).all("aria-label")) expect_no_text_over(label, texts, path);
      }
    }
  }
}

TEST(MadeUpLanguage, LeavesNoTextOverInSheetsAndLists) {
  const auto data = small_data();
  const SmallResults results(data);
  const auto input = results.input();
  const Language made_up("qps");
  const ReportContext context(input, made_up);
  const auto texts = texts_of(data);
  for (Index i = 0; i < data.institutions.size(); ++i) {
    expect_no_text_over(terminal_page(institution_sheet(context, i), made_up, 0), texts, "institution");
  }
  for (Index p = 0; p < data.people.size(); ++p) {
    expect_no_text_over(terminal_page(person_sheet(context, p), made_up, 0), texts, "person");
  }
  for (Index a = 0; a < data.agreements.size(); ++a) {
    expect_no_text_over(terminal_page(agreement_sheet(context, a), made_up, 0), texts, "agreement");
  }
  for (const auto& table : {agreements_table(data, results.view.selection, small_data_day(), made_up),
                            people_table(data, all_rows(data.people.size()), made_up),
                            mentions_table(data, all_rows(data.mentions.size()), made_up),
                            sources_table(data, made_up), hubs_table(results.material(), made_up)}) {
    expect_no_text_over(to_terminal(table, 0), texts, table.name);
  }
}

}  // namespace
}  // namespace maillage
