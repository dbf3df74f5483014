// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "records/fault_log.hpp"

namespace maillage {

/// What is read from datapackage.json.
struct PackageDescriptor {
  std::string name, title_fr, title_en, description, version;
  std::string licence_name, licence_title, licence_url;
  std::map<std::string, std::string, std::less<>> path_of_table;  ///< relative to the folder
};

/// Reads a descriptor; malformed_package with the line where it is no JSON, is nested deeper than 64, or names a path
/// that leads out of the folder. `file` is how faults call it.
PackageDescriptor read_descriptor(std::string_view text, std::string_view file, FaultLog& log);

}  // namespace maillage
