// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/retold_agreements.hpp"

#include <algorithm>

namespace maillage::documents {
namespace {

constexpr std::size_t kMost = 12;  // a document of more is a register, whose lines look alike

bool tells_several(const Findings& findings) {
  return std::ranges::any_of(findings.instruments, [](const Instrument& one) { return one.count.value_or(0) >= 2; });
}

bool has_party(const ReadAgreement& agreement, std::uint32_t institution) {
  return std::ranges::any_of(agreement.parties, [&](const ReadParty& party) { return party.institution == institution; });
}

/// « la chaire » and « sa convention constitutive »
bool may_be_one(const ReadAgreement& part, const ReadAgreement& whole) {
  const auto is_deed = [](const ReadAgreement& one) { return one.type.value == "framework_agreement" || one.type.value == "consortium"; };
  return part.type.value == whole.type.value || (part.type.value == "chair" && is_deed(whole)) || (whole.type.value == "chair" && is_deed(part));
}

bool is_told_again(const ReadAgreement& part, const ReadAgreement& whole) {
  const bool is_smaller = part.parties.size() >= 2 && part.parties.size() < whole.parties.size();
  const bool has_own_day = part.signed_on.is_said() && part.signed_on.value.is_exact_day();
  if (!is_smaller || has_own_day || part.status.value != whole.status.value || part.unnamed_parties > 0) return false;
  return may_be_one(part, whole) && std::ranges::all_of(part.parties, [&](const ReadParty& party) { return has_party(whole, party.institution); });
}

template <class Value>
void keep(Claimed<Value>& own, Claimed<Value>& other) {
  if (!own.is_said()) own = std::move(other);
}

}  // namespace

bool is_echo(const Findings& findings, const ReadAgreement& read, const std::vector<ReadAgreement>& before) {
  if (tells_several(findings) || (read.signed_on.is_said() && read.signed_on.value.is_exact_day()) || read.parties.size() < 2) return false;
  const auto own = std::ranges::count_if(read.parties, [](const ReadParty& party) {
    return party.rule.starts_with("signing") || party.rule.starts_with("party_list") || party.rule.starts_with("institution_of");
  });
  if (own > 0) return false;
  return std::ranges::any_of(before, [&](const ReadAgreement& other) {
    return other.type.value == read.type.value && other.parties.size() == read.parties.size() && std::ranges::all_of(read.parties, [&](const ReadParty& party) {
      return std::ranges::any_of(other.parties, [&](const ReadParty& same) { return same.institution == party.institution; });
    });
  });
}

void drop_retold(const Findings& findings, std::vector<ReadAgreement>& agreements) {
  if (agreements.size() < 2 || agreements.size() > kMost || tells_several(findings)) return;
  for (std::size_t i = agreements.size(); i-- > 0;) {
    auto& part = agreements[i];
    const auto whole = std::ranges::find_if(agreements, [&](const ReadAgreement& other) { return &other != &part && is_told_again(part, other); });
    if (whole == agreements.end()) continue;
    if (part.type.value == "chair") whole->type = std::move(part.type);
    keep(whole->valid_from, part.valid_from);
    keep(whole->valid_to, part.valid_to);
    keep(whole->duration_months, part.duration_months);
    keep(whole->amount_eur, part.amount_eur);
    if (whole->themes.empty()) whole->themes = std::move(part.themes);
    agreements.erase(agreements.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

}  // namespace maillage::documents
