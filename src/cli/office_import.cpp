// SPDX-License-Identifier: Apache-2.0
#include "cli/office_import.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "cli/fault_messages.hpp"
#include "cli/kept_descriptor.hpp"
#include "exchange/package_writer.hpp"
#include "files/files.hpp"
#include "files/scratch_folder.hpp"
#include "records/office/import_list.hpp"
#include "records/office/slug.hpp"
#include "records/text_tables.hpp"

namespace maillage {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kLargestFile = 512ULL << 20;
constexpr const char* kMappings = "mappings";  // folder of a package in which mappings are remembered

// The tables of a file. Failure(unsound_data) for a workbook that cannot be read.
std::vector<ListTable> tables_of(Session& session, const std::string& file) {
  const auto& language = session.language;
  const auto bytes = read_file(file, kLargestFile);
  try {
    const auto workbook = looks_like_workbook(bytes) ? read_workbook(bytes)
                                                     : workbook_of_csv(bytes, fs::path(file).stem().string());
    for (const auto& problem : workbook.problems) {
      static const std::map<WorkbookProblem::Kind, std::string> names{
          {WorkbookProblem::Kind::impossible_day, "impossible_day"}, {WorkbookProblem::Kind::cells_beyond, "cells_beyond"},
          {WorkbookProblem::Kind::unknown_text, "unknown_text"}, {WorkbookProblem::Kind::broken_value, "broken_value"}};
      session.warn(language.say("import.workbook_problem." + names.at(problem.kind),
                                {{"sheet", problem.sheet}, {"cell", column_letters(problem.column) + std::to_string(problem.row)},
                                 {"value", shown_word(problem.value)}}));
    }
    return list_tables(workbook);
  } catch (const CannotReadWorkbook& fault) {
    throw Failure(ExitCode::unsound_data, language.say("import.workbook." + fault.reason, {{"file", file}, {"part", fault.part}}));
  }
}

std::string fault_words(const MappingFault& fault, const std::string& file, const Language& language) {
  static const std::map<MappingFault::Kind, std::string> names{
      {MappingFault::Kind::unknown_field, "unknown_field"}, {MappingFault::Kind::unknown_column, "unknown_column"},
      {MappingFault::Kind::unknown_table, "unknown_table"}, {MappingFault::Kind::nothing_to_take, "nothing_to_take"},
      {MappingFault::Kind::broken_codes, "broken_codes"},   {MappingFault::Kind::no_parties, "no_parties"},
      {MappingFault::Kind::not_a_mapping, "not_a_mapping"}};
  auto words = language.say("import.mapping." + names.at(fault.kind), {{"value", shown_word(fault.value)}});
  if (!fault.hint.empty()) words += " " + language.say("import.mapping.nearest", {{"name", fault.hint}});
  if (fault.row == 0 || file.empty()) return words;
  return language.say("import.mapping.place", {{"file", file}, {"row", std::to_string(fault.row)}}) + " " + words;
}

[[noreturn]] void refuse(const std::vector<MappingFault>& faults, const std::string& file, const Language& language) {
  std::string words = file.empty() ? language.say("import.mapping.guess_falls_short") : language.say("import.mapping.unfit", {{"file", file}});
  for (const auto& fault : faults) words += "\n  " + fault_words(fault, file, language);
  throw Failure(ExitCode::unsound_data, words);
}

// A mapping the package remembers that fits the list; nothing where none does. That of the list's own name goes first.
std::optional<std::string> remembered(const std::string& package, const std::string& stem, std::span<const ListTable> tables) {
  std::vector<fs::path> candidates;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(fs::path(package) / kMappings, error)) {
    if (entry.path().extension() == ".csv") candidates.push_back(entry.path());
  }
  std::ranges::sort(candidates, {}, [&](const fs::path& path) { return std::tuple(path.stem() != stem, path.string()); });
  for (const auto& candidate : candidates) {
    std::vector<MappingFault> faults;
    const auto mapping = read_mapping(read_file(candidate), faults);
    if (faults.empty() && misfits(mapping, tables).empty()) return candidate.string();
  }
  return std::nullopt;
}

