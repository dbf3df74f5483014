// SPDX-License-Identifier: Apache-2.0
#include "network/partnership_flows.hpp"

#include <algorithm>

#include "network/flows.hpp"

namespace maillage {

std::vector<PartnershipFlow> flows_of(const NetworkView& view) {
  const auto& data = *view.data;
  std::vector<PartnershipFlow> flows;
  for (std::uint32_t p = 0; p < view.partnerships.size(); ++p) {
    const auto members = view.members_of(p);
    for (const auto agreement : view.agreements_of_partnership(p)) {
      // The member that an institution is, as it stands in the view on the day of the agreement.
      const auto member = [&](Index institution) {
        const auto row = institution_in_view(data, view.options, view.selection.reference_day, agreement, institution);
        const auto found = std::ranges::lower_bound(members, row, {}, [&](Vertex v) { return view.nodes[v].row; });
        return found == members.end() || view.nodes[*found].row != row ? kNone : *found;
      };
      each_flow(data, agreement, [&](Index from, Index to) {
        const auto source = member(from), target = member(to);
        if (source != target && source != kNone && target != kNone) flows.push_back({p, source, target});
      });
    }
  }
  std::ranges::sort(flows);
  flows.erase(std::unique(flows.begin(), flows.end()), flows.end());
  return flows;
}

std::vector<Index> agreements_of_arc(const NetworkView& view, Vertex source, Vertex target) {
  const auto edge = view.network.find_edge(source, target);
  if (edge >= view.network.edge_count()) return {};
  auto agreements = view.agreements_of_edge(edge);
  const auto shown = [&](Index agreement, Index institution) {
    return institution_in_view(*view.data, view.options, view.selection.reference_day, agreement, institution);
  };
  std::erase_if(agreements, [&](Index agreement) {
    bool leads_there = false;
    each_flow(*view.data, agreement, [&](Index from, Index to) {
      leads_there = leads_there || (shown(agreement, from) == view.nodes[source].row && shown(agreement, to) == view.nodes[target].row);
    });
    return !leads_there;
  });
  return agreements;
}

}  // namespace maillage
