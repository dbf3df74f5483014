// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>

#include "cli/command.hpp"
#include "cli/register_writer.hpp"
#include "cli/shown_moment.hpp"
#include "cli/view_arguments.hpp"
#include "files/files.hpp"
#include "files/folder_reading.hpp"
#include "names/name_index.hpp"

namespace maillage {
namespace {

// Who changed what when: the journal of a package as a table.
class LogCommand final : public Command {
 public:
  void define(CLI::App& app, const Language& language) override {
    words_.define(app, language);
    output_.define(app, language, OutputOptions::Kind::table);
    const auto group = language.say("register.group.log");
    const auto add = [&](const char* option, std::string& into, const char* key, const char* type) {
      app.add_option(option, into, language.say(key))->group(group)->type_name(language.say(type));
    };
    add("--since", since_, "register.option.since", "register.type.date");
    add("--until", until_, "register.option.until", "register.type.date");
    add("--by", by_, "register.option.log_by", "register.type.name");
    add("--row", row_, "register.option.row", "register.word.id");
  }
  ExitCode run(Session& session) override;

 private:
  bool is_wanted(const JournalEntry& entry) const;
  bool is_wanted(const TableChange& change) const;
  bool give_entry(const Journal& journal, const JournalEntry& entry, Answer& answer, const Language& language) const;
  Words words_;
  OutputOptions output_;
  std::string since_, until_, by_, row_;
};

// A day holds all of its hours: `--until 2026-03` is up to the first moment of April, as the clock here has it.
std::string bound(const std::string& text, bool is_end, const char* option, const Language& language) {
  if (text.empty()) return {};
  const auto day = day_of_argument(text, option, is_end, language);
  return midnight_in_utc(is_end ? day + 1 : day);
}

bool LogCommand::is_wanted(const JournalEntry& entry) const {
  if (!since_.empty() && entry.time < since_) return false;
  if (!until_.empty() && entry.time >= until_) return false;
  return by_.empty() || folded(entry.by).find(folded(by_)) != std::string::npos;
}

bool LogCommand::is_wanted(const TableChange& change) const {
  if (row_.empty() || change.key == row_) return true;
  return change.key.starts_with(row_ + "/") || change.key.ends_with("/" + row_);
}

// False where nothing of it is wanted.
bool LogCommand::give_entry(const Journal& journal, const JournalEntry& entry, Answer& answer, const Language& language) const {
  Answer rows;
  std::vector<TableChange> wanted;
  for (const auto& change : entry.rows) {
    if (is_wanted(change)) wanted.push_back(change);
  }
  if (wanted.empty() && !row_.empty()) return false;
  add_changes(rows, wanted, language);
  const bool is_undone = journal.was_undone(entry.number);
  Json object{{"change", entry.number}, {"time", entry.time}, {"by", entry.by}, {"command", entry.command},
              {"reason", entry.reason.empty() ? Json(nullptr) : Json(entry.reason)},
              {"undoes", entry.undoes == 0 ? Json(nullptr) : Json(entry.undoes)}, {"undone", is_undone}, {"rows", Json::array()}};
  for (auto& row : rows.rows) object["rows"].push_back(std::move(row));
  auto summary = language.say_count("register.log.rows", static_cast<std::int64_t>(wanted.size()));
  std::string state;
  if (entry.undoes != 0) state = language.say("register.log.undoes", {{"number", std::to_string(entry.undoes)}});
  if (is_undone) state = language.say("register.log.undone");
  // One line for each row and field, as a person looks for them; evidence in one line.
  const auto line = [&](const std::vector<Cell>& what) {
    auto cells = std::vector<Cell>{Cell(static_cast<std::int64_t>(entry.number)), Cell(entry.time, shown_moment(entry.time)), Cell(entry.by), Cell(entry.command)};
    cells.insert(cells.end(), what.begin(), what.end());
    cells.emplace_back(entry.reason);
    cells.emplace_back(state);
    answer.table.rows.push_back(std::move(cells));
    answer.rows.push_back(object);
  };
  for (const auto& row : rows.table.rows) line(row);
  for (const auto& note : rows.table.notes) line({Cell(note), Cell(), Cell(), Cell(), Cell(), Cell()});
  if (rows.table.rows.empty() && rows.table.notes.empty()) line({Cell(summary), Cell(), Cell(), Cell(), Cell(), Cell()});
  return true;
}

ExitCode LogCommand::run(Session& session) {
  const auto& language = session.language;
  output_.check(language);
  const auto folder = package_folder(data_path(words_.data(language), language), language);
  since_ = bound(since_, false, "--since", language);
  until_ = bound(until_, true, "--until", language);
  FolderReading reading(folder);
  const auto file = reading.path_of(kJournalFile);
  std::error_code error;
  const auto journal = read_journal(std::filesystem::exists(file, error) ? read_file(file) : std::string());
  Answer answer;
  answer.table.name = "log";
  answer.table.title = language.say("register.log.title", {{"data", folder.string()}});
  for (const auto* key : {"change", "time", "by", "command", "table", "row", "what", "field", "before", "after", "reason", "state"}) {
    answer.table.columns.push_back({key, language.say(std::string("register.column.") + key)});
  }
  std::int64_t count = 0;
  for (const auto& entry : journal.entries) {
    if (is_wanted(entry) && give_entry(journal, entry, answer, language)) ++count;
  }
  answer.table.notes.push_back(language.say_count("register.log.count", count));
  if (journal.unread_lines > 0) session.warn(language.say_count("register.log.unread", static_cast<std::int64_t>(journal.unread_lines), {{"file", kJournalFile}}));
  if (format_of(output_) == "json") {  // one object for each change
    std::vector<Json> changes;
    for (auto& row : answer.rows) {
      if (changes.empty() || changes.back()["change"] != row["change"]) changes.push_back(std::move(row));
    }
    answer.rows = std::move(changes);
    answer.table.rows.clear();
    answer.table.rows.resize(answer.rows.size(), std::vector<Cell>(answer.table.columns.size()));
  }
  give(session, output_, std::move(answer));
  return ExitCode::done;
}

}  // namespace

std::unique_ptr<Command> make_log() { return std::make_unique<LogCommand>(); }

}  // namespace maillage
