// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/mention_relations.hpp"

#include <gtest/gtest.h>

#include "documents/read_text.hpp"

namespace maillage::documents {
namespace {

class RelationsOf : public ::testing::Test {
 protected:
  /// The relation of the first mention of each institution whose name holds a word.
  Relation of(std::string_view text, std::string_view part) {
    const auto read = read_text(text);
    const Words words(read.prose);
    const Reading reading(words, Lexicon::french(), read.dates, read.institutions, read.people);
    const auto relations = find_relations(reading);
    for (std::size_t i = 0; i < reading.named.size(); ++i) {
      if (read.institutions.named[reading.institution_of(reading.named[i])].name.find(part) != std::string::npos)
        return relations[i];
    }
    ADD_FAILURE() << part << " is no institution of the text";
    return Relation::bare;
  }
};

TEST_F(RelationsOf, PrepositionsTellTheRelation) {
  constexpr std::string_view kText =
      "La Ville de Kersaint a signé avec l'Université de Valmoise, dans les locaux de la Fondation Orlande.";
  EXPECT_EQ(of(kText, "Kersaint"), Relation::bare);
  EXPECT_EQ(of(kText, "Valmoise"), Relation::with);
  EXPECT_EQ(of(kText, "Orlande"), Relation::host);
}

TEST_F(RelationsOf, CoordinatedMentionsShareThatOfTheFirst) {
  constexpr std::string_view kText =
      "Une charte entre la Ville de Kersaint, la Fondation Orlande et l'Université de Valmoise.";
  EXPECT_EQ(of(kText, "Orlande"), Relation::between);
  EXPECT_EQ(of(kText, "Valmoise"), Relation::between);
}

TEST_F(RelationsOf, WhoStandsBesideAGenitiveIsNoneHerself) {
  constexpr std::string_view kText =
      "Le conseil de la Fondation Orlande, la Ville de Kersaint et l'Université de Valmoise ont signé une charte.";
  EXPECT_EQ(of(kText, "Kersaint"), Relation::bare);
  EXPECT_EQ(of(kText, "Valmoise"), Relation::bare);
}

TEST_F(RelationsOf, FunctionsAndAgreementsHoldTheirBodies) {
  EXPECT_EQ(of("Il a salué la présidente de la Fondation Orlande.", "Orlande"), Relation::of_function);
  EXPECT_EQ(of("Voici le contrat local de santé (CLS) de la Ville de Kersaint.", "Kersaint"), Relation::of_instrument);
}

}  // namespace
}  // namespace maillage::documents
