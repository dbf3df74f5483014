// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "language/language.hpp"

namespace maillage {

/// A document that is to be read, and how its drafts are called.
struct ReadingInput {
  std::filesystem::path path;  ///< empty: standard input
  std::string shown;           ///< as messages name it
  std::string file;            ///< name without folders, as evidence cites it
  std::string stem;            ///< of STEM.json and STEM.csv, each once: `a.txt` and `a.pdf` are `a` and `a.pdf`
};

struct ReadingInputs {
  std::vector<ReadingInput> documents;      ///< folders with what they hold, in the order of their paths
  std::vector<std::string> passed_over;     ///< files of folders whose form is not read, links that lead out
};

/// The documents that words of the command line mean: files, folders with all that is in them, `-`. Failure(usage) where
/// `-` comes twice.
ReadingInputs reading_inputs(const std::vector<std::string>& words, const Language& language);

}  // namespace maillage
