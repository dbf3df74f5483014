// SPDX-License-Identifier: Apache-2.0
#include "cli/optional_name.hpp"

#include <filesystem>

namespace maillage {

void allow_name(CLI::App& app, const Language& language) {
  auto* words = app.get_option("words");
  words->option_text("[DATA] [" + language.say("cli.word.name") + "]");
  words->description(language.say("cli.argument.data") + "\n" + language.say("cli.argument.name"));
}

std::optional<std::string> take_name(Words& words) {
  const auto count = words.given.size();
  const bool is_name_alone =
      count == 1 && words.given.front() != "-" && has_default_data() && !std::filesystem::exists(words.given.front());
  if (count != 2 && !is_name_alone) return std::nullopt;
  auto name = words.given.back();
  words.given.pop_back();
  return name;
}

}  // namespace maillage
