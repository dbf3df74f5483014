// SPDX-License-Identifier: Apache-2.0
#include "cli/man_page.hpp"

#include <algorithm>
#include <sstream>

#include "cli/command.hpp"
#include "cli/version.hpp"

namespace maillage {
namespace {

// Text for roff: its control characters escaped.
std::string roff(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '\\') {
      escaped += "\\e";
    } else if (c == '-') {
      escaped += "\\-";
    } else {
      escaped += c;
    }
  }
  if (escaped.starts_with('.') || escaped.starts_with('\'')) escaped.insert(0, "\\&");
  return escaped;
}

std::string option_entries(const CLI::App& app) {
  std::string text;
  for (const auto& group : app.get_groups()) {
    const auto options =
        app.get_options([&](const CLI::Option* o) { return !o->get_positional() && o->get_group() == group; });
    if (options.empty()) continue;
    text += ".SS " + roff(group) + "\n";
    for (const auto* option : options) {
      auto name = "\\fB" + roff(option->get_name(false, true)) + "\\fR";
      if (!option->get_type_name().empty() && option->get_items_expected_max() != 0) {
        name += " \\fI" + roff(option->get_type_name()) + "\\fR";
      }
      text += ".TP\n" + name + "\n" + roff(option->get_description()) + "\n";
    }
  }
  return text;
}

std::string words_of(const CLI::App& app, std::string& description) {
  std::string text;
  for (const auto* option : app.get_options([](const CLI::Option* o) { return o->get_positional(); })) {
    text += " " + option->get_option_text();
    description = option->get_description();
  }
  return text;
}

}  // namespace

std::string man_page(const CLI::App& program, const CLI::App* command, const Language& language) {
  const auto section = [&](const char* key) { return ".SH " + roff(language.say(key)) + "\n"; };
  const std::string name = command == nullptr ? "maillage" : "maillage-" + command->get_name();
  const auto& app = command == nullptr ? program : *command;
  std::string words_described;
  const auto words = words_of(app, words_described);
  std::string text = ".\\\" SPDX-License-Identifier: Apache-2.0\n.TH \"" + roff(name) + "\" 1 \"\" \"maillage " +
                     std::string(kVersion) + "\"\n";
  text += section("cli.man.name") + roff(name) + " \\- " + roff(app.get_description()) + "\n";
  text += section("cli.man.synopsis");
  text += command == nullptr ? "\\fBmaillage\\fR [" + roff(language.say("cli.help.Options")) + "] " +
                                   roff(language.say("cli.help.SUBCOMMAND")) + " [DATA] …\n"
                             : "\\fBmaillage " + roff(command->get_name()) + "\\fR" + roff(words) + " [" +
                                   roff(language.say("cli.help.Options")) + "]\n";
  if (!words_described.empty()) {
    text += section("cli.man.arguments");
    for (std::size_t start = 0; start < words_described.size();) {
      const auto end = std::min(words_described.find('\n', start), words_described.size());
      text += ".PP\n" + roff(words_described.substr(start, end - start)) + "\n";
      start = end + 1;
    }
  }
  if (command == nullptr) {
    text += section("cli.man.commands");
    for (const auto& entry : commands()) {
      text += ".TP\n\\fBmaillage\\-" + roff(entry.name) + "\\fR(1)\n" +
              roff(language.say(std::string("command.") + entry.name)) + "\n";
    }
  }
  text += section("cli.man.options") + option_entries(app);
  if (command != nullptr) {
    const auto entry = std::ranges::find(commands(), command->get_name(), &CommandEntry::name);
    text += ".PP\n" + roff(language.say("cli.help.defaults")) + "\n";
    text += section("cli.man.examples");
    std::istringstream examples(entry->example);
    for (std::string line; std::getline(examples, line);) text += ".PP\n" + roff(line) + "\n";
  }
  text += section("cli.man.exit");
  for (const auto* code : {"0", "1", "2", "3", "4"}) {
    text += ".TP\n" + std::string(code) + "\n" + roff(language.say(std::string("cli.man.exit.") + code)) + "\n";
  }
  text += section("cli.man.see_also");
  text += command == nullptr ? "docs/commands.md\n" : "\\fBmaillage\\fR(1), docs/commands.md\n";
  return text;
}

}  // namespace maillage
