// SPDX-License-Identifier: Apache-2.0
// Long work on a terminal says in the reader's language what it is and what is left.
#include <gmock/gmock.h>

#include "cli/terminal.hpp"

namespace maillage::program {
namespace {

using testing::HasSubstr;
using testing::Not;

// Enough networks drawn for minutes of work; the program is ended once the line was shown.
TEST(Progress, IsToldInTheReadersLanguage) {
  if (!Terminal::is_there()) GTEST_SKIP() << "no terminals on this machine";
  Terminal terminal({"structure", "data/eu-projects", "--runs", "100000", "--lang", "fr"}, {});
  const auto line = terminal.shown(" s environ");
  EXPECT_THAT(line, HasSubstr("club des riches"));
  EXPECT_THAT(line, HasSubstr(" s, encore "));
  EXPECT_THAT(line, Not(HasSubstr("rich_club")));
}

}  // namespace
}  // namespace maillage::program