Answer mapping_answer(const Mapping& mapping, std::span<const ListTable> tables, const Language& language) {
  Answer answer;
  answer.table.name = "mapping";
  answer.table.title = language.say("import.mapping.title");
  for (const auto* key : {"table", "column", "field", "group", "separator", "example", "certainty"}) {
    answer.table.columns.push_back({key, language.say(std::string("import.column.") + key)});
  }
  answer.table.columns.back().align = TableColumn::Align::right;
  for (const auto& column : mapping.columns) {
    const std::string name(info_of(column.field).name);
    answer.table.rows.push_back({Cell(column.table), Cell(column.column.empty() ? column.value : column.column),
                                 Cell(name, column.field == ImportField::ignore ? "–" : name),
                                 Cell(column.group), Cell(column.separator), Cell(column.example),
                                 column.field == ImportField::ignore ? Cell() : Cell(column.certainty, language.percent(column.certainty))});
    Json row;
    row["table"] = column.table;
    row["column"] = column.column;
    row["field"] = name;
    row["group"] = column.group;
    row["separator"] = column.separator;
    row["value"] = column.value;
    row["example"] = column.example;
    row["certainty"] = column.certainty;
    answer.rows.push_back(std::move(row));
  }
  answer.rows_key = "columns";
  for (const auto& table : tables) {
    answer.table.notes.push_back(language.say(table.is_hidden ? "import.table_hidden" : "import.table",
                                              {{"table", table.name}, {"row", std::to_string(table.header_row)},
                                               {"rows", language.number(static_cast<std::int64_t>(table.rows.size()))}}));
  }
  for (const auto& fault : misfits(mapping, tables)) answer.table.notes.push_back(fault_words(fault, {}, language));
  return answer;
}

std::string note_words(const ImportNote& note, const Language& language) {
  static const std::map<ImportNote::Kind, std::string> names{
      {ImportNote::Kind::unread, "unread"},           {ImportNote::Kind::doubtful, "doubtful"},
      {ImportNote::Kind::conflicting, "conflicting"}, {ImportNote::Kind::no_parties, "no_parties"},
      {ImportNote::Kind::error_value, "error_value"}, {ImportNote::Kind::uneven, "uneven"},
      {ImportNote::Kind::unknown_code, "unknown_code"}, {ImportNote::Kind::hidden_table, "hidden_table"},
      {ImportNote::Kind::contact, "contact"}};
  const auto place = note.row == 0 ? note.table : language.say("import.place", {{"table", note.table}, {"row", std::to_string(note.row)}});
  return language.say("import.note." + names.at(note.kind),
                      {{"place", place}, {"column", note.column.empty() ? note.field : note.column}, {"field", note.field},
                       {"value", shown_word(note.value)}, {"taken", note.taken}});
}

bool is_loss(const ImportNote& note) {
  return note.kind != ImportNote::Kind::doubtful && note.kind != ImportNote::Kind::unknown_code && note.kind != ImportNote::Kind::hidden_table;
}

// A line for each institution that a person should look at: near or ambiguous names.
void tell_matches(const Session& session, const ImportedList& list) {
  using Judgement = InstitutionMatch::Judgement;
  const auto& language = session.language;
  std::int64_t known = 0, added = 0;
  for (const auto& match : list.matches) {
    ++(match.judgement == Judgement::known || match.judgement == Judgement::told ? known : added);
    if (match.judgement != Judgement::near && match.judgement != Judgement::ambiguous) continue;
    std::vector<std::string> others;
    for (const auto& [id, score] : match.runners_up) others.push_back(id + " (" + language.percent(score) + ")");
    session.warn(language.say(match.judgement == Judgement::near ? "import.match.near" : "import.match.ambiguous",
                              {{"name", language.quoted(shown_word(match.spelling))}, {"id", match.id}, {"others", language.list(others)}}));
  }
  session.tell(language.say("import.matches", {{"known", language.number(known)}, {"added", language.number(added)}}));
}

void tell_changes(const Session& session, const std::vector<TableChange>& changes) {
  const auto& language = session.language;
  for (const auto& change : changes) {
    if (change.field.empty()) {
      if (change.table != "agreements") continue;
      session.tell(language.say("import.change.added", {{"id", shown_word(change.key)}}));
    } else {
      session.tell(language.say("import.change.updated", {{"table", change.table}, {"id", shown_word(change.key)}, {"field", change.field},
                                                          {"before", change.before.empty() ? "–" : shown_word(change.before)},
                                                          {"after", shown_word(change.after)}}));
    }
  }
}

class OfficeImporter {
 public:
  OfficeImporter(Session& session, const OfficeImport& wanted) : session_(session), wanted_(wanted) {}

