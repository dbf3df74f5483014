// SPDX-License-Identifier: Apache-2.0
#include "analysis/community/girvan_newman.hpp"

#include <gtest/gtest.h>
#include <omp.h>

#include <algorithm>
#include <limits>
#include <set>
#include <stdexcept>

#include "analysis/community/communities.hpp"
#include "analysis/slow_measures.hpp"
#include "community/random_networks.hpp"
#include "published/les_miserables.hpp"
#include "published/published_networks.hpp"

namespace maillage {
namespace {

using community_tests::members_by_community;
using community_tests::random_network;
using Matrix = std::vector<std::vector<double>>;

/// The same by matrices: shortest paths by Floyd & Warshall, the share of an edge in each pair by path counts.
class SlowRemoval {
 public:
  explicit SlowRemoval(const Network& network) : n_(network.vertex_count()), weight_(n_, std::vector<double>(n_, 0)) {
    for (EdgeId e = 0; e < network.edge_count(); ++e) {
      const auto a = network.source(e), b = network.target(e);
      weight_[a][b] = weight_[b][a] = network.weight(e);
    }
  }
  bool step() {
    count_paths();
    double most = 0;
    Vertex from = 0, to = 0;
    for (Vertex a = 0; a < n_; ++a) {
      for (Vertex b = a + 1; b < n_; ++b) {
        if (weight_[a][b] == 0) continue;
        const double value = betweenness(a, b) / weight_[a][b];
        if (value <= most * (1 + 1e-9)) continue;
        most = value;
        from = a;
        to = b;
      }
    }
    if (most == 0) return false;
    weight_[from][to] = weight_[to][from] = 0;
    return true;
  }
  std::vector<std::uint32_t> components() {
    count_paths();
    std::vector<std::uint32_t> component_of(n_);
    for (Vertex v = 0; v < n_; ++v) {
      component_of[v] = v;
      for (Vertex w = 0; w < v; ++w) {
        if (distance_[v][w] < kFar) {
          component_of[v] = component_of[w];
          break;
        }
      }
    }
    return component_of;
  }

 private:
  static constexpr double kFar = 1e9;
  void count_paths() {
    distance_.assign(n_, std::vector<double>(n_, kFar));
    for (Vertex a = 0; a < n_; ++a) {
      for (Vertex b = 0; b < n_; ++b) {
        if (a == b) distance_[a][b] = 0;
        else if (weight_[a][b] > 0) distance_[a][b] = 1;
      }
    }
    distance_ = slow::shortened(std::move(distance_));
    paths_.assign(n_, std::vector<double>(n_, 0));
    for (Vertex a = 0; a < n_; ++a) {
      paths_[a][a] = 1;
      for (double length = 1; length < n_; ++length) {
        for (Vertex b = 0; b < n_; ++b) {
          if (distance_[a][b] != length) continue;
          for (Vertex c = 0; c < n_; ++c) {
            if (weight_[c][b] > 0 && distance_[a][c] == length - 1) paths_[a][b] += paths_[a][c];
          }
        }
      }
    }
  }
  double betweenness(Vertex a, Vertex b) const {
    double sum = 0;
    for (Vertex s = 0; s < n_; ++s) {
      for (Vertex t = 0; t < n_; ++t) {
        if (s != t && distance_[s][t] < kFar && distance_[s][a] + 1 + distance_[b][t] == distance_[s][t]) {
          sum += paths_[s][a] * paths_[b][t] / paths_[s][t];
        }
      }
    }
    return sum;
  }

