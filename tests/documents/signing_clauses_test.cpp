// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/signing_clauses.hpp"

#include <gtest/gtest.h>

#include <memory>

#include "documents/recovered_text.hpp"

namespace maillage::documents {
namespace {

class SigningClausesOf : public ::testing::Test {
 protected:
  /// The first clause that signs.
  SigningClause clause(std::string_view text) {
    prose_ = recovered(clean_lines(text));
    words_ = std::make_unique<Words>(prose_);
    none_.dates = find_dates(*words_, Lexicon::french());
    reading_ = std::make_unique<Reading>(*words_, Lexicon::french(), none_.dates, none_.institutions, none_.people);
    for (const auto& one : find_signing_clauses(*reading_, find_instruments(*reading_))) {
      if (one.signs()) return one;
    }
    return {};
  }

 private:
  ReadDocument none_;
  Prose prose_;
  std::unique_ptr<Words> words_;
  std::unique_ptr<Reading> reading_;
};

TEST_F(SigningClausesOf, TenseIsToldByTheAuxiliary) {
  EXPECT_EQ(clause("Elles ont signé une charte.").tense, Tense::past);
  EXPECT_EQ(clause("Elles viennent de conclure une charte.").tense, Tense::past);
  EXPECT_EQ(clause("Elles signent une charte.").tense, Tense::present);
  EXPECT_EQ(clause("Une charte sera signée en mai.").tense, Tense::planned);
  EXPECT_EQ(clause("Une charte doit être signée en mai.").tense, Tense::planned);
  EXPECT_EQ(clause("Elles avaient signé une charte.").tense, Tense::earlier);
  EXPECT_EQ(clause("Elles souhaitent signer une charte.").tense, Tense::hypothetical);
  EXPECT_EQ(clause("Une charte pourrait être signée.").tense, Tense::hypothetical);
  EXPECT_EQ(clause("Elle n'a pas signé la charte.").tense, Tense::negated);
  EXPECT_EQ(clause("Qui signe une charte ?").tense, Tense::untold);
}

TEST_F(SigningClausesOf, WithoutAccentsTheAuxiliaryTellsAParticiple) {
  EXPECT_EQ(clause("ELLES ONT SIGNE LEUR CHARTE.").form, "participle");
  EXPECT_EQ(clause("LA VILLE SIGNE SA CHARTE.").form, "present");
}

TEST_F(SigningClausesOf, AVerbTakesTheInstrumentOfTheSentenceBeside) {
  EXPECT_TRUE(clause("La commune n'avait aucun contrat local de santé. Son maire a signé hier avec l'agence.")
                  .instrument.has_value());
  EXPECT_FALSE(clause("Le maire est venu. Tous ont signé le livre d'or.").instrument.has_value());
}

TEST_F(SigningClausesOf, WhatWasSignedYearsBeforeIsOlder) {
  EXPECT_TRUE(clause("Brest, le 4 mai 2024\n\nLe texte suit un accord signé en 2018 par les deux villes.").is_older);
  EXPECT_TRUE(clause("Brest, le 4 mai 2024\n\nElles ont signé, le 2 mars 2019, leur convention.").is_older);
  EXPECT_FALSE(clause("Brest, le 4 mai 2024\n\nElles ont signé, le 2 mai, leur convention.").is_older);
}

TEST_F(SigningClausesOf, WhatAnybodySignsIsGeneral) {
  EXPECT_TRUE(clause("Chaque lauréat signera une convention avec la Région.").is_general);
}

}  // namespace
}  // namespace maillage::documents
