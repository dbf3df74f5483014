// SPDX-License-Identifier: Apache-2.0
#include "documents/text/block_kinds.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "documents/recovered_text.hpp"

namespace maillage::documents {
namespace {

using ::testing::ElementsAre;

const std::string paragraph =
    "La ville de Valmont et le lycée agricole ont signé mardi une convention de partenariat pour trois ans, qui "
    "prévoit des visites, des "
    "stages et des repas communs, au bénéfice des élèves et des habitants de la vallée.";

TEST(BlockKinds, TitlesHeadingsItemsAndContacts) {
  EXPECT_THAT(
      blocks_of("UNE CONVENTION POUR LA VALLÉE\n\n" + paragraph + "\n\nLes axes\n\n- les stages ;\n2. les repas.\n\n" +
                paragraph + "\n\nContact presse : service communication\n"),
      ElementsAre("title: UNE CONVENTION POUR LA VALLÉE", "para: " + paragraph, "heading: Les axes",
                  "item: les stages ;", "item: les repas.", "para: " + paragraph,
                  "contact: Contact presse : service communication"));
}

TEST(BlockKinds, SeveralShortLinesOfOneFormAreAList) {
  EXPECT_THAT(blocks_of("Une convention\n\n" + paragraph +
                        "\n\nAnne Truc, maire de Valmont\nPaul Machin, proviseur du lycée\n"),
              ElementsAre("title: Une convention", "para: " + paragraph, "item: Anne Truc, maire de Valmont",
                          "item: Paul Machin, proviseur du lycée"));
}

TEST(BlockKinds, AnAddressIsAContact) {
  EXPECT_THAT(blocks_of(paragraph + "\n\nMairie de Valmont – 1, place du Puits – 99123 Valmont\n").back(),
              "contact: Mairie de Valmont – 1, place du Puits – 99123 Valmont");
}

TEST(BlockKinds, SectionsReachFromHeadingToHeading) {
  const auto prose = recovered(clean_lines("Titre du texte\n\n" + paragraph +
                                           "\n\nLes axes\n\n- un\n- deux\n\nLa suite\n\n" + paragraph + "\n"));
  std::vector<std::uint32_t> sections;
  for (const auto& block : prose.blocks) sections.push_back(block.section);
  EXPECT_THAT(sections, ElementsAre(0, 0, 1, 1, 1, 2, 2));
}

TEST(BlockKinds, AHeadingThatItsFileNamesIsOneWhateverItsMarks) {
  const std::vector<SourceLine> lines{{paragraph, 1, 1, LineForm::begins},
                                      {"", 1, 1, LineForm::plain},
                                      {"Pourquoi signer ? Voici.", 2, 1, LineForm::heading},
                                      {"", 2, 1, LineForm::plain},
                                      {paragraph, 3, 1, LineForm::begins}};
  EXPECT_EQ(blocks_of(recovered(lines))[1], "heading: Pourquoi signer ? Voici.");
}

TEST(BlockKinds, ARuleDrawnWithSignsPartsBlocks) {
  EXPECT_THAT(blocks_of("Bonjour à tous\n-----\n" + paragraph + "\n"),
              ElementsAre("title: Bonjour à tous", "para: " + paragraph));
}

TEST(BlockKinds, HalfATitleInCapitalsIsOneAsWell) {
  const auto blocks = blocks_of("PORTER PLAINTE AUX URGENCES :\nUNE CONVENTION POUR MERLONGE\n\n" + std::string(30, 'a') +
                                " la ville et l'hôpital de Merlonge ont signé une convention qui les engage pour cinq ans et qui sera revue ensuite, "
                                "comme le conseil municipal l'avait demandé au printemps.\n");
  EXPECT_THAT(blocks.front(), testing::StartsWith("title: "));
}

}  // namespace
}  // namespace maillage::documents
