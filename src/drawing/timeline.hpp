// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "drawing/svg_writer.hpp"
#include "language/language.hpp"
#include "network/selection.hpp"

namespace maillage {

enum class TimelineGrouping : std::uint8_t { institution, type };
template <> inline constexpr auto code_names<TimelineGrouping> =
    std::to_array<std::string_view>({"institution", "type"});

/// What a time-line shows.
struct TimelineInput {
  const DataSet* data = nullptr;
  /// Signed agreements, and announced ones where they were selected (ViewOptions::with_announced); the day of its
  /// reference_day is the as-of line.
  Selection selection;
  std::vector<Index> hubs;     ///< rows of institutions, best hub first: their order where certain agreements do not decide
  std::optional<Day> period_from{}, period_to{};  ///< a period to be shaded, inclusive; an absent end is that of the sheet
  /// Agreements drawn that belong to that period: certainly, and possibly in all. Without them no number is said.
  std::optional<std::pair<std::size_t, std::size_t>> in_period{};
  std::string settings;        ///< what was asked for (view, filters, unknown dates), already in words; may be empty
  std::string command, version;
};

struct TimelineOptions {
  TimelineGrouping grouping = TimelineGrouping::institution;
  SheetWidth sheet = SheetWidth::wide;
  Palette palette = Palette::light;
  bool with_heading = true;            ///< title and subtitle drawn; without, the page that holds the drawing says them
  std::size_t rows_on_a_page = 60;
  std::size_t page = 0;                ///< from 0; the drawing says which rows it shows
  std::string drawing_id = "timeline";   ///< begins the ids inside the SVG: two drawings in one page differ in it
  std::function<std::string(Index)> link{};  ///< address of an agreement's sheet, by row; none: no links
};

/// Draws agreements as bars over time: one row an agreement, never twice.
///
/// Groups are institutions (those with most agreements certainly in force first, then in the order of `hubs`; a unit's
/// agreements may stand under its topmost institution) or types. Rows of a group: in force, not begun, unknown, ended,
/// announced; then by date. Marks as in docs (visual language): bar = in force, pale before the signature, cap = stated
/// end, arrow = without term, dots and “?” = unknown end, hatched = computed end, lozenge = signature (hollow where
/// inferred), half-arrow = by then, ring = event that is no signature, triangle = last day to give notice, renew or replace
/// (hollow where only possible), dashed = announced.
/// Deterministic. O(agreements · log) for grouping; drawing O(rows of the page).
Picture draw_timeline(const TimelineInput& input, const TimelineOptions& options, const Language& language);

/// How many pages the rows take; at least 1.
std::size_t timeline_pages(const TimelineInput& input, const TimelineOptions& options);

/// The finding in the title of the drawing, true by counting; for the page that holds it.
std::string timeline_title(const TimelineInput& input, const Language& language);

}  // namespace maillage
