// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/theme_candidates.hpp"

#include "documents/dates/date_grammar.hpp"

namespace maillage::documents {

bool says_count(const Reading& reading, const WordRange& range, std::size_t count) {
  constexpr std::size_t kReach = 8;
  const auto first = range.last > range.first + kReach ? range.last - kReach : range.first;
  for (auto at = first; at < range.last && count >= 2; ++at) {
    const auto number = small_number(reading.words, at, reading.lexicon);
    if (number && static_cast<std::size_t>(*number) == count) return true;
  }
  return false;
}

bool is_numbered_theme(const Reading& reading, const WordRange& item) {
  if (item.last - item.first < 4 || reading.words[item.first + 1].kind != WordKind::number) return false;
  const auto& table = reading.lexicon.section_words;
  const auto found = table.at(reading.words, item.first, item.first + 1);
  return found && table.field(*found.entry, "section") == "themes";
}

}  // namespace maillage::documents
