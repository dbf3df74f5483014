// SPDX-License-Identifier: Apache-2.0
#include "records/united_spellings.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string>

#include "names/name_index.hpp"

namespace maillage {

// Hashes of the folded names are sorted, not the names: a million names fold into 8 MB. Names with the same hash (of a
// million distinct ones about 120 pairs) are folded again and compared.
std::vector<std::vector<TextId>> spellings_of_one_name(const TextPool& texts, const std::vector<TextId>& names) {
  struct Folded {
    std::uint32_t hash;
    TextId text;
  };
  std::vector<Folded> all;
  all.reserve(names.size());
  for (const auto name : names) {
    const auto text = folded(texts.view(name));
    if (!text.empty()) all.push_back({static_cast<std::uint32_t>(std::hash<std::string>{}(text)), name});
  }
  std::ranges::sort(all, {}, [](const Folded& f) { return std::pair(f.hash, f.text); });
  std::vector<std::vector<TextId>> groups;
  const auto by_bytes = [&](TextId a, TextId b) { return texts.view(a) < texts.view(b); };
  for (std::size_t begin = 0; begin < all.size();) {
    auto end = begin + 1;
    while (end < all.size() && all[end].hash == all[begin].hash) ++end;
    std::vector<std::pair<std::string, TextId>> same_hash;
    for (auto i = begin; end - begin > 1 && i < end; ++i) {
      same_hash.emplace_back(folded(texts.view(all[i].text)), all[i].text);
    }
    std::ranges::sort(same_hash);
    for (std::size_t first = 0; first < same_hash.size();) {
      std::vector<TextId> group;
      auto next = first;
      for (; next < same_hash.size() && same_hash[next].first == same_hash[first].first; ++next) {
        group.push_back(same_hash[next].second);
      }
      std::ranges::sort(group, by_bytes);
      group.erase(std::unique(group.begin(), group.end()), group.end());
      if (group.size() > 1) groups.push_back(std::move(group));
      first = next;
    }
    begin = end;
  }
  std::ranges::sort(groups, [&](const auto& a, const auto& b) { return by_bytes(a[0], b[0]); });
  return groups;
}

}  // namespace maillage
