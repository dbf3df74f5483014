// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/shared_terms.hpp"

#include <algorithm>
#include <optional>

#include "documents/dates/date_grammar.hpp"
#include "documents/lexicon/word_uses.hpp"

namespace maillage::documents {
namespace {

bool has_term(const ReadAgreement& one) { return one.valid_from.is_said() || one.valid_to.is_said() || one.duration_months.is_said(); }

const Span& span_of_term(const ReadAgreement& one) {
  return one.valid_to.is_said() ? one.valid_to.span : one.valid_from.is_said() ? one.valid_from.span : one.duration_months.span;
}

/// « Tous », « chacune », « les trois conventions », « ces deux textes »
bool speaks_of_all(const Findings& findings, const Span& span) {
  const auto& reading = findings.reading;
  const WordUses uses(reading.lexicon.several_words, reading.words);
  if (span.end <= span.begin) return false;
  const auto term = reading.words.first_from(span.begin);
  const auto first = reading.passage_of(term).words.first;
  if (reading.has_any({first, term}, reading.lexicon.list("shared_terms.all"))) return true;
  for (auto at = first + 1; at + 1 < term; ++at) {
    const bool is_known = is_one_of(reading.words[at - 1], {"les", "ces", "des"});
    const auto number = small_number(reading.words, at, reading.lexicon);
    if (!is_known || !number || *number < 2) continue;
    const bool is_of_kind = static_cast<bool>(reading.lexicon.agreement_types.at(reading.words, at + 1, term));
    if (is_of_kind || uses.is(at + 1, "papers")) return true;
  }
  return false;
}

/// A term of a sentence that no thread took: « Les trois conventions s'appliquent de 2021 à 2026 » below its own heading.
std::optional<PeriodMention> term_of_all(const Findings& findings) {
  const auto& reading = findings.reading;
  for (const auto& place : reading.periods) {
    const auto& period = reading.dates.periods[place.number];
    const auto& passage = reading.passage_of(place.words.first);
    const bool is_whole = period.from.is_known() && period.to.is_known();
    if (is_whole && passage.kind == BlockKind::paragraph && !passage.is_quote && speaks_of_all(findings, period.span)) return period;
  }
  return std::nullopt;
}

}  // namespace

void share_terms(const Findings& findings, std::vector<ReadAgreement>& agreements) {
  constexpr std::size_t kMost = 12;  // a register of many tells each for itself
  if (agreements.size() < 2 || agreements.size() > kMost) return;
  const auto told = std::ranges::find_if(agreements, [&](const ReadAgreement& one) { return has_term(one) && speaks_of_all(findings, span_of_term(one)); });
  const auto whole = told == agreements.end() && std::ranges::none_of(agreements, has_term) ? term_of_all(findings) : std::nullopt;
  for (auto& one : agreements) {
    if (!whole) break;
    one.valid_from = {whole->from, .6, whole->span, "term_of_all"};
    one.valid_to = {whole->to, .6, whole->span, "term_of_all"};
  }
  if (told == agreements.end()) return;
  for (auto& one : agreements) {
    const bool is_of_the_day = one.signed_on.value == told->signed_on.value && one.status.value == told->status.value;
    if (has_term(one) || !is_of_the_day) continue;
    one.valid_from = told->valid_from;
    one.valid_to = told->valid_to;
    one.duration_months = told->duration_months;
  }
}

}  // namespace maillage::documents
