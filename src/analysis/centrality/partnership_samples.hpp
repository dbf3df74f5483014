// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "analysis/centrality/measures.hpp"
#include "network/partnership_flows.hpp"

namespace maillage {

/// What one partnership adds to the weight of each of its ties, before `none` makes a tie of any weight 1.
double weight_of_partnership(const NetworkView& view, std::uint32_t partnership);

/// Rough number of operations of a measure on one sample of a view, some 2e9 a second of one core: as measured for measures that
/// are iterated, whose number of rounds the network decides.
double cost_of_sample(const NetworkView& view, std::string_view measure, Distance distance);
/// What ranks are taken of at most, all samples together: some ten seconds of one core.
inline constexpr double kMostOperationsOfRanks = 2e10;

/// The network of a view with its partnerships taken some number of times each: what a bootstrap over partnerships
/// measures. All vertices stay, with or without ties.
class PartnershipSamples {
 public:
  explicit PartnershipSamples(const NetworkView& view);

  /// How often each partnership is drawn when as many are drawn with replacement as there are; sample 0, 1, … of a seed
  /// are independent of each other and the same on every machine.
  std::vector<std::uint32_t> draw(std::uint64_t seed, std::uint64_t sample) const;

  /// The network in which partnership p stands times[p] times: its ties, of the vertices of the view.
  Network network(const std::vector<std::uint32_t>& times) const;
  /// Its arcs, where the view is directed; else none, and no vertices.
  DirectedNetwork arcs(const std::vector<std::uint32_t>& times) const;
  /// A measure on the network in which partnership p stands times[p] times.
  std::vector<double> measure(std::string_view code, const MeasureOptions& options,
                              const std::vector<std::uint32_t>& times) const;

 private:
  /// Weight of every edge; 0 where no partnership behind it was drawn.
  std::vector<double> edge_weights(const std::vector<std::uint32_t>& times) const;
  std::vector<std::uint32_t> hyperdegrees(const std::vector<std::uint32_t>& times) const;

  const NetworkView* view_;
  std::vector<PartnershipFlow> flows_;  // of a directed view
  std::vector<double> share_;  // what one partnership adds to the weight of each of its ties
};

}  // namespace maillage
