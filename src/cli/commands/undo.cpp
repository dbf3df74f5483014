// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include "cli/command.hpp"
#include "cli/register_writer.hpp"
#include "cli/shown_moment.hpp"
#include "files/files.hpp"

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

[[noreturn]] void refuse(const JournalEntry& entry, const FilePatch& patch, const TakenBack& back, const Language& language) {
  std::string lines;
  for (std::size_t i = 0; i < back.lost_lines.size() && i < 3; ++i) lines += "\n  " + shown_word(back.lost_lines[i]);
  throw Failure(ExitCode::findings, language.say("register.error.edited_since", {{"number", std::to_string(entry.number)}, {"file", patch.file}}) + lines);
}

ExitCode UndoCommand::run(Session& session) {
  const auto& language = session.language;
  output_.check(language);
  const auto folder = package_folder(data_path(words_.data(language), language), language);
  RegisterWriter writer(session, folder, keeping_, "undo");
  std::error_code error;
  const auto file = folder / kJournalFile;
  const auto journal = read_journal(std::filesystem::exists(file, error) ? read_file(file) : std::string());
  const auto* entry = journal.last_standing();
  if (entry == nullptr) throw Failure(ExitCode::findings, language.say("register.error.nothing_to_undo", {{"data", folder.string()}}));
  bool is_exact = true;
  auto& text = writer.text();
  for (const auto& patch : entry->files) {
    std::string bytes;
    const bool is_there = std::filesystem::is_regular_file(folder / patch.file, error);
    if (is_there) bytes = read_file(folder / patch.file);
    const auto back = take_back(patch, is_there ? &bytes : nullptr);
    if (!back.fits) refuse(*entry, patch, back, language);
    is_exact = is_exact && back.is_exact;
    text.set_file(patch.file, back.bytes);
    if (!back.is_there) text.remove_file(patch.file);
  }
  session.tell(language.say(is_exact ? "register.undoing" : "register.undoing_around",
                            {{"number", std::to_string(entry->number)}, {"command", entry->command}, {"by", entry->by}, {"time", shown_moment(entry->time)}}));
  const auto check = is_exact ? RegisterWriter::Finish::Check::none : RegisterWriter::Finish::Check::whole;
  return writer.finish(output_, {.reason = keeping_.because, .undoes = entry->number, .check = check});
}

}  // namespace

std::unique_ptr<Command> make_undo() { return std::make_unique<UndoCommand>(); }

}  // namespace maillage
