// SPDX-License-Identifier: Apache-2.0
#include "report/report.hpp"

#include "report/decisions_section.hpp"
#include "report/findings.hpp"
#include "report/period_words.hpp"
#include "report/report_files.hpp"
#include "report/sections.hpp"

namespace maillage {
namespace {

Line kicker(const ReportContext& c) {
  std::string title(c.language.is_french() ? c.data.title_fr : c.data.title_en);
  if (title.empty()) title = c.language.is_french() ? c.data.title_en : c.data.title_fr;
  if (title.empty()) title = c.data.name;
  std::string day;
  if (!c.input.as_of) {
    day = c.say("report.kicker.no_day");
  } else {
    day = c.say(c.view.selection.reference_day_is_asked ? "report.kicker.asked" : "report.kicker.latest",
                {{"date", c.language.date(*c.input.as_of)}});
  }
  if (const auto period = period_in_words(c.view.options.from, c.view.options.to, c.language); !period.empty()) {
    day = with_capital(period) + " · " + day;
  }
  return plain(title.empty() ? with_capital(day) : title + " · " + day);
}

Document report_document(const ReportContext& c) {
  Document document;
  document.kicker = kicker(c);
  document.headline = headline(c);
  document.title = plain_text(document.headline);
  document.lead.push_back({findings(c)});
  document.lead.push_back({key_figures(c)});
  const auto add = [&](Section section, std::string_view label) {
    document.navigation.emplace_back(c.say(label), to_section(section.anchor));
    document.sections.push_back(std::move(section));
  };
  if (auto map = map_section(c)) add(std::move(*map), "report.section.map");
  if (auto timeline = timeline_section(c)) add(std::move(*timeline), "report.section.timeline");
  add(years_section(c), "report.nav.years");
  add(breakdowns_section(c), "report.nav.breakdowns");
  add(decisions_section(c), "report.section.decisions");
  add(endings_section(c), "report.nav.endings");
  if (auto coverage = coverage_section(c)) add(std::move(*coverage), "report.nav.coverage");
  add(hubs_section(c), "report.nav.hubs");
  add(structure_section(c), "report.nav.structure");
  add(signatures_section(c), "report.nav.signatures");
  add(announced_section(c), "report.nav.announced");
  add(mentions_section(c), "report.nav.mentions");
  add(agreements_section(c), "report.nav.agreements");
  add(institutions_section(c), "report.nav.institutions");
  add(quality_section(c), "report.nav.quality");
  add(sources_section(c), "report.section.sources");
  add(method_section(c), "report.nav.method");
  document.foot = report_foot(c);
  return document;
}

}  // namespace

ReportFiles make_report(const ReportInput& input, const Language& language) {
  const ReportContext c(input, language);
  return report_files(c, report_document(c), c.parties);
}

}  // namespace maillage
