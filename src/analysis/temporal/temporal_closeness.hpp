// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "analysis/temporal/spell_network.hpp"

namespace maillage {

/// Temporal closeness of each vertex: Σ 1/hops over all others it reaches (the harmonic closeness of shortest temporal
/// paths), or Σ 1/(1 + latency) in days; those it does not reach add nothing. Range 0 … n − 1; 0 at an isolate.
///
/// Paths lead away from the vertex: it is close to those whom it can reach, which in time is not the same as by whom it
/// can be reached. After Pan & Saramäki 2011, doi:10.1103/PhysRevE.84.016105 (latency); hops: the harmonic closeness of Boldi
/// & Vigna 2014. Cost: hops O(n / 16) searches of 16 sources at once, latency O(n / 256) passes over the arcs.
std::vector<double> temporal_closeness(const SpellNetwork& network, const TimeWindow& window, TemporalDistance distance);

}  // namespace maillage
