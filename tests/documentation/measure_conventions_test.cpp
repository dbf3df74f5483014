// SPDX-License-Identifier: Apache-2.0
// The table of conventions in docs/measures/README.md is what the program does: every cell that can be computed is.
#include <gtest/gtest.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/centrality/measures.hpp"
#include "analysis/hypergraph/agreement_measures.hpp"
#include "model/data_set_builder.hpp"
#include "program.hpp"

namespace maillage {
namespace {

using Json = nlohmann::ordered_json;

const std::filesystem::path kFolder = MAILLAGE_SOURCE_DIR "/docs/measures";

enum Column : std::size_t { weights, direction, isolate, without_ties, one_node, two_nodes, divisor, variant, columns };
using Table = std::map<std::string, std::vector<std::string>, std::less<>>;  // measure → the cells after its name

Table table_of_conventions(std::string_view text) {
  Table table;
  while (!text.empty()) {
    auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (!line.starts_with("| [`")) continue;
    const auto code = line.substr(4, line.find('`', 4) - 4);
    line.remove_prefix(line.find('|', 1) + 1);
    auto& cells = table[std::string(code)];
    for (auto end = line.find('|'); end != std::string_view::npos; end = line.find('|')) {
      cells.emplace_back(end < 2 ? "" : line.substr(1, end - 2));
      line.remove_prefix(end + 1);
    }
  }
  return table;
}

constexpr std::string_view kSecondTable = "## Measures of agreements", kThirdTable = "## Figures of the whole network";

std::string page() {
  std::ifstream file(kFolder / "README.md", std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

/// The table between two headings; from the top of the page, or to its end, where one is empty.
Table table_between(std::string_view from, std::string_view to) {
  const auto text = page();
  const auto start = from.empty() ? 0 : std::min(text.find(from), text.size());
  return table_of_conventions(std::string_view(text).substr(start, to.empty() ? text.npos : text.find(to) - start));
}

const Table& documented() {
  static const auto table = table_between("", kSecondTable);
  return table;
}

const Table& documented_of_agreements() {
  static const auto table = table_between(kSecondTable, kThirdTable);
  return table;
}

/// The ties, or the arcs where there are some, as agreements of two, all of one year.
DataSet data_of(const Network& network, const DirectedNetwork* arcs) {
  DataSetBuilder builder;
  const auto name_of = [](char kind, std::uint32_t number) { return kind + std::to_string(1000 + number); };
  for (Vertex v = 0; v < network.vertex_count(); ++v) builder.add(InstitutionRow{.id = name_of('i', v)});
  const auto year = *PartialDate::parse("2020");
  std::uint32_t number = 0;
  const auto add = [&](Vertex source, Vertex target) {
    const auto id = name_of('a', number++), from = name_of('i', source), to = name_of('i', target);
    builder.add(AgreementRow{.id = id, .valid_from = year, .valid_to = year});
    builder.add(PartyRow{.agreement = id, .institution = from});
    builder.add(PartyRow{.agreement = id, .institution = to});
    if (arcs != nullptr) builder.add(FlowRow{id, from, to});
  };
  for (EdgeId e = 0; e < network.edge_count() && arcs == nullptr; ++e) add(network.source(e), network.target(e));
  for (Vertex v = 0; arcs != nullptr && v < arcs->vertex_count(); ++v) {
    for (const auto w : arcs->successors(v)) add(v, w);
  }
  return std::move(builder.finish().data);
}

/// An agreement of two for each tie, communities of two or three in a row, and three groups in turn.
std::vector<double> measured(const Network& network, std::string_view code, MeasureOptions options = {},
                             const DirectedNetwork* arcs = nullptr) {
  const Vertex size = network.edge_count() == 0 ? 1 : network.vertex_count() < 5 ? 2 : 3;
  std::vector<std::uint32_t> hyperdegree(network.vertex_count());
  for (Vertex v = 0; v < network.vertex_count(); ++v) {
    if (code != "community") options.community_of.push_back(v / size);
    options.group_of.push_back(v % 3);
    hyperdegree[v] = network.degree(v);
  }
  std::vector<std::vector<std::uint32_t>> agreements;
  for (EdgeId e = 0; e < network.edge_count(); ++e) agreements.push_back({network.source(e), network.target(e)});
  const Incidence incidence(network.vertex_count(), agreements);
  const auto data = data_of(network, arcs);
  const auto view = build_network(data, {.all_institutions = true, .directed = arcs != nullptr});
  return measure(MeasuredNetwork{network, hyperdegree, arcs, &incidence, &view}, code, options).values;
}

/// The values a cell stands for, for a network of n nodes, the first of them first; n0 of them are isolates.
std::vector<double> values_of(std::string_view cell, Vertex n, Vertex n0) {
  std::vector<double> values(n, std::numeric_limits<double>::quiet_NaN());
  if (cell == "undefined") return values;
  if (cell == "1 to n") {
    for (Vertex v = 0; v < n; ++v) values[v] = v + 1;
    return values;
  }
  if (cell == "1/√n") return std::vector<double>(n, 1 / std::sqrt(n));
  if (cell == "1/n") return std::vector<double>(n, 1.0 / n);
  if (cell == "1, then 0") {
    values.assign(n, 0);
    values[0] = 1;
    return values;
  }
  if (cell == "(1 − d)/(n − d·n₀)") return std::vector<double>(n, 0.15 / (n - 0.85 * n0));
  // The value that is given, L2 norm 1; before, it is 1.
  constexpr std::string_view before = "1 before normalising (", beside = " beside two joined nodes)";
  if (cell.starts_with(before) && cell.ends_with(beside)) {
    cell = cell.substr(before.size(), cell.size() - before.size() - beside.size());
  }
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  EXPECT_TRUE(error == std::errc{} && end == cell.data() + cell.size()) << "not understood: " << cell;
  return std::vector<double>(n, value);
}

void expect_same(const std::vector<double>& found, const std::vector<double>& wanted, std::string_view what) {
  ASSERT_EQ(found.size(), wanted.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (std::isnan(wanted[i]))
      EXPECT_TRUE(std::isnan(found[i])) << what << " is " << found[i];
    else
      EXPECT_NEAR(found[i], wanted[i], 1e-12) << what;
  }
}

bool is_undefined(const std::vector<double>& values) {
  return std::ranges::all_of(values, [](double value) { return std::isnan(value); });
}

/// An arc for each tie, from its first end to its second, with its weight.
DirectedNetwork arcs_along(const Network& network) {
  std::vector<DirectedNetwork::WeightedArc> arcs;
  for (EdgeId e = 0; e < network.edge_count(); ++e) {
    arcs.push_back({network.source(e), network.target(e), network.weight(e)});
  }
  return DirectedNetwork(network.vertex_count(), arcs);
}

const std::vector<Network::WeightedPair> kOneTie{{0, 1}};

TEST(MeasureConventions, every_measure_has_a_row_and_a_page) {
  for (const auto code : measure_codes()) {
    const auto row = documented().find(code);
    ASSERT_NE(row, documented().end()) << code;
    EXPECT_EQ(row->second.size(), columns) << code;
    EXPECT_TRUE(std::filesystem::is_regular_file(kFolder / (std::string(code) + ".md"))) << code;
  }
  EXPECT_EQ(documented().size(), measure_codes().size() + tie_measure_codes().size() + 1) << "and communities";
  for (const auto code : tie_measure_codes()) {
    EXPECT_TRUE(documented().contains(code)) << code;
    EXPECT_TRUE(std::filesystem::is_regular_file(kFolder / (std::string(code) + ".md"))) << code;
  }
  EXPECT_TRUE(documented().contains("communities"));
}

TEST(MeasureConventions, values_at_isolates_and_in_the_smallest_networks) {
  for (const auto code : measure_codes()) {
    const auto& row = documented().find(code)->second;
    const std::string name(code);
    expect_same({measured(Network(3, kOneTie), code)[2]}, {values_of(row[isolate], 3, 1)[2]}, name + " at an isolate");
    expect_same(measured(Network(3, {}), code), values_of(row[without_ties], 3, 3), name + " without ties");
    expect_same(measured(Network(1, {}), code), values_of(row[one_node], 1, 1), name + " of one node");
    expect_same(measured(Network(2, kOneTie), code), values_of(row[two_nodes], 2, 0), name + " of two nodes");
    EXPECT_TRUE(measured(Network{}, code).empty());
  }
}

TEST(MeasureConventions, what_normalised_values_are_divided_by) {
  const std::vector<Network::WeightedPair> pairs{{0, 1}, {0, 2}, {0, 3}, {0, 4}, {3, 4}};
  const Network network(6, pairs);  // n = 6, vertex 5 an isolate
  const auto arcs = arcs_along(network);
  for (const auto code : measure_codes()) {
    const auto& cell = documented().find(code)->second[divisor];
    double by = 0;
    if (cell == "nothing") by = 1;
    if (cell == "n − 1") by = 5;
    if (cell == "1/(n − 1)") by = 1 / 5.0;
    if (cell == "(n − 1)(n − 2)/2") by = 10;
    if (cell == "(n − 1)(n − 2)") by = 20;
    ASSERT_GT(by, 0) << code << ": " << cell;
    auto wanted = measured(network, code);
    const bool needs_arcs = is_undefined(wanted);
    if (needs_arcs) wanted = measured(network, code, {}, &arcs);
    EXPECT_FALSE(is_undefined(wanted)) << code;
    for (auto& value : wanted) value /= by;
    expect_same(measured(network, code, {.normalized = true}, needs_arcs ? &arcs : nullptr), wanted, code);
  }
}

// A tie between two, ties that lead nowhere else, and a tie in a network of n = 6.
TEST(MeasureConventions, of_ties) {
  const Network one_tie(2, kOneTie);
  const Network network(6, std::vector<Network::WeightedPair>{{0, 1}, {1, 2}, {2, 3}, {0, 4}});
  const auto values = [](const Network& of, std::string_view code, MeasureOptions options = {}) {
    return measure_ties({of, {}}, code, options).values;
  };
  ASSERT_FALSE(tie_measure_codes().empty());
  for (const auto code : tie_measure_codes()) {
    const auto& row = documented().find(code)->second;
    for (const auto column : {isolate, without_ties, one_node}) EXPECT_EQ(row[column], "no ties") << code;
    EXPECT_TRUE(values(Network(3, {}), code).empty()) << code;
    EXPECT_TRUE(values(Network(1, {}), code).empty()) << code;
    expect_same(values(one_tie, code), {values_of(row[two_nodes], 1, 0)}, code);
    ASSERT_EQ(row[divisor], "n(n − 1)/2") << code;
    auto wanted = values(network, code);
    EXPECT_EQ(wanted.size(), network.edge_count());
    for (auto& value : wanted) value /= 15;
    expect_same(values(network, code, {.normalized = true}), wanted, code);
  }
}

bool same(const std::vector<double>& a, const std::vector<double>& b) {
  return std::ranges::equal(a, b, [](double x, double y) {
    return std::isnan(x) || std::isnan(y) ? std::isnan(x) && std::isnan(y) : std::abs(x - y) < 1e-9;
  });
}

TEST(MeasureConventions, whether_weights_are_used) {
  // A square with a diagonal and unequal weights, and the same without weights.
  const std::vector<Network::WeightedPair> unequal{{0, 1, 1}, {1, 2, 2},   {2, 3, 0.5},
                                                   {0, 3, 3}, {0, 2, 0.1}, {3, 4, 7}};
  const Network weighted(5, unequal), unweighted = weighted.with_unit_weights();
  const auto arcs = arcs_along(weighted), unweighted_arcs = arcs.with_unit_weights();
  const auto differ = [&](std::string_view code, Distance distance) {
    const bool needs_arcs = is_undefined(measured(weighted, code));
    const auto found = measured(weighted, code, {.distance = distance}, needs_arcs ? &arcs : nullptr);
    EXPECT_FALSE(is_undefined(found)) << code;
    return !same(found, measured(unweighted, code, {.distance = distance}, needs_arcs ? &unweighted_arcs : nullptr));
  };
  for (const auto code : measure_codes()) {
    const auto& cell = documented().find(code)->second[weights];
    EXPECT_EQ(differ(code, Distance::hops), cell == "yes") << code;
    EXPECT_EQ(differ(code, Distance::inverse), cell != "no") << code;
    EXPECT_EQ(differ(code, Distance::weight), cell != "no") << code;
  }
}

TEST(MeasureConventions, whether_and_which_way_direction_is_used) {
  // A ring with chords and a leaf, some of its ties going both ways: every role between three groups in turn occurs.
  std::vector<Network::WeightedPair> pairs;
  std::vector<DirectedNetwork::WeightedArc> there;
  for (Vertex v = 0; v < 15; ++v) {
    for (const Vertex step : {1U, 3U, 5U}) {
      const auto w = (v + step) % 15;
      pairs.push_back({v, w});
      there.push_back({v, w});
      if (w % 4 == 0) there.push_back({w, v});
    }
  }
  pairs.push_back({0, 15});
  there.push_back({0, 15});
  there.push_back({15, 0});
  const Network ties(16, pairs);
  const DirectedNetwork arcs(16, there), back = arcs.reversed();
  for (const auto code : measure_codes()) {
    const auto& cell = documented().find(code)->second[direction];
    const auto directed = measured(ties, code, {}, &arcs);
    EXPECT_EQ(!same(directed, measured(ties, code)), cell != "no") << code;
    if (!cell.ends_with("`--mode`")) continue;
    MeasureOptions in, out;
    in.mode = Direction::in;
    out.mode = Direction::out;
    const auto coming_in = measured(ties, code, in, &arcs);
    EXPECT_TRUE(same(coming_in, measured(ties, code, out, &back))) << code;
    EXPECT_EQ(same(coming_in, directed), cell.starts_with("in")) << code;
  }
}

TEST(AgreementMeasureConventions, every_measure_has_a_row_and_a_page) {
  EXPECT_EQ(documented_of_agreements().size(), agreement_measure_codes().size());
  for (const auto code : agreement_measure_codes()) {
    ASSERT_TRUE(documented_of_agreements().contains(code)) << code;
    EXPECT_TRUE(std::filesystem::is_regular_file(kFolder / (std::string(code) + ".md"))) << code;
  }
}

TEST(AgreementMeasureConventions, every_cell) {
  enum : std::size_t { too_few, shares_none, alone, two, divided_by };
  // Two of the same two parties, one of others, one of a single party; s = 2.
  const Incidence both(5, {{0, 1}, {0, 1}, {2, 3}, {4}}), one(2, {{0, 1}});
  // A chain of three agreements that share two parties each, and one apart: m = 4.
  const Incidence chain(8, {{0, 1, 2}, {1, 2, 3}, {2, 3, 4}, {5, 6, 7}});
  const auto value = [](const Incidence& incidence, std::string_view code, std::size_t at, bool normalized = false) {
    return AgreementMeasures(incidence, 2, normalized).measure(code).values[at];
  };
  for (const auto code : agreement_measure_codes()) {
    const auto& row = documented_of_agreements().find(code)->second;
    ASSERT_EQ(row.size(), 6U) << code;
    const std::string name(code);
    expect_same({value(both, code, 3)}, values_of(row[too_few], 1, 0), name + " of too few parties");
    expect_same({value(both, code, 2)}, values_of(row[shares_none], 1, 0), name + " that shares with none");
    expect_same({value(one, code, 0)}, values_of(row[alone], 1, 0), name + " alone");
    expect_same({value(both, code, 0)}, values_of(row[two], 1, 0), name + " of two");
    const auto& cell = row[divided_by];
    const double by = cell == "nothing" ? 1 : cell == "m − 1" ? 3 : cell == "(m − 1)(m − 2)/2" ? 3 : 0;
    ASSERT_GT(by, 0) << cell;
    EXPECT_NEAR(value(chain, code, 1, true), value(chain, code, 1) / by, 1e-12) << code;
  }
}

// What the program says of the whole network of an edge list: a number of its JSON, "undefined" for null.
std::string figure(const Json& structure, std::string_view code) {
  const auto written = [](const Json& value) {
    std::ostringstream text;
    value.is_null() ? text << "undefined" : text << value.get<double>();
    return text.str();
  };
  if (code == "robins_alexander") return written(structure["two_mode"][code]);
  if (code == "rich_club") {
    const auto& levels = structure[code]["levels"];
    return levels.empty() ? "no level" : written(levels[0]["phi"]);
  }
  if (code != "assortativity") return written(structure.at(code));
  std::string all = written(structure[code]["degree"]);
  for (const auto& value : structure[code]) EXPECT_EQ(written(value), all) << "all five are alike";
  return all;
}

TEST(FigureConventions, every_cell) {
  const auto table = table_between(kThirdTable, "");
  EXPECT_EQ(table.size(), 7U);
  const testing::ScratchFolder scratch;
  std::size_t column = 0;
  for (const auto* ties : {"a,\nb,\nc,\n", "a,\n", "a,b\n"}) {  // without ties, one node, two nodes
    const auto file = scratch.path() / "ties.csv";
    std::ofstream(file) << "source,target\n" << ties;
    const auto run = testing::run_shell("'" MAILLAGE_PROGRAM "' --quiet structure '" + file.string() + "' --all-institutions --format json",
                                        scratch.path());
    const auto structure = Json::parse(run.output);
    for (const auto& [code, cells] : table) {
      ASSERT_EQ(cells.size(), 4U) << code;
      EXPECT_EQ(figure(structure, code), cells[column]) << code << " of " << ties;
    }
    ++column;
  }
}

TEST(MeasureConventions, the_table_is_read_cell_by_cell) {
  const auto table =
      table_of_conventions("| measure | a |\n|---|---|\n| [`x`](x.md) | 0 |  | no |\ntext\n| [`y`](y.md) | 1/n |\n");
  ASSERT_EQ(table.size(), 2U);
  EXPECT_EQ(table.at("x"), (std::vector<std::string>{"0", "", "no"}));
  EXPECT_EQ(table.at("y"), std::vector<std::string>{"1/n"});
}

}  // namespace
}  // namespace maillage
