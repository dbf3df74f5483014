// SPDX-License-Identifier: Apache-2.0
#include "cli/answer.hpp"
#include "cli/command.hpp"
#include "cli/fault_messages.hpp"
#include "cli/package_losses.hpp"
#include "exchange/package_writer.hpp"

namespace maillage {
namespace {

// A table of agreements or of ties becomes a data package, which an office can then correct and complete.
class ImportCommand final : public Command {
 public:
  void define(CLI::App& app, const Language& language) override {
    words_.define(app, language);
    output_.define(app, language, OutputOptions::Kind::file_only);
  }
  ExitCode run(Session& session) override;

 private:
  Words words_;
  OutputOptions output_;
};

ExitCode ImportCommand::run(Session& session) {
  const auto& language = session.language;
  const auto file = words_.data(language);
  if (output_.file.empty()) {
    throw Failure(ExitCode::usage, language.say("cli.error.needs_output", {{"what", language.say("cli.type.folder")}}));
  }
  LoadOptions options;
  options.format = input_format_of(words_.input_format, language);
  const auto path = data_path(file, language);
  const auto loaded = session.timings.phase("load", [&] { return load(path, options); });
  const auto& data = loaded.data;
  if (loaded.has_errors() && data.agreements.size() == 0) {
    throw Failure(ExitCode::unsound_data, unsound_data_message(loaded.faults, path, language));
  }
  // What could not be read is told row by row and left empty or out; the rest becomes the package.
  give_folder(session, output_, package_files(data));
  const auto count = [&](const char* key, Index value) { return language.say_count(key, value); };
  session.tell(language.say("import.done", {{"file", path},
                                            {"agreements", count("check.count.agreements", data.agreements.size())},
                                            {"institutions", count("check.count.institutions", data.institutions.size())}}));
  tell_package_losses(session, data);
  if (!loaded.has_errors()) return ExitCode::done;
  for (const auto& fault : loaded.faults) {
    if (fault.severity != Severity::error) continue;
    session.warn(fault_place(fault, language) + "\n  " + fault_message(fault, language) + "\n  " +
                 fault_hint(fault, language));
  }
  return ExitCode::findings;
}

}  // namespace

std::unique_ptr<Command> make_import() { return std::make_unique<ImportCommand>(); }

}  // namespace maillage
