// SPDX-License-Identifier: Apache-2.0
#include "documents/institutions/name_keys.hpp"

#include <algorithm>
#include <array>

#include "documents/institutions/name_signs.hpp"
#include "names/name_index.hpp"

namespace maillage::documents {
namespace {

bool is_small(std::string_view word) {
  static constexpr auto kWords = std::to_array<std::string_view>(
      {"a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "pour", "sur"});
  return std::ranges::binary_search(kWords, word);
}

// Words at the beginning that several bodies' names share and that say the same: how many, and what stands for them.
struct Same {
  std::size_t words = 0;
  std::string_view as = {};
};

Same same_beginning(const std::vector<std::string>& parts, std::string_view category) {
  if (parts.size() < 2) return {};
  const std::string_view first = parts[0];
  if (category == "commune" && is_one_of(first, {"ville", "commune", "mairie", "municipalite"})) return {1, "#commune"};
  if (category == "department" && is_one_of(first, {"departement"})) return {1, "#department"};
  if (category == "department" && is_one_of(first, {"conseil"})) return {2, "#department"};
  if (category == "region" && is_one_of(first, {"region"})) return {1, "#region"};
  if (category == "region" && is_one_of(first, {"conseil"})) return {2, "#region"};
  if (category == "association" && is_one_of(first, {"association"}) && parts.size() > 2) return {1, {}};
  return {};
}

}  // namespace

std::vector<std::string> parts_of(std::string_view folded_text) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < folded_text.size();) {
    const auto end = std::min(folded_text.find(' ', at), folded_text.size());
    if (end > at) parts.emplace_back(folded_text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

NameKey name_key(const InstitutionHeads& heads, std::string_view name, std::string_view category) {
  NameKey key;
  const auto parts = parts_of(folded(name));
  // A head alone is what a whole name of its kind begins with.
  const auto alone = parts.size() == 1 ? same_beginning({parts[0], {}}, category) : Same{};
  const auto same = alone.words == 1 ? alone : same_beginning(parts, category);
  if (!same.as.empty()) key.emplace_back(same.as);
  for (auto i = same.words; i < parts.size(); ++i) {
    const auto* head = i == 0 ? heads.of_acronym(parts[i]) : nullptr;
    for (auto& word : head != nullptr ? parts_of(folded(head->singular)) : std::vector{parts[i]}) {
      if (!is_small(word)) key.push_back(std::move(word));
    }
  }
  return key;
}

std::string initials_of(const NameKey& key) {
  std::string letters;
  for (const auto& word : key) letters += word.empty() || word[0] == '#' ? std::string() : word.substr(0, 1);
  return letters;
}

bool begins_with(const NameKey& longer, const NameKey& shorter) {
  return shorter.size() <= longer.size() && std::equal(shorter.begin(), shorter.end(), longer.begin());
}

bool ends_with(const NameKey& longer, const NameKey& shorter) {
  return shorter.size() <= longer.size() && std::equal(shorter.rbegin(), shorter.rend(), longer.rbegin());
}

bool is_inside(const NameKey& shorter, const NameKey& longer) {
  auto at = longer.begin();
  for (const auto& word : shorter) {
    at = std::find(at, longer.end(), word);
    if (at == longer.end()) return false;
    ++at;
  }
  return true;
}

}  // namespace maillage::documents
