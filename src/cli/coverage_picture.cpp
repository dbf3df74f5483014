// SPDX-License-Identifier: Apache-2.0
#include "cli/coverage_picture.hpp"

#include "cli/version.hpp"
#include "language/sentence_words.hpp"
#include "report/cells.hpp"
#include "report/coverage_table.hpp"

namespace maillage {

CoverageMapInput coverage_map_input(const Session& session, const Coverage& coverage, const CoverageOptions& options,
                                    const std::string& title) {
  const auto& data = session.data();
  const auto& language = session.language;
  CoverageMapInput input{.data = &data, .coverage = &coverage, .level = options.level};
  input.title = title;
  if (title.empty()) {
    input.title = coverage_finding(coverage, options.level, language);
    std::string subject;
    if (options.view.types.size() == 1) {
      subject = language.label("type", code_name(options.view.types[0]));
    } else if (options.view.types.empty() && options.view.themes.size() == 1) {
      subject = theme_label(data, options.view.themes[0], language);
    }
    if (!subject.empty()) {
      input.title = language.say("coverage.map.of_type", {{"subject", with_capital(subject)}, {"finding", input.title}});
    }
  }
  auto sentences = coverage_sentences(data, coverage, options.level, language);
  input.subtitle = coverage_settings(data, options, language);
  input.notes = std::move(sentences);
  if (coverage.totals.inhabitants > 0) {  // the second sentence: how many people
    input.subtitle = input.notes[1] + " " + input.subtitle;
    input.notes.erase(input.notes.begin() + 1);
  }
  input.command = session.command;
  input.version = kVersion;
  return input;
}

}  // namespace maillage
