// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <map>

#include "cli/accept_document.hpp"
#include "cli/allowed_values.hpp"
#include "cli/command.hpp"
#include "cli/field_words.hpp"
#include "cli/shown_moment.hpp"
#include "cli/taken_back_change.hpp"

namespace maillage {
namespace {

constexpr const char* kCommand = "accept";
constexpr std::size_t kMostLinesTold = 60;

// Reviewed drafts become rows of the data package, all of them together or none.
class AcceptCommand final : public Command {
 public:
  void define(CLI::App& app, const Language& language) override {
    app.add_option("words", words_, language.say("cli.argument.data") + "\n" + language.say("accept.argument.drafts"))
        ->type_name("")->expected(0, 100'000)->option_text("[DATA] " + language.say("accept.word.drafts"));
    const auto group = language.say("accept.group");
    app.add_flag("--yes", yes_, language.say("accept.option.yes"))->group(group);
    app.add_option("--conflicts", conflicts_, language.say("accept.option.conflicts"))->group(group)->type_name("keep|take");
    app.add_flag("--undo", undoes_, language.say("accept.option.undo"))->group(group);
    keeping_.define(app, language, KeepingOptions::Kind::with_dry_run);
    app.add_option("--format", output_.format, language.say("cli.option.format"))
        ->group(language.say("cli.group.output"))->type_name("table|csv|json|md|excel|xlsx");
  }
  ExitCode run(Session& session) override;

 private:
  struct Accepted {
    std::string form, source;
    std::vector<std::string> agreements;
  };
  // People see what becomes of the values; tables for programs say in which row as well.
  OutputOptions shown_output() const { return columns_to_read(output_, {"form", "record", "field", "value", "state", "before"}); }
  std::string take_data(const Language& language);
  AcceptOptions options(const Language& language) const;
  ExitCode undo(Session& session, const std::filesystem::path& folder) const;
  ExitCode accept(Session& session, const std::string& path, const std::filesystem::path& folder);
  Answer answer_of(const Session& session, const AcceptOutcome& outcome, const std::vector<Accepted>& accepted, const std::string& data) const;
  void refuse_open(Session& session, const AcceptOutcome& outcome, const Answer& answer) const;

  std::vector<std::string> words_;
  std::string conflicts_;
  bool yes_ = false, undoes_ = false;
  KeepingOptions keeping_;
  OutputOptions output_;
};

bool is_package(const std::string& word) {
  std::error_code error;
  const std::filesystem::path path(word);
  return path.filename() == "datapackage.json" || std::filesystem::exists(path / "datapackage.json", error);
}

// The word that is DATA goes; the others are drafts.
std::string AcceptCommand::take_data(const Language& language) {
  const bool is_given = !words_.empty() && (is_package(words_.front()) || !has_default_data());
  std::string data;
  if (is_given) {
    data = words_.front();
    words_.erase(words_.begin());
  }
  if (words_.empty() != undoes_) {
    throw Failure(ExitCode::usage, language.say(undoes_ ? "accept.error.undo_alone" : "cli.error.too_few_words",
                                                {{"wanted", "[DATA] " + language.say("accept.word.drafts")}}));
  }
  return data;
}

AcceptOptions AcceptCommand::options(const Language& language) const {
  if (!conflicts_.empty()) check_code("--conflicts", conflicts_, {"keep", "take"}, language);
  const auto on_conflict = conflicts_ == "keep" ? OnConflict::keep : conflicts_ == "take" ? OnConflict::take : OnConflict::undecided;
  return {on_conflict, day_of_the_clock()};
}

ExitCode AcceptCommand::run(Session& session) {
  const auto& language = session.language;
  output_.check(language);
  keeping_.who(language);
  const auto path = data_path(take_data(language), language);
  const auto folder = package_folder(path, language);
  if (!is_package(folder.string())) session.load(path, "package");  // says what is wrong with it
  return undoes_ ? undo(session, folder) : accept(session, path, folder);
}

ExitCode AcceptCommand::undo(Session& session, const std::filesystem::path& folder) const {
  RegisterWriter writer(session, folder, keeping_, "accept --undo");
  const auto journal = journal_of(folder);
  const auto* entry = journal.last_standing_of(kCommand);
  if (entry == nullptr) throw Failure(ExitCode::findings, session.language.say("accept.error.nothing_to_undo", {{"data", folder.string()}}));
  return take_back_change(session, writer, *entry, output_, keeping_.because);
}

TextTables tables_of(RegisterWriter& writer) {
  TextTables tables;
  for (const auto& schema : package_schema()) tables[schema.name] = writer.text().table(schema.name).texts();
  return tables;
}

// Rows stand where they stood; others came behind them.
void lay_over(RegisterWriter& writer, const TextTables& before, const TextTables& after) {
  for (const auto& schema : package_schema()) {
    const auto& was = *before.find(schema.name);
    const auto& is = *after.find(schema.name);
    if (was.rows == is.rows) continue;
    auto& raw = writer.table(schema.name);
    for (std::size_t r = 0; r < was.rows.size(); ++r) {
      for (std::size_t c = 0; c < is.columns.size(); ++c) {
        if (was.rows[r][c] != is.rows[r][c]) raw.set(r, is.columns[c], is.rows[r][c]);
      }
    }
    std::vector<std::vector<std::pair<std::string_view, std::string>>> fresh;
    for (auto r = was.rows.size(); r < is.rows.size(); ++r) {
      auto& cells = fresh.emplace_back();
      for (std::size_t c = 0; c < is.columns.size(); ++c) {
        if (!is.rows[r][c].empty()) cells.emplace_back(is.columns[c], is.rows[r][c]);
      }
    }
    raw.add_all(fresh);
  }
}

std::vector<std::string> words_of(const std::vector<AcceptDoubt>& doubts) {
  std::vector<std::string> words;
  for (const auto& doubt : doubts) words.push_back(doubt.words);
  return words;
}

Answer AcceptCommand::answer_of(const Session& session, const AcceptOutcome& outcome, const std::vector<Accepted>& accepted, const std::string& data) const {
  const auto& language = session.language;
  Answer answer;
  answer.rows_key = "rows";
  answer.table.name = "accepted";
  answer.table.title = language.say(keeping_.dry_run ? "register.would_change" : "accept.title", {{"data", data}});
  for (const auto* key : {"form", "record", "field", "value", "state", "before", "table", "row"}) {
    answer.table.columns.push_back({key, language.say(std::string("accept.column.") + key)});
  }
  std::map<std::string, std::int64_t> counts;
  for (const auto& one : outcome.claims) {
    ++counts[one.state];
    const Cell state(one.state, language.say("accept.state." + one.state));
    const auto in_words = [&](const std::string& value) {
      return one.column.empty() || value.empty() ? Cell(value) : Cell(value, value_in_words(one.table, one.column, value, language));
    };
    answer.table.rows.push_back({Cell(one.form), Cell(one.record), Cell(one.field), in_words(one.value), state, in_words(one.before),
                                 Cell(one.table), Cell(one.row)});
    answer.rows.push_back({{"form", one.form}, {"record", one.record}, {"field", one.field}, {"value", one.value}, {"state", one.state},
                           {"before", one.before.empty() ? Json(nullptr) : Json(one.before)}, {"table", one.table}, {"row", one.row}});
  }
  answer.json["dry_run"] = keeping_.dry_run;
  answer.json["change"] = nullptr;
  answer.json["documents"] = Json::array();
  for (const auto& one : accepted) answer.json["documents"].push_back({{"form", one.form}, {"source", one.source}, {"agreements", one.agreements}});
  answer.json["counts"] = Json::object();
  std::vector<std::string> words;
  for (const auto* state : {"added", "same", "refined", "beside", "taken", "conflict", "left_out"}) {
    answer.json["counts"][state] = counts[state];
    if (counts[state] > 0) words.push_back(language.say(std::string("accept.state.") + state) + " " + language.number(counts[state]));
  }
  answer.json["doubts"] = words_of(outcome.doubts);
  answer.json["faults"] = outcome.faults;
  if (!words.empty()) answer.table.notes.push_back(language.say("accept.counts", {{"counts", language.list(words)}}));
  return answer;
}

std::string listed(const std::vector<std::string>& lines, const Language& language) {
  std::string text;
  const auto told = std::min(lines.size(), kMostLinesTold);
  for (std::size_t i = 0; i < told; ++i) text += "\n  " + lines[i];
  if (told < lines.size()) text += "\n  " + language.say("accept.more", {{"count", language.number(static_cast<std::int64_t>(lines.size() - told))}});
  return text;
}

void AcceptCommand::refuse_open(Session& session, const AcceptOutcome& outcome, const Answer& answer) const {
  const auto& language = session.language;
  if (!outcome.faults.empty()) throw Failure(ExitCode::findings, language.say("accept.error.faults") + listed(outcome.faults, language));
  if (outcome.doubts.empty() || yes_) return;
  give(session, shown_output(), answer);
  throw Failure(ExitCode::findings, language.say_count("accept.error.doubts", static_cast<std::int64_t>(outcome.doubts.size())) + listed(words_of(outcome.doubts), language) +
                                        "\n" + language.say("accept.hint.doubts"));
}

ExitCode AcceptCommand::accept(Session& session, const std::string& path, const std::filesystem::path& folder) {
  const auto& language = session.language;
  const auto chosen = options(language);
  const auto forms = session.timings.phase("load", [&] { return read_forms(session, words_); });
  // From reading the package to writing it nobody else writes into it: names are looked for in what is there now.
  RegisterWriter writer(session, folder, keeping_, kCommand);
  session.load(path, "package");
  const auto before = tables_of(writer);
  AcceptedTables tables(before);
  AcceptOutcome outcome;
  AcceptContext context{session, tables, outcome, chosen};
  documents::NameMatcher matcher({&session.data(), &session.names()}, Registry::carried());
  AcceptedNames names(context, matcher);
  RegisterValues values(session);
  AcceptedDocument document(context, names, values);
  std::vector<Accepted> accepted;
  session.timings.phase("accept", [&] {
    for (const auto& form : forms) {
      context.source.clear();
      const auto first = outcome.doubts.size();
      auto agreements = document.accept(form);
      // As they stand in the form, each once.
      const auto begin = outcome.doubts.begin() + static_cast<std::ptrdiff_t>(first);
      std::sort(begin, outcome.doubts.end());
      outcome.doubts.erase(std::unique(begin, outcome.doubts.end()), outcome.doubts.end());
      accepted.push_back({form.path.filename().string(), context.source, std::move(agreements)});
    }
  });
  for (const auto& remark : outcome.remarks) session.tell(remark);
  const auto answer = answer_of(session, outcome, accepted, folder.string());
  refuse_open(session, outcome, answer);
  lay_over(writer, before, tables.tables());
  return writer.finish(shown_output(), {.reason = keeping_.because, .shown = &answer});
}

}  // namespace

std::unique_ptr<Command> make_accept() { return std::make_unique<AcceptCommand>(); }

}  // namespace maillage
