// SPDX-License-Identifier: Apache-2.0
#include "report/deadline_lines.hpp"

#include "report/deadline_table.hpp"
#include "report/deadline_words.hpp"

namespace maillage {
namespace {

Line line_of(const ReportContext& c, const Decision& decision) {
  const auto& d = decision.deadline;
  std::string text = c.say("deadline.sheet.sentence", {{"sentence", deadline_sentence(d, c.language)},
                                                       {"otherwise", otherwise_in_words(d, c.language)}});
  const auto working = last_working_day_of(d);
  if (working && *working != d.earliest) {
    text += c.say("deadline.sheet.further", {{"text", c.say("deadline.sentence.working_day", {{"date", c.language.date(*working)}})}});
  }
  if (!d.missing.empty()) {
    text += c.say("deadline.sheet.further",
                  {{"text", c.say("deadline.sentence.missing", {{"missing", missing_in_words(d, c.language)}})}});
  }
  auto line = plain(std::move(text));
  append(line, {{c.say("report.in_brackets", {{"text", deadline_rule(c.data, decision, c.language)}}), Span::Style::soft}});
  append(line, deadline_evidence(c, decision));
  return line;
}

}  // namespace

Line deadline_evidence(const ReportContext& c, const Decision& decision) {
  Claims claims;
  const auto gather = [&](Index agreement, std::string_view field) {
    const auto found = c.data.evidence_for("agreements", c.data.agreements.id[agreement], field);
    claims.insert(claims.end(), found.begin(), found.end());
  };
  for (const auto* field : {"valid_from", "valid_to", "duration", "renewal", "max_renewals", "renewal_duration", "notice"}) {
    gather(decision.agreement, field);
  }
  if (decision.deadline.extended_by != kNone) gather(decision.deadline.extended_by, "valid_to");
  return c.citations(citations_of(claims));
}

std::vector<Line> deadline_lines(const ReportContext& c, Index agreement) {
  const auto found = DeadlineRules(c.data).at(agreement, c.input.as_of);
  std::vector<Line> lines;
  for (const auto& deadline : found.deadlines) lines.push_back(line_of(c, {agreement, deadline}));
  if (const auto why = standing_in_words(c.data, found, c.language); !why.empty()) lines.push_back(plain(why));
  return lines;
}

}  // namespace maillage
