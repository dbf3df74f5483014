// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/theme_context.hpp"

#include <algorithm>

namespace maillage::documents {

ThemeContext::ThemeContext(const Findings& f, const AgreementThread& t, const std::vector<ReadParty>& p)
    : findings(f), thread(t), parties(p), reading(f.reading), words(f.reading.words),
      uses(f.reading.lexicon.theme_words, f.reading.words), sentences(t.sentences) {
  if (!t.shares_titles) return;
  for (std::uint32_t s = 0; s < reading.passages.size(); ++s) {
    if (f.section_of[s] == "themes" && !reading.passages[s].words.empty()) sentences.push_back(s);
  }
  std::ranges::sort(sentences);
  sentences.erase(std::ranges::unique(sentences).begin(), sentences.end());
}

bool ThemeContext::is_elsewhere(std::uint32_t sentence) const {
  const auto& section = findings.section_of[sentence];
  return section == "about" || section == "contact" || section == "more" || section == "agenda" ||
         section == "summary" || section == "past" || section == "others";
}

bool ThemeContext::is_of_others(std::uint32_t sentence, std::size_t before) const {
  if (!findings.instruments_of[sentence].empty()) return false;
  const auto& passage = reading.passages[sentence];
  const auto named = Reading::within(reading.named, {passage.words.first, before});
  if (named.empty() || parties.empty()) return false;
  return std::ranges::none_of(named, [&](const Place& mention) {
    const auto number = reading.institution_of(mention);
    const auto whole = reading.institutions.named[number].of;
    return std::ranges::any_of(parties, [&](const ReadParty& party) {
      return party.institution == number || (whole && party.institution == *whole);
    });
  });
}

bool ThemeContext::is_about_agreement(std::uint32_t sentence) const {
  constexpr std::size_t kHead = 5;
  const auto& range = reading.passages[sentence].words;
  const auto head = std::min(range.last, range.first + kHead);
  if (!findings.instruments_of[sentence].empty() || uses.any(range.first, range.last, "bound") ||
      uses.any(range.first, head, "reference") || uses.is(range.first, "its"))
    return true;
  const auto tells = [&](std::size_t c) { return findings.clauses[c].signs() && findings.clauses[c].is_told(); };
  if (std::ranges::any_of(findings.clauses_of[sentence], tells)) return true;
  // « Signé le 7 février, il organise … »
  for (auto at = range.first; at + 2 < std::min(range.last, range.first + 4 * kHead); ++at) {
    if (words[at].is(",") && (uses.is(at + 1, "pronoun") || uses.is(at + 2, "bound") || uses.is(at + 2, "instrument"))) return true;
  }
  // « La Ville et l'Université entendent … »: two of them at its head
  const auto named = Reading::within(reading.named, {range.first, std::min(range.last, range.first + 4 * kHead)});
  return named.size() >= 2 && !is_of_others(sentence, named[1].words.last);
}

std::optional<std::size_t> ThemeContext::noun_in(const WordRange& range, std::string_view kind) const {
  std::optional<std::size_t> found;
  const auto& table = reading.lexicon.section_words;
  for (const auto& phrase : table.all(words, range.first, range.last)) {
    if (table.field(*phrase.entry, "section") == kind) found = phrase.last - 1;
  }
  return found;
}

WordRange ThemeContext::behind(std::size_t at) const {
  const auto end = reading.passage_of(at).words.last;
  int quotes = 0, brackets = 0;
  for (auto next = at + 1; next < end; ++next) {
    const auto& word = words[next];
    if (word.is("«") || word.is("“")) ++quotes;
    if (word.is("(")) ++brackets;
    const bool counts = word.is(")") && brackets == 0 && next > at + 1 && words[next - 1].folded.size() == 1;  // « 1) », « a) »
    if (counts) continue;
    const bool closes = ((word.is("»") || word.is("”")) && --quotes < 0) || (word.is(")") && --brackets < 0);
    if (closes) return {at + 1, next};
  }
  return {at + 1, end};
}

}  // namespace maillage::documents
