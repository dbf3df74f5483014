// SPDX-License-Identifier: Apache-2.0
#include "cli/register_writer.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "cli/fault_messages.hpp"
#include "cli/field_words.hpp"
#include "cli/questions.hpp"
#include "exchange/package_writer.hpp"
#include "files/files.hpp"
#include "files/scratch_folder.hpp"
#include "model/schema.hpp"
#include "records/cell_values.hpp"
#include "tables/json_text.hpp"

namespace maillage {
namespace {

namespace fs = std::filesystem;

Loaded load_of(const PackageBytes& files) {
  const ScratchFolder scratch;
  const auto folder = scratch.path() / "package";
  write_folder(folder, {files.begin(), files.end()}, Overwrite::never);
  return load(folder, {.format = InputFormat::package});
}

// A warning that counts the fields of a row, as one for each of them: a row that lacks evidence for one field fewer is
// nothing new.
Faults field_by_field(const Faults& faults) {
  Faults single;
  for (const auto& fault : faults) {
    const auto fields = split_list(fault.field, ',');
    if (fault.code != "no_evidence" || fault.detail != fault.field || fields.size() < 2) {
      single.push_back(fault);
      continue;
    }
    for (const auto field : fields) {
      single.push_back(fault);
      single.back().field = single.back().detail = std::string(field);
    }
  }
  return single;
}

// Faults of `now` that `before` does not have, wherever their lines have moved to.
Faults new_faults(const Faults& before, const Faults& now) {
  const auto name = [](const Fault& fault) {
    return fault.code + '\x1f' + fault.file + '\x1f' + fault.field + '\x1f' + fault.value + '\x1f' + fault.detail + '\x1f' + fault.other;
  };
  std::map<std::string, int> known;
  for (const auto& fault : field_by_field(before)) ++known[name(fault)];
  Faults fresh;
  for (const auto& fault : field_by_field(now)) {
    if (--known[name(fault)] < 0) fresh.push_back(fault);
  }
  return fresh;
}

bool is_about_evidence(const TableChange& change) {
  return change.table == "evidence" || change.table == "acknowledgements" || change.table == "reviews";
}

// What a person sees of a change: of new rows what stands in them beside their key.
std::vector<TableChange> with_cells(const std::vector<TableChange>& changes, const TextTables& after) {
  std::vector<TableChange> shown;
  for (const auto& change : changes) {
    shown.push_back(change);
    const auto* table = after.find(change.table);
    if (!change.field.empty() || is_about_evidence(change) || table == nullptr) continue;
    const auto* schema = find_table(change.table);
    for (std::size_t r = 0; r < table->rows.size(); ++r) {
      if (row_key(change.table, *table, r) != change.key) continue;
      for (std::size_t c = 0; c < table->columns.size(); ++c) {
        const bool is_key = std::ranges::find(schema->key, table->columns[c]) != schema->key.end();
        if (!is_key && !table->rows[r][c].empty()) shown.push_back({change.table, change.key, table->columns[c], "", table->rows[r][c]});
      }
      break;
    }
  }
  return shown;
}

}  // namespace

void add_changes(Answer& answer, const std::vector<TableChange>& changes, const Language& language) {
  answer.rows_key = "rows";
  std::map<std::string, std::int64_t> of_evidence;
  for (const auto& change : changes) {
    if (is_about_evidence(change)) {
      ++of_evidence[change.table];
      continue;
    }
    const bool came = change.field.empty(), went = change.field == kRowGone;
    const auto what = came ? "added" : went ? "removed" : "changed";
    const auto field = came || went ? std::string() : change.field;
    const auto value = [&](const std::string& text) { return Cell(text, value_in_words(change.table, field, text, language)); };
    answer.table.rows.push_back({Cell(change.table, table_in_words(change.table, language)), Cell(change.key),
                                 Cell(what, language.say(std::string("register.what.") + what)), Cell(field, field_in_words(change.table, field, language)),
                                 value(change.before), value(change.after)});
    answer.rows.push_back({{"table", change.table}, {"row", change.key}, {"what", what}, {"field", field.empty() ? Json(nullptr) : Json(field)},
                           {"before", change.before}, {"after", change.after}});
  }
  for (const auto& [table, count] : of_evidence) answer.table.notes.push_back(language.say_count("register.rows_of." + table, count));
}

RegisterWriter::RegisterWriter(Session& session, const fs::path& folder, const KeepingOptions& options, std::string command)
    : session_(session), options_(options), command_(std::move(command)), lock_(lock_package(session, folder, options, command_)),
      text_(std::make_unique<PackageText>(folder)) {}

RawTable& RegisterWriter::table(std::string_view name) {
  auto& table = text_->table(name);
  if (table.is_utf8()) return table;
  throw Failure(ExitCode::unsound_data, session_.language.say("register.error.not_utf8", {{"file", text_->file_of(name)}, {"data", text_->folder().string()}}));
}

// The check that every command makes, of the package as it would be.
bool RegisterWriter::is_sound(const PackageBytes& after) const {
  const auto& language = session_.language;
  const auto before = load_of(text_->before());
  const auto now = load_of(after);
  bool has_errors = false;
  for (const auto& fault : new_faults(before.faults, now.faults)) {
    has_errors = has_errors || fault.severity == Severity::error;
    session_.warn(language.say(fault.severity == Severity::error ? "register.new_error" : "register.new_warning",
                               {{"message", fault_message(fault, language)}, {"hint", fault_hint(fault, language)}}));
  }
  return !has_errors;
}

PackageBytes with_descriptor(const PackageText& package, PackageBytes after) {
  const auto names = package.new_tables();
  const auto old = after.find("datapackage.json");
  if (names.empty() || old == after.end()) return after;
  auto descriptor = Json::parse(old->second, nullptr, false);
  if (!descriptor.is_object() || !descriptor.value("resources", Json::array()).is_array()) return after;
  const auto made = Json::parse(package_files(load_of(after).data).front().second);
  for (const auto& resource : made["resources"]) {
    if (std::ranges::find(names, resource["name"].get<std::string>()) != names.end()) descriptor["resources"].push_back(resource);
  }
  old->second = json_text(descriptor);
  return after;
}

Answer RegisterWriter::answer_of(const PackageBytes& after, const Finish& wanted) const {
  const auto& language = session_.language;
  Answer answer;
  answer.table.name = "changes";
  answer.table.title = language.say(options_.dry_run ? "register.would_change" : "register.changed", {{"data", text_->folder().string()}});
  for (const auto* key : {"table", "row", "what", "field", "before", "after"}) {
    answer.table.columns.push_back({key, language.say(std::string("register.column.") + key)});
  }
  const auto now = texts_of(after, *text_);
  add_changes(answer, with_cells(differences(texts_of(text_->before(), *text_), now), now), language);
  answer.json["id"] = wanted.id.empty() ? Json(nullptr) : Json(wanted.id);
  answer.json["dry_run"] = options_.dry_run;
  return answer;
}

void RegisterWriter::give_shown(const OutputOptions& output, Answer answer, const Json& change) {
  answer.json["change"] = change;
  give(session_, output, std::move(answer));
}

ExitCode RegisterWriter::finish(const OutputOptions& output, const Finish& wanted) {
  const auto& language = session_.language;
  auto after = with_descriptor(*text_, text_->after());
  if (after == text_->before()) {
    if (wanted.shown != nullptr) give_shown(output, *wanted.shown, nullptr);
    session_.tell(language.say("register.nothing_changed"));
    return ExitCode::done;
  }
  if (wanted.check == Finish::Check::whole && !is_sound(after)) {
    throw Failure(ExitCode::findings, language.say("register.refused"));
  }
  auto answer = wanted.shown != nullptr ? *wanted.shown : answer_of(after, wanted);
  if (options_.dry_run) {
    answer.json["change"] = nullptr;
    give(session_, output, std::move(answer));
    session_.tell(language.say("register.dry_run"));
    return ExitCode::done;
  }
  if (wanted.confirm) {
    auto shown = answer;
    shown.json["change"] = nullptr;
    give(session_, output, std::move(shown));
    lock_.reset();  // a person may think for long: others may write meanwhile
    if (!Questions(session_).yes(language.say("register.question.write"))) {
      session_.tell(language.say("register.question.not_written"));
      return ExitCode::done;
    }
    lock_ = lock_package(session_, text_->folder(), options_, command_);
    if (PackageText(text_->folder()).before() != text_->before()) throw Failure(ExitCode::findings, language.say("register.error.changed_meanwhile"));
  }
  const auto entry = keep(*lock_, *text_, after, {options_.who(language), command_, wanted.reason, {}, wanted.undoes});
  answer.json["change"] = entry.number;
  if (!wanted.confirm) give(session_, output, std::move(answer));
  session_.tell(language.say(wanted.undoes == 0 ? "register.kept" : "register.undone",
                             {{"number", std::to_string(entry.number)}, {"by", entry.by}, {"undoes", std::to_string(wanted.undoes)}}));
  return ExitCode::done;
}

void give_package(Session& session, const OutputOptions& output, const KeepingOptions& keeping, const std::string& command,
                  const std::vector<std::pair<std::string, std::string>>& files) {
  const fs::path folder = output.file;
  std::error_code error;
  if (!output.force || !fs::exists(folder / "datapackage.json", error)) return give_folder(session, output, files);
  const auto lock = lock_package(session, folder, keeping, command);
  PackageText text(folder);
  for (const auto& [name, bytes] : files) text.set_file(name, bytes);
  const auto entry = session.timings.phase("write", [&] {
    return keep(*lock, text, text.after(), {keeping.who(session.language), command, keeping.because, {}, 0});
  });
  session.tell(session.language.say_count(entry.files.empty() ? "cli.note.folder_unchanged" : "cli.note.folder_written",
                                          static_cast<std::int64_t>(files.size()), {{"folder", output.file}}));
}

}  // namespace maillage
