// SPDX-License-Identifier: Apache-2.0
#include "analysis/centrality/lane_search.hpp"

#include <algorithm>
#include <utility>

#include "analysis/centrality/wide_kernel.hpp"

namespace maillage {
namespace {

// Lets the sources of the front arrive at all neighbours they have not seen; writes those down and counts them.
MAILLAGE_WIDE_KERNEL
std::size_t step(const std::uint32_t* first, const Vertex* targets, const std::vector<LaneSearch::Arrival>& front,
                 const LaneSet* seen, LaneSet* arriving, Vertex* touched) {
  std::size_t count = 0;
  for (const auto& [v, sources] : front) {
    for (auto arc = first[v]; arc < first[v + 1]; ++arc) {
      const auto w = targets[arc];
      std::uint64_t any_coming = 0, any_there = 0;
      LaneSet coming;
      for (std::size_t i = 0; i < LaneSet::kWords; ++i) {
        coming.words[i] = sources.words[i] & ~seen[w].words[i];
        any_coming |= coming.words[i];
        any_there |= arriving[w].words[i];
      }
      if (any_coming == 0) continue;
      if (any_there == 0) touched[count++] = w;
      for (std::size_t i = 0; i < LaneSet::kWords; ++i) arriving[w].words[i] |= coming.words[i];
    }
  }
  return count;
}

}  // namespace

LaneSearch::LaneSearch(std::span<const std::uint32_t> first, std::span<const Vertex> targets)
    : first_(first),
      targets_(targets),
      seen_(first.size() - 1),
      arriving_(first.size() - 1),
      touched_(first.size() - 1) {}

void LaneSearch::start(std::span<const Vertex> sources) {
  std::ranges::fill(seen_, LaneSet{});
  front_.clear();
  for (std::size_t lane = 0; lane < sources.size(); ++lane) {
    LaneSet self;
    self.add(lane);
    seen_[sources[lane]] |= self;
    front_.push_back({sources[lane], self});
  }
}

std::span<const LaneSearch::Arrival> LaneSearch::advance() {
  const auto count = step(first_.data(), targets_.data(), front_, seen_.data(), arriving_.data(), touched_.data());
  front_.clear();
  for (const auto w : std::span(touched_).first(count)) {
    const auto sources = std::exchange(arriving_[w], {});
    seen_[w] |= sources;
    front_.push_back({w, sources});
  }
  return front_;
}

}  // namespace maillage
