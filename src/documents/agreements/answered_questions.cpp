// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/answered_questions.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "documents/agreements/running_lists.hpp"

namespace maillage::documents {
namespace {

constexpr double kAnswered = .72;

/// What is asked for: who, when, how much, why are other questions.
constexpr auto kAsked = std::to_array<std::string_view>(
    {"contient",  "prevoit",  "prevoient",    "vise",      "visent",      "agit",      "porte",    "portent",
     "change",    "changera", "changer",      "parle",     "objectif",    "objectifs", "but",      "buts",
     "programme", "menu",     "concretement", "themes",    "thematiques", "engage",    "engagent", "dit",
     "permettra", "permet",   "apporte",      "apportera", "comprend",    "couvre",    "ambition", "ambitions",
     "priorites", "axes",     "faire",        "fera",      "feront"});
constexpr auto kOthers = std::to_array<std::string_view>(
    {"qui", "quand", "combien", "pourquoi", "moyens", "comment", "duree", "montant", "finance", "adresse"});

enum class Opening { none, article, of, to, on, infinitive };

bool is_infinitive(const Word& word) {
  if (word.kind != WordKind::word || word.is_capital() || word.folded.size() < 4) return false;
  return word.folded.ends_with("er") || word.folded.ends_with("ir") || word.folded.ends_with("re");
}

Opening opening_of(const Words& words, WordRange member) {
  static constexpr auto kJoints =
      std::to_array<std::string_view>({"et", "enfin", "puis", "ainsi", "que", "mais", "aussi", "ensuite", "surtout"});
  while (member.first + 1 < member.last && std::ranges::find(kJoints, words[member.first].folded) != kJoints.end())
    ++member.first;
  static constexpr auto kArticles = std::to_array<std::string_view>({"le", "la", "les", "l", "un", "une", "des"});
  const auto& word = words[member.first];
  if (std::ranges::find(kArticles, word.folded) != kArticles.end()) return Opening::article;
  if (word.is("de") || word.is("d") || word.is("du")) return Opening::of;
  if (word.is("a") || word.is("au") || word.is("aux")) return Opening::to;
  if (word.is("sur")) return Opening::on;
  return is_infinitive(word) ? Opening::infinitive : Opening::none;
}

}  // namespace

bool are_alike(const Words& words, const std::vector<WordRange>& members) {
  if (members.empty() || members.front().empty()) return false;
  const auto first = opening_of(words, members.front());
  return first != Opening::none && std::ranges::all_of(members, [&](const WordRange& one) {
           return !one.empty() && opening_of(words, one) == first;
         });
}

std::vector<ThemeCandidate> answered_questions(const Findings& findings, const AgreementThread& thread) {
  const auto& reading = findings.reading;
  std::vector<ThemeCandidate> candidates;
  for (const auto sentence : thread.sentences) {
    const auto& question = reading.passages[sentence];
    const std::size_t next = sentence + 1;
    if (!question.is_question || question.is_quote || next >= reading.passages.size()) continue;
    if (!reading.has_any(question.words, kAsked) ||
        reading.has_any({question.words.first, std::min(question.words.first + 3, question.words.last)}, kOthers))
      continue;
    const auto& answer = reading.passages[next];
    if (answer.words.empty() || answer.section != question.section || answer.kind != BlockKind::paragraph) continue;
    auto members = list_members(reading.words, answer.words);
    if (members.size() >= 2 && are_alike(reading.words, members))
      candidates.push_back({std::move(members), kAnswered, "answer_to_a_question"});
  }
  return candidates;
}

}  // namespace maillage::documents
