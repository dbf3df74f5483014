// SPDX-License-Identifier: Apache-2.0
#include "records/package_rows.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace maillage {
namespace {

// One function for each table: its cells in the order of the schema.

void add_institution(RowReader& in, DataSetBuilder& builder) {
  InstitutionRow row;
  row.id = in.text();
  row.name = in.text();
  row.short_name = in.text();
  row.aliases = in.texts();
  row.kind = in.code<InstitutionKind>();
  row.city = in.text();
  row.territory = in.text();
  row.country = in.identifier();
  row.parent = in.text();
  row.founded = in.date();
  row.dissolved = in.date();
  row.ror = in.identifier();
  row.siren = in.identifier();
  row.finess = in.identifier();
  row.wikidata = in.identifier();
  row.url = in.identifier();
  row.note = in.text();
  row.row = in.line();
  if (in.has_key()) builder.add(row);
}

void add_affiliation(RowReader& in, DataSetBuilder& builder) {
  AffiliationRow row;
  row.member = in.text();
  row.group = in.text();
  row.role = in.text();
  row.valid_from = in.date();
  row.valid_to = in.date();
  row.note = in.text();
  row.row = in.line();
  if (in.has_key()) builder.add(row);
}

void add_succession(RowReader& in, DataSetBuilder& builder) {
  SuccessionRow row;
  row.predecessor = in.text();
  row.successor = in.text();
  row.date = in.date();
  row.kind = in.code<SuccessionKind>(SuccessionKind::renaming);
  row.note = in.text();
  row.row = in.line();
  if (in.has_key()) builder.add(row);
}

void add_territory(RowReader& in, DataSetBuilder& builder) {
  TerritoryRow row;
  row.code = in.identifier();
  row.name = in.text();
  row.level = in.code<TerritoryLevel>();
  row.parent = in.text();
  row.groups = in.texts();
  row.population = in.integer();
  row.latitude = in.number();
  row.longitude = in.number();
  row.note = in.text();
  row.row = in.line();
  if (in.has_key() && !row.code.empty()) builder.add(row);
}

void add_person(RowReader& in, DataSetBuilder& builder) {
  PersonRow row;
  row.id = in.text();
  row.name = in.text();
  row.aliases = in.texts();
  row.orcid = in.identifier();
  row.note = in.text();
  row.row = in.line();
  if (in.has_key()) builder.add(row);
}

void add_position(RowReader& in, DataSetBuilder& builder) {
  PositionRow row;
  row.person = in.text();
  row.institution = in.text();
  row.title = in.text();
  row.valid_from = in.date();
  row.valid_to = in.date();
  row.seen_on = in.date();
  row.note = in.text();
  row.row = in.line();
  if (in.has_key()) builder.add(row);
}

void add_agreement(RowReader& in, DataSetBuilder& builder) {
  AgreementRow row;
  row.id = in.text();
  row.title = in.text();
  row.type = in.code<AgreementType>();
  row.reference = in.text();
  row.signed_on = in.date();
  row.valid_from = in.date();
  row.valid_to = in.date();
  row.duration = in.duration();
  row.renewal = in.code<Renewal>();
  const auto renewals = in.integer(1000);
  row.max_renewals = renewals ? static_cast<int>(*renewals) : -1;
  row.renewal_duration = in.duration();
  row.notice = in.duration();
  row.terminated = in.date();
  row.expected = in.date();
  row.stage = in.code<Stage>();
  row.responsible_unit = in.text();
  row.place = in.text();
  row.axes = in.texts();
  row.themes = in.texts();
  row.territories = in.texts();
  row.amount_eur = in.number().value_or(kNoAmount);
  row.unnamed_parties = in.integer().value_or(0);
  row.note = in.text();
  row.row = in.line();
  if (in.has_key()) builder.add(row);
}

void add_party(RowReader& in, DataSetBuilder& builder) {
  PartyRow row;
  row.agreement = in.text();
  row.institution = in.text();
  row.role = in.code<PartyRole>();
  row.signed_on = in.date();
  row.joined = in.date();
  row.left = in.date();
  row.amount_eur = in.number().value_or(kNoAmount);
  row.note = in.text();
  row.row = in.line();
  if (in.has_key()) builder.add(row);
}

void add_signature(RowReader& in, DataSetBuilder& builder) {
  SignatureRow row;
  row.agreement = in.text();
  row.person = in.text();
  row.on_behalf_of = in.text();
  row.capacity = in.text();
  row.kind = in.code<SignatureKind>();
  row.date = in.date();
  row.note = in.text();
  row.row = in.line();
  if (in.has_key()) builder.add(row);
}

void add_event(RowReader& in, DataSetBuilder& builder) {
  EventRow row;
  row.id = in.text();
  row.agreement = in.text();
  row.kind = in.code<EventKind>();
  row.date = in.date();
  row.note = in.text();
  row.row = in.line();
  if (in.has_key()) builder.add(row);
}

void add_lineage(RowReader& in, DataSetBuilder& builder) {
  LineageRow row;
  row.agreement = in.text();
  row.kind = in.code<LineageKind>();
  row.of = in.text();
  row.note = in.text();
  row.row = in.line();
  if (in.has_key()) builder.add(row);
}

void add_mention(RowReader& in, DataSetBuilder& builder) {
  MentionRow row;
  row.id = in.text();
  row.institutions = in.texts();
  row.context = in.code<MentionContext>();
  row.date = in.date();
  row.amount_eur = in.number();
  row.note = in.text();
  row.row = in.line();
  if (in.has_key()) builder.add(row);
}

void add_theme(RowReader& in, DataSetBuilder& builder) {
  ThemeRow row;
  row.code = in.text();
  row.label_fr = in.text();
  row.label_en = in.text();
  row.synonyms = in.texts();
  row.note = in.text();
  row.row = in.line();
  if (in.has_key()) builder.add(row);
}

void add_source(RowReader& in, DataSetBuilder& builder) {
  SourceRow row;
  row.id = in.text();
  row.title = in.text();
  row.publisher = in.text();
  row.date = in.date();
  row.kind = in.code<SourceKind>();
  row.url = in.identifier();
  row.file = in.text();
  row.sha256 = in.identifier();
  row.language = in.identifier();
  row.retrieved = in.date();
  row.note = in.text();
  row.row = in.line();
  if (in.has_key()) builder.add(row);
}

void add_evidence(RowReader& in, DataSetBuilder& builder) {
  EvidenceRow row;
  row.table = in.code_text();
  row.key = in.text();
  row.field = in.text();
  row.value = in.text();
  row.source = in.text();
  row.locator = in.text();
  row.basis = in.code<Basis>();
  row.reason = in.text();
  row.accepted = in.code<Accepted>();
  row.note = in.text();
  row.row = in.line();
  if (in.has_key()) builder.add(row);
}

void add_acknowledgement(RowReader& in, DataSetBuilder& builder) {
  AcknowledgementRow row;
  row.warning = in.text();
  row.table = in.code_text();
  row.key = in.text();
  row.field = in.text();
  row.reason = in.text();
  row.note = in.text();
  row.row = in.line();
  builder.add(row);
}

void add_review(RowReader& in, DataSetBuilder& builder) {
  ReviewMarkRow row;
  row.source = in.text();
  row.table = in.code_text();
  row.key = in.text();
  row.field = in.text();
  row.day = in.date();
  row.note = in.text();
  row.row = in.line();
  builder.add(row);
}

void add_name_decision(RowReader& in, DataSetBuilder& builder) {
  NameDecisionRow row;
  row.name = in.text();
  row.key = in.text();
  row.table = in.code_text();
  row.decision = in.code<NameVerdict>();
  row.day = in.date();
  row.source = in.text();
  row.note = in.text();
  row.row = in.line();
  if (in.has_key()) builder.add(row);
}

constexpr auto kReaders = std::to_array<std::pair<std::string_view, AddRow>>(
    {{"institutions", add_institution}, {"affiliations", add_affiliation}, {"successions", add_succession},
     {"territories", add_territory}, {"people", add_person}, {"positions", add_position},
     {"agreements", add_agreement}, {"parties", add_party}, {"signatures", add_signature}, {"events", add_event},
     {"lineage", add_lineage}, {"mentions", add_mention}, {"themes", add_theme}, {"sources", add_source},
     {"evidence", add_evidence}, {"acknowledgements", add_acknowledgement}, {"reviews", add_review}, {"name_decisions", add_name_decision}});

}  // namespace

AddRow add_row_of(std::string_view table) {
  for (const auto& [name, reader] : kReaders) {
    if (name == table) return reader;
  }
  return nullptr;
}

}  // namespace maillage
