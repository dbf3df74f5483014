// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <iterator>

#include "cli/answer.hpp"
#include "cli/command.hpp"
#include "cli/fault_messages.hpp"
#include "cli/office_import.hpp"
#include "cli/package_losses.hpp"
#include "cli/register_writer.hpp"
#include "cli/kept_descriptor.hpp"
#include "exchange/package_writer.hpp"
#include "files/files.hpp"
#include "files/scratch_folder.hpp"
#include "records/fix.hpp"
#include "records/package_workbook.hpp"
#include "tables/workbook.hpp"

namespace maillage {
namespace {

constexpr auto kRegistryUses = std::to_array<std::string_view>({"none", "certain", "likely"});  // in the order of RegistryUse

// A table of agreements or of ties, or an office's own list by a mapping, becomes a data package, which an office can
// then correct and complete.
class ImportCommand final : public Command {
 public:
  void define(CLI::App& app, const Language& language) override {
    app.add_option("files", office_.files, language.say("import.argument.files"))->type_name("")->option_text("FILE…")->expected(0, 100);
    app.add_option("--input-format", input_format_, language.say("cli.option.input_format"))->type_name("agreements|edges");
    app.add_flag("--guess", office_.guess, language.say("import.option.guess"));
    app.add_option("--mapping", office_.mapping, language.say("import.option.mapping"))->type_name(language.say("cli.type.file"));
    app.add_option("--office", office_.office, language.say("import.option.office"))->type_name(language.say("cli.type.name"));
    app.add_option("--into", office_.into, language.say("import.option.into"))->type_name(language.say("cli.type.folder"));
    app.add_option("--registry", registry_, language.say("import.option.registry"))->type_name("certain|likely|none");
    app.add_flag("--no-registry", no_registry_, language.say("import.option.no_registry"));
    office_.output.define(app, language, OutputOptions::Kind::table);
    office_.keeping.define(app, language, KeepingOptions::Kind::without);
  }
  ExitCode run(Session& session) override;

 private:
  using Files = std::vector<std::pair<std::string, std::string>>;
  ExitCode import_flat(Session& session);
  std::optional<Files> package_of_workbook(Session& session) const;
  ExitCode import_workbook(Session& session, const Files& files) const;
  OfficeImport office_;
  std::string input_format_, registry_;
  bool no_registry_ = false;
};

ExitCode ImportCommand::run(Session& session) {
  const auto& language = session.language;
  if (office_.files.empty()) throw Failure(ExitCode::usage, language.say("cli.error.too_few_words", {{"wanted", "FILE…"}}));
  const auto use = std::ranges::find(kRegistryUses, no_registry_ ? "none" : registry_.empty() ? "certain" : registry_);
  if (use == kRegistryUses.end()) {
    throw Failure(ExitCode::usage, language.say("cli.error.unknown_code", {{"option", "--registry"},
                                                                           {"value", shown_word(registry_)},
                                                                           {"codes", "certain, likely, none"}}));
  }
  office_.registry = static_cast<RegistryUse>(use - kRegistryUses.begin());
  const bool is_bare = !office_.guess && office_.mapping.empty() && office_.into.empty() && office_.files.size() == 1;
  if (is_bare && needs_mapping(office_.files)) {
    if (const auto files = package_of_workbook(session)) return import_workbook(session, *files);
  }
  const bool is_list = office_.guess || !office_.mapping.empty() || !office_.into.empty() || needs_mapping(office_.files);
  return is_list ? run_office_import(session, office_) : import_flat(session);
}

// The package of which the workbook holds every table; nothing where it is another workbook, or none that can be read:
// that is told where it is read as a list.
std::optional<ImportCommand::Files> ImportCommand::package_of_workbook(Session& session) const {
  try {
    return session.timings.phase("load", [&] { return package_in_workbook(read_workbook(read_file(office_.files.front()))); });
  } catch (const CannotReadWorkbook&) {
    return std::nullopt;
  }
}

ExitCode ImportCommand::import_workbook(Session& session, const Files& files) const {
  const auto& language = session.language;
  if (office_.output.file.empty()) throw Failure(ExitCode::usage, language.say("cli.error.needs_output", {{"what", language.say("cli.type.folder")}}));
  const ScratchFolder scratch;
  const auto folder = scratch.path() / "package";
  write_folder(folder, files, Overwrite::never);
  const auto loaded = load(folder, {.format = InputFormat::package});
  if (loaded.has_errors()) throw Failure(ExitCode::unsound_data, unsound_list_message(loaded.faults, office_.files.front(), language));
  // Row by row as they stand in the sheets, values written straight; what explains the package beside them.
  auto made = straighten(folder).files;
  const auto described = kept_descriptor(folder, package_files(loaded.data).front().second);
  std::erase_if(made, [](const auto& file) { return file.first == "datapackage.json"; });
  made.emplace(made.begin(), "datapackage.json", described);
  std::ranges::copy_if(files, std::back_inserter(made), [](const auto& file) { return file.first.ends_with(".md"); });
  give_package(session, office_.output, office_.keeping, "import", made);
  const auto count = [&](const char* key, Index value) { return language.say_count(key, value); };
  session.tell(language.say("import.done", {{"file", office_.files.front()},
                                            {"agreements", count("check.count.agreements", loaded.data.agreements.size())},
                                            {"institutions", count("check.count.institutions", loaded.data.institutions.size())}}));
  return ExitCode::done;
}

ExitCode ImportCommand::import_flat(Session& session) {
  const auto& language = session.language;
  const auto& output = office_.output;
  if (output.file.empty()) {
    throw Failure(ExitCode::usage, language.say("cli.error.needs_output", {{"what", language.say("cli.type.folder")}}));
  }
  LoadOptions options;
  options.format = input_format_of(input_format_, language);
  const auto path = data_path(office_.files.front(), language);
  const auto loaded = session.timings.phase("load", [&] { return load(path, options); });
  const auto& data = loaded.data;
  if (loaded.has_errors() && data.agreements.size() == 0) {
    throw Failure(ExitCode::unsound_data, unsound_list_message(loaded.faults, path, language));
  }
  // What could not be read is told row by row and left empty or out; the rest becomes the package.
  give_package(session, output, office_.keeping, "import", package_files(data));
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
