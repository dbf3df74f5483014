// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "network/network.hpp"

namespace maillage::random_networks {

inline constexpr std::uint64_t count = 200;

/// Weights whose sums are exact (ties of path lengths are ties for every algorithm), or thirds and sevenths (they are
/// ties only within a tolerance).
enum class Weights { dyadic, fractions };

/// A small random network with isolated vertices, parallel pairs, several components, leaves, and ties of weight. The
/// same for the same seed on every machine: only std::mt19937_64 and remainders are used.
inline Network make(std::uint64_t seed, Weights weights = Weights::dyadic) {
  std::mt19937_64 random(seed * 2654435761U + 17);
  const auto below = [&](std::uint64_t n) { return static_cast<std::uint32_t>(random() % n); };
  const Vertex n = 1 + below(32);
  const auto parts = 1 + below(3);  // vertices of different parts are never joined
  const auto tries = below(3 * n);
  const double dyadic[] = {0.5, 1, 1, 1, 2, 0.25};
  const double fractions[] = {1.0 / 3, 2.0 / 3, 1, 1.0 / 7, 1.0 / 2, 11.0 / 6};
  std::vector<Network::WeightedPair> pairs;
  for (std::uint32_t i = 0; i < tries; ++i) {
    const auto a = below(n);
    const auto b = below(1 + below(n));  // small numbers more often: hubs
    if (a == b || a % parts != b % parts) continue;
    const auto k = below(6);
    pairs.push_back({a, b, weights == Weights::dyadic ? dyadic[k] : fractions[k]});
    if (below(6) == 0) pairs.push_back({b, a, 1});
  }
  return Network(n, pairs);
}

inline std::string named(std::uint64_t seed) { return "random network " + std::to_string(seed); }

/// The same network with vertex v called new_name[v].
inline Network renamed(const Network& network, const std::vector<Vertex>& new_name) {
  std::vector<Network::WeightedPair> pairs;
  for (EdgeId e = 0; e < network.edge_count(); ++e) {
    pairs.push_back({new_name[network.source(e)], new_name[network.target(e)], network.weight(e)});
  }
  return Network(network.vertex_count(), pairs);
}

/// The same network with every weight times `factor`.
inline Network scaled(const Network& network, double factor) {
  std::vector<Network::WeightedPair> pairs;
  for (EdgeId e = 0; e < network.edge_count(); ++e) {
    pairs.push_back({network.source(e), network.target(e), network.weight(e) * factor});
  }
  return Network(network.vertex_count(), pairs);
}

}  // namespace maillage::random_networks
