// SPDX-License-Identifier: Apache-2.0
#include "analysis/community/hypergraph_search.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <stdexcept>
#include <utility>

#include "analysis/community/runs.hpp"

namespace maillage {
namespace {

using Community = std::uint32_t;

constexpr double kNoGain = 1e-12;
constexpr std::size_t kLooked = 64;  // vertices whose agreements a union of more than two may look through
constexpr Vertex kDissolved = 500;  // vertices up to which communities are dissolved: each costs a look at all agreements
constexpr auto kMixed = std::numeric_limits<Community>::max();

class Search {
 public:
  Search(const Hyperedges& edges, double resolution) : edges_(edges), resolution_(resolution) {
    std::map<std::size_t, double> of_size;
    for (std::size_t e = 0; e < edges.size(); ++e) {
      of_size[edges.of(e).size()] += edges.weight[e];
      total_ += edges.weight[e];
      whole_ += edges.weight[e] * static_cast<double>(edges.of(e).size());
    }
    for (const auto& [size, weight] : of_size) shares_.emplace_back(static_cast<double>(size), weight / total_);
    index_incidences();
  }

  std::vector<Community> from(const std::vector<Community>& start) {
    enter(start);
    while (improve() || dissolve_communities()) {
    }
    return community_of_;
  }

 private:
  /// Each kind of step once, in this order; has any changed something?
  bool improve() {
    bool has_changed = move_vertices();
    has_changed |= unite_touched();
    has_changed |= unite_pairs();
    return has_changed;
  }

  void index_incidences() {
    first_.assign(edges_.vertices + std::size_t{1}, 0);
    degree_.assign(edges_.vertices, 0);
    for (const auto v : edges_.members) ++first_[v + 1];
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    auto next = first_;
    edge_at_.resize(edges_.members.size());
    for (std::uint32_t e = 0; e < edges_.size(); ++e) {
      for (const auto v : edges_.of(e)) {
        edge_at_[next[v]++] = e;
        degree_[v] += edges_.weight[e];
      }
    }
    stamp_.assign(edges_.size(), 0);
  }
  std::span<const std::uint32_t> edges_at(Vertex v) const {
    return std::span(edge_at_).subspan(first_[v], first_[v + 1] - first_[v]);
  }

  /// Communities below the vertex count, so that there is always a number for a vertex that stands alone.
  void enter(std::vector<Community> start) {
    Partition numbered;
    numbered.community_of = std::move(start);
    renumber_communities(numbered);
    community_of_ = std::move(numbered.community_of);
    volume_.assign(edges_.vertices, 0);
    members_.assign(edges_.vertices, {});
    gain_.assign(edges_.vertices, 0);
    is_touched_.assign(edges_.vertices, 0);
    for (Vertex v = 0; v < edges_.vertices; ++v) {
      volume_[community_of_[v]] += degree_[v];
      members_[community_of_[v]].push_back(v);
    }
    empty_.clear();
    for (auto c = edges_.vertices; c-- > 0;) {
      if (members_[c].empty()) empty_.push_back(c);
    }
  }

  /// What a community of that volume is expected to hold, in shares of the weight, times γ.
  double expected(double volume) const {
    if (volume <= 0) return 0;
    double sum = 0;
    for (const auto& [size, share] : shares_) sum += share * std::pow(volume / whole_, size);
    return resolution_ * sum;
  }

  /// The community of all members but v; kMixed where they differ.
  Community of_others(std::uint32_t edge, Vertex v) const {
    Community found = kMixed;
    for (const auto member : edges_.of(edge)) {
      if (member == v) continue;
      if (found != kMixed && community_of_[member] != found) return kMixed;
      found = community_of_[member];
    }
    return found;
  }

  bool move_vertices() {
    bool any = false;
    for (bool moved = true; moved;) {
      moved = false;
      for (Vertex v = 0; v < edges_.vertices; ++v) moved |= move(v);
      any |= moved;
    }
    return any;
  }

  struct Move {
    Community to = kMixed;
    double gain = -std::numeric_limits<double>::infinity();
  };

