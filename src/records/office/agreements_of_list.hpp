// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
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

/// The agreements an office's list tells of: reads its rows and puts together those that speak of one agreement.
class AgreementsOfList {
 public:
  /// All of them must outlive this; `notes` takes the notes.
  AgreementsOfList(const Mapping& mapping, const ImportListOptions& options, InstitutionsOfList& institutions,
                   std::vector<ImportNote>& notes);
  void read(const ListTable& table);
  std::size_t rows() const { return rows_; }
  /// All of them, by id; settles the institutions.
  std::vector<StagedAgreement> take();

 private:
  static constexpr std::size_t kNoAgreement = static_cast<std::size_t>(-1);
  void tell_columns_left(const ListTable& table, std::span<const UsedColumn> used);
  bool is_heading(const ListRow& row, std::span<const UsedColumn> used);
  void take(const MappedColumn& column, const SheetCell& cell);
  void take_asides();
  void take_list(const MappedColumn& column, const std::string& value);
  void take_in_group(const MappedColumn& column, const SheetCell& cell, std::map<std::string, GroupCells>& groups);
  void add_note(std::string_view header, std::string_view text);
  void take_parties(const ListPlace& place);
  void take_signatories(const ListPlace& place);
  void tell(ImportNote::Kind kind, std::string value, std::string taken = {});
  void end_row(const ListTable& table, std::uint32_t row);
  void put_party(std::vector<StagedParty>& parties, StagedParty party);
  std::string behalf(const std::string& name, const ListPlace& place);
  void unite();
  void begin();
  void unite_with(StagedAgreement& first);
  bool contradicts(const StagedAgreement& first) const;
  bool is_another(const StagedAgreement& first) const;
  void name_by_content(StagedAgreement& agreement);
  void part_equal_ids();

  const Mapping& mapping_;
  const ImportListOptions& options_;
  InstitutionsOfList& institutions_;
  std::vector<ImportNote>* notes_;
  CellReader cells_;
  std::size_t rows_ = 0;
  StagedAgreement staged_;                                 // of the row that is read
  std::vector<SaidOfAgreement> asides_;                    // of that row
  bool says_more_than_parties_ = false;                    // does that row?
  std::map<std::string, GroupCells> parties_, signatories_;  // of that row, by group
  std::vector<StagedAgreement> agreements_;
  std::size_t last_ = kNoAgreement;                        // that a row named last; rows of parties alone go on with it
  std::string last_table_;
  std::uint32_t last_row_ = 0;
  std::map<std::string, std::size_t> agreement_of_;        // id or reference → place
  std::map<std::string, std::size_t> references_;          // agreements that have them
  std::set<std::string> ids_;
};

}  // namespace maillage
