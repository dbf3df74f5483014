// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include "model/validity.hpp"
#include "network/network_view.hpp"

namespace maillage {

/// What a report on a period asks: of whom, and from which day to which.
struct PeriodQuestion {
  Index institution = kNone;        ///< as the view names it (rolled up, succeeded); or
  Index person = kNone;             ///< who signed; or neither: everything the view holds
  std::optional<Day> from, to;      ///< inclusive; an absent one is unbounded
  bool is_since = false;            ///< asked as “since that day”, `to` is the day the data reach
  std::optional<Day> latest;        ///< the day of the state: the one asked for, else the latest that the data state
  bool latest_is_asked = false;     ///< `latest` was asked for

  Day first() const { return from.value_or(kDistantPast); }
  Day last() const { return to.value_or(kDistantFuture); }
  /// Up to here an end has come; later ones are to come.
  Day ended_by() const { return std::min(last(), latest.value_or(last())); }
  bool asks_for_everything() const { return institution == kNone && person == kNone; }
};

/// One signed agreement and the period.
struct AgreementInPeriod {
  Index agreement = kNone;
  Certainty in_force = Certainty::no;   ///< on some day of the period
  Certainty signed_in = Certainty::no;  ///< signed in it
  Certainty ends_in = Certainty::no;    ///< its last day lies in it, and has come
  /// Does it belong to the period: in force in it or signed in it (of a person: signed in it)?
  Certainty belongs = Certainty::no;
};

enum class ChangeKind : std::uint8_t { new_agreement, renewed, amended, ended, announced };
template <> inline constexpr auto code_names<ChangeKind> =
    std::to_array<std::string_view>({"new", "renewed", "amended", "ended", "announced"});

/// What happened to an agreement in the period (docs/reports.md defines each kind).
struct Change {
  ChangeKind kind = ChangeKind::new_agreement;
  Index agreement = kNone;
  Certainty certainty = Certainty::no;
  std::vector<Index> of{};          ///< what it renews, replaces or amends
  bool of_undocumented = false;     ///< it renews, replaces or amends one that nobody has documented
};

/// An institution that shares an agreement with the one asked for; where everything is asked for, any party.
struct PartnerInPeriod {
  Index institution = kNone;
  std::vector<Index> agreements{};  ///< of the period, ascending
  Certainty belongs = Certainty::no;
  Certainty is_new = Certainty::no;  ///< its first agreement of all lies in the period
  Certainty lapsed = Certainty::no;  ///< bound in the period, by nothing more on its last day
  Index first = kNone;               ///< the agreement since when it is a partner, as far as dates are known
  bool is_older = false;             ///< that agreement renews one that is not documented
};

/// A row of a table (events, mentions) that lies in the period.
struct DatedRow {
  Index row = kNone;
  Certainty certainty = Certainty::no;
};

/// Everything a report on a period counts; each fact read once.
struct PeriodFacts {
  PeriodQuestion question;
  std::vector<Index> ever;                    ///< signed agreements of whom is asked for, whatever their dates; ascending
  std::vector<AgreementInPeriod> agreements;  ///< those that belong to the period, ascending
  std::vector<Index> announced;               ///< announced agreements of whom is asked for, ascending
  std::vector<PartnerInPeriod> partners;      ///< certain ones first, most agreements first, then by id
  std::vector<Change> changes;                ///< by kind, certain ones first, then by row
  std::vector<DatedRow> events, mentions;     ///< in row order
  std::vector<Index> own_side;                ///< institutions that are whom is asked for, or for which the person signed

  std::size_t certain() const, possible() const;  ///< agreements that belong to the period
  /// Changes of a kind: certain ones, and those possible (the certain ones included).
  std::pair<std::size_t, std::size_t> count(ChangeKind kind) const;
  /// Agreements signed in the period, renewals and amendments included.
  std::pair<std::size_t, std::size_t> count_signed() const;
};

/// Reads a selection (signed agreements, cumulated) and the announced agreements beside it against a period.
///
/// Readings: an agreement whose day of signature nobody says was signed by the day of the latest source that tells of
/// it. What a source leaves open is possible, never certain. With UnknownDates::exclude what is only possible is left
/// out, with `only` what is certain. O(agreements × parties + events + mentions + evidence of the agreements).
PeriodFacts period_facts(const NetworkView& whole, const std::vector<Index>& announced, const PeriodQuestion& question,
                         UnknownDates unknown);

/// Leaves in a selection the agreements of whom is asked for; the certainty of those of the period is that they belong to it.
void keep_agreements(const PeriodFacts& facts, Selection& selection);

/// Certain where every day the date can be lies in [from, to], possible where some does.
Certainty certainty_within(const PartialDate& date, Day from, Day to);

/// The latest date of the sources that tell of an agreement; kDistantFuture where one has no date, or none tells.
Day told_by(const DataSet& data, Index agreement);

}  // namespace maillage
