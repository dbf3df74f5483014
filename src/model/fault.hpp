// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace maillage {

enum class Severity : std::uint8_t { warning, error };

/// What is wrong at one place of the data; a value, never printed here.
///
/// The words come from the message catalogue: `fault.CODE.message` and `fault.CODE.hint`, which may use {file}, {row},
/// {field}, {value} and the further arguments {detail} and {other}.
struct Fault {
  std::string code;  ///< snake_case, stable: `broken_reference`, `duplicate_id`, …
  Severity severity = Severity::error;
  std::string file;       ///< name of the table's file, without folders
  std::uint64_t row = 0;  ///< line in the file where the record begins, header = 1; 0 = the file as a whole
  std::string field;      ///< column, empty = the row as a whole
  std::string value;      ///< as it stands in the file, at most 200 bytes
  std::string detail;     ///< what else the message needs (what is expected, nearest id)
  std::string other;      ///< a second place or value
  bool operator==(const Fault&) const = default;
};

using Faults = std::vector<Fault>;

}  // namespace maillage
