// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/failure.hpp"
#include "cli/timings.hpp"
#include "language/language.hpp"
#include "names/name_index.hpp"
#include "records/load.hpp"

namespace maillage {

/// What one run of the program has in common whatever the command: language, threads, the data set read.
class Session {
 public:
  explicit Session(Language chosen) : language(chosen) {}

  Language language;
  int threads = 0;  ///< 0: as many as there are
  bool quiet = false;
  std::string timings_file;
  /// The command as it was given, without what does not change the result (threads, timings, output): it stands in
  /// every figure, which must be the same bytes wherever it is written to.
  std::string command;
  Timings timings;
  Progress progress{language};

  /// Reads the data set once. Warnings are told in a sentence, errors stop with exit 3. An empty name means the current
  /// folder's datapackage.json, else MAILLAGE_DATA.
  const DataSet& load(const std::string& data, const std::string& input_format);
  const DataSet& data() const { return loaded_->data; }
  const Loaded& loaded() const { return *loaded_; }
  const NameIndex& names();

  /// The institution, person or agreement a word means; Failure(usage) with the nearest names where there is none, and
  /// with the candidates where there are several.
  NameMatch resolve(const std::string& word, const std::vector<EntityKind>& kinds);
  Index institution(const std::string& word) { return resolve(word, {EntityKind::institution}).row; }

  /// A message for people on standard error, unless --quiet.
  void tell(const std::string& words) const;
  /// A finding for people on standard error, even with --quiet.
  void warn(const std::string& words) const;

 private:
  std::unique_ptr<Loaded> loaded_;
  std::unique_ptr<NameIndex> names_;
};

/// A word of the command line as it may stand in a message: one line, safe on a terminal, cut with an ellipsis.
std::string shown_word(std::string_view word);

/// The parts of `a,b,c`, without empty ones.
std::vector<std::string> split_at_commas(const std::string& text);
/// A message with each of its lines made safe for a terminal; indentation stays.
std::string safe_lines(const std::string& words);

/// The path DATA stands for: as given, else the current folder's datapackage.json, else MAILLAGE_DATA. Failure(usage);
/// Failure(unsound_data) for a file in a form that only later versions read.
std::string data_path(const std::string& given, const Language& language);
/// Is there a data set without DATA: here, or named by MAILLAGE_DATA?
bool has_default_data();
/// The format of --input-format; nothing for an empty word. Failure(usage).
std::optional<InputFormat> input_format_of(const std::string& word, const Language& language);

}  // namespace maillage
