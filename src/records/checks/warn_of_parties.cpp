// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <unordered_set>

#include "records/checks/context.hpp"

namespace maillage {

// Parties whose row was left out for a broken reference are named all the same.
std::vector<RowWarning> warn_of_parties(const CheckContext& context) {
  const auto& data = context.data;
  const auto& lost = context.input.read.told_lost;
  for (const auto* needed : {"parties", "institutions"}) {
    if (std::ranges::find(lost, needed) != lost.end()) return {};
  }
  std::unordered_set<std::string> has_broken_party;
  for (const auto& broken : context.input.built.broken) {
    if (broken.table == "parties") has_broken_party.insert(broken.key.substr(0, broken.key.find('/')));
  }
  std::vector<RowWarning> warnings;
  for (Index a = 0; a < data.agreements.size(); ++a) {
    const auto parties = data.parties_of(a);
    const auto first = parties.begin();
    const bool has_two = parties.size() >= 2 &&
                         data.parties.institution[*first] != data.parties.institution[*first + parties.size() - 1];
    const std::string id(data.agreements.id[a]);
    if (has_two || has_broken_party.contains(id)) continue;
    warnings.push_back({"few_named_parties", "agreements", id, {}, data.agreements.row[a], id,
                        std::to_string(parties.size()), ""});
  }
  return warnings;
}

}  // namespace maillage
