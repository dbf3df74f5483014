// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "language/language.hpp"
#include "registry/registry.hpp"
#include "report/document.hpp"

namespace maillage {

// What the reference registry has under a name, for people and for scripts.

/// One entry on a page: names, kind, place, identifiers, what it belongs to, its source and licence; several as a table with
/// their scores. `in_data`: id of the institution of the data set that the first is; empty: none.
Document registry_page(const RegistryAnswer& answer, const std::string& name, const std::string& in_data, const Language& language);

/// `{"asked","verdict","in_data","candidates":[{"score","matched","id","name",…}],"sources":[…]}`.
nlohmann::ordered_json registry_json(const RegistryAnswer& answer, const std::string& name, const std::string& in_data);

/// A line for each candidate, best first: « Université de Lille – enseignement supérieur, Lille (Nord), ror:02kzqn938 (98 %) ».
std::vector<std::string> registry_lines(const RegistryAnswer& answer, std::size_t at_most, const Language& language);

}  // namespace maillage
