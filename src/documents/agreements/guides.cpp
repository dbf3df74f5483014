// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/guides.hpp"

#include <algorithm>

namespace maillage::documents {
namespace {

constexpr std::size_t kHead = 4;  // passages that say what a document is

bool has(const Reading& reading, const WordRange& range, std::string_view sense) {
  const auto& table = reading.lexicon.guide_words;
  return std::ranges::any_of(table.all(reading.words, range.first, range.last), [&](const auto& found) { return table.field(*found.entry, "sense") == sense; });
}

bool is_guide(const Reading& reading) {
  std::size_t seen = 0;
  for (const auto& passage : reading.passages) {
    if (passage.words.empty() || passage.kind == BlockKind::contact) continue;
    if (++seen <= kHead && passage.kind != BlockKind::paragraph && has(reading, passage.words, "guide")) return true;
    if (has(reading, passage.words, "possible")) return true;
  }
  return false;
}

}  // namespace

void mark_guides(const Reading& reading, std::vector<SigningClause>& clauses) {
  if (clauses.empty() || !is_guide(reading)) return;
  const bool tells = std::ranges::any_of(clauses, [](const SigningClause& one) {
    const bool is_told = one.signs() && one.form != "noun" && one.is_told() && !one.is_bare && !one.is_general;
    return is_told && (one.day || (one.tense == Tense::past && !one.is_older));
  });
  if (tells) return;
  for (auto& clause : clauses) clause.is_general = true;
}

}  // namespace maillage::documents
