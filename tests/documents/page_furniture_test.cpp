// SPDX-License-Identifier: Apache-2.0
#include "documents/text/page_furniture.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "documents/text/clean_lines.hpp"
#include "documents/recovered_text.hpp"

namespace maillage::documents {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> furniture_of(std::string_view text) {
  const auto lines = clean_lines(text);
  const auto is_furniture = page_furniture(lines);
  std::vector<std::string> found;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (is_furniture[i]) found.push_back(lines[i].text);
  }
  return found;
}

TEST(PageFurniture, HeadersThatComeBackOnPages) {
  EXPECT_THAT(furniture_of("La lettre de Valmont\n\nUn texte.\n\n1\n\fLa lettre de Valmont\n\nLa suite.\n\n2\n"),
              ElementsAre("La lettre de Valmont", "1", "La lettre de Valmont", "2"));
}

TEST(PageFurniture, FootersThatDifferByTheirNumber) {
  EXPECT_THAT(furniture_of("Un texte.\n\nDossier – page 1 sur 2\n\nLa suite.\n\nDossier – page 2 sur 2\n"),
              ElementsAre("Dossier – page 1 sur 2", "Dossier – page 2 sur 2"));
}

TEST(PageFurniture, AHeadingThatComesTwiceIsNone) {
  EXPECT_THAT(furniture_of("Les partenaires\n\nUn texte.\n\nLes partenaires\n\nUn autre.\n"), IsEmpty());
}

TEST(PageFurniture, ANumberInsideOfATextIsNone) {
  EXPECT_THAT(furniture_of("Ils sont\n12\nà signer.\n"), IsEmpty());
}

TEST(PageFurniture, ASentenceGoesOnBehindThePagesEnd) {
  const auto blocks = blocks_of("Ont signé avec elle la ville, l'agence et la préfec-\n\nLa lettre de Merlonge | 1\n\nture de la Rivelle.\n\nUne durée\n\n"
                                "La lettre de Merlonge | 2\n\nLe contrat court sur trois ans.\n");
  EXPECT_THAT(blocks, testing::Contains("para: Ont signé avec elle la ville, l'agence et la préfecture de la Rivelle."));
  EXPECT_THAT(blocks, testing::Contains("para: Le contrat court sur trois ans."));
}

}  // namespace
}  // namespace maillage::documents
