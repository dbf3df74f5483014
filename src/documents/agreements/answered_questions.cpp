// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/answered_questions.hpp"

#include <algorithm>

#include "documents/agreements/parallel_lists.hpp"
#include "documents/agreements/running_lists.hpp"

namespace maillage::documents {

std::vector<ThemeCandidate> answered_questions(const ThemeContext& context) {
  constexpr double kAnswered = .72;
  const auto& reading = context.reading;
  std::vector<ThemeCandidate> candidates;
  for (const auto sentence : context.sentences) {
    const auto& question = reading.passages[sentence];
    const std::size_t next = sentence + 1;
    if (!question.is_question || question.is_quote || next >= reading.passages.size()) continue;
    const auto head = std::min(question.words.first + 3, question.words.last);
    // who, when, how much, why ask for something else
    if (!context.uses.any(question.words.first, question.words.last, "asked") ||
        context.uses.any(question.words.first, head, "other_question"))
      continue;
    const auto& answer = reading.passages[next];
    if (answer.words.empty() || answer.section != question.section || answer.kind != BlockKind::paragraph) continue;
    auto members = list_members(reading.words, reading.lexicon, answer.words);
    if (members.size() >= 2 && are_alike(context, members))
      candidates.push_back({std::move(members), kAnswered, "answer_to_a_question"});
  }
  return candidates;
}

}  // namespace maillage::documents
