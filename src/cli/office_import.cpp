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
#include "cli/import_report.hpp"
#include "cli/kept_descriptor.hpp"
#include "cli/register_writer.hpp"
#include "exchange/package_writer.hpp"
#include "files/files.hpp"
#include "files/scratch_folder.hpp"
#include "model/schema.hpp"
#include "records/office/carried_mapping.hpp"
#include "records/office/import_list.hpp"
#include "records/office/kept_rows.hpp"
#include "records/office/slug.hpp"
#include "records/text_tables.hpp"

namespace maillage {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kLargestFile = 512ULL << 20;
constexpr std::size_t kMostRows = 300'000;  // of a list, all sheets together: some gigabytes of memory where each names somebody new
constexpr const char* kCommand = "import";
constexpr const char* kMappings = "mappings";    // folder of a package in which mappings are remembered
constexpr const char* kNotes = ".notes.csv";     // after the name of the list, beside its mapping

// Does its name say that it is a workbook, whatever it holds?
bool is_named_workbook(const fs::path& file) {
  const auto ending = folded(file.extension().string());
  return ending == ".xlsx" || ending == ".xlsm" || ending == ".ods" || ending == ".xls";
}

// The tables of a file. Failure(unsound_data) for a workbook that cannot be read.
std::vector<ListTable> tables_of(Session& session, const std::string& file, std::optional<Mapping>& carried,
                                 std::vector<std::string>& problems) {
  const auto& language = session.language;
  const auto bytes = read_file(file, kLargestFile);
  try {
    auto workbook = looks_like_workbook(bytes) || is_named_workbook(file) ? read_workbook(bytes) : workbook_of_csv(bytes, fs::path(file).stem().string());
    if (auto found = take_carried_mapping(workbook)) {
      carried = std::move(found->mapping);
      session.tell(language.say_count("import.template", static_cast<std::int64_t>(found->examples), {{"file", file}}));
    }
    for (const auto& problem : workbook.problems) {
      static const std::map<WorkbookProblem::Kind, std::string> names{
          {WorkbookProblem::Kind::impossible_day, "impossible_day"}, {WorkbookProblem::Kind::cells_beyond, "cells_beyond"},
          {WorkbookProblem::Kind::unknown_text, "unknown_text"}, {WorkbookProblem::Kind::broken_value, "broken_value"}};
      problems.push_back(language.say("import.workbook_problem." + names.at(problem.kind),
                                      {{"sheet", problem.sheet}, {"cell", column_letters(problem.column) + std::to_string(problem.row)},
                                       {"value", shown_word(problem.value)}}));
    }
    return list_tables(workbook);
  } catch (const CannotReadWorkbook& fault) {
    throw Failure(ExitCode::unsound_data, language.say("import.workbook." + fault.reason, {{"file", file}, {"part", fault.part.empty() ? "zip" : fault.part}}));
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
    const auto name = entry.path().filename().string();
    if (name.ends_with(".csv") && !name.ends_with(kNotes)) candidates.push_back(entry.path());
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

// The first of them, and how many more there are.
void tell_some(const Session& session, const std::vector<std::string>& lines, std::string_view more) {
  constexpr std::size_t kTold = 40;
  const auto told = std::min(lines.size(), kTold);
  for (std::size_t i = 0; i < told; ++i) session.tell(lines[i]);
  if (told == lines.size()) return;
  session.tell(session.language.say(more, {{"count", session.language.number(static_cast<std::int64_t>(lines.size() - told))}}));
}

void tell_changes(const Session& session, const std::vector<TableChange>& changes, bool has_journal) {
  const auto& language = session.language;
  std::vector<std::string> added, updated;
  for (const auto& change : changes) {
    if (!change.field.empty()) {
      updated.push_back(language.say("import.change.updated", {{"table", change.table}, {"id", shown_word(change.key)}, {"field", change.field},
                                                               {"before", change.before.empty() ? "–" : shown_word(change.before)},
                                                               {"after", shown_word(change.after)}}));
    } else if (change.table == "agreements") {
      added.push_back(language.say("import.change.added", {{"id", shown_word(change.key)}}));
    }
  }
  const auto* more = has_journal ? "import.change.more" : "import.count.more";
  tell_some(session, added, more);
  tell_some(session, updated, more);
}

class OfficeImporter {
 public:
  OfficeImporter(Session& session, const OfficeImport& wanted) : session_(session), wanted_(wanted) {}

  ExitCode run() {
    for (const auto& file : wanted_.files) {
      auto tables = session_.timings.phase("load", [&] { return tables_of(session_, file, carried_, problems_); });
      for (auto& table : tables) table.file = has_sheets_.size();
      has_sheets_.push_back(tables.size() != 1 || tables.front().name != fs::path(file).stem().string());
      std::ranges::move(tables, std::back_inserter(tables_));
    }
    stem_ = fs::path(wanted_.files.front()).stem().string();
    const auto& language = session_.language;
    std::size_t rows = 0;
    for (const auto& table : tables_) rows += table.rows.size();
    if (rows > kMostRows) {
      throw Failure(ExitCode::unsound_data, language.say("import.too_many_rows", {{"file", wanted_.files.front()}, {"rows", language.number(static_cast<std::int64_t>(rows))},
                                                                                  {"most", language.number(static_cast<std::int64_t>(kMostRows))}}));
    }
    if (tables_.empty()) throw Failure(ExitCode::unsound_data, language.say("import.no_table", {{"file", wanted_.files.front()}}));
    const bool writes = !wanted_.output.file.empty() || !wanted_.into.empty();
    if (wanted_.guess && !writes) return show_guess();
    find_mapping();
    if (!writes) throw Failure(ExitCode::usage, language.say("cli.error.needs_output", {{"what", language.say("cli.type.folder")}}));
    // From reading the package to writing it nobody else writes into it.
    if (wanted_.output.file.empty()) lock_ = lock_package(session_, package_folder(), wanted_.keeping, kCommand);
    return make_package();
  }

 private:
  // The proposal, on the screen and, with --mapping, in a file to be corrected.
  ExitCode show_guess() {
    constexpr std::size_t kTold = 12;
    for (std::size_t i = 0; i < std::min(problems_.size(), kTold); ++i) session_.warn(problems_[i]);
    if (problems_.size() > kTold) {
      const auto more = session_.language.number(static_cast<std::int64_t>(problems_.size() - kTold));
      session_.warn("  " + session_.language.say("import.count.more", {{"count", more}}));
    }
    const auto mapping = guessed();
    give(session_, wanted_.output, mapping_answer(mapping, tables_, session_.language));
    if (wanted_.mapping.empty()) return ExitCode::done;
    write_file(wanted_.mapping, mapping_csv(mapping), wanted_.output.force ? Overwrite::allowed : Overwrite::never);
    session_.tell(session_.language.say("import.mapping.written", {{"file", wanted_.mapping}}));
    return ExitCode::done;
  }

  Mapping guessed() const {
    auto mapping = guess_mapping(tables_);
    add_office(mapping);
    return mapping;
  }

  // The institution whose list it is, which the list itself does not name.
  void add_office(Mapping& mapping) const {
    const auto is_there = [&](const auto& c) { return c.column.empty() && c.field == ImportField::party && c.value == wanted_.office; };
    if (wanted_.office.empty() || std::ranges::any_of(mapping.columns, is_there)) return;
    MappedColumn own;
    own.field = ImportField::party;
    own.group = "office";
    own.value = wanted_.office;
    mapping.columns.push_back(std::move(own));
  }

  void find_mapping() {
    std::string file = wanted_.mapping;
    if (file.empty() && !wanted_.guess && !wanted_.into.empty()) file = remembered(wanted_.into, stem_, tables_).value_or("");
    std::vector<MappingFault> faults;
    if (!file.empty()) {
      mapping_ = read_mapping(read_file(file, 16U << 20), faults);
      add_office(mapping_);
      session_.tell(session_.language.say("import.mapping.used", {{"file", file}}));
    } else if (carried_ && !wanted_.guess) {
      mapping_ = *carried_;
      add_office(mapping_);
    } else if (wanted_.guess) {
      mapping_ = guessed();
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
      before_ = before;
    }
    const auto options = list_options(known ? &known->data : nullptr);
    auto list = session_.timings.phase("import", [&] { return import_list(tables_, mapping_, options); });
    const auto merged = merge_soundly(before, list.tables);
    ImportReport report(list, {left_empty_, gone_agreements(before, list.tables, options.sources), problems_}, language);
    report.add(kept_rows(before, list.tables, options.sources), wanted_.output.file.empty() ? wanted_.into : wanted_.output.file);
    const bool is_written = give_package(merged, report);
    if (known) tell_changes(session_, merged.changes, is_written && wanted_.output.file.empty());
    if (moved_citations_ > 0) session_.tell(language.say_count("import.change.moved", static_cast<std::int64_t>(moved_citations_)));
    report.tell(session_, is_written ? notes_file().string() : std::string());
    const auto count = [&](auto is_meant) { return language.number(static_cast<std::int64_t>(std::ranges::count_if(merged.changes, is_meant))); };
    session_.tell(language.say("import.list_done", {{"rows", language.say_count("import.list_rows", static_cast<std::int64_t>(list.rows))},
                                                    {"agreements", language.say_count("import.list_agreements", static_cast<std::int64_t>(list.agreements))},
                                                    {"added", count([](const auto& c) { return c.table == "agreements" && c.field.empty(); })},
                                                    {"changed", count([](const auto& c) { return !c.field.empty(); })}}));
    return report.has_loss() ? ExitCode::findings : ExitCode::done;
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
      options.sources.push_back({id, language.say("import.source_title", {{"file", file}}), file, has_sheets_[i]});
    }
    options.registry = wanted_.registry;
    options.registry_source = {"registre-de-reference", language.say("import.registry.source"), {}, false};
    options.registry_reason = language.say("import.registry.reason");
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
      moved_citations_ = move_citations(all["evidence"], news["evidence"]);
      auto changes = merge(all, news, {"institutions", "people", "themes", "sources", "territories"});
      const ScratchFolder scratch;
      const auto folder = scratch.path() / "package";
      write_folder(folder, all.files(), Overwrite::never);
      auto made = load(folder, {.format = InputFormat::package});
      if (!made.has_errors()) return {std::move(made.data), std::move(changes)};
      if (!leave_empty(made.faults, all, news)) throw Failure(ExitCode::unsound_data, unsound_list_message(made.faults, wanted_.files.front(), session_.language));
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
      const auto* schema = find_table(name);
      if (schema != nullptr && std::ranges::find(schema->key, fault.field) != schema->key.end()) continue;  // it names the row
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

  // False where there was nothing to write.
  bool give_package(const Merged& merged, const ImportReport& report) {
    const auto& language = session_.language;
    if (merged.changes.empty() && wanted_.output.file.empty() && is_remembered()) {
      session_.tell(language.say("import.nothing_changed", {{"data", wanted_.into}}));
      return false;
    }
    auto files = package_files(merged.data);
    if (lock_) {
      give_changes(files, report);
      return true;
    }
    if (!wanted_.into.empty()) files.front().second = kept_descriptor(wanted_.into, files.front().second);
    files.emplace_back(std::string(kMappings) + "/" + stem_ + ".csv", mapping_csv(mapping_));
    files.emplace_back(std::string(kMappings) + "/" + stem_ + kNotes, report.csv());
    maillage::give_package(session_, wanted_.output, wanted_.keeping, kCommand, files);
    return true;
  }

  // Into a package that is there: rows and cells that differ, and a line in its journal. Where its form does not let rows
  // be found again, its tables are written anew.
  void give_changes(const std::vector<std::pair<std::string, std::string>>& files, const ImportReport& report) {
    PackageText text(package_folder());
    if (!lay_over(text, before_, TextTables::of(files))) {
      for (const auto& [name, bytes] : files) {
        if (name.ends_with(".csv")) text.set_file(text.file_of(name.substr(0, name.size() - 4)), bytes);
      }
    }
    text.set_file(std::string(kMappings) + "/" + stem_ + ".csv", mapping_csv(mapping_));
    text.set_file(std::string(kMappings) + "/" + stem_ + kNotes, report.csv());
    const auto entry = session_.timings.phase("write", [&] {
      return keep(*lock_, text, with_descriptor(text, text.after()),
                  {wanted_.keeping.who(session_.language), kCommand, wanted_.keeping.because, {}, 0});
    });
    session_.tell(session_.language.say("register.kept", {{"number", std::to_string(entry.number)}, {"by", entry.by}}));
  }

  // Does the package hold this mapping as it is?
  bool is_remembered() const {
    const auto file = package_folder() / kMappings / (stem_ + ".csv");
    std::error_code error;
    return fs::exists(file, error) && read_file(file, 16U << 20) == mapping_csv(mapping_);
  }

  fs::path notes_file() const {
    const auto folder = wanted_.output.file.empty() ? package_folder() : fs::path(wanted_.output.file);
    return folder / kMappings / (stem_ + kNotes);
  }

  fs::path package_folder() const {
    const fs::path path(wanted_.into);
    return path.filename() == "datapackage.json" ? path.parent_path() : path;
  }

  Session& session_;
  const OfficeImport& wanted_;
  std::vector<ListTable> tables_;
  Mapping mapping_;
  std::unique_ptr<FolderLock> lock_;  // of the package that takes the list
  TextTables before_;
  std::optional<Mapping> carried_;  // by a workbook made by `new --xlsx`
  std::vector<bool> has_sheets_;  // by file
  std::string stem_;
  std::vector<std::string> left_empty_;
  std::size_t moved_citations_ = 0;
  std::vector<std::string> problems_;  // of cells of the files; sentences  // sentences
};

}  // namespace

bool needs_mapping(const std::vector<std::string>& files) {
  if (files.size() > 1) return true;
  std::string begin;
  std::error_code error;
  if (fs::is_directory(files.front(), error) || files.front() == "-") return false;
  return is_named_workbook(files.front()) || looks_like_workbook(read_file(files.front(), kLargestFile));
}

ExitCode run_office_import(Session& session, const OfficeImport& wanted) { return OfficeImporter(session, wanted).run(); }

}  // namespace maillage
