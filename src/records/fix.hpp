// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "model/fault.hpp"

namespace maillage {

/// One cell that was written straight.
struct FixedCell {
  std::string file;
  std::uint64_t row = 0;  ///< line of the file as it was
  std::string field, before, after;
};

struct FixedPackage {
  std::vector<std::pair<std::string, std::string>> files;  ///< relative path and bytes, in the order of the schema
  std::vector<std::string> rewritten;  ///< files whose form was changed (delimiter, encoding, mark, line ends, columns)
  std::vector<FixedCell> cells;        ///< by file and row
  Faults remaining;                    ///< what could not be mended and still stands in the files
};

/// Writes a data package (or a flat CSV) straight, changing only what is certain: comma, UTF-8 without mark, LF; ISO
/// dates, decimal points, leading zeros, no spaces at the edges of cells; columns in the order of the schema, unknown
/// ones kept at the end. A table whose fields cannot be told apart with certainty (quotes, number of fields, bytes that
/// are no text) stays byte for byte as it is. datapackage.json is kept; other files of the folder are not among the
/// result. CannotRead. Memory: twice the files.
FixedPackage straighten(const std::filesystem::path& path);

}  // namespace maillage
