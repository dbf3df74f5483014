// SPDX-License-Identifier: Apache-2.0
#include "documents/institutions/institution_heads.hpp"

#include <gtest/gtest.h>

#include "documents/institutions/name_keys.hpp"
#include "documents/text/clean_lines.hpp"
#include "documents/text/recovered.hpp"

namespace maillage::documents {
namespace {

struct Asked {
  Prose prose;
  Words words;
  InstitutionHeads heads{Lexicon::french()};
  explicit Asked(std::string_view text) : prose(recovered(clean_lines(text))), words(prose) {}
  InstitutionHeads::Found at(std::size_t word) const { return heads.at(words, word, words.size()); }
};

TEST(InstitutionHeads, TheLongestHeadWinsAndKnowsItsSingular) {
  const Asked asked("Les centres hospitaliers universitaires de Merlonge");
  const auto found = asked.at(1);
  ASSERT_TRUE(found);
  EXPECT_TRUE(found.is_plural);
  EXPECT_EQ(found.last, 4U);
  EXPECT_EQ(found.head->singular, "centre hospitalier universitaire");
  EXPECT_EQ(found.head->category, "hospital");
}

TEST(InstitutionHeads, AnAcronymIsWrittenAsOne) {
  EXPECT_TRUE(Asked("L'ARS signe").at(1).is_acronym);
  EXPECT_FALSE(Asked("les ars du cirque").at(1));
}

TEST(InstitutionHeads, AWordJoinedToOthersIsNoHead) {
  EXPECT_FALSE(Asked("Port-la-Vieille dort").at(0));
}

TEST(NameKeys, AcronymsAreWrittenOutAndSmallWordsLeftOut) {
  const InstitutionHeads heads(Lexicon::french());
  EXPECT_EQ(name_key(heads, "CHU de Merlonge", "hospital"),
            name_key(heads, "Centre hospitalier universitaire de Merlonge", "hospital"));
}

TEST(NameKeys, OneBodyUnderTwoNames) {
  const InstitutionHeads heads(Lexicon::french());
  EXPECT_EQ(name_key(heads, "Ville de Merlonge", "commune"), name_key(heads, "Commune de Merlonge", "commune"));
  EXPECT_EQ(name_key(heads, "Département de l'Ornelle", "department"),
            name_key(heads, "Conseil départemental de l'Ornelle", "department"));
  EXPECT_NE(name_key(heads, "Ville de Merlonge", "commune"),
            name_key(heads, "Métropole de Merlonge", "intermunicipal"));
}

}  // namespace
}  // namespace maillage::documents
