// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "model/data_set.hpp"

namespace maillage {

enum class ViewKind : std::uint8_t { institutions, people, affiliations, two_mode };
enum class Weighting : std::uint8_t { newman, count, none };
enum class DateBasis : std::uint8_t { in_force, signed_ };
enum class UnknownDates : std::uint8_t { include, exclude, only };
enum class InstitutionsAs : std::uint8_t { then, now };

template <> inline constexpr auto code_names<ViewKind> =
    std::to_array<std::string_view>({"institutions", "people", "affiliations", "two-mode"});
template <> inline constexpr auto code_names<Weighting> = std::to_array<std::string_view>({"newman", "count", "none"});
template <> inline constexpr auto code_names<DateBasis> = std::to_array<std::string_view>({"in-force", "signed"});
template <> inline constexpr auto code_names<UnknownDates> =
    std::to_array<std::string_view>({"include", "exclude", "only"});
template <> inline constexpr auto code_names<InstitutionsAs> = std::to_array<std::string_view>({"as-then", "as-now"});

/// Which agreements are looked at, and as what kind of network: the same options in every command, the same defaults.
struct ViewOptions {
  ViewKind kind = ViewKind::institutions;
  Weighting weight = Weighting::newman;
  /// Cross-section at a day. Without it (and without from/to): all agreements so far, cumulated.
  std::optional<Day> as_of;
  std::optional<Day> from, to;  ///< inclusive; an absent one is unbounded
  DateBasis dates = DateBasis::in_force;
  UnknownDates unknown = UnknownDates::include;
  InstitutionsAs institutions = InstitutionsAs::then;
  bool roll_up = false;           ///< units count as their topmost institution
  bool with_mentions = false;     ///< mentions count as agreements of their institutions
  bool all_institutions = false;  ///< institutions without an agreement are nodes too
  bool directed = false;          ///< ties keep their direction (NetworkView::arcs); institutions alone
  bool with_announced = false;    ///< announced agreements are selected too (drawings; never counted as signed)
  // Filters; an empty list lets everything pass. Within a list any one suffices, the lists together all must.
  std::vector<AgreementType> types;
  std::vector<Index> themes;
  std::vector<InstitutionKind> kinds;      ///< agreements with a party of that kind
  std::vector<Index> territories;          ///< agreement on it, or a party in it (or below it)
  std::vector<Status> statuses;            ///< `announced` here selects announced agreements
  std::vector<Index> parties;              ///< institutions: all of them must be parties
  std::vector<Index> people;               ///< persons: all of them must have signed
};

}  // namespace maillage
