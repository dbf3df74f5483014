// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <vector>

#include "network/network.hpp"

namespace maillage {

/// A set of up to 256 sources of a shared search: source l is bit l % 64 of word l / 64.
struct alignas(32) LaneSet {
  static constexpr std::size_t kWords = 4, kLanes = 64 * kWords;
  std::array<std::uint64_t, kWords> words{};

  void add(std::size_t lane) { words[lane / 64] |= std::uint64_t{1} << (lane % 64); }
  std::uint32_t size() const {
    int count = 0;
    for (const auto word : words) count += std::popcount(word);
    return static_cast<std::uint32_t>(count);
  }
  LaneSet operator&(const LaneSet& other) const {
    LaneSet both;
    for (std::size_t i = 0; i < kWords; ++i) both.words[i] = words[i] & other.words[i];
    return both;
  }
  LaneSet without(const LaneSet& other) const {
    LaneSet rest;
    for (std::size_t i = 0; i < kWords; ++i) rest.words[i] = words[i] & ~other.words[i];
    return rest;
  }
  LaneSet& operator|=(const LaneSet& other) {
    for (std::size_t i = 0; i < kWords; ++i) words[i] |= other.words[i];
    return *this;
  }
};

/// Breadth-first search from up to 256 sources at once, one level of distance at a time (Then et al., PVLDB 8(4), 2014,
/// doi:10.14778/2735496.2735507). A workspace for one network or its arcs: O((n + m) · levels) words a search of all sources
/// together.
class LaneSearch {
 public:
  struct Arrival {
    Vertex vertex;
    LaneSet sources;  ///< for which the vertex lies exactly this far
  };
  explicit LaneSearch(const Network& network) : LaneSearch(network.first(), network.arc_targets()) {}
  /// Along arcs: those out of v are targets[first[v]] … targets[first[v + 1] - 1]. Both must outlive this.
  LaneSearch(std::span<const std::uint32_t> first, std::span<const Vertex> targets);

  /// Starts anew from these sources; source number l has lane l. At most LaneSet::kLanes.
  void start(std::span<const Vertex> sources);
  /// Goes one hop further and returns what is reached there; empty once all is reached. Valid until the next call.
  std::span<const Arrival> advance();
  /// The sources that have reached a vertex so far.
  const LaneSet& seen(Vertex v) const { return seen_[v]; }

 private:
  std::span<const std::uint32_t> first_;
  std::span<const Vertex> targets_;
  std::vector<LaneSet> seen_, arriving_;
  std::vector<Arrival> front_;
  std::vector<Vertex> touched_;
};

}  // namespace maillage
