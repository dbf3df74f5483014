// SPDX-License-Identifier: Apache-2.0
#include "analysis/centrality/date_extremes.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/centrality/partnership_samples.hpp"

namespace maillage {
namespace {

/// Is `a` the larger of two scores, beyond what ranks count as equal?
bool is_larger(double a, double b) {
  return a > b && std::abs(a - b) > 1e-12 * std::max(std::abs(a), std::abs(b));
}

std::uint32_t larger_than(const std::vector<double>& ascending, double score) {
  const auto first = std::ranges::partition_point(ascending, [&](double other) { return !is_larger(other, score); });
  return static_cast<std::uint32_t>(ascending.end() - first);
}

class ExtremeRanks {
 public:
  ExtremeRanks(const NetworkView& view, bool counts_all)
      : view_(view), certain_(view.nodes.size(), 0), doubtful_(certain_), shared_(certain_) {
    for (std::uint32_t p = 0; p < view.partnerships.size(); ++p) {
      const auto others = static_cast<double>(view.members_of(p).size()) - 1;
      part_.push_back(counts_all ? 1 : others * weight_of_partnership(view, p));
      for (const auto v : view.members_of(p)) (is_doubtful(p) ? doubtful_ : certain_)[v] += part_[p];
    }
  }

  RankBounds find() {
    auto least = certain_, most = certain_;
    for (std::size_t v = 0; v < most.size(); ++v) most[v] += doubtful_[v];
    auto least_ascending = least, most_ascending = most;
    std::ranges::sort(least_ascending);
    std::ranges::sort(most_ascending);
    RankBounds bounds;
    for (Vertex v = 0; v < certain_.size(); ++v) {
      gather_shared(v);
      // At best the others have what is certain and what they share with v; at worst all but that.
      auto better = larger_than(least_ascending, most[v]);
      auto worse = larger_than(most_ascending, least[v]) - (is_larger(most[v], least[v]) ? 1U : 0U);
      for (const auto w : sharing_) {
        better += is_larger(least[w] + shared_[w], most[v]) ? 1U : 0U;
        better -= is_larger(least[w], most[v]) ? 1U : 0U;
        worse += is_larger(most[w] - shared_[w], least[v]) ? 1U : 0U;
        worse -= is_larger(most[w], least[v]) ? 1U : 0U;
      }
      bounds.low.push_back(better + 1);
      bounds.high.push_back(worse + 1);
    }
    return bounds;
  }

 private:
  bool is_doubtful(std::uint32_t p) const { return view_.partnerships[p].certainty != Certainty::certain; }

  /// What each other vertex shares with v of what is doubtful.
  void gather_shared(Vertex v) {
    for (const auto w : sharing_) shared_[w] = 0;
    sharing_.clear();
    for (const auto p : view_.partnerships_of_node(v)) {
      if (!is_doubtful(p)) continue;
      for (const auto w : view_.members_of(p)) {
        if (w == v) continue;
        if (shared_[w] == 0) sharing_.push_back(w);
        shared_[w] += part_[p];
      }
    }
    std::ranges::sort(sharing_);
    sharing_.erase(std::unique(sharing_.begin(), sharing_.end()), sharing_.end());  // parts of 0 may have come twice
  }

  const NetworkView& view_;
  std::vector<double> part_;  // what a partnership gives to each of its members
  std::vector<double> certain_, doubtful_, shared_;
  std::vector<Vertex> sharing_;
};

}  // namespace

RankBounds extreme_ranks(const NetworkView& view, std::string_view measure) {
  const bool has_weights = view.options.weight != Weighting::none &&
                           (view.options.kind == ViewKind::institutions || view.options.kind == ViewKind::people);
  if (measure != "hyperdegree" && !(measure == "strength" && has_weights)) return {};
  return ExtremeRanks(view, measure == "hyperdegree").find();
}

}  // namespace maillage
