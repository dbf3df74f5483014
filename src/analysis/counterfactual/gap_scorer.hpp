// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>
#include <span>
#include <vector>

#include "analysis/counterfactual/partner_gaps.hpp"

namespace maillage {

/// Where a score stands among others: sums that are equal but for the order of adding have the same place.
inline double place_of(double score) { return std::round(score * 0x1.0p36); }

/// What gaps are scored from, made once for a network, and the walk from one vertex to all that share something with
/// it.
class GapScorer {
 public:
  explicit GapScorer(const NetworkView& view);

  const NetworkView& view() const { return *view_; }
  std::span<const Index> themes_of(Vertex v) const { return themes_[v]; }
  /// Pairs that share a theme, each pair once for each theme.
  double theme_pairs() const;
  /// Steps of two ties, Σ k².
  double steps() const;
  /// What partner z adds to two_mode_resource_allocation of a pair; the edges from it to both.
  double passed_on(Vertex z, EdgeId to_one, EdgeId to_other) const {
    return newman_[to_one] * newman_[to_other] / partnerships_[z];
  }

  /// Scores of all vertices that share something with one, one vertex after another: a workspace.
  class Walk {
   public:
    explicit Walk(const GapScorer& scorer);
    /// Walks from u; with_themes: also to those that share a theme alone.
    void from(Vertex u, bool with_themes);
    /// Vertices reached, partners among them, in the order met; u itself is not.
    const std::vector<Vertex>& reached() const { return reached_; }
    /// Scores of a vertex that was reached; zeros for one that was not.
    GapScores scores(Vertex v) const;

   private:
    void reach(Vertex v);
    const GapScorer* scorer_;
    std::vector<GapScores> sums_;
    std::vector<bool> is_reached_;
    std::vector<Vertex> reached_;
    Vertex source_ = 0;
  };

 private:
  const NetworkView* view_;
  std::vector<double> newman_;                   // by edge
  std::vector<double> partnerships_;             // by vertex, of two parties or more
  std::vector<std::vector<Index>> themes_;       // by vertex, ascending
  std::vector<std::vector<Vertex>> with_theme_;  // by theme, ascending
};

}  // namespace maillage
