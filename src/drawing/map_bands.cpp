// SPDX-License-Identifier: Apache-2.0
#include "drawing/map_bands.hpp"

namespace maillage {
namespace {

constexpr int kSamples = 24;

Point on_curve(const Band& band, double t) {
  return band.from * ((1 - t) * (1 - t)) + band.bend * (2 * t * (1 - t)) + band.to * (t * t);
}

Point border(const Disc& disc, Point towards) {
  const Point way = towards - disc.centre;
  return disc.centre + way * (disc.radius / std::max(length_of(way), 1e-9));
}

/// How deep the curve runs through other discs, summed over its samples.
double depth_in_others(const Band& band, const std::vector<Disc>& discs, double half_width, const Box& sheet) {
  double depth = 0;
  for (int i = 1; i < kSamples; ++i) {
    const Point p = on_curve(band, static_cast<double>(i) / kSamples);
    if (!sheet.grown(-half_width).holds(p)) depth += 200;
    for (std::uint32_t d = 0; d < discs.size(); ++d) {
      if (d == band.one || d == band.other) continue;
      depth += std::max(0.0, discs[d].radius + half_width + 5 - distance_between(p, discs[d].centre));
    }
  }
  return depth;
}

}  // namespace

Band band_between(const std::vector<Disc>& discs, std::uint32_t one, std::uint32_t other, double width, const Box& sheet) {
  const Point a = discs[one].centre, b = discs[other].centre, way = b - a;
  const double length = std::max(length_of(way), 1e-9);
  const Point aside{-way.y / length, way.x / length};
  Band best;
  double least = HUGE_VAL;
  for (int step = 1; step <= 40; ++step) {
    // Alternating sides, always a little bent: two bands through one point are then told apart.
    const double bend = length * 0.05 * ((step + 1) / 2) * (step % 2 == 1 ? 1 : -1);
    Band band{one, other, {}, (a + b) * 0.5 + aside * bend, {}};
    band.from = border(discs[one], band.bend);
    band.to = border(discs[other], band.bend);
    const double cost = depth_in_others(band, discs, width / 2, sheet) * 10 + std::abs(bend);
    if (cost < least) least = cost, best = band;
  }
  return best;
}

}  // namespace maillage
