// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/participle_days.hpp"

#include <algorithm>
#include <array>

namespace maillage::documents {

void leave_days_to_participles(const Reading& reading, std::optional<Day> today, std::vector<SigningClause>& clauses) {
  constexpr Day kMonths = 60;
  constexpr std::size_t kHead = 2;  // words before the participle: « Déjà conclue … »
  for (std::size_t c = 0; c < clauses.size() && today; ++c) {
    auto& main = clauses[c];
    if (main.is_bare || !main.day || main.tense == Tense::earlier) continue;
    const auto& day = reading.days[*main.day];
    const auto sentence = reading.words[main.verb].sentence;
    const auto first = reading.passages[sentence].words.first;
    bool is_of_other = false;
    for (auto before = c; before-- > 0 && reading.words[clauses[before].verb].sentence == sentence;) {
      const auto& one = clauses[before];
      is_of_other = is_of_other || (one.is_bare && one.signs() && one.day == main.day && one.verb < day.words.first && one.verb <= first + kHead);
    }
    const bool is_cut = day.words.last < main.verb && reading.has_any({day.words.last, main.verb}, std::to_array<std::string_view>({","}));
    if (is_of_other && is_cut && reading.dates.dates[day.number].date.latest() + kMonths < *today) main.day.reset();
  }
}

}  // namespace maillage::documents
