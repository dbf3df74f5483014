// SPDX-License-Identifier: Apache-2.0
#include "documents/text/sentences.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "documents/recovered_text.hpp"

namespace maillage::documents {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

std::vector<std::string> sentences_in(const std::string& text) {
  Prose prose;
  prose.text = text;
  prose.blocks.push_back({{0, static_cast<std::uint32_t>(text.size())}});
  std::vector<std::string> found;
  for (const auto& span : sentences_of(prose)) {
    auto sentence = std::string(prose.of(span));
    while (sentence.ends_with(' ')) sentence.pop_back();
    found.push_back(sentence);
  }
  return found;
}

TEST(Sentences, EndAtFullStops) {
  EXPECT_THAT(sentences_in("Le maire a signé. Il est content ! Et vous ?"),
              ElementsAre("Le maire a signé.", "Il est content !", "Et vous ?"));
}

TEST(Sentences, NotBehindAbbreviationsAndInitials) {
  for (const std::string text : {"M. Truc et Mme. Machin ont signé", "Le Dr. Bidule et P. Truc ont signé",
                                 "Selon l'art. Premier du code", "Du 3 janv. Au 4 févr. 2024"}) {
    EXPECT_THAT(sentences_in(text), SizeIs(1)) << text;
  }
}

TEST(Sentences, EveryBlockHasItsOwn) {
  const auto prose = recovered(clean_lines("Un titre\n\nUn deuxième\n"));
  EXPECT_THAT(prose.sentences, SizeIs(2));
}

}  // namespace
}  // namespace maillage::documents
