// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/data_set.hpp"
#include "model/pending_members.hpp"

namespace maillage {

// Rows as a reader hands them over: references are still ids. Views need to live for the call only.

struct InstitutionRow {
  std::string_view id, name, short_name;
  std::vector<std::string_view> aliases;
  InstitutionKind kind = InstitutionKind::other;
  std::string_view city, territory, country, parent;
  PartialDate founded, dissolved;
  std::string_view ror, siren, finess, wikidata, url, note;
  std::uint32_t row = 0;
};
struct PersonRow {
  std::string_view id, name;
  std::vector<std::string_view> aliases;
  std::string_view orcid, note;
  std::uint32_t row = 0;
};
struct AgreementRow {
  std::string_view id, title;
  AgreementType type = AgreementType::other;
  std::string_view reference;
  PartialDate signed_on, valid_from, valid_to;
  std::string_view duration;
  Renewal renewal = Renewal::not_said;
  int max_renewals = -1;
  std::string_view renewal_duration, notice;
  PartialDate terminated, expected;
  Stage stage = Stage::not_said;
  std::string_view responsible_unit, place;
  std::vector<std::string_view> axes, themes, territories;
  double amount_eur = kNoAmount;
  std::uint32_t unnamed_parties = 0;
  std::string_view note;
  double given_weight = 1;
  std::uint32_t row = 0;
};
struct PartyRow {
  std::string_view agreement, institution;
  PartyRole role = PartyRole::party;
  PartialDate signed_on, joined, left;
  double amount_eur = kNoAmount;
  std::string_view note;
  std::uint32_t row = 0;
};
struct SignatureRow {
  std::string_view agreement, person, on_behalf_of, capacity;
  SignatureKind kind = SignatureKind::signatory;
  PartialDate date;
  std::string_view note;
  std::uint32_t row = 0;
};
/// A row of an edge list: which of its parties the agreement leads from, and to which.
struct FlowRow {
  std::string_view agreement, source, target;
};
using AffiliationRow = AffiliationOf<std::string_view>;
using SuccessionRow = SuccessionOf<std::string_view>;
using TerritoryRow = TerritoryOf<std::string_view>;
using PositionRow = PositionOf<std::string_view>;
using EventRow = EventOf<std::string_view>;
using LineageRow = LineageOf<std::string_view>;
using MentionRow = MentionOf<std::string_view>;
using EvidenceRow = EvidenceOf<std::string_view>;
using ThemeRow = Theme;
using SourceRow = Source;
using AcknowledgementRow = Acknowledgement;
using ReviewMarkRow = ReviewMark;
using NameDecisionRow = NameDecision;

/// A reference that leads nowhere, found by DataSetBuilder::finish().
struct BrokenReference {
  std::string table, field, value;
  std::uint32_t row = 0;
  std::string key;  ///< of the row (model/row_key.hpp), as far as it is known, where it may be left out; else empty
};
/// Two rows of one table with the same id.
struct DuplicateId {
  std::string table, id;
  std::uint32_t row = 0, first_row = 0;
};

/// Collects rows in any order and makes a DataSet of them: sorted by id, references resolved.
///
/// A row with a broken reference is kept where the reference may be empty and left out where it may not (parties,
/// signatures, lineage, …); in both cases it stands in `broken`, so that the caller can refuse the data. Of rows with
/// the same id the first one by line is what references lead to; the others stand in `duplicates` and are left out.
/// Memory: the data set, plus 4 B for each party and signature that does not come right after its agreement, and as
/// much again while they are sorted. finish(): O(n log n) in the worst case, O(n) for rows that come sorted.
class DataSetBuilder {
 public:
  DataSetBuilder() : data_(std::make_unique<DataSet>()) {}

  /// About so many agreements will come: no table is moved while it grows, which would leave holes in memory.
  void expect_agreements(std::size_t count);

  void add(const InstitutionRow& row);
  void add(const PersonRow& row);
  void add(const AgreementRow& row);
  void add(const PartyRow& row);
  void add(const SignatureRow& row);
  void add(const FlowRow& row);
  void add(const AffiliationRow& row);
  void add(const SuccessionRow& row);
  void add(const TerritoryRow& row);
  void add(const PositionRow& row);
  void add(const EventRow& row);
  void add(const LineageRow& row);
  void add(const MentionRow& row);
  void add(const ThemeRow& row);
  void add(const SourceRow& row);
  void add(const EvidenceRow& row);
  void add(const AcknowledgementRow& row);
  void add(const ReviewMarkRow& row);
  void add(const NameDecisionRow& row);

  /// The pool the data set will own, for readers that intern ahead.
  TextPool& texts() { return data_->texts(); }
  bool has_institution(std::string_view id) const;
  bool has_person(std::string_view id) const;
  bool has_theme(std::string_view code) const;

  /// References to `spelling` lead to the row whose id is `id`, unless a row has the spelling for its id.
  void let_institution_stand_for(std::string_view spelling, std::string_view id);
  void let_person_stand_for(std::string_view spelling, std::string_view id);
  /// Parties of one agreement that are the same institution become one (the first), for input that repeats them.
  void unite_repeated_parties() { unites_parties_ = true; }

  struct Result {
    DataSet data;
    std::vector<BrokenReference> broken;
    std::vector<DuplicateId> duplicates;
  };
  /// Ends the building; the builder is empty afterwards.
  Result finish();

 private:
  struct Spelling {
    TextId spelling, id;
  };
  struct FlowTexts {
    TextId agreement, source, target;
  };
  class Finisher;

  TextId text_of_agreement(std::string_view id);

  std::unique_ptr<DataSet> data_;
  std::vector<bool> institution_ids_, person_ids_, theme_ids_;  // by TextId: has a row
  Column<TextId> institution_parent_, institution_territory_;
  ListColumn<TextId> agreement_themes_, agreement_territories_;
  PendingMembers parties_, signatures_;
  Column<TextId> on_behalf_of_;
  std::vector<FlowTexts> flows_;
  std::vector<AffiliationRow> affiliations_;
  std::vector<SuccessionRow> successions_;
  std::vector<TerritoryRow> territories_;
  std::vector<PositionRow> positions_;
  std::vector<EventRow> events_;
  std::vector<LineageRow> lineage_;
  std::vector<MentionRow> mentions_;
  std::vector<EvidenceRow> evidence_;
  std::vector<Spelling> institution_spellings_, person_spellings_;
  bool unites_parties_ = false;
};

}  // namespace maillage
