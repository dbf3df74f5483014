// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cctype>
#include <filesystem>

#include "cli/kept_descriptor.hpp"
#include "cli/network_command.hpp"
#include "cli/package_losses.hpp"
#include "cli/picture.hpp"
#include "cli/register_writer.hpp"
#include "exchange/flat_tables.hpp"
#include "exchange/package_workbook.hpp"
#include "exchange/package_writer.hpp"
#include "files/files.hpp"
#include "records/fix.hpp"

namespace maillage {
namespace {

class ExportCommand final : public NetworkCommand {
 public:
  ExitCode run(Session& session) override;

 private:
  OutputOptions::Kind output_kind() const override { return OutputOptions::Kind::file_only; }
  void define_own(CLI::App& app, const Language& language) override {
    app.add_option("--as", as_, language.say("cli.option.as"))
        ->group(language.say("cli.group.output"))->type_name("package|agreements|edges|nodes|xlsx|dot");
  }
  std::string form(const Language& language) const;
  void give_workbook(Session& session, const DataSet& data) const;
  std::string as_;
};

// --as says it, else the name of the output does: .dot, a name with edges or nodes in it, a folder for a package.
std::string ExportCommand::form(const Language& language) const {
  const std::vector<std::string> forms{"package", "agreements", "edges", "nodes", "xlsx", "dot"};
  auto wanted = as_;
  const auto path = std::filesystem::path(output_.file);
  if (wanted.empty() && path.extension() == ".dot") wanted = "dot";
  if (wanted.empty() && path.extension() == ".xlsx") wanted = "xlsx";
  if (wanted.empty() && path.extension() == ".csv") {
    const auto stem = path.stem().string();
    wanted = stem.find("edge") != std::string::npos   ? "edges"
             : stem.find("node") != std::string::npos ? "nodes"
                                                      : "agreements";
  }
  // A package is a folder: a name that looks like a file of another form is a slip, not a folder to be made.
  const auto extension = path.extension().string();
  const bool looks_like_a_file = extension.size() > 1 && std::isalpha(static_cast<unsigned char>(extension[1])) != 0 &&
                                 !std::filesystem::is_directory(path);
  if (wanted.empty() && looks_like_a_file) {
    throw Failure(ExitCode::usage,
                  language.say("cli.error.extension", {{"file", output_.file}, {"extensions", ".csv, .xlsx, .dot"}}));
  }
  if (wanted.empty()) wanted = output_.file.empty() || output_.file == "-" ? "agreements" : "package";
  if (std::ranges::find(forms, wanted) != forms.end()) return wanted;
  throw Failure(ExitCode::usage, language.say("cli.error.unknown_code", {{"option", "--as"},
                                                                         {"value", shown_word(wanted)},
                                                                         {"codes", "package, agreements, edges, nodes, xlsx, dot"}}));
}

// A package as it is kept: its tables row by row in their order, what explains it. Other data as the package they make.
std::vector<std::pair<std::string, std::string>> workbook_files(const std::string& path, const DataSet& data) {
  const auto folder = std::filesystem::path(path).filename() == "datapackage.json" ? std::filesystem::path(path).parent_path() : std::filesystem::path(path);
  std::error_code error;
  if (!std::filesystem::is_directory(folder.empty() ? "." : folder, error)) return package_files(data);
  auto files = straighten(folder.empty() ? "." : folder).files;
  for (const auto& entry : std::filesystem::directory_iterator(folder.empty() ? "." : folder, error)) {
    const auto name = entry.path().filename().string();
    if (name.ends_with(".md") && entry.is_regular_file(error)) files.emplace_back(name, read_file(entry.path()));
  }
  std::ranges::sort(files);
  return files;
}

// The whole package, a sheet a table.
void ExportCommand::give_workbook(Session& session, const DataSet& data) const {
  const auto& language = session.language;
  const auto path = data_path(words_.data(language), language);
  try {
    const auto sheets = package_sheets(workbook_files(path, data), language.is_french());
    const auto title = std::string(language.is_french() || data.title_en.empty() ? data.title_fr : data.title_en);
    give_bytes(session, output_, to_xlsx(sheets, {.title = title, .day_format = language.is_french() ? "dd/mm/yyyy" : "yyyy-mm-dd"}));
  } catch (const TooLongForACell& too_long) {
    throw Failure(ExitCode::not_written, language.say("export.too_long_for_a_cell", {{"row", too_long.what()}}));
  }
  tell_package_losses(session, data);
  if (view_arguments_.narrows()) session.warn(language.say("export.whole_package"));
}

ExitCode ExportCommand::run(Session& session) {
  const auto& language = session.language;
  const auto wanted = form(language);
  const auto& data = load(session);
  if (wanted == "package") {
    if (output_.file.empty()) {
      throw Failure(ExitCode::usage,
                    language.say("cli.error.needs_output", {{"what", language.say("cli.type.folder")}}));
    }
    auto files = package_files(data);
    files.front().second = kept_descriptor(data_path(words_.data(language), language), files.front().second);
    give_package(session, output_, {}, "export", files);
    tell_package_losses(session, data);
    if (view_arguments_.narrows()) session.warn(language.say("export.whole_package"));
    return ExitCode::done;
  }
  if (wanted == "xlsx") {
    give_workbook(session, data);
    return ExitCode::done;
  }
  const auto options = view_arguments_.resolve(session);
  if (wanted == "agreements") {
    // The form cannot say that an agreement is only announced: it would be read back as signed.
    const auto selection = select_agreements(data, options);
    session.tell(settings_sentence(options, selection, language));
    if (const auto left_out = announced_rows(data, options).size(); options.statuses.empty() && left_out > 0) {
      session.tell(language.say_count("export.announced_left_out", static_cast<std::int64_t>(left_out)));
    }
    give_bytes(session, output_, agreements_csv(data, &selection));
    return ExitCode::done;
  }
  auto view = build(session, options);
  session.tell(settings_sentence(view, language));
  if (wanted == "edges") {
    give_bytes(session, output_, edges_csv(view));
  } else if (wanted == "nodes") {
    give_bytes(session, output_, nodes_csv(view));
  } else {
    const auto material = MapMaterial::of(session, std::move(view), output_.seed, false);
    give_bytes(session, output_, draw_map(material.input(session), {}, language).dot);
  }
  return ExitCode::done;
}

}  // namespace

std::unique_ptr<Command> make_export() { return std::make_unique<ExportCommand>(); }

}  // namespace maillage
