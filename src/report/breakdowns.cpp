// SPDX-License-Identifier: Apache-2.0
#include "report/breakdowns.hpp"

#include <algorithm>
#include <map>

namespace maillage {
namespace {

struct Value {
  std::string code, label;
  Target target{};
};

std::vector<Value> values_of(const ReportContext& c, const AgreementFacts& facts, std::string_view what) {
  const auto a = facts.agreement;
  const auto& data = c.data;
  std::vector<Value> values;
  if (what == "type") {
    const auto code = code_name(data.agreements.type[a]);
    values.push_back({std::string(code), c.language.label("type", code)});
  } else if (what == "theme") {
    for (const auto t : data.agreements.themes[a]) {
      values.push_back({std::string(data.themes[t].code), theme_label(data, t, c.language)});
    }
  } else if (what == "kind") {
    for (const auto row : data.parties_of(a)) {
      const auto code = code_name(data.institutions.kind[data.parties.institution[row]]);
      values.push_back({std::string(code), c.language.label("kind", code)});
    }
  } else if (what == "territory") {
    for (const auto t : data.agreements.territories[a]) {
      const auto& territory = data.territories[t];
      values.push_back({std::string(territory.code),
                        c.say("report.territory", {{"name", territory_label(data, t)},
                                                   {"level", c.language.label("level", code_name(territory.level))}})});
    }
  } else {
    for (const auto& citation : facts.sources) {
      const auto& source = data.sources[citation.source];
      const auto title = std::string(source.title.empty() ? source.id : source.title);
      values.push_back({std::string(source.id),
                        c.say("report.numbered_source", {{"number", source_number(citation.source, c.language)},
                                                         {"title", title}}),
                        to_source(source.id)});
    }
  }
  return values;
}

void add(const ReportContext& c, std::map<std::string, Group>& groups, const AgreementFacts& facts,
         std::string_view what, bool is_signed) {
  auto values = values_of(c, facts, what);
  if (values.empty()) values.push_back({"", c.say("report.not_said")});
  std::ranges::sort(values, {}, &Value::code);
  const auto repeated = std::ranges::unique(values, {}, &Value::code);
  values.erase(repeated.begin(), repeated.end());
  for (const auto& value : values) {
    auto& group = groups[value.code];
    group.code = value.code;
    group.label = value.label;
    group.target = value.target;
    (is_signed ? group.signed_agreements : group.announced).push_back(facts.agreement);
    if (is_signed && facts.in_force == Certainty::certain) ++group.certain;
    if (is_signed && facts.in_force != Certainty::no) ++group.possible;
  }
}

}  // namespace

std::vector<Group> groups_by(const ReportContext& c, std::string_view what) {
  std::map<std::string, Group> groups;
  for (const auto& facts : c.signed_agreements) add(c, groups, facts, what, true);
  for (const auto& facts : c.announced_agreements) add(c, groups, facts, what, false);
  std::vector<Group> sorted;
  for (auto& [code, group] : groups) sorted.push_back(std::move(group));
  std::ranges::stable_sort(sorted, [](const Group& a, const Group& b) {
    if (a.code.empty() != b.code.empty()) return b.code.empty();
    return std::pair(a.signed_agreements.size(), a.announced.size()) >
           std::pair(b.signed_agreements.size(), b.announced.size());
  });
  return sorted;
}

TableBlock breakdown_table(const ReportContext& c, std::string_view what) {
  const std::string key(what);
  TableBlock block;
  block.look = TableBlock::Look::compact;
  auto& table = block.table;
  table.name = "by_" + key;
  block.for_machines = {"code"};
  table.columns = {column("code", c.language), column("by_" + key, c.language),
                   number_column("signed_count", c.language), number_column("certain", c.language), number_column("possible", c.language),
                   number_column("announced_count", c.language)};
  const auto groups = groups_by(c, what);
  std::size_t longest = 1;
  for (const auto& group : groups) longest = std::max(longest, group.signed_agreements.size());
  for (const auto& group : groups) {
    const auto row = table.rows.size();
    const auto count = group.signed_agreements.size();
    table.rows.push_back({text_cell(group.code), Cell(group.label), count_cell(count, c.language),
                          count_cell(group.certain, c.language), count_cell(group.possible, c.language),
                          count_cell(group.announced.size(), c.language)});
    auto& name = block.at(row, 1);
    name.target = group.target;
    name.bar_possible = static_cast<double>(count) / static_cast<double>(longest);
    name.bar_certain = static_cast<double>(group.certain) / static_cast<double>(longest);
    if (count > 0) c.unfold(block.at(row, 2), group.signed_agreements);
    if (!group.announced.empty()) c.unfold(block.at(row, 5), group.announced);
  }
  return block;
}

}  // namespace maillage
