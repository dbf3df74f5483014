// SPDX-License-Identifier: Apache-2.0
#include "documents/drafts/review_of.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "documents/drafts/document_title.hpp"
#include "documents/drafts/quote.hpp"
#include "documents/drafts/review_words.hpp"
#include "model/codes.hpp"
#include "names/name_index.hpp"
#include "names/spellings.hpp"

namespace maillage::documents {
namespace {

using enum ReviewSubject;
using Field = ReviewField;

// Kind of the event that a rule tells; empty for other dates: ends, older agreements, signatures to come.
std::string_view event_kind_of(std::string_view rule) {
  if (rule == "vote") return code_name(EventKind::adopted);
  if (rule == "entry_into_force") return code_name(EventKind::entry_into_force);
  return rule == "launch" ? code_name(EventKind::kick_off) : std::string_view();
}

// An acronym of its own, and not only of the kind of the body, which many share: « CHU » of « CHU de Grandval ». Other ways
// to say the name are for the text that uses them: as names in the data they would draw in other bodies.
bool is_own_acronym(std::string_view form, const std::string& name) {
  const auto is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '&' || c == '.'; };
  if (form.size() < 2 || !std::ranges::all_of(form, is_letter)) return false;
  const auto bare = folded(form), whole = folded(name), letters = initials(whole);
  return !whole.starts_with(bare) && !(letters.starts_with(bare) && letters.size() > bare.size());
}

class ReviewMaker {
 public:
  ReviewMaker(const ReadDocument& read, const ReviewMeta& meta) : read_(read), meta_(meta) { review_.language = meta.language; }

  Review make() {
    add_document();
    for (std::size_t i = 0; i < read_.agreements.size(); ++i) add_agreement(read_.agreements[i], static_cast<std::uint32_t>(i + 1));
    if (!read_.agreements.empty()) add_people();
    add_institutions();
    add_contacts();
    return std::move(review_);
  }

 private:
  std::string say(ReviewSentence what) const { return std::string(sentence(what, meta_.language)); }
  std::string label(std::string_view group, std::string_view code) const {
    return meta_.label && !code.empty() ? meta_.label(group, code) : std::string(code);
  }
  ReviewRow& add(ReviewSubject subject, std::uint32_t number, Field field, std::string value, std::uint32_t item = 0) {
    auto& row = review_.rows.emplace_back();
    row.subject = subject, row.number = number, row.field = field, row.item = item;
    row.value = value, row.as_read = std::move(value);
    return row;
  }
  void doubt(ReviewRow& row, std::string help) const {
    row.is_doubtful = true;
    row.help += (row.help.empty() ? "" : " ") + help;
  }
  void rest_on(ReviewRow& row, double confidence, const Span& span) const {
    row.confidence = static_cast<unsigned>(std::lround(100 * std::clamp(confidence, 0.0, 1.0)));
    if (confidence < kDoubtfulBelow) doubt(row, say(ReviewSentence::not_sure));
    if (span.empty()) return;
    const auto lines = read_.prose.lines_of(span);
    if (lines.from > 0) row.lines = "l. " + std::to_string(lines.from) + (lines.to > lines.from ? "-" + std::to_string(lines.to) : "");
    row.quote = quote_of(read_.prose, span);
  }
  const std::string& name_of(std::uint32_t institution) {
    named_.insert(institution);
    return read_.institutions.named[institution].name;
  }

  void add_document();
  void add_agreement(const ReadAgreement& agreement, std::uint32_t number);
  void add_dates(const ReadAgreement& agreement, std::uint32_t number);
  void add_parties(const ReadAgreement& agreement, std::uint32_t number);
  void add_signatories(const ReadAgreement& agreement, std::uint32_t number);
  void add_lineage(const ReadAgreement& agreement, std::uint32_t number);
  void add_people();
  void add_institutions();
  void add_contacts();
  void add_match(ReviewSubject subject, std::uint32_t number, const MatchedName& match);

