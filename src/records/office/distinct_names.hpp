// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <vector>

namespace maillage {

struct InstitutionNames {
  std::string id, country, name, short_name;
  std::vector<std::string> aliases;
};

/// Leaves no spelling to two institutions, as a data package wants it, in whatever order they come: two that have one
/// name are told apart by country, else by id (`Institut de physique (FR)`); a short name that several have likewise by
/// country, else it is left out, as is one that is the name of another; so is an alias that is a name of another.
/// `taken`: folded spellings that institutions known already have. O(spellings · log).
void make_distinct(std::vector<InstitutionNames>& institutions, const std::set<std::string>& taken);

}  // namespace maillage
