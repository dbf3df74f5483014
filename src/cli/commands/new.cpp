// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include "cli/command.hpp"
#include "cli/register_template.hpp"
#include "cli/register_writer.hpp"
#include "exchange/package_writer.hpp"
#include "files/files.hpp"
#include "files/scratch_folder.hpp"

namespace maillage {
namespace {

// A package to begin with: empty, with examples that `undo` takes out at once; or a workbook to fill in.
class NewCommand final : public Command {
 public:
  void define(CLI::App& app, const Language& language) override {
    app.add_option("words", words_, language.say("new.argument.folder"))->type_name("")->expected(0, 8)->option_text(language.say("cli.type.folder"));
    app.add_flag("--xlsx", is_workbook_, language.say("new.option.xlsx"));
    app.add_option("--title", title_, language.say("new.option.title"))->type_name(language.say("register.type.text"));
    keeping_.define(app, language, KeepingOptions::Kind::without);
  }
  ExitCode run(Session& session) override;

 private:
  ExitCode make_package(Session& session, const std::string& folder) const;
  static void add_examples(PackageText& text, const Language& language);
  std::vector<std::string> words_;
  std::string title_;
  KeepingOptions keeping_;
  bool is_workbook_ = false;
};

void NewCommand::add_examples(PackageText& text, const Language& language) {
  const auto say = [&](const char* key) { return language.say(key); };
  text.table("institutions").add({{"id", "exemple-universite"}, {"name", say("new.example.university")}, {"kind", "higher_education"}, {"country", "FR"}});
  text.table("institutions").add({{"id", "exemple-hopital"}, {"name", say("new.example.hospital")}, {"kind", "hospital"}, {"country", "FR"}});
  text.table("agreements").add({{"id", "exemple-2024"}, {"title", say("new.example.title")}, {"type", "framework_agreement"}, {"signed", "2024-01-15"},
                                {"duration", "P5Y"}, {"note", say("new.example.note")}});
  for (const auto* party : {"exemple-universite", "exemple-hopital"}) {
    text.table("parties").add({{"agreement", "exemple-2024"}, {"institution", party}});
  }
  text.table("sources").add({{"id", "exemple-source"}, {"title", say("new.example.source")}, {"kind", "register"}});
  const auto claim = [&](const char* table, const char* row, const char* field) {
    text.table("evidence").add({{"table", table}, {"row", row}, {"field", field}, {"source", "exemple-source"}, {"locator", say("new.example.locator")},
                                {"basis", "stated"}});
  };
  for (const auto* field : {"title", "type", "signed", "duration"}) claim("agreements", "exemple-2024", field);
  claim("parties", "exemple-2024/exemple-universite", "*");
  claim("parties", "exemple-2024/exemple-hopital", "*");
}

ExitCode NewCommand::make_package(Session& session, const std::string& folder) const {
  const auto& language = session.language;
  DataSet empty;
  const auto title = title_.empty() ? language.say("new.title") : title_;
  (language.is_french() ? empty.title_fr : empty.title_en) = title;
  auto files = package_files(empty);
  files.emplace_back(language.say("new.readme_file"), language.say("new.readme", {{"title", title}}));
  write_folder(folder, files, Overwrite::never);
  const auto lock = lock_package(session, folder, keeping_, "new");
  PackageText text(folder);
  add_examples(text, language);
  keep(*lock, text, with_descriptor(text, text.after()), {keeping_.who(language), "new", language.say("new.example.reason"), {}, 0});
  session.tell(language.say("new.made", {{"folder", folder}}));
  return ExitCode::done;
}

ExitCode NewCommand::run(Session& session) {
  const auto& language = session.language;
  if (words_.size() != 1) {
    throw Failure(ExitCode::usage, language.say(words_.empty() ? "cli.error.too_few_words" : "cli.error.too_many_words",
                                                {{"wanted", language.say("cli.type.folder")}}));
  }
  keeping_.who(language);
  const auto& folder = words_.front();
  if (!is_workbook_) return make_package(session, folder);
  const auto bytes = register_template(language);
  const auto name = language.say("new.file");
  write_folder(folder, {{name, bytes}}, Overwrite::never);
  session.tell(language.say("new.made_xlsx", {{"file", (std::filesystem::path(folder) / name).string()}}));
  return ExitCode::done;
}

}  // namespace

std::unique_ptr<Command> make_new() { return std::make_unique<NewCommand>(); }

}  // namespace maillage
