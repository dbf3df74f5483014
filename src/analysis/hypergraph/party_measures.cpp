// SPDX-License-Identifier: Apache-2.0
#include "analysis/hypergraph/party_measures.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <stdexcept>
#include <string>

#include "analysis/hypergraph/redundancy.hpp"
#include "analysis/hypergraph/two_mode_clustering.hpp"

namespace maillage {
namespace {

using Values = std::vector<double>;

template <Overlap By>
Values clustered(const Incidence& incidence) {
  return two_mode_clustering(incidence, By);
}

struct PartyMeasure {
  std::string_view code;
  Values (*compute)(const Incidence&);
  std::string_view reason;  // where all values are undefined
};

constexpr PartyMeasure kMeasures[] = {
    {"redundancy", redundancy, "one_agreement_each"},
    {"two_mode_clustering", clustered<Overlap::dot>, "no_agreement_of_two"},
    {"two_mode_clustering_min", clustered<Overlap::min>, "no_agreement_of_two"},
    {"two_mode_clustering_max", clustered<Overlap::max>, "no_agreement_of_two"},
};

}  // namespace

std::vector<std::string_view> party_measure_codes() {
  auto codes = hyper_scoring_codes();
  for (const auto& each : kMeasures) codes.push_back(each.code);
  return codes;
}

bool is_undefined(const Values& values) {
  return !values.empty() && std::ranges::all_of(values, [](double value) { return std::isnan(value); });
}

Scores party_measure(const Incidence& incidence, std::string_view code) {
  Scores scores;
  scores.measure = code;
  if (const auto scoring = hyper_scoring_of(code)) {
    auto found = hyper_centrality(incidence, *scoring);
    scores.values = std::move(found.of_parties);
    if (is_undefined(scores.values)) scores.reason = found.iterations == 0 ? "no_agreement_of_two" : "not_converged";
    return scores;
  }
  const auto* found = std::ranges::find(kMeasures, code, &PartyMeasure::code);
  if (found == std::end(kMeasures)) throw std::invalid_argument("unknown measure of parties: " + std::string(code));
  scores.values = found->compute(incidence);
  if (is_undefined(scores.values)) scores.reason = found->reason;
  return scores;
}

std::vector<std::string_view> hyper_scoring_codes() {
  return {"hyper_centrality", "hyper_centrality_log_exp", "hyper_centrality_max"};
}

std::optional<HyperScoring> hyper_scoring_of(std::string_view code) {
  const auto codes = hyper_scoring_codes();
  const auto found = std::ranges::find(codes, code);
  if (found == codes.end()) return std::nullopt;
  return static_cast<HyperScoring>(found - codes.begin());
}

}  // namespace maillage
