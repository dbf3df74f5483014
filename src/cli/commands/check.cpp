// SPDX-License-Identifier: Apache-2.0
#include "cli/answer.hpp"
#include "cli/command.hpp"
#include "cli/fault_messages.hpp"
#include "cli/json_forms.hpp"
#include "cli/register_writer.hpp"
#include "records/fix.hpp"

namespace maillage {
namespace {

class CheckCommand final : public Command {
 public:
  void define(CLI::App& app, const Language& language) override {
    words_.define(app, language);
    output_.define(app, language, OutputOptions::Kind::table);
    app.add_flag("--fix", fix_, language.say("cli.option.fix"));
  }
  ExitCode run(Session& session) override;

 private:
  ExitCode fix(Session& session, const std::string& path) const;
  Words words_;
  OutputOptions output_;
  bool fix_ = false;
};

Json counts_json(const Loaded& loaded, std::size_t errors) {
  const auto& data = loaded.data;
  return {{"errors", errors},
          {"warnings", loaded.faults.size() - errors},
          {"acknowledged", loaded.acknowledged},
          {"institutions", data.institutions.size()},
          {"people", data.people.size()},
          {"agreements", data.agreements.size()},
          {"parties", data.parties.institution.size()},
          {"signatures", data.signatures.person.size()},
          {"mentions", data.mentions.size()},
          {"sources", data.sources.size()},
          {"evidence", data.evidence.size()}};
}

ExitCode CheckCommand::fix(Session& session, const std::string& path) const {
  const auto& language = session.language;
  if (output_.file.empty()) throw Failure(ExitCode::usage, language.say("check.fix_needs_output"));
  const auto fixed = straighten(path);
  auto folder_output = output_;
  give_package(session, folder_output, {}, "check --fix", fixed.files);
  Answer answer;
  answer.table.name = "changes";
  answer.table.title = language.say_count("check.fixed", static_cast<std::int64_t>(fixed.cells.size()));
  answer.table.columns = {{"file", language.say("column.file")},
                          {"row", language.say("column.row"), TableColumn::Align::right},
                          {"field", language.say("column.field")},
                          {"before", language.say("column.before")},
                          {"after", language.say("column.after")}};
  answer.rows_key = "changes";
  for (const auto& change : fixed.cells) {
    answer.table.rows.push_back({Cell(change.file), Cell(static_cast<std::int64_t>(change.row)), Cell(change.field),
                                 Cell(change.before), Cell(change.after)});
    answer.rows.push_back({{"file", change.file}, {"row", change.row}, {"field", change.field},
                           {"before", change.before}, {"after", change.after}});
  }
  for (const auto& file : fixed.rewritten) {
    answer.table.notes.push_back(language.say("check.rewritten", {{"file", file}}));
  }
  for (const auto& fault : fixed.remaining) {
    answer.table.notes.push_back(language.say("check.remaining", {{"place", fault_place(fault, language)},
                                                                  {"message", fault_message(fault, language)},
                                                                  {"hint", fault_hint(fault, language)}}));
  }
  answer.json["rewritten"] = fixed.rewritten;
  answer.json["remaining"] = fixed.remaining.size();
  OutputOptions to_screen;
  to_screen.format = output_.format;
  give(session, to_screen, std::move(answer));
  return fixed.remaining.empty() ? ExitCode::done : ExitCode::findings;
}

ExitCode CheckCommand::run(Session& session) {
  const auto& language = session.language;
  const auto path = data_path(words_.data(language), language);
  if (fix_) return fix(session, path);
  output_.check(language);
  LoadOptions options;
  options.format = input_format_of(words_.input_format, language);
  const auto loaded = session.timings.phase("load", [&] { return load(path, options); });

  Answer answer;
  auto& table = answer.table;
  table.name = "faults";
  table.columns = {{"severity", language.say("column.severity")}, {"file", language.say("column.file")},
                   {"row", language.say("column.row"), TableColumn::Align::right},
                   {"field", language.say("column.field")},       {"value", language.say("column.value")},
                   {"code", language.say("column.code")},         {"message", language.say("column.message")},
                   {"hint", language.say("column.hint")}};
  answer.rows_key = "faults";
  std::size_t errors = 0;
  for (const auto& fault : loaded.faults) {
    const bool error = fault.severity == Severity::error;
    errors += error ? 1 : 0;
    const std::string severity = error ? "error" : "warning";
    auto message = fault_message(fault, language);
    auto hint = fault_hint(fault, language);
    answer.rows.push_back({{"code", fault.code}, {"severity", severity}, {"file", fault.file},
                           {"row", fault.row == 0 ? Json(nullptr) : Json(fault.row)},
                           {"field", text_or_null(fault.field)}, {"value", text_or_null(fault.value)},
                           {"message", message}, {"hint", hint}});
    table.rows.push_back({Cell(severity, language.label("severity", severity)), Cell(fault.file),
                          fault.row == 0 ? Cell() : Cell(static_cast<std::int64_t>(fault.row)), Cell(fault.field),
                          Cell(fault.value), Cell(fault.code), Cell(std::move(message)), Cell(std::move(hint))});
  }
  answer.json["counts"] = counts_json(loaded, errors);
  const auto number = [&](std::size_t value) { return static_cast<std::int64_t>(value); };
  table.title = language.say("check.title", {{"data", path},
                                             {"errors", language.say_count("check.errors", number(errors))},
                                             {"warnings", language.say_count("check.warnings",
                                                                             number(loaded.faults.size() - errors))}});
  const auto count = [&](const char* key, std::size_t value) { return language.say_count(key, number(value)); };
  table.notes.push_back(language.say("check.counts",
                                     {{"institutions", count("check.count.institutions", loaded.data.institutions.size())},
                                      {"people", count("check.count.people", loaded.data.people.size())},
                                      {"agreements", count("check.count.agreements", loaded.data.agreements.size())},
                                      {"evidence", count("check.count.claims", loaded.data.evidence.size())}}));
  if (loaded.acknowledged > 0) {
    table.notes.push_back(language.say_count("check.acknowledged", number(loaded.acknowledged)));
  }
  if (table.rows.empty() && format_of(output_) == "table") table.columns.clear();  // no fault: sentences are enough
  give(session, output_, std::move(answer));
  return errors > 0 ? ExitCode::findings : ExitCode::done;
}

}  // namespace

std::unique_ptr<Command> make_check() { return std::make_unique<CheckCommand>(); }

}  // namespace maillage
