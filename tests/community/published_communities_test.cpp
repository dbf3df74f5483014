// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include "analysis/community/communities.hpp"
#include "community/random_networks.hpp"
#include "published/les_miserables.hpp"
#include "published/published_networks.hpp"

namespace maillage {
namespace {

using community_tests::members_by_community;
using Members = std::vector<std::vector<Vertex>>;

TEST(PublishedCommunities, karate_club) {
  // The optimum, proven by Brandes et al. 2008 (doi:10.1109/TKDE.2007.190689): Q = 0.4198 in four communities.
  const auto network = published::karate_club();
  for (const std::uint64_t seed : {1U, 2U, 3U, 100U, 2024U}) {
    const auto partition = find_communities(network, {.seed = seed});
    EXPECT_NEAR(partition.modularity, 0.4197896121, 1e-9) << seed;
    EXPECT_EQ(members_by_community(partition.community_of), (Members{{8, 9, 14, 15, 18, 20, 22, 26, 29, 30, 32, 33},
                                                                     {0, 1, 2, 3, 7, 11, 12, 13, 17, 19, 21},
                                                                     {23, 24, 25, 27, 28, 31},
                                                                     {4, 5, 6, 10, 16}}))
        << seed;
  }
  EXPECT_GE(find_communities(network, {.algorithm = "louvain"}).modularity, 0.4155);
}

TEST(PublishedCommunities, les_miserables) {
  // Unweighted 0.5600, proven by Aloise et al. 2010 (doi:10.1103/PhysRevE.82.046112); weighted 0.5667, the best known.
  const auto network = published::les_miserables();
  for (const std::uint64_t seed : {1U, 7U, 50U}) {
    EXPECT_NEAR(find_communities(network.with_unit_weights(), {.seed = seed}).modularity, 0.56001, 5e-6) << seed;
    EXPECT_NEAR(find_communities(network, {.seed = seed}).modularity, 0.56669, 5e-6) << seed;
  }
}

TEST(PublishedCommunities, florentine_marriages) {
  // The Pucci married into none of the others.
  const auto partition = find_communities(published::florentine_marriages(), {});
  EXPECT_NEAR(partition.modularity, 0.39875, 1e-12);
  const auto members = members_by_community(partition.community_of);
  ASSERT_EQ(members.size(), 4U);
  const auto family = [](std::string_view name) {
    return static_cast<Vertex>(std::ranges::find(published::kFlorentineFamilies, name) -
                               published::kFlorentineFamilies.begin());
  };
  EXPECT_EQ(members[0], (std::vector<Vertex>{family("Acciaiuoli"), family("Medici"), family("Pazzi"), family("Ridolfi"),
                                             family("Salviati"), family("Tornabuoni")}));
  EXPECT_EQ(members[3], (std::vector<Vertex>{family("Pucci")}));
}

TEST(PublishedCommunities, southern_women) {
  // The two groups that the ethnographers and 21 later analyses saw (Freeman 2003): Evelyn to Ruth, Verne to Flora.
  const auto network = published::southern_women_projection();
  ASSERT_EQ(network.edge_count(), 139U);
  const auto partition = find_communities(network, {});
  EXPECT_NEAR(partition.modularity, 0.2641439695, 1e-9);
  EXPECT_EQ(members_by_community(partition.community_of),
            (Members{{0, 1, 2, 3, 4, 5, 6, 7, 8}, {9, 10, 11, 12, 13, 14, 15, 16, 17}}));
}

TEST(PublishedCommunities, ring_of_cliques_shows_the_limit_of_resolution) {
  // Fortunato & Barthélemy 2007 (doi:10.1073/pnas.0605965104): 30 cliques of 5 vertices. At resolution 1 pairs of
  // cliques (Q = 0.888) beat single ones (Q = 0.876); at resolution 3 each clique stands for itself.
  const auto network = community_tests::ring_of_cliques(30, 5);
  std::vector<std::uint32_t> single(150), in_pairs(150);
  for (Vertex v = 0; v < 150; ++v) {
    single[v] = v / 5;
    in_pairs[v] = v / 10;
  }
  EXPECT_NEAR(modularity(network, single, 1), 10.0 / 11 - 1.0 / 30, 1e-12);
  EXPECT_NEAR(modularity(network, in_pairs, 1), 21.0 / 22 - 1.0 / 15, 1e-12);
  const auto coarse = find_communities(network, {});
  EXPECT_GE(coarse.modularity, 21.0 / 22 - 1.0 / 15 - 0.002);
  for (Vertex v = 0; v < 150; ++v) EXPECT_EQ(coarse.community_of[v], coarse.community_of[v / 5 * 5]);
  const auto fine = find_communities(network, {.resolution = 3});
  EXPECT_EQ(fine.count, 30U);
  EXPECT_EQ(fine.community_of, single);
  EXPECT_NEAR(fine.stability_nmi, 1, 1e-12);
}

}  // namespace
}  // namespace maillage
