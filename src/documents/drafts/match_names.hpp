// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "names/name_index.hpp"
#include "names/nearest_institutions.hpp"
#include "registry/registry.hpp"

namespace maillage::documents {

/// What a name of a document stands for: a row of the data set, an entry of the registry, or something new. Never decided
/// where a person would ask.
struct MatchedName {
  enum class Verdict : std::uint8_t {
    unasked,   ///< nobody looked
    known,     ///< `id` of the data set or the registry, without doubt
    likely,    ///< `id` is probably meant
    several,   ///< several have this name
    near,      ///< nothing has it, some are like it
    none       ///< nothing is like it: new
  } verdict = Verdict::unasked;
  std::string id;  ///< of a row of the data set, or of an entry of the registry (`siren:…`)
  struct Candidate {
    std::string id, name;
    double score = 0;
  };
  std::vector<Candidate> candidates;  ///< best first, at most five
};

/// A data set that names are looked for in; nothing is owned.
struct KnownRows {
  const DataSet* data = nullptr;
  const NameIndex* names = nullptr;
};

/// Looks for names in a data set, then in the registry. What people decided about a name before goes first. Remembers its
/// answers: the same bodies come in many documents. What it is made of must outlive it.
class NameMatcher {
 public:
  /// O(length of the names · log + name decisions).
  NameMatcher(const KnownRows& known, const Registry& registry);
  /// Some 20 µs where the name is known, 0.5 ms where names like it are looked for; see NameIndex and Registry.
  const MatchedName& institution(const std::string& name);
  const MatchedName& person(const std::string& name);

 private:
  struct Decided {
    std::vector<std::string> same, different;
    bool is_unsure = false;
  };
  bool look_in_data(MatchedName& match, std::string_view name, EntityKind kind) const;
  void look_in_registry(MatchedName& match, std::string_view name) const;
  std::string id_of_entry(const RegistryEntry& entry) const;

  std::vector<NameMatch> nearest_people(std::string_view name) const;
  std::vector<NameMatch> nearest(std::string_view name, EntityKind kind) const;

  KnownRows known_;
  std::unique_ptr<NearestInstitutions> institutions_;  // of the data
  std::map<std::string, std::vector<Index>, std::less<>> people_with_word_;  // folded word of a name → rows, ascending
  const Registry& registry_;
  std::map<std::pair<EntityKind, std::string>, Decided> decided_;  // by folded name
  std::map<std::pair<EntityKind, std::string>, MatchedName> found_;
};

}  // namespace maillage::documents
