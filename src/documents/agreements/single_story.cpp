// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/single_story.hpp"

#include <algorithm>
#include <optional>

namespace maillage::documents {

bool tells_one_signature(const Findings& findings) {
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
