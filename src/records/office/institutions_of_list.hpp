// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "names/name_index.hpp"
#include "records/office/import_list.hpp"

namespace maillage {

/// What one row of a list says of its parties (or signatories), by field: the values of one group of columns, in the order
/// of the names.
using GroupCells = std::map<ImportField, std::vector<std::string>>;
/// Value number i of a field; empty where there is none.
std::string value_in(const GroupCells& cells, ImportField field, std::size_t i);

/// The institutions an office's list names: matches each spelling to what is known, once, and collects what the rows say
/// of it in the table of institutions.
class InstitutionsOfList {
 public:
  /// `index` is that of `known`; both may be null.
  InstitutionsOfList(const Mapping& mapping, const DataSet* known, const NameIndex* index);
  /// The id of name number i of the group, known or new; empty where the group has no such name.
  std::string id_of(const GroupCells& cells, std::size_t i);
  /// The rows of `institutions` that are new, or that complete a known one.
  TextTable& table() { return tables_["institutions"]; }
  /// By spelling.
  std::vector<InstitutionMatch> take_matches();

 private:
  InstitutionMatch match_of(const std::string& spelling, const std::string& given);
  std::string new_id(std::string wanted, const std::string& spelling);
  void complete(const std::string& id, const std::string& spelling, const GroupCells& cells, std::size_t i);
  bool is_known(const std::string& id) const;

  const DataSet* known_;
  const NameIndex* index_;
  TextTables tables_;
  std::map<std::string, std::string> told_;               // folded spelling → id
  std::map<std::string, InstitutionMatch> matches_;       // folded spelling
  std::map<std::string, std::size_t> row_of_;             // id → row of the table
  std::set<std::string> ids_;
};

}  // namespace maillage
