// SPDX-License-Identifier: Apache-2.0
#include "analysis/hypergraph/agreement_measures.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <string>

#include "analysis/hypergraph/party_measures.hpp"
#include "analysis/hypergraph/redundancy.hpp"
#include "analysis/hypergraph/s_measures.hpp"

namespace maillage {

std::vector<std::string_view> agreement_measure_codes() {
  auto codes = s_measure_codes();
  for (const auto code : hyper_scoring_codes()) codes.push_back(code);
  codes.push_back("redundancy");
  return codes;
}

bool is_agreement_measure(std::string_view code) {
  const auto codes = agreement_measure_codes();
  return std::ranges::find(codes, code) != codes.end();
}

AgreementMeasures::AgreementMeasures(const Incidence& incidence, std::uint32_t s, bool normalized)
    : incidence_(&incidence), s_(s), normalized_(normalized) {}
AgreementMeasures::~AgreementMeasures() = default;

Scores AgreementMeasures::measure(std::string_view code) {
  Scores scores;
  scores.measure = code;
  if (const auto scoring = hyper_scoring_of(code)) {
    auto found = hyper_centrality(*incidence_, *scoring);
    scores.values = std::move(found.of_partnerships);
    if (is_undefined(scores.values)) scores.reason = found.iterations == 0 ? "no_agreement_of_two" : "not_converged";
    return scores;
  }
  if (code == "redundancy") {
    scores.values = redundancy(incidence_->transposed());
    if (is_undefined(scores.values)) scores.reason = "no_agreement_of_two";
    return scores;
  }
  if (!is_agreement_measure(code)) throw std::invalid_argument("unknown measure of agreements: " + std::string(code));
  return of_s_line_graph(code);
}

Scores AgreementMeasures::of_s_line_graph(std::string_view code) {
  if (!ties_) ties_ = count_s_line_ties(*incidence_, s_);
  Scores scores;
  if (*ties_ > kMostSLineTies) {
    scores.measure = code;
    scores.values.assign(incidence_->partnership_count(), std::numeric_limits<double>::quiet_NaN());
    scores.reason = "too_many_s_line_ties";
  } else {
    if (!graph_) graph_ = std::make_unique<SLineGraph>(s_line_graph(*incidence_, s_));
    scores = s_measure(*graph_, incidence_->partnership_count(), code, normalized_);
    if (is_undefined(scores.values)) scores.reason = "fewer_than_s_parties";
  }
  scores.rests_on = {{"s_line_ties", static_cast<double>(*ties_)}};
  return scores;
}

}  // namespace maillage
