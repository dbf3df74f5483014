// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "drawing/svg_writer.hpp"
#include "language/language.hpp"
#include "results/robustness.hpp"

namespace maillage {

/// One panel of the chart: what is lost, in which order and at random.
struct RobustnessPanel {
  std::string heading;                        ///< what is lost
  std::string figures;                        ///< R of both curves
  const RobustnessCurve* targeted = nullptr;  ///< may be absent
  const RobustnessCurve* random = nullptr;    ///< likewise
};

struct RobustnessChartOptions {
  SheetWidth sheet = SheetWidth::wide;
  Palette palette = Palette::light;
  std::string title, subtitle;
  std::string targeted_label, random_label;  ///< for the legend
  std::vector<std::string> notes{};
  std::string command{}, version{}, data_hash{};
};

/// The share of all nodes that the largest component holds (upwards) as more and more is lost (to the right), one panel
/// for each kind of loss: a full line for losses in order, a dashed one for the mean of losses at random on a pale
/// band.
Picture draw_robustness_chart(const std::vector<RobustnessPanel>& panels, const RobustnessChartOptions& options,
                              const Language& language);

}  // namespace maillage
