// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "records/office/import_list.hpp"

namespace maillage {

/// One thing that a cell says of an agreement.
struct SaidOfAgreement {
  ImportField field = ImportField::ignore;
  std::string text;
  bool is_aside = false;  ///< said beside what the column is for: fills the field where no column of its own does
};

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
  /// What a cell of an agreement says: of the column's own field, first, and of others beside it (a duration that goes on
  /// to say how it is renewed; two dates in one cell; a status with the day of termination).
  std::vector<SaidOfAgreement> said_in(const MappedColumn& column, const SheetCell& cell);
  /// Notes what is told once for all rows of a table: words without a code, months that stand for days.
  void end_table();
  void note(ImportNote::Kind kind, const MappedColumn& column, std::string_view value, std::string taken = {});
  /// Notes that a name taken as one may be several, by a sign between parts that look like names themselves.
  void tell_if_several(const MappedColumn& column, std::string_view name);
  /// What has no place in the fields, since begin(): header and text, for the note of the agreement. Types without a
  /// code, values that could not be read, terms that say more than was taken.
  const std::vector<std::pair<std::string, std::string>>& kept_as_text() const { return kept_as_text_; }

 private:
  std::optional<std::string> coded(const MappedColumn& column, std::string_view text) const;
  bool is_left_out(const MappedColumn& column, const SheetCell& cell);
  void take_term(const MappedColumn& column, std::string_view text, std::vector<SaidOfAgreement>& said);
  void take_status(const MappedColumn& column, std::string_view text, std::vector<SaidOfAgreement>& said);
  bool take_period(const MappedColumn& column, const SheetCell& cell, std::vector<SaidOfAgreement>& said);
  void keep_as_text(const MappedColumn& column, std::string_view text);
  std::optional<std::string> type_of(const MappedColumn& column, std::string_view text);
  void note_once(ImportNote::Kind kind, const MappedColumn& column, std::string_view value, std::string taken);

  std::vector<ImportNote>* notes_;
  std::map<const MappedColumn*, std::map<std::string, std::string>> codes_;  // folded text → code
  const ListTable* table_ = nullptr;
  std::uint32_t row_ = 0;
  std::vector<std::pair<std::string, std::string>> kept_as_text_;
  std::vector<ImportNote> once_;                                                    // of the table that is read
  std::map<std::tuple<ImportNote::Kind, const MappedColumn*, std::string>, std::size_t> place_of_once_;
};

}  // namespace maillage
