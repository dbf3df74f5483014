// SPDX-License-Identifier: Apache-2.0
#include "analysis/centrality/rank_doubts.hpp"

#include <gtest/gtest.h>
#include <omp.h>

#include <array>
#include <map>
#include <random>
#include <set>
#include <string>

#include "analysis/centrality/partnership_samples.hpp"
#include "analysis/centrality/sole_sources.hpp"
#include "model/register_builder.hpp"

namespace maillage {
namespace {

using registers::date;
using registers::numbered;

// A register of random agreements: dates that are known, doubtful or missing, one to three sources each, some renewals.
struct RandomRegister {
  struct Agreement {
    std::string from, to;
    std::vector<std::uint32_t> parties;
    std::set<std::uint32_t> sources;  // of the agreement; the first party has the first of them
    int renews = -1;
  };
  std::vector<Agreement> agreements;

  explicit RandomRegister(std::uint32_t seed, bool with_renewals) {
    std::mt19937 random(seed);
    const auto below = [&](std::uint32_t n) { return static_cast<std::uint32_t>(random() % n); };
    const auto bound = [&](int year) {
      const std::string known = std::to_string(year + static_cast<int>(below(6)));
      switch (below(5)) {
        case 0:
          return std::string{};
        case 1:
          return "[.." + known + "-06-30]";
        case 2:
          return known + "/" + std::to_string(std::stoi(known) + 2);
        default:
          return known;
      }
    };
    agreements.resize(3 + below(14));
    for (std::size_t a = 0; a < agreements.size(); ++a) {
      auto& agreement = agreements[a];
      agreement.from = bound(2016);
      agreement.to = bound(2021);
      std::set<std::uint32_t> parties;
      for (auto left = 2 + below(3); left > 0; --left) parties.insert(below(8));
      agreement.parties.assign(parties.begin(), parties.end());
      for (auto left = below(3); left > 0; --left) agreement.sources.insert(below(4));
      if (with_renewals && a > 0 && below(4) == 0)
        agreement.renews = static_cast<int>(below(static_cast<std::uint32_t>(a)));
    }
  }

  // The register without one source (4: with all): claims of it are deleted, and agreements that had no other.
  DataSet data(std::uint32_t without = 4) const {
    DataSetBuilder builder;
    for (std::size_t i = 0; i < 8; ++i) builder.add(InstitutionRow{.id = numbered('i', i)});
    for (std::uint32_t s = 0; s < 4; ++s) {
      if (s != without) builder.add(SourceRow{.id = numbered('s', s)});
    }
    for (std::size_t a = 0; a < agreements.size(); ++a) {
      if (agreements[a].sources == std::set{without}) continue;
      add(builder, a, without);
    }
    return builder.finish().data;
  }

