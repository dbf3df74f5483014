// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "files/folder_reading.hpp"
#include "model/data_set_builder.hpp"
#include "records/fault_log.hpp"
#include "records/package_descriptor.hpp"

namespace maillage {

/// What reading has found out beside the rows, for the checks.
struct ReadTables {
  std::vector<std::string> absent;       ///< tables of the schema that have no file
  std::vector<std::string> told_lost;    ///< tables nothing can refer to (absent, no header, no id, no text), told so
  std::map<std::string, std::string, std::less<>> file_of;  ///< how faults call the file of a table
  std::uint64_t mark = 0;                ///< of all content, in any order of rows and tables
};

/// Files of a package folder: table and path, in the order of the schema; those that are there.
struct PackageFiles {
  std::filesystem::path folder;
  std::shared_ptr<FolderReading> reading;  ///< says whether somebody wrote into the folder meanwhile
  PackageDescriptor descriptor;
  std::vector<std::pair<std::string, std::filesystem::path>> tables;
  std::map<std::string, std::string, std::less<>> name_of;  ///< table → file, relative to the folder; absent ones too
  std::vector<std::string> absent;
  std::vector<std::string> told_absent;  ///< those of them whose absence is told
};
/// Looks at a folder. CannotRead where it holds neither datapackage.json nor a table of ours.
PackageFiles look_at_package(const std::filesystem::path& folder, FaultLog& log);

/// Streams all tables of a package into the builder.
ReadTables read_package(const PackageFiles& files, DataSetBuilder& builder, FaultLog& log);

}  // namespace maillage
