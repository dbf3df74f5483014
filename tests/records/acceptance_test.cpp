// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "records/acceptance/compared_values.hpp"
#include "records/acceptance/recognised_agreement.hpp"

namespace maillage {
namespace {

using enum ValueRelation;
using Verdict = RecognisedAgreement::Verdict;

TEST(ComparedValues, GoByTheDaysOfDates) {
  EXPECT_EQ(compare_values("agreements", "signed", "2024", "2024-05-03"), finer);
  EXPECT_EQ(compare_values("agreements", "signed", "2024-05-03", "2024-05"), same);
  EXPECT_EQ(compare_values("agreements", "signed", "2024-05-03", "2024-06"), other);
  EXPECT_EQ(compare_values("agreements", "signed", "08/07/2024", "2024-07-08"), same);
  EXPECT_EQ(compare_values("agreements", "valid_to", "..", "2028"), other);
}

TEST(ComparedValues, GoByWhatAmountsAndDurationsAmountTo) {
  EXPECT_EQ(compare_values("agreements", "duration", "P60M", "P5Y"), same);
  EXPECT_EQ(compare_values("agreements", "duration", "P4Y", "P5Y"), other);
  EXPECT_EQ(compare_values("agreements", "amount_eur", "1000.0", "1000"), same);
}

TEST(ComparedValues, KnowWordingsFromValues) {
  EXPECT_EQ(compare_values("agreements", "title", "Convention des haies", "Accord sur les haies"), wording);
  EXPECT_EQ(compare_values("agreements", "axes", "Eau|Bois", "bois"), same);
  EXPECT_EQ(compare_values("agreements", "axes", "Eau", "Bois"), wording);
  EXPECT_EQ(compare_values("agreements", "place", "Merlonge", "MERLONGE"), same);
  EXPECT_EQ(compare_values("agreements", "place", "Merlonge", "Orvaline"), other);
  EXPECT_EQ(compare_values("agreements", "stage", "announced", "signed"), finer);
  EXPECT_EQ(compare_values("agreements", "stage", "signed", "announced"), same);
  EXPECT_EQ(compare_values("agreements", "type", "charter", "other"), same);
  EXPECT_EQ(compare_values("agreements", "type", "charter", "chair"), other);
}

// x: a – b, signed 2024-05-03;  y: a – b – c, a charter without a date.
AcceptedTables tables() {
  TextTables tables;
  tables["agreements"].add({{"id", "x"}, {"title", "Haies"}, {"type", "framework_agreement"}, {"signed", "2024-05-03"}});
  tables["agreements"].add({{"id", "y"}, {"title", "Eau"}, {"type", "charter"}});
  for (const auto& [agreement, institution] : {std::pair("x", "a"), {"x", "b"}, {"y", "a"}, {"y", "b"}, {"y", "c"}}) {
    tables["parties"].add({{"agreement", agreement}, {"institution", institution}});
  }
  return AcceptedTables(std::move(tables));
}

Verdict verdict(const AgreementSketch& sketch, const std::set<std::string>& except = {}) { return recognise_agreement(tables(), sketch, except).verdict; }

TEST(RecognisedAgreements, AreTheSameByPartiesTypeAndNearDays) {
  EXPECT_EQ(recognise_agreement(tables(), {"Autre titre", "framework_agreement", "2024-05-03", {"b", "a"}}, {}).id, "x");
  EXPECT_EQ(verdict({"", "", "2024-05", {"a", "b"}}), Verdict::same);
  EXPECT_EQ(verdict({"", "framework_agreement", "2024-05-30", {"a", "b"}}), Verdict::same) << "a conflict of dates";
  EXPECT_EQ(verdict({"Haies", "framework_agreement", "2024-05-03", {"a", "b", "c"}}), Verdict::same);
}

TEST(RecognisedAgreements, ArePerhapsTheSameWhereAPersonWouldAsk) {
  EXPECT_EQ(verdict({"", "framework_agreement", "", {"a", "b"}}), Verdict::perhaps);
  EXPECT_EQ(verdict({"", "framework_agreement", "2024-09-01", {"a", "b"}}), Verdict::perhaps);
  EXPECT_EQ(verdict({"", "framework_agreement", "2024-05-03", {"a", "b", "c"}}), Verdict::perhaps);
  EXPECT_EQ(recognise_agreement(tables(), {"", "charter", "2024-05-03", {"a", "b"}}, {}).candidates, std::vector<std::string>{"y"});
}

TEST(RecognisedAgreements, AreOthersByTypePartiesOrYears) {
  EXPECT_EQ(verdict({"", "chair", "2024-05-03", {"a", "b"}}), Verdict::fresh);
  EXPECT_EQ(verdict({"", "framework_agreement", "2024-05-03", {"a", "d", "e"}}), Verdict::fresh);
  EXPECT_EQ(verdict({"", "framework_agreement", "2029-05-03", {"a", "b"}}), Verdict::fresh);
  EXPECT_EQ(verdict({"", "framework_agreement", "2024-05-03", {"a", "b"}}, {"x"}), Verdict::fresh);
}

std::string cell(const AcceptedTables& tables, const char* table, std::size_t row, const char* column) { return tables.table(table)->at(row, column); }

TEST(AcceptedTables, DoNotChangeWhereTheSameIsClaimedAgain) {
  auto accepted = tables();
  const ClaimOrigin origin{"s", "l. 3", "", "2024-06-01"};
  for (int i = 0; i < 2; ++i) {
    accepted.claim_row("agreements", {{"id", "x"}}, origin);
    accepted.claim_value("agreements", 0, "signed", "2024-05-03", origin);
    accepted.claim_value("agreements", 0, "signed", "2024-05-09", origin, OnConflict::keep);
  }
  EXPECT_EQ(accepted.table("evidence")->rows.size(), 3U);
  EXPECT_EQ(accepted.table("reviews")->rows.size(), 2U);
}

TEST(AcceptedTables, TellAConflictOnceAndRejectWhatWasReplaced) {
  auto accepted = tables();
  EXPECT_EQ(accepted.claim_value("agreements", 0, "signed", "2024-05-03", {"s", "", "", ""}).state, ClaimState::same);
  EXPECT_EQ(accepted.claim_value("agreements", 0, "signed", "2024-05-09", {"t", "", "", ""}).state, ClaimState::conflict);
  EXPECT_EQ(accepted.claim_value("agreements", 0, "signed", "2024-05-09", {"t", "", "", ""}).state, ClaimState::same);
  EXPECT_EQ(cell(accepted, "agreements", 0, "signed"), "2024-05-03");
  EXPECT_EQ(accepted.claim_value("agreements", 0, "signed", "2024-05-09", {"t", "", "", ""}, OnConflict::take).state, ClaimState::taken);
  EXPECT_EQ(cell(accepted, "agreements", 0, "signed"), "2024-05-09");
  EXPECT_EQ(cell(accepted, "evidence", 0, "accepted"), "no");
  EXPECT_EQ(cell(accepted, "evidence", 1, "accepted"), "yes");
}

// A register vouches for a row as a whole: once another source speaks of a field, it says itself what it says of it.
TEST(AcceptedTables, KeepWhatARegisterSaidOfAField) {
  TextTables with;
  with["institutions"].add({{"id", "a"}, {"name", "A"}, {"city", "Merlonge"}});
  with["sources"].add({{"id", "register"}, {"kind", "register"}});
  with["evidence"].add({{"table", "institutions"}, {"row", "a"}, {"field", "*"}, {"source", "register"}});
  AcceptedTables accepted(with);
  accepted.claim_value("institutions", 0, "city", "Orvaline", {"s", "", "", ""});
  EXPECT_EQ(cell(accepted, "evidence", 1, "source"), "register");
  EXPECT_EQ(cell(accepted, "evidence", 1, "value"), "Merlonge");
}

}  // namespace
}  // namespace maillage