  const ReadDocument& read_;
  const ReviewMeta& meta_;
  Review review_;
  std::set<std::uint32_t> named_;  // institutions that the form refers to
};

void ReviewMaker::add_document() {
  add(document, 0, Field::file, meta_.file).help = say(read_.agreements.empty() ? ReviewSentence::no_agreement : ReviewSentence::how_to);
  add(document, 0, Field::sha256, meta_.sha256);
  add(document, 0, Field::read_on, meta_.read_on);
  add(document, 0, Field::program, meta_.program);
  const auto title = find_title(read_.prose, read_.dates.of_document ? read_.dates.of_document->span : Span());
  if (!title.span.empty()) rest_on(add(document, 0, Field::title, std::string(read_.prose.of(title.span))), 1, title.span);
  if (title.kind) add(document, 0, Field::kind, label("source_kind", code_name(*title.kind)));
  if (read_.publisher.is_said()) rest_on(add(document, 0, Field::publisher, read_.publisher.value), read_.publisher.confidence, read_.publisher.span);
  if (read_.dates.of_document) {
    const auto& date = *read_.dates.of_document;
    auto& row = add(document, 0, Field::date, date.date.to_edtf());
    rest_on(row, 1, date.span);
    if (date.weekday_differs) doubt(row, say(ReviewSentence::weekday));
  }
}

void ReviewMaker::add_agreement(const ReadAgreement& agreement, std::uint32_t number) {
  static constexpr auto kStatus = std::to_array<std::string_view>({"", "signed", "announced", "renewed"});
  const auto claim = [&](Field field, const auto& claimed, std::string value, std::uint32_t item = 0) {
    if (claimed.is_said() && !value.empty()) rest_on(add(ReviewSubject::agreement, number, field, std::move(value), item), claimed.confidence, claimed.span);
  };
  auto& existence = add(ReviewSubject::agreement, number, Field::existence, say(ReviewSentence::yes));
  rest_on(existence, std::max({agreement.title.confidence, agreement.type.confidence, agreement.status.confidence}),
          agreement.title.is_said() ? agreement.title.span : agreement.type.span);
  claim(Field::title, agreement.title, agreement.title.value);
  // Every title is one of several that will do: nobody need be asked.
  if (review_.rows.back().field == Field::title && review_.rows.back().is_doubtful) review_.rows.back().is_doubtful = false, review_.rows.back().help.clear();
  claim(Field::type, agreement.type, label("type", agreement.type.value));
  const auto status = kStatus[static_cast<std::size_t>(agreement.status.value)];
  claim(Field::status, agreement.status, label("review_status", status));
  add_parties(agreement, number);
  add_dates(agreement, number);
  claim(Field::amount_eur, agreement.amount_eur, std::to_string(std::llround(agreement.amount_eur.value)));
  for (std::size_t i = 0; i < agreement.themes.size(); ++i) {
    claim(Field::theme, agreement.themes[i], agreement.themes[i].value, static_cast<std::uint32_t>(i + 1));
  }
  add_signatories(agreement, number);
  add_lineage(agreement, number);
}

void ReviewMaker::add_parties(const ReadAgreement& agreement, std::uint32_t number) {
  std::uint32_t item = 0;
  for (const auto& party : agreement.parties) {
    rest_on(add(ReviewSubject::agreement, number, Field::party, name_of(party.institution), ++item), party.confidence, party.span);
    if (!party.role.empty() && party.role != "party") add(ReviewSubject::agreement, number, Field::party_role, label("role", party.role), item);
  }
  if (agreement.unnamed_parties > 0) add(ReviewSubject::agreement, number, Field::unnamed_parties, std::to_string(agreement.unnamed_parties));
}

void ReviewMaker::add_dates(const ReadAgreement& agreement, std::uint32_t number) {
  const auto claim = [&](Field field, const Claimed<PartialDate>& date, std::uint32_t item) {
    if (!date.is_said() || !date.value.is_known()) return;
    auto& row = add(ReviewSubject::agreement, number, field, date.value.to_edtf(), item);
    rest_on(row, date.confidence, date.span);
    const auto said = std::ranges::find_if(read_.dates.dates, [&](const DateMention& mention) { return mention.span == date.span; });
    if (said != read_.dates.dates.end() && said->weekday_differs) doubt(row, say(ReviewSentence::weekday));
  };
  claim(Field::signed_on, agreement.signed_on, 0);
  const auto& document_date = read_.dates.of_document;
  const bool is_late = document_date && agreement.signed_on.is_said() && agreement.status.value != ReadStatus::announced &&
                       agreement.signed_on.value.kind() == DateKind::single && agreement.signed_on.value.earliest() > document_date->date.latest();
  if (is_late) doubt(review_.rows.back(), say(ReviewSentence::after_document));
  claim(Field::valid_from, agreement.valid_from, 0);
  claim(Field::valid_to, agreement.valid_to, 0);
  if (agreement.duration_months.is_said()) {
    const auto months = agreement.duration_months.value;
    rest_on(add(ReviewSubject::agreement, number, Field::duration, duration_words(months, meta_.language)), agreement.duration_months.confidence, agreement.duration_months.span);
  }
  std::uint32_t item = 0;
  for (const auto& date : agreement.other_dates) {
    const auto kind = event_kind_of(date.rule);
    if (!date.is_said() || !date.value.is_known() || kind.empty()) continue;  // ends, older agreements: no dates of this one
    claim(Field::event, date, ++item);
    add(ReviewSubject::agreement, number, Field::event_kind, label("event", kind), item);
  }
}

void ReviewMaker::add_signatories(const ReadAgreement& agreement, std::uint32_t number) {
  std::uint32_t item = 0;
  for (const auto& one : agreement.signatories) {
    const auto& person = read_.people.named[one.person];
    auto& row = add(ReviewSubject::agreement, number, Field::signatory, person.name, ++item);
    rest_on(row, one.confidence, one.span);
    if (person.is_contact) row.help = say(ReviewSentence::contact);
    const auto lines = row.lines;
    if (!one.function.empty()) add(ReviewSubject::agreement, number, Field::signatory_function, one.function, item).lines = lines;
    if (one.institution) add(ReviewSubject::agreement, number, Field::signatory_institution, name_of(*one.institution), item).lines = lines;
  }
  item = 0;
  for (const auto person : agreement.present) {
    if (!read_.people.named[person].is_contact) add(ReviewSubject::agreement, number, Field::present, read_.people.named[person].name, ++item);
  }
}

void ReviewMaker::add_lineage(const ReadAgreement& agreement, std::uint32_t number) {
  static constexpr auto kKinds = std::to_array<std::string_view>({"renews", "amends", "implements"});
  std::uint32_t item = 0;
  for (const auto& line : agreement.lineage) {
    auto& row = add(ReviewSubject::agreement, number, Field::lineage, label("lineage", kKinds[static_cast<std::size_t>(line.kind)]), ++item);
    rest_on(row, 1, line.span);
    if (!line.title.empty()) add(ReviewSubject::agreement, number, Field::lineage_title, line.title, item);
    if (line.signed_on.is_known()) add(ReviewSubject::agreement, number, Field::lineage_date, line.signed_on.to_edtf(), item);
  }
}

// Holders of a function, and those who sign or look on.
void ReviewMaker::add_people() {
  std::set<std::uint32_t> signing;
  std::map<std::uint32_t, Span> places;
  for (const auto& mention : read_.people.mentions) places.try_emplace(mention.person, mention.span);
  for (const auto& agreement : read_.agreements) {
    for (const auto& one : agreement.signatories) signing.insert(one.person);
    signing.insert(agreement.present.begin(), agreement.present.end());
  }
  std::uint32_t number = 0;
  for (std::uint32_t i = 0; i < read_.people.named.size(); ++i) {
    const auto& one = read_.people.named[i];
    if (one.is_contact || (one.functions.empty() && !signing.contains(i))) continue;
    ++number;
    const auto place = places.find(i);
    rest_on(add(person, number, Field::name, one.name), one.confidence, place == places.end() ? Span() : place->second);
    const auto lines = review_.rows.back().lines;
    if (meta_.matcher != nullptr) add_match(person, number, meta_.matcher->person(one.name));
    std::uint32_t item = 0;
    for (const auto& function : one.functions) {
      if (function.title.empty()) continue;
      auto& row = add(person, number, Field::function, function.title, ++item);
      row.lines = lines;
      if (function.institution) add(person, number, Field::function_institution, name_of(*function.institution), item);
    }
  }
}

void ReviewMaker::add_institutions() {
  std::map<std::uint32_t, Span> places;
  for (const auto& mention : read_.institutions.mentions) places.try_emplace(mention.institution, mention.span);
  std::uint32_t number = 0;
  for (const auto i : named_) {
    const auto& one = read_.institutions.named[i];
    const auto place = places.find(i);
    rest_on(add(institution, ++number, Field::name, one.name), one.confidence, place == places.end() ? Span() : place->second);
    if (meta_.matcher != nullptr) add_match(institution, number, meta_.matcher->institution(one.name));
    std::string forms;
    for (const auto& form : one.forms) {
      if (is_own_acronym(form, one.name)) forms += (forms.empty() ? "" : " | ") + form;
    }
    if (!forms.empty()) add(institution, number, Field::aliases, forms);
    if (one.kind != InstitutionKind::other) add(institution, number, Field::institution_kind, label("kind", code_name(one.kind)));
  }
}

void ReviewMaker::add_match(ReviewSubject subject, std::uint32_t number, const MatchedName& match) {
  using enum MatchedName::Verdict;
  if (match.verdict == unasked) return;
  const bool is_settled = match.verdict == known || match.verdict == likely;
  auto& row = add(subject, number, Field::match, is_settled ? match.id : match.verdict == none ? say(ReviewSentence::new_row) : std::string());
  std::string candidates;
  for (const auto& one : match.candidates) {
    if (is_settled && match.candidates.size() == 1) candidates = one.name;
    else candidates += (candidates.empty() ? "" : " ; ") + one.id + " (" + one.name + ")";
  }
  switch (match.verdict) {
    case none: row.help = say(ReviewSentence::not_a_match); break;
    case several: doubt(row, say(ReviewSentence::several_match) + candidates); break;
    case near: doubt(row, say(ReviewSentence::near_match) + candidates); break;
    case likely: doubt(row, say(ReviewSentence::likely_match) + candidates); break;
    default: row.help = candidates; break;
  }
}

void ReviewMaker::add_contacts() {
  std::uint32_t number = 0;
  for (const auto& one : read_.people.named) {
    if (one.is_contact) add(contact, ++number, Field::name, one.name).help = say(ReviewSentence::contact);
  }
}

}  // namespace

Review review_of(const ReadDocument& read, const ReviewMeta& meta) { return ReviewMaker(read, meta).make(); }

}  // namespace maillage::documents
