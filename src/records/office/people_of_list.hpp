// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "names/name_index.hpp"
#include "records/office/import_list.hpp"

namespace maillage {

/// The people an office's list names: gives each spelling its id, known or new, and collects the new ones in the table of
/// people.
class PeopleOfList {
 public:
  /// `index` is that of `known`; both may be null.
  PeopleOfList(const Mapping& mapping, const DataSet* known, const NameIndex* index);
  /// The id of the person of that name: what the mapping says, else whom the data set knows by it alone, else a new one.
  /// Titles before the name (« Mme », « Dr ») do not count.
  std::string id_of(std::string_view name);
  /// The rows of `people` that are new.
  TextTable& table() { return tables_["people"]; }

 private:
  std::string new_id(const std::string& name);

  const DataSet* known_;
  const NameIndex* index_;
  std::map<std::string, std::string> told_;  // folded spelling → id or another spelling
  std::map<std::string, std::string> ids_;   // folded spelling → id
  std::set<std::string> taken_;
  TextTables tables_;
};

/// A person as a cell names it: « Mme Anne Roy, présidente », « Paul Vidal (maire) », « Paul Vidal – DG ».
struct NamedPerson {
  std::string_view name, function;  ///< of the text given; function empty where none is said
};
NamedPerson name_and_function(std::string_view text);
/// Does it begin with the word of a function (« présidente », « DGS », « vice-président délégué »)?
bool is_function(std::string_view text);

/// A name without the titles before it: « Mme », « Dr », « Monsieur le Professeur ».
std::string_view without_title(std::string_view name);

}  // namespace maillage
