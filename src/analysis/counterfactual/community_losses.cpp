// SPDX-License-Identifier: Apache-2.0
#include "analysis/counterfactual/community_losses.hpp"

#include <algorithm>
#include <map>

#include "analysis/community/communities.hpp"

namespace maillage {
namespace {

/// The pieces that some vertices fall into, joined by ties among themselves: the size of each, largest first.
class Pieces {
 public:
  explicit Pieces(const Network& network) : network_(&network), mark_(network.vertex_count(), 0) {}

  std::vector<std::uint32_t> of(const std::vector<Vertex>& members) {
    for (const auto v : members) mark_[v] = 1;
    std::vector<std::uint32_t> sizes;
    for (const auto v : members) {
      if (mark_[v] == 1) sizes.push_back(reach(v));
    }
    for (const auto v : members) mark_[v] = 0;
    std::ranges::sort(sizes, std::greater<>{});
    return sizes;
  }

 private:
  std::uint32_t reach(Vertex from) {
    found_.assign(1, from);
    mark_[from] = 2;
    for (std::size_t i = 0; i < found_.size(); ++i) {
      for (const auto u : network_->neighbours(found_[i])) {
        if (mark_[u] != 1) continue;
        mark_[u] = 2;
        found_.push_back(u);
      }
    }
    return static_cast<std::uint32_t>(found_.size());
  }
  const Network* network_;
  std::vector<char> mark_;  // 1: a member not yet found
  std::vector<Vertex> found_;
};

CommunityFate fate_of(const CommunityLoss& loss, std::size_t alike, std::size_t pieces_of_several) {
  if (loss.best_jaccard == 1) return CommunityFate::unchanged;
  if (alike >= 2 || pieces_of_several >= 2) return CommunityFate::splits;
  return alike == 1 ? CommunityFate::continues : CommunityFate::dissolves;
}

}  // namespace

CommunityLosses compare_communities(const RemainingNetwork& after, const Partition& before, const Partition& later) {
  const auto& is_removed = after.is_removed;
  std::vector<std::uint32_t> size_after(later.count, 0), staying_before, staying_after;
  std::vector<std::vector<Vertex>> members(before.count);
  for (Vertex v = 0; v < is_removed.size(); ++v) {
    members[before.community_of[v]].push_back(v);
    if (is_removed[v]) continue;
    ++size_after[later.community_of[v]];
    staying_before.push_back(before.community_of[v]);
    staying_after.push_back(later.community_of[v]);
  }
  CommunityLosses result;
  result.nmi = normalized_mutual_information(staying_before, staying_after);
  result.stability_nmi = before.stability_nmi;
  result.seed = before.seed;
  result.runs = before.runs;
  Pieces pieces(after.network);
  std::map<std::uint32_t, std::uint32_t> shared;  // later community → members it has of this one
  for (std::uint32_t c = 0; c < before.count; ++c) {
    if (members[c].size() < 2) continue;
    CommunityLoss loss;
    loss.community = c;
    loss.members = members[c];
    std::vector<Vertex> staying;
    shared.clear();
    for (const auto v : members[c]) {
      if (is_removed[v]) continue;
      staying.push_back(v);
      ++shared[later.community_of[v]];
      if (after.network.degree(v) == 0) ++loss.isolated;
    }
    std::size_t alike = 0;
    for (const auto& [other, common] : shared) {
      const double jaccard =
          static_cast<double>(common) / static_cast<double>(members[c].size() + size_after[other] - common);
      loss.best_jaccard = std::max(loss.best_jaccard, jaccard);
      if (jaccard > kSameCommunity && common >= 2) ++alike;
      loss.parts.push_back(common);
    }
    std::ranges::sort(loss.parts, std::greater<>{});
    const auto sizes = pieces.of(staying);
    loss.pieces = static_cast<std::uint32_t>(sizes.size());
    const auto of_several = std::ranges::count_if(sizes, [](auto size) { return size >= 2; });
    loss.fate = fate_of(loss, alike, static_cast<std::size_t>(of_several));
    result.communities.push_back(std::move(loss));
  }
  return result;
}

}  // namespace maillage
