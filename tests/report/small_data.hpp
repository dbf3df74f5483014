// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <functional>
#include <random>
#include <vector>

#include "model/data_set_builder.hpp"

namespace maillage {

// One of everything, as of 2024-06-30:
//
//   uni ── f1 (framework, 2023–2028, signed 2023-12-18, inferred) ── agency
//   agency ── c1 (contract, signed by 2024-01-31, end unknown, renews an undocumented one) ── town
//   uni, hospital, lab ── p1 (protocol of three, signed 2024-02-01, P2Y: computed end)
//   island-a ── e1 (charter, 2020–2021: ended) ── island-b
//   unit ── n1 (chair, announced, implements f1) ── school
//   agency … hospital: a mention (funding)
//
// Signed: c1, e1, f1, p1; in force: f1 and p1 certainly, c1 possibly. Cut points: agency, uni.
class SmallRows {
 public:
  template <class Row>
  void add(Row row) {
    adds_.push_back([row](DataSetBuilder& builder) { builder.add(row); });
  }
  /// The rows of all tables in another order for each seed; in the order of this file for 0.
  DataSet data(std::uint32_t seed = 0) const {
    auto adds = adds_;
    if (seed != 0) std::shuffle(adds.begin(), adds.end(), std::mt19937(seed));
    DataSetBuilder builder;
    for (const auto& add : adds) add(builder);
    return builder.finish().data;
  }

