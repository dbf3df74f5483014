// SPDX-License-Identifier: Apache-2.0
#include "cli/registry_offer.hpp"

#include <algorithm>

#include "cli/failure.hpp"
#include "cli/registry_page.hpp"
#include "cli/session.hpp"
#include "names/name_index.hpp"
#include "registry/institution_facts.hpp"

namespace maillage {
namespace {

constexpr double kWorthOffering = 0.65;  // as `show` offers them

}  // namespace

RegistryOffer registry_offer(const std::string& name, std::size_t count, const Language& language) {
  auto answer = Registry::carried().find({.name = name});
  std::erase_if(answer.matches, [](const RegistryMatch& match) { return match.score < kWorthOffering; });
  RegistryOffer offer;
  offer.lines = registry_lines(answer, count, language);
  for (std::size_t i = 0; i < offer.lines.size(); ++i) offer.entries.push_back(answer.matches[i].entry);
  return offer;
}

std::optional<RegistryEntry> entry_taken(const std::string& registry, const std::string& name, const Language& language) {
  using Verdict = RegistryAnswer::Verdict;
  const auto& carried = Registry::carried();
  if (registry == "none") return std::nullopt;
  if (registry != "certain" && registry != "likely") {
    const auto number = carried.by_identifier(registry);
    if (!number) throw Failure(ExitCode::usage, language.say("register.error.registry", {{"value", shown_word(registry)}}));
    return carried.entry(*number);
  }
  const auto answer = carried.find({.name = name});
  const bool is_taken = answer.verdict == Verdict::certain || (answer.verdict == Verdict::likely && registry == "likely");
  return is_taken ? std::optional(carried.entry(answer.matches.front().entry)) : std::nullopt;
}

std::vector<std::pair<std::string_view, std::string>> cells_of_entry(const RegistryEntry& entry, const std::string& name) {
  const bool keeps_name = entry.body == RegistryBody::commune && !name.empty();
  std::vector<std::pair<std::string_view, std::string>> cells;
  for (auto& [column, value] : institution_fields(entry)) {
    if (column == "aliases" || (column == "short_name" && folded(value) == folded(name))) continue;
    cells.emplace_back(column, column == "name" && keeps_name ? name : value);
  }
  if (!name.empty() && !keeps_name && folded(name) != folded(entry.name)) {
    cells.emplace_back(folded(name) == folded(entry.short_name) ? "short_name" : "aliases", name);
  }
  return cells;
}

}  // namespace maillage
