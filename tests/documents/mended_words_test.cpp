// SPDX-License-Identifier: Apache-2.0
#include "documents/text/mended_words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "documents/recovered_text.hpp"

namespace maillage::documents {
namespace {

std::string mended(std::string_view text) {
  return recovered(clean_lines(text)).text;
}

TEST(MendedWords, LigaturesThatBecameReplacementCharacters) {
  EXPECT_EQ(mended("Le contrat of\uFFFDciel de pré\uFFFDguration est \uFFFDnancé."),
            "Le contrat officiel de préfiguration est financé.");
}

TEST(MendedWords, LettersThatBecameReplacementCharacters) {
  EXPECT_EQ(mended("La r\uFFFDgion et la pr\uFFFDf\uFFFDte signent le 3 f\uFFFDvrier."),
            "La région et la préfète signent le 3 février.");
}

TEST(MendedWords, LigaturesThatAreGone) {
  EXPECT_EQ(mended("Il a été ociellement signé et bénécie d'un nancement ; il est coné à la lière."),
            "Il a été officiellement signé et bénéficie d'un financement ; il est confié à la filière.");
}

TEST(MendedWords, AFontMayLackOneLigatureAlone) {
  EXPECT_EQ(mended("Le plan de nancement a un effet, une offre et un coffre ; il est enn prêt et prendra n "
                   "ociellement, dit le nancier."),
            "Le plan de financement a un effet, une offre et un coffre ; il est enfin prêt et prendra fin "
            "officiellement, dit le financier.");
}

TEST(MendedWords, ScanErrors) {
  EXPECT_EQ(
      mended("Le ler mars 2O23, I'université et I\u2019'hdpital ont sighné une premiére convention prés de Valmont."),
      "Le 1er mars 2023, l'université et l'hôpital ont signé une première convention près de Valmont.");
}

TEST(MendedWords, AScansGnInNamesAsWell) {
  EXPECT_EQ(mended("I'école et I'agence de Valmont-les-Vighnes ont sighné."),
            "L'école et l'agence de Valmont-les-Vignes ont signé.");
}

TEST(MendedWords, AtTheBeginningOfASentence) {
  EXPECT_EQ(mended("I'école et la préféte. I'école."), "L'école et la préfète. L'école.");
}

TEST(MendedWords, CleanTextStays) {
  for (const std::string text : {"Le maire de Férolles et M. Préfél ont signé près des prés de l'Aulne.",
                                 "Le café Oce et la société Nancé sont partenaires.",
                                 "La salle Ier et l'axe I' sont ouverts.", "Le code 2O2A et la salle l2O3."}) {
    EXPECT_EQ(mended(text), text);
  }
}

TEST(MendedWords, NamesStayInTextsThatAreDamaged) {
  const std::string names = "Anne Lefévre et Paul PRÉFÉTE, de Saint-Germain-des-Prés";
  EXPECT_EQ(mended("I'école et I'hôpital. " + names), "L'école et l'hôpital. " + names);
}

TEST(MendedWords, WhatCouldBeTwoWordsStays) {
  // « fin » and « fil » may both be meant: nothing but the word itself would tell.
  EXPECT_EQ(mended("un con\uFFFDit"), "un conflit");
  EXPECT_EQ(mended("un xyz\uFFFDw"), "un xyz\uFFFDw");
}

TEST(MendedWords, LinesOfOriginStayRight) {
  const auto prose = recovered(clean_lines("Un accord of\uFFFDciel et of\uFFFDcieux\nentre la ville et le lycée."));
  const auto place = prose.text.find("lycée");
  ASSERT_NE(place, std::string::npos);
  EXPECT_EQ(prose.lines_of({static_cast<std::uint32_t>(place), static_cast<std::uint32_t>(place + 5)}).from, 2U);
  EXPECT_EQ(prose.blocks.back().span.end, prose.text.size());
}

TEST(CommonWords, AccentsAndCase) {
  const auto& words = CommonWords::french();
  EXPECT_TRUE(words.has("financement"));
  EXPECT_FALSE(words.has("Financement"));
  EXPECT_EQ(plain_french("ÉLÈVE À L'ŒUVRE"), "eleve a l'oeuvre");
  EXPECT_EQ(words.accented("sante").front(), "santé");
  EXPECT_TRUE(words.accented("xyz").empty());
}

TEST(CommonWords, ATableThatIsNoneIsRefused) {
  EXPECT_THROW(CommonWords("mot\nun\n", "scanned,meant\n"), std::invalid_argument);
  EXPECT_THROW(CommonWords("word\nun\n", "scanned,meant\nrn\n"), std::invalid_argument);
}

}  // namespace
}  // namespace maillage::documents
