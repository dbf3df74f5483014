// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "report/sections.hpp"
#include "results/community_name.hpp"

namespace maillage {
namespace {

struct Community {
  std::vector<Vertex> members{};  ///< strongest first
  std::vector<Index> inside{};    ///< agreements all of whose parties are members
  std::vector<Index> across{};    ///< agreements with a member of another community as well
};

std::vector<Community> communities_of(const ReportContext& c) {
  const auto& partition = *c.input.partition;
  std::vector<Community> communities(partition.count);
  for (Vertex v = 0; v < partition.community_of.size(); ++v) communities[partition.community_of[v]].members.push_back(v);
  for (auto& community : communities) {
    std::ranges::stable_sort(community.members, std::ranges::greater{}, [&](Vertex v) { return c.view.network.strength(v); });
  }
  for (const auto& facts : c.signed_agreements) {
    std::set<std::uint32_t> touched;
    for (const auto row : c.data.parties_of(facts.agreement)) {
      const auto vertex = c.view.vertex_of_institution(c.data.parties.institution[row]);
      if (vertex < partition.community_of.size()) touched.insert(partition.community_of[vertex]);
    }
    for (const auto community : touched) {
      auto& agreements = touched.size() == 1 ? communities[community].inside : communities[community].across;
      agreements.push_back(facts.agreement);
    }
  }
  return communities;
}

void write_community(const ReportContext& c, TableBlock& block, std::uint32_t number, const Community& community) {
  const auto row = block.table.rows.size();
  std::vector<std::string> ids, labels;
  std::vector<LinkedName> names;
  for (const auto v : community.members) {
    ids.emplace_back(c.view.id(v));
    labels.emplace_back(c.view.label(v));
    if (names.size() < ReportContext::kListed) names.emplace_back(c.view.label(v), c.target_of_vertex(v));
  }
  if (names.size() < community.members.size()) {
    names.emplace_back(c.say_count("report.and_others", community.members.size() - names.size()),
                       to_file("tables/communities.csv"));
  }
  block.table.rows.push_back({Cell(std::int64_t{number} + 1, name_of_community(number)),
                              count_cell(community.members.size(), c.language),
                              count_cell(community.inside.size(), c.language),
                              count_cell(community.across.size(), c.language), list_cell(ids, labels, c.language)});
  c.unfold(block.at(row, 2), community.inside);
  c.unfold(block.at(row, 3), community.across);
  block.at(row, 4).after = c.linked_list(names);
  block.at(row, 4).is_only_after = true;
}

TableBlock communities_table(const ReportContext& c, const std::vector<Community>& communities) {
  TableBlock block;
  block.table.name = "communities";
  block.table.columns = {column("community", c.language), number_column("size", c.language),
                         number_column("inside", c.language), number_column("across", c.language),
                         column("members", c.language)};
  for (std::uint32_t number = 0; number < communities.size(); ++number) {
    write_community(c, block, number, communities[number]);
  }
  shorten(c, block);
  return block;
}

std::string quality_of(const ReportContext& c) {
  const auto& p = *c.input.partition;
  return c.say_count("report.communities.found", p.count,
                     {{"algorithm", c.say("report.algorithm." + p.algorithm)},
                      {"modularity", c.language.number(p.modularity, 3)},
                      {"resolution", c.language.number(p.resolution, 2)},
                      {"seed", std::to_string(p.seed)},
                      {"runs", c.language.number(std::int64_t{p.runs})},
                      {"nmi", c.language.number(p.stability_nmi, 2)},
                      {"ari", c.language.number(p.stability_ari, 2)}});
}

}  // namespace

bool tells_communities(const ReportContext& c) {
  return c.input.partition && c.view.network.vertex_count() >= kCommunitiesFrom;
}

Section communities_section(const ReportContext& c) {
  Section section{"communities", plain(c.say("report.communities.heading")), 3, {}};
  if (!tells_communities(c)) {
    section.blocks.push_back({Paragraph{plain(c.say_count("report.communities.too_few", c.view.network.vertex_count(),
                                                          {{"least", c.number(kCommunitiesFrom)}}))}});
    return section;
  }
  section.blocks.push_back({Paragraph{plain(quality_of(c))}});
  if (c.input.map_shows_communities) {
    section.blocks.push_back({Paragraph{with_parts(
        c.say("report.communities.on_map", {{"map", part_mark(0)}}),
        {{{c.say("report.communities.the_map"), Span::Style::plain, to_section("map")}}})}});
  }
  section.blocks.push_back({communities_table(c, communities_of(c))});
  return section;
}

Line communities_finding(const ReportContext& c) {
  const auto communities = communities_of(c);
  const auto largest = std::ranges::max_element(communities, {}, [](const Community& one) { return one.members.size(); });
  const auto across = std::ranges::count_if(c.signed_agreements, [&](const AgreementFacts& facts) {
    return std::ranges::any_of(communities, [&](const Community& one) {
      return std::ranges::binary_search(one.across, facts.agreement);
    });
  });
  const auto centre = largest->members.front();
  auto line = with_parts(
      with_capital(c.say_in_words("report.finding.communities", communities.size(),
                                  {{"size", c.number(largest->members.size())}, {"institution", part_mark(0)},
                                   {"across", c.language.percent(static_cast<double>(across) /
                                                                     static_cast<double>(c.signed_agreements.size()), 0)}})),
      {{{std::string(c.view.label(centre)), Span::Style::plain, c.target_of_vertex(centre)}}});
  append(line, {{c.say("report.communities.heading"), Span::Style::citation, to_section("communities")}});
  return line;
}

}  // namespace maillage
