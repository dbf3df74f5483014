// SPDX-License-Identifier: Apache-2.0
// What is written is read back the same: package → data set → package, and flat agreements → the same network.
#include <gmock/gmock.h>

#include <filesystem>
#include <set>
#include <tuple>

#include "exchange/flat_tables.hpp"
#include "exchange/package_writer.hpp"
#include "exchange/random_data_set.hpp"
#include "files/files.hpp"
#include "files/scratch_folder.hpp"
#include "generator/generated_network.hpp"
#include "generator/generated_package.hpp"
#include "records/load.hpp"

namespace maillage {
namespace {

using exchange_tests::RandomDataSet;
using testing::IsEmpty;

using Files = std::vector<std::pair<std::string, std::string>>;

DataSet reloaded(const Files& files) {
  const ScratchFolder scratch;
  write_folder(scratch / "package", files, Overwrite::never);
  return load(scratch / "package").data;
}

// A difference of two packages is told by its first differing line, not by half a megabyte.
void expect_same(const Files& first, const Files& second) {
  ASSERT_EQ(first.size(), second.size());
  for (std::size_t i = 0; i < first.size(); ++i) {
    ASSERT_EQ(first[i].first, second[i].first);
    const auto& [a, b] = std::tie(first[i].second, second[i].second);
    const auto at = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
    EXPECT_TRUE(a == b) << first[i].first << ": " << a.substr(a.rfind('\n', at) + 1, 200) << "\n→ "
                        << b.substr(b.rfind('\n', at) + 1, 200);
  }
}

TEST(PackageRoundTrip, GivesTheSameBytesForRandomDataSets) {
  for (unsigned seed = 0; seed < 15; ++seed) {
    SCOPED_TRACE(seed);
    const auto data = RandomDataSet(seed).draw().data;
    const auto files = package_files(data);
    expect_same(files, package_files(reloaded(files)));
  }
}

TEST(PackageRoundTrip, IsSoundForRandomDataSets) {
  for (unsigned seed = 0; seed < 10; ++seed) {
    const ScratchFolder scratch;
    write_folder(scratch / "package", package_files(RandomDataSet(seed).draw().data), Overwrite::never);
    std::vector<std::string> errors;
    for (const auto& fault : load(scratch / "package").faults) {
      // Dates are drawn: ends may come before starts. Everything about form has to be right.
      if (fault.code.starts_with("malformed") || fault.code.starts_with("unknown") ||
          fault.code.starts_with("broken") || fault.code.starts_with("duplicate") || fault.code.starts_with("stray") ||
          fault.code.starts_with("missing")) {
        errors.push_back(fault.code + ' ' + fault.file + ' ' + fault.field + ' ' + fault.value);
      }
    }
    EXPECT_THAT(errors, IsEmpty());
  }
}

TEST(PackageRoundTrip, GivesTheSameBytesForTheRealData) {
  const auto data = load(std::filesystem::path(MAILLAGE_SOURCE_DIR) / "data/hauts-de-france").data;
  const auto files = package_files(data);
  expect_same(files, package_files(reloaded(files)));
}

TEST(PackageRoundTrip, GivesTheTablesOfTheRealDataAsTheyWere) {
  const auto folder = std::filesystem::path(MAILLAGE_SOURCE_DIR) / "data/hauts-de-france";
  for (const auto& [name, text] : package_files(load(folder).data)) {
    if (!name.ends_with(".csv")) continue;
    auto lines = [](const std::string& csv) {
      std::multiset<std::string> all;
      for (std::size_t begin = 0; begin < csv.size();) {
        const auto end = csv.find('\n', begin);
        all.insert(csv.substr(begin, end - begin));
        begin = end + 1;
      }
      return all;
    };
    EXPECT_EQ(lines(text), lines(read_file(folder / name))) << name;
  }
}

TEST(PackageRoundTrip, GivesTheSameBytesForAGeneratedPackage) {
  const ScratchFolder scratch;
  generator::write_package(generator::generated_package(), scratch / "in");
  const auto files = package_files(load(scratch / "in").data);
  expect_same(files, package_files(reloaded(files)));
}

// Nodes and ties without their weights: `a - b`, or `a` for a node without ties.
std::vector<std::string> ends_of_ties(const DataSet& data) {
  const auto view = build_network(data, {});
  std::vector<std::string> ties;
  for (EdgeId e = 0; e < view.network.edge_count(); ++e) {
    ties.push_back(std::string(view.id(view.network.source(e))) + " - " + std::string(view.id(view.network.target(e))));
  }
  for (Vertex v = 0; v < view.network.vertex_count(); ++v) {
    if (view.network.degree(v) == 0) ties.emplace_back(view.id(v));
  }
  return ties;
}

TEST(AgreementsCsvRoundTrip, GivesTheSameNetwork) {
  const ScratchFolder scratch;
  auto generated = generator::generated_package();
  generated.erase("lineage.csv");  // has no place in the form: renewed agreements count once
  generator::write_package(generated, scratch / "in");
  for (const auto& folder : {std::filesystem::path(MAILLAGE_SOURCE_DIR) / "data/hauts-de-france", scratch / "in"}) {
    const auto data = load(folder).data;
    ViewOptions options;
    const auto selection = select_agreements(data, options);
    const auto file = scratch / (folder.filename().string() + ".csv");
    write_file(file, agreements_csv(data, &selection), Overwrite::never);
    const auto read = load(file);
    EXPECT_FALSE(read.has_errors());
    EXPECT_EQ(read.format, InputFormat::agreements_csv);
    EXPECT_EQ(read.data.agreements.size(), selection.items.size());
    // Unnamed parties have no place in the form; ties do not depend on them without weights.
    EXPECT_EQ(ends_of_ties(read.data), ends_of_ties(data));
    EXPECT_EQ(agreements_csv(read.data, nullptr), agreements_csv(data, &selection));
  }
}

TEST(EdgesCsvRoundTrip, GivesTheSameTies) {
  const ScratchFolder scratch;
  const auto data = load(std::filesystem::path(MAILLAGE_SOURCE_DIR) / "data/hauts-de-france").data;
  write_file(scratch / "edges.csv", edges_csv(build_network(data, {})), Overwrite::never);
  const auto read = load(scratch / "edges.csv");
  EXPECT_FALSE(read.has_errors());
  EXPECT_EQ(read.format, InputFormat::edge_list_csv);
  EXPECT_EQ(ends_of_ties(read.data), ends_of_ties(data));
}

}  // namespace
}  // namespace maillage
