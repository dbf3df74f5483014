// SPDX-License-Identifier: Apache-2.0
#include "analysis/counterfactual/partner_gaps.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <tuple>

#include "analysis/counterfactual/gap_scorer.hpp"
#include "analysis/ordered_chunks.hpp"

namespace maillage {
namespace {

/// For each vertex those it has an agreement with on record, as vertices of the view.
class RecordedTies {
 public:
  RecordedTies(const NetworkView& view, const NetworkView& recorded)
      : recorded_(&recorded.network),
        there_(view.network.vertex_count(), Network::no_edge),
        here_(recorded.network.vertex_count(), Network::no_edge) {
    const auto key = [](const Node& node) { return std::pair(node.kind, node.row); };
    for (Vertex v = 0; v < there_.size(); ++v) {
      const auto place = std::ranges::lower_bound(recorded.nodes, key(view.nodes[v]), {}, key);
      if (place == recorded.nodes.end() || key(*place) != key(view.nodes[v])) continue;
      there_[v] = static_cast<Vertex>(place - recorded.nodes.begin());
      here_[there_[v]] = v;
    }
  }
  template <class Found>
  void each(Vertex v, Found found) const {
    if (there_[v] == Network::no_edge) return;
    for (const auto other : recorded_->neighbours(there_[v])) {
      if (here_[other] != Network::no_edge) found(here_[other]);
    }
  }

 private:
  const Network* recorded_;
  std::vector<Vertex> there_, here_;
};

/// Which of two gaps comes first, whatever the order they were found in.
struct Sooner {
  std::size_t score;
  bool operator()(const PartnerGap& x, const PartnerGap& y) const {
    const auto stands_before = [&](std::size_t s) { return place_of(x.scores[s]) > place_of(y.scores[s]); };
    const auto stands_behind = [&](std::size_t s) { return place_of(x.scores[s]) < place_of(y.scores[s]); };
    if (stands_before(score) || stands_behind(score)) return stands_before(score);
    for (std::size_t s = 0; s < kGapScores; ++s) {
      if (stands_before(s) || stands_behind(s)) return stands_before(s);
    }
    return std::tie(x.a, x.b) < std::tie(y.a, y.b);
  }
};

void keep_first(std::vector<PartnerGap>& gaps, std::size_t top, Sooner sooner) {
  if (top == 0 || gaps.size() <= top) return;
  std::nth_element(gaps.begin(), gaps.begin() + static_cast<std::ptrdiff_t>(top), gaps.end(), sooner);
  gaps.resize(top);
}

class GapFinder {
 public:
  GapFinder(const NetworkView& view, const NetworkView& recorded, const GapOptions& options)
      : view_(view),
        scorer_(view),
        recorded_(view, recorded),
        options_(options),
        sooner_{static_cast<std::size_t>(options.score)} {}

  PartnerGaps find() {
    const bool is_one = options_.one != Network::no_edge;
    const bool with_themes = is_one || scorer_.theme_pairs() <= options_.most_theme_pairs;
    result_.themes_alone_left_out = !with_themes;
    if (is_one) {
      Found found(*this);
      found.walk_from(options_.one, with_themes, [](Vertex) { return true; });
      take(found);
    } else {
      constexpr std::size_t kAtOnce = 64;
      const std::size_t n = view_.network.vertex_count();
      const double work = 10 * scorer_.steps() + (with_themes ? 10 * scorer_.theme_pairs() : 0);
      over_chunks((n + kAtOnce - 1) / kAtOnce, work, [&] { return Found(*this); },
                  [&](Found& found, std::size_t chunk) {
                    const auto last = static_cast<Vertex>(std::min(n, (chunk + 1) * kAtOnce));
                    for (auto u = static_cast<Vertex>(chunk * kAtOnce); u < last; ++u) {
                      found.walk_from(u, with_themes, [u](Vertex v) { return v > u; });
                    }
                  },
                  [&](Found& found, std::size_t) { take(found); });
    }
    keep_first(result_.gaps, options_.top, sooner_);
    std::ranges::sort(result_.gaps, sooner_);
    for (auto& gap : result_.gaps) add_evidence(gap);
    return std::move(result_);
  }

