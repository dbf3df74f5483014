// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "cli/accept_document.hpp"
#include "documents/drafts/review_words.hpp"
#include "records/acceptance/recognised_agreement.hpp"
#include "records/office/slug.hpp"

namespace maillage {

using documents::ReviewDecision;
using documents::ReviewSubject;

namespace {

constexpr auto kReviewStatuses = std::to_array<std::string_view>({"signed", "announced", "renewed", "unknown"});

std::string year_of(const std::string& date) {
  const auto year = date.substr(0, 4);
  const bool is_year = year.size() == 4 && std::ranges::all_of(year, [](char c) { return c >= '0' && c <= '9'; });
  return is_year ? year : std::string();
}

// « accord 1 » as evidence notes it: whichever language the form is in.
std::string record_note(std::uint32_t number) { return "agreement " + std::to_string(number); }

}  // namespace

std::vector<AcceptedDocument::Party> AcceptedDocument::parties() {
  std::vector<Party> parties;
  for (const auto* said : index_->items(ReviewSubject::agreement, number_, Field::party)) {
    if (!said->holds()) continue;
    if (said->is_open()) context_.doubt(*said);
    if (said->decision == ReviewDecision::unsure) continue;
    auto id = names_.institution(*said);
    if (!id.empty() && std::ranges::find(parties, id, &Party::id) == parties.end()) parties.push_back({std::move(id), said});
  }
  return parties;
}

// The row of the agreement that is meant; empty where it is a new one.
std::string AcceptedDocument::known_agreement(const std::vector<Party>& parties, const std::string& type, const std::string& signed_on) {
  auto& tables = context_.tables;
  const auto* match = row(ReviewSubject::agreement, number_, Field::match);
  const auto& language = context_.session.language;
  // What this document was accepted as before goes by its number in the form, unless it is plainly another by now.
  const auto shares_party = [&](const std::string& id) {
    return std::ranges::any_of(parties, [&](const Party& one) { return tables.find_row("parties", {{"agreement", id}, {"institution", one.id}}).has_value(); });
  };
  for (const auto& [id, said] : tables.rows_of_source(context_.source, "agreements", "*")) {
    const bool is_it = tables.note_of_claim(context_.source, "agreements", id, "*") == record_note(number_);
    if (is_it && !of_form_.contains(id) && shares_party(id)) return id;
  }
  if (match != nullptr && !documents::says_new(match->value)) {
    if (tables.find_row("agreements", {{"id", match->value}})) return match->value;
    context_.fault(*match, language.say("accept.fault.no_row", {{"value", shown_word(match->value)}}));
    return {};
  }
  if (match != nullptr && match->is_reviewed()) return {};
  AgreementSketch sketch{text(of_agreement(Field::title)), type, signed_on, {}};
  for (const auto& one : parties) sketch.parties.push_back(one.id);
  const auto found = recognise_agreement(tables, sketch, of_form_);
  if (found.verdict == RecognisedAgreement::Verdict::same) return found.id;
  if (found.verdict == RecognisedAgreement::Verdict::perhaps) {
    const auto* about = index_->find(ReviewSubject::agreement, number_, Field::existence);
    context_.doubt(about != nullptr ? *about : *parties.front().said, language.say("accept.perhaps", {{"candidates", language.list(found.candidates)}}));
  }
  return {};
}

std::string AcceptedDocument::agreement_id(const std::vector<Party>& parties, const std::string& type, const std::string& signed_on) {
  if (auto known = known_agreement(parties, type, signed_on); !known.empty()) return known;
  auto base = slug(text(of_agreement(Field::title)).empty() ? type : text(of_agreement(Field::title)));
  if (base.empty()) base = "accord";
  const auto year = year_of(signed_on);
  if (!year.empty() && base.find(year) == std::string::npos) base += "-" + year;
  return context_.tables.free_id("agreements", base);
}

void AcceptedDocument::claim(const Row* said, std::string_view field, const std::string& value) {
  if (said != nullptr) context_.claim(*said, "agreements", agreement_row_, field, value);
}

void AcceptedDocument::accept_agreement() {
  agreement_.clear();
  auto& tables = context_.tables;
  const auto all = parties();
  if (all.empty()) {
    const auto* about = index_->find(ReviewSubject::agreement, number_, Field::existence);
    const Row none{.subject = ReviewSubject::agreement, .number = number_, .field = Field::existence};
    return context_.fault(about != nullptr ? *about : none, context_.session.language.say("accept.fault.no_party"));
  }
  const auto agreement_type = value(of_agreement(Field::type), "agreements", "type");
  const auto agreement_status = code(of_agreement(Field::status), "review_status", {kReviewStatuses.begin(), kReviewStatuses.end()});
  const auto day = value(of_agreement(Field::signed_on), "agreements", "signed");
  agreement_ = agreement_id(all, agreement_type, day);
  of_form_.insert(agreement_);
  const auto* existence_row = index_->find(ReviewSubject::agreement, number_, Field::existence);
  const auto& said = existence_row != nullptr ? *existence_row : *all.front().said;
  if (existence_row != nullptr && existence_row->is_open()) context_.doubt(*existence_row);
  const auto state = tables.claim_row("agreements", {{"id", agreement_}}, context_.origin_of(said));
  tables.note_claim(context_.source, "agreements", agreement_, "*", record_note(number_));
  agreement_row_ = *tables.find_row("agreements", {{"id", agreement_}});
  context_.log(said, text(of_agreement(Field::title)), name_of(state), {}, "agreements", agreement_);
  claim_values(agreement_type, agreement_status, day);
  claim_parties(all);
  claim_signatures();
  claim_events();
  claim_lineage(agreement_status);
}

void AcceptedDocument::claim_values(const std::string& type_code, const std::string& status_code, const std::string& day) {
  claim(of_agreement(Field::title), "title", text(of_agreement(Field::title)));
  claim(of_agreement(Field::type), "type", type_code);
  const bool is_announced = status_code == "announced";
  if (!status_code.empty() && status_code != "unknown") claim(of_agreement(Field::status), "stage", is_announced ? "announced" : "signed");
  claim(of_agreement(Field::signed_on), is_announced ? "expected" : "signed", day);
  claim(of_agreement(Field::valid_from), "valid_from", value(of_agreement(Field::valid_from), "agreements", "valid_from"));
  claim(of_agreement(Field::valid_to), "valid_to", value(of_agreement(Field::valid_to), "agreements", "valid_to"));
  claim(of_agreement(Field::duration), "duration", value(of_agreement(Field::duration), "agreements", "duration"));
  claim(of_agreement(Field::amount_eur), "amount_eur", value(of_agreement(Field::amount_eur), "agreements", "amount_eur"));
  claim(of_agreement(Field::unnamed_parties), "unnamed_parties", value(of_agreement(Field::unnamed_parties), "agreements", "unnamed_parties"));
  claim_axes();
}

// Axes are one list; what is in doubt of one is in doubt of all.
void AcceptedDocument::claim_axes() {
  std::string list, codes;
  std::optional<Row> whole;
  for (const auto* said : index_->items(ReviewSubject::agreement, number_, Field::theme)) {
    auto label = text(said->holds() ? said : nullptr);
    if (label.empty()) continue;
    std::ranges::replace(label, '|', ' ');
    list += (list.empty() ? "" : "|") + label;
    if (!whole) whole = *said;
    if (said->is_open()) context_.doubt(*said);
    if (said->is_open() && !whole->is_open()) whole = *said;
    for (const auto& one : context_.session.data().themes) {
      const auto is_it = [&](std::string_view name) { return folded(name) == folded(label); };
      const bool is_named = is_it(one.label_fr) || is_it(one.label_en) || std::ranges::any_of(one.synonyms, is_it);
      if (is_named && ("|" + codes + "|").find("|" + std::string(one.code) + "|") == std::string::npos) codes += (codes.empty() ? "" : "|") + std::string(one.code);
    }
  }
  if (!whole) return;
  const auto origin = context_.origin_of(*whole);
  const auto result = context_.tables.claim_value("agreements", agreement_row_, "axes", list, origin);
  context_.log(*whole, list, name_of(result.state), result.before, "agreements", agreement_);
  if (!codes.empty()) context_.tables.claim_value("agreements", agreement_row_, "themes", codes, origin, OnConflict::keep);
}

}  // namespace maillage
