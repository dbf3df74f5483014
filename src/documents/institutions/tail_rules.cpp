// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "documents/institutions/proper_names.hpp"

namespace maillage::documents {

TailRules tail_rules_of(std::string_view category) {
  static constexpr auto kWithAnd =
      std::to_array<std::string_view>({"association", "foundation", "health_agency", "health_body", "intermunicipal",
                                       "ministry", "museum", "social_fund", "state_agency", "university"});
  static constexpr auto kFreelyNamed = std::to_array<std::string_view>({"association", "company", "foundation"});
  TailRules rules;
  rules.over_and = std::ranges::binary_search(kWithAnd, category);
  rules.over_comma = category == "intermunicipal" || category == "health_agency";
  rules.over_places = is_one_of(category, {"chamber", "health_agency", "social_fund"});
  rules.over_lower = std::ranges::binary_search(kFreelyNamed, category);
  rules.over_free = rules.over_lower;
  rules.over_and_at_once = category == "foundation" || category == "health_body" || category == "research_body";
  rules.over_articled_and = category == "hospital" || category == "school";
  rules.over_lower_and = category == "research_body";
  rules.over_listed = category == "ministry";
  rules.over_slash = category == "region" || category == "social_fund";
  rules.over_at = category == "embassy" || category == "university";
  return rules;
}

}  // namespace maillage::documents
