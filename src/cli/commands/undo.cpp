// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include "cli/command.hpp"
#include "cli/taken_back_change.hpp"

namespace maillage {
namespace {

// Takes the last change that still stands back: the same bytes as before it, where nobody has edited the files since.
class UndoCommand final : public Command {
 public:
  void define(CLI::App& app, const Language& language) override {
    words_.define(app, language);
    keeping_.define(app, language, KeepingOptions::Kind::with_dry_run);
    app.add_option("--format", output_.format, language.say("cli.option.format"))
        ->group(language.say("cli.group.output"))->type_name("table|csv|json|md|excel|xlsx");
  }
  ExitCode run(Session& session) override;

 private:
  Words words_;
  KeepingOptions keeping_;
  OutputOptions output_;
};

ExitCode UndoCommand::run(Session& session) {
  const auto& language = session.language;
  output_.check(language);
  const auto folder = package_folder(data_path(words_.data(language), language), language);
  RegisterWriter writer(session, folder, keeping_, "undo");
  const auto journal = journal_of(folder);
  const auto* entry = journal.last_standing();
  if (entry == nullptr) throw Failure(ExitCode::findings, language.say("register.error.nothing_to_undo", {{"data", folder.string()}}));
  return take_back_change(session, writer, *entry, output_, keeping_.because);
}

}  // namespace

std::unique_ptr<Command> make_undo() { return std::make_unique<UndoCommand>(); }

}  // namespace maillage
