// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "records/office/cell_reader.hpp"
#include "records/office/institutions_of_list.hpp"
#include "records/office/staged_agreement.hpp"

namespace maillage {

/// A part of what the mapping takes from a row.
struct UsedPiece {
  std::string text;
  std::size_t place;  ///< in the row; npos: the text as it stands
};
struct UsedColumn {
  const MappedColumn* column;
  std::vector<UsedPiece> pieces;
};

/// Reads the rows of an office's list by a mapping: what each says of an agreement.
class ListRowReader {
 public:
  /// All of them must outlive this; `notes` takes the notes.
  ListRowReader(const Mapping& mapping, InstitutionsOfList& institutions, std::vector<ImportNote>& notes);
  /// Gives what the rows of a table say, one by one, in their order; headings and sums are told and left out, as are
  /// hidden tables that the mapping does not name. O(cells).
  void read(const ListTable& table, const std::function<void(StagedAgreement)>& give);
  std::size_t rows() const { return rows_; }

 private:
  void tell_columns_left(const ListTable& table, std::span<const UsedColumn> used);
  bool is_heading(const ListRow& row, std::span<const UsedColumn> used);
  void tell_of_row(ImportField field);
  void begin_row(const ListTable& table, std::uint32_t row);
  void take(const MappedColumn& column, const SheetCell& cell);
  void take_asides();
  void take_list(const MappedColumn& column, const std::string& value);
  void take_in_group(const MappedColumn& column, const SheetCell& cell, std::map<std::string, GroupCells>& groups);
  void add_note(std::string_view header, std::string_view text);
  void take_parties(const ListPlace& place);
  void take_signatories(const ListPlace& place);
  void add_signatory(const std::string& text, const std::string& capacity, const std::string& institution);
  void end_row(const ListTable& table, std::uint32_t row);
  std::string behalf(const std::string& name, const ListPlace& place);

  const Mapping& mapping_;
  InstitutionsOfList& institutions_;
  std::vector<ImportNote>* notes_;
  CellReader cells_;
  std::size_t rows_ = 0;
  StagedAgreement staged_;                                   // of the row that is read
  std::vector<SaidOfAgreement> asides_;                      // of that row
  std::map<std::string, GroupCells> parties_, signatories_;  // of that row, by group
};

}  // namespace maillage