  Vertex n_;
  Matrix weight_, distance_, paths_;
};

std::vector<std::uint32_t> by_size(std::vector<std::uint32_t> community_of) {
  Partition partition;
  partition.community_of = std::move(community_of);
  renumber_communities(partition);
  return partition.community_of;
}

TEST(GirvanNewman, is_that_of_a_slow_removal_with_matrices) {
  for (std::uint64_t seed = 1; seed <= 25; ++seed) {
    const auto network = random_network(seed, 12, 3);
    SlowRemoval slow(network);
    auto best = slow.components();
    double most = modularity(network, best, 1);
    while (slow.step()) {
      const auto found = slow.components();
      if (modularity(network, found, 1) > most + 1e-12) {
        best = found;
        most = modularity(network, best, 1);
      }
    }
    EXPECT_EQ(by_size(community::girvan_newman(network, 1, 0)), by_size(best)) << seed;
  }
}

TEST(GirvanNewman, of_the_karate_club) {
  // Newman & Girvan 2004, figure 9, and networkx 2.8.8: 0.401298 in five communities; the first split puts person 2 on
  // the other side than the club did.
  const auto club = published::karate_club();
  const auto partition = find_communities(club, {.algorithm = "girvan-newman"});
  EXPECT_NEAR(partition.modularity, 0.40129848783694944, 1e-12);
  EXPECT_EQ(members_by_community(partition.community_of)[4], (std::vector<Vertex>{9}));
  EXPECT_EQ(partition.count, 5U);
  EXPECT_EQ(partition.runs, 1);
  const auto two = find_communities(club, {.algorithm = "girvan-newman", .communities = 2});
  EXPECT_EQ(members_by_community(two.community_of)[1],
            (std::vector<Vertex>{0, 1, 3, 4, 5, 6, 7, 10, 11, 12, 13, 16, 17, 19, 21}));
}

TEST(GirvanNewman, of_other_networks_is_that_of_networkx) {
  EXPECT_NEAR(find_communities(published::les_miserables().with_unit_weights(), {.algorithm = "girvan-newman"}).modularity,
              0.5380680761361523, 1e-12);
  EXPECT_NEAR(find_communities(published::florentine_marriages(), {.algorithm = "girvan-newman"}).modularity, 0.3975, 1e-12);
}

TEST(GirvanNewman, gives_every_number_of_communities_there_is) {
  const auto network = random_network(4, 20, 3);  // four isolates
  const auto fewest = fewest_communities(network);
  for (auto count = fewest; count <= 20; ++count) {
    EXPECT_EQ(find_communities(network, {.algorithm = "girvan-newman", .communities = count}).count, count);
  }
  EXPECT_THROW(find_communities(network, {.algorithm = "girvan-newman", .communities = fewest - 1}), std::invalid_argument);
  EXPECT_THROW(find_communities(network, {.algorithm = "girvan-newman", .communities = 21}), std::invalid_argument);
}

TEST(GirvanNewman, takes_a_weak_tie_out_before_a_strong_one) {
  //  0 - 1 = 2 - 3    all ties lie between as many pairs or more; the weak ones go first
  const std::vector<Network::WeightedPair> chain{{0, 1, 1}, {1, 2, 3}, {2, 3, 1}};
  const auto partition = find_communities(Network(4, chain), {.algorithm = "girvan-newman", .communities = 2});
  EXPECT_EQ(members_by_community(partition.community_of)[1], (std::vector<Vertex>{0}));
  const auto even = find_communities(Network(4, chain).with_unit_weights(), {.algorithm = "girvan-newman", .communities = 2});
  EXPECT_EQ(even.community_of, (std::vector<std::uint32_t>{0, 0, 1, 1}));
}

TEST(GirvanNewman, is_the_same_on_one_thread_and_on_three) {
  const auto network = random_network(8, 220, 5);
  const int threads = omp_get_max_threads();
  omp_set_num_threads(1);
  const auto alone = community::girvan_newman(network, 1, 0);
  omp_set_num_threads(3);
  EXPECT_EQ(community::girvan_newman(network, 1, 0), alone);
  omp_set_num_threads(threads);
}

TEST(GirvanNewman, tells_what_it_would_cost) {
  // Two triangles apart: 3 edges · 3 vertices · 6 arcs each.
  const std::vector<Network::WeightedPair> pairs{{0, 1}, {0, 2}, {1, 2}, {3, 4}, {3, 5}, {4, 5}};
  EXPECT_EQ(community::girvan_newman_visits(Network(6, pairs)), 108);
  EXPECT_EQ(community::girvan_newman_visits(Network(3, {})), 0);
  EXPECT_TRUE(community::girvan_newman(Network{}, 1, 0).empty());
}

}  // namespace
}  // namespace maillage
