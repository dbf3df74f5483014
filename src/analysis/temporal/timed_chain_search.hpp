// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "analysis/temporal/spell_network.hpp"
#include "analysis/temporal/time_window.hpp"
#include "model/codes.hpp"
#include "results/timed_chain.hpp"

namespace maillage {

/// Which time-respecting path is the best one (Bui Xuan, Ferreira & Jarry 2003, doi:10.1142/S0129054103001728; Wu et al. 2014,
/// doi:10.14778/2732939.2732945): arrives first (foremost), departs last, lasts the fewest days, or has the fewest hops.
enum class ChainCriterion : std::uint8_t { earliest, latest, fastest, shortest };
template <>
inline constexpr auto code_names<ChainCriterion> =
    std::to_array<std::string_view>({"earliest", "latest", "fastest", "shortest"});

/// The best time-respecting path from one vertex to another in a window; nothing where there is none.
///
/// Of paths that are equally good: for `latest` those that arrive first; for `fastest` those that depart first, a duration
/// being the days from the first crossing to the last; then those with the fewest hops, then those that arrive first, then
/// the one whose vertices come first, compared from `from` on. Its days are the first on which each tie can be crossed,
/// one after the other. From a vertex to itself: no hop, on the first day (for `latest` the last). std::out_of_range for no vertex.
///
/// Cost: a few searches; `fastest` one or two for each day of the window on which an agreement begins, and stops at the
/// first path that nothing can beat.
std::optional<TimedChain> best_chain(const SpellNetwork& network, Vertex from, Vertex to, ChainCriterion criterion,
                                     const TimeWindow& window);

}  // namespace maillage
