// SPDX-License-Identifier: Apache-2.0
#include "model/data_set_builder.hpp"

#include <algorithm>
#include <utility>

namespace maillage {
namespace {

void mark(std::vector<bool>& seen, TextId text) {
  if (text >= seen.size()) seen.resize(std::max<std::size_t>(text + 1, seen.size() * 2), false);
  seen[text] = true;
}

}  // namespace

void DataSetBuilder::expect_agreements(std::size_t count) {
  count = std::min<std::size_t>(count, 1U << 24);
  auto& t = data_->agreements;
  texts().reserve(2 * count);
  t.id.reserve(count);
  t.row.reserve(count);
  for (auto* column : {&t.signed_on, &t.valid_from, &t.valid_to}) column->reserve(count);
  parties_.reserve(static_cast<Index>(count));
  signatures_.reserve(static_cast<Index>(count));
}

void DataSetBuilder::add(const InstitutionRow& in) {
  auto& t = data_->institutions;
  const auto row = t.count++;
  t.id.set(row, in.id);
  mark(institution_ids_, t.id.id(row));
  t.name.set(row, in.name);
  t.short_name.set(row, in.short_name);
  for (const auto alias : in.aliases) t.aliases.append(row, alias);
  t.kind.set(row, in.kind);
  t.city.set(row, in.city);
  t.country.set(row, in.country);
  institution_territory_.set(row, texts().intern(in.territory));
  institution_parent_.set(row, texts().intern(in.parent));
  t.founded.set(row, in.founded);
  t.dissolved.set(row, in.dissolved);
  t.ror.set(row, in.ror);
  t.siren.set(row, in.siren);
  t.finess.set(row, in.finess);
  t.wikidata.set(row, in.wikidata);
  t.url.set(row, in.url);
  t.note.set(row, in.note);
  t.row.set(row, in.row);
}

void DataSetBuilder::add(const PersonRow& in) {
  auto& t = data_->people;
  const auto row = t.count++;
  t.id.set(row, in.id);
  mark(person_ids_, t.id.id(row));
  t.name.set(row, in.name);
  for (const auto alias : in.aliases) t.aliases.append(row, alias);
  t.orcid.set(row, in.orcid);
  t.note.set(row, in.note);
  t.row.set(row, in.row);
}

void DataSetBuilder::add(const AgreementRow& in) {
  auto& t = data_->agreements;
  const auto row = t.count++;
  t.id.set(row, in.id);
  t.title.set(row, in.title);
  t.type.set(row, in.type);
  t.reference.set(row, in.reference);
  t.signed_on.set(row, in.signed_on);
  t.valid_from.set(row, in.valid_from);
  t.valid_to.set(row, in.valid_to);
  t.duration.set(row, in.duration);
  t.renewal.set(row, in.renewal);
  t.max_renewals.set(row, static_cast<std::int16_t>(in.max_renewals));
  t.renewal_duration.set(row, in.renewal_duration);
  t.notice.set(row, in.notice);
  t.terminated.set(row, in.terminated);
  t.expected.set(row, in.expected);
  t.stage.set(row, in.stage);
  t.responsible_unit.set(row, in.responsible_unit);
  t.place.set(row, in.place);
  for (const auto axis : in.axes) t.axes.append(row, axis);
  for (const auto theme : in.themes) agreement_themes_.append(row, texts().intern(theme));
  for (const auto territory : in.territories) agreement_territories_.append(row, texts().intern(territory));
  t.amount_eur.set(row, in.amount_eur);
  t.unnamed_parties.set(row, in.unnamed_parties);
  t.note.set(row, in.note);
  t.row.set(row, in.row);
  data_->given_weight.set(row, in.given_weight);
}

// Members mostly come right after their agreement: no look-up then.
TextId DataSetBuilder::text_of_agreement(std::string_view id) {
  const auto& t = data_->agreements;
  if (t.size() > 0 && t.id[t.size() - 1] == id) return t.id.id(t.size() - 1);
  return texts().intern(id);
}

void DataSetBuilder::add(const PartyRow& in) {
  auto& t = data_->parties;
  const auto row = parties_.size();
  parties_.add(text_of_agreement(in.agreement), texts().intern(in.institution), data_->agreements.id,
               data_->agreements.size());
  t.role.set(row, in.role);
  t.signed_on.set(row, in.signed_on);
  t.joined.set(row, in.joined);
  t.left.set(row, in.left);
  t.amount_eur.set(row, in.amount_eur);
  t.note.set(row, in.note);
  t.row.set(row, in.row);
}

void DataSetBuilder::add(const SignatureRow& in) {
  auto& t = data_->signatures;
  const auto row = signatures_.size();
  signatures_.add(text_of_agreement(in.agreement), texts().intern(in.person), data_->agreements.id,
                  data_->agreements.size());
  on_behalf_of_.set(row, texts().intern(in.on_behalf_of));
  t.capacity.set(row, in.capacity);
  t.kind.set(row, in.kind);
  t.date.set(row, in.date);
  t.note.set(row, in.note);
  t.row.set(row, in.row);
}

void DataSetBuilder::add(const FlowRow& in) {
  flows_.push_back({text_of_agreement(in.agreement), texts().intern(in.source), texts().intern(in.target)});
}

namespace {

// Small tables: rows are kept as they come, their texts moved into the pool.
template <class Row, class... Texts>
Row kept(TextPool& pool, Row row, Texts Row::*... texts) {
  ((row.*texts = pool.keep(row.*texts)), ...);
  return row;
}
std::vector<std::string_view> kept(TextPool& pool, const std::vector<std::string_view>& texts) {
  std::vector<std::string_view> result;
  for (const auto text : texts) result.push_back(pool.keep(text));
  return result;
}

}  // namespace

void DataSetBuilder::add(const AffiliationRow& in) {
  using R = AffiliationRow;
  affiliations_.push_back(kept(texts(), in, &R::member, &R::group, &R::role, &R::note));
}
void DataSetBuilder::add(const SuccessionRow& in) {
  using R = SuccessionRow;
  successions_.push_back(kept(texts(), in, &R::predecessor, &R::successor, &R::note));
}
void DataSetBuilder::add(const TerritoryRow& in) {
  using R = TerritoryRow;
  territories_.push_back(kept(texts(), in, &R::code, &R::name, &R::parent, &R::note));
  territories_.back().groups = kept(texts(), in.groups);
}
void DataSetBuilder::add(const PositionRow& in) {
  using R = PositionRow;
  positions_.push_back(kept(texts(), in, &R::person, &R::institution, &R::title, &R::note));
}
void DataSetBuilder::add(const EventRow& in) {
  using R = EventRow;
  events_.push_back(kept(texts(), in, &R::id, &R::agreement, &R::note));
}
void DataSetBuilder::add(const LineageRow& in) {
  using R = LineageRow;
  lineage_.push_back(kept(texts(), in, &R::agreement, &R::of, &R::note));
}
void DataSetBuilder::add(const MentionRow& in) {
  using R = MentionRow;
  mentions_.push_back(kept(texts(), in, &R::id, &R::note));
  mentions_.back().institutions = kept(texts(), in.institutions);
}
void DataSetBuilder::add(const ThemeRow& in) {
  using R = ThemeRow;
  mark(theme_ids_, texts().intern(in.code));
  data_->themes.push_back(kept(texts(), in, &R::code, &R::label_fr, &R::label_en, &R::note));
  data_->themes.back().synonyms = kept(texts(), in.synonyms);
}
void DataSetBuilder::add(const SourceRow& in) {
  using R = SourceRow;
  data_->sources.push_back(
      kept(texts(), in, &R::id, &R::title, &R::publisher, &R::url, &R::file, &R::sha256, &R::language, &R::note));
}
void DataSetBuilder::add(const EvidenceRow& in) {
  using R = EvidenceRow;
  evidence_.push_back(
      kept(texts(), in, &R::table, &R::key, &R::field, &R::value, &R::source, &R::locator, &R::reason, &R::note));
}
void DataSetBuilder::add(const AcknowledgementRow& in) {
  using R = AcknowledgementRow;
  data_->acknowledgements.push_back(
      kept(texts(), in, &R::warning, &R::table, &R::key, &R::field, &R::reason, &R::note));
}
void DataSetBuilder::add(const ReviewMarkRow& in) {
  using R = ReviewMarkRow;
  data_->reviews.push_back(kept(texts(), in, &R::source, &R::table, &R::key, &R::field, &R::note));
}
void DataSetBuilder::add(const NameDecisionRow& in) {
  using R = NameDecisionRow;
  data_->name_decisions.push_back(kept(texts(), in, &R::name, &R::key, &R::table, &R::source, &R::note));
}

void DataSetBuilder::let_institution_stand_for(std::string_view spelling, std::string_view id) {
  institution_spellings_.push_back({texts().intern(spelling), texts().intern(id)});
}
void DataSetBuilder::let_person_stand_for(std::string_view spelling, std::string_view id) {
  person_spellings_.push_back({texts().intern(spelling), texts().intern(id)});
}

namespace {
bool marked(const std::vector<bool>& seen, TextId text) {
  return text != 0 && text < seen.size() && seen[text];
}
}  // namespace

bool DataSetBuilder::has_institution(std::string_view id) const {
  return marked(institution_ids_, data_->texts().find(id));
}
bool DataSetBuilder::has_person(std::string_view id) const {
  return marked(person_ids_, data_->texts().find(id));
}
bool DataSetBuilder::has_theme(std::string_view code) const {
  return marked(theme_ids_, data_->texts().find(code));
}

}  // namespace maillage
