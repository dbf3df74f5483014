// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "drawing/svg_writer.hpp"
#include "language/language.hpp"
#include "model/partial_date.hpp"

namespace maillage {

/// Agreements certainly meant, and possibly meant (which hold the certain ones).
struct ChartCount {
  std::int64_t certain = 0, possible = 0;
};

struct ChartYear {
  int year = 0;
  ChartCount in_force;  ///< on some day of the year
  ChartCount signed_;   ///< signed in it
  ChartCount ending;    ///< last day in it
};

struct ChartOptions {
  SheetWidth sheet = SheetWidth::wide;
  Palette palette = Palette::light;
  bool with_heading = true;  ///< title and subtitle drawn; without, the page that holds the drawing says them
  std::string drawing_id = "chart";  ///< begins the ids inside the SVG: two drawings in one page differ in it
  std::vector<std::string> notes{};  ///< settings and sources, already in words
  std::string command{}, version{}, data_hash{};
};

/// Agreements in force, signed and ending each year: three rows of columns over the same years, the certain part solid,
/// the possible part pale above it, the numbers at the columns where they find room, else a few values with lines. The future
/// lies on wash. `years`: ascending without gaps. An empty list gives a sheet that says so.
Picture draw_years_chart(const std::vector<ChartYear>& years, std::optional<Day> as_of, const ChartOptions& options,
                         const Language& language);
/// The finding of that chart, for the page that holds it.
std::string years_chart_title(const std::vector<ChartYear>& years, std::optional<Day> as_of, const Language& language);

}  // namespace maillage
