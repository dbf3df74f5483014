// SPDX-License-Identifier: Apache-2.0
#include "drawing/year_scale.hpp"

#include <algorithm>

namespace maillage {

double YearScale::x(Day day) const {
  if (day <= first_day_of_year(first_year)) return left;
  if (day > last_day_of_year(last_year)) return right;
  const auto year = civil_of(day).year;
  const double begin = first_day_of_year(year), days = last_day_of_year(year) - first_day_of_year(year) + 1;
  return left + (year - first_year + (day - begin) / days) * year_width();
}

int YearScale::step(double label_width) const {
  int unit = 1;
  while (unit < 10'000) {
    for (const int factor : {1, 2, 5}) {
      if (unit * factor * year_width() >= label_width) return unit * factor;
    }
    unit *= 10;
  }
  return unit;
}

std::vector<int> YearScale::years(double label_width) const {
  const auto every = step(label_width);
  std::vector<int> years;
  for (int year = (first_year + every - 1) / every * every; year <= last_year; year += every) years.push_back(year);
  return years;
}

}  // namespace maillage
