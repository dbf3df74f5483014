// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "names/nearest_institutions.hpp"
#include "records/office/distinct_names.hpp"
#include "records/office/import_list.hpp"
#include "records/office/staged_agreement.hpp"

namespace maillage {

/// What one row of a list says of its parties (or signatories), by field: the values of one group of columns, in the order
/// of the names.
using GroupCells = std::map<ImportField, std::vector<std::string>>;
/// Value number i of a field; empty where there is none.
std::string value_in(const GroupCells& cells, ImportField field, std::size_t i);

/// The institutions an office's list names: matches each spelling (or code, where a column gives one) to what is known,
/// once, and collects what the rows say of it in the table of institutions.
class InstitutionsOfList {
 public:
  /// `index` is that of `known`; both may be null.
  InstitutionsOfList(const Mapping& mapping, const DataSet* known, const NameIndex* index, RegistryUse use);
  /// The id of name number i of the group, known or new; empty where the group has no such name.
  std::string id_of(const GroupCells& cells, std::size_t i, const ListPlace& place);
  /// After the last row: gives new institutions the spelling that most rows have as their name (the first by the alphabet
  /// where several have as many) and likewise their short name, or the shortest where that is long; the others are aliases; completes
  /// what the registry has. O(spellings · log).
  void settle();
  /// After settle(): the id that `id` came to be. A name without a code is the one coded institution that has it as a
  /// spelling, where there is exactly one.
  const std::string& settled_id(const std::string& id) const;
  /// After settle(): the rows of `institutions` that are new, or that complete a known one.
  TextTable& table() { return tables_["institutions"]; }
  /// Where the list first speaks of each new one, by id.
  const std::map<std::string, ListPlace>& places() const { return places_; }
  /// After settle(): what the registry has filled.
  struct Completed {
    std::string id;
    RecognisedEntry found;
    std::vector<std::string> fields;
  };
  const std::vector<Completed>& completed() const { return completed_; }
  /// By spelling.
  std::vector<InstitutionMatch> take_matches();

 private:
  InstitutionMatch match_of(const std::string& spelling, const std::string& given);
  std::string new_id(std::string wanted, const std::string& spelling);
  void complete(const std::string& id, const std::string& spelling, const GroupCells& cells, std::size_t i);
  void move_uncoded();
  void ask_registry();
  void unite(const std::string& id, const std::string& target);
  void complete_from_registry(std::size_t row, InstitutionNames& names);
  bool is_known(const std::string& id) const;

  using Counts = std::map<std::string, std::size_t>;  // texts and the rows that have them
  struct Said {
    Counts names, short_names, kinds;
    bool has_code = false;
  };
  InstitutionNames names_of(const std::string& id, const std::string& country, const Said& said) const;
  std::set<std::string> known_spellings() const;

  const DataSet* known_;
  const NameIndex* index_;
  std::optional<NearestInstitutions> nearest_;            // made when it is first asked
  TextTables tables_;
  std::map<std::string, std::string> told_;               // folded spelling → id
  std::map<std::string, InstitutionMatch> matches_;       // folded spelling
  std::map<std::string, std::size_t> row_of_;             // id → row of the table
  std::map<std::string, Said> said_;                      // by id
  std::map<std::string, ListPlace> places_;               // by id
  std::map<std::string, std::string> moved_;              // id → the coded, known or recognised institution it is
  std::map<std::string, std::uint32_t> told_entries_;     // id → entry of the registry that the mapping tells
  std::set<std::string> not_in_registry_;                 // ids of which the mapping says so
  RegistryUse use_;
  Recognition recognition_;
  std::vector<Completed> completed_;
  std::set<std::string> ids_;
};

}  // namespace maillage
