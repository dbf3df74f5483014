// SPDX-License-Identifier: Apache-2.0
#include "analysis/community/refinement.hpp"

#include <cmath>
#include <numeric>
#include <utility>

namespace maillage::community {
namespace {

constexpr double kRandomness = 0.01;      // θ, in mean weights: the value of the paper
constexpr double kNegligible = 40;        // exp(-40) of the best candidate's chance is no chance in 53 bits
constexpr double kRoundingSlack = 1e-11;  // as in local moving: relative to the strength

class Refinement {
 public:
  Refinement(const WeightedGraph& graph, double resolution, std::span<const Community> community_of,
             Workspace& workspace)
      : graph_(graph),
        scale_(graph.total > 0 ? resolution / graph.total : 0),
        community_of_(community_of),
        work_(workspace),
        part_of_(graph.vertex_count()),
        part_strength_(graph.strength),
        outward_(graph.vertex_count(), 0),
        is_alone_(graph.vertex_count(), 1),
        first_inner_(graph.vertex_count() + std::size_t{1}),
        inner_arcs_(graph.arcs.size() + 1) {
    std::iota(part_of_.begin(), part_of_.end(), Community{0});
    std::fill_n(work_.community_strength.begin(), graph.vertex_count(), 0.0);
    std::uint32_t kept = 0;
    for (Vertex v = 0; v < graph.vertex_count(); ++v) {
      const auto own = community_of[v];
      work_.community_strength[own] += graph.strength[v];
      for (const auto& arc : graph.arcs_of(v)) {
        inner_arcs_[kept] = arc;  // always written: a branch here is foretold wrongly every other time
        kept += community_of[arc.target] == own;
      }
      first_inner_[v + 1] = kept;
      for (const auto& arc : inner_arcs_of(v)) outward_[v] += static_cast<double>(arc.weight);
    }
  }

  std::vector<Community> run(RandomSource& random) {
    auto& order = work_.queue;
    const auto n = graph_.vertex_count();
    std::iota(order.begin(), order.begin() + n, Vertex{0});
    for (auto i = n; i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);
    for (Vertex i = 0; i < n; ++i) {
      if (is_alone_[order[i]] && is_well_connected(order[i], community_of_[order[i]])) join(order[i], random);
    }
    return std::move(part_of_);
  }

 private:
  /// The arcs from v that stay inside its community.
  std::span<const WeightedGraph::Arc> inner_arcs_of(Vertex v) const {
    return {inner_arcs_.data() + first_inner_[v], inner_arcs_.data() + first_inner_[v + 1]};
  }

  bool is_well_connected(Community part, Community community) const {
    const double strength = part_strength_[part];
    const double expected = scale_ * strength * (work_.community_strength[community] - strength);
    return outward_[part] > 0 && outward_[part] >= expected - kRoundingSlack * strength;
  }

  void join(Vertex v, RandomSource& random) {
    auto& weight_to = work_.weight_to;
    std::size_t touched = 0;
    for (const auto& arc : inner_arcs_of(v)) {
      const auto part = part_of_[arc.target];
      work_.touched[touched] = part;
      touched += weight_to[part] == 0;
      weight_to[part] += static_cast<double>(arc.weight);
    }
    const auto part = choose(v, touched, random);
    if (part != v) {
      part_of_[v] = part;
      is_alone_[part] = is_alone_[v] = 0;
      part_strength_[part] += graph_.strength[v];
      outward_[part] += outward_[v] - 2 * weight_to[part];
    }
    for (std::size_t i = 0; i < touched; ++i) weight_to[work_.touched[i]] = 0;
  }

  /// One of the touched parts, or v's own where none may be joined. The candidates are moved to the front.
  Community choose(Vertex v, std::size_t touched, RandomSource& random) {
    const double pull = scale_ * graph_.strength[v];
    const auto gain_of = [&](Community part) { return work_.weight_to[part] - pull * part_strength_[part]; };
    double best = -1;
    std::size_t candidates = 0;
    for (std::size_t i = 0; i < touched; ++i) {
      const auto part = work_.touched[i];
      const double gain = gain_of(part);
      if (gain < 0 || !is_well_connected(part, community_of_[v])) continue;
      std::swap(work_.touched[i], work_.touched[candidates++]);
      if (gain > best) best = gain;
    }
    if (candidates < 2) return candidates == 0 ? v : work_.touched[0];
    const auto chance = [&](std::size_t i) {
      const double behind = (best - gain_of(work_.touched[i])) / kRandomness;
      return behind > kNegligible ? 0 : std::exp(-behind);
    };
    double sum = 0;
    for (std::size_t i = 0; i < candidates; ++i) sum += chance(i);
    double draw = random.uniform() * sum;
    std::size_t last = 0;
    for (std::size_t i = 0; i < candidates; ++i) {
      const double share = chance(i);
      if (share == 0) continue;
      last = i;
      if (draw < share) break;
      draw -= share;
    }
    return work_.touched[last];
  }

  const WeightedGraph& graph_;
  double scale_;  // γ / 2W
  std::span<const Community> community_of_;
  Workspace& work_;
  std::vector<Community> part_of_;
  std::vector<double> part_strength_;
  std::vector<double> outward_;  // weight from a part to the rest of its community
  std::vector<char> is_alone_;
  std::vector<std::uint32_t> first_inner_;
  std::vector<WeightedGraph::Arc> inner_arcs_;
};

}  // namespace

std::vector<Community> refine(const WeightedGraph& graph, double resolution, std::span<const Community> community_of,
                              RandomSource& random, Workspace& workspace) {
  return Refinement(graph, resolution, community_of, workspace).run(random);
}

}  // namespace maillage::community
