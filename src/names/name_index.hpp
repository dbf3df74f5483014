// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/data_set.hpp"

namespace maillage {

/// A text without case, accents, ligatures, punctuation and double spaces: what two spellings of a name share.
/// "Université de Lille" → "universite de lille"; « Béthune-Bruay » → "bethune bruay". ICU NFKD. O(length).
std::string folded(std::string_view text);

/// Compares by French dictionary order (ICU collation `fr`), then by bytes.
bool french_less(std::string_view a, std::string_view b);

enum class EntityKind : std::uint8_t { institution, person, agreement };
struct NameMatch {
  EntityKind kind = EntityKind::institution;
  Index row = kNone;
  std::string_view name;  ///< the spelling that matched, or is near
  double similarity = 1;  ///< 1 for a match; of near names in [0, 1)
};

/// Finds institutions, people and agreements by id, name, short name, alias, acronym, title or reference.
///
/// An id matches as it is written and wins over names. Of the other ways the strongest that matches anything counts:
/// 1. the same folded spelling of an id, a name, a short name, an alias, a title or a reference;
/// 2. the same with common French abbreviations written out (CHU, CH, ARS, Univ., St, CA, CC, …) and small words (de,
/// du,
///    la, …) left out; 3. for communes: with or without "Ville de", "Mairie de", "Commune de"; 4. for people: the same
/// words in any order, without M., Mme, Dr, Pr; 5. for institutions: the initials of a name of three words or more.
///
/// Built in O(total length of names · log); a look-up is O(length + log names). The data set must outlive the index.
class NameIndex {
 public:
  /// `kinds`: what can be found; leave out what is not needed where there are millions of agreements.
  explicit NameIndex(const DataSet& data, const std::vector<EntityKind>& kinds = {
                                              EntityKind::institution, EntityKind::person, EntityKind::agreement});
  /// Everything of these kinds that the text names, by kind and row; more than one: it is ambiguous.
  std::vector<NameMatch> find(std::string_view text,
                              const std::vector<EntityKind>& kinds = {EntityKind::institution}) const;
  /// The nearest names, best first, at most `count`, each row once: trigrams in common and Damerau–Levenshtein distance
  /// (optimal string alignment) of folded names. Those with nothing much in common are left out. O(names · length).
  std::vector<NameMatch> nearest(std::string_view text, std::size_t count = 5,
                                 const std::vector<EntityKind>& kinds = {EntityKind::institution}) const;

 private:
  enum class Way : std::uint8_t { spelled, expanded, commune, words, initials };
  struct Spelling {
    EntityKind kind;
    Index row;
    std::string_view name;
  };
  struct Key {
    std::size_t hash;
    std::uint32_t spelling;
  };
  static std::string text_of(Way way, std::string_view folded_name);
  static std::size_t hash_of(Way way, std::string_view text);
  void add(EntityKind kind, Index row, std::string_view name);
  void add_all(EntityKind kind);
  std::vector<NameMatch> find_id(std::string_view text, const std::vector<EntityKind>& kinds) const;
  std::vector<NameMatch> find_in(Way way, std::string_view folded_name, const std::vector<EntityKind>& kinds) const;

  const DataSet* data_;
  std::vector<Spelling> spellings_;
  std::vector<Key> keys_;  // by hash
};

}  // namespace maillage
