// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/data_set.hpp"
#include "names/name_index.hpp"
#include "registry/registry.hpp"

namespace maillage {

/// How far what the reference registry has under a name is taken for the institution of a list.
enum class RegistryUse : std::uint8_t {
  none,     ///< not asked, but for an identifier that the mapping tells
  certain,  ///< an identifier, or a name that only one has; the rest is offered, as are initials alone without France or a town
  likely    ///< also what is only probably meant: a bare name, a letter wrong
};

/// An institution that a list names and the data set does not know, with all that the list says of it.
struct ListedInstitution {
  std::string id, name, kind, city, country, siren, ror;
  bool has_code = false;              ///< the list tells it apart by a code: it is never united with another
  std::optional<std::uint32_t> told;  ///< entry of the registry that the mapping tells
};

struct RecognisedEntry {
  std::uint32_t entry = 0;
  double score = 0;
  bool by_identifier = false;  ///< or told by the mapping
};

struct Recognition {
  std::map<std::string, RecognisedEntry> entries;   ///< what a listed institution is, by id
  std::map<std::string, std::string> same;          ///< id → id of the known, or of the first listed, institution that it is
  std::map<std::string, RegistryAnswer> doubtful;   ///< by id: likely, ambiguous or near ones that are not taken
};

/// Asks the registry for each institution. Two that are one entry by their names are one institution; of several that share
/// no more than a SIREN (units of one body) the one whose name fits is it, else none. What a known institution has as
/// identifier or name is that one. The same in any order of `listed`. Some 10 µs a name that is found, 1 ms one that is not.
Recognition recognise(std::vector<ListedInstitution> listed, const DataSet* known, const NameIndex* index, RegistryUse use);

}  // namespace maillage
