// SPDX-License-Identifier: Apache-2.0
// How long a thousand releases of 500 words take to read on one core, with the registry, and how much memory.
#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include "bench/timed_run.hpp"
#include "documents/drafts/draft_json.hpp"
#include "documents/institutions/registry_names.hpp"
#include "documents/read_document.hpp"
#include "documents/text/clean_lines.hpp"
#include "files/files.hpp"
#include "nlohmann/json.hpp"

namespace {

namespace fs = std::filesystem;
using namespace maillage;

constexpr std::size_t kReleases = 1000, kWords = 500, kRuns = 5;

std::size_t words_in(const std::string& text) {
  std::size_t words = 0;
  bool is_inside = false;
  for (const char c : text) {
    const bool is_blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    words += !is_blank && !is_inside ? 1 : 0;
    is_inside = !is_blank;
  }
  return words;
}

// Releases written for the tests, one after another until a document has some 500 words.
std::vector<std::string> releases_of(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  std::vector<std::string> texts;
  std::string text;
  for (std::size_t i = 0; texts.size() < kReleases; ++i) {
    text += decode(read_file(files.at(i % files.size()))).text + "\n\n";
    if (words_in(text) < kWords) continue;
    texts.push_back(std::move(text));
    text.clear();
  }
  return texts;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    fmt::print(stderr, "usage: time_reading FOLDER (of releases, .txt)\n");
    return 2;
  }
  const auto texts = releases_of(argv[1]);
  std::size_t words = 0, agreements = 0, bytes = 0;
  for (const auto& text : texts) words += words_in(text);
  std::vector<double> seconds;
  double memory = 0;
  for (std::size_t run = 0; run < kRuns; ++run) {
    agreements = bytes = 0;
    const auto cost = bench::timed([&] {
      const documents::RegistryNames known;
      for (const auto& text : texts) {
        const auto read = read_document({"release.txt", documents::clean_lines(text)}, documents::Lexicon::french(), known);
        agreements += read.agreements.size();
        bytes += documents::draft_json(read, "release.txt").dump().size();
      }
    });
    seconds.push_back(cost.seconds * double(kReleases * kWords) / double(words));
    memory = std::max(memory, cost.memory + bench::memory_figure("VmRSS"));
  }
  const auto spread = bench::spread_of(seconds);
  fmt::print("{} releases, {} words, {} agreements, {} bytes of drafts\n", texts.size(), words, agreements, bytes);
  fmt::print("for {} releases of {} words, one core: {:.2f} s ({:.2f} to {:.2f}), {:.0f} MB\n", kReleases, kWords, spread.median,
             spread.least, spread.most, memory / 1e6);
  return spread.median < 10 && memory < 300e6 ? 0 : 1;
}
