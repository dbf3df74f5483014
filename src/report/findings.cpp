// SPDX-License-Identifier: Apache-2.0
#include "report/findings.hpp"

#include "model/term.hpp"
#include "report/period_words.hpp"
#include "report/sections.hpp"
#include "report/year_counts.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace maillage {
namespace {

constexpr std::size_t kMostLeaders = 3;
constexpr std::size_t kCutPointsTold = 2;
constexpr std::size_t kNamesTold = 8;

std::vector<LinkedName> linked_vertices(const ReportContext& c, const std::vector<Vertex>& vertices) {
  std::vector<LinkedName> names;
  for (const auto v : vertices) {
    if (names.size() == kNamesTold && vertices.size() > kNamesTold + 1) {
      names.emplace_back(c.say_count("report.and_others", vertices.size() - kNamesTold), Target{});
      break;
    }
    names.emplace_back(std::string(c.view.label(v)), c.target_of_vertex(v));
  }
  return names;
}

// The same as the subjects of a sentence: with their articles, the first as at its head.
std::vector<LinkedName> subjects(const ReportContext& c, const std::vector<Vertex>& vertices) {
  auto names = linked_vertices(c, vertices);
  for (auto& name : names) name.first = &name == &names.front() ? at_head(c.language, name.first) : with_article(c.language, name.first);
  return names;
}

Line link_to(const ReportContext& c, std::string_view anchor, std::string_view key) {
  return {{c.say(key), Span::Style::citation, to_section(anchor)}};
}

std::size_t count_status(const ReportContext& c, Status status) {
  return static_cast<std::size_t>(std::ranges::count(c.signed_agreements, status, &AgreementFacts::status));
}

Line statuses(const ReportContext& c) {
  std::vector<std::string> parts;
  for (const auto& [status, key] : {std::pair(Status::in_force, "report.count.in_force"),
                                    {Status::signed_not_started, "report.count.not_started"},
                                    {Status::ended, "report.count.ended"},
                                    {Status::announced, "report.count.later"},
                                    {Status::unknown, "report.count.unknown"}}) {
    if (const auto count = count_status(c, status); count > 0) parts.push_back(c.say_in_words(key, count));
  }
  auto line = parts.empty() ? plain(c.say("report.finding.none_signed"))
                            : plain(with_capital(c.say_in_words("report.finding.signed", c.signed_agreements.size(),
                                                                {{"statuses", c.language.list(parts)}})));
  append(line, link_to(c, "quality", "report.section.quality"));
  if (!c.announced_agreements.empty()) {
    append(line, plain(c.say_in_words("report.finding.announced", c.announced_agreements.size())));
    append(line, link_to(c, "announced", "report.section.announced"));
  }
  return line;
}

Line first_place(const ReportContext& c) {
  std::vector<Vertex> first;  // whatever the ranking goes by
  std::size_t most = 0;
  for (const auto& hub : c.input.hubs.hubs) {
    const auto count = c.view.agreements_of_node(hub.vertex).size();
    if (count > most) first.clear();
    most = std::max(most, count);
    if (count == most) first.push_back(hub.vertex);
  }
  if (first.size() > 3) {
    return plain(c.say_count("report.finding.many_first", first.size(),
                             {{"measure", c.language.label("measure", "hyperdegree")}}));
  }
  const auto agreements = c.view.agreements_of_node(first.front());
  const auto in_force = partnerships_in_force(c.view, first.front(), c.input.as_of);
  auto line = with_parts(
      c.say_count("report.finding.first_place", first.size(),
                  {{"institutions", part_mark(0)}, {"agreements", c.in_words(agreements.size())},
                   {"in_force", c.certain_to_possible(in_force.certain, in_force.possible)}}),
      {c.linked_list(subjects(c, first))});
  append(line, c.citations_of_agreements(agreements));
  return line;
}

std::vector<Line> cut_points(const ReportContext& c) {
  std::vector<Line> lines;
  for (const auto& reasons : c.input.reasons) {
    if (reasons.separated.empty() || lines.size() == kCutPointsTold) continue;
    std::vector<Vertex> loose;
    for (const auto& group : reasons.separated) loose.insert(loose.end(), group.begin(), group.end());
    auto line = with_parts(
        c.say_in_words("report.finding.cut_point", loose.size(),
                       {{"institution", part_mark(0)}, {"institutions", part_mark(1)}}),
        {c.linked_list(subjects(c, {reasons.vertex})), c.linked_list(linked_vertices(c, loose))});
    append(line, c.citations_of_agreements(reasons.agreements));
    lines.push_back(std::move(line));
  }
  return lines;
}

Line first_end(const ReportContext& c) {
  const auto ends = known_ends(c);
  if (ends.empty()) return plain(c.say("report.finding.no_end"));
  std::vector<LinkedName> titles;
  std::vector<Index> agreements;
  for (const auto& [day, a] : ends) {
    if (day != ends.front().first) break;
    titles.emplace_back(c.title_of(a), c.target_of(a));
    agreements.push_back(a);
  }
  auto line = with_parts(c.say("report.finding.first_end",
                               {{"agreements", part_mark(0)},
                                {"date", c.language.date(ends.front().first)},
                                {"delay", delay_in_words(*c.input.as_of, ends.front().first, c.language)}}),
                         {c.linked_list(titles)});
  append(line, c.citations_of_agreements(agreements));
  return line;
}

std::vector<Line> islands(const ReportContext& c) {
  std::vector<Line> lines;
  std::vector<const std::vector<Vertex>*> small;
  const auto& components = c.input.structure.components;
  for (std::size_t i = 1; i < components.size(); ++i) {
    if (components[i].size() > 1) small.push_back(&components[i]);
  }
  if (small.empty()) return lines;
  if (small.size() > 2) {
    auto line = plain(c.say_count("report.finding.many_islands", small.size()));
    append(line, link_to(c, "structure", "report.section.structure"));
    return {line};
  }
  for (const auto* island : small) {
    auto line = with_parts(c.say_count("report.finding.island", island->size(), {{"institutions", part_mark(0)}}),
                           {c.linked_list(subjects(c, *island))});
    append(line, c.citations_of_agreements(c.view.agreements_of_node(island->front())));
    lines.push_back(std::move(line));
  }
  return lines;
}

// Agreements that one source alone tells of: said where it is a third of them or more.
std::vector<Line> single_source(const ReportContext& c) {
  std::map<Index, std::vector<Index>> alone;
  for (const auto& facts : c.signed_agreements) {
    if (facts.sources.size() == 1) alone[facts.sources.front().source].push_back(facts.agreement);
  }
  const auto most = std::ranges::max_element(alone, {}, [](const auto& entry) { return entry.second.size(); });
  if (most == alone.end() || most->second.size() < 2 || 3 * most->second.size() < c.signed_agreements.size()) return {};
  auto line = with_parts(
      with_capital(c.say_in_words("report.finding.single_source", most->second.size(),
                                  {{"total", c.in_words(c.signed_agreements.size())}, {"source", part_mark(0)}})),
      {{{std::string(c.data.sources[most->first].title), Span::Style::emphasis}}});
  append(line, c.citations_of_agreements(most->second));
  return {line};
}

std::string leaders_in_words(const ReportContext& c, const Leaders& leaders) {
  std::vector<std::string> names;
  for (const auto row : leaders.institutions) names.push_back(with_article(c.language, c.label_of(row)));
  return c.language.list(names);
}

}  // namespace

