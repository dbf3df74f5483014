// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace maillage {

/// Where a list says something.
struct ListPlace {
  std::size_t file = 0;   ///< number of the file
  std::string table;      ///< sheet
  std::uint32_t row = 0;  ///< in the sheet or file, from 1
  friend auto operator<=>(const ListPlace&, const ListPlace&) = default;
};

struct StagedParty {
  std::string institution;  ///< id
  std::string role, joined, left, amount, note;
  std::vector<ListPlace> places;
};
struct StagedSignatory {
  std::string name, capacity, on_behalf_of;  ///< on_behalf_of: id of an institution
};

/// What rows of a list say of one agreement, before it is written into tables: texts as the data package has them.
struct StagedAgreement {
  std::string id, reference;
  std::map<std::string, std::string> cells;  ///< column of the table of agreements → text, none empty
  std::string note;
  std::vector<StagedParty> parties;
  std::vector<StagedSignatory> signatories;
  std::vector<std::string> themes;           ///< labels
  std::vector<ListPlace> places;             ///< the rows that speak of it
  std::string source_title, source_url;      ///< what the list itself names as its source
  std::string table;                         ///< of the first row
  std::uint32_t row = 0;
  std::size_t table_number = 0;              ///< in the order in which they were read
  bool says_more_than_parties = false;       ///< do the rows say anything of the agreement, be it its number?
  bool is_named_by_content = false;          ///< its id is made, not the list's
  bool names_party = false;                  ///< do cells of theirs name one, not a constant of the mapping?
};

}  // namespace maillage
