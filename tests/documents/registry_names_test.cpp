// SPDX-License-Identifier: Apache-2.0
#include "documents/institutions/registry_names.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "institutions_of_text.hpp"
#include "model/data_set_builder.hpp"
#include "registry/registry.hpp"

namespace maillage::documents {
namespace {

using Verdict = Resolution::Verdict;
constexpr auto kExact = KnownNames::Reach::exact;

class RegistryNamesTest : public testing::Test {
 protected:
  RegistryNamesTest() {
    DataSetBuilder builder;
    const auto add = [&](std::string_view id, std::string_view name) {
      InstitutionRow row;
      row.id = id, row.name = name;
      builder.add(row);
    };
    add("boreal", "Institut Boréal de Merlonge");
    add("haies-nord", "Office des Haies");
    add("haies-sud", "Office des Haies");
    data_ = builder.finish().data;
    index_.emplace(data_);
    names_.emplace(Registry::carried(), &data_, &*index_);
  }
  DataSet data_;
  std::optional<NameIndex> index_;
  std::optional<RegistryNames> names_;
};

TEST_F(RegistryNamesTest, TheDataSetGoesFirst) {
  const auto found = names_->resolution("institut boreal de Merlonge", InstitutionKind::other, kExact);
  EXPECT_EQ(found.verdict, Verdict::known);
  EXPECT_TRUE(found.in_data_set);
  ASSERT_FALSE(found.candidates.empty());
  EXPECT_EQ(found.candidates[0].id, "boreal");
}

TEST_F(RegistryNamesTest, OneNameOfTwoIsAmbiguous) {
  const auto found = names_->resolution("Office des Haies", InstitutionKind::other, kExact);
  EXPECT_EQ(found.verdict, Verdict::ambiguous);
  EXPECT_EQ(found.candidates.size(), 2U);
}

TEST_F(RegistryNamesTest, TheRegistryIsAskedForTheRest) {
  const auto found = names_->resolution("Centre national de la recherche scientifique", InstitutionKind::other, kExact);
  EXPECT_EQ(found.verdict, Verdict::known);
  EXPECT_FALSE(found.in_data_set);
}

TEST_F(RegistryNamesTest, NobodyIsNew) {
  EXPECT_EQ(names_->resolution("Collectif des Bricoles de Tarvazan", InstitutionKind::other, kExact).verdict,
            Verdict::new_);
  EXPECT_FALSE(names_->body("Collectif des Bricoles de Tarvazan").has_value());
}

TEST_F(RegistryNamesTest, CommunesDepartementsAndRegionsArePlaces) {
  EXPECT_TRUE(names_->is_place("brest"));
  EXPECT_TRUE(names_->is_place("finistere"));
  EXPECT_TRUE(names_->is_place("hauts de france"));
  EXPECT_FALSE(names_->is_place("tarvazan"));
}

TEST_F(RegistryNamesTest, NamesKnownAsOneAreOneInstitutionOfTheDocument) {
  const InstitutionsOfText text("Le Centre national de la recherche scientifique paie. Le CNRS signe.", *names_);
  EXPECT_THAT(text.names(), testing::ElementsAre("Centre national de la recherche scientifique"));
}

TEST_F(RegistryNamesTest, WhatIsFoundElsewhereDoesNotChangeTheName) {
  const InstitutionsOfText text("L'INSTITUT BOREAL DE MERLONGE A SIGNE UN ACCORD.", *names_);
  ASSERT_EQ(text.found.named.size(), 1U);
  EXPECT_EQ(text.found.named[0].resolution.candidates.at(0).id, "boreal");
  EXPECT_EQ(folded(text.found.named[0].name), "institut boreal de merlonge");
}

}  // namespace
}  // namespace maillage::documents
