// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "analysis/temporal/time_options.hpp"
#include "network/network_view.hpp"

namespace maillage {

/// Which vertices are joined when: an arc for each way to cross each agreement, open from the first to the last day
/// (inclusive, in other words during the half-open spell [first_day, last_day + 1)).
///
/// Nothing is merged: two agreements between the same vertices are two arcs, each with its own spell. Arcs of v are
/// first[v] … first[v + 1], by target, then by agreement; an undirected tie is an arc each way. Vertices are those of the
/// view. Memory: 16 B an arc and 4 B a vertex.
struct SpellNetwork {
  std::vector<std::uint32_t> first{0};
  std::vector<Vertex> target;
  std::vector<Day> first_day, last_day;
  std::vector<Index> agreement;  ///< row; kNone for a mention

  Vertex vertex_count() const { return static_cast<Vertex>(first.size() - 1); }
  std::uint32_t arc_count() const { return static_cast<std::uint32_t>(target.size()); }
  /// The same seen backwards: arcs turned round, days negated. What departs last there arrives first here.
  SpellNetwork reversed() const;
};

struct SpellArc {
  Vertex from, to;
  Day first_day, last_day;
  Index agreement = kNone;
};
/// From arcs in any order; those of the same ends keep the order given. Arcs whose last day is before their first are left
/// out. O(n + arcs).
SpellNetwork spell_network_of(Vertex vertices, const std::vector<SpellArc>& arcs);

/// How the agreements of a view fare under a reading.
struct SpellCounts {
  std::uint32_t agreements = 0;  ///< of the view's selection
  std::uint32_t undated = 0;     ///< without any date of beginning or end
  std::uint32_t doubtful = 0;    ///< whose days depend on the reading, the undated included
  std::uint32_t left_out = 0;    ///< in force on no day under this reading
};

/// The spells of a view: each agreement of its selection joins its parties pairwise on the days on which it is in force and
/// both are parties (`joined`, `left`).
///
/// - Days in force are those of Validity. Reading `earliest`: from start_earliest to end_latest; `latest`: from start_latest
///   to end_latest; `certain`: from start_latest to end_earliest. An unknown end is thus no end, except for `certain`; an
///   agreement without any date is always in force under `earliest`, and never under the others.
/// - With options.dates = signed an agreement counts on the day it was signed alone: the first or the last day its date may
///   mean; under `certain` where that is one day.
/// - Roles, roll-up, successions and filters are those of the view: `represented` and `associated` join only where the party
///   signed. As people: signatories; as affiliations: a person and the institution it signed for; as two-mode: a party and
///   the agreement that stands for its partnership in the view.
/// - In a directed view arcs lead from source to target alone, as NetworkView::arcs do.
/// - Mentions (with_mentions) count on their day, read likewise.
/// Amendments and renewals are agreements with days of their own. O(selection + Σ n²).
SpellNetwork spell_network(const NetworkView& view, SpellReading reading);

/// O(selection).
SpellCounts count_spells(const NetworkView& view, SpellReading reading);

}  // namespace maillage
