// SPDX-License-Identifier: Apache-2.0
#include "records/office/distinct_names.hpp"

#include <map>

#include "names/name_index.hpp"

namespace maillage {
namespace {

using Counts = std::map<std::string, std::size_t>;

std::string with_country(const std::string& name, const InstitutionNames& of) {
  return of.country.empty() ? name : name + " (" + of.country + ")";
}

// How many have each spelling, as it is and with the country.
Counts counts_of(const std::vector<InstitutionNames>& institutions, std::string InstitutionNames::* spelling) {
  Counts counts;
  for (const auto& one : institutions) {
    if ((one.*spelling).empty()) continue;
    ++counts[folded(one.*spelling)];
    if (!one.country.empty()) ++counts[folded(with_country(one.*spelling, one))];
  }
  return counts;
}

}  // namespace

void make_distinct(std::vector<InstitutionNames>& institutions, const std::set<std::string>& taken) {
  auto claimed = taken;
  const auto is_free = [&](const Counts& counts, const std::string& spelling) {
    return counts.at(spelling) == 1 && !claimed.contains(spelling);
  };
  const auto names = counts_of(institutions, &InstitutionNames::name);
  std::set<std::string> given;
  for (auto& one : institutions) {
    if (!is_free(names, folded(one.name))) {
      const auto apart = with_country(one.name, one);
      one.name = apart != one.name && is_free(names, folded(apart)) ? apart : one.name + " (" + one.id + ")";
    }
    given.insert(folded(one.name));
  }
  claimed.merge(given);
  const auto short_names = counts_of(institutions, &InstitutionNames::short_name);
  given.clear();
  for (auto& one : institutions) {
    if (one.short_name.empty()) continue;
    const auto bare = folded(one.short_name);
    if (!is_free(short_names, bare)) {
      const auto apart = with_country(one.short_name, one);
      const bool is_name = claimed.contains(bare);
      one.short_name = !is_name && apart != one.short_name && is_free(short_names, folded(apart)) ? apart : "";
    }
    if (!one.short_name.empty()) given.insert(folded(one.short_name));
  }
  claimed.merge(given);
  Counts aliases;
  for (const auto& one : institutions) {
    std::set<std::string> own;
    for (const auto& alias : one.aliases) own.insert(folded(alias));
    for (const auto& alias : own) ++aliases[alias];
  }
  for (auto& one : institutions) {
    std::erase_if(one.aliases, [&](const auto& alias) { return !is_free(aliases, folded(alias)); });
  }
}

}  // namespace maillage