 private:
  struct Found {
    explicit Found(const GapFinder& finder)
        : finder_(&finder), walk(finder.scorer_), has_agreement(finder.view_.network.vertex_count(), false) {}

    template <class Wanted>
    void walk_from(Vertex u, bool with_themes, Wanted is_wanted) {
      walk.from(u, with_themes);
      const auto mark = [&](bool value) {
        for (const auto v : finder_->view_.network.neighbours(u)) has_agreement[v] = value;
        finder_->recorded_.each(u, [&](Vertex v) { has_agreement[v] = value; });
      };
      mark(true);
      for (const auto v : walk.reached()) {
        if (has_agreement[v] || !is_wanted(v)) continue;
        ++pairs;
        gaps.push_back({std::min(u, v), std::max(u, v), walk.scores(v), {}, {}});
      }
      mark(false);
      const auto top = finder_->options_.top;
      if (top > 0 && gaps.size() > 4 * top + 1024) keep_first(gaps, top, finder_->sooner_);
    }

    const GapFinder* finder_;
    GapScorer::Walk walk;
    std::vector<bool> has_agreement;
    std::vector<PartnerGap> gaps;
    std::uint64_t pairs = 0;
  };

  void take(Found& found) {
    result_.pairs += std::exchange(found.pairs, 0);
    std::ranges::move(found.gaps, std::back_inserter(result_.gaps));
    found.gaps.clear();
    if (options_.top > 0 && result_.gaps.size() > 4 * options_.top + 4096)
      keep_first(result_.gaps, options_.top, sooner_);
  }

  void add_evidence(PartnerGap& gap) const {
    const auto& network = view_.network;
    std::ranges::set_intersection(network.neighbours(gap.a), network.neighbours(gap.b),
                                  std::back_inserter(gap.shared_partners));
    std::ranges::stable_sort(gap.shared_partners, std::greater<>{}, [&](Vertex z) {
      return place_of(scorer_.passed_on(z, network.find_edge(gap.a, z), network.find_edge(z, gap.b)));
    });
    std::ranges::set_intersection(scorer_.themes_of(gap.a), scorer_.themes_of(gap.b),
                                  std::back_inserter(gap.shared_themes));
  }

  const NetworkView& view_;
  const GapScorer scorer_;
  const RecordedTies recorded_;
  const GapOptions& options_;
  const Sooner sooner_;
  PartnerGaps result_;
};

}  // namespace

PartnerGaps partner_gaps(const NetworkView& view, const NetworkView& recorded, const GapOptions& options) {
  return GapFinder(view, recorded, options).find();
}

GapScores gap_scores(const NetworkView& view, Vertex a, Vertex b) {
  GapScores scores{};
  const auto& network = view.network;
  const auto newman = [&](Vertex x, Vertex y) {
    double weight = 0;
    for (const auto p : view.partnerships_of_edge(network.find_edge(x, y))) {
      weight += view.partnerships[p].given_weight / (view.partnerships[p].size - 1.0);
    }
    return weight;
  };
  for (Vertex z = 0; z < network.vertex_count(); ++z) {
    if (network.find_edge(a, z) == network.edge_count() || network.find_edge(z, b) == network.edge_count()) continue;
    const double k = network.degree(z);
    const auto h = static_cast<double>(std::ranges::count_if(
        view.partnerships_of_node(z), [&](std::uint32_t p) { return view.partnerships[p].size >= 2; }));
    scores[0] += 1;
    scores[1] += 1 / std::log(k);
    scores[2] += 1 / k;
    scores[3] += newman(a, z) * newman(z, b) / std::log(h);
    scores[4] += newman(a, z) * newman(z, b) / h;
  }
  std::vector<std::vector<bool>> bears(view.data->themes.size(), std::vector<bool>(network.vertex_count(), false));
  for (Vertex v = 0; v < network.vertex_count(); ++v) {
    for (const auto row : view.agreements_of_node(v)) {
      for (const auto theme : view.data->agreements.themes[row]) bears[theme][v] = true;
    }
  }
  for (const auto& theme : bears) {
    if (theme[a] && theme[b]) scores[5] += 1 / std::log(static_cast<double>(std::ranges::count(theme, true)));
  }
  return scores;
}

}  // namespace maillage
