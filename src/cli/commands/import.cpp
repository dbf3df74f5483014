// SPDX-License-Identifier: Apache-2.0
#include "cli/answer.hpp"
#include "cli/command.hpp"
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
  const auto& data = session.load(file, words_.input_format);
  session.timings.phase("write", [&] { give_folder(session, output_, package_files(data)); });
  const auto number = [&](Index value) { return language.number(static_cast<std::int64_t>(value)); };
  session.tell(language.say("import.done", {{"file", file},
                                            {"agreements", number(data.agreements.size())},
                                            {"institutions", number(data.institutions.size())}}));
  return ExitCode::done;
}

}  // namespace

std::unique_ptr<Command> make_import() { return std::make_unique<ImportCommand>(); }

}  // namespace maillage