  /// The best community for v but its own; alone, where it is not, is one too.
  Move best_elsewhere(Vertex v) {
    touched_.clear();
    const auto own = community_of_[v];
    for (const auto e : edges_at(v)) {
      const auto other = of_others(e, v);
      if (other == kMixed) continue;
      if (gain_[other] == 0) touched_.push_back(other);
      gain_[other] += edges_.weight[e] / total_;
    }
    const double lost = gain_[own];
    const double rest = expected(volume_[own]) - expected(volume_[own] - degree_[v]);
    Move best;
    const auto consider = [&](Community c) {
      const double gained = gain_[c] - lost + rest - (expected(volume_[c] + degree_[v]) - expected(volume_[c]));
      if (gained > best.gain) best = {c, gained};
    };
    if (members_[own].size() > 1 && !empty_.empty()) consider(empty_.back());
    for (const auto c : touched_) {
      if (c != own) consider(c);
    }
    for (const auto c : touched_) gain_[c] = 0;
    return best;
  }

  bool move(Vertex v) {
    const auto best = best_elsewhere(v);
    if (best.gain <= kNoGain) return false;
    place(v, best.to);
    return true;
  }

  /// Sends the members of one community after the other elsewhere, gain or loss, and moves on from there; what is not
  /// better in the end is taken back.
  bool dissolve_communities() {
    if (edges_.vertices > kDissolved) return false;
    bool any = false;
    enter(community_of_);
    for (Community c = 0; c < edges_.vertices && !members_[c].empty(); ++c) {
      const auto before = community_of_;
      const auto leaving = members_[c];
      for (const auto v : leaving) {
        if (const auto best = best_elsewhere(v); best.to != kMixed) place(v, best.to);
      }
      move_vertices();
      const bool is_better = worth(community_of_) > worth(before) + kNoGain;
      any |= is_better;
      enter(is_better ? community_of_ : before);
    }
    return any;
  }
  double worth(const std::vector<Community>& community_of) const {
    return hypergraph_modularity(edges_, community_of, resolution_);
  }

  void place(Vertex v, Community to) {
    const auto from = community_of_[v];
    if (members_[to].empty()) empty_.pop_back();
    std::erase(members_[from], v);
    members_[to].push_back(v);
    volume_[to] += degree_[v];
    volume_[from] = members_[from].empty() ? 0 : volume_[from] - degree_[v];
    if (members_[from].empty()) empty_.push_back(from);
    community_of_[v] = to;
  }

  /// The communities that one agreement touches, as long as all but the largest are small together.
  bool unite_touched() {
    bool any = false;
    std::vector<Community> parts;
    for (std::uint32_t e = 0; e < edges_.size(); ++e) {
      parts.clear();
      for (const auto v : edges_.of(e)) {
        if (!std::exchange(is_touched_[community_of_[v]], 1)) parts.push_back(community_of_[v]);
      }
      if (parts.size() > 1 && is_cheap(parts) && gain_of_union(parts) > kNoGain) {
        unite(parts);
        any = true;
      }
      for (const auto c : parts) is_touched_[c] = 0;
    }
    return any;
  }

  bool is_cheap(const std::vector<Community>& parts) const {
    std::size_t all = 0, largest = 0;
    for (const auto c : parts) {
      all += members_[c].size();
      largest = std::max(largest, members_[c].size());
    }
    return all - largest <= kLooked;
  }

  /// Two communities of any size, by the weight of the agreements that touch these two alone.
  bool unite_pairs() {
    struct Pair {
      Community a, b;
      double weight;
    };
    std::vector<Pair> pairs;
    for (std::size_t e = 0; e < edges_.size(); ++e) {
      Community a = kMixed, b = kMixed;
      bool is_two = true;
      for (const auto v : edges_.of(e)) {
        const auto c = community_of_[v];
        if (a == kMixed || a == c) a = c;
        else if (b == kMixed || b == c) b = c;
        else is_two = false;
      }
      if (is_two && b != kMixed) pairs.push_back({std::min(a, b), std::max(a, b), edges_.weight[e] / total_});
    }
    std::ranges::sort(pairs, {}, [](const Pair& pair) { return std::pair(pair.a, pair.b); });
    std::vector<char> is_changed(edges_.vertices, 0);
    bool any = false;
    for (std::size_t i = 0; i < pairs.size();) {
      const auto [a, b, first] = pairs[i];
      double gained = first;
      while (++i < pairs.size() && pairs[i].a == a && pairs[i].b == b) gained += pairs[i].weight;
      gained -= expected(volume_[a] + volume_[b]) - expected(volume_[a]) - expected(volume_[b]);
      if (is_changed[a] || is_changed[b] || gained <= kNoGain) continue;
      is_changed[a] = is_changed[b] = 1;
      unite(members_[a].size() < members_[b].size() ? std::vector{b, a} : std::vector{a, b});
      any = true;
    }
    return any;
  }

