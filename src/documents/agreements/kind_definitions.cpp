// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/kind_definitions.hpp"

#include <algorithm>
#include <array>

namespace maillage::documents {

bool defines_a_kind(const Reading& reading, const WordRange& sentence) {
  static constexpr auto kBinds = std::to_array<std::string_view>({"reunit", "lie", "associe", "unit", "rassemble", "engage"});
  static constexpr auto kAny = std::to_array<std::string_view>({"un", "une"});
  static constexpr auto kBodies = std::to_array<std::string_view>(
      {"commune", "collectivite", "territoire", "intercommunalite", "ville", "hopital", "etablissement", "employeur", "entreprise"});
  const auto is_one_of = [](const Word& word, const auto& list) { return std::ranges::find(list, word.folded) != list.end(); };
  for (auto at = sentence.first; at + 3 < sentence.last; ++at) {
    if (!is_one_of(reading.words[at], kBinds) || !is_one_of(reading.words[at + 1], kAny) || !is_one_of(reading.words[at + 2], kBodies)) continue;
    const auto& behind = reading.words[at + 3];
    if (behind.is(",") || behind.is("et") || behind.is("a")) return true;
  }
  return false;
}

}  // namespace maillage::documents
