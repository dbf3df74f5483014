// SPDX-License-Identifier: Apache-2.0
#include "records/office/kept_rows.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <utility>

namespace maillage {
namespace {

using Keys = std::set<std::pair<std::string, std::string>>;

// `agreement` and another column of a table.
Keys keys_of(const TextTable* table, std::string_view column) {
  Keys keys;
  for (std::size_t r = 0; table != nullptr && r < table->rows.size(); ++r) keys.emplace(table->at(r, "agreement"), table->at(r, column));
  return keys;
}

// Rows of which the list is the source: table and key.
Keys said_by(const TextTables& package, std::span<const ListSource> sources) {
  Keys said;
  const auto* evidence = package.find("evidence");
  for (std::size_t r = 0; evidence != nullptr && r < evidence->rows.size(); ++r) {
    if (std::ranges::find(sources, evidence->at(r, "source"), &ListSource::id) != sources.end()) said.emplace(evidence->at(r, "table"), evidence->at(r, "row"));
  }
  return said;
}

}  // namespace

std::vector<KeptRows> kept_rows(const TextTables& package, const TextTables& list, std::span<const ListSource> sources) {
  std::map<std::string, KeptRows> kept;
  const auto* agreements = list.find("agreements");
  const auto* known = package.find("agreements");
  if (agreements == nullptr || known == nullptr) return {};
  const auto said = said_by(package, sources);
  std::map<std::string, bool> has_themes;  // by id, of those that are listed
  for (std::size_t r = 0; r < agreements->rows.size(); ++r) has_themes[agreements->at(r, "id")] = !agreements->at(r, "themes").empty();
  const auto look_at = [&](std::string_view table, std::string_view column, std::vector<std::string> KeptRows::* into) {
    const auto listed = keys_of(list.find(table), column);
    for (const auto& [agreement, other] : keys_of(package.find(table), column)) {
      const bool is_kept = has_themes.contains(agreement) && !listed.contains({agreement, other}) && said.contains({std::string(table), agreement + "/" + other});
      if (is_kept) (kept[agreement].*into).push_back(other);
    }
  };
  look_at("parties", "institution", &KeptRows::parties);
  look_at("signatures", "person", &KeptRows::signatories);
  for (std::size_t r = 0; r < known->rows.size(); ++r) {
    const auto found = has_themes.find(known->at(r, "id"));
    const bool is_kept = found != has_themes.end() && !found->second && !known->at(r, "themes").empty() && said.contains({"agreements", found->first});
    if (is_kept) kept[found->first].themes = known->at(r, "themes");
  }
  std::vector<KeptRows> all;
  for (auto& [agreement, rows] : kept) {
    rows.agreement = agreement;
    all.push_back(std::move(rows));
  }
  return all;
}

std::vector<std::string> gone_agreements(const TextTables& package, const TextTables& list, std::span<const ListSource> sources) {
  std::set<std::string, std::less<>> listed;
  const auto* agreements = list.find("agreements");
  for (std::size_t r = 0; agreements != nullptr && r < agreements->rows.size(); ++r) listed.insert(agreements->at(r, "id"));
  std::vector<std::string> gone;
  for (const auto& [table, id] : said_by(package, sources)) {
    if (table == "agreements" && !listed.contains(id)) gone.push_back(id);
  }
  return gone;
}

}  // namespace maillage
