// SPDX-License-Identifier: Apache-2.0
#include "analysis/hypergraph/rewired_incidence.hpp"

#include <algorithm>
#include <utility>

#include "analysis/random_source.hpp"

namespace maillage {

RewiredIncidence::RewiredIncidence(const Incidence& incidence) : incidence_(&incidence) {
  partnership_of_.reserve(incidence.incidence_count());
  for (std::uint32_t p = 0; p < incidence.partnership_count(); ++p) {
    partnership_of_.insert(partnership_of_.end(), incidence.size(p), p);
  }
}

bool RewiredIncidence::is_member(std::uint32_t party, std::uint32_t partnership) const {
  const auto here = std::span(members_).subspan(incidence_->member_first()[partnership], incidence_->size(partnership));
  return std::ranges::find(here, party) != here.end();
}

std::uint64_t RewiredIncidence::draw(std::uint64_t seed, std::uint64_t attempts) {
  members_.clear();
  for (std::uint32_t p = 0; p < incidence_->partnership_count(); ++p) {
    const auto here = incidence_->members_of(p);
    members_.insert(members_.end(), here.begin(), here.end());
  }
  if (members_.empty()) return 0;
  RandomSource random(seed);
  const auto places = static_cast<std::uint32_t>(members_.size());
  std::uint64_t swaps = 0;
  for (std::uint64_t attempt = 0; attempt < attempts; ++attempt) {
    const auto i = random.below(places), j = random.below(places);
    const auto p = partnership_of_[i], q = partnership_of_[j];
    if (p == q || is_member(members_[i], q) || is_member(members_[j], p)) continue;
    std::swap(members_[i], members_[j]);
    ++swaps;
  }
  return swaps;
}

}  // namespace maillage
