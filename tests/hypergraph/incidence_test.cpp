// SPDX-License-Identifier: Apache-2.0
#include "analysis/hypergraph/incidence.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "hypergraph/random_incidences.hpp"
#include "model/data_set_builder.hpp"

namespace maillage {
namespace {

std::vector<std::uint32_t> list(std::span<const std::uint32_t> span) { return {span.begin(), span.end()}; }
using Numbers = std::vector<std::uint32_t>;

TEST(Incidence, both_directions_are_in_order_whatever_the_order_given) {
  const Incidence incidence(4, {{2, 0}, {3}, {}, {0, 3, 2}});
  EXPECT_EQ(incidence.party_count(), 4U);
  EXPECT_EQ(incidence.partnership_count(), 4U);
  EXPECT_EQ(incidence.incidence_count(), 6U);
  EXPECT_EQ(list(incidence.members_of(0)), (Numbers{0, 2}));
  EXPECT_EQ(list(incidence.members_of(2)), Numbers{});
  EXPECT_EQ(list(incidence.members_of(3)), (Numbers{0, 2, 3}));
  EXPECT_EQ(list(incidence.partnerships_of(0)), (Numbers{0, 3}));
  EXPECT_EQ(list(incidence.partnerships_of(1)), Numbers{});
  EXPECT_EQ(list(incidence.partnerships_of(3)), (Numbers{1, 3}));
}

TEST(Incidence, transposed_twice_is_the_same) {
  random_incidences::on_each([](const random_incidences::Made& made) {
    const auto incidence = made.incidence();
    const auto turned = incidence.transposed(), back = turned.transposed();
    ASSERT_EQ(turned.party_count(), incidence.partnership_count());
    for (std::uint32_t v = 0; v < incidence.party_count(); ++v) {
      EXPECT_EQ(list(turned.members_of(v)), list(incidence.partnerships_of(v)));
      EXPECT_EQ(list(back.partnerships_of(v)), list(incidence.partnerships_of(v)));
    }
    for (std::uint32_t p = 0; p < incidence.partnership_count(); ++p) {
      EXPECT_EQ(list(incidence.members_of(p)), made.partnerships[p]);
    }
  });
}

/// a and b sign one twice over, renewed once; a, b and c with an unnamed party; p signs for a and q for b.
DataSet small_register() {
  DataSetBuilder builder;
  for (const auto* id : {"a", "b", "c"}) builder.add(InstitutionRow{.id = id});
  for (const auto* id : {"p", "q"}) builder.add(PersonRow{.id = id});
  builder.add(AgreementRow{.id = "first"});
  builder.add(AgreementRow{.id = "renewal"});
  builder.add(AgreementRow{.id = "second"});
  builder.add(AgreementRow{.id = "wide", .unnamed_parties = 1});
  builder.add(LineageRow{.agreement = "renewal", .kind = LineageKind::renews, .of = "first"});
  for (const auto* agreement : {"first", "renewal", "second", "wide"}) {
    builder.add(PartyRow{.agreement = agreement, .institution = "a"});
    builder.add(PartyRow{.agreement = agreement, .institution = "b"});
  }
  builder.add(PartyRow{.agreement = "wide", .institution = "c"});
  builder.add(SignatureRow{.agreement = "second", .person = "p", .on_behalf_of = "a"});
  builder.add(SignatureRow{.agreement = "second", .person = "q", .on_behalf_of = "b"});
  return builder.finish().data;
}

TEST(Incidence, partnerships_of_a_view_keep_apart_what_has_the_same_parties) {
  const auto data = small_register();
  const auto incidence = incidence_of(build_network(data, {}));
  ASSERT_EQ(incidence.partnership_count(), 3U);  // the renewal continues the first
  EXPECT_EQ(list(incidence.members_of(0)), (Numbers{0, 1}));
  EXPECT_EQ(list(incidence.members_of(1)), (Numbers{0, 1}));
  EXPECT_EQ(list(incidence.members_of(2)), (Numbers{0, 1, 2}));  // who is not named is no party
}

TEST(Incidence, agreements_and_people_that_are_vertices_too_are_no_parties) {
  const auto data = small_register();
  for (const auto kind : {ViewKind::two_mode, ViewKind::affiliations}) {
    ViewOptions options;
    options.kind = kind;
    const auto view = build_network(data, options);
    const auto incidence = incidence_of(view);
    EXPECT_EQ(incidence.party_count(), view.nodes.size());
    EXPECT_EQ(incidence.incidence_count(), 7U);
  }
  ViewOptions people;
  people.kind = ViewKind::people;
  EXPECT_EQ(incidence_of(build_network(data, people)).incidence_count(), 2U);
}

}  // namespace
}  // namespace maillage
