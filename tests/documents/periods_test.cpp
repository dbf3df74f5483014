// SPDX-License-Identifier: Apache-2.0
#include "documents/dates/periods.hpp"

#include <gtest/gtest.h>

#include "documents/text_with_words.hpp"

namespace maillage::documents {
namespace {

std::vector<PeriodMention> periods_of(const std::string& sentence) {
  const TextWithWords read("Un titre\n\nMerlonge, le 4 avril 2024\n\n" + sentence);
  return find_dates(read.words, Lexicon::french()).periods;
}

/// « from/to », or the months; « - » where there is none.
std::string said(const std::vector<PeriodMention>& periods) {
  if (periods.empty()) return "-";
  const auto& period = periods.front();
  if (period.months) return std::to_string(*period.months);
  return period.from.to_edtf() + "/" + period.to.to_edtf();
}

struct Case {
  std::string sentence, period;
};

class Term : public testing::TestWithParam<Case> {};

TEST_P(Term, IsReadWithItsBoundsOrItsLength) { EXPECT_EQ(said(periods_of(GetParam().sentence)), GetParam().period) << GetParam().sentence; }

INSTANTIATE_TEST_SUITE_P(Bounds, Term,
                         testing::Values(Case{"Le contrat 2022/2026 est signé.", "2022/2026"}, Case{"La feuille de route 2023-2028 est là.", "2023/2028"},
                                         Case{"Elle court de 2025 à 2029.", "2025/2029"}, Case{"Elle court entre 2025 et 2029.", "2025/2029"},
                                         Case{"Elle vaut du 1er janvier 2024 au 31 décembre 2026.", "2024-01-01/2026-12-31"},
                                         Case{"Elle vaut jusqu'au 31 décembre 2027.", "/2027-12-31"}, Case{"Elle vaut jusqu'en 2028.", "/2028"},
                                         Case{"Elle vaut jusqu'à la fin de l'année 2028.", "/2028"}, Case{"Elle vaut jusqu'à fin juin 2028.", "/2028-06"},
                                         Case{"Elle vaut à compter de la rentrée 2024.", "2024-09/"}, Case{"Elle vaut à partir du 1er mai 2024.", "2024-05-01/"}));

INSTANTIATE_TEST_SUITE_P(VerbsOfBeginningAndEnd, Term,
                         testing::Values(Case{"Elle prend effet le 1er mai 2024.", "2024-05-01/"}, Case{"Elle produira ses effets au 1er mai 2024.", "2024-05-01/"},
                                         Case{"Elle s'achèvera le 30 juin 2027.", "/2027-06-30"}, Case{"Son échéance est fixée au 30 juin 2027.", "/2027-06-30"},
                                         Case{"Elle vaut jusqu'à la fin de l'année scolaire 2026-2027.", "/2027"}, Case{"Elle vaut dès la rentrée 2024.", "2024-09/"},
                                         Case{"Elle couvre les années 2024, 2025 et 2026.", "2024/2026"}));

INSTANTIATE_TEST_SUITE_P(Lengths, Term,
                         testing::Values(Case{"Elle est conclue pour une durée de cinq ans.", "60"}, Case{"Elle est conclue pour trois ans.", "36"},
                                         Case{"D'une durée de 18 mois, elle commence.", "18"}, Case{"Une convention triennale les lie.", "36"},
                                         Case{"Un contrat quinquennal les lie.", "60"}, Case{"La convention de six ans les lie.", "72"}));

INSTANTIATE_TEST_SUITE_P(None, Term,
                         testing::Values(Case{"D'ici 2030, mille arbres.", "-"}, Case{"Le salon se tient du 3 au 5 mai 2024.", "-"},
                                         Case{"L'année universitaire 2023-2024 finit.", "-"}, Case{"Le budget annuel est voté.", "-"},
                                         Case{"Un enfant de trois ans sourit.", "-"}));

TEST(Periods, SayHowOftenATermIsRenewed) {
  const auto found = periods_of("Elle est conclue pour trois ans, renouvelable une fois par tacite reconduction.");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].months, 36);
  EXPECT_TRUE(found[0].is_renewable);
  EXPECT_TRUE(found[0].is_tacit);
  EXPECT_EQ(found[0].renewals, 1);
}

TEST(Periods, RunFromTheFirstSchoolYearToTheLast) {
  const auto found = periods_of("Elle vaut pour les années universitaires 2022-2023 à 2025-2026.");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].from.to_edtf(), "2022");
  EXPECT_EQ(found[0].to.to_edtf(), "2026");
}

}  // namespace
}  // namespace maillage::documents
