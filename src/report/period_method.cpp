// SPDX-License-Identifier: Apache-2.0
#include "report/period_sections.hpp"

namespace maillage {

Section period_method(const PeriodContext& p) {
  const auto& c = p.c;
  Section section{"method", plain(c.say("report.section.method")), 2, {}};
  Definitions rows;
  const auto add = [&](std::string term, Line line) { rows.rows.push_back({plain(std::move(term)), {std::move(line)}}); };
  const auto define = [&](const std::string& what) {
    add(c.say("period.define." + what), plain(c.say("period.define_text." + what)));
  };
  define(p.is_about_person() ? "person_period" : p.facts.question.is_since ? "since" : "period");
  define("signed");
  define("new_partner");
  define("renewed");
  define("amended");
  if (!p.is_about_person()) {
    define("ended");
    define("lapsed");
  }
  define("mentions");
  std::vector<Line> settings;
  for (const auto& sentence : c.input.settings) settings.push_back(plain(sentence));
  if (!settings.empty()) rows.rows.push_back({plain(c.say("report.method.settings")), std::move(settings)});
  add(c.say("report.method.command"), {{c.input.command, Span::Style::code}});
  add(c.say("report.method.version"), plain(c.input.version));
  add(c.say("report.method.data"), {{c.input.data_hash, Span::Style::code}});
  section.blocks.push_back({std::move(rows)});
  return section;
}

}  // namespace maillage
