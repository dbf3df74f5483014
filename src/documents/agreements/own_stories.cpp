// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/own_stories.hpp"

#include <algorithm>
#include <set>

#include "documents/agreements/document_units.hpp"

namespace maillage::documents {
namespace {

/// The first sentence of the text below a heading.
bool begins_section(const Reading& reading, std::size_t sentence) {
  if (sentence == 0) return false;
  const auto &passage = reading.passages[sentence], &before = reading.passages[sentence - 1];
  const bool follows_head = before.kind == BlockKind::heading || before.kind == BlockKind::title;
  return passage.kind == BlockKind::paragraph && follows_head && before.section == passage.section;
}

/// « Cinq jours plus tôt, le 6 juillet, C avait signé la même charte avec A »
bool tells_same_kind(const Reading& reading, const std::vector<Instrument>& instruments, const SigningClause& clause) {
  if (!clause.instrument || !clause.day) return false;
  const auto at = instruments[*clause.instrument].words.first;
  return at > clause.verb && at < clause.verb + 5 && reading.words[at - 1].is("meme");
}

/// « À Brémont, le mardi 4 juin, A avait conclu avec B le contrat de site 2013-2017 »: a story of its own, with day and name.
bool tells_own_day(const Reading& reading, const std::vector<Instrument>& instruments, const SigningClause& clause) {
  if (!clause.instrument || !clause.day || !clause.signs() || clause.tense != Tense::earlier) return false;
  const auto& sentence = reading.passage_of(clause.verb).words;
  const auto& one = instruments[*clause.instrument];
  const bool is_own = sentence.holds(one.words.first) && one.words.first > clause.verb && one.weight >= 2 && one.words.last - one.words.first >= 2;
  return is_own && reading.dates.dates[reading.days[*clause.day].number].date.is_exact_day() && reading.days[*clause.day].words.first < clause.verb;
}

/// Three sections at least under headings of their own, each with a signature that some verb tells in its first
/// sentences.
bool tells_by_sections(const Reading& reading, const std::vector<Instrument>& instruments,
                       const std::vector<SigningClause>& clauses) {
  constexpr std::size_t kFewest = 3;
  std::set<std::uint32_t> sections;
  for (const auto& clause : clauses) {
    const auto sentence = reading.words[clause.verb].sentence;
    const auto& passage = reading.passages[sentence];
    const bool is_told =
        clause.signs() && clause.tense == Tense::past && !clause.is_bare && clause.form != "noun" && clause.instrument;
    if (!is_told || instruments[*clause.instrument].is_plural || passage.kind != BlockKind::paragraph) continue;
    bool is_first = false;
    for (std::uint32_t back = 0; back < 3 && back <= sentence; ++back)
      is_first = is_first || begins_section(reading, sentence - back);
    if (is_first) sections.insert(passage.section);
  }
  return sections.size() >= kFewest;
}

}  // namespace

void tell_own_stories(const Reading& reading, const std::vector<Instrument>& instruments, std::vector<SigningClause>& clauses) {
  const auto has_fresh = [](const SigningClause& clause) { return clause.signs() && clause.is_told() && !clause.is_older && clause.instrument; };
  if (std::ranges::none_of(clauses, [](const SigningClause& clause) { return clause.is_older || clause.tense == Tense::earlier; })) return;
  std::set<std::uint32_t> fresh;
  for (const auto& clause : clauses) {
    if (has_fresh(clause)) fresh.insert(reading.passage_of(clause.verb).section);
  }
  if (fresh.empty() || !(is_newsletter(reading) || tells_by_sections(reading, instruments, clauses))) return;
  for (auto& clause : clauses) {
    const auto& passage = reading.passage_of(clause.verb);
    const bool is_own = clause.tense == Tense::earlier && (tells_same_kind(reading, instruments, clause) || tells_own_day(reading, instruments, clause));
    const bool is_story = clause.is_older || is_own;
    const bool is_told = is_story && clause.signs() && (clause.tense == Tense::past || clause.tense == Tense::earlier) && !clause.is_bare && clause.form != "noun" && clause.instrument;
    if (clause.tense == Tense::earlier && !is_own) continue;
    if (!is_told || fresh.contains(passage.section) || !begins_section(reading, reading.words[clause.verb].sentence)) continue;
    if (reading.has_any({passage.words.first, clause.verb}, reading.lexicon.list("own_stories.relative"))) continue;
    const auto& one = instruments[*clause.instrument];
    if (one.is_older || one.is_foreign || one.is_plural || reading.has_any(passage.words, reading.lexicon.list("own_stories.before"))) continue;
    clause.is_older = false;
    clause.tense = Tense::past;
  }
}

}  // namespace maillage::documents
