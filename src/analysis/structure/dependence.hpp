// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "network/network_view.hpp"
#include "results/dependence.hpp"

namespace maillage {

/// Which partnerships count: all of the view, those certainly in force on its reference day, or those possibly so.
enum class DependenceBasis : std::uint8_t { all, certain, possible };

/// How far each node of a view of institutions or people rests on few partners, and the network on few nodes
/// (docs/measures/dependence.md).
///
/// A partnership counts once for each partner in it: shares of several partners overlap, so that what the first k hold
/// is the share of the partnerships with one of them at least, never a sum. Ties are weighted as the view weights them.
/// Shares and Herfindahl indices are NaN for a node without a partner. Cost: O(Σ n² + n log n) for partnerships of n.
/// std::invalid_argument for views in which neighbours are not partners (two-mode, affiliations).
Dependence dependence_of(const NetworkView& view, DependenceBasis basis);

/// All partners of a node in the order of NodeDependence::first_partners. O(its partnerships × their parties).
std::vector<HeldByPartner> held_by_partners(const NetworkView& view, DependenceBasis basis, Vertex v);

}  // namespace maillage
