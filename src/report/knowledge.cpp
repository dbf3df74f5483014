// SPDX-License-Identifier: Apache-2.0
#include "report/knowledge.hpp"

#include <algorithm>

namespace maillage {
namespace {

Knowledge of_date(const DataSet& data, const PartialDate& date, std::string_view id, std::string_view field,
                  bool needs_exact_day) {
  if (!date.is_known()) return Knowledge::absent;
  const bool is_bound = date.kind() != DateKind::single && !date.is_open();
  if (is_bound || (needs_exact_day && !date.is_exact_day())) return Knowledge::bounded;
  return is_inferred(data.evidence_for("agreements", id, field)) ? Knowledge::inferred : Knowledge::stated;
}

Knowledge of_parties(const ReportContext& c, Index a) {
  const auto rows = c.data.parties_of(a);
  if (rows.empty()) return Knowledge::absent;
  if (c.data.agreements.unnamed_parties[a] > 0) return Knowledge::inferred;
  for (const auto row : rows) {
    if (is_inferred(c.data.evidence_for("parties", party_key(c.data, row, a)))) return Knowledge::inferred;
  }
  return Knowledge::stated;
}

Knowledge of_signatories(const ReportContext& c, Index a) {
  auto knowledge = Knowledge::absent;
  std::vector<Index> represented;
  for (const auto& signature : c.signatures) {
    if (signature.agreement != a) continue;
    if (knowledge == Knowledge::absent) knowledge = Knowledge::stated;
    if (signature.is_inferred) knowledge = Knowledge::inferred;
    represented.push_back(c.data.signatures.on_behalf_of[signature.row]);
  }
  if (knowledge != Knowledge::stated) return knowledge;
  for (const auto row : c.data.parties_of(a)) {
    if (std::ranges::find(represented, c.data.parties.institution[row]) == represented.end()) {
      return Knowledge::inferred;
    }
  }
  return knowledge;
}

}  // namespace

std::string_view knowledge_mark(Knowledge knowledge) {
  switch (knowledge) {
    case Knowledge::absent: return "–";
    case Knowledge::bounded: return "○";
    case Knowledge::inferred: return "◐";
    case Knowledge::stated: return "●";
  }
  return "";
}

AgreementKnowledge knowledge_of(const ReportContext& c, const AgreementFacts& facts) {
  const auto a = facts.agreement;
  const auto id = c.data.agreements.id[a];
  const auto& t = c.data.agreements;
  AgreementKnowledge k;
  k.agreement = a;
  k.parties = of_parties(c, a);
  k.signature = of_date(c.data, t.signed_on[a], id, "signed", true);
  k.start = of_date(c.data, t.valid_from[a], id, "valid_from", false);
  k.end = facts.validity.end_rule == EndRule::computed ? Knowledge::inferred
                                                       : of_date(c.data, t.valid_to[a], id, "valid_to", false);
  k.signatories = of_signatories(c, a);
  return k;
}

}  // namespace maillage
