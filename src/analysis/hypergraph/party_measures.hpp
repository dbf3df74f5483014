// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "analysis/hypergraph/hyper_centrality.hpp"
#include "results/results.hpp"

namespace maillage {

/// The measures of parties that rest on who is party to what, not on the ties between them: hyper_centrality,
/// hyper_centrality_log_exp, hyper_centrality_max, redundancy, two_mode_clustering, two_mode_clustering_min,
/// two_mode_clustering_max.
std::vector<std::string_view> party_measure_codes();

/// One of them for each party; NaN where it is undefined, with the reason where it is so for all of them:
/// `no_agreement_of_two`, `one_agreement_each`, `not_converged`. std::invalid_argument for another code.
Scores party_measure(const Incidence& incidence, std::string_view code);

/// Are there values, and is none of them defined?
bool is_undefined(const std::vector<double>& values);

/// The codes of the scorings, and the scoring of a code.
std::vector<std::string_view> hyper_scoring_codes();
std::optional<HyperScoring> hyper_scoring_of(std::string_view code);

}  // namespace maillage
