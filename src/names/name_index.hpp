// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
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

/// Finds institutions, people and agreements by id, name, short name, alias, acronym or title.
///
/// Built in O(total length of names); look-up by folded spelling is O(length). An id matches as it is written and wins
/// over names. The data set must outlive the index.
class NameIndex {
 public:
  explicit NameIndex(const DataSet& data);
  /// Everything of these kinds that the text names, ids first; more than one: it is ambiguous.
  std::vector<NameMatch> find(std::string_view text, std::vector<EntityKind> kinds = {EntityKind::institution}) const;
  /// The nearest names, best first (trigram overlap and Damerau–Levenshtein on folded names), at most `count`.
  std::vector<NameMatch> nearest(std::string_view text, std::size_t count = 5,
                                 std::vector<EntityKind> kinds = {EntityKind::institution}) const;

 private:
  struct Spelling {
    EntityKind kind;
    Index row;
    std::string_view name;
  };
  const DataSet* data_;
  std::vector<Spelling> spellings_;
  std::unordered_multimap<std::string, std::size_t> by_folded_;
};

}  // namespace maillage
