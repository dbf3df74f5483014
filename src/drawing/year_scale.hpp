// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "model/partial_date.hpp"

namespace maillage {

/// Years laid side by side: every year is equally wide, days lie evenly inside it.
struct YearScale {
  int first_year = 2000, last_year = 2001;  ///< both shown whole
  double left = 0, right = 1;               ///< px: where the first year begins and the last one ends

  double year_width() const { return (right - left) / (last_year - first_year + 1); }
  /// Where a day begins, kept between left and right.
  double x(Day day) const;
  /// Where the day after begins: the end of an inclusive period.
  double x_after(Day day) const { return x(day < kDistantFuture ? day + 1 : day); }
  /// Years between two lines of the grid: the least of 1, 2, 5, 10, 20, 50, … whose lines lie `label_width` px apart.
  int step(double label_width) const;
  /// The years that get a line and a label: multiples of the step.
  std::vector<int> years(double label_width) const;
};

}  // namespace maillage
