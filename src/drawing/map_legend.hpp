// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "drawing/map_marks.hpp"
#include "drawing/map_words.hpp"

namespace maillage {

/// What the legend, the settings and the sources below a drawing need to know beside the scene.
struct MapLegend {
  bool has_sheets = false;         ///< agreements of three parties and more are drawn
  bool is_of_communities = false;  ///< discs and thin ties
  std::vector<double> bands;       ///< numbers of agreements of two bands that are drawn, least and most
  std::string community_example;   ///< name and members of the largest one, as on the drawing
  double band_scale = 1;           ///< bands are thinner by this where some stand for very many agreements
  std::vector<std::string> keyed_names;  ///< names that are numbers on the drawing: number and name
  bool has_thin_ties = false;      ///< as inside communities
  bool has_ties = true;            ///< ties of their own are drawn, not bands alone
  std::vector<std::string> left_out;  ///< what is missing in the drawing, with counts
  std::vector<std::string> notes;     ///< sentences after the settings
};

/// Draws rule, legend, settings and sources from `top` down, as wide as the sheet; returns the height of the sheet.
/// Entries are those that occur, and “ended (none at this date)” where a date is known.
double draw_legend(SvgWriter& svg, const MapScene& scene, const MapWords& words, const MapStyle& style,
                   const MapOptions& options, const MapLegend& legend, double top);

/// Width of a band between communities that stands for so many agreements.
double band_width(double agreements, double scale);

}  // namespace maillage
