// SPDX-License-Identifier: Apache-2.0
// Times our kernels and igraph's on one generated network, in turn in one run, after looking that both give the same.
#include <fmt/format.h>
#include <omp.h>

#include <CLI/CLI.hpp>
#include <cmath>
#include <functional>
#include <limits>
#include <optional>
#include <set>

#include "analysis/centrality/betweenness.hpp"
#include "analysis/centrality/burt.hpp"
#include "analysis/centrality/closeness.hpp"
#include "analysis/centrality/clustering.hpp"
#include "analysis/centrality/degree.hpp"
#include "analysis/centrality/eigenvector.hpp"
#include "analysis/centrality/harmonic.hpp"
#include "analysis/centrality/hits.hpp"
#include "analysis/centrality/pagerank.hpp"
#include "analysis/community/communities.hpp"
#include "analysis/structure/structure.hpp"
#include "bench/igraph_graph.hpp"
#include "bench/timed_run.hpp"
#include "generator/generated_network.hpp"

namespace maillage::bench {
namespace {

using Values = std::vector<double>;

/// The projection of a generated network with Newman's weights, vertices numbered as they were made.
Network projection_of(const generator::GeneratedNetwork& made) {
  std::vector<Network::WeightedPair> pairs;
  for (const auto& agreement : made.agreements) {
    const auto& parties = agreement.parties;
    const double weight = 1 / (static_cast<double>(parties.size()) - 1);
    for (std::size_t i = 0; i < parties.size(); ++i) {
      for (std::size_t j = i + 1; j < parties.size(); ++j) pairs.push_back({parties[i], parties[j], weight});
    }
  }
  return Network(static_cast<Vertex>(made.institutions.size()), pairs);
}

/// One thing both can do. `differ` tells how far apart the results are; `most_apart` is what is still the same.
struct Work {
  std::string name;
  std::function<Values()> ours, peer;
  double most_apart = 1e-9;
  std::function<double(const Values&, const Values&)> differ;
};

/// The largest difference, relative above 1; undefined values must be so in both.
double largest_difference(const Values& a, const Values& b) {
  if (a.size() != b.size()) return std::numeric_limits<double>::infinity();
  double largest = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (std::isnan(a[i]) && std::isnan(b[i])) continue;
    const auto apart = std::abs(a[i] - b[i]) / std::max(1.0, std::abs(b[i]));
    if (!(apart <= largest)) largest = std::isnan(apart) ? std::numeric_limits<double>::infinity() : apart;
  }
  return largest;
}

/// Partitions that name the same groups differently are the same.
double same_groups(const Values& a, const Values& b) {
  std::set<std::pair<double, double>> pairs;
  std::set<double> of_a(a.begin(), a.end()), of_b(b.begin(), b.end());
  for (std::size_t i = 0; i < a.size(); ++i) pairs.emplace(a[i], b[i]);
  return pairs.size() == of_a.size() && pairs.size() == of_b.size() ? 0 : 1;
}

Values as_values(const auto& numbers) { return Values(numbers.begin(), numbers.end()); }

double quality_of(const Network& network, const Values& groups) {
  return modularity(network, std::vector<std::uint32_t>(groups.begin(), groups.end()), 1);
}

std::vector<Work> works_on(const Network& network, IgraphGraph& graph) {
  const auto all = igraph_vss_all();
  const auto values = [](auto compute) {
    return [compute] {
      IgraphValues found;
      compute(found.get());
      return found.copy();
    };
  };
  const auto numbers = [](auto compute) {
    return [compute] {
      IgraphNumbers found;
      compute(found.get());
      return found.copy();
    };
  };
  const auto* g = graph.get();
  auto* weights = graph.weights();
  auto* strengths = graph.strengths();
  std::vector<Work> works;
  const auto add = [&](std::string name, std::function<Values()> ours, std::function<Values()> peer, double most_apart = 1e-9,
                       std::function<double(const Values&, const Values&)> differ = largest_difference) {
    works.push_back({std::move(name), std::move(ours), std::move(peer), most_apart, std::move(differ)});
  };
  add("build", [&network] {
        std::vector<Network::WeightedPair> pairs;
        for (EdgeId e = 0; e < network.edge_count(); ++e) pairs.push_back({network.source(e), network.target(e), network.weight(e)});
        return degree(Network(network.vertex_count(), pairs));
      },
      [&network, all] {
        IgraphGraph made(network);
        IgraphNumbers found;
        igraph_degree(made.get(), found.get(), all, IGRAPH_ALL, IGRAPH_NO_LOOPS);
        return found.copy();
      });
  add("strength", [&] { return strength(network); },
      values([=](igraph_vector_t* to) { igraph_strength(g, to, all, IGRAPH_ALL, IGRAPH_NO_LOOPS, weights); }));
  add("components", [&] { return as_values(components_of(network).component_of); },
      numbers([=](igraph_vector_int_t* to) { igraph_connected_components(g, to, nullptr, nullptr, IGRAPH_WEAK); }), 0, same_groups);
  add("core", [&] { return as_values(core_numbers_of(network)); },
      numbers([=](igraph_vector_int_t* to) { igraph_coreness(g, to, IGRAPH_ALL); }), 0);
  add("articulation", [&] { return as_values(articulation_points_of(network)); }, [=] {
        IgraphNumbers found;
        igraph_articulation_points(g, found.get());
        auto sorted = found.copy();
        std::ranges::sort(sorted);
        return sorted;
      }, 0);
  add("clustering", [&] { return clustering(network); },
      values([=](igraph_vector_t* to) { igraph_transitivity_local_undirected(g, to, all, IGRAPH_TRANSITIVITY_ZERO); }));
  add("constraint", [&] { return constraint(network); },
      values([=](igraph_vector_t* to) { igraph_constraint(g, to, all, weights); }));
  add("pagerank", [&] { return pagerank(network, 0.85); }, values([=](igraph_vector_t* to) {
        igraph_pagerank(g, IGRAPH_PAGERANK_ALGO_PRPACK, to, nullptr, all, IGRAPH_UNDIRECTED, 0.85, weights, nullptr);
      }));
  add("eigenvector", [&] { return eigenvector(network); }, [=] {
        IgraphValues found;
        igraph_arpack_options_t options;
        igraph_arpack_options_init(&options);
        igraph_eigenvector_centrality(g, found.get(), nullptr, IGRAPH_UNDIRECTED, true, weights, &options);
        auto vector = found.copy();
        double squares = 0;
        for (const auto value : vector) squares += value * value;
        for (auto& value : vector) value /= std::sqrt(squares);
        return vector;
      }, 1e-7);
  add("leiden", [&] {
        const auto found = find_communities(network, {.algorithm = "leiden", .seed = 1, .runs = 1});
        return as_values(found.community_of);
      },
      numbers([=, &network](igraph_vector_int_t* to) {
        double all_weights = 0;
        for (const auto weight : network.weights()) all_weights += weight;
        constexpr igraph_integer_t kIterations = 2;
        igraph_community_leiden(g, weights, strengths, 1 / (2 * all_weights), 0.01, false, kIterations, to, nullptr, nullptr);
      }),
      0.001, [&](const Values& a, const Values& b) { return quality_of(network, b) - quality_of(network, a); });
  add("louvain", [&] {
        const auto found = find_communities(network, {.algorithm = "louvain", .seed = 1, .runs = 1});
        return as_values(found.community_of);
      },
      numbers([=](igraph_vector_int_t* to) { igraph_community_multilevel(g, weights, 1, to, nullptr, nullptr); }), 0.002,
      [&](const Values& a, const Values& b) { return quality_of(network, b) - quality_of(network, a); });
  add("harmonic", [&] { return harmonic(network, Distance::hops); },
      values([=](igraph_vector_t* to) { igraph_harmonic_centrality(g, to, all, IGRAPH_ALL, nullptr, false); }));
  add("betweenness", [&] { return betweenness(network, Distance::hops); },
      values([=](igraph_vector_t* to) { igraph_betweenness(g, to, all, IGRAPH_UNDIRECTED, nullptr); }), 1e-8);
  return works;
}

struct Plan {
  std::string size = "M";
  std::vector<std::string> only;
  int repeats = 5, threads = 1;
  double enough_seconds = 20;
};

/// Runs both in turn until there are enough runs or enough time is spent; false where the results differ.
bool compare(Work& work, const Plan& plan) {
  Values found, expected;
  std::vector<double> ours, peer, ratios;
  double our_memory = 0, peer_memory = 0, spent = 0;
  for (int run = 0; run < plan.repeats && (run == 0 || spent < plan.enough_seconds); ++run) {
    const auto here = timed([&] { found = work.ours(); });
    const auto there = timed([&] { expected = work.peer(); });
    ours.push_back(here.seconds);
    peer.push_back(there.seconds);
    ratios.push_back(there.seconds / here.seconds);
    our_memory = std::max(our_memory, here.memory);
    peer_memory = std::max(peer_memory, there.memory);
    spent += here.seconds + there.seconds;
  }
  const auto apart = work.differ(found, expected);
  const bool agrees = apart <= work.most_apart;
  const auto ratio = spread_of(ratios);
  fmt::print("{:<14}{:>10.2f}{:>9.2f}{:>9.2f}{:>6}{:>13.2f}{:>13.2f}{:>13.1f}{:>13.1f}  {}\n", work.name, ratio.median,
             ratio.least, ratio.most, ratios.size(), 1000 * spread_of(ours).median, 1000 * spread_of(peer).median,
             our_memory / 1e6, peer_memory / 1e6,
             agrees ? fmt::format("agree ({:.1e})", apart) : fmt::format("DIFFER by {:.3e}, at most {:.0e} allowed", apart, work.most_apart));
  std::fflush(stdout);
  return agrees;
}

std::optional<generator::NetworkSize> size_named(const std::string& name) {
  if (name == "S") return generator::kSmall;
  if (name == "M") return generator::kMedium;
  if (name == "L") return generator::kLarge;
  return std::nullopt;
}

int run(const Plan& plan) {
  omp_set_num_threads(plan.threads);
  const auto network = projection_of(generator::generate(*size_named(plan.size)));
  IgraphGraph graph(network);
  fmt::print("Size {}: {} institutions, {} ties; {} thread(s) of ours, one of igraph {}.\n", plan.size, network.vertex_count(),
             network.edge_count(), plan.threads, IGRAPH_VERSION);
  fmt::print("Ratio: time of igraph over ours, in turn in one run; above 1 we are faster.\n\n");
  fmt::print("{:<14}{:>10}{:>9}{:>9}{:>6}{:>13}{:>13}{:>13}{:>13}\n", "work", "ratio", "least", "most", "runs", "ours ms",
             "igraph ms", "ours MB", "igraph MB");
  bool agree = true;
  for (auto& work : works_on(network, graph)) {
    if (!plan.only.empty() && std::ranges::find(plan.only, work.name) == plan.only.end()) continue;
    agree = compare(work, plan) && agree;
  }
  return agree ? 0 : 1;
}

}  // namespace
}  // namespace maillage::bench

int main(int argc, char** argv) {
  maillage::bench::Plan plan;
  CLI::App app("Our kernels against igraph's C library: ratios, spread and peak memory");
  app.add_option("--size", plan.size, "S: 300 institutions, 1,000 agreements; M: 20,000, 100,000; L: 120,000, 1,000,000")
      ->check(CLI::IsMember({"S", "M", "L"}));
  app.add_option("--only", plan.only, "these works alone")->delimiter(',');
  app.add_option("--repeats", plan.repeats, "runs of each at most (5)")->check(CLI::PositiveNumber);
  app.add_option("--seconds", plan.enough_seconds, "no further run of a work after so many seconds (20)");
  app.add_option("--threads", plan.threads, "threads of ours (1)")->check(CLI::PositiveNumber);
  CLI11_PARSE(app, argc, argv);
  return maillage::bench::run(plan);
}
