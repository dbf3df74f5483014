// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace maillage {

struct StagedParty {
  std::string institution;  ///< id
  std::string role, joined, left, amount;
};
struct StagedSignatory {
  std::string name, capacity, on_behalf_of;  ///< on_behalf_of: id of an institution
};

/// One agreement of a list as its rows say it, before it is written into tables: texts as the data package has them.
struct StagedAgreement {
  std::string id, reference;
  std::map<std::string, std::string> cells;  ///< column of the table of agreements → text
  std::vector<StagedParty> parties;
  std::vector<StagedSignatory> signatories;
  std::vector<std::string> themes;           ///< labels
  std::vector<std::string> places;           ///< where it stands in the list
  std::string source_title, source_url;      ///< what the list itself names as its source
  std::string table;                         ///< of the first row
  std::uint32_t row = 0;
};

}  // namespace maillage
