// SPDX-License-Identifier: Apache-2.0
#include "records/read_package.hpp"

#include <algorithm>
#include <system_error>

#include "files/files.hpp"
#include "records/nearest.hpp"
#include "records/package_rows.hpp"
#include "records/table_file.hpp"

namespace maillage {
namespace {

namespace fs = std::filesystem;
constexpr auto kDescriptor = "datapackage.json";
constexpr std::uint64_t kLargestDescriptor = 16U << 20;

WantedColumns wanted_columns(const TableSchema& schema) {
  WantedColumns wanted{column_names(schema), {}, Severity::error};
  for (const auto& field : schema.fields) {
    if (field.is_required) wanted.required.push_back(field.name);
  }
  return wanted;
}

// Are the columns there by which rows are referred to?
bool has_key(const TableSchema& schema, const TableReading& reading) {
  if (reading.has_column.empty()) return false;
  for (std::size_t i = 0; i < schema.fields.size(); ++i) {
    const bool is_of_key = std::ranges::find(schema.key, schema.fields[i].name) != schema.key.end();
    if (is_of_key && schema.fields[i].is_required && !reading.has_column[i]) return false;
  }
  return true;
}

// Tables lying in the folder that nobody reads: most likely a name written wrong.
void tell_of_stray_tables(const PackageFiles& files, FaultLog& log) {
  std::vector<std::string> names;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(files.folder, error)) {
    if (entry.path().extension() != ".csv") continue;
    const auto is_read = std::ranges::any_of(
        files.tables, [&](const auto& table) { return table.second.filename() == entry.path().filename(); });
    if (!is_read) names.push_back(entry.path().filename().string());
  }
  std::vector<std::string> candidates;
  for (const auto& name : files.absent) candidates.push_back(name + ".csv");
  const std::vector<std::string_view> views(candidates.begin(), candidates.end());
  std::erase_if(names, [&](const auto& name) { return std::ranges::find(candidates, name) != candidates.end(); });
  for (const auto& name : names) log.add("stray_table", {name}, name, nearest_to(name, views));
}

}  // namespace

PackageFiles look_at_package(const fs::path& folder, FaultLog& log) {
  PackageFiles files;
  files.folder = folder;
  files.reading = std::make_shared<FolderReading>(folder);
  std::error_code error;
  const auto descriptor = files.reading->path_of(kDescriptor);
  const bool has_descriptor = fs::exists(descriptor, error);
  if (has_descriptor) {
    files.descriptor = read_descriptor(read_file(descriptor, kLargestDescriptor), kDescriptor, log);
  } else {
    log.add("no_descriptor", {kDescriptor});
  }
  for (const auto& schema : package_schema()) {
    const std::string name(schema.name);
    const auto declared = files.descriptor.path_of_table.find(name);
    const bool is_declared = declared != files.descriptor.path_of_table.end();
    const auto relative = is_declared ? declared->second : name + ".csv";
    files.name_of[name] = relative;
    const auto path = files.reading->path_of(relative);
    if (fs::is_regular_file(path, error)) {
      files.tables.emplace_back(name, path);
      continue;
    }
    files.absent.push_back(name);
    const bool stands_there = fs::exists(fs::symlink_status(folder / relative, error));  // a folder, a link to nowhere
    if (!schema.is_required && !is_declared && !stands_there) continue;
    files.told_absent.push_back(name);
    log.add("missing_table", {relative}, name);
  }
  if (!has_descriptor && files.tables.empty()) throw CannotRead(folder / kDescriptor, "not_found");
  tell_of_stray_tables(files, log);
  return files;
}

ReadTables read_package(const PackageFiles& files, DataSetBuilder& builder, FaultLog& log) {
  ReadTables read;
  read.absent = files.absent;
  read.told_lost = files.told_absent;
  for (const auto& name : files.absent) read.file_of[name] = name + ".csv";
  for (const auto& [name, path] : files.tables) {
    const auto& schema = *find_table(name);
    const auto wanted = wanted_columns(schema);
    TableFile file{path, path.filename().string(), {}};
    read.file_of[name] = file.name;
    const auto head = head_of(file, wanted.names);
    RowReader reader(file.name, schema, head.form, log);
    const auto add_row = add_row_of(name);
    const auto reading = read_table(file, head.form, wanted, log, [&](const TableRow& row) {
      reader.begin(row);
      add_row(reader, builder);
    });
    if (!has_key(schema, reading)) read.told_lost.push_back(name);
    read.mark += content_mark(name, reading.mark);
  }
  return read;
}

}  // namespace maillage
