// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "drawing/svg_writer.hpp"
#include "language/language.hpp"
#include "model/data_set.hpp"
#include "results/coverage.hpp"

namespace maillage {

/// What a map of a coverage shows, and the words about it that others have found.
struct CoverageMapInput {
  const DataSet* data = nullptr;
  const Coverage* coverage = nullptr;
  TerritoryLevel level = TerritoryLevel::epci;
  std::string title, subtitle;     ///< the finding; the counts
  std::vector<std::string> notes;  ///< settings and what is not known, one paragraph each; sources follow them
  std::string command, version;
};

struct CoverageMapOptions {
  SheetWidth sheet = SheetWidth::wide;
  Palette palette = Palette::light;
  std::string drawing_id = "coverage";  ///< begins the ids inside the SVG: two drawings in one page differ in it
};

/// Draws each territory of a coverage as a disc at its place, its area the number of inhabitants.
///
/// Solid: certainly covered; pale with an outline: possibly; the disc inside is the part of the inhabitants that is
/// covered, true in area; dashed: announced or not begun; grey: ended; empty: no record. Places are longitude and latitude,
/// longitude shortened by the cosine of the middle latitude (an error under 2 % over five degrees); discs that would cover
/// one another are moved apart (separated_discs). The ground is pale where a commune with coordinates is near: no border is
/// drawn that the data do not have. Territories without a place are counted and named in the legend, never placed.
/// Deterministic. O(n log n + rounds · neighbours).
Picture draw_coverage_map(const CoverageMapInput& input, const CoverageMapOptions& options, const Language& language);

}  // namespace maillage
