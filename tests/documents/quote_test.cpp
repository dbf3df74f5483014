// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "documents/drafts/document_title.hpp"
#include "documents/drafts/quote.hpp"

namespace maillage::documents {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

Prose prose_of(const std::vector<std::pair<BlockKind, std::string>>& blocks) {
  Prose prose;
  for (const auto& [kind, text] : blocks) {
    const auto begin = static_cast<std::uint32_t>(prose.text.size());
    const Span span{begin, begin + static_cast<std::uint32_t>(text.size())};
    prose.blocks.push_back({span, kind, 0, 0});
    prose.sentences.push_back(span);
    prose.text += text + "\n";
  }
  return prose;
}
Span span_of(const Prose& prose, std::string_view words) {
  const auto at = static_cast<std::uint32_t>(prose.text.find(words));
  return {at, at + static_cast<std::uint32_t>(words.size())};
}

TEST(Quotes, AreTheSentenceAroundAPlace) {
  const auto prose = prose_of({{BlockKind::paragraph, "Rien ici."}, {BlockKind::paragraph, "La Ville a signé le 3 mai."}});
  EXPECT_EQ(quote_of(prose, span_of(prose, "3 mai")), "La Ville a signé le 3 mai.");
}

TEST(Quotes, AreCutAtWordsWhereTheSentenceIsLong) {
  std::string words;
  for (int i = 0; i < 60; ++i) words += "élégamment ";
  const auto prose = prose_of({{BlockKind::paragraph, words + "signé le 3 mai " + words}});
  const auto quote = quote_of(prose, span_of(prose, "3 mai"));
  EXPECT_LT(quote.size(), 240U);
  EXPECT_THAT(quote, StartsWith("…élégamment "));
  EXPECT_THAT(quote, HasSubstr("signé le 3 mai élégamment"));
}

TEST(Quotes, HoldNoContacts) {
  const auto prose = prose_of({{BlockKind::paragraph, "Odile Fauvet, 01 99 00 12 34, presse@merlonge"}});
  EXPECT_THAT(quote_of(prose, span_of(prose, "Odile Fauvet")), Not(HasSubstr("99 00")));
  EXPECT_TRUE(holds_contact("+33 1 99 00 12 34"));
  EXPECT_TRUE(holds_contact("01.99.00.12.34"));
  EXPECT_FALSE(holds_contact("de 2023-2028 à 2029-2034"));
  EXPECT_FALSE(holds_contact("1 200 000 000 euros"));
}

TEST(DocumentTitles, AreTheLongestLineSetApartWithoutDateline) {
  const auto prose = prose_of({{BlockKind::title, "Communiqué de presse n° 12"}, {BlockKind::title, "Merlonge, le 3 mai 2024, à l’hôtel de ville de la commune"},
                               {BlockKind::title, "La Ville et l’Institut s’engagent"}, {BlockKind::paragraph, "Une phrase bien plus longue que le titre de ce document."}});
  const auto title = find_title(prose, span_of(prose, "3 mai 2024"));
  EXPECT_EQ(prose.of(title.span), "La Ville et l’Institut s’engagent");
  EXPECT_EQ(title.kind, SourceKind::press_release);
}

TEST(DocumentTitles, MayNameTheirDocumentAndItsSubject) {
  const auto prose = prose_of({{BlockKind::title, "Communiqué de presse de la Ville de Merlonge sur ses haies"}});
  const auto title = find_title(prose, {});
  EXPECT_FALSE(title.span.empty());
  EXPECT_FALSE(title.kind);
}

}  // namespace
}  // namespace maillage::documents
