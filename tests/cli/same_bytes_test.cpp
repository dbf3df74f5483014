// SPDX-License-Identifier: Apache-2.0
// The same input, options and seed give the same bytes: whatever the threads, locale, time zone, order of rows, place.
#include <gmock/gmock.h>
#include <locale.h>

#include <algorithm>
#include <random>

#include "cli/program.hpp"

namespace maillage::program {
namespace {

// Every command that writes to standard output, in the data given.
std::vector<std::vector<std::string>> commands(const std::string& data) {
  return {{"check", data, "--format", "json"},
          {"show", data, "univ-lille"},
          {"show", data, "univ-lille", "--format", "json"},
          {"list", data, "agreements", "--format", "json"},
          {"list", data, "institutions", "--format", "csv"},
          {"list", data, "people", "--format", "csv"},
          {"list", data, "mentions", "--format", "csv"},
          {"list", data, "sources", "--format", "csv"},
          {"list", data, "evidence", "--format", "csv"},
          {"hubs", data},
          {"hubs", data, "--format", "json"},
          {"centrality", data, "--measure", "strength,betweenness,eigenvector,pagerank,constraint", "--format", "json"},
          {"centrality", data, "--measure",
           "katz,hits_hub,current_flow_betweenness,subgraph,hierarchy,edge_betweenness,s_betweenness,hyper_centrality,"
           "temporal_betweenness,brokerage_liaison",
           "--format", "json"},
          {"communities", data, "--format", "json"},
          {"communities", data, "--algorithm", "label-propagation", "--format", "json"},
          {"communities", data, "--algorithm", "girvan-newman", "--format", "json"},
          {"communities", data, "--algorithm", "spectral", "--format", "json"},
          {"communities", data, "--consensus", "--runs", "5", "--format", "json"},
          {"communities", data, "--quality", "hypergraph", "--format", "json"},
          {"structure", data, "--groups", "--format", "json"},
          {"path", data, "chu-lille", "ternoiscom", "--format", "json"},
          {"path", data, "chu-lille", "ternoiscom", "--in-time", "--format", "json"},
          {"evolve", data, "--communities", "--measure", "strength,betweenness", "--format", "json"},
          {"compare", data, "2023-06-30", "2024-12-19", "--format", "json"},
          {"whatif", data, "--lapse-before", "2027", "--format", "json"},
          {"whatif", data, "--robustness", "--runs", "10", "--format", "json"},
          {"whatif", data, "--costliest", "3", "--format", "json"},
          {"gaps", data, "--format", "json"},
          {"dependence", data, "--format", "json"},
          {"people", data, "--format", "json"},
          {"draw", data},
          {"timeline", data},
          {"export", data, "--as", "agreements"},
          {"export", data, "--as", "edges"},
          {"export", data, "--as", "dot"}};
}

void expect_same(const std::vector<std::string>& words, const Around& one, const Around& other,
                 const std::vector<std::string>& only_first = {}, const std::vector<std::string>& only_second = {}) {
  auto words_of_first = words, words_of_second = words;
  words_of_first.insert(words_of_first.end(), only_first.begin(), only_first.end());
  words_of_second.insert(words_of_second.end(), only_second.begin(), only_second.end());
  const auto first = run(words_of_first, one);
  const auto second = run(words_of_second, other);
  EXPECT_EQ(first.exit_code, 0) << words.front() << first.err;
  const auto at = static_cast<std::size_t>(std::ranges::mismatch(first.out, second.out).in1 - first.out.begin());
  EXPECT_TRUE(first.out == second.out) << words.front() << ' ' << words.back() << " differs at byte " << at << ": "
                                       << first.out.substr(at, 100) << "\n→ " << second.out.substr(at, 100);
}

TEST(SameBytes, OnOneAndTwoThreads) {
  for (const auto& words : commands(kData)) expect_same(words, {}, {}, {"--threads", "1"}, {"--threads", "2"});
}

TEST(SameBytes, InEveryLocaleAndTimeZone) {
  Around plain, french;
  french.environment = {{"LC_ALL", "fr_FR.UTF-8"}, {"LC_NUMERIC", "fr_FR.UTF-8"}, {"TZ", "Pacific/Kiritimati"}};
  for (auto words : commands(kData)) {
    words.insert(words.end(), {"--lang", "fr"});
    expect_same(words, plain, french);
  }
  const auto locale = newlocale(LC_ALL_MASK, "fr_FR.UTF-8", nullptr);
  if (locale == nullptr) GTEST_SKIP() << "this machine has no fr_FR.UTF-8: the time zones agree, another locale was not tried";
  freelocale(locale);
}

// The rows below the header in another order; cells with line ends keep together by their quotes.
std::string shuffled(const std::string& csv, unsigned seed) {
  std::vector<std::string> records{""};
  bool in_quotes = false;
  for (const char c : csv) {
    records.back() += c;
    if (c == '"') in_quotes = !in_quotes;
    if (c == '\n' && !in_quotes) records.emplace_back();
  }
  records.pop_back();
  std::shuffle(records.begin() + 1, records.end(), std::mt19937(seed));
  std::string text;
  for (const auto& record : records) text += record;
  return text;
}

TEST(SameBytes, WithTheRowsOfEveryTableShuffled) {
  const ScratchFolder straight, mixed;
  copy_of_real_data(straight);
  const auto package = copy_of_real_data(mixed);
  bool is_changed = false;
  for (const auto& file : std::filesystem::directory_iterator(package)) {
    if (file.path().extension() != ".csv") continue;
    const auto before = text_of(file);
    const auto after = shuffled(before, 7);
    is_changed = is_changed || before != after;
    write_text(file, after);
  }
  ASSERT_TRUE(is_changed);
  Around in_straight, in_mixed;
  in_straight.folder = straight.path();
  in_mixed.folder = mixed.path();
  for (const auto& words : commands("package")) expect_same(words, in_straight, in_mixed);
}

TEST(SameBytes, OfAReport) {
  const ScratchFolder first, second;
  Around here, there;
  there.environment = {{"LC_ALL", "fr_FR.UTF-8"}, {"TZ", "Asia/Tokyo"}};
  const std::string data = real_data();
  ASSERT_EQ(run({"report", data, "-o", first / "out", "--lang", "en", "--threads", "1"}, here).exit_code, 0);
  ASSERT_EQ(run({"report", data, "-o", second / "out", "--lang", "en", "--threads", "2"}, there).exit_code, 0);
  EXPECT_EQ(first.names(), second.names());
  for (const auto& name : first.names()) {
    if (!std::filesystem::is_regular_file(first / name)) continue;
    EXPECT_TRUE(text_of(first / name) == text_of(second / name)) << name;
  }
}

}  // namespace
}  // namespace maillage::program
