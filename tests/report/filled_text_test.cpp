// SPDX-License-Identifier: Apache-2.0
#include "cli/filled_text.hpp"

#include <gtest/gtest.h>

namespace maillage {
namespace {

const TextValues kNone{{"name", "CHU"}, {"from", ""}, {"to", ""}, {"period", ""}, {"date", "8 mai 2026"}};
const TextValues kAll{{"name", "CHU"}, {"from", "1er mai"}, {"to", "2 mai"}, {"period", "du 1er mai au 2 mai"}, {"date", "8 mai 2026"}};

TEST(FilledText, PutsEveryWord) {
  EXPECT_EQ(filled_text("{name} : bilan, {from} – {to} ({date}).", kAll), "CHU : bilan, 1er mai – 2 mai (8 mai 2026).");
  EXPECT_EQ(filled_text("Sans accolades, a.b, 10:30. Fin", kAll), "Sans accolades, a.b, 10:30. Fin");
}

TEST(FilledText, LosesThePartsWithoutAValueAndTheirStraySigns) {
  EXPECT_EQ(filled_text("{name} : bilan, {from} – {to}", kNone), "CHU : bilan");
  EXPECT_EQ(filled_text("{name} : bilan, {from}–{to}.", kNone), "CHU : bilan.");
  EXPECT_EQ(filled_text("Bilan de {name} (du {from} au {to}), au {date}", kNone), "Bilan de CHU, au 8 mai 2026");
  EXPECT_EQ(filled_text("Du {from} au {to}, ce que nous avons fait. La suite.", kNone), "Ce que nous avons fait. La suite.");
  EXPECT_EQ(filled_text("Période : {period}. La suite.", kNone), "Période. La suite.");
  EXPECT_EQ(filled_text("Fait du {from} au {to}. La suite.", kNone), "La suite.");
  EXPECT_EQ(filled_text("{period}", kNone), "");
  EXPECT_EQ(filled_text("{name}\u00A0: bilan, {period}", kNone), "CHU\u00A0: bilan");
}

TEST(FilledText, KeepsAnOpenEnd) {
  auto values = kNone;
  values["from"] = "1er mai";
  EXPECT_EQ(filled_text("{name} : bilan, {from} – {to}", values), "CHU : bilan, 1er mai");
}

}  // namespace
}  // namespace maillage
