// SPDX-License-Identifier: Apache-2.0
#include "report/deadline_words.hpp"

#include <gtest/gtest.h>

#include "model/data_set_builder.hpp"

namespace maillage {
namespace {

std::string rule(const char* from, const char* to, const char* duration, const std::string& language) {
  DataSetBuilder builder;
  builder.add(AgreementRow{.id = "a", .valid_from = PartialDate::parse(from).value(), .valid_to = PartialDate::parse(to).value(),
                           .duration = duration, .renewal = Renewal::none, .stage = Stage::signed_});
  const auto data = builder.finish().data;
  const auto found = DeadlineRules(data).at(0, parse_day("2024-01-15"));
  return deadline_rule(data, {0, found.deadlines.at(0)}, Language(language));
}

TEST(DeadlineWords, TellHowDatesWereRead) {
  EXPECT_EQ(rule("2023", "", "P5Y", "en"),
            "end of the term: 31 December 2027 (5 years from the start, 2023, stated without a day and read as the first day); "
            "no renewal");
  EXPECT_EQ(rule("2023-01-01", "", "P5Y", "en"), "end of the term: 31 December 2027 (5 years from the start, 1 January 2023); no renewal");
  EXPECT_EQ(rule("", "2028", "", "en"), "end of the term: 31 December 2028 (stated without a day, “2028”, and read as the last day); no renewal");
  EXPECT_EQ(rule("", "2028-05-31~", "", "en"), "end of the term: 31 May 2028 (a date given with reserve); no renewal");
  EXPECT_EQ(rule("", "2028-05-31", "", "en"), "end of the term: 31 May 2028; no renewal");
  EXPECT_EQ(rule("", "2028-05-31?", "", "fr"), "fin de la période\u00A0: 31 mai 2028 (date donnée avec réserve)\u202F; sans reconduction");
}

TEST(DeadlineWords, SayThatADayMayBePast) {
  Deadline deadline;
  deadline.act = DeadlineAct::replace;
  deadline.state = DeadlineState::ahead;
  deadline.earliest = parse_day("2027-01-01").value();
  deadline.latest = parse_day("2027-06-30").value();
  EXPECT_EQ(deadline_sentence(deadline, Language("en")), "replace, last day: between 1 January 2027 and 30 June 2027");
  deadline.may_be_past = true;
  EXPECT_EQ(deadline_sentence(deadline, Language("en")),
            "replace, last day, which may be past already: between 1 January 2027 and 30 June 2027");
}

}  // namespace
}  // namespace maillage
