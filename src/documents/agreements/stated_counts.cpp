// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/stated_counts.hpp"

#include <algorithm>
#include <string_view>

#include "documents/dates/date_grammar.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kFewest = 2, kMost = 40;

std::optional<std::size_t> named_count(const Word& word) {
  if (word.is("bipartite") || word.is("bilateral") || word.is("bilaterale")) return 2;
  if (word.is("tripartite")) return 3;
  if (word.is("quadripartite")) return 4;
  return std::nullopt;
}

}  // namespace

std::optional<std::size_t> stated_count_of_parties(const Findings& findings, const AgreementThread& thread) {
  const auto& reading = findings.reading;
  std::optional<std::size_t> stated;
  for (const auto sentence : thread.sentences) {
    const auto& passage = reading.passages[sentence];
    if (passage.is_question) continue;
    const bool is_head = passage.kind == BlockKind::title || passage.kind == BlockKind::heading;
    if (is_head && !thread.shares_titles) continue;
    const bool tells_agreement = is_head || !findings.instruments_of[sentence].empty() || !findings.clauses_of[sentence].empty() || passage.is_quote || reading.has_any({passage.words.first, std::min(passage.words.first + 4, passage.words.last)}, reading.lexicon.list("stated_counts.sides"));
    for (auto at = passage.words.first; tells_agreement && at < passage.words.last; ++at) {
      auto count = named_count(reading.words[at]);
      const bool is_side = at + 1 < passage.words.last && std::ranges::count(reading.lexicon.list("stated_counts.sides"), reading.words[at + 1].folded) > 0;
      const bool is_number_of = at > passage.words.first + 1 && reading.words[at - 1].is("de") && reading.words[at - 2].is("nombre");  // « ses signataires sont au nombre de quatre »
      if (!count && (is_side || (is_number_of && reading.has_any(passage.words, reading.lexicon.list("stated_counts.sides"))))) {
        const auto number = small_number(reading.words, at, reading.lexicon);
        if (number && *number > 0) count = static_cast<std::size_t>(*number);
      }
      if (!count || *count < kFewest || *count > kMost) continue;
      if (stated && *stated != *count) return std::nullopt;
      stated = count;
    }
  }
  return stated;
}

}  // namespace maillage::documents
