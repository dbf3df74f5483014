// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "report/period_sections.hpp"

namespace maillage {
namespace {

struct Range {
  std::size_t certain = 0, possible = 0;
  void add(Certainty certainty) {
    certain += certainty == Certainty::certain ? 1 : 0;
    possible += certainty != Certainty::no ? 1 : 0;
  }
};

Range partners_where(const PeriodContext& p, Certainty PartnerInPeriod::*what) {
  Range range;
  for (const auto& partner : p.facts.partners) range.add(partner.*what);
  return range;
}

Line name_list(const PeriodContext& p, Certainty PartnerInPeriod::*what, Certainty certainty) {
  constexpr std::size_t kNamesTold = 8;
  std::vector<LinkedName> names;
  std::size_t left_out = 0;
  for (const auto& partner : p.facts.partners) {
    if (partner.*what != certainty) continue;
    if (names.size() == kNamesTold) ++left_out;
    else names.emplace_back(p.c.label_of(partner.institution), p.c.target_of_institution(partner.institution));
  }
  if (left_out > 0) names.emplace_back(p.c.say_count("report.and_others", left_out), to_section("partners"));
  return p.c.linked_list(names);
}

// `Deux nouveaux partenaires : A et B ; un troisième possible : C.`
void add_partners_finding(const PeriodContext& p, Certainty PartnerInPeriod::*what, std::string_view certain_key,
                          std::string_view possible_key, Findings& findings) {
  const auto range = partners_where(p, what);
  const auto add = [&](std::string_view key, std::size_t count, Certainty certainty) {
    if (count == 0) return;
    findings.lines.push_back(with_parts(with_capital(p.c.say_in_words(key, count, {{"partners", part_mark(0)}})),
                                        {name_list(p, what, certainty)}));
  };
  add(certain_key, range.certain, Certainty::certain);
  add(possible_key, range.possible - range.certain, Certainty::possible);
}

std::string count_of(const PeriodContext& p, ChangeKind kind, std::string_view key) {
  const auto [certain, possible] = p.facts.count(kind);
  return p.range_of(key, certain, possible);
}

Line signed_finding(const PeriodContext& p) {
  const auto [certain, possible] = p.facts.count_signed();
  if (possible == 0) return plain(p.c.say("period.finding.none_signed"));
  std::vector<std::string> parts;
  for (const auto& [kind, key] : {std::pair(ChangeKind::new_agreement, "period.count.new"),
                                  {ChangeKind::renewed, "period.count.renewed"}, {ChangeKind::amended, "period.count.amended"}}) {
    if (p.facts.count(kind).second > 0) parts.push_back(count_of(p, kind, key));
  }
  const bool all_new = p.facts.count(ChangeKind::new_agreement).second == possible;
  auto line = plain(p.c.say(all_new ? "period.finding.signed_new" : "period.finding.signed", {{"agreements", p.range_of("period.count.signed", certain, possible)},
                                                      {"kinds", p.c.language.list(parts)}}));
  append(line, {{p.c.say("period.section.changes"), Span::Style::citation, to_section("changes")}});
  return line;
}

KeyFigure key(const PeriodContext& p, Range range, std::string_view label, std::string_view anchor) {
  return {p.c.from_to(range.certain, range.possible), p.c.say_count(label, range.possible),
          range.possible == 0 ? "" : p.c.certain_and_possible(range.certain, range.possible), to_section(anchor)};
}

Range range_of(std::pair<std::size_t, std::size_t> pair) { return {pair.first, pair.second}; }

}  // namespace

Line period_headline(const PeriodContext& p) {
  const auto partners = partners_where(p, &PartnerInPeriod::belongs);
  const bool is_empty = p.facts.agreements.empty();
  const Arguments arguments{
      {"name", p.subject()},
      {"agreements", p.range_of("period.count.agreements", p.facts.certain(), p.facts.possible())},
      {"partners", p.range_of("period.count.partners", partners.certain, partners.possible)}};
  if (p.is_about_all()) return plain(p.c.say(is_empty ? "period.headline.nothing_new" : "period.headline.new", arguments));
  if (is_empty) return plain(p.c.say("period.headline.nothing", arguments));
  return plain(p.c.say(p.is_about_person() ? "period.headline.person" : "period.headline.institution", arguments));
}

Findings period_findings(const PeriodContext& p) {
  Findings findings;
  if (p.facts.agreements.empty()) {
    findings.lines.push_back(plain(p.c.say_count(
        p.facts.ever.empty() ? "period.finding.never" : "period.finding.none", p.facts.ever.size())));
  } else {
    findings.lines.push_back(signed_finding(p));
  }
  add_partners_finding(p, &PartnerInPeriod::is_new, "period.finding.new", "period.finding.maybe_new", findings);
  if (!p.is_about_person()) {
    const auto [ended, may_have_ended] = p.facts.count(ChangeKind::ended);
    if (ended > 0) findings.lines.push_back(plain(with_capital(p.c.say_in_words("period.finding.ended", ended))));
    if (may_have_ended > ended) {
      findings.lines.push_back(plain(with_capital(p.c.say_in_words("period.finding.maybe_ended", may_have_ended - ended))));
    }
    add_partners_finding(p, &PartnerInPeriod::lapsed, "period.finding.lapsed", "period.finding.maybe_lapsed", findings);
  }
  if (const auto count = p.facts.count(ChangeKind::announced).second; count > 0) {
    auto line = plain(with_capital(p.c.say_in_words("period.finding.announced", count)));
    append(line, {{p.c.say("report.nav.announced"), Span::Style::citation, to_section("announced")}});
    findings.lines.push_back(std::move(line));
  }
  if (!p.facts.mentions.empty()) {
    auto line = plain(with_capital(p.c.say_in_words("period.finding.mentions", p.facts.mentions.size())));
    append(line, {{p.c.say("report.nav.mentions"), Span::Style::citation, to_section("mentions")}});
    findings.lines.push_back(std::move(line));
  }
  return findings;
}

KeyFigures period_key_figures(const PeriodContext& p) {
  KeyFigures keys{p.c.say("report.key.title"), {}};
  if (!p.facts.question.is_since) {
    keys.figures.push_back(key(p, {p.facts.certain(), p.facts.possible()}, "period.key.agreements", "agreements"));
  }
  keys.figures.push_back(key(p, range_of(p.facts.count_signed()), "period.key.signed", "changes"));
  if (!p.is_about_all()) {
    keys.figures.push_back(key(p, partners_where(p, &PartnerInPeriod::belongs), "period.key.partners", "partners"));
  }
  keys.figures.push_back(key(p, partners_where(p, &PartnerInPeriod::is_new),
                             p.is_about_all() ? "period.key.newcomers" : "period.key.new_partners", "partners"));
  keys.figures.push_back(key(p, range_of(p.facts.count(ChangeKind::renewed)), "period.key.renewed", "changes"));
  keys.figures.push_back(key(p, range_of(p.facts.count(ChangeKind::amended)), "period.key.amended", "changes"));
  if (!p.is_about_person()) {
    keys.figures.push_back(key(p, range_of(p.facts.count(ChangeKind::ended)), "period.key.ended", "changes"));
    keys.figures.push_back(key(p, partners_where(p, &PartnerInPeriod::lapsed), "period.key.lapsed", "partners"));
  }
  return keys;
}

Blocks period_limits(const PeriodContext& p) {
  Blocks notes;
  const auto note = [&](std::string text) { notes.push_back({Paragraph{plain(std::move(text)), true}}); };
  const auto& question = p.facts.question;
  if (question.latest && question.last() > *question.latest) {
    note(p.c.say("period.limit.latest", {{"date", p.c.language.date(*question.latest)}}));
  }
  if (question.institution == kNone) return notes;
  std::vector<std::string> units;
  for (Index other = 0; other < p.c.data.institutions.size(); ++other) {
    if (p.c.data.institutions.parent[other] == question.institution) units.push_back(p.c.label_of(other));
  }
  const bool is_rolled_up = p.c.view.options.roll_up;
  if (is_rolled_up) {
    std::size_t by_units = 0;
    for (const auto a : p.facts.ever) {
      by_units += std::ranges::none_of(p.c.data.parties_of(a), [&](Index row) {
        return p.c.data.parties.institution[row] == question.institution;
      }) ? 1 : 0;
    }
    if (p.input.asked_unit != kNone) {
      note(p.c.say("period.limit.asked_unit", {{"unit", p.c.label_of(p.input.asked_unit)}, {"institution", with_article(p.c.language, p.subject())}}));
    }
    if (!units.empty()) {
      note(p.c.say_count(by_units == 0 ? "period.limit.rolled_up_none" : "period.limit.rolled_up", by_units,
                         {{"units", p.c.language.list(units)}}));
    }
    return notes;
  }
  const auto parent = p.c.data.institutions.parent[question.institution];
  if (parent != kNone) {
    note(p.c.say("period.limit.is_unit", {{"institution", with_article(p.c.language, p.c.label_of(parent))}, {"unit", p.subject()}}));
  }
  if (!units.empty()) note(p.c.say("period.limit.units_apart", {{"units", p.c.language.list(units)}}));
  return notes;
}

}  // namespace maillage
