// SPDX-License-Identifier: Apache-2.0
#include "analysis/hypergraph/incidence.hpp"

#include <numeric>
#include <utility>

namespace maillage {

Incidence::Incidence(std::uint32_t parties, std::vector<std::uint32_t> first, std::span<const std::uint32_t> members)
    : member_first_(std::move(first)), members_(members.size()), partnership_first_(parties + 1, 0),
      partnerships_(members.size()) {
  for (const auto v : members) ++partnership_first_[v + 1];
  std::partial_sum(partnership_first_.begin(), partnership_first_.end(), partnership_first_.begin());
  auto next = partnership_first_;
  for (std::uint32_t p = 0; p < partnership_count(); ++p) {
    for (auto i = member_first_[p]; i < member_first_[p + 1]; ++i) partnerships_[next[members[i]]++] = p;
  }
  // Going through the parties in turn puts the members of each partnership in order.
  next = member_first_;
  for (std::uint32_t v = 0; v < parties; ++v) {
    for (const auto p : partnerships_of(v)) members_[next[p]++] = v;
  }
}

namespace {

std::vector<std::uint32_t> first_of(const std::vector<std::vector<std::uint32_t>>& lists) {
  std::vector<std::uint32_t> first{0};
  for (const auto& list : lists) first.push_back(first.back() + static_cast<std::uint32_t>(list.size()));
  return first;
}

std::vector<std::uint32_t> joined(const std::vector<std::vector<std::uint32_t>>& lists) {
  std::vector<std::uint32_t> all;
  for (const auto& list : lists) all.insert(all.end(), list.begin(), list.end());
  return all;
}

}  // namespace

Incidence::Incidence(std::uint32_t parties, const std::vector<std::vector<std::uint32_t>>& partnerships)
    : Incidence(parties, first_of(partnerships), joined(partnerships)) {}

Incidence Incidence::transposed() const {
  Incidence turned;
  turned.member_first_ = partnership_first_;
  turned.members_ = partnerships_;
  turned.partnership_first_ = member_first_;
  turned.partnerships_ = members_;
  return turned;
}

Incidence incidence_of(const NetworkView& view) {
  const auto party = view.options.kind == ViewKind::people ? NodeKind::person : NodeKind::institution;
  std::vector<std::uint32_t> first{0}, members;
  first.reserve(view.partnerships.size() + 1);
  members.reserve(view.members.size());
  for (std::uint32_t p = 0; p < view.partnerships.size(); ++p) {
    for (const auto v : view.members_of(p)) {
      if (view.nodes[v].kind == party) members.push_back(v);
    }
    first.push_back(static_cast<std::uint32_t>(members.size()));
  }
  return Incidence(static_cast<std::uint32_t>(view.nodes.size()), std::move(first), members);
}

}  // namespace maillage
