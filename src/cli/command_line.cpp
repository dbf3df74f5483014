// SPDX-License-Identifier: Apache-2.0
#include "cli/command_line.hpp"

#include <omp.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <iostream>
#include <set>

#include "cli/allowed_values.hpp"
#include "cli/answer.hpp"
#include "cli/command.hpp"
#include "cli/help.hpp"
#include "cli/man_page.hpp"
#include "cli/shown_moment.hpp"
#include "cli/version.hpp"
#include "files/files.hpp"
#include "files/folder_lock.hpp"

namespace maillage {
namespace {

extern "C" void leave_on_signal(int signal) {
  remove_temporaries();
  _exit(signal == SIGPIPE ? static_cast<int>(ExitCode::closed_pipe) : 128 + signal);
}

void install_signal_handlers() {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGPIPE}) std::signal(signal, leave_on_signal);
  std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow is a write that fails, with its message
}

// The language must be known before anything is parsed: help and errors are written in it.
Language language_of(const std::vector<std::string>& words) {
  std::string code;
  for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
    if (words[i] == "--lang" && i + 1 < words.size()) code = words[i + 1];
    if (words[i].starts_with("--lang=")) code = words[i].substr(7);
  }
  if (code.empty()) return Language::from_environment();
  try {
    return Language(code);
  } catch (const std::invalid_argument&) {
    const auto fallback = Language::from_environment();
    throw Failure(ExitCode::usage, fallback.say("cli.error.unknown_code",
                                                {{"option", "--lang"}, {"value", shown_word(code)}, {"codes", "fr, en"}}));
  }
}

// The command as it stands in figures: without what changes nothing in them.
std::string recorded_command(const std::vector<std::string>& words) {
  static const std::set<std::string> with_value{"--threads", "--timings", "-o", "--output", "--sources"};
  static const std::set<std::string> alone{"--quiet", "-q", "--force"};
  std::string text = "maillage";
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto name = words[i].substr(0, words[i].find('='));
    if (alone.contains(name)) continue;
    if (with_value.contains(name)) {
      if (name == words[i]) ++i;
      continue;
    }
    const bool plain = words[i].find_first_of(" \t\n'\"\\$") == std::string::npos && !words[i].empty();
    text += plain ? " " + words[i] : " '" + words[i] + "'";
  }
  return text;
}

// Words for the command that was parsed, after those it has.
void give_words(const CLI::App& app, const std::vector<std::string>& words) {
  for (auto* sub : app.get_subcommands()) {
    auto* given = sub->get_option("words");
    for (const auto& word : words) given->add_result(word);
    if (!words.empty()) given->run_callback();
  }
}

void write_timings(const Session& session) {
  if (session.timings_file.empty()) return;
  write_file(session.timings_file, session.timings.to_json(omp_get_max_threads()), Overwrite::allowed);
}

ExitCode run(const std::vector<std::string>& words, Session& session) {
  const auto& language = session.language;
  CLI::App app(language.say("cli.program"), "maillage");
  prepare_help(app, language);
  app.require_subcommand(1);
  app.fallthrough();
  std::string chosen_language;
  app.add_option("--lang", chosen_language, language.say("cli.option.lang"))->type_name("fr|en")->take_last();
  allow_whole_numbers(app.add_option("--threads", session.threads, language.say("cli.option.threads"))->type_name("N"),
                      language, 0, 1024);
  app.add_flag("-q,--quiet", session.quiet, language.say("cli.option.quiet"));
  app.add_option("--timings", session.timings_file, language.say("cli.option.timings"))
      ->type_name(language.say("cli.type.file"));
  app.set_version_flag("--version", std::string("maillage ") + kVersion, language.say("cli.option.version"));

  std::vector<std::pair<CLI::App*, std::unique_ptr<Command>>> made;
  for (const auto& entry : commands()) {
    auto* sub = app.add_subcommand(entry.name, language.say(std::string("command.") + entry.name));
    prepare_help(*sub, language);
    made.emplace_back(sub, entry.make());
    made.back().second->define(*sub, language);
  }
  if (std::ranges::find(words, "--man") != words.end()) {
    const auto sub = std::ranges::find_if(made, [&](const auto& one) {
      return std::ranges::find(words, one.first->get_name()) != words.end();
    });
    print(man_page(app, sub == made.end() ? nullptr : sub->first, language), language);
    return ExitCode::done;
  }
  // What follows “--” is no option whatever it looks like: CLI11 hands it to the program, not to the command.
  const auto marker = std::ranges::find(words, "--");
  std::vector<std::string> reversed(std::make_reverse_iterator(marker), words.rend());
  try {
    app.parse(reversed);
    if (marker != words.end()) give_words(app, {marker + 1, words.end()});
  } catch (const CLI::CallForHelp&) {
    print(help_text(app, language), language);
    return ExitCode::done;
  } catch (const CLI::CallForAllHelp&) {
    print(help_text(app, language), language);
    return ExitCode::done;
  } catch (const CLI::CallForVersion& version) {
    print(std::string(version.what()) + "\n", language);
    return ExitCode::done;
  } catch (const CLI::ParseError& error) {
    throw Failure(ExitCode::usage, parse_error_message(error, app, words, language));
  }
  if (session.threads > 0) omp_set_num_threads(session.threads);
  session.command = recorded_command(words);
  if (!session.quiet && isatty(STDERR_FILENO) != 0) session.timings.show(session.progress);
  for (const auto& [sub, command] : made) {
    if (!sub->parsed()) continue;
    const auto code = command->run(session);
    write_timings(session);
    return code;
  }
  return ExitCode::usage;
}

std::string locked_message(const FolderIsLocked& error, const Language& language) {
  const auto& holder = error.holder;
  if (!holder.is_named()) return language.say("lock.held_by_unknown", {{"folder", error.folder.string()}});
  return language.say("lock.held", {{"folder", error.folder.string()},
                                    {"who", holder.who.empty() ? language.say("lock.somebody") : shown_word(holder.who)},
                                    {"command", shown_word(holder.command)},
                                    {"machine", shown_word(holder.machine)},
                                    {"process", std::to_string(holder.process)},
                                    {"since", shown_moment(holder.since)}});
}

int report(ExitCode code, const std::string& words) {
  if (!words.empty()) std::cerr << "maillage: " << safe_lines(words) << '\n';
  return static_cast<int>(code);
}

}  // namespace

int run_command_line(int argument_count, char** arguments) {
  install_signal_handlers();
  const std::vector<std::string> words(arguments + std::min(1, argument_count), arguments + argument_count);
  std::optional<Session> session;
  try {
    session.emplace(language_of(words));
    return static_cast<int>(run(words, *session));
  } catch (const Failure& failure) {
    return report(failure.code, failure.what());
  } catch (const CannotRead& error) {
    return report(ExitCode::unsound_data,
                  session->language.say("file." + error.reason, {{"path", error.path.string()}}));
  } catch (const CannotWrite& error) {
    return report(ExitCode::not_written,
                  session->language.say("file." + error.reason, {{"path", error.path.string()}}));
  } catch (const FolderIsLocked& error) {
    return report(ExitCode::not_written, locked_message(error, session->language));
  } catch (const std::bad_alloc&) {
    return report(ExitCode::unsound_data, session->language.say("cli.error.memory"));
  } catch (const std::exception& error) {
    const auto language = session ? session->language : Language::from_environment();
    return report(ExitCode::unsound_data, language.say("cli.error.unexpected", {{"what", error.what()}}));
  }
}

}  // namespace maillage
