// SPDX-License-Identifier: Apache-2.0
#include "documents/institutions/told_full_names.hpp"

#include <algorithm>

namespace maillage::documents {
namespace {

constexpr std::size_t kLongest = 10;  // words between two names

/// « nom complet de », « nom officiel », « connu sous le nom de », « dont le nom complet est »
bool says_its_name(const Words& words, std::size_t first, std::size_t last) {
  bool is_marked = false, is_name = false, is_of_it = false;
  for (auto at = first; at < last; ++at) {
    is_marked = is_marked || is_one_of(words[at].folded, {",", "–", "—", "("});
    is_name = is_name || is_one_of(words[at].folded, {"nom", "appellation", "denomination", "sigle"});
    is_of_it = is_of_it || is_one_of(words[at].folded, {"complet", "officiel", "officielle", "complete", "usuel", "usuelle", "courant", "exact", "connu", "connue", "connus", "connues"});
    const bool is_other = is_one_of(words[at].folded, {".", ";", ":", "et", "ancien", "ancienne", "future"});
    if (is_other) return false;
  }
  return is_marked && is_name && is_of_it;
}

}  // namespace

void tell_full_names(const NameContext& context, std::vector<FoundName>& names) {
  std::vector<std::size_t> order(names.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::sort(order, {}, [&](std::size_t i) { return names[i].first; });
  for (std::size_t k = 1; k < order.size(); ++k) {
    auto& one = names[order[k - 1]];
    const auto& other = names[order[k]];
    const bool is_near = other.first > one.last && other.first - one.last <= kLongest;
    if (is_near && one.acronym.empty() && says_its_name(context.words, one.last, other.first)) one.acronym = other.name;
  }
}

}  // namespace maillage::documents
