// SPDX-License-Identifier: Apache-2.0
#include "report/lists.hpp"

#include <gtest/gtest.h>

#include "report/agreement_facts.hpp"
#include "report/cells.hpp"
#include "report/citations.hpp"
#include "report/small_data.hpp"

namespace maillage {
namespace {

std::string machine(const Table& table, std::size_t row, std::string_view key) {
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    if (table.columns[c].key != key) continue;
    const auto& value = table.rows.at(row).at(c).value;
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
    if (const auto* real = std::get_if<double>(&value)) return std::to_string(static_cast<long>(*real));
    return "";
  }
  ADD_FAILURE() << "no column " << key;
  return "";
}

TEST(AgreementsTable, HoldsCodesIdsAndEdtfForMachines) {
  const auto data = small_data();
  const auto selection = select_agreements(data, {});
  const auto table = agreements_table(data, selection, small_data_day(), Language("fr"));
  ASSERT_EQ(table.rows.size(), 4U);  // the announced chair is not among the signed
  EXPECT_EQ(machine(table, 0, "id"), "c1");
  EXPECT_EQ(machine(table, 0, "status"), "unknown");
  EXPECT_EQ(machine(table, 0, "signed"), "[..2024-01-31]");
  EXPECT_EQ(machine(table, 0, "valid_to"), "");
  EXPECT_EQ(machine(table, 0, "end_rule"), "unknown");
  EXPECT_EQ(machine(table, 0, "unnamed_parties"), "2");
  EXPECT_EQ(machine(table, 0, "lineage"), "renews");
  EXPECT_EQ(machine(table, 1, "status"), "ended");
  EXPECT_EQ(machine(table, 2, "id"), "f1");
  EXPECT_EQ(machine(table, 2, "status"), "in_force");
  EXPECT_EQ(machine(table, 2, "valid_to"), "2028");
  EXPECT_EQ(machine(table, 2, "parties"), "agency|uni");
  EXPECT_EQ(machine(table, 2, "signatories"), "chief|head");  // not the guest
  EXPECT_EQ(machine(table, 2, "axes"), "Premier axe|Second axe");
  EXPECT_EQ(machine(table, 2, "amount_eur"), "7000000");
  EXPECT_EQ(machine(table, 2, "sources"), "s1, l. 1-6, 8, 12");
  EXPECT_EQ(machine(table, 3, "valid_to"), "2026-01-31");
  EXPECT_EQ(machine(table, 3, "end_rule"), "computed");
}

TEST(AgreementsTable, ShowsPeopleTheWordsOfTheirLanguage) {
  const auto data = small_data();
  const auto selection = select_agreements(data, {});
  const auto french = agreements_table(data, selection, small_data_day(), Language("fr"));
  const auto english = agreements_table(data, selection, small_data_day(), Language("en"));
  EXPECT_EQ(french.rows[2][3].shown, "en vigueur");
  EXPECT_EQ(english.rows[2][3].shown, "in force");
  EXPECT_EQ(french.rows[2][9].shown, "Agence et Université");
  EXPECT_EQ(english.rows[2][9].shown, "Agence and Université");
  EXPECT_EQ(french.rows[2][17].shown, "S1, l.\u00A01–6, 8, 12");
  ASSERT_EQ(french.columns.size(), english.columns.size());
  for (std::size_t c = 0; c < french.columns.size(); ++c) EXPECT_EQ(french.columns[c].key, english.columns[c].key);
}

TEST(AgreementsTable, LeavesTheStatusOpenWithoutADay) {
  const auto data = small_data();
  const auto table = agreements_table(data, select_agreements(data, {}), std::nullopt, Language("en"));
  for (std::size_t row = 0; row < table.rows.size(); ++row) EXPECT_EQ(machine(table, row, "status"), "unknown");
}

TEST(InstitutionsTable, CountsAgreementsAndPartnersOfTheView) {
  const auto data = small_data();
  const auto view = build_network(data, {});
  const auto table = institutions_table(view, all_rows(data.institutions.size()), Language("fr"));
  ASSERT_EQ(table.rows.size(), data.institutions.size());
  const auto uni = data.find_institution("uni");
  EXPECT_EQ(machine(table, uni, "agreements"), "2");
  EXPECT_EQ(machine(table, uni, "partners"), "3");
  EXPECT_EQ(machine(table, data.find_institution("unit"), "agreements"), "0");
  EXPECT_EQ(machine(table, data.find_institution("unit"), "parent"), "uni");
}

TEST(PeopleTable, TellsSignatoriesFromPeoplePresent) {
  const auto data = small_data();
  const auto table = people_table(data, all_rows(data.people.size()), Language("fr"));
  const auto guest = data.find_person("guest");
  EXPECT_EQ(machine(table, guest, "signed_agreements"), "");
  EXPECT_EQ(machine(table, guest, "present_at"), "f1");
  EXPECT_EQ(machine(table, data.find_person("head"), "signed_agreements"), "f1");
}

TEST(SourcesTable, NumbersSourcesAndCountsClaims) {
  const auto data = small_data();
  const auto table = sources_table(data, Language("fr"));
  ASSERT_EQ(table.rows.size(), 2U);
  std::size_t claims = 0;
  for (const auto& claim : data.evidence) claims += data.sources[claim.source].id == "s2" ? 1 : 0;
  EXPECT_EQ(machine(table, 1, "claims"), std::to_string(claims));
  EXPECT_EQ(machine(table, 1, "number"), "S2");
}

TEST(EvidenceTable, ListsEveryClaimWithItsBasis) {
  const auto data = small_data();
  const auto table = evidence_table(data, all_rows(data.evidence.size()), Language("fr"));
  ASSERT_EQ(table.rows.size(), data.evidence.size());
  std::size_t rejected = 0;
  for (std::size_t row = 0; row < table.rows.size(); ++row) rejected += machine(table, row, "accepted") == "no" ? 1 : 0;
  EXPECT_EQ(rejected, 1U);
}

TEST(Citations, UniteLinesAndLeaveOutRejectedClaims) {
  const auto data = small_data();
  const auto f1 = data.find_agreement("f1");
  const auto citations = citations_of(claims_that_agreement_exists(data, f1));
  ASSERT_EQ(citations.size(), 1U);
  EXPECT_EQ(citations[0].locator, "l. 1-6");
  EXPECT_TRUE(is_inferred(data.evidence_for("agreements", "f1", "signed")));
  EXPECT_FALSE(is_inferred(data.evidence_for("agreements", "f1", "title")));
  EXPECT_FALSE(is_inferred({}));
}

TEST(EndRules, NameWhatTheEndRestsOn) {
  const auto data = small_data();
  const Language french("fr");
  const auto rule = [&](std::string_view id) {
    const auto a = data.find_agreement(id);
    return end_rule_in_words(data, a, validity_of(data, a), french);
  };
  EXPECT_EQ(rule("f1"), "énoncée, à l’année\u202F; se lit au 31\u00A0décembre");
  EXPECT_EQ(rule("p1"), "calculée\u00A0: 2 ans à partir de la signature");
  EXPECT_EQ(rule("c1"), "fin non précisée");
}

TEST(Delays, AreWholeYearsAndMonths) {
  const Language french("fr");
  const auto delay = [&](const char* from, const char* to) {
    return delay_in_words(parse_day(from).value(), parse_day(to).value(), french);
  };
  EXPECT_EQ(delay("2024-12-19", "2026-12-31"), "2 ans");
  EXPECT_EQ(delay("2024-12-19", "2025-08-19"), "8 mois");
  EXPECT_EQ(delay("2024-12-19", "2026-03-01"), "1 an et 2 mois");
  EXPECT_EQ(delay("2024-12-19", "2024-12-20"), "1 jour");
  EXPECT_EQ(delay("2024-12-19", "2024-12-18"), "échu");
}

}  // namespace
}  // namespace maillage
