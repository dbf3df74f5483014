// SPDX-License-Identifier: Apache-2.0
#include "registry/institution_facts.hpp"

#include "model/joined_values.hpp"

namespace maillage {

std::vector<std::pair<std::string_view, std::string>> institution_fields(const RegistryEntry& entry) {
  auto aliases = entry.acronyms;
  aliases.insert(aliases.end(), entry.aliases.begin(), entry.aliases.end());
  std::vector<std::pair<std::string_view, std::string>> fields{{"name", entry.name},
                                                               {"short_name", entry.short_name},
                                                               {"aliases", joined_values(aliases)},
                                                               {"kind", std::string(code_name(entry.kind))},
                                                               {"city", entry.city},
                                                               {"territory", std::string(entry.territory())},
                                                               {"country", entry.country},
                                                               {"founded", entry.founded},
                                                               {"ror", std::string(entry.identifier("ror"))},
                                                               {"siren", std::string(entry.identifier("siren"))},
                                                               {"wikidata", std::string(entry.identifier("wikidata"))}};
  std::erase_if(fields, [](const auto& field) { return field.second.empty(); });
  return fields;
}

std::vector<TerritoryFact> territories_of(const Registry& registry, const RegistryEntry& entry) {
  std::vector<TerritoryFact> facts;
  const bool is_overseas = entry.departement.size() == 3;
  const auto add = [&](std::string_view code, std::string_view name, TerritoryLevel level, std::string_view parent,
                       std::optional<std::uint32_t> population) {
    if (!code.empty()) facts.push_back({std::string(code), std::string(name), level, std::string(parent), population});
  };
  const auto own = std::string(entry.territory());
  if (own.size() == 9) add(own, entry.short_name.empty() ? entry.name : entry.short_name, TerritoryLevel::epci, entry.departement, entry.population);
  if (own.size() == 5) {
    if (const auto number = registry.by_identifier("insee:" + own)) {
      const auto commune = registry.entry(*number);
      add(own, commune.name, TerritoryLevel::commune, commune.departement, commune.population);
    }
  }
  const std::string_view region = is_overseas ? std::string_view() : std::string_view(entry.region);
  if (entry.body != RegistryBody::region) add(entry.departement, entry.departement_name, TerritoryLevel::departement, region.empty() ? "FR" : region, {});
  add(region, entry.region_name, TerritoryLevel::region, "FR", {});
  if (!facts.empty()) add("FR", "France", TerritoryLevel::country, "", {});
  return facts;
}

Index institution_with_identifiers(const DataSet& data, const RegistryEntry& entry) {
  const auto& rows = data.institutions;
  const auto ror = entry.identifier("ror"), siren = entry.identifier("siren"), wikidata = entry.identifier("wikidata");
  for (Index row = 0; row < rows.size(); ++row) {
    if ((!ror.empty() && rows.ror[row] == ror) || (!siren.empty() && rows.siren[row] == siren) || (!wikidata.empty() && rows.wikidata[row] == wikidata)) {
      return row;
    }
    const bool is_commune = entry.body == RegistryBody::commune && rows.kind[row] == InstitutionKind::commune && rows.territory[row] != kNone;
    if (is_commune && data.territories[rows.territory[row]].code == entry.commune) return row;
  }
  return kNone;
}

}  // namespace maillage
