// SPDX-License-Identifier: Apache-2.0
#include "documents/dates/counted_dates.hpp"

#include <gtest/gtest.h>

#include <string>

#include "documents/text_with_words.hpp"

namespace maillage::documents {
namespace {

std::string dates_of(std::string_view text) {
  const TextWithWords read(text);
  std::string all;
  for (const auto& mention : find_dates(read.words, Lexicon::french()).dates) {
    if (!all.empty()) all += ' ';
    all += mention.date.to_edtf();
  }
  return all;
}

TEST(CountedDates, HangOnTheDayToldBefore) {
  EXPECT_EQ(dates_of("La charte date du 3 mai 2023. Le même jour, un avenant a suivi."), "2023-05-03 2023-05-03");
  EXPECT_EQ(dates_of("La charte date du 31 mai 2023. Le lendemain, un avenant a suivi."), "2023-05-31 2023-06-01");
}

TEST(CountedDates, OfAListShareTheMonth) {
  EXPECT_EQ(dates_of("Merlonge le 8 mars 2022 ; Sourdais le 15 ; Valprin le 22."), "2022-03-08 2022-03-15 2022-03-22");
}

TEST(CountedDates, AreNoCountedThingsAndNoEarlierDays) {
  EXPECT_EQ(dates_of("Signé le 8 mars 2022, sous le 15 mètres."), "2022-03-08");
  EXPECT_EQ(dates_of("Signé le 8 mars 2022, puis le 3, sans mois."), "2022-03-08");
  EXPECT_EQ(dates_of("Le même jour, rien n'était dit."), "");
}

}  // namespace
}  // namespace maillage::documents
