// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/single_story.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace maillage::documents {
namespace {

/// The first text tells of an agreement, and most of what stands under headings behind it speaks of that one again: the
/// letter holds one story.
bool goes_on_about_one(const Findings& findings) {
  const auto& reading = findings.reading;
  std::optional<std::uint32_t> first;
  bool is_told = false;
  std::set<std::uint32_t> others, again;
  for (std::uint32_t s = 0; s < reading.passages.size(); ++s) {
    const auto& passage = reading.passages[s];
    if (passage.words.empty() || passage.kind == BlockKind::contact) continue;
    const bool is_text = passage.kind == BlockKind::paragraph || passage.kind == BlockKind::item;
    if (is_text && !first) first = passage.section;
    if (!first) continue;
    const auto& told = findings.clauses_of[s];
    const bool signs = std::ranges::any_of(told, [&](std::size_t c) {
      const auto& clause = findings.clauses[c];
      // « X, directeur de l'agence, a signé pour elle. »: of the one told before
      const bool is_told_again = clause.is_told() && clause.form != "infinitive" && findings.instruments_of[s].empty() && !clause.day;
      return clause.signs() && !clause.is_older && !is_told_again && (clause.is_told() || clause.form == "infinitive");
    });
    const bool names = std::ranges::any_of(findings.instruments_of[s], [&](std::size_t i) {
      const auto& one = findings.instruments[i];
      return !one.is_older && !one.is_foreign && !one.is_plural && (passage.section == *first || one.determiner >= Determiner::definite);
    });
    if (passage.section == *first) {
      is_told = is_told || names;
      continue;
    }
    if (signs && passage.kind != BlockKind::item) return false;
    if (is_text) others.insert(passage.section);
    const auto& section = findings.section_of[s];
    if (names || section == "themes" || section == "actions" || section == "signatories") again.insert(passage.section);
  }
  const auto count = std::ranges::count_if(again, [&](std::uint32_t section) { return others.contains(section); });
  return is_told && others.size() >= 2 && 2 * count >= static_cast<std::ptrdiff_t>(others.size());
}

}  // namespace

bool tells_one_signature(const Findings& findings) {
  if (goes_on_about_one(findings)) return true;
  constexpr std::size_t kTitleBlocks = 9;
  const auto& reading = findings.reading;
  const auto tells = [&](std::size_t c) {
    const auto& clause = findings.clauses[c];
    return clause.signs() && clause.is_told() && !clause.is_older;
  };
  std::optional<std::uint32_t> titled;
  for (const auto& passage : reading.passages) {
    if (passage.words.empty() || passage.kind != BlockKind::title || passage.block >= kTitleBlocks) continue;
    const auto sentence = reading.words[passage.words.first].sentence;
    if (std::ranges::any_of(findings.clauses_of[sentence], tells)) titled = passage.section;
  }
  if (!titled) return false;
  for (std::size_t c = 0; c < findings.clauses.size(); ++c) {
    if (tells(c) && reading.passage_of(findings.clauses[c].verb).section != *titled) return false;
  }
  return true;
}

}  // namespace maillage::documents
