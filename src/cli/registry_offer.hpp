// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "language/language.hpp"
#include "registry/registry.hpp"

namespace maillage {

// What the reference registry knows of an institution that is being added: nothing is taken unless a person says so.

/// Entries that may be meant by a name, at most `count`, best first, and how a line shows each.
struct RegistryOffer {
  std::vector<std::uint32_t> entries;
  std::vector<std::string> lines;
};
RegistryOffer registry_offer(const std::string& name, std::size_t count, const Language& language);

/// The entry that `--registry` takes for a name: `none`, `certain`, `likely`, or an identifier of an entry (ROR, SIREN, …).
/// Failure(usage) for an identifier that no entry has.
std::optional<RegistryEntry> entry_taken(const std::string& registry, const std::string& name, const Language& language);

/// Columns of `institutions` that an entry fills, without the id. The name is the registry's, with the one that was written
/// as another spelling; of a commune it is the one that was written (« Ville de Lille »). `name` empty: none was.
std::vector<std::pair<std::string_view, std::string>> cells_of_entry(const RegistryEntry& entry, const std::string& name);

}  // namespace maillage
