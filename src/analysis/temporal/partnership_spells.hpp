// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "network/network_view.hpp"

namespace maillage {

/// The partnerships of a view through time, read once from the data set into flat arrays.
///
/// A *spell* is a stretch of days on which a partnership (a renewal thread) stands unchanged: the same agreement of it
/// in force, the same parties, the same certainty. On any day the spells that hold it make exactly the network that
/// build_network() makes of a cross-section on that day (measures.md, “Time”): of several agreements of one thread in
/// force together the one that starts last counts, amendments add nothing, parties come and go by `joined` and `left`.
/// Agreements of different threads between the same parties stay apart.
struct PartnershipSpells {
  struct Spell {
    Day from = 0, until = 0;        ///< half-open; kDistantPast and kDistantFuture where unbounded
    std::uint32_t partnership = 0;  ///< threads in the order of build_network, then mentions
    Index agreement = kNone;        ///< kNone for a mention
    std::uint32_t size = 0;         ///< n: parties that count, the unnamed included
    Certainty certainty = Certainty::certain;
    double given_weight = 1;
  };
  const DataSet* data = nullptr;
  ViewOptions options;               ///< without dates
  std::optional<Day> reference_day;  ///< the day up to which successions are followed (as-now)
  std::vector<Index> institutions;   ///< row of each vertex, ascending: all that are a node on some day
  std::vector<Index> agreements;     ///< rows of the selection, ascending, amendments included; announced ones left out
  std::vector<Spell> spells;         ///< by partnership, then by day; those of one partnership never overlap
  std::uint32_t partnership_count = 0;
  std::vector<std::uint32_t> member_first{0};  ///< members of spell s: members[member_first[s]] … ascending
  std::vector<Vertex> members;
  std::vector<std::uint32_t> bystander_first{0};  ///< parties whose role does not count: nodes all the same
  std::vector<Vertex> bystanders;
  std::vector<Vertex> always;  ///< nodes on every day (declared isolates; all with all_institutions), ascending

  std::span<const Vertex> members_of(std::size_t spell) const {
    return std::span(members).subspan(member_first[spell], member_first[spell + 1] - member_first[spell]);
  }
  std::span<const Vertex> bystanders_of(std::size_t spell) const {
    return std::span(bystanders).subspan(bystander_first[spell], bystander_first[spell + 1] - bystander_first[spell]);
  }
  /// Vertex of an institution as the view names it; the number of institutions where it never is a node.
  Vertex vertex_of(Index institution) const;
};

/// Reads the spells of a view of institutions. Of the options the dates (as_of, from, to) are left out, and `unknown`
/// says which days of an agreement count: all on which it is possibly in force (include), certainly (exclude), or
/// possibly but not certainly (only). `reference_day`: up to when successions are followed on every day, so that an
/// institution keeps one name throughout; without one the latest day the data state, on which statuses are read.
/// std::invalid_argument for a view that is not of institutions and for DateBasis::signed_.
/// O(agreements + parties, sorted), and for each thread its change dates × its parties.
PartnershipSpells collect_spells(const DataSet& data, const ViewOptions& options,
                                 std::optional<Day> reference_day = std::nullopt);

}  // namespace maillage
