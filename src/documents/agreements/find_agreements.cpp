// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/agreement_amounts.hpp"
#include "documents/agreements/agreement_kinds.hpp"
#include "documents/agreements/agreement_parties.hpp"
#include "documents/agreements/agreement_periods.hpp"
#include "documents/agreements/agreement_threads.hpp"
#include "documents/agreements/chosen_signatories.hpp"
#include "documents/agreements/bilateral_agreements.hpp"
#include "documents/agreements/contract_lists.hpp"
#include "documents/agreements/date_roles.hpp"
#include "documents/agreements/lineage.hpp"
#include "documents/agreements/party_roles.hpp"
#include "documents/agreements/read_agreement.hpp"
#include "documents/agreements/retold_agreements.hpp"
#include "documents/agreements/section_series.hpp"
#include "documents/agreements/shared_terms.hpp"
#include "documents/agreements/signatories.hpp"
#include "documents/agreements/themes.hpp"
#include "documents/agreements/thread_bounds.hpp"
#include "documents/agreements/told_parts.hpp"
#include "documents/agreements/untold_agreements.hpp"
#include "documents/dates/date_grammar.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace maillage::documents {
namespace {

/// « La présidente de A, X, a signé deux conventions. La première avec B … »: X signs each of them for A.
void add_signatories_of_head(const Findings& findings, const AgreementThread& thread, std::vector<SignatoryEvidence>& signatories) {
  for (const auto c : thread.anchors) {
    const auto sentence = findings.reading.words[findings.clauses[c].verb].sentence;
    const auto& head = findings.ties.head_of[sentence];
    if (!head) continue;
    const auto shared = party_evidence(findings, sentence);
    for (const auto& one : signatory_evidence(findings, {findings.clauses_of[*head], {*head}, false})) {
      const bool is_shared = std::ranges::any_of(shared, [&](const PartyEvidence& party) {
        return one.institution == party.institution && party.rule == std::string_view("told_with_others");
      });
      const bool is_known = std::ranges::any_of(signatories, [&](const SignatoryEvidence& other) { return other.person == one.person; });
      if (is_shared && !is_known && one.weight >= .5) signatories.push_back(one);
    }
    return;
  }
}

ReadAgreement read_thread(const Findings& findings, const AgreementThread& thread) {
  ReadAgreement read;
  auto signatories = signatory_evidence(findings, thread);
  add_signatories_of_head(findings, thread, signatories);
  auto bound = find_parties(findings, thread, signatories);
  read.parties = std::move(bound.parties);
  read.excluded = std::move(bound.excluded);
  read.type = find_type(findings, thread);
  read.status = find_status(findings, thread);
  read.title = find_title(findings, thread, read.parties);
  auto dates = find_agreement_dates(findings, thread, read.status.value == ReadStatus::announced);
  read.signed_on = std::move(dates.signed_on);
  read.other_dates = std::move(dates.others);
  auto period = find_agreement_period(findings, thread, read.signed_on);
  read.valid_from = std::move(period.valid_from);
  read.valid_to = std::move(period.valid_to);
  read.duration_months = std::move(period.duration_months);
  read.amount_eur = find_agreement_amount(findings, thread, read.parties);
  read.themes = find_themes(findings, thread, read.parties);
  read.lineage = find_lineage(findings, thread, read.type.value);
  read.unnamed_parties = count_unnamed_parties(findings, thread, read.parties.size() < 2);
  tell_roles(findings, thread, read.parties);
  read.signatories = chosen_signatories(findings.reading, signatories, read.parties);
  read.present = people_present(findings, thread);
  return read;
}

/// « Contrats locaux de santé »: the name of one of them.
std::string name_of_one(const Findings& findings, const ReadAgreement& all) {
  const auto& words = findings.reading.words;
  const auto first = words.first_from(all.type.span.begin);
  const auto found = findings.reading.lexicon.agreement_types.at(words, first, words.size());
  if (!found || found.entry->phrase.find(' ') == std::string::npos)
    return all.title.value.substr(0, all.title.value.find(" entre "));
  std::string name;
  bool is_left_out = false, is_other_choice = false;
  for (const char c : found.entry->phrase) {
    if (c == '[') is_left_out = true;
    if (c == ' ' || c == '[') is_other_choice = false;
    if (c == '|') is_other_choice = true;
    const bool is_second_blank = c == ' ' && name.ends_with(' ');
    if (!is_left_out && !is_other_choice && c != '|' && !is_second_blank) name += c;
    if (c == ']') is_left_out = false;
  }
  while (!name.empty() && name.back() == ' ') name.pop_back();
  if (!name.empty() && name[0] >= 'a' && name[0] <= 'z') name[0] = static_cast<char>(name[0] - 'a' + 'A');
  return name;
}

/// « Tous courent jusqu'à fin 2026 »
bool is_said_of_all(const Reading& reading, const Span& span) {
  if (span.end <= span.begin) return false;
  return reading.has_any(reading.passage_of(reading.words.first_from(span.begin)).words, reading.lexicon.list("find_agreements.all"));
}

/// Date, term, sum and status that stand in a row of a table.
void read_row(const Findings& findings, const ListedAgreement& row, ReadAgreement& read) {
  const auto& reading = findings.reading;
  const auto amounts = Reading::within(reading.amounts, row.words);
  if (amounts.size() == 1 && !reading.dates.amounts[amounts.front().number].is_yearly) {
    const auto& amount = reading.dates.amounts[amounts.front().number];
    read.amount_eur = {amount.euros, .85, amount.span, "amount_of_the_row"};
  }
  const auto days = Reading::within(reading.days, row.words);
  if (days.empty() && !row.is_planned && Reading::within(reading.periods, row.words).empty())
    return;  // what is said of all holds
  read.signed_on = {};
  const bool has_term = !Reading::within(reading.periods, row.words).empty();
  if (has_term || !is_said_of_all(reading, read.valid_to.is_said() ? read.valid_to.span : read.duration_months.span)) {
    read.valid_from = read.valid_to = {};
    read.duration_months = {};
  }
  if (!days.empty() && !row.is_planned) {
    const auto& day = reading.dates.dates[days.front().number];
    read.signed_on = {day.date, .85, day.span, "date_of_the_row"};
  }
  for (const auto& place : Reading::within(reading.periods, row.words)) {
    const auto& period = reading.dates.periods[place.number];
    if (period.from.is_known()) read.valid_from = {period.from, .8, period.span, "period_of_the_row"};
    if (period.to.is_known()) read.valid_to = {period.to, .8, period.span, "period_of_the_row"};
    if (period.months) read.duration_months = {*period.months, .8, period.span, "duration_of_the_row"};
  }
  for (auto at = row.words.first; at < row.words.last; ++at) {
    if (reading.words[at].folded.starts_with("renouvel"))
      read.status = {ReadStatus::renewed, .85, reading.span_of({at, at + 1}), "renewed_in_the_row"};
  }
  for (auto at = row.words.first; at + 1 < row.words.last && !read.duration_months.is_said(); ++at) {  // « 5 ans »
    const auto number = small_number(reading.words, at, reading.lexicon);
    const auto& unit = reading.words[at + 1];
    if (number && *number < 100 && (unit.is("ans") || unit.is("mois"))) {
      read.duration_months = {*number * (unit.is("ans") ? 12 : 1), .8, reading.span_of({at, at + 2}),
                              "duration_of_the_row"};
    }
  }
  if (row.is_planned) {
    read.status = {ReadStatus::announced, .8, reading.span_of(row.words), "to_come"};
    read.signatories.clear();
  }
}

/// The other one of two that are signed at once: same parties, day and hands, and what stands behind its own name.
ReadAgreement second_agreement(const Findings& findings, std::size_t instrument, ReadAgreement& first) {
  const auto& reading = findings.reading;
  const auto& one = findings.instruments[instrument];
  const auto span = reading.span_of(one.words);
  auto second = first;
  second.type = {one.type, .8, span, "second_instrument"};
  second.title = title_of_instrument(reading, one);
  second.themes.clear();
  second.lineage.clear();
  second.valid_from = second.valid_to = {};
  second.duration_months = {};
  if (first.amount_eur.span.begin > span.begin)
    first.amount_eur = {};
  else
    second.amount_eur = {};
  return second;
}

/// « Centre hospitalier de N, GHT de la Vouivre »: what a single row names beside its party, nobody in the others.
std::set<std::uint32_t> named_in_one_row(const Reading& reading, const std::vector<ListedAgreement>& listed) {
  std::set<std::uint32_t> once, more;
  for (const auto& one : listed) {
    if (!one.is_row) continue;
    std::set<std::uint32_t> here;
    for (const auto& mention : Reading::within(reading.named, one.words)) here.insert(reading.institution_of(mention));
    for (const auto number : here) {
      if (!once.insert(number).second) more.insert(number);
    }
  }
  std::erase_if(once, [&](auto number) { return more.contains(number); });
  return once;
}

/// Several of a kind that one thread lists: what is said of all, with parties, date and term of each.
std::vector<ReadAgreement> listed_agreements(const Findings& findings, const ReadAgreement& all,
                                             const std::vector<ListedAgreement>& listed) {
  const auto& reading = findings.reading;
  std::set<std::uint32_t> own;
  for (const auto& one : listed) own.insert(one.parties.begin(), one.parties.end());
  const auto beside = named_in_one_row(reading, listed);
  auto shared = all;
  shared.unnamed_parties = 0;
  std::erase_if(shared.parties, [&](const ReadParty& party) {
    return own.contains(party.institution) || beside.contains(party.institution) || (listed.front().is_row && party.confidence < .6);
  });
  const auto kind = name_of_one(findings, all);
  std::vector<ReadAgreement> agreements;
  for (const auto& one : listed) {
    auto read = shared;
    const auto span = reading.span_of(one.words);
    for (const auto number : one.parties) {
      read.parties.push_back({number, "", .85, span, one.is_row ? "row_of_a_table" : "member_of_a_list"});
    }
    read.title.value = kind + " – " + reading.institutions.named[one.parties.front()].name;
    std::erase_if(read.signatories, [&](const ReadSignatory& signatory) {  // who signs the other ones
      const bool is_listed = signatory.institution && own.contains(*signatory.institution);
      return is_listed && std::ranges::find(one.parties, *signatory.institution) == one.parties.end();
    });
    if (one.is_row || one.is_dated) read_row(findings, one, read);
    if (one.is_row) add_signatories_of_row(reading, one, read);
    agreements.push_back(std::move(read));
  }
  return agreements;
}

/// One of those that a page tells under headings of their own, by its section and what the page says of all.
ReadAgreement read_story(const Findings& findings, const SectionSeries& series, const SectionStory& story) {
  const auto& reading = findings.reading;
  AgreementThread thread{{}, story.sentences, false};
  for (const auto s : story.sentences) {
    for (const auto c : findings.clauses_of[s]) {
      const auto& clause = findings.clauses[c];
      if ((clause.signs() || clause.sense == "join") && clause.is_told() && !clause.is_older && clause.instrument) thread.anchors.push_back(c);
    }
  }
  auto read = read_thread(findings, thread);
  const auto is_shared = [&](std::uint32_t number) { return std::ranges::find(series.shared, number) != series.shared.end(); };
  const auto is_own = [&](std::uint32_t number) { return std::ranges::find(story.own, number) != story.own.end(); };
  const auto is_named = [&](std::uint32_t number) {
    return std::ranges::any_of(story.sentences, [&](auto s) {
      return std::ranges::any_of(Reading::within(reading.named, reading.passages[s].words), [&](const Place& mention) { return reading.institution_of(mention) == number; });
    });
  };
  std::erase_if(read.parties, [&](const ReadParty& party) {
    const auto number = party.institution;
    const bool has_hand = std::ranges::any_of(read.signatories, [&](const ReadSignatory& one) { return one.institution == number; });
    return !is_shared(number) && !is_own(number) && (party.confidence < .6 || (!is_named(number) && !has_hand));
  });
  const auto add = [&](std::uint32_t number, double confidence, const char* rule) {
    const bool is_known = std::ranges::any_of(read.parties, [&](const ReadParty& party) { return party.institution == number; });
    if (!is_known) read.parties.push_back({number, "", confidence, reading.span_of(reading.passages[story.sentences.front()].words), rule});
  };
  const bool is_untold = read.parties.size() < 2;
  const bool has_own = std::ranges::any_of(read.parties, [&](const ReadParty& party) { return is_own(party.institution); });
  for (std::size_t i = has_own && !is_untold ? story.own.size() : 0; i < (is_untold && series.shared.empty() ? story.own.size() : 1); ++i) add(story.own[i], i == 0 ? .7 : .5, "section_of_its_own");
  const bool is_alone = read.parties.size() < 2;
  for (const auto number : series.shared) {
    if (is_alone || is_named(number)) add(number, .7, "said_of_all_sections");
  }
  read.unnamed_parties = 0;
  auto best = series.instrument;
  for (const auto s : story.sentences) {
    for (const auto i : findings.instruments_of[s]) {
      const auto& one = findings.instruments[i];
      if (!one.is_older && !one.is_foreign && (!best || one.weight > findings.instruments[*best].weight)) best = i;
    }
  }
  if (best && !read.type.is_said()) {
    const auto& instrument = findings.instruments[*best];
    read.type = {instrument.type, .7, reading.span_of(instrument.words), "instrument_of_the_section"};
  }
  const bool is_announced = thread.anchors.empty() && ((series.is_letter && !story.is_in_force) || series.is_planned);
  if (!read.status.is_said()) read.status = {is_announced ? ReadStatus::announced : ReadStatus::signed_, .6, reading.span_of(reading.passages[story.sentences.front()].words), "told_in_its_section"};
  if (!read.signed_on.is_said() && story.day && read.status.value != ReadStatus::announced) {
    const auto& day = reading.dates.dates[reading.days[*story.day].number];
    read.signed_on = {day.date, .7, day.span, "day_of_the_section"};
  }
  if (!read.signed_on.is_said() && series.day && read.status.value != ReadStatus::announced) {
    const auto& day = reading.dates.dates[reading.days[*series.day].number];
    read.signed_on = {day.date, .7, day.span, "day_of_the_introduction"};
  }
  auto kind = name_of_one(findings, read);
  if (kind.empty() && best) kind = title_of_instrument(reading, findings.instruments[*best]).value;
  read.title.value = kind + " – " + reading.institutions.named[story.own.front()].name;
  if (!read.title.is_said()) read.title = {read.title.value, .5, read.type.span, "instrument_and_parties"};
  return read;
}

/// Sections of a letter that announce an agreement of which no thread tells.
void read_rest_of_letter(const Findings& findings, const SectionSeries& series, std::vector<ReadAgreement>& agreements) {
  const auto& reading = findings.reading;
  for (const auto& story : series.stories) {
    const Span section{reading.span_of(reading.passages[story.sentences.front()].words).begin, reading.span_of(reading.passages[story.sentences.back()].words).end};
    const bool is_told = std::ranges::any_of(agreements, [&](const ReadAgreement& one) {
      const auto holds = [&](const Span& span) { return section.begin <= span.begin && span.end <= section.end; };
      return holds(one.type.span) || std::ranges::any_of(one.parties, [&](const ReadParty& party) { return holds(party.span); });
    });
    if (is_told) continue;
    auto read = read_story(findings, series, story);
    if (read.parties.size() >= 2 && read.type.is_said()) agreements.push_back(std::move(read));
  }
}

/// Told under headings of their own, where the threads are fewer.
void read_series(const Findings& findings, std::vector<ReadAgreement>& agreements) {
  const auto series = find_section_series(findings);
  if (series.is_letter) return read_rest_of_letter(findings, series, agreements);
  if (series.stories.size() <= agreements.size()) return;
  std::vector<ReadAgreement> told;
  for (const auto& story : series.stories) {
    auto read = read_story(findings, series, story);
    if (read.parties.size() >= 2) told.push_back(std::move(read));
  }
  if (told.size() <= agreements.size()) return read_rest_of_letter(findings, series, agreements);
  agreements = std::move(told);
}

std::vector<ReadAgreement> agreements_of(const Findings& findings) {
  std::vector<ReadAgreement> agreements;
  for (const auto& thread : find_threads(findings)) {
    auto read = read_thread(findings, thread);
    const bool is_member = std::ranges::any_of(thread.anchors, [&](auto c) { return findings.clauses[c].is_member; });
    auto listed = is_member ? std::vector<ListedAgreement>() : find_bilateral_agreements(findings, thread, read.parties);
    if (!is_member && listed.empty()) listed = find_listed_agreements(findings, thread);
    const auto before = agreements.size();
    for (auto& one : listed.empty() ? std::vector<ReadAgreement>() : listed_agreements(findings, read, listed)) {
      if (one.parties.size() >= 2) agreements.push_back(std::move(one));
    }
    if (agreements.size() > before) continue;
    if (const auto second = second_instrument(findings, thread); second && read.parties.size() >= 2) {
      auto other = second_agreement(findings, *second, read);
      agreements.push_back(std::move(read));
      agreements.push_back(std::move(other));
      continue;
    }
    const bool is_counted = std::ranges::any_of(thread.anchors, [&](auto c) { return is_counted_on(findings.reading, findings.instruments[*findings.clauses[c].instrument]); });
    if (!is_counted && is_echo(findings, read, agreements)) continue;
    if (!read.parties.empty() && read.parties.size() + read.unnamed_parties >= 2) agreements.push_back(std::move(read));
  }
  drop_retold(findings, agreements);
  read_series(findings, agreements);
  return agreements;
}

std::vector<ReadAgreement> told_or_untold(Findings& findings) {
  auto agreements = agreements_of(findings);
  for (const auto look : {name_signed, present_untold}) {
    if (agreements.empty() && look(findings)) agreements = agreements_of(findings);
  }
  share_signatories(agreements);
  share_terms(findings, agreements);
  return agreements;
}

}  // namespace

std::vector<ReadAgreement> find_agreements(const Words& words, const Lexicon& lexicon, const Dates& dates,
                                           const Institutions& institutions, const People& people) {
  const Reading reading(words, lexicon, dates, institutions, people);
  Findings findings(reading);
  const auto parts = find_parts(findings);
  if (parts.empty()) return told_or_untold(findings);
  const auto prose = part_sentences(words, parts);
  const Words parted(prose);
  const Reading in_parts(parted, lexicon, dates, institutions, people);
  Findings of_parts(in_parts, parts);
  return told_or_untold(of_parts);
}

}  // namespace maillage::documents