 private:
  void add(DataSetBuilder& builder, std::size_t a, std::uint32_t without) const {
    const auto& agreement = agreements[a];
    const auto id = numbered('a', a);
    const auto day = [](const std::string& text) { return text.empty() ? PartialDate{} : date(text); };
    builder.add(AgreementRow{
        .id = id, .valid_from = day(agreement.from), .valid_to = day(agreement.to), .stage = Stage::signed_});
    for (const auto party : agreement.parties) {
      builder.add(PartyRow{.agreement = id, .institution = numbered('i', party)});
    }
    if (agreement.renews >= 0) {
      builder.add(LineageRow{.agreement = id,
                             .kind = LineageKind::renews,
                             .of = numbered('a', static_cast<std::size_t>(agreement.renews))});
    }
    bool is_first = true;
    for (const auto source : agreement.sources) {
      if (source != without && is_first) {
        builder.add(EvidenceRow{.table = "parties",
                                .key = id + "/" + numbered('i', agreement.parties.front()),
                                .field = "*",
                                .source = numbered('s', source)});
      } else if (source != without) {
        builder.add(EvidenceRow{.table = "agreements", .key = id, .field = "*", .source = numbered('s', source)});
      }
      is_first = false;
    }
  }
};

using Ranks = std::map<std::string, std::uint32_t>;

Ranks ranks_by_id(const DataSet& data, ViewOptions options, const HubOptions& hubs) {
  options.all_institutions = true;
  const auto view = build_network(data, options);
  const auto ranks = ranks_of(measure(view, hubs.measure, hubs.measure_options).values);
  Ranks by_id;
  for (Vertex v = 0; v < ranks.size(); ++v) by_id.emplace(view.id(v), ranks[v]);
  return by_id;
}

// The second route really deletes the source, and what only it attests, and begins anew.
TEST(SourcesLeftOut, are_as_if_they_had_never_been_read) {
  int with_effect = 0;
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    SCOPED_TRACE(seed);
    const RandomRegister made(seed, false);
    const auto data = made.data();
    for (const auto* code : {"strength", "betweenness", "hyperdegree"}) {
      const HubOptions hubs{.measure = code};
      const ViewOptions options{.all_institutions = true};
      const auto view = build_network(data, options);
      const auto doubts = rank_doubts(view, hubs);
      auto low = ranks_by_id(data, options, hubs), high = low;
      const auto point = low;
      std::uint32_t tried = 0;
      for (std::uint32_t s = 0; s < 4; ++s) {
        const auto less = made.data(s);
        if (less.agreements.size() == data.agreements.size()) continue;
        ++tried;
        for (const auto& [id, rank] : ranks_by_id(less, options, hubs)) {
          low[id] = std::min(low[id], rank);
          high[id] = std::max(high[id], rank);
        }
      }
      EXPECT_EQ(doubts.sources_tried, tried);
      EXPECT_EQ(doubts.sources_not_tried, 0U);
      if (tried == 0) continue;
      with_effect += low != high ? 1 : 0;
      for (Vertex v = 0; v < view.nodes.size(); ++v) {
        const std::string id(view.id(v));
        EXPECT_EQ(doubts.sources.low[v], low[id]) << id;
        EXPECT_EQ(doubts.sources.high[v], high[id]) << id;
        EXPECT_EQ(doubts.rank_without[v], high[id]) << id;
        EXPECT_EQ(doubts.decisive_source[v] == RankDoubts::kNoSource, high[id] == point.at(id));
        if (doubts.decisive_source[v] == RankDoubts::kNoSource) continue;
        const auto source = data.sources[doubts.decisive_source[v]].id;
        const auto number = static_cast<std::uint32_t>(std::stoi(std::string(source.substr(1)))) - 100;
        EXPECT_EQ(ranks_by_id(made.data(number), options, hubs).at(id), high[id]);
      }
    }
  }
  EXPECT_GT(with_effect, 60);
}

// The second route writes each reading of the dates into the data as dates without a doubt.
TEST(DatesReadOtherwise, are_the_ranks_of_data_with_those_dates) {
  int changed = 0;
  for (std::uint32_t seed = 0; seed < 80; ++seed) {
    SCOPED_TRACE(seed);
    const RandomRegister made(seed, false);
    const auto data = made.data();
    const ViewOptions options{.as_of = day_of({2021, 3, 1}), .all_institutions = true};
    const auto view = build_network(data, options);
    const HubOptions hubs{.measure = "degree"};
    const auto doubts = rank_doubts(view, hubs);
    EXPECT_TRUE(doubts.dates_matter);
    auto low = ranks_by_id(data, options, hubs), high = low;
    std::uint32_t doubtful = 0;
    for (Index a = 0; a < data.agreements.size(); ++a) {
      doubtful += in_force_during(data, a, *options.as_of, *options.as_of) == Certainty::possible ? 1U : 0U;
    }
    EXPECT_EQ(doubts.doubtful_agreements, doubtful);
    for (const auto& [late_start, late_end] : {std::pair{false, false}, {true, true}, {false, true}, {true, false}}) {
      DataSetBuilder builder;
      for (std::size_t i = 0; i < 8; ++i) builder.add(InstitutionRow{.id = numbered('i', i)});
      for (Index a = 0; a < data.agreements.size(); ++a) {
        const auto v = validity_of(data, a);
        const auto start = late_start ? v.start_latest : v.start_earliest;
        const auto end = late_end ? v.end_latest : v.end_earliest;
        const auto as_of = *options.as_of;
        if (start > as_of || end < as_of) continue;  // not there on the day, whatever else is known
        const std::string id(data.agreements.id[a]);
        builder.add(AgreementRow{.id = id,
                                 .valid_from = PartialDate::on(as_of),
                                 .valid_to = PartialDate::on(as_of),
                                 .stage = Stage::signed_});
        for (const auto party : data.parties_of(a)) {
          builder.add(PartyRow{.agreement = id, .institution = data.institutions.id[data.parties.institution[party]]});
        }
      }
      for (const auto& [id, rank] : ranks_by_id(builder.finish().data, options, hubs)) {
        low[id] = std::min(low[id], rank);
        high[id] = std::max(high[id], rank);
      }
    }
    if (doubtful == 0) {
      EXPECT_TRUE(doubts.dates.low.empty());
      continue;
    }
    changed += low != high ? 1 : 0;
    for (Vertex v = 0; v < view.nodes.size(); ++v) {
      EXPECT_EQ(doubts.dates.low[v], low[std::string(view.id(v))]);
      EXPECT_EQ(doubts.dates.high[v], high[std::string(view.id(v))]);
    }
  }
  EXPECT_GT(changed, 40);
}

// Measures that add up: every subset of the doubtful agreements, one after the other.
TEST(DatesReadOtherwise, are_exact_for_measures_that_add_up) {
  int changed = 0;
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    SCOPED_TRACE(seed);
    const auto data = RandomRegister(seed, false).data();
    const ViewOptions options{.as_of = day_of({2021, 3, 1}), .all_institutions = true};
    const auto view = build_network(data, options);
    std::vector<std::uint32_t> doubtful;
    for (std::uint32_t p = 0; p < view.partnerships.size(); ++p) {
      if (view.partnerships[p].certainty == Certainty::possible) doubtful.push_back(p);
    }
    if (doubtful.empty() || doubtful.size() > 9) continue;
    const PartnershipSamples samples(view);
    for (const auto* code : {"strength", "hyperdegree"}) {
      std::vector<std::uint32_t> low(view.nodes.size(), 1000), high(view.nodes.size(), 0);
      for (std::uint32_t subset = 0; subset < (1U << doubtful.size()); ++subset) {
        std::vector<std::uint32_t> times(view.partnerships.size(), 1);
        for (std::size_t i = 0; i < doubtful.size(); ++i) times[doubtful[i]] = (subset >> i) & 1U;
        const auto ranks = ranks_of(samples.measure(code, {}, times));
        for (std::size_t v = 0; v < ranks.size(); ++v) {
          low[v] = std::min(low[v], ranks[v]);
          high[v] = std::max(high[v], ranks[v]);
        }
      }
      const auto doubts = rank_doubts(view, {.measure = code});
      EXPECT_EQ(doubts.dates.low, low) << code;
      EXPECT_EQ(doubts.dates.high, high) << code;
      changed += low != high ? 1 : 0;
    }
  }
  EXPECT_GT(changed, 40);
}

