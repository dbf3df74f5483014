// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/instruments.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "documents/recovered_text.hpp"

namespace maillage::documents {
namespace {

class InstrumentsOf : public ::testing::Test {
 protected:
  std::vector<Instrument> found(std::string_view text) {
    prose_ = recovered(clean_lines(text));
    words_ = std::make_unique<Words>(prose_);
    reading_ = std::make_unique<Reading>(*words_, Lexicon::french(), none_.dates, none_.institutions, none_.people);
    return find_instruments(*reading_);
  }

 private:
  ReadDocument none_;
  Prose prose_;
  std::unique_ptr<Words> words_;
  std::unique_ptr<Reading> reading_;
};

TEST_F(InstrumentsOf, TheLongestPhraseSaysTheType) {
  const auto found = this->found("Ils ont signé un contrat local de santé et une convention.");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].type, "local_health_contract");
  EXPECT_EQ(found[0].weight, 3);
  EXPECT_EQ(found[1].type, "framework_agreement");
  EXPECT_EQ(found[1].weight, 1);
}

TEST_F(InstrumentsOf, PhrasesThatOnlyLookLikeOneAreNone) {
  EXPECT_TRUE(found("Le conseil a donné son accord d'un commun accord, selon la convention collective.").empty());
}

TEST_F(InstrumentsOf, NumbersAndOrdinals) {
  const auto found = this->found("Les deux nouveaux contrats suivent leur troisième convention cadre.");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].count, 2);
  EXPECT_TRUE(found[0].is_plural);
  EXPECT_EQ(found[1].ordinal, 3);
  EXPECT_EQ(found[1].determiner, Determiner::possessive);
}

TEST_F(InstrumentsOf, OlderPlannedAndForeignOnesAreTold) {
  const auto found = this->found("La précédente convention, le projet de charte et l'accord national se ressemblent.");
  ASSERT_EQ(found.size(), 3U);
  EXPECT_TRUE(found[0].is_older);
  EXPECT_TRUE(found[1].is_planned);
  EXPECT_TRUE(found[2].is_foreign);
}

}  // namespace
}  // namespace maillage::documents
