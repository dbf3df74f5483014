// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <vector>

namespace maillage {

/// What the first one, three and five hold, as shares of 0 … 1; NaN where there is nothing to hold.
struct HeldByFirst {
  static constexpr std::array<std::size_t, 3> kFirst{1, 3, 5};
  std::array<double, 3> share{std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN(),
                              std::numeric_limits<double>::quiet_NaN()};
};

/// How far one node rests on few partners. Agreements are partnerships: renewal threads.
struct NodeDependence {
  std::uint32_t agreements = 0, partners = 0;
  double strength = 0;
  HeldByFirst agreements_held;  ///< share of the agreements that hold one of its first partners at least
  HeldByFirst strength_held;    ///< share of the strength that lies on its strongest ties
  double herfindahl = std::numeric_limits<double>::quiet_NaN();             ///< Σ (tie/strength)², 1/partners … 1
  double herfindahl_agreements = std::numeric_limits<double>::quiet_NaN();  ///< the same of shared agreements
  std::vector<std::uint32_t> first_partners;  ///< five at most, by shared agreements, then strength, then vertex
};

/// How far a whole network rests on few nodes.
struct NetworkDependence {
  std::uint32_t agreements = 0;
  double strength = 0;          ///< sum over the nodes
  HeldByFirst agreements_held;  ///< share of the agreements that hold one of the first nodes by agreements at least
  HeldByFirst strength_held;    ///< share of the strength of all nodes that the strongest ones have
  double herfindahl = std::numeric_limits<double>::quiet_NaN();  ///< Σ (strength of a node/strength)²
  std::vector<std::uint32_t> first;            ///< five at most, by agreements, then strength, then vertex
  std::vector<std::uint32_t> one_partner;      ///< vertices, ascending
  std::vector<std::uint32_t> without_partner;  ///< vertices, ascending
};

struct Dependence {
  std::vector<NodeDependence> nodes;  ///< by vertex
  NetworkDependence network;
};

/// One partner of a node: what they share, and what the partners up to here hold together.
struct HeldByPartner {
  std::uint32_t vertex = 0, agreements = 0;
  double strength = 0;
  double share = 0, cumulated_share = 0, strength_share = 0;
  std::vector<std::uint32_t> partnerships;  ///< of the view, ascending
};

}  // namespace maillage