Leaders leaders_of(const ReportContext& c) {
  const auto total = c.signed_agreements.size();
  std::map<Index, std::vector<Index>> held;
  for (const auto& facts : c.signed_agreements) {
    for (const auto row : c.data.parties_of(facts.agreement)) {
      held[c.data.parties.institution[row]].push_back(facts.agreement);
    }
  }
  const auto rank_of = [&](Index institution) {
    const auto vertex = c.view.vertex_of_institution(institution);
    for (const auto& hub : c.input.hubs.hubs) {
      if (hub.vertex == vertex) return hub.rank;
    }
    return ~std::uint32_t{0};
  };
  Leaders leaders;
  std::set<Index> covered;
  while (total > 0 && 3 * covered.size() < 2 * total) {
    if (leaders.institutions.size() == kMostLeaders) return {};
    std::tuple<std::size_t, std::int64_t, Index> best{0, 0, kNone};
    for (const auto& [institution, agreements] : held) {
      const auto gain = static_cast<std::size_t>(
          std::ranges::count_if(agreements, [&](Index a) { return !covered.contains(a); }));
      const std::tuple candidate{gain, -std::int64_t{rank_of(institution)}, kNone - institution};
      if (gain > 0 && candidate > best) best = candidate;
    }
    if (std::get<0>(best) == 0) return {};
    const auto institution = kNone - std::get<2>(best);
    leaders.institutions.push_back(institution);
    covered.insert(held[institution].begin(), held[institution].end());
  }
  leaders.agreements = covered.size();
  return leaders;
}

// Where the report has a period the title says it first.
static Line titled(const ReportContext& c, std::string sentence) {
  const auto period = period_in_words(c.view.options.from, c.view.options.to, c.language);
  if (!period.empty()) sentence = c.say("report.headline.period", {{"period", period}, {"headline", sentence}});
  return plain(with_capital(std::move(sentence)));
}

