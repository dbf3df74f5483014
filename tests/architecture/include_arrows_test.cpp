// SPDX-License-Identifier: Apache-2.0
// The rooms of src and the arrows between them: who may include whom, and where a library from outside may be seen.
#include <gmock/gmock.h>

#include <map>
#include <set>

#include "architecture/source_tree.hpp"

namespace maillage::architecture {
namespace {

using Rooms = std::set<std::string, std::less<>>;
using testing::ElementsAre;
using testing::IsEmpty;

/// Room → the rooms it may include beside itself. Brothers do not include each other: only `cli` joins them.
const std::map<std::string, Rooms, std::less<>> kArrows{
    {"files", {}},
    {"model", {}},
    {"results", {}},
    {"language", {"model"}},
    {"tables", {"files"}},
    {"names", {"model"}},
    {"registry", {"names", "model"}},
    {"records", {"registry", "names", "tables", "files", "model"}},
    {"documents", {"registry", "names", "tables", "files", "model"}},
    {"network", {"model"}},
    {"analysis", {"results", "network", "model"}},
    {"drawing", {"results", "network", "model", "language"}},
    {"exchange", {"results", "network", "model", "files", "tables"}},
    {"report", {"results", "network", "model", "tables", "language"}},
    {"cli",
     {"report", "exchange", "drawing", "analysis", "network", "results", "documents", "records", "registry", "names", "tables", "language",
      "files", "model"}},
    {"main.cpp", {"cli"}},
};

/// A library by how its headers begin, and where they may be included: a folder, a file, or `.cpp` of a folder.
struct LibraryRule {
  std::string_view header;
  std::vector<std::string_view> allowed;  ///< beginnings of paths
  bool only_in_sources = false;           ///< never in a header of ours, beside those named in full
  std::size_t most_files = 1000;
};
const std::vector<LibraryRule> kLibraries{
    {"boost/", {"src/network/boost_graph.hpp", "src/analysis/"}, true},
    // The two named ones are for the sources beside them.
    {"Eigen/",
     {"src/analysis/centrality/adjacency.hpp", "src/analysis/centrality/largest_eigenvector.hpp", "src/analysis/"},
     true},
    {"gvc.h", {"src/drawing/"}, true, 1},
    {"gvplugin.h", {"src/drawing/"}, true, 1},
    {"cgraph.h", {"src/drawing/"}, true, 1},
    {"graphviz/", {"src/drawing/"}, true, 1},
    {"cairo", {"src/drawing/"}, true},
    {"librsvg/", {"src/drawing/"}, true},
    {"CLI/", {"src/cli/", "src/main.cpp"}},
    {"nlohmann/", {"src/tables/", "src/records/", "src/documents/", "src/exchange/", "src/cli/"}},
    {"libxml/", {"src/documents/intake/"}, true, 1},
    {"unicode/", {"src/files/", "src/language/", "src/names/", "src/tables/", "src/documents/"}, true},
    {"iostream", {"src/cli/", "src/main.cpp", "src/language/build_tools/", "src/registry/build_tools/"}, true},
};

struct Include {
  std::string path;  ///< as written
  bool is_ours = false;
};

std::vector<Include> includes_of(const ProjectFile& file) {
  std::vector<Include> includes;
  for (auto line : lines_of(file.text)) {
    const auto trim = [&line] { line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size())); };
    trim();
    if (!line.starts_with('#')) continue;
    line.remove_prefix(1);
    trim();
    if (!line.starts_with("include")) continue;
    line.remove_prefix(7);
    trim();
    const auto end = line.find_first_of("\">", 1);
    if (line.empty() || end == std::string_view::npos) continue;
    includes.push_back({std::string(line.substr(1, end - 1)), line.front() == '"'});
  }
  return includes;
}

/// "records" of src/records/load.cpp, "main.cpp" of src/main.cpp; empty outside src.
std::string room_of(std::string_view path) {
  if (!path.starts_with("src/")) return {};
  path.remove_prefix(4);
  return std::string(path.substr(0, path.find('/')));
}

std::vector<std::string> forbidden_arrows(const ProjectFiles& files) {
  std::vector<std::string> found;
  for (const auto& file : files) {
    const auto room = room_of(file.path);
    if (room.empty() || !is_cpp(file.path) || file.path.find("/build_tools/") != std::string::npos) continue;
    const auto arrows = kArrows.find(room);
    if (arrows == kArrows.end()) {
      found.push_back(file.path + ": a room without arrows");
      continue;
    }
    for (const auto& include : includes_of(file)) {
      if (!include.is_ours) continue;
      const auto other = include.path.substr(0, include.path.find('/'));
      if (other == include.path) {
        found.push_back(file.path + ": \"" + include.path + "\" is not written from src");
      } else if (other != room && !arrows->second.contains(other)) {
        found.push_back(file.path + ": " + include.path);
      }
    }
  }
  return found;
}

