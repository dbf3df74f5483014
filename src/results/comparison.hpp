// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "results/evolution.hpp"

namespace maillage {

// What changed between two days, as plain values; rows are rows of the tables of the data set. docs/evolution.md.

/// What became of an agreement between the two days.
enum class ComparedAs : std::uint8_t {
  came,     ///< in force on the second day, not begun on the first, and continues no other
  renewed,  ///< the same, and renews or replaces another
  amended,  ///< the same, and amends another
  ended,    ///< in force on the first day, over on the second, and nothing known renews or replaces it
  passed    ///< begun after the first day and over before the second
};
inline constexpr std::array<std::string_view, 5> kComparedAsCodes{"new", "renewed", "amended", "ended", "passed"};
constexpr std::string_view compared_as_code(ComparedAs kind) { return kComparedAsCodes[static_cast<std::size_t>(kind)]; }

struct ComparedAgreement {
  ComparedAs kind = ComparedAs::came;
  std::uint32_t agreement = 0;
  bool is_certain = false;
  std::vector<std::uint32_t> of;  ///< what it renews, replaces or amends, ascending
};

struct ComparedPartner {
  std::uint32_t institution = 0;
  bool is_certain = false;
};

struct ComparedInstitution {
  std::uint32_t row = 0;
  BoundedCount partners_first, partners_last;
  std::vector<ComparedPartner> won, lost;      ///< by row
  double score_first = 0, score_last = 0;      ///< the measure; NaN where it is no node or undefined
  std::uint32_t rank_first = 0, rank_last = 0; ///< 0 where it is no node
  /// Does it stand in the network of one day only? Certain where the other day leaves no doubt.
  enum class Presence : std::uint8_t { both, came, maybe_came, went, maybe_went } presence = Presence::both;
  /// Places won (positive) or lost; 0 where it stands on one of the days only.
  std::int64_t moved() const {
    return rank_first == 0 || rank_last == 0 ? 0 : std::int64_t{rank_first} - std::int64_t{rank_last};
  }
};

struct Comparison {
  std::int32_t first = 0, last = 0;
  std::string measure;
  BoundedCount agreements_first, agreements_last, kept;
  BoundedCount gone;  ///< agreements in force on the first day and over on the second, whatever continues them
  BoundedCount institutions_first, institutions_last, ties_first, ties_last, won, lost, came, went;
  std::vector<ComparedAgreement> agreements;      ///< by kind, certain ones first, then by row
  std::vector<ComparedInstitution> institutions;  ///< those on either day, by the last rank, then the first, then by row
  FollowedCommunities communities;                ///< of the two days
  BoundedCount count(ComparedAs kind) const {
    BoundedCount result;
    for (const auto& one : agreements) {
      if (one.kind != kind) continue;
      ++result.possible;
      if (one.is_certain) ++result.certain;
    }
    return result;
  }
};

}  // namespace maillage
