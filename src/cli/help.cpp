// SPDX-License-Identifier: Apache-2.0
#include "cli/help.hpp"

#include <algorithm>

#include "cli/command.hpp"

namespace maillage {

void prepare_help(CLI::App& app, const Language& language) {
  app.set_help_flag("-h,--help", language.say("cli.option.help"));
  auto formatter = std::make_shared<CLI::Formatter>();
  for (const auto* label : {"Usage", "OPTIONS", "Options", "SUBCOMMAND", "SUBCOMMANDS", "Subcommands", "Positionals"}) {
    formatter->label(label, language.say(std::string("cli.help.") + label));
  }
  formatter->column_width(34);
  app.formatter(formatter);
  app.get_option("--help")->group(language.say("cli.group.general"));
  app.option_defaults()->group(language.say("cli.group.general"));
}

namespace {

// Usage, description, words, then the options group by group; one line an option where it fits.
std::string command_help(const CLI::App& app, const std::string& name, const Language& language) {
  std::string text = app.get_description() + "\n\n" + language.say("cli.help.Usage") + ": maillage " + name;
  std::string positional_lines;
  for (const auto* option : app.get_options([](const CLI::Option* o) { return o->get_positional(); })) {
    text += " " + option->get_option_text();
    positional_lines += option->get_description();
  }
  text += " [" + language.say("cli.help.Options") + "]\n";
  if (!positional_lines.empty()) text += "\n" + positional_lines + "\n";
  for (const auto& group : app.get_groups()) {
    std::string lines;
    for (const auto* option : app.get_options([&](const CLI::Option* o) {
           return !o->get_positional() && o->get_group() == group;
         })) {
      auto left = "  " + option->get_name(false, true);
      if (!option->get_type_name().empty() && option->get_items_expected_max() != 0) left += " " + option->get_type_name();
      left += left.size() < 38 ? std::string(38 - left.size(), ' ') : "\n" + std::string(38, ' ');
      lines += left + option->get_description() + "\n";
    }
    if (!lines.empty()) text += "\n" + group + ":\n" + lines;
  }
  return text;
}

}  // namespace

std::string help_text(const CLI::App& app, const Language& language) {
  for (const auto* sub : app.get_subcommands()) {
    if (sub->parsed()) {
      auto text = command_help(*sub, sub->get_name(), language);
      return text + "\n" + language.say("cli.help.global", {{"command", "maillage --help"}}) + "\n";
    }
  }
  std::string text = app.get_description() + "\n\n" + language.say("cli.help.Usage") +
                     ": maillage [" + language.say("cli.help.Options") + "] " + language.say("cli.help.SUBCOMMAND") +
                     " [DATA] …\n\n" + language.say("cli.help.SUBCOMMANDS") + ":\n";
  for (const auto& entry : commands()) {
    std::string left = "  " + std::string(entry.name);
    left += std::string(left.size() < 16 ? 16 - left.size() : 1, ' ');
    text += left + language.say(std::string("command.") + entry.name) + "\n";
  }
  auto options = command_help(app, "", language);
  options = options.substr(options.find("\n\n", options.find(language.say("cli.help.Usage"))) + 1);
  return text + options;
}

std::string parse_error_message(const CLI::ParseError& error, const CLI::App& app,
                                const std::vector<std::string>& words, const Language& language) {
  std::string command;
  for (const auto* sub : app.get_subcommands()) {
    if (sub->parsed()) command = sub->get_name();
  }
  const auto hint = "\n" + language.say("cli.error.see_help",
                                        {{"command", "maillage " + (command.empty() ? "" : command + " ") + "--help"}});
  const std::string what = error.what();
  const auto option = what.substr(0, what.find(':'));
  if (command.empty()) {
    const auto first = std::ranges::find_if(words, [](const std::string& word) { return !word.starts_with('-'); });
    if (first != words.end() &&
        std::ranges::none_of(commands(), [&](const CommandEntry& entry) { return entry.name == *first; }) &&
        dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
      return language.say("cli.error.unknown_command", {{"name", *first}}) + hint;
    }
    if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
      return (first == words.end() ? language.say("cli.error.no_command")
                                   : language.say("cli.error.unknown_command", {{"name", *first}})) + hint;
    }
  }
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
    auto extras = app.remaining(true);
    return language.say("cli.error.unknown_option", {{"name", extras.empty() ? what : extras.front()}}) + hint;
  }
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    return language.say("cli.error.missing_option", {{"option", what.substr(0, what.find(' '))}}) + hint;
  }
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
    return language.say("cli.error.option_value", {{"option", option}}) + hint;
  }
  if (dynamic_cast<const CLI::ValidationError*>(&error) != nullptr) {
    return what.substr(std::min(option.size() + 2, what.size())) + hint;  // in the user's words already
  }
  return language.say("cli.error.bad_value", {{"option", option}}) + hint;
}

}  // namespace maillage
