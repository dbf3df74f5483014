// SPDX-License-Identifier: Apache-2.0
#include "cli/command.hpp"

#include <filesystem>

namespace maillage {

void Words::define(CLI::App& app, const Language& language, std::vector<std::string> others) {
  others_ = std::move(others);
  std::string usage = "[DATA]";
  for (const auto& other : others_) usage += " " + language.say("cli.word." + other);
  std::string description = language.say("cli.argument.data");
  for (const auto& other : others_) description += "\n" + language.say("cli.argument." + other);
  app.add_option("words", given, description)->type_name("")->expected(0, 8)->option_text(usage);
  app.add_option("--input-format", input_format, language.say("cli.option.input_format"))
      ->type_name("package|agreements|edges");
}

std::string Words::data(const Language& language) const {
  // DATA may be left out; a word that is a data set on the disk is DATA, and another word is missing.
  const bool is_short = given.size() == others_.size();
  const bool holds_data = is_short && !given.empty() && !has_default_data() && std::filesystem::exists(given.front());
  if (is_short && !holds_data) return {};
  if (given.size() == others_.size() + 1) return given.front();
  std::string wanted = "[DATA]";
  for (const auto& other : others_) wanted += " " + language.say("cli.word." + other);
  const auto* key = given.size() > others_.size() ? "cli.error.too_many_words" : "cli.error.too_few_words";
  throw Failure(ExitCode::usage, language.say(key, {{"wanted", wanted}}));
}

const std::string& Words::other(std::size_t i) const { return given[given.size() - others_.size() + i]; }

}  // namespace maillage
