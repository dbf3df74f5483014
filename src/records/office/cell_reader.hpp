// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "records/office/import_list.hpp"

namespace maillage {

/// Reads the cells of a list by what the mapping says of their columns, and notes what cannot be taken as it stands.
class CellReader {
 public:
  /// `notes` takes the notes; it and `mapping` must outlive the reader.
  CellReader(const Mapping& mapping, std::vector<ImportNote>& notes);
  /// The row that is read from now on, for the notes.
  void begin(const ListTable& table, std::uint32_t row);
  /// The text of the data package for a cell; nothing where the cell is empty, says that nothing is known, or cannot be
  /// read (noted).
  std::optional<std::string> value_of(const MappedColumn& column, const SheetCell& cell);
  void note(ImportNote::Kind kind, const MappedColumn& column, std::string_view value, std::string taken = {});
  /// Types that have no code, since begin(): header and text, for the note of the agreement.
  const std::vector<std::pair<std::string, std::string>>& uncoded() const { return uncoded_; }

 private:
  std::optional<std::string> type_of(const MappedColumn& column, std::string_view text);

  std::vector<ImportNote>* notes_;
  std::map<const MappedColumn*, std::map<std::string, std::string>> codes_;  // folded text → code
  const ListTable* table_ = nullptr;
  std::uint32_t row_ = 0;
  std::vector<std::pair<std::string, std::string>> uncoded_;
};

/// The values of a cell that holds several: parted at `separator` (`\n`: line ends), or at `;`, `|` and line ends where it is
/// empty; trimmed, empty ones left out.
std::vector<std::string> parts_of(std::string_view text, const std::string& separator);

}  // namespace maillage
