// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "cli/answer.hpp"
#include "cli/keeping_options.hpp"
#include "records/office/recognition.hpp"

namespace maillage {

/// What `import` is asked to do with an office's own list.
struct OfficeImport {
  std::vector<std::string> files;
  std::string mapping;  ///< file; empty: none given
  std::string office;   ///< name of the institution whose list it is, a party to all of it; empty: the list names it
  std::string into;     ///< data package that takes the agreements; empty: a new one
  bool guess = false;
  RegistryUse registry = RegistryUse::certain;
  OutputOptions output;
  KeepingOptions keeping;  ///< of the package that takes them
};

/// Are these files a list that only a mapping can read: a workbook, or several files? CannotRead.
bool needs_mapping(const std::vector<std::string>& files);

/// Proposes a mapping, or reads a list by one, and writes the data package. What was not taken as it stands is told row
/// by row. Exit 1 where a row or cell could not be read.
ExitCode run_office_import(Session& session, const OfficeImport& wanted);

}  // namespace maillage
