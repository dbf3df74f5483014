// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/fulfilled_plans.hpp"

#include <array>
#include <string_view>

namespace maillage::documents {

bool fulfils_plan(const Reading& reading, const std::vector<SigningClause>& before, const SigningClause& clause) {
  constexpr std::uint32_t kSentences = 2;
  const auto sentence = reading.words[clause.verb].sentence;
  const auto& passage = reading.passages[sentence];
  const bool is_led_on = reading.has_any({clause.verb, passage.words.last}, std::to_array<std::string_view>({":"}));  // « C'est chose faite : A a signé »
  if (is_led_on || passage.is_quote || passage.is_question || clause.tense == Tense::negated) return false;
  for (auto c = before.size(); c-- > 0;) {
    const auto& plan = before[c];
    const auto told = reading.words[plan.verb].sentence;
    if (sentence - told > kSentences) return false;
    if (told == sentence || !plan.signs()) continue;
    const bool is_to_come = plan.form == "infinitive" || plan.form == "noun" || plan.tense == Tense::planned || plan.tense == Tense::hypothetical;
    return is_to_come && reading.passages[told].section == passage.section;
  }
  return false;
}

}  // namespace maillage::documents
