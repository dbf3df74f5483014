// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdint>
#include <functional>
#include <string>
#include <tuple>
#include <vector>

#include "names/name_index.hpp"
#include "records/checks/context.hpp"

namespace maillage {
namespace {

struct Claim {
  std::string folded;
  std::uint32_t line;
  Index institution;
  std::string_view field, spelling;
};

std::vector<Claim> claims_of(const Institutions& table) {
  std::vector<Claim> claims;
  const auto add = [&](Index row, std::string_view field, std::string_view spelling) {
    auto text = folded(spelling);
    if (!text.empty()) claims.push_back({std::move(text), table.row[row], row, field, spelling});
  };
  for (Index row = 0; row < table.size(); ++row) {
    add(row, "name", table.name[row]);
    add(row, "short_name", table.short_name[row]);
    for (const auto alias : table.aliases[row]) add(row, "aliases", alias);
  }
  return claims;
}

}  // namespace

// A name, short name, alias or acronym that two institutions lay claim to is told at the later row, once a row.
void check_names(const CheckContext& context) {
  if (context.input.format != InputFormat::package) return;
  const auto& table = context.data.institutions;
  auto claims = claims_of(table);
  std::ranges::stable_sort(claims, {}, [](const Claim& c) { return std::tie(c.folded, c.line, c.institution); });
  for (std::size_t begin = 0; begin < claims.size();) {
    auto end = begin + 1;
    for (; end < claims.size() && claims[end].folded == claims[begin].folded; ++end) {
      if (claims[end].institution == claims[end - 1].institution) continue;
      context.log.add("alias_claimed_twice", context.at("institutions", claims[end].line, claims[end].field),
                      claims[end].spelling, table.id[claims[begin].institution],
                      std::to_string(claims[begin].line));
    }
    begin = end;
  }
}

}  // namespace maillage