TEST(DatesReadOtherwise, are_not_asked_by_a_cumulated_ranking) {
  const auto data = RandomRegister(3, false).data();
  const auto doubts = rank_doubts(build_network(data, {}), {});
  EXPECT_FALSE(doubts.dates_matter);
  EXPECT_TRUE(doubts.dates.low.empty());
}

TEST(ProjectionRule, is_varied_over_all_three) {
  for (std::uint32_t seed = 0; seed < 25; ++seed) {
    const auto data = RandomRegister(seed, true).data();
    for (const auto asked : {Weighting::newman, Weighting::count, Weighting::none}) {
      const auto view = build_network(data, {.weight = asked});
      for (const auto code : measure_codes()) {
        SCOPED_TRACE(code);
        if (needs_communities(code)) continue;  // found in the view itself, not anew with other weights
        const HubOptions hubs{.measure = std::string(code)};
        const auto doubts = rank_doubts(view, hubs);
        std::vector<std::uint32_t> low(view.nodes.size(), 1000), high(view.nodes.size(), 0);
        for (const auto weight : {Weighting::newman, Weighting::count, Weighting::none}) {
          const auto other = build_network(data, {.weight = weight});
          const auto ranks = ranks_of(measure(other, code, {}).values);
          for (std::size_t v = 0; v < ranks.size(); ++v) {
            low[v] = std::min(low[v], ranks[v]);
            high[v] = std::max(high[v], ranks[v]);
          }
        }
        EXPECT_EQ(doubts.rule.low, low);
        EXPECT_EQ(doubts.rule.high, high);
      }
    }
  }
}

