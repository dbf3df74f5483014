// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/signing_sentences.hpp"

#include <algorithm>
#include <array>

#include "documents/agreements/counted_signatories.hpp"
#include "documents/dates/date_grammar.hpp"

namespace maillage::documents {
namespace {


}  // namespace

/// « X et Y se sont exécutés à sa suite », « X en a fait autant », « Y s'est joint à la séance par visioconférence » behind a sentence that tells of somebody who signs.
bool SigningSentences::goes_on_signing(std::uint32_t sentence) const {
  if (sentence == 0 || has_saying(reading_.passages[sentence]) || reading_.passages[sentence - 1].block != reading_.passages[sentence].block) return false;
  const auto& words = reading_.passages[sentence].words;
  if (words.empty() || reading_.words[words.first].folded.starts_with("etai")) return false;  // « Étaient reliés par visioconférence … »
  return signs(sentence - 1) && reading_.has_any(words, reading_.lexicon.list("signing_sentences.too"));
}

/// « Les deux ont signé », « chacun a pris le stylo » behind this sentence; « les présidents de quatre universités
/// ont signé », naming nobody, before it.
double SigningSentences::leads_over(std::uint32_t sentence) const {
  if (answers_who(sentence)) return .8;
  if (is_of_counted_signatories(findings_, sentence)) return .75;
  if (sentence + 1 < reading_.passages.size() &&
      reading_.passages[sentence + 1].block == reading_.passages[sentence].block &&
      has_own_signature(reading_.passages[sentence + 1].words))
    return .8;
  // « X préside A. Y préside B. Leur signature figure … »
  if (sentence + 2 < reading_.passages.size() && reading_.passages[sentence + 2].block == reading_.passages[sentence].block &&
      !Reading::within(reading_.persons, reading_.passages[sentence + 1].words).empty() && !has_saying(reading_.passages[sentence]) &&
      reading_.words[reading_.passages[sentence + 2].words.first].is("leur") && has_own_signature(reading_.passages[sentence + 2].words))
    return .75;
  if (goes_on_by_pronoun(sentence) || goes_on_signing(sentence)) return .75;
  for (const std::uint32_t step : {1U, 2U}) {
    if (sentence + step >= reading_.passages.size() || !signs(sentence + step)) continue;
    const auto& next = reading_.passages[sentence + step];
    const auto first = next.words.first;
    const bool is_both = (reading_.has_any({first, std::min(first + 3, next.words.last)}, reading_.lexicon.list("signing_sentences.both")) &&
                          Reading::within(reading_.persons, {first, std::min(first + 4, next.words.last)}).empty()) ||
                         they_sign(sentence + step) || is_signed_by_them(sentence + step);
    if (next.block == reading_.passages[sentence].block && is_both && (step == 2 || !reading_.passages[sentence].is_quote))
      return .75;
  }
  if (sentence > 0 && signs(sentence - 1)) {
    const auto& last = reading_.passages[sentence - 1].words;
    const bool names_nobody =
        Reading::within(reading_.persons, last).empty() && Reading::within(reading_.named, last).empty();
    if (names_nobody && reading_.passages[sentence - 1].section == reading_.passages[sentence].section &&
        reading_.passages[sentence - 1].kind == BlockKind::paragraph &&
        reading_.passages[sentence].kind == BlockKind::paragraph && !has_saying(reading_.passages[sentence]))
      return .75;
  }
  return 0;
}

/// « Mardi 4 juin, ils ont signé … »
bool SigningSentences::they_sign(std::size_t sentence) const {
  constexpr std::size_t kBefore = 4;
  const auto first = reading_.passages[sentence].words.first;
  return std::ranges::any_of(findings_.clauses_of[sentence], [&](std::size_t c) {
    const auto& clause = findings_.clauses[c];
    if (!clause.signs() || clause.form == "noun" || clause.is_passive || !Reading::within(reading_.persons, {first, clause.verb}).empty()) return false;
    return Reading::within(reading_.named, {first, clause.verb}).empty() && reading_.has_any({std::max(first, clause.verb - std::min(clause.verb, kBefore)), clause.verb}, reading_.lexicon.list("signing_sentences.they"));
  });
}

/// « X et Y étaient accompagnés de Z. Tous trois ont signé. »: as many as the sentence names.
bool SigningSentences::all_sign_behind(std::uint32_t sentence, std::size_t count) const {
  const auto next = sentence + 1;
  if (count < 2 || next >= reading_.passages.size() ||
      reading_.passages[next].block != reading_.passages[sentence].block || !signs(next))
    return false;
  const auto& words = reading_.passages[next].words;
  if (words.empty() || !is_one_of(reading_.words[words.first], {"tous", "toutes", "les", "ces"})) return false;
  for (auto at = words.first + 1; at < std::min(words.last, words.first + 3); ++at) {
    const auto number = small_number(reading_.words, at, reading_.lexicon);
    if (number && static_cast<std::size_t>(*number) == count) return true;
  }
  return false;
}

/// « …, signée par les deux responsables », « paraphée par leurs présidents respectifs », naming nobody
bool SigningSentences::is_signed_by_them(std::size_t sentence) const {
  static constexpr auto kHeads = std::to_array<std::string_view>(
      {"responsables",   "dirigeants",  "dirigeantes",   "presidents", "presidentes",   "directeurs",
       "directrices",    "maires",      "elus",          "elues",      "hommes",        "femmes",
       "parties",        "partenaires", "signataires",   "chefs",      "representants", "representantes",
       "interlocuteurs", "autorites",   "personnalites", "patrons",    "universitaires"});
  const auto& passage = reading_.passages[sentence].words;
  if (!Reading::within(reading_.persons, passage).empty()) return false;
  return std::ranges::any_of(findings_.clauses_of[sentence], [&](std::size_t c) {
    const auto& clause = findings_.clauses[c];
    auto by = clause.verb + 1;
    while (by < passage.last && by < clause.verb + 6 && !reading_.words[by].is("par")) ++by;  // « signée en avril par »
    if (!clause.signs() || clause.form != "participle" || by + 1 >= passage.last || !reading_.words[by].is("par"))
      return false;
    const auto& after = reading_.words[by + 1];
    const bool is_all = is_one_of(after, {"tous", "toutes", "eux", "elles", "chacun", "chacune"}) ||
                        (after.is("l") && by + 2 < passage.last && is_one_of(reading_.words[by + 2], {"un", "une"}));
    const bool is_known = is_one_of(after, {"les", "leurs", "ces", "nos", "ses"}) &&
                          reading_.has_any({by + 2, std::min(by + 5, passage.last)}, kHeads);
    return is_all || is_known;
  });
}

/// « Par qui ? Par le maire, X, et par Y. », « Qui a signé ? X pour … »
bool SigningSentences::answers_who(std::uint32_t sentence) const {
  if (sentence == 0) return false;
  const auto& question = reading_.passages[sentence - 1];
  return question.is_question && !question.is_quote && reading_.has_any(question.words, reading_.lexicon.list("signing_sentences.who")) &&
         reading_.has_any(question.words, reading_.lexicon.list("signing_sentences.acts"));
}

/// « Le contrat porte sa signature »: of who is named before.
bool SigningSentences::has_own_signature(const WordRange& range) const {
  for (auto at = range.first; at + 1 < range.last; ++at) {
    const bool is_own = reading_.words[at].is("sa") || reading_.words[at].is("son") || reading_.words[at].is("leur") || reading_.words[at].is("leurs");
    auto mark = at + 1;
    if (mark + 1 < range.last && small_number(reading_.words, mark, reading_.lexicon)) ++mark;  // « leurs deux signatures »
    const bool is_mark = is_own && std::ranges::find(reading_.lexicon.list("signing_sentences.marks"), reading_.words[mark].folded) != reading_.lexicon.list("signing_sentences.marks").end();
    if (is_mark && at + 2 < range.last && reading_.words[at + 2].folded.starts_with("figure")) return true;  // « Leur signature figure au bas »
    if (is_mark &&
        reading_.words[at - (at > range.first ? 1 : 0)].folded.starts_with("porte"))
      return true;
  }
  return false;
}

/// « …, souligne X, présidente. Avec Y, elle a signé … »: the one person that the sentence before names.
bool SigningSentences::goes_on_by_pronoun(std::uint32_t sentence) const {
  constexpr std::size_t kNear = 4;
  const std::size_t next = sentence + std::size_t{1};
  if (next >= reading_.passages.size() || !signs(static_cast<std::uint32_t>(next)) ||
      reading_.passages[next].block != reading_.passages[sentence].block)
    return false;
  if (Reading::within(reading_.persons, reading_.passages[sentence].words).size() != 1) return false;
  const auto first = reading_.passages[next].words.first;
  return std::ranges::any_of(findings_.clauses_of[next], [&](std::size_t c) {
    const auto& clause = findings_.clauses[c];
    const WordRange before{clause.verb > first + kNear ? clause.verb - kNear : first, clause.verb};
    return clause.signs() && !clause.is_passive && clause.form != "noun" &&
           reading_.has_any(before, std::to_array<std::string_view>({"il", "elle"}));
  });
}

/// « L'ARS l'était par son directeur, X » behind « La rectrice était représentée par Y ».
bool SigningSentences::goes_on_representing(std::uint32_t sentence) const {
  if (has_saying(reading_.passages[sentence])) return false;
  if (sentence == 0 || !reading_.has_any(reading_.passages[sentence - 1].words, reading_.lexicon.list("signing_sentences.represented"))) return false;
  return reading_.has_any(reading_.passages[sentence].words, reading_.lexicon.list("signing_sentences.was"));
}

/// « De gauche à droite : … », and the blocks right behind.
bool SigningSentences::on_photograph(std::uint32_t sentence) const {
  static constexpr std::uint32_t kReach = 5;
  for (auto s = sentence; s + kReach > sentence && s > 0; --s) {
    const auto& words = reading_.passages[s].words;
    for (auto at = words.first; at + 2 < words.last; ++at) {
      if (reading_.words[at].is("gauche") && reading_.words[at + 1].is("a") && reading_.words[at + 2].is("droite"))
        return true;
    }
  }
  return false;
}

bool SigningSentences::signs(std::uint32_t sentence) const {
  return std::ranges::any_of(findings_.clauses_of[sentence], [&](std::size_t c) {
    const auto& clause = findings_.clauses[c];
    return (clause.signs() || clause.sense == "pen") &&
           (clause.tense == Tense::past || clause.tense == Tense::present || clause.sense == "pen") && !clause.is_older;
  });
}

bool SigningSentences::has_saying(const Passage& passage) const { return passage.is_quote || reading_.has_any(passage.words, reading_.lexicon.list("signing_sentences.saying")); }

bool SigningSentences::represents(const Passage& passage) const { return reading_.has_any(passage.words, reading_.lexicon.list("signing_sentences.represented")); }

}  // namespace maillage::documents
