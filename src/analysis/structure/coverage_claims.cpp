// SPDX-License-Identifier: Apache-2.0
#include "analysis/structure/coverage_claims.hpp"

#include <algorithm>

#include "network/selection.hpp"

namespace maillage {
namespace {

using When = CoveringAgreement::When;

/// The agreements that pass the filters, whatever their dates; and when each holds, seen from the day or period asked for.
class Claims {
 public:
  Claims(const DataSet& data, const ViewOptions& view) : data_(data), view_(view) {
    day_ = view.as_of ? view.as_of : data.latest_stated_day();
    const bool is_period = view.from || view.to;
    if (is_period) {
      from_ = view.from.value_or(kDistantPast);
      to_ = view.to.value_or(kDistantFuture);
    } else if (day_) {
      from_ = view.dates == DateBasis::signed_ ? kDistantPast : *day_;
      to_ = *day_;
    }
    is_dated_ = is_period || day_;
  }

  std::vector<CoverageClaim> all() const {
    auto filters = view_;
    filters.as_of = filters.from = filters.to = std::nullopt;
    filters.unknown = UnknownDates::include;
    filters.territories.clear();
    filters.statuses.clear();
    filters.with_announced = true;
    std::vector<CoverageClaim> claims;
    for (const auto& item : select_agreements(data_, filters).items) {
      if (!has_status(item.agreement)) continue;
      if (const auto when = when_of(item.agreement)) claims.push_back(placed({item.agreement, *when, false, {}}));
    }
    return claims;
  }

 private:
  bool has_status(Index a) const {
    if (view_.statuses.empty()) return true;
    const auto status = day_ ? status_at(data_, a, *day_) : is_announced(data_, a) ? Status::announced : Status::unknown;
    return std::ranges::find(view_.statuses, status) != view_.statuses.end();
  }

  std::optional<When> when_of(Index a) const {
    if (is_announced(data_, a)) return When::announced;
    if (!is_dated_) return wanted(When::possible);
    const bool by_signature = view_.dates == DateBasis::signed_;
    const auto certainty = by_signature ? signed_during(data_, a, from_, to_) : in_force_during(data_, a, from_, to_);
    if (certainty == Certainty::certain) return wanted(When::certain);
    if (certainty == Certainty::possible) return wanted(When::possible);
    if (by_signature) return std::nullopt;  // signed at another time: that is no end
    return validity_of(data_, a).start_earliest > to_ ? When::not_started : When::ended;
  }

  std::optional<When> wanted(When when) const {
    const bool is_left_out = when == When::possible ? view_.unknown == UnknownDates::exclude
                                                    : view_.unknown == UnknownDates::only;
    return is_left_out ? std::nullopt : std::optional(when);
  }

  CoverageClaim placed(CoverageClaim claim) const {
    const auto stated = data_.agreements.territories[claim.agreement];
    claim.territories.assign(stated.begin(), stated.end());
    if (!claim.territories.empty()) return claim;
    claim.is_by_party = true;
    if (claim.when == When::certain) claim.when = When::possible;
    for (const auto party : data_.parties_of(claim.agreement)) {
      const auto role = data_.parties.role[party];
      if (role == PartyRole::associated || role == PartyRole::represented) continue;
      const auto institution = data_.parties.institution[party];
      const auto kind = data_.institutions.kind[institution];
      const bool is_territory = kind == InstitutionKind::commune || kind == InstitutionKind::intercommunality;
      const auto territory = data_.institutions.territory[institution];
      if (is_territory && territory != kNone) claim.territories.push_back(territory);
    }
    return claim;
  }

  const DataSet& data_;
  const ViewOptions& view_;
  std::optional<Day> day_;
  Day from_ = kDistantPast, to_ = kDistantFuture;
  bool is_dated_ = false;
};

}  // namespace

std::vector<CoverageClaim> coverage_claims(const DataSet& data, const ViewOptions& view) { return Claims(data, view).all(); }

}  // namespace maillage
