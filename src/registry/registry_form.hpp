// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace maillage::registry_form {

// The compact form of the registry that the build embeds in the program: written by build_tools/compile_registry, read in
// place by Registry. Numbers are of the machine that builds and runs it (32 bits, aligned). Sections follow the header in
// this order; each begins on a multiple of four bytes.

inline constexpr std::uint32_t kMagic = 0x4752'4C4D;  ///< "MLRG"
inline constexpr std::uint32_t kVersion = 1;

struct Header {
  std::uint32_t magic = kMagic, version = kVersion;
  std::uint32_t entries = 0;      ///< sorted by id in byte order
  std::uint32_t record_bytes = 0;
  std::uint32_t name_keys = 0, id_keys = 0;
  std::uint32_t runs = 0, posting_bytes = 0;
  std::uint32_t place_bytes = 0;  ///< lines `code\tname\tregion\n` of départements, then an empty line, then of regions
};
// starts of records [entries + 1] · records · hash and entry of name keys · hash and entry of id keys ·
// runs, starts [runs + 1], postings · places

/// A record is four bytes (kind, body, status, sources) and then fields: tag, length (LEB128), bytes.
enum class Tag : std::uint8_t {
  id, name, short_name, acronym, alias, label, country, founded, city, commune, departement, region,
  parent,          ///< number of an entry, LEB128
  parent_outside,  ///< ROR id that the registry does not hold
  successor, successor_outside,
  group,           ///< EPCI that a commune belongs to: number of an entry
  population, member_count, child_count,  ///< LEB128
  ror, wikidata, isni, siren, siret, uai, former_uai, pic, insee
};

enum class Origin : std::uint8_t { ror = 1, esr = 2, cog = 4 };

/// FNV-1a of 32 bits (Fowler, Noll, Vo): the same on every machine, unlike std::hash.
inline std::uint32_t hash_of(std::string_view text) {
  std::uint32_t hash = 2166136261U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

}  // namespace maillage::registry_form