// s0 alone attests a0 and a1; a2 has a second source for one of its parties, a3 a rejected claim, a4 none at all.
TEST(SoleSources, are_those_without_which_nothing_attests_an_agreement) {
  DataSetBuilder builder;
  for (const auto* id : {"i0", "i1"}) builder.add(InstitutionRow{.id = id});
  for (const auto* id : {"s0", "s1"}) builder.add(SourceRow{.id = id});
  builder.add(PersonRow{.id = "p"});
  for (const auto* id : {"a0", "a1", "a2", "a3", "a4", "a5"}) {
    builder.add(AgreementRow{.id = id});
    for (const auto* party : {"i0", "i1"}) builder.add(PartyRow{.agreement = id, .institution = party});
  }
  builder.add(SignatureRow{.agreement = "a1", .person = "p"});
  builder.add(EventRow{.id = "e", .agreement = "a5"});
  const auto claim = [&](const char* table, const char* key, const char* source,
                         Accepted accepted = Accepted::not_said) {
    builder.add(EvidenceRow{.table = table, .key = key, .field = "*", .source = source, .accepted = accepted});
  };
  claim("agreements", "a0", "s0");
  claim("signatures", "a1/p", "s0");
  claim("agreements", "a2", "s0");
  claim("parties", "a2/i1", "s1");
  claim("agreements", "a3", "s1");
  claim("agreements", "a3", "s0", Accepted::no);
  claim("agreements", "a5", "s0");
  claim("events", "e", "s1");
  const auto data = builder.finish().data;
  EXPECT_EQ(sole_sources(data, {0, 1, 2, 3, 4, 5}), (std::vector<Index>{0, 0, kNone, 1, kNone, kNone}));
}

// An agency in four agreements that its own letter alone attests; a university in three of which others speak.
TEST(Trust, tells_that_one_source_makes_the_lead) {
  DataSetBuilder builder;
  builder.add(SourceRow{.id = "letter"});
  builder.add(SourceRow{.id = "page"});
  for (int i = 0; i < 12; ++i) builder.add(InstitutionRow{.id = numbered('t', static_cast<std::size_t>(i))});
  builder.add(InstitutionRow{.id = "agency"});
  builder.add(InstitutionRow{.id = "university"});
  for (int i = 0; i < 7; ++i) {
    const auto id = numbered('a', static_cast<std::size_t>(i));
    builder.add(AgreementRow{.id = id});
    builder.add(PartyRow{.agreement = id, .institution = i < 4 ? "agency" : "university"});
    builder.add(PartyRow{.agreement = id, .institution = numbered('t', static_cast<std::size_t>(i))});
    builder.add(EvidenceRow{.table = "agreements", .key = id, .field = "*", .source = i < 4 ? "letter" : "page"});
  }
  const auto data = builder.finish().data;
  const auto view = build_network(data, {});
  const auto ranking = rank_hubs(view, {});
  const auto doubts = rank_doubts(view, {});
  const auto agency = view.vertex_of_institution(data.find_institution("agency"));
  EXPECT_EQ(ranking.hubs[0].vertex, agency);
  EXPECT_EQ(doubts.agreements_of_one_source, 7U);
  EXPECT_EQ(doubts.decisive_source[agency], data.find_source("letter"));
  EXPECT_EQ(doubts.rank_without[agency], 5U);  // the university and its three partners have ties left
  const auto trust = rank_trust(ranking, doubts);
  EXPECT_TRUE(trust.a_source_makes_the_lead);
  EXPECT_TRUE(trust.few_partnerships);
  EXPECT_EQ(trust.level, TrustLevel::none);
  EXPECT_GE(trust.may_lead, 2U);
}

HubRanking ranking_of(std::initializer_list<std::array<std::uint32_t, 3>> ranks, std::size_t partnerships) {
  HubRanking ranking;
  ranking.partnerships = partnerships;
  ranking.resamples = 1000;
  for (const auto& [rank, low, high] : ranks) {
    ranking.hubs.push_back({static_cast<std::uint32_t>(ranking.hubs.size()), rank, low, high, 10.0 - rank});
  }
  return ranking;
}