  ExitCode run() {
    for (const auto& file : wanted_.files) {
      auto tables = session_.timings.phase("load", [&] { return tables_of(session_, file); });
      for (auto& table : tables) table.file = has_sheets_.size();
      has_sheets_.push_back(tables.size() != 1 || tables.front().name != fs::path(file).stem().string());
      std::ranges::move(tables, std::back_inserter(tables_));
    }
    stem_ = fs::path(wanted_.files.front()).stem().string();
    const auto& language = session_.language;
    if (tables_.empty()) throw Failure(ExitCode::unsound_data, language.say("import.no_table", {{"file", wanted_.files.front()}}));
    const bool writes = !wanted_.output.file.empty() || !wanted_.into.empty();
    if (wanted_.guess && !writes) return show_guess();
    find_mapping();
    if (!writes) throw Failure(ExitCode::usage, language.say("cli.error.needs_output", {{"what", language.say("cli.type.folder")}}));
    return make_package();
  }

 private:
  // The proposal, on the screen and, with --mapping, in a file to be corrected.
  ExitCode show_guess() {
    const auto mapping = guess_mapping(tables_);
    give(session_, wanted_.output, mapping_answer(mapping, tables_, session_.language));
    if (wanted_.mapping.empty()) return ExitCode::done;
    write_file(wanted_.mapping, mapping_csv(mapping), wanted_.output.force ? Overwrite::allowed : Overwrite::never);
    session_.tell(session_.language.say("import.mapping.written", {{"file", wanted_.mapping}}));
    return ExitCode::done;
  }

  void find_mapping() {
    std::string file = wanted_.mapping;
    if (file.empty() && !wanted_.guess && !wanted_.into.empty()) file = remembered(wanted_.into, stem_, tables_).value_or("");
    std::vector<MappingFault> faults;
    if (!file.empty()) {
      mapping_ = read_mapping(read_file(file, 16U << 20), faults);
      session_.tell(session_.language.say("import.mapping.used", {{"file", file}}));
    } else if (wanted_.guess) {
      mapping_ = guess_mapping(tables_);
    } else {
      throw Failure(ExitCode::usage, session_.language.say("import.needs_mapping", {{"file", wanted_.files.front()}}));
    }
    if (faults.empty()) faults = misfits(mapping_, tables_);
    if (!faults.empty()) refuse(faults, file, session_.language);
  }

  ExitCode make_package() {
    const auto& language = session_.language;
    std::optional<Loaded> known;
    TextTables before;
    if (!wanted_.into.empty()) {
      known = load(wanted_.into, {.format = InputFormat::package});
      if (known->has_errors()) throw Failure(ExitCode::unsound_data, unsound_data_message(known->faults, wanted_.into, language));
      before = TextTables::of(package_files(known->data));
    }
    auto list = session_.timings.phase("import", [&] { return import_list(tables_, mapping_, list_options(known ? &known->data : nullptr)); });
    const auto merged = merge_soundly(before, list.tables);
    give_package(merged);
    if (known) tell_changes(session_, merged.changes);
    bool has_loss = !left_empty_.empty();
    for (const auto& words : left_empty_) session_.warn(words);
    for (const auto& note : list.notes) {
      has_loss = has_loss || is_loss(note);
      session_.warn(note_words(note, language));
    }
    tell_matches(session_, list);
    const auto count = [&](auto is_meant) { return language.number(static_cast<std::int64_t>(std::ranges::count_if(merged.changes, is_meant))); };
    session_.tell(language.say("import.list_done", {{"rows", language.number(static_cast<std::int64_t>(list.rows))},
                                                    {"agreements", language.number(static_cast<std::int64_t>(list.agreements))},
                                                    {"added", count([](const auto& c) { return c.table == "agreements" && c.field.empty(); })},
                                                    {"changed", count([](const auto& c) { return !c.field.empty(); })}}));
    return has_loss ? ExitCode::findings : ExitCode::done;
  }

  ImportListOptions list_options(const DataSet* known) const {
    const auto& language = session_.language;
    ImportListOptions options;
    std::set<std::string> ids;
    for (std::size_t i = 0; i < wanted_.files.size(); ++i) {
      const fs::path path(wanted_.files[i]);
      const auto file = path.filename().string(), wanted_id = "liste-" + slug(path.stem().string());
      auto id = wanted_id;
      for (int n = 2; !ids.insert(id).second; ++n) id = wanted_id + "-" + std::to_string(n);
      options.sources.push_back({id, language.say("import.source_title", {{"file", file}}), file,
                                 has_sheets_[i] ? language.say("import.locator_sheet") : std::string()});
    }
    options.locator_row = language.say("import.locator_row");
    options.known = known;
    return options;
  }

