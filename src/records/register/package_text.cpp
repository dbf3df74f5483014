// SPDX-License-Identifier: Apache-2.0
#include "records/register/package_text.hpp"

#include <algorithm>
#include <set>

#include "files/files.hpp"
#include "model/schema.hpp"
#include "records/read_package.hpp"

namespace maillage {
namespace {

namespace fs = std::filesystem;
constexpr const char* kDescriptor = "datapackage.json";

std::string journal_of(const fs::path& folder) {
  std::error_code error;
  return fs::exists(folder / kJournalFile, error) ? read_file(folder / kJournalFile) : std::string();
}

// A claim has no key of its own: what it is about names it well enough.
std::string first_cells(const std::string& key) {
  std::size_t end = 0;
  for (int slash = 0; slash < 4 && end != std::string::npos; ++slash) end = key.find('/', slash == 0 ? 0 : end + 1);
  return end == std::string::npos ? key : key.substr(0, end);
}

}  // namespace

PackageText::PackageText(const fs::path& folder) : folder_(folder) {
  FaultLog log;
  const auto files = look_at_package(folder, log);
  std::error_code error;
  const auto descriptor = files.reading->path_of(kDescriptor);
  if (fs::exists(descriptor, error)) before_.emplace(kDescriptor, read_file(descriptor));
  for (const auto& [table, name] : files.name_of) file_of_[table] = name;
  for (const auto& [table, path] : files.tables) before_.emplace(file_of_[table], read_file(path));
}

std::string PackageText::file_of(std::string_view table) const {
  const auto found = file_of_.find(table);
  return found == file_of_.end() ? std::string(table) + ".csv" : found->second;
}

RawTable& PackageText::table(std::string_view name) {
  const auto found = tables_.find(name);
  if (found != tables_.end()) return found->second;
  const auto bytes = before_.find(file_of(name));
  return tables_.emplace(std::string(name), RawTable(name, bytes == before_.end() ? std::string_view() : bytes->second)).first->second;
}

void PackageText::set_file(const std::string& name, std::string bytes) {
  std::error_code error;
  if (!before_.contains(name) && fs::is_regular_file(folder_ / name, error)) before_.emplace(name, read_file(folder_ / name));
  set_[name] = std::move(bytes);
}

void PackageText::remove_file(const std::string& name) { removed_.push_back(name); }

std::vector<std::string> PackageText::new_tables() const {
  std::vector<std::string> names;
  for (const auto& [name, table] : tables_) {
    if (table.size() > 0 && !before_.contains(file_of(name))) names.push_back(name);
  }
  return names;
}

PackageBytes PackageText::after() const {
  auto files = before_;
  for (const auto& [name, table] : tables_) {
    const auto file = file_of(name);
    if (table.size() > 0 || before_.contains(file)) files[file] = table.bytes();
  }
  for (const auto& [name, bytes] : set_) files[name] = bytes;
  for (const auto& name : removed_) files.erase(name);
  return files;
}

TextTables texts_of(const PackageBytes& files, const PackageText& package) {
  TextTables tables;
  for (const auto& schema : package_schema()) {
    const auto file = files.find(package.file_of(schema.name));
    if (file != files.end() && !file->second.empty()) tables[schema.name] = RawTable(schema.name, file->second).texts();
  }
  return tables;
}

JournalEntry keep(const FolderLock& lock, const PackageText& package, const PackageBytes& after, const Keeping& keeping) {
  const auto& before = package.before();
  std::set<std::string> names;
  for (const auto& [name, bytes] : before) names.insert(name);
  for (const auto& [name, bytes] : after) names.insert(name);
  const auto bytes_in = [](const PackageBytes& files, const std::string& name) {
    const auto found = files.find(name);
    return found == files.end() ? nullptr : &found->second;
  };
  JournalEntry entry;
  std::vector<FileChange> changes;
  for (const auto& name : names) {
    const auto* was = bytes_in(before, name);
    const auto* is = bytes_in(after, name);
    if (was != nullptr && is != nullptr && *was == *is) continue;
    entry.files.push_back(patch_of(name, was, is));
    changes.push_back({name, is == nullptr ? std::nullopt : std::optional(*is)});
  }
  if (changes.empty()) return entry;
  auto text = journal_of(package.folder());
  const auto journal = read_journal(text);
  for (const auto& other : journal.entries) entry.number = std::max(entry.number, other.number);
  ++entry.number;
  entry.time = keeping.time.empty() ? LockHolder::here({}, {}).since : keeping.time;
  entry.by = keeping.by;
  entry.command = keeping.command;
  entry.reason = keeping.reason;
  entry.undoes = keeping.undoes;
  entry.rows = differences(texts_of(before, package), texts_of(after, package));
  for (auto& row : entry.rows) {
    if (row.table == "evidence" || row.table == "acknowledgements") row.key = first_cells(row.key);
  }
  if (!text.empty() && text.back() != '\n') text += '\n';
  changes.push_back({kJournalFile, text + journal_lines(entry)});
  commit_files(lock, changes);
  return entry;
}

}  // namespace maillage
