// SPDX-License-Identifier: Apache-2.0
// DOT as Graphviz' own programs read it back: the same nodes, edges and positions.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "drawing/map.hpp"
#include "model/data_set_builder.hpp"
#include "program.hpp"

namespace maillage {
namespace {

using testing::run_shell;
using testing::ScratchFolder;

// ring of n institutions, with an agreement of the first three
struct Ring {
  DataSet data;
  NetworkView view;
  MapPicture picture;

  Ring(int n, const std::string& name) {
    DataSetBuilder builder;
    const auto id_of = [&](int i) { return "i-" + std::to_string(i % n); };
    for (int i = 0; i < n; ++i) {
      const auto id = id_of(i), full = name + std::to_string(i) + "\\";
      builder.add(InstitutionRow{.id = id, .name = full});
    }
    const auto agreement = [&](const std::string& id, const std::vector<int>& parties) {
      builder.add(AgreementRow{.id = id, .title = id, .stage = Stage::signed_});
      for (const auto i : parties) {
        const auto party = id_of(i);
        builder.add(PartyRow{.agreement = id, .institution = party});
      }
    };
    for (int i = 0; i < n; ++i) agreement("a" + std::to_string(i), {i, i + 1});
    agreement("three", {0, 1, 2});
    data = builder.finish().data;
    view = build_network(data, {});
    MapInput input;
    input.view = &view;
    picture = draw_map(input, {}, Language("en"));
  }
};

struct ReadBack {
  std::map<std::string, std::string> position, label;  // by name of the node
  std::multiset<std::pair<std::string, std::string>> ties;
};

std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields;
  std::istringstream in(line);
  for (std::string field; std::getline(in, field, '\t');) fields.push_back(field);
  return fields;
}

// gvpr prints what Graphviz has read; `filter` is a program between.
ReadBack read_back(const std::string& dot, const std::string& filter = "cat") {
  const ScratchFolder scratch;
  std::ofstream(scratch.path() / "map.dot") << dot;
  const auto run = run_shell(filter + R"( map.dot | gvpr 'N{printf("N\t%s\t%s\t%s\n",$.name,$.pos,$.label)}E{printf("E\t%s\t%s\n",$.tail.name,$.head.name)}')",
                             scratch.path());
  EXPECT_EQ(run.exit_code, 0);
  ReadBack read;
  std::istringstream lines(run.output);
  for (std::string line; std::getline(lines, line);) {
    const auto fields = fields_of(line);
    if (fields.size() >= 4 && fields[0] == "N") read.position[fields[1]] = fields[2], read.label[fields[1]] = fields[3];
    if (fields.size() == 3 && fields[0] == "E") read.ties.emplace(std::minmax(fields[1], fields[2]));
  }
  return read;
}

bool has_graphviz() { return run_shell("command -v gvpr nop dot", MAILLAGE_SOURCE_DIR).exit_code == 0; }

TEST(DotReadByGraphviz, HasTheSameNodesTiesAndPositions) {
  if (!has_graphviz()) GTEST_SKIP() << "no Graphviz programs: DOT is not read back by them";
  for (const int n : {3, 12}) {
    const Ring ring(n, "é \"q\" <b> & ");
    const auto read = read_back(ring.picture.dot);
    ASSERT_EQ(read.position.size(), static_cast<std::size_t>(n) + 1);  // and the sign of the agreement of three
    for (const auto& [id, at] : ring.picture.places.nodes) {
      ASSERT_TRUE(read.position.contains(id)) << id;
      double x = 0, y = 0;
      ASSERT_EQ(std::sscanf(read.position.at(id).c_str(), "%lf,%lf", &x, &y), 2) << id;
      EXPECT_NEAR(x, at.x * 0.75, 0.02) << id;
      EXPECT_NEAR(y, (ring.picture.height - at.y) * 0.75, 0.02) << id;
    }
    std::multiset<std::pair<std::string, std::string>> wished;
    for (int i = 0; i < n; ++i) {
      const auto one = "i-" + std::to_string(i), other = "i-" + std::to_string((i + 1) % n);
      wished.emplace(std::minmax(one, other));
    }
    for (int i = 0; i < 3; ++i) wished.emplace("agreement:three", "i-" + std::to_string(i));
    EXPECT_EQ(read.ties, wished);
  }
}

TEST(DotReadByGraphviz, IsTheSameOnceMoreThroughNopAndDot) {
  if (!has_graphviz()) GTEST_SKIP() << "no Graphviz programs: DOT is not read back by them";
  const Ring ring(7, "a \\N \\ ");
  const auto once = read_back(ring.picture.dot), canonical = read_back(ring.picture.dot, "nop"),
             laid_out = read_back(ring.picture.dot, "dot -Kneato -n -Gnotranslate=true");
  EXPECT_EQ(once.position, canonical.position);
  EXPECT_EQ(once.label, canonical.label);
  EXPECT_EQ(once.ties, canonical.ties);
  EXPECT_EQ(once.ties, laid_out.ties);
  for (const auto& [name, position] : once.position) {
    double x = 0, y = 0, then_x = 0, then_y = 0;
    ASSERT_EQ(std::sscanf(position.c_str(), "%lf,%lf", &x, &y), 2);
    ASSERT_EQ(std::sscanf(laid_out.position.at(name).c_str(), "%lf,%lf", &then_x, &then_y), 2) << name;
    EXPECT_NEAR(x, then_x, 0.02) << name;
    EXPECT_NEAR(y, then_y, 0.02) << name;
  }
}

}  // namespace
}  // namespace maillage
