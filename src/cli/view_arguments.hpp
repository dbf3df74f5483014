// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "cli/session.hpp"
#include "network/network_view.hpp"

namespace maillage {

/// The view options as words of the command line; the same in every command.
struct ViewArguments {
  std::string view = "institutions", weight = "newman", dates = "in-force", unknown = "include",
              institutions = "as-then", as_of, from, to;
  bool roll_up = false, with_mentions = false, all_institutions = false, directed = false;
  std::vector<std::string> types, themes, kinds, territories, statuses;

  void define(CLI::App& app, const Language& language);
  /// The options with names and codes found in the data; Failure(usage) for what is unknown. `--as-of today` asks the
  /// clock, nothing else does.
  ViewOptions resolve(Session& session) const;
  /// Does an option leave agreements out that the data hold?
  bool narrows() const;
};

/// A day as the command line gives it: 2024-07-08, 08/07/2024 (day first), 8 juillet 2024, a month or year (its first day,
/// or its last for `end`), `today`. Failure(usage) for what is no date, or may be read in several ways: a year of two
/// digits, « fin 2024 », 03/04/2024 in English.
Day day_of_argument(const std::string& word, const char* option, bool end, const Language& language);

/// The settings of a view in a sentence: "printed with every result".
std::string settings_sentence(const NetworkView& view, const Language& language);
std::string settings_sentence(const ViewOptions& options, const Selection& selection, const Language& language);
/// The as-of date in a sentence, and whether it was asked for or is the latest date of the data.
std::string as_of_sentence(const Selection& selection, const Language& language);
/// The filters in words, empty where there are none.
std::vector<std::string> filter_sentences(const DataSet& data, const ViewOptions& options, const Language& language);

}  // namespace maillage
