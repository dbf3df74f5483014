// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>

#include "model/data_set.hpp"

namespace maillage {

/// found(source, target) for each direction of an agreement, as rows of institutions, some perhaps twice: the rows of an
/// edge list where the data are one, else from its funders to its beneficiaries. Nothing where it has no direction.
template <class Found>
void each_flow(const DataSet& data, Index agreement, Found found) {
  if (!data.flows.empty()) {
    for (const auto& flow : std::ranges::equal_range(data.flows, agreement, {}, &Flow::agreement)) {
      found(flow.source, flow.target);
    }
    return;
  }
  const auto& parties = data.parties;
  for (const auto from : data.parties_of(agreement)) {
    if (parties.role[from] != PartyRole::funder) continue;
    for (const auto to : data.parties_of(agreement)) {
      if (parties.role[to] == PartyRole::beneficiary) found(parties.institution[from], parties.institution[to]);
    }
  }
}

}  // namespace maillage