TEST(Trust, follows_its_criteria) {
  const auto firm = ranking_of({{1, 1, 1}, {2, 2, 2}, {3, 3, 4}, {4, 3, 4}}, 20);
  EXPECT_EQ(rank_trust(firm, {}).level, TrustLevel::firm);
  EXPECT_NEAR(rank_trust(firm, {}).mean_width, 2.0 / 4 / 3, 1e-12);
  EXPECT_EQ(rank_trust(ranking_of({{1, 1, 1}, {2, 2, 2}, {3, 3, 4}, {4, 3, 4}}, 19), {}).level, TrustLevel::none);
  EXPECT_EQ(rank_trust(ranking_of({{1, 1, 2}, {2, 1, 2}, {3, 3, 4}, {4, 3, 4}}, 50), {}).level, TrustLevel::partial);
  const auto all = rank_trust(ranking_of({{1, 1, 4}, {2, 1, 4}, {3, 1, 4}, {4, 1, 4}}, 50), {});
  EXPECT_EQ(all.level, TrustLevel::none);
  EXPECT_TRUE(all.all_may_lead);
  EXPECT_EQ(all.mean_width, 1);
  RankDoubts doubts;
  doubts.dates = {{1, 1, 3, 4}, {2, 2, 3, 4}};
  EXPECT_TRUE(rank_trust(firm, doubts).dates_move_the_lead);
  EXPECT_EQ(rank_trust(firm, doubts).level, TrustLevel::partial);
  doubts.dates = {{1, 2, 3, 3}, {1, 2, 4, 4}};
  EXPECT_EQ(rank_trust(firm, doubts).level, TrustLevel::firm);
  auto not_resampled = firm;
  not_resampled.resamples = 0;
  EXPECT_EQ(rank_trust(not_resampled, {}).level, TrustLevel::none);
}

// With five agreements every interval of the published example holds the first rank.
TEST(Trust, is_none_with_five_agreements) {
  DataSetBuilder builder;
  const std::vector<std::string> parties{"ABC", "AB", "CD", "D", "ABCD"};
  for (const char id : std::string("ABCD")) builder.add(InstitutionRow{.id = std::string{id}});
  for (std::size_t a = 0; a < parties.size(); ++a) {
    builder.add(AgreementRow{.id = numbered('a', a)});
    for (const char party : parties[a])
      builder.add(PartyRow{.agreement = numbered('a', a), .institution = std::string{party}});
  }
  const auto data = builder.finish().data;
  const auto view = build_network(data, {});
  const auto trust = rank_trust(rank_hubs(view, {}), rank_doubts(view, {}));
  EXPECT_TRUE(trust.all_may_lead);
  EXPECT_EQ(trust.level, TrustLevel::none);
}

TEST(RankDoubts, are_the_same_on_any_number_of_threads) {
  const auto before = omp_get_max_threads();
  for (std::uint32_t seed = 0; seed < 10; ++seed) {
    const auto data = RandomRegister(seed, true).data();
    const auto view = build_network(data, {.as_of = day_of({2021, 3, 1})});
    omp_set_num_threads(1);
    const auto alone = rank_doubts(view, {});
    omp_set_num_threads(3);
    const auto together = rank_doubts(view, {});
    for (const auto bounds : {&RankDoubts::dates, &RankDoubts::rule, &RankDoubts::sources}) {
      EXPECT_FALSE((alone.*bounds).low.empty());
      EXPECT_EQ((alone.*bounds).low, (together.*bounds).low);
      EXPECT_EQ((alone.*bounds).high, (together.*bounds).high);
    }
    EXPECT_EQ(alone.decisive_source, together.decisive_source);
    EXPECT_EQ(alone.rank_without, together.rank_without);
  }
  omp_set_num_threads(before);
}

TEST(RankDoubts, of_nothing_are_none) {
  const DataSet empty = DataSetBuilder().finish().data;
  const auto view = build_network(empty, {});
  const auto doubts = rank_doubts(view, {});
  EXPECT_TRUE(doubts.rule.low.empty());
  EXPECT_EQ(rank_trust(rank_hubs(view, {}), doubts).level, TrustLevel::none);
}

}  // namespace
}  // namespace maillage