std::vector<std::string> misplaced_libraries(const ProjectFiles& files) {
  std::vector<std::string> found;
  for (const auto& rule : kLibraries) {
    std::vector<std::string> users;
    for (const auto& file : files) {
      if (room_of(file.path).empty() || !is_cpp(file.path)) continue;
      const auto includes = includes_of(file);
      const auto uses =
          std::ranges::any_of(includes, [&](auto& i) { return !i.is_ours && i.path.starts_with(rule.header); });
      if (!uses) continue;
      users.push_back(file.path);
      const auto place = std::ranges::find_if(rule.allowed, [&](auto begin) { return file.path.starts_with(begin); });
      const bool is_named = place != rule.allowed.end() && *place == file.path;
      if (place == rule.allowed.end() || (rule.only_in_sources && !is_named && file.path.ends_with(".hpp"))) {
        found.push_back(file.path + ": " + std::string(rule.header));
      }
    }
    if (users.size() > rule.most_files) found.push_back(std::string(rule.header) + " in several files: " + users[1]);
  }
  return found;
}

/// Rooms that include each other in a circle would be one room.
bool has_circle(const std::map<std::string, Rooms, std::less<>>& arrows) {
  Rooms settled;
  for (bool changed = true; changed;) {
    changed = false;
    for (const auto& [room, others] : arrows) {
      if (settled.contains(room) || !std::ranges::all_of(others, [&](auto& o) { return settled.contains(o); }))
        continue;
      settled.insert(room);
      changed = true;
    }
  }
  return settled.size() < arrows.size();
}

TEST(IncludeArrows, hold_in_the_source_tree) {
  const auto files = project_files();
  EXPECT_GT(files.size(), 40U) << "the source tree was not found";
  EXPECT_THAT(forbidden_arrows(files), IsEmpty());
}

TEST(IncludeArrows, libraries_from_outside_stay_where_they_belong) {
  EXPECT_THAT(misplaced_libraries(project_files()), IsEmpty());
}

TEST(IncludeArrows, go_one_way) {
  EXPECT_FALSE(has_circle(kArrows));
  EXPECT_TRUE(has_circle({{"a", {"b"}}, {"b", {"a"}}, {"c", {}}}));
}

TEST(IncludeArrows, a_bad_tree_is_found_bad) {
  const ProjectFiles bad{
      {"src/cli/commands/draw.cpp", "#include \"drawing/map.hpp\"\n#include <CLI/CLI.hpp>\n"},  // sound
      {"src/drawing/chart.cpp", "#include \"report/tables.hpp\"\n"},
      {"src/language/language.cpp", "  #  include \"model/codes.hpp\"\n#include \"network/network.hpp\"\n"},
      {"src/model/data_set.cpp", "#include \"data_set.hpp\"\n"},
      {"src/util/strings.hpp", "#pragma once\n"},
  };
  EXPECT_THAT(forbidden_arrows(bad),
              ElementsAre("src/drawing/chart.cpp: report/tables.hpp", "src/language/language.cpp: network/network.hpp",
                          "src/model/data_set.cpp: \"data_set.hpp\" is not written from src",
                          "src/util/strings.hpp: a room without arrows"));
}

TEST(IncludeArrows, a_misplaced_library_is_found) {
  const ProjectFiles bad{
      {"src/analysis/centrality/eigenvector.cpp", "#include <Eigen/SparseCore>\n"},  // sound
      {"src/analysis/centrality/eigenvector.hpp", "#include <Eigen/SparseCore>\n"},
      {"src/drawing/first.cpp", "#include <gvc.h>\n"},
      {"src/drawing/second.cpp", "#include <gvc.h>\n"},
      {"src/network/boost_graph.hpp", "#include <boost/graph/graph_traits.hpp>\n"},  // sound
      {"src/network/network.hpp", "#include <boost/graph/graph_traits.hpp>\n"},
      {"src/report/page.cpp", "#include <nlohmann/json.hpp>\n"},
  };
  EXPECT_THAT(misplaced_libraries(bad),
              ElementsAre("src/network/network.hpp: boost/", "src/analysis/centrality/eigenvector.hpp: Eigen/",
                          "gvc.h in several files: src/drawing/second.cpp", "src/report/page.cpp: nlohmann/"));
}

}  // namespace
}  // namespace maillage::architecture
