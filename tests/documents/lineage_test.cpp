// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/lineage.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "documents/read_text.hpp"

namespace maillage::documents {
namespace {

TEST(Lineage, NationalFrameworksAndEarlierAgreementsAreToldApart) {
  const auto read = read_text(
      "Kersaint, le 16 mai 2024\n\nLa Ville de Kersaint et la Fondation Orlande ont signé mardi 14 mai une convention. "
      "Elle remplace la précédente "
      "convention et met en œuvre l'accord-cadre national.");
  ASSERT_EQ(read.agreements.size(), 1U);
  const auto& lineage = read.agreements.front().lineage;
  ASSERT_EQ(lineage.size(), 2U);
  EXPECT_EQ(lineage[0].kind, ReadLineage::Kind::renews);
  EXPECT_EQ(lineage[1].kind, ReadLineage::Kind::implements);
  EXPECT_EQ(lineage[1].title, "accord-cadre national");
}

TEST(Lineage, AnAmendmentAmends) {
  const auto read = read_text(
      "Kersaint, le 16 mai 2024\n\nLa Ville de Kersaint et la Fondation Orlande ont signé mardi 14 mai un avenant à la "
      "convention-cadre.");
  ASSERT_EQ(read.agreements.size(), 1U);
  EXPECT_EQ(read.agreements.front().type.value, "amendment");
  ASSERT_EQ(read.agreements.front().lineage.size(), 1U);
  EXPECT_EQ(read.agreements.front().lineage.front().kind, ReadLineage::Kind::amends);
}

}  // namespace
}  // namespace maillage::documents
