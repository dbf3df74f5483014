// SPDX-License-Identifier: Apache-2.0
// A second route: deadlines that deadline_cases.py worked out from docs/deadlines.md, another program in another language.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "model/data_set_builder.hpp"
#include "model/deadlines_told.hpp"
#include "model/working_day.hpp"
#include "tables/csv_reader.hpp"

namespace maillage {
namespace {

std::string working_days(const DeadlinesOfAgreement& found) {
  std::string days;
  for (const auto& deadline : found.deadlines) {
    const auto day = deadline.act_by();
    days += (days.empty() ? "" : " ") + (day ? to_iso(last_working_day(*day)) : "-");
  }
  return days;
}

TEST(Deadlines, AreThoseOfAnotherProgram) {
  std::ifstream file(MAILLAGE_SOURCE_DIR "/tests/model/deadline_cases.csv", std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  const auto cases = read_csv(bytes.str());
  ASSERT_GT(cases.records.size(), 1000U);
  for (std::size_t row = 0; row < cases.records.size(); ++row) {
    const auto at = [&](const char* column) { return std::string(cases.at(row, column)); };
    const auto renewal = parse_code<Renewal>(at("renewal")).value_or(Renewal::not_said);
    const auto most = at("max_renewals");
    const auto duration = at("duration"), renewed = at("renewal_duration"), notice = at("notice");
    DataSetBuilder builder;
    builder.add(AgreementRow{.id = "a", .valid_from = date(at("valid_from")), .valid_to = date(at("valid_to")),
                             .duration = duration, .renewal = renewal,
                             .max_renewals = static_cast<std::int16_t>(most.empty() ? -1 : std::stoi(most)),
                             .renewal_duration = renewed, .notice = notice, .terminated = date(at("terminated")), .stage = Stage::signed_});
    const auto data = builder.finish().data;
    const auto found = DeadlineRules(data).at(0, parse_day(at("as_of")));
    EXPECT_EQ(told(found), at("expected")) << "line " << row + 2;
    EXPECT_EQ(working_days(found), at("working")) << "line " << row + 2;
  }
}

}  // namespace
}  // namespace maillage
