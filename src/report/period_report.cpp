// SPDX-License-Identifier: Apache-2.0
#include "report/period_report.hpp"

#include <algorithm>

#include "report/cited_sources.hpp"
#include "report/decisions_section.hpp"
#include "report/period_sections.hpp"
#include "report/report_files.hpp"
#include "report/sections.hpp"

namespace maillage {
namespace {

Line kicker(const PeriodContext& p) {
  const auto& data = p.c.data;
  auto text = std::string(p.c.language.is_french() ? data.title_fr : data.title_en);
  if (text.empty()) text = p.c.language.is_french() ? data.title_en : data.title_fr;
  const auto add = [&](const std::string& part) {
    if (!part.empty()) text += (text.empty() ? "" : " · ") + part;
  };
  if (p.facts.question.is_since) add(p.subject());
  add(with_capital(p.period()));
  if (p.c.input.as_of) {
    add(p.c.say(p.facts.question.latest == p.c.input.as_of && !p.facts.question.latest_is_asked ? "report.kicker.latest" : "report.kicker.asked",
                {{"date", p.c.language.date(*p.c.input.as_of)}}));
  }
  return plain(text);
}

std::vector<Index> claims_behind(const PeriodContext& p) {
  const auto& data = p.c.data;
  Claims claims;
  const auto add = [&](const Claims& more) { claims.insert(claims.end(), more.begin(), more.end()); };
  for (const auto& facts : p.c.signed_agreements) add(claims_about_agreement(data, facts.agreement));
  for (const auto a : p.facts.announced) add(claims_about_agreement(data, a));
  for (const auto& mention : p.facts.mentions) add(data.evidence_for("mentions", data.mentions[mention.row].id));
  for (const auto& event : p.facts.events) add(data.evidence_for("events", data.events[event.row].id));
  std::vector<Index> rows;
  for (const auto* claim : claims) rows.push_back(static_cast<Index>(claim - data.evidence.data()));
  std::ranges::sort(rows);
  rows.erase(std::ranges::unique(rows).begin(), rows.end());
  return rows;
}

// From the first day of the period (else the day of the state) to some months after its last one.
std::optional<Section> period_decisions(const PeriodContext& p) {
  const auto& question = p.facts.question;
  if (question.institution == kNone || p.c.signed_agreements.empty() || !p.c.input.as_of) return std::nullopt;
  const auto from = question.is_since ? *p.c.input.as_of : question.from.value_or(*p.c.input.as_of);
  const auto last = std::max(from, question.to.value_or(*p.c.input.as_of));
  return decisions_between(p.c, from, add_duration(last, {p.c.input.ending_within_months, 0}));
}

Document period_document(const PeriodContext& p) {
  const auto& c = p.c;
  Document document;
  document.kicker = kicker(p);
  document.headline = period_headline(p);
  document.title = plain_text(document.headline);
  document.lead.push_back({period_findings(p)});
  for (auto& note : period_limits(p)) document.lead.push_back(std::move(note));
  document.lead.push_back({period_key_figures(p)});
  const auto add = [&](Section section, std::string_view label) {
    document.navigation.emplace_back(c.say(label), to_section(section.anchor));
    document.sections.push_back(std::move(section));
  };
  const bool is_since = p.facts.question.is_since;
  if (auto map = map_section(c)) add(std::move(*map), "report.section.map");
  if (auto timeline = timeline_section(c)) add(std::move(*timeline), "report.section.timeline");
  if (is_since) add(period_changes(p), "period.nav.changes");
  add(period_partners(p), p.is_about_all() ? "report.nav.institutions" : "period.nav.partners");
  if (!is_since) add(period_changes(p), "period.nav.changes");
  if (auto decisions = period_decisions(p)) add(std::move(*decisions), "report.section.decisions");
  if (p.input.ranks) add(rank_changes(p), "period.nav.ranks");
  if (is_since) add(recorded_since(p), "period.nav.recorded");
  if (!is_since && !p.facts.ever.empty()) add(years_section(p.ever), "report.nav.years");
  if (!c.signed_agreements.empty()) {
    add(period_breakdowns(p), "report.nav.breakdowns");
    add(period_signatures(p), "report.nav.signatures");
  }
  if (!p.facts.ever.empty() || !p.facts.events.empty()) add(period_events(p), "period.nav.events");
  if (!c.announced_agreements.empty()) add(announced_section(c), "report.nav.announced");
  if (!p.is_about_person()) add(period_mentions(p), "report.nav.mentions");
  if (!c.signed_agreements.empty() || !c.announced_agreements.empty()) add(agreements_section(c), "report.nav.agreements");
  const auto cited = sources_cited(c.data, document);
  if (!cited.empty()) add(sources_section(c, cited, claims_behind(p)), "report.section.sources");
  add(period_method(p), "report.nav.method");
  document.foot = report_foot(c);
  return document;
}

}  // namespace

ReportFiles make_period_report(const PeriodReportInput& input, const Language& language) {
  const PeriodContext p(input, language);
  return report_files(p.c, period_document(p), {});
}

}  // namespace maillage
