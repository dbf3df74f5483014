// SPDX-License-Identifier: Apache-2.0
#include "analysis/centrality/hub_reasons.hpp"

#include <gtest/gtest.h>

#include "analysis/centrality/hubs.hpp"
#include "analysis/random_registers.hpp"
#include "analysis/slow_measures.hpp"
#include "model/data_set_builder.hpp"

namespace maillage {
namespace {

using Strings = std::vector<std::string_view>;
using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

void add_agreement(DataSetBuilder& builder, const AgreementRow& row, const Strings& parties) {
  builder.add(row);
  for (const auto party : parties) builder.add(PartyRow{.agreement = row.id, .institution = party});
}

//   agency ─ university ─ hospital       the university is the cut point that holds the town and the fund;
//      ╲        │  ╲     ╱               a renewed agreement between university and town is one partnership
//       ╲──  (all three)  town ─ fund
DataSet register_of_a_university() {
  DataSetBuilder builder;
  for (const auto id : {"agency", "fund", "hospital", "town", "university"}) builder.add(InstitutionRow{.id = id});
  builder.add(ThemeRow{.code = "health"});
  builder.add(ThemeRow{.code = "students"});
  for (const auto id : {"journal", "letter", "rumour", "site"}) builder.add(SourceRow{.id = id});
  using enum AgreementType;
  add_agreement(builder, {.id = "1", .type = framework_agreement, .themes = {"health"}}, {"agency", "university"});
  add_agreement(builder, {.id = "2", .type = cooperation_protocol, .themes = {"health", "students"}},
                {"agency", "hospital", "university"});
  add_agreement(builder, {.id = "3", .type = framework_agreement}, {"town", "university"});
  add_agreement(builder, {.id = "4", .type = framework_agreement}, {"town", "university"});
  add_agreement(builder, {.id = "5", .type = funding_agreement}, {"fund", "town"});
  builder.add(LineageRow{.agreement = "4", .kind = LineageKind::renews, .of = "3"});
  const auto claim = [&](std::string_view table, std::string_view key, std::string_view source, Accepted accepted) {
    builder.add(EvidenceRow{.table = table, .key = key, .field = "*", .source = source, .accepted = accepted});
  };
  claim("agreements", "1", "letter", Accepted::not_said);
  claim("agreements", "2", "letter", Accepted::yes);
  claim("parties", "3/town", "site", Accepted::not_said);
  claim("agreements", "4", "rumour", Accepted::no);
  claim("agreements", "5", "journal", Accepted::yes);
  return builder.finish().data;
}

TEST(HubReasons, of_the_hub_of_a_small_register) {
  const auto data = register_of_a_university();
  const auto view = build_network(data, {});
  const auto vertex = [&](std::string_view id) { return view.vertex_of_institution(data.find_institution(id)); };
  const auto asked = std::vector{vertex("university"), vertex("fund")};
  const auto all = hub_reasons(view, asked);
  ASSERT_EQ(all.size(), 2U);
  const auto& hub = all[0];
  EXPECT_EQ(hub.vertex, vertex("university"));
  EXPECT_EQ(hub.agreements, (std::vector<Index>{0, 1, 2, 3}));
  EXPECT_EQ(hub.partnerships, 3U);
  EXPECT_EQ(hub.types, (Pairs{{static_cast<unsigned>(AgreementType::framework_agreement), 3},
                              {static_cast<unsigned>(AgreementType::cooperation_protocol), 1}}));
  EXPECT_EQ(hub.themes, (Pairs{{data.find_theme("health"), 2}, {data.find_theme("students"), 1}}));
  EXPECT_EQ(hub.sources, (std::vector<Index>{data.find_source("letter"), data.find_source("site")}));
  ASSERT_EQ(hub.partners.size(), 3U);
  EXPECT_EQ(hub.partners[0].vertex, vertex("agency"));
  EXPECT_NEAR(hub.partners[0].weight, 1.5, 1e-12);
  EXPECT_EQ(hub.partners[0].agreements, (std::vector<Index>{0, 1}));
  EXPECT_EQ(hub.partners[1].vertex, vertex("town"));
  EXPECT_EQ(hub.partners[1].agreements, (std::vector<Index>{2, 3}));
  EXPECT_EQ(hub.partners[2].vertex, vertex("hospital"));
  // Without the university {agency, hospital} and {fund, town} are apart; of two of one size the first stays.
  EXPECT_EQ(hub.separated, (std::vector<std::vector<Vertex>>{{vertex("fund"), vertex("town")}}));
  EXPECT_TRUE(all[1].separated.empty());
  EXPECT_EQ(all[1].sources, std::vector<Index>{data.find_source("journal")});
}

TEST(HubReasons, can_be_counted_again_from_the_tables) {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    SCOPED_TRACE(seed);
    const auto agreements = random_registers::make(seed);
    const auto data = random_registers::data_of(agreements);
    const auto view = build_network(data, {});
    std::vector<Vertex> vertices;
    for (const auto& hub : rank_hubs(view, {.resamples = 0}).hubs) vertices.push_back(hub.vertex);
    const auto whole = slow::components(view.network, view.network.vertex_count(), view.network.edge_count());
    for (const auto& reasons : hub_reasons(view, vertices)) {
      const auto institution = view.nodes[reasons.vertex].row;
      std::size_t here = 0;
      double strength = 0;
      for (const auto& agreement : agreements) here += std::ranges::count(agreement.parties, institution);
      for (const auto& partner : reasons.partners) strength += partner.weight;
      EXPECT_EQ(reasons.agreements.size(), here);
      EXPECT_EQ(reasons.partnerships, here);
      EXPECT_NEAR(strength, view.network.strength(reasons.vertex), 1e-12);
      const auto without = slow::components(view.network, reasons.vertex, view.network.edge_count());
      const auto degree = view.network.degree(reasons.vertex);
      const bool is_centre_of_star = degree > 1 && std::ranges::all_of(view.network.neighbours(reasons.vertex), [&](Vertex leaf) {
        return view.network.degree(leaf) == 1;
      });  // then nothing is left that the others could be cut off from: all of them are
      EXPECT_EQ(reasons.separated.size(), degree == 0 ? 0 : is_centre_of_star ? degree : without - whole);
    }
  }
}

}  // namespace
}  // namespace maillage
