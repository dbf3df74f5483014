// SPDX-License-Identifier: Apache-2.0
// A generated list of agreements, measured as one of a million would be: everything that is linear, in one command. Each
// measure against a slow way of its own.
#include <gmock/gmock.h>

#include <map>
#include <random>
#include <set>

#include "cli/program.hpp"

namespace maillage::program {
namespace {

constexpr std::size_t kInstitutions = 400;

std::string name_of(std::size_t number) { return "i" + std::to_string(1000 + number); }

/// Agreements of one to six parties, a few institutions in many of them, and two parts that never meet.
std::vector<std::vector<std::size_t>> agreements() {
  std::mt19937_64 random(33);
  std::vector<std::vector<std::size_t>> all(600);
  for (auto& parties : all) {
    const std::size_t part = random() % 4 == 0 ? 1 : 0;
    std::set<std::size_t> members;
    for (auto left = 1 + random() % 6; left > 0; --left) {
      const auto most = 1 + random() % (kInstitutions / 2);
      members.insert(part * kInstitutions / 2 + random() % most);
    }
    parties.assign(members.begin(), members.end());
  }
  return all;
}

using Partners = std::map<std::string, std::set<std::string>>;

/// Takes away, again and again, all that have fewer than k partners left.
std::map<std::string, int> slow_cores(Partners partners) {
  std::map<std::string, int> core;
  for (int k = 1; !partners.empty(); ++k) {
    for (auto it = partners.begin(); it != partners.end();) {
      if (std::ssize(it->second) >= k) {
        ++it;
        continue;
      }
      core[it->first] = k - 1;
      for (const auto& other : it->second) partners[other].erase(it->first);
      partners.erase(it);
      it = partners.begin();
    }
  }
  return core;
}

std::set<std::string> reached_from(const Partners& partners, const std::string& from) {
  std::set<std::string> reached{from};
  for (std::vector<std::string> open{from}; !open.empty();) {
    const auto next = open.back();
    open.pop_back();
    for (const auto& other : partners.at(next)) {
      if (reached.insert(other).second) open.push_back(other);
    }
  }
  return reached;
}

TEST(GeneratedList, GivesEverythingLinearInOneCommand) {
  std::string rows = "id,parties\n";
  Partners partners;
  std::map<std::string, double> strength;
  std::map<std::string, std::map<std::string, double>> weight;
  int number = 0;
  for (const auto& parties : agreements()) {
    rows += "a" + std::to_string(++number) + ",";
    for (std::size_t i = 0; i < parties.size(); ++i) {
      const auto name = name_of(parties[i]);
      rows += (i > 0 ? "|" : "") + name;
      strength[name] += parties.size() > 1 ? 1 : 0;
      auto& own = partners[name];
      for (const auto other : parties) {
        if (other == parties[i]) continue;
        own.insert(name_of(other));
        weight[name][name_of(other)] += 1 / (static_cast<double>(parties.size()) - 1);
      }
    }
    rows += "\n";
  }
  Around around;
  around.input = rows;
  const auto answer = json_of({"centrality", "-", "--measure", "degree,strength,pagerank,core,component,community"}, around);
  const auto& nodes = answer.at("nodes");
  ASSERT_EQ(nodes.size(), partners.size());
  const auto cores = slow_cores(partners);
  std::map<std::string, double> pagerank;
  std::map<std::string, int> component, community;
  for (const auto& node : nodes) {
    const auto id = node.at("id").get<std::string>();
    EXPECT_EQ(node.at("degree"), partners.at(id).size()) << id;
    EXPECT_NEAR(node.at("strength").get<double>(), strength.at(id), 1e-9) << id;
    EXPECT_EQ(node.at("core"), cores.at(id)) << id;
    pagerank[id] = node.at("pagerank");
    component[id] = node.at("component");
    community[id] = node.at("community");
  }
  double sum = 0, nowhere = 0;
  for (const auto& [id, rank] : pagerank) {
    sum += rank;
    if (partners.at(id).empty()) nowhere += rank;
  }
  EXPECT_NEAR(sum, 1, 1e-9);
  const auto n = static_cast<double>(nodes.size());
  for (const auto& [id, rank] : pagerank) {  // what it gives is what it gets
    double got = 0.15 / n + 0.85 * nowhere / n;
    for (const auto& [other, shared] : weight[id]) got += 0.85 * pagerank.at(other) * shared / strength.at(other);
    EXPECT_NEAR(rank, got, 1e-9) << id;
  }
  std::size_t largest = nodes.size();  // components are numbered by size
  std::map<int, std::set<std::string>> members;
  for (const auto& [id, of] : component) members[of].insert(id);
  EXPECT_GT(members.size(), 1U);
  for (const auto& [of, ids] : members) {
    EXPECT_EQ(ids, reached_from(partners, *ids.begin()));
    EXPECT_LE(ids.size(), largest);
    largest = ids.size();
  }
  std::map<int, std::set<int>> components_of;
  for (const auto& [id, of] : community) components_of[of].insert(component.at(id));
  EXPECT_GT(components_of.size(), members.size());
  for (const auto& [of, in] : components_of) EXPECT_EQ(in.size(), 1U) << "a community within one component";
}

}  // namespace
}  // namespace maillage::program
