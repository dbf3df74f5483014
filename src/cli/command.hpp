// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <span>

#include "cli/session.hpp"

namespace maillage {

/// One command of the program: says its options, then, once everything is parsed, runs.
class Command {
 public:
  virtual ~Command() = default;
  /// Adds arguments and options; touches no file.
  virtual void define(CLI::App& app, const Language& language) = 0;
  virtual ExitCode run(Session& session) = 0;
};

/// A command of the table: its name, how to make it, and an example of it as one would type it, for the help. Its
/// description is the message `command.NAME`.
struct CommandEntry {
  const char* name;
  std::unique_ptr<Command> (*make)();
  const char* example;
};
/// All commands, in the order of `maillage --help`.
std::span<const CommandEntry> commands();

/// The words a command is given: DATA, which may be left out, then what else it needs.
struct Words {
  std::vector<std::string> given;
  std::string input_format;
  /// `others`: names of what follows DATA, as shown in the help (`NAME`, `A B`, …); all of them are required.
  void define(CLI::App& app, const Language& language, std::vector<std::string> others = {});
  /// Of the others the first `count` alone are given.
  void only(std::size_t count) { others_.resize(count); }
  /// DATA; empty where it was left out. Failure(usage) where words are missing or too many.
  std::string data(const Language& language) const;
  /// Word number i after DATA.
  const std::string& other(std::size_t i) const;

 private:
  std::vector<std::string> others_;
};

}  // namespace maillage
