// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "language/language.hpp"

namespace maillage {
namespace {

struct Case {
  const char* edtf;
  const char* french;
  const char* english;
};

TEST(Dates, SayWhatIsKnownAndHowSure) {
  const Case cases[] = {
      {"2024-12-19", "19 décembre 2024", "19 December 2024"},
      {"2024-01-01", "1er janvier 2024", "1 January 2024"},
      {"2024-07", "juillet 2024", "July 2024"},
      {"2024", "2024", "2024"},
      {"202X", "années 2020", "the 2020s"},
      {"19XX", "entre 1900 et 1999", "between 1900 and 1999"},
      {"2024~", "vers 2024", "about 2024"},
      {"2024-12-19~", "vers le 19 décembre 2024", "about 19 December 2024"},
      {"2024-07~", "vers juillet 2024", "about July 2024"},
      {"2024?", "2024\u202F?", "2024?"},
      {"2024%", "vers 2024\u202F?", "about 2024?"},
      {"[..2024-12-19]", "au plus tard le 19 décembre 2024", "by 19 December 2024"},
      {"[..2024-12-01]", "au plus tard le 1er décembre 2024", "by 1 December 2024"},
      {"[..2024]", "au plus tard en 2024", "by 2024"},
      {"[..2024~]", "au plus tard vers 2024", "by about 2024"},
      {"[2024-07..]", "au plus tôt en juillet 2024", "not before July 2024"},
      {"2022/2026", "entre 2022 et 2026", "between 2022 and 2026"},
      {"2022-01-01/2022-03-31", "entre le 1er janvier 2022 et le 31 mars 2022",
       "between 1 January 2022 and 31 March 2022"},
      {"..", "sans terme", "open-ended"},
      {"", "inconnu", "unknown"},
  };
  for (const auto& one : cases) {
    const auto date = PartialDate::parse(one.edtf);
    ASSERT_TRUE(date) << one.edtf;
    EXPECT_EQ(Language("fr").date(*date), one.french);
    EXPECT_EQ(Language("en").date(*date), one.english);
  }
}

TEST(Dates, HaveAShortForm) {
  const Case cases[] = {
      {"2024-12-19", "19 déc. 2024", "19 Dec 2024"},
      {"2024-02-01", "1er févr. 2024", "1 Feb 2024"},
      {"2024-07", "juil. 2024", "Jul 2024"},
      {"[..2024-12-19]", "au plus tard le 19 déc. 2024", "by 19 Dec 2024"},
  };
  for (const auto& one : cases) {
    const auto date = PartialDate::parse(one.edtf);
    ASSERT_TRUE(date) << one.edtf;
    EXPECT_EQ(Language("fr").short_date(*date), one.french);
    EXPECT_EQ(Language("en").short_date(*date), one.english);
  }
}

}  // namespace
}  // namespace maillage