Line headline(const ReportContext& c) {
  const auto total = c.signed_agreements.size();
  if (total == 0) return titled(c, c.say("report.headline.nothing"));
  const auto leaders = leaders_of(c);
  const auto without_end = unknown_ends(c).size();
  const auto ends = without_end == total && total > 1
                        ? c.say("report.headline.no_ends")
                        : c.say_in_words("report.headline.ends", without_end, {{"total", c.in_words(total)}});
  if (leaders.institutions.empty()) {
    return titled(c, c.say_in_words(without_end > 0 ? "report.headline.spread_and_ends" : "report.headline.spread", total,
                                    {{"institutions", c.number(c.parties_to_signed.size())}, {"ends", ends}}));
  }
  const auto key = without_end > 0 ? "report.headline.leaders_and_ends" : "report.headline.leaders";
  return titled(c, c.say_count(key, leaders.institutions.size(),
                               {{"institutions", leaders_in_words(c, leaders)}, {"agreements", c.in_words(leaders.agreements)},
                                {"total", c.in_words(total)}, {"ends", ends}}));
}

Findings findings(const ReportContext& c) {
  Findings all;
  const auto add = [&](const std::vector<Line>& lines) { all.lines.insert(all.lines.end(), lines.begin(), lines.end()); };
  add({statuses(c)});
  if (c.signed_agreements.empty()) return all;
  if (!c.input.hubs.hubs.empty()) add({first_place(c)});
  if (tells_communities(c) && c.input.partition->count > 1) add({communities_finding(c)});
  add(cut_points(c));
  if (c.input.as_of) add({first_end(c)});
  add(islands(c));
  add(single_source(c));
  return all;
}

// Of a period: those in force (or, with --dates signed, signed) in it, beside all that the data have.
static KeyFigure signed_key(const ReportContext& c) {
  const auto count = c.signed_agreements.size();
  const auto announced = c.announced_besides(c.announced_agreements.size());
  if (!c.view.options.from && !c.view.options.to) {
    return {c.number(count), c.say_count("report.key.signed", count), announced, to_section("agreements")};
  }
  const auto stock = count + left_out_by_date(c);
  return {c.from_to(c.view.selection.certain(), count), c.say_count("report.key.of_period", count),
          c.say_count("report.key.stock", stock, {{"announced", announced}}), to_section("agreements")};
}

KeyFigures key_figures(const ReportContext& c) {
  std::set<Index> people;
  for (const auto& signature : c.signatures) people.insert(c.data.signatures.person[signature.row]);
  const auto inferred =
      static_cast<std::size_t>(std::ranges::count(c.signatures, true, &SignatureFacts::is_inferred));
  const auto in_force = c.from_to(c.certain, c.possible);
  KeyFigures keys{c.say("report.key.title"), {}};
  keys.figures.push_back(signed_key(c));
  keys.figures.push_back({in_force, c.say("report.key.in_force"),
                          c.certain_and_possible(c.certain, c.possible),
                          to_section("years")});
  keys.figures.push_back({c.number(c.parties.size()), c.say_count("report.key.institutions", c.parties.size()),
                          c.say_count("report.key.parties", c.parties_to_signed.size()), to_section("institutions")});
  keys.figures.push_back({c.number(people.size()), c.say_count("report.key.signatories", people.size()),
                          c.signatures.empty() ? c.say("report.key.no_signature")
                          : inferred == 0      ? c.say_count("report.key.signatures_stated", c.signatures.size())
                                               : c.say_count("report.key.signatures", c.signatures.size(),
                                                      {{"inferred", c.say_count("report.key.inferred", inferred)}}),
                          to_section("signatures")});
  return keys;
}

std::vector<std::pair<Day, Index>> known_ends(const ReportContext& c) {
  std::vector<std::pair<Day, Index>> ends;
  for (const auto& facts : c.signed_agreements) {
    const auto& v = facts.validity;
    const auto end = may_be_renewed(v) ? std::optional(v.end_earliest) : v.end();  // of the term, be it renewed or not
    if (end && c.input.as_of && *end >= *c.input.as_of) ends.emplace_back(*end, facts.agreement);
  }
  std::ranges::sort(ends);
  return ends;
}

std::vector<Index> unknown_ends(const ReportContext& c) {
  std::vector<Index> rows;
  for (const auto& facts : c.signed_agreements) {
    if (facts.validity.end_rule == EndRule::unknown) rows.push_back(facts.agreement);
  }
  return rows;
}

}  // namespace maillage
