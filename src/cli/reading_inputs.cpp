// SPDX-License-Identifier: Apache-2.0
#include "cli/reading_inputs.hpp"

#include <algorithm>
#include <set>

#include "cli/failure.hpp"
#include "documents/intake/document_files.hpp"

namespace maillage {
namespace {

namespace fs = std::filesystem;
constexpr const char* kStandardInputStem = "standard-input";

// The name without its ending; with it where that is taken, then numbered.
std::string free_stem(const fs::path& file, std::set<std::string>& taken) {
  const auto whole = file.filename().string();
  auto stem = file.stem().string();
  for (unsigned number = 2; !taken.insert(stem).second; ++number) {
    stem = number == 2 ? whole : whole + "-" + std::to_string(number - 1);
  }
  return stem;
}

}  // namespace

ReadingInputs reading_inputs(const std::vector<std::string>& words, const Language& language) {
  ReadingInputs inputs;
  std::set<std::string> stems;
  const auto add = [&](const fs::path& path) {
    inputs.documents.push_back({path, path.string(), path.filename().string(), free_stem(path.filename(), stems)});
  };
  bool has_standard_input = false;
  for (const auto& word : words) {
    std::error_code error;
    if (word == "-") {
      if (has_standard_input) throw Failure(ExitCode::usage, language.say("read.error.standard_input_twice"));
      has_standard_input = true;
      stems.insert(kStandardInputStem);
      inputs.documents.push_back({{}, language.say("read.standard_input"), kStandardInputStem, kStandardInputStem});
    } else if (fs::is_directory(word, error)) {
      const auto found = documents::document_files(word);
      for (const auto& path : found.documents) add(path);
      for (const auto& path : found.passed_over) inputs.passed_over.push_back(path.string());
    } else {
      add(fs::path(word).lexically_normal());
    }
  }
  return inputs;
}

}  // namespace maillage
