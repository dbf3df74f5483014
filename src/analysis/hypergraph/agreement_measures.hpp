// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "analysis/hypergraph/s_line_graph.hpp"
#include "results/results.hpp"

namespace maillage {

/// The measures of agreements that `--measure` knows: those of the s-line graph (s_measures.hpp), the scores of
/// Tudisco & Higham (hyper_centrality.hpp) and redundancy (redundancy.hpp). Scores and redundancy are measures of
/// institutions too.
std::vector<std::string_view> agreement_measure_codes();
bool is_agreement_measure(std::string_view code);

/// Measures of the partnerships of an incidence by their codes, which must outlive this; the s-line graph is built once,
/// when it is first asked for.
class AgreementMeasures {
 public:
  AgreementMeasures(const Incidence& incidence, std::uint32_t s, bool normalized);
  ~AgreementMeasures();

  /// A value for each partnership; NaN where it is undefined, with the reason where it is so for all of them:
  /// `fewer_than_s_parties`, `no_agreement_of_two`, `not_converged`, `too_many_s_line_ties` (more than kMostSLineTies: they
  /// are counted, and nothing is built). Measures of the s-line graph rest on `s_line_ties`, their number.
  /// std::invalid_argument for another code.
  Scores measure(std::string_view code);

 private:
  Scores of_s_line_graph(std::string_view code);
  const Incidence* incidence_;
  std::uint32_t s_;
  bool normalized_;
  std::optional<std::uint64_t> ties_;
  std::unique_ptr<SLineGraph> graph_;
};

}  // namespace maillage
