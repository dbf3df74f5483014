// SPDX-License-Identifier: Apache-2.0
#include "analysis/community/membership_certainty.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>

#include "analysis/centrality/partnership_samples.hpp"
#include "analysis/ordered_chunks.hpp"

namespace maillage {
namespace {

constexpr int kFewestSamples = 20;
constexpr double kMostOperations = 5e9;  // some seconds

/// Rough number of operations of one run.
double cost_of_run(const NetworkView& view, const std::string& algorithm) {
  const double n = view.network.vertex_count(), m = view.network.edge_count();
  const auto pairs = static_cast<double>(view.edge_partnerships.size());
  if (algorithm == "girvan-newman") return (m + 1) * n * (n + m);
  if (algorithm == "spectral") return 100 * (n + 1) * (n + m);
  return 500 * (n + m + pairs);
}

int affordable(const NetworkView& view, const std::string& algorithm, int asked) {
  if (asked < 0) throw std::invalid_argument("the number of resamples must not be negative");
  if (view.partnerships.empty() || view.network.vertex_count() == 0) return 0;
  const auto most = kMostOperations / cost_of_run(view, algorithm);
  if (asked <= most) return asked;
  return most < kFewestSamples ? 0 : static_cast<int>(most);
}

/// The vertices of each community side by side: those of community c are members[first[c]] …
struct Members {
  std::vector<std::uint32_t> first, members;
  explicit Members(const Partition& partition) : first(partition.count + 1, 0), members(partition.community_of.size()) {
    for (const auto c : partition.community_of) ++first[c + 1];
    for (std::size_t c = 1; c < first.size(); ++c) first[c] += first[c - 1];
    auto next = first;
    for (Vertex v = 0; v < partition.community_of.size(); ++v) members[next[partition.community_of[v]]++] = v;
  }
};

/// Who stays in one sample: at least half of the others of its community are in its community there.
class Stayers {
 public:
  explicit Stayers(std::size_t vertices) : stayed(vertices, false), together_(vertices, 0) {}
  std::vector<bool> stayed;  ///< by vertex

  void find(const Members& groups, const std::vector<std::uint32_t>& found) {
    for (std::size_t c = 0; c + 1 < groups.first.size(); ++c) {
      const auto begin = groups.first[c], end = groups.first[c + 1];
      for (auto i = begin; i < end; ++i) ++together_[found[groups.members[i]]];
      for (auto i = begin; i < end; ++i) {
        const auto v = groups.members[i];
        stayed[v] = 2 * (together_[found[v]] - 1) >= end - begin - 1;
      }
      for (auto i = begin; i < end; ++i) together_[found[groups.members[i]]] = 0;
    }
  }

 private:
  std::vector<std::uint32_t> together_;  // members of the community at hand, by community of the sample
};

}  // namespace

MembershipCertainty membership_certainty(const NetworkView& view, const Partition& partition,
                                         const CommunityOptions& options, int resamples) {
  MembershipCertainty certainty;
  certainty.resamples = affordable(view, options.algorithm, resamples);
  if (certainty.resamples == 0) return certainty;
  const Members groups(partition);
  const PartnershipSamples samples(view);
  auto once = options;
  once.runs = 1;
  once.communities = 0;  // a sample may fall into more components than that
  std::vector<std::uint32_t> counts(view.nodes.size(), 0);
  over_chunks(
      static_cast<std::size_t>(certainty.resamples), certainty.resamples * cost_of_run(view, options.algorithm),
      [&] { return Stayers(view.nodes.size()); },
      [&](Stayers& stayers, std::size_t sample) {
        const auto times = samples.draw(options.seed, sample);
        stayers.find(groups, find_communities(samples.network(times), once).community_of);
      },
      [&](const Stayers& stayers, std::size_t) {
        for (std::size_t v = 0; v < counts.size(); ++v) counts[v] += stayers.stayed[v] ? 1U : 0U;
      });
  for (Vertex v = 0; v < counts.size(); ++v) {
    const auto c = partition.community_of[v];
    const bool is_alone = groups.first[c + 1] - groups.first[c] < 2;
    certainty.stays.push_back(is_alone ? std::numeric_limits<double>::quiet_NaN()
                                       : static_cast<double>(counts[v]) / certainty.resamples);
  }
  return certainty;
}

}  // namespace maillage
