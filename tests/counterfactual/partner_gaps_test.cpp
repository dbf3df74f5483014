// SPDX-License-Identifier: Apache-2.0
// Scores against the definitions read off the network one pair at a time, against networkx on the karate club, and the
// area under the curve against all pairs compared with all.
#include "analysis/counterfactual/partner_gaps.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <omp.h>

#include <cmath>
#include <set>

#include "published/published_networks.hpp"
#include "registers.hpp"

namespace maillage {
namespace {

using ::testing::ElementsAre;

constexpr auto at(GapScore score) {
  return static_cast<std::size_t>(score);
}

/// A register of themes as well: agreement k bears themes by its number.
DataSet with_themes(std::uint64_t seed, std::size_t institutions = 12, std::size_t agreements = 0) {
  std::mt19937_64 random(seed * 31 + 1);
  DataSetBuilder builder;
  for (const auto* theme : {"t0", "t1", "t2"}) builder.add(ThemeRow{.code = theme});
  for (std::size_t i = 0; i < institutions; ++i) builder.add(InstitutionRow{.id = registers::numbered('i', i)});
  const std::size_t count = agreements > 0 ? agreements : 4 + random() % 18;
  for (std::size_t a = 0; a < count; ++a) {
    const auto id = registers::numbered('a', a);
    AgreementRow row{.id = id};
    const auto year = std::to_string(2010 + random() % 10);
    if (random() % 8 != 0) row.signed_on = registers::date(year.c_str());
    const char* names[] = {"t0", "t1", "t2"};
    if (random() % 2 == 0) row.themes.emplace_back(names[random() % 3]);
    builder.add(row);
    std::vector<bool> is_party(institutions, false);
    for (auto left = 2 + random() % 3; left > 0; --left) is_party[random() % institutions] = true;
    for (std::size_t i = 0; i < institutions; ++i) {
      const auto institution = registers::numbered('i', i);
      if (is_party[i]) builder.add(PartyRow{.agreement = id, .institution = institution});
    }
  }
  return builder.finish().data;
}

TEST(PartnerGaps, are_all_pairs_that_share_something_and_have_no_agreement) {
  for (std::uint64_t seed = 0; seed < 120; ++seed) {
    SCOPED_TRACE(seed);
    const auto data = with_themes(seed);
    const auto view = build_network(data, {});
    const auto found = partner_gaps(view, view, {});
    std::size_t expected = 0;
    for (Vertex a = 0; a < view.network.vertex_count(); ++a) {
      for (Vertex b = a + 1; b < view.network.vertex_count(); ++b) {
        if (view.network.find_edge(a, b) != view.network.edge_count()) continue;
        const auto scores = gap_scores(view, a, b);
        EXPECT_EQ(scores, gap_scores(view, b, a));
        if (scores[at(GapScore::common_neighbours)] == 0 && scores[at(GapScore::shared_themes)] == 0) continue;
        ++expected;
        const auto gap =
            std::ranges::find_if(found.gaps, [&](const PartnerGap& one) { return one.a == a && one.b == b; });
        ASSERT_NE(gap, found.gaps.end()) << a << ' ' << b;
        for (std::size_t s = 0; s < kGapScores; ++s) EXPECT_NEAR(gap->scores[s], scores[s], 1e-13 * (1 + scores[s])) << s;
        EXPECT_EQ(gap->shared_partners.size(), scores[at(GapScore::common_neighbours)]);
        EXPECT_EQ(gap->shared_themes.empty(), scores[at(GapScore::shared_themes)] == 0);
      }
    }
    EXPECT_EQ(found.gaps.size(), expected);
    EXPECT_EQ(found.pairs, expected);
    const auto sorted = std::ranges::is_sorted(found.gaps, std::greater<>{}, [](const PartnerGap& gap) {
      return std::round(gap.scores[at(GapScore::two_mode_resource_allocation)] * 1e10);
    });
    EXPECT_TRUE(sorted);
  }
}

TEST(PartnerGaps, the_first_few_are_the_first_of_all_and_those_of_one_are_its_own) {
  const auto data = with_themes(6);
  const auto view = build_network(data, {});
  const auto all = partner_gaps(view, view, {.score = GapScore::adamic_adar});
  const auto few = partner_gaps(view, view, {.score = GapScore::adamic_adar, .top = 3});
  ASSERT_GE(all.gaps.size(), 3U);
  ASSERT_EQ(few.gaps.size(), 3U);
  EXPECT_EQ(few.pairs, all.gaps.size());
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(few.gaps[i].a, all.gaps[i].a);
    EXPECT_EQ(few.gaps[i].b, all.gaps[i].b);
  }
  const auto own = partner_gaps(view, view, {.one = 2});
  const auto expected = std::ranges::count_if(all.gaps, [](const PartnerGap& gap) { return gap.a == 2 || gap.b == 2; });
  EXPECT_EQ(own.gaps.size(), static_cast<std::size_t>(expected));
}

// Adamic–Adar and resource allocation of five pairs of the karate club: networkx 2.8.8, adamic_adar_index and
// resource_allocation_index. Each tie being an agreement of two, the two-mode scores are the same.
TEST(PartnerGaps, of_the_karate_club) {
  struct Known {
    Vertex a, b;
    double common, adamic_adar, allocation;
  };
  const std::vector<Known> known{{0, 33, 4, 2.711019722297, 0.9},
                                 {0, 9, 1, 0.434294481903, 0.1},
                                 {2, 33, 6, 4.719381261461, 1.566666666667},
                                 {5, 11, 1, 0.360673760222, 0.0625},
                                 {14, 20, 2, 0.755385728247, 0.142156862745}};
  const auto karate = published::karate_club();
  DataSetBuilder builder;
  for (Vertex v = 0; v < karate.vertex_count(); ++v) builder.add(InstitutionRow{.id = registers::numbered('i', v)});
  for (EdgeId e = 0; e < karate.edge_count(); ++e) {
    const auto id = registers::numbered('a', e), a = registers::numbered('i', karate.source(e)),
               b = registers::numbered('i', karate.target(e));
    builder.add(AgreementRow{.id = id});
    builder.add(PartyRow{.agreement = id, .institution = a});
    builder.add(PartyRow{.agreement = id, .institution = b});
  }
  const auto data = builder.finish().data;
  const auto view = build_network(data, {});
  const auto found = partner_gaps(view, view, {});
  for (const auto& one : known) {
    const auto gap =
        std::ranges::find_if(found.gaps, [&](const PartnerGap& g) { return g.a == one.a && g.b == one.b; });
    ASSERT_NE(gap, found.gaps.end()) << one.a << ' ' << one.b;
    EXPECT_NEAR(gap->scores[at(GapScore::common_neighbours)], one.common, 1e-12);
    EXPECT_NEAR(gap->scores[at(GapScore::adamic_adar)], one.adamic_adar, 1e-12);
    EXPECT_NEAR(gap->scores[at(GapScore::resource_allocation)], one.allocation, 1e-12);
    EXPECT_NEAR(gap->scores[at(GapScore::two_mode_adamic_adar)], one.adamic_adar, 1e-9);
    EXPECT_NEAR(gap->scores[at(GapScore::two_mode_resource_allocation)], one.allocation, 1e-9);
  }
}

//   A and C share B: through an agreement of two each, or through one of two and one of five
TEST(PartnerGaps, large_agreements_count_little_on_the_two_mode_network) {
  const auto data = registers::Register()
                        .agreement({.id = "ab"}, {"A", "B"})
                        .agreement({.id = "bc"}, {"B", "C"})
                        .agreement({.id = "large"}, {"B", "D", "E", "F", "G"})
                        .data();
  const auto view = build_network(data, {});
  const auto small = gap_scores(view, 0, 2), large = gap_scores(view, 0, 3);
  EXPECT_EQ(small[at(GapScore::resource_allocation)], large[at(GapScore::resource_allocation)]);
  EXPECT_NEAR(small[at(GapScore::two_mode_resource_allocation)], 1.0 / 3, 1e-9);
  EXPECT_NEAR(large[at(GapScore::two_mode_resource_allocation)], 1.0 / 4 / 3, 1e-9);
}

TEST(PartnerGaps, an_agreement_that_has_ended_is_on_record) {
  const auto data =
      registers::Register()
          .agreement({.id = "ab", .valid_from = registers::date("2020"), .valid_to = registers::date("2028")},
                     {"A", "B"})
          .agreement({.id = "ac", .valid_from = registers::date("2010"), .valid_to = registers::date("2012")},
                     {"A", "C"})
          .agreement({.id = "bc", .valid_from = registers::date("2020"), .valid_to = registers::date("2028")},
                     {"B", "C"})
          .agreement({.id = "bd", .valid_from = registers::date("2020"), .valid_to = registers::date("2028")},
                     {"B", "D"})
          .data();
  const auto view = build_network(data, {.as_of = registers::day("2024")});
  const auto recorded = build_network(data, {});
  EXPECT_EQ(partner_gaps(view, view, {}).gaps.size(), 3U);
  const auto found = partner_gaps(view, recorded, {});
  ASSERT_EQ(found.gaps.size(), 2U);  // A–D and C–D; A–C had an agreement once
  EXPECT_THAT(found.gaps[0].shared_partners, ElementsAre(1));
}

// All pairs of institutions known before the split, each new one against each other one.
GapScores slow_auc(const DataSet& data, Day split, std::uint64_t& new_pairs, std::uint64_t& other_pairs) {
  std::vector<Selection::Item> before, after, undated;
  for (const auto& item : select_agreements(data, {}).items) {
    const auto date = data.agreements.signed_on[item.agreement];
    (!date.is_known() ? undated : date.latest() < split ? before : after).push_back(item);
  }
  using Names = std::set<std::pair<Index, Index>>;
  const auto pairs_of = [&](const std::vector<Selection::Item>& items) {
    Names pairs;
    for (const auto& item : items) {
      for (const auto p : data.parties_of(item.agreement)) {
        for (const auto q : data.parties_of(item.agreement)) {
          const auto a = data.parties.institution[p], b = data.parties.institution[q];
          if (a < b) pairs.emplace(a, b);
        }
      }
    }
    return pairs;
  };
  DataSetBuilder builder;  // the register as it was
  for (std::size_t t = 0; t < data.themes.size(); ++t) builder.add(ThemeRow{.code = data.themes[t].code});
  for (Index i = 0; i < data.institutions.size(); ++i) builder.add(InstitutionRow{.id = data.institutions.id[i]});
  for (const auto& item : before) {
    AgreementRow row{.id = data.agreements.id[item.agreement]};
    for (const auto theme : data.agreements.themes[item.agreement]) row.themes.push_back(data.themes[theme].code);
    builder.add(row);
    for (const auto p : data.parties_of(item.agreement)) {
      builder.add(PartyRow{.agreement = data.agreements.id[item.agreement],
                           .institution = data.institutions.id[data.parties.institution[p]]});
    }
  }
  const auto old_data = builder.finish().data;
  const auto view = build_network(old_data, {});
  const auto tied = pairs_of(before), later = pairs_of(after), doubtful = pairs_of(undated);
  std::vector<GapScores> fresh, others;
  for (Vertex a = 0; a < view.network.vertex_count(); ++a) {
    for (Vertex b = a + 1; b < view.network.vertex_count(); ++b) {
      const std::pair pair(view.nodes[a].row, view.nodes[b].row);
      if (tied.contains(pair)) continue;
      if (later.contains(pair))
        fresh.push_back(gap_scores(view, a, b));
      else if (!doubtful.contains(pair))
        others.push_back(gap_scores(view, a, b));
    }
  }
  GapScores auc{};
  for (std::size_t s = 0; s < kGapScores; ++s) {
    for (const auto& x : fresh) {
      for (const auto& y : others) auc[s] += x[s] > y[s] + 1e-9 ? 1 : std::abs(x[s] - y[s]) < 1e-9 ? 0.5 : 0;
    }
    auc[s] /= static_cast<double>(fresh.size()) * static_cast<double>(others.size());
  }
  new_pairs = fresh.size();
  other_pairs = others.size();
  return auc;
}

TEST(Foretelling, is_the_share_of_all_comparisons) {
  int compared = 0;
  for (std::uint64_t seed = 0; seed < 150; ++seed) {
    SCOPED_TRACE(seed);
    const auto data = with_themes(seed);
    const auto split = registers::day("2016");
    const auto found = foretell(data, {}, split, 1e12, 1);
    std::uint64_t new_pairs = 0, other_pairs = 0;
    const auto slow = slow_auc(data, split, new_pairs, other_pairs);
    EXPECT_EQ(found.new_pairs, new_pairs);
    EXPECT_EQ(found.other_pairs, other_pairs);
    if (new_pairs == 0 || other_pairs == 0) {
      EXPECT_TRUE(std::isnan(found.auc[0]));
      continue;
    }
    ++compared;
    EXPECT_EQ(found.compared, other_pairs);
    for (std::size_t s = 0; s < kGapScores; ++s) EXPECT_NEAR(found.auc[s], slow[s], 1e-12) << s;
  }
  EXPECT_GT(compared, 50);
}

TEST(Foretelling, is_the_same_on_any_number_of_threads) {
  const auto data = with_themes(8);
  const auto split = registers::day("2016");
  const auto before = omp_get_max_threads();
  omp_set_num_threads(1);
  const auto one = foretell(data, {}, split, 1e12, 1);
  omp_set_num_threads(3);
  const auto three = foretell(data, {}, split, 1e12, 1);
  omp_set_num_threads(before);
  EXPECT_EQ(one.auc, three.auc);
}

TEST(Foretelling, compares_with_the_pairs_of_some_institutions_where_all_are_too_many) {
  const auto split = registers::day("2016");
  // At least sixty-four institutions are drawn: of twelve all.
  const auto few = with_themes(8);
  const auto whole_of_few = foretell(few, {}, split, 1e12, 1), drawn_of_few = foretell(few, {}, split, 1, 1);
  EXPECT_EQ(drawn_of_few.compared, whole_of_few.compared);
  EXPECT_EQ(drawn_of_few.auc, whole_of_few.auc);

  const auto many = with_themes(3, 200, 320);
  const auto whole = foretell(many, {}, split, 1e12, 1), drawn = foretell(many, {}, split, 1, 1);
  ASSERT_GT(whole.new_pairs, 50U);
  EXPECT_EQ(whole.compared, whole.other_pairs);
  EXPECT_EQ(drawn.other_pairs, whole.other_pairs);
  EXPECT_LT(drawn.compared, whole.compared);
  EXPECT_GT(drawn.compared, whole.compared / 10);
  for (std::size_t s = 0; s < kGapScores; ++s) EXPECT_NEAR(drawn.auc[s], whole.auc[s], 0.1) << s;
  EXPECT_EQ(foretell(many, {}, split, 1, 1).auc, drawn.auc);
  EXPECT_NE(foretell(many, {}, split, 1, 2).auc, drawn.auc);
}

TEST(Foretelling, needs_dates) {
  const auto data = registers::Register().agreement({.id = "ab"}, {"A", "B"}).data();
  EXPECT_FALSE(usual_split(data, {}).has_value());
  EXPECT_TRUE(std::isnan(foretell(data, {}, 0, 1e9, 1).auc[0]));
}

}  // namespace
}  // namespace maillage
