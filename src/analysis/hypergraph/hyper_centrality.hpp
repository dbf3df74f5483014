// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/hypergraph/incidence.hpp"

namespace maillage {

/// What makes a partnership count: the sum of the scores of its parties (linear), their product (log_exp), or about the
/// largest of them (max).
enum class HyperScoring : std::uint8_t { linear, log_exp, max };

/// Scores of parties and of partnerships that rest on each other.
struct HyperScores {
  std::vector<double> of_parties;       ///< sum to 1; all NaN where there is no partnership of two, or no convergence
  std::vector<double> of_partnerships;  ///< sum to 1; NaN for partnerships of fewer than two parties
  int iterations = 0;
  bool has_converged = false;  ///< the last step moved the scores of parties by less than 1e-13 in all
};

/// Node and edge centrality of a hypergraph of mixed sizes after Tudisco & Higham 2021 (Commun. Phys. 4:201,
/// doi:10.1038/s42005-021-00704-2), all weights 1: positive x (parties) and y (partnerships), each of sum 1, with
///
///   x_i = g(Σ_{e∋i} f(y_e)) / λ,   y_e = ψ(Σ_{i∈e} φ(x_i)) / μ
///
///   linear:  f, g, φ, ψ identities: the leading singular vectors of the incidence
///   log_exp: f(t) = t, g(t) = √t, φ = ln, ψ = exp
///   max:     f(t) = t, g(t) = √t, φ(t) = t¹⁰, ψ(t) = t^(1/10)
///
/// They are those of the largest component (of equally large ones the one with the smallest party), and 0 elsewhere.
/// Starting from equal scores, y is computed from x and x from y in turn: linear and max converge to the only positive
/// solution (max by a factor of two a step); for log_exp no proof is known where agreements have three parties or more, and
/// `has_converged` says whether it did within 10,000 steps. O(incidences) a step.
HyperScores hyper_centrality(const Incidence& incidence, HyperScoring scoring);

}  // namespace maillage