 private:
  std::vector<std::function<void(DataSetBuilder&)>> adds_;
};

inline SmallRows small_rows() {
  const auto date = [](std::string_view text) { return PartialDate::parse(text).value(); };
  SmallRows b;
  b.add(TerritoryRow{.code = "32", .name = "Région du Nord", .level = TerritoryLevel::region});
  b.add(ThemeRow{.code = "research", .label_fr = "Recherche", .label_en = "Research"});
  b.add(ThemeRow{.code = "training", .label_fr = "Formation", .label_en = "Training"});
  b.add(SourceRow{.id = "s1", .title = "Communiqué", .publisher = "Université", .date = date("2023-12-20"),
                  .kind = SourceKind::press_release, .url = "https://example.org/s1"});
  b.add(SourceRow{.id = "s2", .title = "Lettre", .date = date("2024-06-30"), .kind = SourceKind::newsletter});
  b.add(InstitutionRow{.id = "agency", .name = "Agence du Nord", .short_name = "Agence",
                       .kind = InstitutionKind::state_agency, .territory = "32"});
  b.add(InstitutionRow{.id = "hospital", .name = "Hôpital", .kind = InstitutionKind::hospital});
  b.add(InstitutionRow{.id = "island-a", .name = "Île A", .kind = InstitutionKind::commune});
  b.add(InstitutionRow{.id = "island-b", .name = "Île B", .kind = InstitutionKind::commune});
  b.add(InstitutionRow{.id = "lab", .name = "Laboratoire", .kind = InstitutionKind::research_body});
  b.add(InstitutionRow{.id = "school", .name = "École", .kind = InstitutionKind::higher_education});
  b.add(InstitutionRow{.id = "town", .name = "Ville", .kind = InstitutionKind::commune, .siren = "215903501"});
  b.add(InstitutionRow{.id = "uni", .name = "Université du Nord", .short_name = "Université", .aliases = {"UDN"},
                       .kind = InstitutionKind::higher_education, .url = "https://example.org/uni"});
  b.add(InstitutionRow{.id = "unit", .name = "Unité", .kind = InstitutionKind::higher_education, .parent = "uni"});
  b.add(PersonRow{.id = "head", .name = "Camille Tête"});
  b.add(PersonRow{.id = "chief", .name = "Dominique Chef"});
  b.add(PersonRow{.id = "guest", .name = "Claude Invité"});
  b.add(PositionRow{.person = "head", .institution = "uni", .title = "présidente", .seen_on = date("2023-12-18")});
  b.add(AgreementRow{.id = "f1", .title = "Convention-cadre", .type = AgreementType::framework_agreement,
                     .signed_on = date("2023-12-18"), .valid_from = date("2023"), .valid_to = date("2028"),
                     .stage = Stage::signed_, .axes = {"Premier axe", "Second axe"}, .themes = {"research", "training"},
                     .territories = {"32"}, .amount_eur = 7000000});
  b.add(AgreementRow{.id = "c1", .title = "Contrat local", .type = AgreementType::local_health_contract,
                     .signed_on = date("[..2024-01-31]"), .stage = Stage::signed_, .themes = {"training"},
                     .unnamed_parties = 2});
  b.add(AgreementRow{.id = "p1", .title = "Protocole", .type = AgreementType::cooperation_protocol,
                     .signed_on = date("2024-02-01"), .duration = "P2Y", .stage = Stage::signed_,
                     .themes = {"research"}});
  b.add(AgreementRow{.id = "e1", .title = "Charte", .type = AgreementType::charter, .valid_from = date("2020"),
                     .valid_to = date("2021"), .stage = Stage::signed_});
  b.add(AgreementRow{.id = "n1", .title = "Chaire", .type = AgreementType::chair, .expected = date("2025"),
                     .stage = Stage::announced});
  for (const auto& [agreement, institution] : std::initializer_list<std::pair<const char*, const char*>>{
           {"f1", "uni"}, {"f1", "agency"}, {"c1", "agency"}, {"c1", "town"}, {"p1", "uni"}, {"p1", "hospital"},
           {"p1", "lab"}, {"e1", "island-a"}, {"e1", "island-b"}, {"n1", "unit"}, {"n1", "school"}}) {
    b.add(PartyRow{.agreement = agreement, .institution = institution});
  }
  b.add(SignatureRow{.agreement = "f1", .person = "head", .on_behalf_of = "uni", .capacity = "présidente"});
  b.add(SignatureRow{.agreement = "f1", .person = "chief", .on_behalf_of = "agency", .capacity = "directeur"});
  b.add(SignatureRow{.agreement = "f1", .person = "guest", .capacity = "doyen", .kind = SignatureKind::present});
  b.add(EventRow{.id = "ev1", .agreement = "f1", .kind = EventKind::announced, .date = date("2023-12-01")});
  b.add(LineageRow{.agreement = "f1", .kind = LineageKind::first});
  b.add(LineageRow{.agreement = "c1", .kind = LineageKind::renews});
  b.add(LineageRow{.agreement = "n1", .kind = LineageKind::implements, .of = "f1"});
  b.add(MentionRow{.id = "m1", .institutions = {"agency", "hospital"}, .context = MentionContext::funding,
                   .date = date("2024-03"), .amount_eur = 1200000, .note = "Une salle neuve."});
  const auto claim = [&](std::string_view table, std::string_view key, std::string_view field, std::string_view source,
                         std::string_view locator, Basis basis = Basis::stated, std::string_view reason = {},
                         Accepted accepted = Accepted::not_said, std::string_view value = {}) {
    b.add(EvidenceRow{.table = table, .key = key, .field = field, .value = value, .source = source,
                      .locator = locator, .basis = basis, .reason = reason, .accepted = accepted});
  };
  claim("agreements", "f1", "title", "s1", "l. 1-4");
  claim("agreements", "f1", "type", "s1", "l. 3-6");
  claim("agreements", "f1", "signed", "s1", "l. 8", Basis::inferred, "Le jour de la semaine.", Accepted::yes,
        "2023-12-18");
  claim("agreements", "f1", "signed", "s2", "l. 99", Basis::inferred, "Une autre année.", Accepted::no, "2017-12-18");
  claim("agreements", "f1", "valid_to", "s1", "l. 4");
  claim("agreements", "c1", "title", "s2", "l. 20-21");
  claim("agreements", "p1", "title", "s2", "p. 2");
  claim("agreements", "e1", "title", "s2", "l. 5");
  claim("agreements", "n1", "title", "s1", "l. 30");
  claim("parties", "f1/uni", "*", "s1", "l. 1");
  claim("parties", "f1/agency", "*", "s1", "l. 2");
  claim("parties", "c1/agency", "*", "s2", "l. 22", Basis::inferred, "Sous-entendue.");
  claim("signatures", "f1/head", "*", "s1", "l. 12", Basis::inferred, "Sur la photographie.");
  claim("mentions", "m1", "institutions", "s2", "l. 40-41");
  claim("institutions", "uni", "name", "s1", "l. 1");
  return b;
}

inline DataSet small_data() { return small_rows().data(); }
inline Day small_data_day() { return parse_day("2024-06-30").value(); }

}  // namespace maillage
