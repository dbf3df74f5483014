// SPDX-License-Identifier: Apache-2.0
#include "analysis/structure/vertex_groups.hpp"

#include <algorithm>

#include "analysis/structure/brokerage_roles.hpp"

namespace maillage {
namespace {

template <class GroupOf>
VertexGroups groups_of_institutions(const NetworkView& view, GroupOf group_of) {
  VertexGroups groups(view.nodes.size(), kNoGroup);
  for (std::size_t v = 0; v < groups.size(); ++v) {
    if (view.nodes[v].kind == NodeKind::institution) groups[v] = group_of(view.nodes[v].row);
  }
  return groups;
}

}  // namespace

VertexGroups groups_by_kind(const NetworkView& view) {
  constexpr auto other = static_cast<std::uint32_t>(InstitutionKind::other);
  auto groups = groups_of_institutions(
      view, [&](Index row) { return static_cast<std::uint32_t>(view.data->institutions.kind[row]); });
  const bool is_said = std::ranges::any_of(groups, [](std::uint32_t g) { return g != kNoGroup && g != other; });
  if (!is_said) std::ranges::fill(groups, kNoGroup);
  return groups;
}

VertexGroups groups_by_territory(const NetworkView& view) {
  return groups_of_institutions(view, [&](Index row) {
    const auto territory = view.data->institutions.territory[row];
    return territory == kNone ? kNoGroup : territory;
  });
}

}  // namespace maillage
