// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "records/office/list_row_reader.hpp"
#include "records/office/rows_of_number.hpp"

namespace maillage {

/// The agreements an office's list tells of: reads its rows and puts together those that speak of one agreement, in
/// whatever order they stand.
class AgreementsOfList {
 public:
  /// All of them must outlive this; `notes` takes the notes. `known`: the package that takes them, or null.
  AgreementsOfList(const Mapping& mapping, InstitutionsOfList& institutions, const DataSet* known, std::vector<ImportNote>& notes);
  void read(const ListTable& table);
  std::size_t rows() const { return reader_.rows(); }
  /// All of them, by id; settles the institutions.
  std::vector<StagedAgreement> take();

 private:
  static constexpr std::size_t kNoRow = static_cast<std::size_t>(-1);
  void add(StagedAgreement row);
  void put_together();
  void tell_unattached(const StagedAgreement& row);
  void name_all();
  void part_equal_ids();
  void keep_known_ids();
  void tell_equal_references();
  void name_by_content(StagedAgreement& agreement, const std::string& content);
  void settle_parties(StagedAgreement& agreement);

  InstitutionsOfList& institutions_;
  const DataSet* known_;
  std::vector<ImportNote>* notes_;
  ListRowReader reader_;
  std::size_t tables_ = 0;
  std::vector<StagedAgreement> said_;                        // rows of one table that say the same are one
  std::unordered_map<std::string, std::size_t> place_of_;    // what rows with a number say → place in said_
  std::map<std::string, std::vector<std::size_t>> of_number_;  // id or reference → places
  std::size_t last_ = kNoRow;                                // that a row spoke of last; rows of parties alone go on with it
  std::string last_table_;
  std::uint32_t last_row_ = 0;
  std::vector<StagedAgreement> agreements_;
  std::map<std::string, std::size_t> references_;            // agreements that have them
  std::set<std::string> ids_;
};

}  // namespace maillage
