// SPDX-License-Identifier: Apache-2.0
#include "records/load.hpp"

#include <algorithm>
#include <system_error>

#include "files/files.hpp"
#include "model/schema.hpp"
#include "records/checks/checks.hpp"
#include "records/read_flat.hpp"
#include "records/read_package.hpp"

namespace maillage {
namespace {

namespace fs = std::filesystem;

constexpr int kMostReadings = 20;

// Reads until nobody has written into the folder meanwhile: never some tables as before and some as after.
PackageFiles read_settled(const fs::path& folder, std::optional<DataSetBuilder>& builder, FaultLog& log, ReadTables& read) {
  for (int reading = 0; reading < kMostReadings; ++reading) {
    log = {};
    builder.emplace();
    auto files = look_at_package(folder, log);
    try {
      read = read_package(files, *builder, log);
    } catch (const CannotRead&) {  // a table that a commit took away between looking and reading
      if (!files.reading->was_disturbed()) throw;
      continue;
    }
    if (!files.reading->was_disturbed()) return files;
  }
  throw CannotRead(folder, "being_written");
}

Loaded load_package(const fs::path& folder, const LoadOptions& options) {
  FaultLog log;
  std::optional<DataSetBuilder> builder;
  ReadTables read;
  const auto files = read_settled(folder, builder, log, read);
  auto built = builder->finish();
  auto& data = built.data;
  const auto& descriptor = files.descriptor;
  data.name = descriptor.name;
  data.title_fr = descriptor.title_fr;
  data.title_en = descriptor.title_en;
  data.description = descriptor.description;
  data.version = descriptor.version;
  data.licence_name = descriptor.licence_name;
  data.licence_title = descriptor.licence_title;
  data.licence_url = descriptor.licence_url;
  data.content_hash = hexadecimal(read.mark);
  const auto acknowledged = check_data({built, read, InputFormat::package, options.with_warnings}, log);
  return {std::move(data), log.take(), acknowledged, InputFormat::package};
}

std::vector<Index> isolates_of(const DataSet& data, const std::vector<std::string>& declared) {
  std::vector<bool> has_agreement(data.institutions.size());
  for (const auto institution : data.parties.institution) has_agreement[institution] = true;
  std::vector<Index> isolates;
  for (const auto& id : declared) {
    const auto row = data.find_institution(id);
    if (row != kNone && !has_agreement[row]) isolates.push_back(row);
  }
  std::ranges::sort(isolates);
  return isolates;
}

Loaded load_flat(const fs::path& path, const LoadOptions& options) {
  TableFile file{path, path.filename().string(), {}};
  if (path == "-") {  // the header decides how the rows are read, and standard input cannot be read twice
    file.text.emplace();
    read_in_pieces(path, [&](std::string_view piece) { file.text->append(piece); });
  }
  FaultLog log;
  const auto head = head_of(file, flat_columns());
  const auto format = options.format.value_or(flat_format_of(head.columns).value_or(InputFormat::agreements_csv));
  DataSetBuilder builder;
  const auto reading = format == InputFormat::edge_list_csv ? read_edge_list(file, head.form, builder, log)
                                                            : read_agreements_csv(file, head.form, builder, log);
  file.text.reset();
  auto built = builder.finish();
  auto& data = built.data;
  data.has_given_weights = reading.has_given_weights;
  data.declared_isolates = isolates_of(data, reading.declared_isolates);
  data.content_hash = hexadecimal(reading.mark);
  ReadTables read;
  for (const auto& schema : package_schema()) read.file_of[std::string(schema.name)] = file.name;
  const auto acknowledged = check_data({built, read, format, options.with_warnings}, log);
  return {std::move(data), log.take(), acknowledged, format};
}

}  // namespace

bool Loaded::has_errors() const {
  return std::ranges::any_of(faults, [](const Fault& fault) { return fault.severity == Severity::error; });
}

Loaded load(const fs::path& path, const LoadOptions& options) {
  std::error_code error;
  if (path != "-") {
    if (fs::is_directory(path, error)) return load_package(path, options);
    if (path.filename() == "datapackage.json" || options.format == InputFormat::package) {
      if (!fs::exists(path, error)) throw CannotRead(path, "not_found");
      return load_package(path.has_parent_path() ? path.parent_path() : fs::path("."), options);
    }
  }
  return load_flat(path, options);
}

}  // namespace maillage