  struct Merged {
    DataSet data;
    std::vector<TableChange> changes;
  };

  // What the package becomes, read and checked as any package is before a byte of it is written. A value that would make
  // it unsound (a party that leaves before it joins) is left empty and told.
  Merged merge_soundly(const TextTables& before, TextTables& news) {
    while (true) {
      auto all = before;
      auto changes = merge(all, news, {"institutions", "people", "themes", "sources"});
      const ScratchFolder scratch;
      const auto folder = scratch.path() / "package";
      write_folder(folder, all.files(), Overwrite::never);
      auto made = load(folder, {.format = InputFormat::package});
      if (!made.has_errors()) return {std::move(made.data), std::move(changes)};
      if (!leave_empty(made.faults, all, news)) throw Failure(ExitCode::unsound_data, unsound_data_message(made.faults, wanted_.files.front(), session_.language));
    }
  }

  // Empties the cells of the list at fault; false where none of the faults is the list's own.
  bool leave_empty(const Faults& faults, const TextTables& all, TextTables& news) {
    bool is_mended = false;
    std::string table;
    std::map<std::uint64_t, std::size_t> row_on_line;
    std::map<std::string, std::size_t> row_of_key;
    for (const auto& fault : faults) {  // they come table by table
      const auto name = fs::path(fault.file).stem().string();
      if (fault.severity != Severity::error || news.find(name) == nullptr) continue;
      auto& imported = news[name];
      if (name != table) {
        table = name;
        row_on_line.clear();
        row_of_key.clear();
        const auto lines = all.find(name)->lines();
        for (std::size_t r = 0; r < lines.size(); ++r) row_on_line[lines[r]] = r;
        for (std::size_t r = 0; r < imported.rows.size(); ++r) row_of_key.try_emplace(row_key(name, imported, r), r);
      }
      const auto at = row_on_line.find(fault.row);
      if (at == row_on_line.end()) continue;
      const auto key = row_key(name, *all.find(name), at->second);
      const auto place = row_of_key.find(key);
      if (place == row_of_key.end() || std::ranges::find(imported.columns, fault.field) == imported.columns.end()) continue;
      auto& cell = imported.at(place->second, fault.field);
      if (cell.empty()) continue;
      left_empty_.push_back(session_.language.say("import.left_empty", {{"table", name}, {"row", shown_word(key)}, {"field", fault.field},
                                                                        {"value", shown_word(cell)},
                                                                        {"fault", fault_message(fault, session_.language)}}));
      cell.clear();
      is_mended = true;
    }
    return is_mended;
  }

  void give_package(const Merged& merged) {
    const auto& language = session_.language;
    if (merged.changes.empty() && wanted_.output.file.empty()) return session_.tell(language.say("import.nothing_changed", {{"data", wanted_.into}}));
    auto files = package_files(merged.data);
    if (!wanted_.into.empty()) files.front().second = kept_descriptor(wanted_.into, files.front().second);
    files.emplace_back(std::string(kMappings) + "/" + stem_ + ".csv", mapping_csv(mapping_));
    auto output = wanted_.output;
    if (output.file.empty()) {
      output.file = package_folder().string();
      output.force = true;  // --into says so
    }
    give_folder(session_, output, files);
  }

  fs::path package_folder() const {
    const fs::path path(wanted_.into);
    return path.filename() == "datapackage.json" ? path.parent_path() : path;
  }

  Session& session_;
  const OfficeImport& wanted_;
  std::vector<ListTable> tables_;
  Mapping mapping_;
  std::vector<bool> has_sheets_;  // by file
  std::string stem_;
  std::vector<std::string> left_empty_;  // sentences
};

}  // namespace

bool needs_mapping(const std::vector<std::string>& files) {
  if (files.size() > 1) return true;
  std::string begin;
  std::error_code error;
  if (fs::is_directory(files.front(), error) || files.front() == "-") return false;
  return looks_like_workbook(read_file(files.front(), kLargestFile));
}

ExitCode run_office_import(Session& session, const OfficeImport& wanted) { return OfficeImporter(session, wanted).run(); }

}  // namespace maillage
