// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/told_several.hpp"

#include <algorithm>

#include "documents/dates/date_grammar.hpp"
#include "documents/lexicon/word_uses.hpp"

namespace maillage::documents {

bool leads_table(const Reading& reading, std::uint32_t sentence) {
  constexpr std::uint32_t kRows = 2;
  for (auto row = sentence + 1; row <= sentence + kRows; ++row) {
    if (row >= reading.passages.size() || reading.passages[row].kind == BlockKind::paragraph) return false;
    const auto& words = reading.passages[row].words;
    const auto days = Reading::within(reading.days, words);
    const bool is_dated = std::ranges::any_of(days, [&](const Place& day) { return reading.dates.dates[day.number].date.is_exact_day(); });
    if (!is_dated || Reading::within(reading.named, words).empty()) return false;
  }
  return Reading::within(reading.named, reading.passages[sentence].words).empty();
}

bool leads_member(const Reading& reading, std::size_t at, std::size_t last) {
  const auto& words = reading.words;
  const WordUses uses(reading.lexicon.several_words, words);
  if (at + 2 >= last) return false;
  if (is_one_of(words[at], {"celui", "celle"})) return is_one_of(words[at + 1], {"de", "du", "d", "avec", "des"});
  if (words[at].is("quant")) return is_one_of(words[at + 1], {"a", "au"});
  if (!is_one_of(words[at], {"le", "la", "l", "un", "une"}) || !uses.is(at + 1, "counted")) return false;
  if (words[at].is("un") || words[at].is("une")) return !is_one_of(words[at + 1], {"un", "une", "premier", "premiere"}) && !words[at + 2].is_capital();
  const bool is_whole = is_one_of(words[at + 2], {",", ":"}) || uses.is(at + 2, "behind_counted");
  return is_whole && !(words[at + 1].is("une") && words[at].is("la"));
}

/// « deux signatures : celle du président de A et celle de la directrice de B », « celle de X pour A »
static bool counts_hands(const Reading& reading, std::size_t signatures, std::size_t last) {
  constexpr std::size_t kNear = 3;
  for (auto at = signatures + 1; at + 2 < last && at <= signatures + kNear; ++at) {
    if (!reading.words[at].is("celle") && !reading.words[at].is("celles")) continue;
    for (auto next = at + 1; next < std::min(at + 2 + kNear, last); ++next) {
      if (reading.lexicon.functions.at(reading.words, next, last)) return true;
    }
    return !Reading::within(reading.persons, {at, std::min(at + 2 + kNear, last)}).empty();
  }
  return false;
}

bool tells_several(const Reading& reading, const std::vector<SigningClause>& clauses, const std::vector<Instrument>& instruments,
                   std::uint32_t sentence, std::span<const std::size_t> clauses_of_sentence) {
  constexpr std::size_t kLongest = 400;
  const auto& words = reading.passages[sentence].words;
  const WordUses uses(reading.lexicon.several_words, reading.words);
  if (words.last - words.first > kLongest) return false;
  for (const auto c : clauses_of_sentence) {
    const auto& clause = clauses[c];
    if (!clause.signs() || !clause.is_told() || clause.is_older || clause.is_general) continue;
    const bool is_double = clause.verb > words.first && uses.is(clause.verb - 1, "multiple");
    // « la convention a trouvé ses signatures : celle de X pour A et celle de Y » is one
    const bool is_its_own = (clause.verb > words.first && is_one_of(reading.words[clause.verb - 1], {"ses", "leurs"})) || counts_hands(reading, clause.verb, words.last);
    const bool is_noun = clause.form == "noun" && !is_its_own && (is_double || reading.words[clause.verb].folded.ends_with('s'));
    // « Au bas de la convention d'objectifs, deux paraphes »: two hands, one agreement
    const bool is_of_one = clause.instrument && !instruments[*clause.instrument].is_plural && instruments[*clause.instrument].weight >= 2 && words.holds(instruments[*clause.instrument].words.first);
    if (is_of_one && is_noun && !is_double) return false;
    if (is_noun) return true;
    if (clause.instrument && instruments[*clause.instrument].is_plural && words.holds(instruments[*clause.instrument].words.first)) return true;
    for (auto at = words.first + 1; at < words.last; ++at) {
      if (uses.is(at, "papers") && (small_number(reading.words, at - 1, reading.lexicon) || is_one_of(reading.words[at - 1], {"les", "des"}))) return true;
    }
  }
  return false;
}

}  // namespace maillage::documents
