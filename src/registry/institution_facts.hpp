// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/codes.hpp"
#include "model/data_set.hpp"
#include "registry/registry.hpp"

namespace maillage {

// What an entry of the registry says in the words of the data package, for what adds an institution to one.

/// Columns of the table `institutions` and their values, those that are known alone: name, short_name, aliases, kind, city,
/// territory, country, founded, ror, siren, wikidata. Lists are parted by `|`.
std::vector<std::pair<std::string_view, std::string>> institution_fields(const RegistryEntry& entry);

/// A row of the table `territories`.
struct TerritoryFact {
  std::string code, name;
  TerritoryLevel level = TerritoryLevel::commune;
  std::string parent;  ///< code; empty: not said
  std::optional<std::uint32_t> population;
};
/// The territory of an entry and those it lies in, the narrowest first. None where the place is not known. A region overseas
/// is left out: it shares its code with a département.
std::vector<TerritoryFact> territories_of(const Registry& registry, const RegistryEntry& entry);

/// The institution of a data set that has the entry's ROR, SIREN or Wikidata id, or is its commune; kNone where none has.
/// O(institutions).
Index institution_with_identifiers(const DataSet& data, const RegistryEntry& entry);

}  // namespace maillage
