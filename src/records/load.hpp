// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "model/data_set.hpp"
#include "model/fault.hpp"

namespace maillage {

enum class InputFormat : std::uint8_t { package, agreements_csv, edge_list_csv };

struct LoadOptions {
  std::optional<InputFormat> format;  ///< recognised from name and header where it is not given
  bool with_warnings = true;          ///< look for warnings too, not for errors alone
};

struct Loaded {
  DataSet data;
  Faults faults;              ///< errors first, then warnings; each by file, row, field
  std::size_t acknowledged = 0;  ///< warnings that the data acknowledge; not among `faults`
  InputFormat format = InputFormat::package;
  bool has_errors() const;
};

/// Reads a data set and finds every fault in one go; never stops at the first, never drops a row silently.
///
/// `path`: a package folder or its datapackage.json, a flat agreements CSV, an edge list CSV, or `-` for CSV on standard
/// input. CannotRead (files/files.hpp) where there is nothing to read at all. Flat CSVs are read as a stream: a million
/// agreements in under 120 MB.
Loaded load(const std::filesystem::path& path, const LoadOptions& options = {});

}  // namespace maillage
