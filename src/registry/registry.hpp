// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/codes.hpp"
#include "names/trigram_index.hpp"
#include "registry/registry_form.hpp"

namespace maillage {

/// What a body of the registry is, finer than its InstitutionKind.
enum class RegistryBody : std::uint8_t {
  other, commune, community_of_communes, agglomeration_community, urban_community, metropolis, territorial_establishment,
  departement, region, education, healthcare, laboratory, government, nonprofit, company, archive
};
enum class RegistryStatus : std::uint8_t { active, inactive, withdrawn };

template <> inline constexpr auto code_names<RegistryBody> = std::to_array<std::string_view>(
    {"other", "commune", "community_of_communes", "agglomeration_community", "urban_community", "metropolis",
     "territorial_establishment", "departement", "region", "education", "healthcare", "laboratory", "government",
     "nonprofit", "company", "archive"});
template <> inline constexpr auto code_names<RegistryStatus> =
    std::to_array<std::string_view>({"active", "inactive", "withdrawn"});

/// Everything the registry knows of one institution. Empty texts and lists: not said.
struct RegistryEntry {
  std::uint32_t number = 0;  ///< in this build's registry
  std::string id;            ///< lasting: `ror:02kzqn938`, `siren:200040954`, `insee:59350`, `departement:59`, `region:32`, `uai:…`
  std::string name, short_name;
  std::vector<std::string> acronyms, aliases;
  std::vector<std::pair<std::string, std::string>> labels;  ///< language (ISO 639-1), name
  InstitutionKind kind = InstitutionKind::other;
  RegistryBody body = RegistryBody::other;
  RegistryStatus status = RegistryStatus::active;
  std::string founded;       ///< year
  std::string city;
  std::string commune, departement, region;     ///< INSEE codes
  std::string departement_name, region_name, country;  ///< country: ISO 3166-1
  std::vector<std::uint32_t> parents, successors, groups;  ///< entries; groups: the EPCI of a commune
  std::vector<std::string> parents_outside, successors_outside;  ///< ROR ids that the registry does not hold
  std::optional<std::uint32_t> population;
  std::uint32_t member_count = 0;  ///< communes of an EPCI
  std::uint32_t child_count = 0;   ///< entries that name this one as parent
  std::vector<std::pair<std::string, std::string>> identifiers;  ///< scheme (ror wikidata isni siren siret uai former_uai pic insee), value
  bool from_ror = false, from_esr = false, from_cog = false;     ///< the sources, see docs/registry.md

  /// The first identifier of that scheme; empty where there is none.
  std::string_view identifier(std::string_view scheme) const;
  /// The territory code of the data package: INSEE code of its commune, département or region, SIREN of an EPCI.
  std::string_view territory() const;
};

/// How far a look-up goes.
enum class RegistryReach : std::uint8_t {
  near,  ///< names that are like it, where none is the same
  exact  ///< the same name only: some 20 µs at most
};

/// What is asked for: a name as somebody wrote it, and what else is known of the institution.
struct RegistryQuery {
  std::string_view name;
  std::optional<InstitutionKind> kind = std::nullopt;
  std::string_view city = {};     ///< name or INSEE code
  std::string_view country = {};  ///< ISO 3166-1; other than France and what is French overseas: names do not match
  std::span<const std::string> identifiers = {};  ///< any scheme; they go before the name
  RegistryReach reach = RegistryReach::near;
};

struct RegistryMatch {
  std::uint32_t entry = 0;
  double score = 0;          ///< in [0, 1]: see Registry::find
  std::string name;          ///< the spelling of the registry that matched, or is near
  bool by_identifier = false;
};

struct RegistryAnswer {
  enum class Verdict : std::uint8_t {
    certain,    ///< the first match, and no other, is meant
    likely,     ///< the first match is probably meant: a bare name of a commune, an acronym, one letter wrong
    ambiguous,  ///< several have this name
    near,       ///< none has this name; some are like it
    unknown     ///< nothing much alike
  } verdict = Verdict::unknown;
  std::vector<RegistryMatch> matches;  ///< best first, at most ten
};
template <> inline constexpr auto code_names<RegistryAnswer::Verdict> =
    std::to_array<std::string_view>({"certain", "likely", "ambiguous", "near", "unknown"});

/// The reference registry that the program carries: French research bodies and higher education (ROR, the ministry's
/// list), communes, their groupings, départements and regions. It is read in place; opening it costs nothing. Thread-safe.
class Registry {
 public:
  /// The registry embedded in the program.
  static const Registry& carried();
  /// A registry in the form of registry_form.hpp; the bytes (aligned to four) must outlive it. std::invalid_argument for bytes
  /// of another form.
  explicit Registry(std::string_view bytes);

  std::uint32_t size() const { return header_.entries; }
  /// O(size of the record).
  RegistryEntry entry(std::uint32_t number) const;
  /// The entry with this identifier: ROR id or address, Wikidata, ISNI, SIREN (without its leading zeros too), SIRET, UAI,
  /// PIC, INSEE code of a commune, or an entry's own id. Nothing where none has it. O(log n).
  std::optional<std::uint32_t> by_identifier(std::string_view text) const;

  /// Ranked candidates for a name.
  ///
  /// Scores: 1 for an identifier or the same folded spelling; 0.98 for the same with abbreviations written out and small
  /// words left out (CHU, CA, St, Univ.); 0.96 for the same words in another order; 0.9 for what is usually but not
  /// always meant (a commune's or département's name alone, the name of an EPCI without its kind); an acronym 0.96 where the
  /// body is well known (others belong to it, or the ministry lists it), else 0.88. Below 0.95 for anything that is merely near:
  /// half the likeness of the whole name, half that of the words that tell one body from another of its kind; a number that
  /// differs (Lille 1) or a kind that differs (CH, commune) rules it out. A place in brackets (« Saint-Denis (93) »), a
  /// city or a kind that the query gives tells namesakes apart. O(log n) where a name matches, else O(postings of its
  /// trigrams): some 20 µs and 0.5 ms.
  RegistryAnswer find(const RegistryQuery& query) const;

 private:
  friend class CandidateSearch;
  struct Keys {
    std::span<const std::uint32_t> hashes, entries;
    std::span<const std::uint32_t> with(std::uint32_t hash) const;
  };
  struct Place {
    std::string_view code, name, region;
  };
  std::string_view record(std::uint32_t number) const;
  const Place* place(const std::vector<Place>& places, std::string_view code) const;
  void read_places(std::string_view text);

  registry_form::Header header_;
  std::span<const std::uint32_t> starts_;
  std::string_view records_;
  Keys names_, ids_;
  TrigramIndex trigrams_;
  std::vector<Place> departements_, regions_;
};

/// Does the text look like an identifier of one of the schemes (ROR id, SIREN, …) rather than a name?
bool looks_like_identifier(std::string_view text);

}  // namespace maillage
