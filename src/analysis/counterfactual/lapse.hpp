// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "network/network_view.hpp"

namespace maillage {

/// Which agreements of a network are supposed to lapse. What is asked for together adds up, but for `before` with
/// `not_renewed`: what ends before that day, nothing being renewed.
struct LapseQuestion {
  std::optional<Day> before;        ///< those whose term ends before that day
  bool not_renewed = false;         ///< those that depend on a renewal end with their present term
  std::vector<Index> agreements;    ///< these
  std::vector<Index> institutions;  ///< these leave all their agreements
  std::vector<Index> people;        ///< all these have signed
};

enum class LapseReason : std::uint8_t {
  term_ends,           ///< its term ends, and no renewal is foreseen
  renewal_not_stated,  ///< its term ends; whether it would be renewed is not stated
  express_renewal,     ///< its term ends, unless it is renewed by an act
  tacit_renewal,       ///< its term ends, and it goes on by itself unless notice is given
  named,               ///< asked for by name
  signed_by,           ///< signed by a person asked for
  party_leaves         ///< a party asked for leaves it, and fewer than two are left
};
template <>
inline constexpr auto code_names<LapseReason> = std::to_array<std::string_view>({"term_ends", "renewal_not_stated",
                                                                                 "express_renewal", "tacit_renewal",
                                                                                 "named", "signed_by", "party_leaves"});

struct LapsingAgreement {
  Index agreement = kNone;
  /// `certain`: it is certainly in force and certainly lapses as supposed; never `no`.
  Certainty certainty = Certainty::certain;
  LapseReason reason = LapseReason::named;
  Day end_earliest = kDistantPast, end_latest = kDistantFuture;  ///< last day of its present term
};

struct Lapse {
  std::vector<LapsingAgreement> lapsing;  ///< by row
  std::vector<Index> end_unknown;         ///< whose term might end so: nothing is known of its end; they stay
  std::vector<Index> succeeded;           ///< whose term ends, a signed successor following: they stay
  std::vector<Index> end_anyway;          ///< of not_renewed: those with a term and no renewal foreseen; they stay
  std::vector<Index> go_on_without;       ///< agreements a party leaves that two or more others keep; by row
  std::vector<Vertex> removed;            ///< institutions and people asked for that are nodes, ascending
  std::vector<Index> without_agreement;   ///< institutions asked for without an agreement in the network
  std::vector<Index> people_without_agreement;  ///< people likewise
  std::vector<Index> not_in_network;            ///< agreements asked for that are not in the network, by row
};

/// What lapses of the agreements of a view (its selection; amendments add none), read on its reference day.
///
/// The end of the present term is that of DeadlineRules: amendments that move it are read, tacit renewals counted. A
/// lapse is possible where only some reading of the dates makes the term end before the day, where tacit renewal may
/// carry the agreement on, and where the agreement is possibly in force only. An agreement that a signed one renews or
/// replaces, which does not lapse itself and may be in force on the day the lapse is looked at (`before`, else the day
/// after the term), stays. Without a reference day no term is known. O(selection · log) and one pass over the lineage.
Lapse lapse_of(const NetworkView& view, const LapseQuestion& question);

}  // namespace maillage
