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

struct ChartBar {
  std::string label;
  std::int64_t signed_agreements = 0;
  ChartCount in_force;       ///< of these, in force on the as-of day
  std::int64_t announced = 0;  ///< counted beside the signed ones, never in the length of the bar
};

/// What bars are counted by.
enum class ChartSubject : std::uint8_t { type, theme, kind, territory, source };
template <> inline constexpr auto code_names<ChartSubject> =
    std::to_array<std::string_view>({"type", "theme", "kind", "territory", "source"});

struct ChartOptions {
  SheetWidth sheet = SheetWidth::wide;
  Palette palette = Palette::light;
  bool with_heading = true;  ///< title and subtitle drawn; without, the page that holds the drawing says them
  std::size_t most_bars = 20;
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

/// Horizontal bars in the order given (largest first is expected): certainly in force solid, possibly in force pale,
/// the other signed ones as an outline, with the numbers at the bars. `agreements`: signed agreements in all, since one
/// may stand in several bars. Bars beyond `most_bars` are counted in a note.
Picture draw_bar_chart(ChartSubject subject, const std::vector<ChartBar>& bars, std::int64_t agreements,
                       std::optional<Day> as_of, const ChartOptions& options, const Language& language);
std::string bar_chart_title(ChartSubject subject, const std::vector<ChartBar>& bars, std::int64_t agreements,
                            const Language& language);

}  // namespace maillage
