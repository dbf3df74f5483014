// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "model/data_set.hpp"

namespace maillage {

/// Agreements of one year: those certainly meant and those possibly meant (which hold the certain ones), by row.
struct YearCounts {
  struct Set {
    std::vector<Index> certain, possible;
  };
  int year = 0;
  Set in_force;  ///< on some day of the year
  Set signed_;   ///< signed in it
  Set ending;    ///< last day in it; an agreement without term ends in no year
};

/// Years that a page or a drawing shows at most.
inline constexpr std::size_t kMostYears = 60;

/// Counts for each year from the first to the last that a date of these agreements or the day names. Of more than
/// `most` years those that end with the last one, or half of `most` after the day where that comes first.
/// Announced agreements count nowhere. Where a date is unknown an agreement is possible in every year that nothing rules
/// out. O(agreements × years).
std::vector<YearCounts> count_by_year(const DataSet& data, const std::vector<Index>& agreements,
                                      std::optional<Day> as_of, std::size_t most = kMostYears);

}  // namespace maillage
