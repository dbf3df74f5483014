// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "records/office/cell_reader.hpp"
#include "records/office/institutions_of_list.hpp"
#include "records/office/staged_agreement.hpp"

namespace maillage {

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
  void take(const MappedColumn& column, const SheetCell& cell);
  void take_list(const MappedColumn& column, const std::string& value);
  void take_in_group(const MappedColumn& column, const SheetCell& cell, std::map<std::string, GroupCells>& groups);
  void add_note(std::string_view header, std::string_view text);
  void end_row(const ListTable& table, std::uint32_t row);
  void put_party(std::vector<StagedParty>& parties, StagedParty party);
  std::string behalf(const std::string& name, const ListPlace& place);
  void unite();
  bool contradicts(const StagedAgreement& first) const;
  void name_by_content(StagedAgreement& agreement);

  const Mapping& mapping_;
  const ImportListOptions& options_;
  InstitutionsOfList& institutions_;
  std::vector<ImportNote>* notes_;
  CellReader cells_;
  std::size_t rows_ = 0;
  StagedAgreement staged_;                                 // of the row that is read
  std::map<std::string, GroupCells> parties_, signatories_;  // of that row, by group
  std::vector<StagedAgreement> agreements_;
  std::map<std::string, std::size_t> agreement_of_;        // id or reference → place
  std::map<std::string, std::size_t> references_;          // agreements that have them
  std::set<std::string> ids_;
};

}  // namespace maillage