  /// The parts are marked in is_touched_.
  double gain_of_union(std::vector<Community>& parts) {
    std::ranges::sort(parts, [&](Community a, Community b) {
      return members_[a].size() != members_[b].size() ? members_[a].size() > members_[b].size() : a < b;
    });
    ++round_;
    double gained = 0, volume = 0, before = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      volume += volume_[parts[i]];
      before += expected(volume_[parts[i]]);
      if (i == 0) continue;  // an edge won has a member outside of the largest
      for (const auto v : members_[parts[i]]) {
        for (const auto e : edges_at(v)) {
          if (std::exchange(stamp_[e], round_) == round_) continue;
          const auto members = edges_.of(e);
          const auto first = community_of_[members.front()];
          const bool is_in = std::ranges::all_of(members, [&](Vertex w) { return is_touched_[community_of_[w]] != 0; });
          const bool is_one = std::ranges::all_of(members, [&](Vertex w) { return community_of_[w] == first; });
          if (is_in && !is_one) gained += edges_.weight[e] / total_;
        }
      }
    }
    return gained - (expected(volume) - before);
  }

  void unite(const std::vector<Community>& parts) {
    const auto to = parts.front();
    for (std::size_t i = 1; i < parts.size(); ++i) {
      for (const auto v : members_[parts[i]]) community_of_[v] = to;
      members_[to].insert(members_[to].end(), members_[parts[i]].begin(), members_[parts[i]].end());
      volume_[to] += volume_[parts[i]];
      volume_[parts[i]] = 0;
      members_[parts[i]].clear();
      empty_.push_back(parts[i]);
    }
  }

  const Hyperedges& edges_;
  double resolution_, total_ = 0, whole_ = 0;
  std::vector<std::pair<double, double>> shares_;  // size, share of the weight
  std::vector<std::uint32_t> first_, edge_at_;     // edges of v: edge_at_[first_[v]] … edge_at_[first_[v + 1]]
  std::vector<double> degree_;                     // weight of the edges of a vertex
  std::vector<Community> community_of_, empty_, touched_;
  std::vector<double> volume_, gain_;
  std::vector<std::vector<Vertex>> members_;
  std::vector<char> is_touched_;
  std::vector<std::uint64_t> stamp_;
  std::uint64_t round_ = 0;
};

}  // namespace

std::vector<std::uint32_t> search_hypergraph_modularity(const Hyperedges& edges, const std::vector<std::uint32_t>& start,
                                                        double resolution) {
  if (start.size() != edges.vertices) throw std::invalid_argument("a partition needs one community for each vertex");
  return edges.size() == 0 ? start : Search(edges, resolution).from(start);
}

Partition find_hypergraph_communities(const Network& network, const Hyperedges& edges, const CommunityOptions& options) {
  community::check_options(network, options);
  if (options.algorithm != "leiden") throw std::invalid_argument("the search on hypergraphs begins with leiden");
  const auto worth = [&](const Partition& partition) {
    return edges.size() == 0 ? 0 : hypergraph_modularity(edges, partition.community_of, options.resolution);
  };
  auto kept = community::best_of_runs(network, options, [&](Partition& partition) {
    partition.community_of = search_hypergraph_modularity(edges, partition.community_of, options.resolution);
    renumber_communities(partition);
    return worth(partition);
  });
  auto from_alone = kept;
  std::iota(from_alone.community_of.begin(), from_alone.community_of.end(), Community{0});
  from_alone.community_of = search_hypergraph_modularity(edges, from_alone.community_of, options.resolution);
  renumber_communities(from_alone);
  if (worth(from_alone) > worth(kept) + kNoGain) kept = std::move(from_alone);
  community::describe(network, options, kept);
  return kept;
}

}  // namespace maillage
