// SPDX-License-Identifier: Apache-2.0
#include "drawing/coverage_places.hpp"

#include <numbers>
#include <numeric>

namespace maillage {
namespace {

struct Extent {
  double south = 90, north = -90, west = 180, east = -180;
  explicit Extent(const std::vector<Degrees>& places) {
    for (const auto& place : places) {
      south = std::min(south, place.latitude);
      north = std::max(north, place.latitude);
      west = std::min(west, place.longitude);
      east = std::max(east, place.longitude);
    }
  }
  bool empty() const { return south > north; }
  double shorten() const { return std::max(std::cos((south + north) / 2 * std::numbers::pi / 180), 0.01); }
  double width() const { return (east - west) * shorten(); }
  double height() const { return north - south; }
};

}  // namespace

MapProjection::MapProjection(const std::vector<Degrees>& places, const Box& box) : middle_(box.centre()) {
  const Extent extent(places);
  if (extent.empty()) return;
  shorten_ = extent.shorten();
  longitude_ = (extent.west + extent.east) / 2;
  latitude_ = (extent.south + extent.north) / 2;
  constexpr double least = 1e-6;  // degrees; one place alone lies in the middle
  scale_ = std::min(box.width() / std::max(extent.width(), least), box.height() / std::max(extent.height(), least));
}

Point MapProjection::of(const Degrees& place) const {
  return {middle_.x + (place.longitude - longitude_) * shorten_ * scale_, middle_.y - (place.latitude - latitude_) * scale_};
}

double MapProjection::proportion(const std::vector<Degrees>& places) {
  const Extent extent(places);
  if (extent.empty() || extent.width() <= 0 || extent.height() <= 0) return 1;
  return extent.height() / extent.width();
}

std::vector<PlacedDisc> separated_discs(std::vector<PlacedDisc> discs, const Box& box, double gap, int rounds) {
  const auto home = discs;
  double largest = 0;
  for (const auto& disc : discs) largest = std::max(largest, disc.radius);
  std::vector<std::size_t> order(discs.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (int round = 0; round < rounds; ++round) {
    // A pull that fades: first places are kept in proportion, last of all discs only part.
    const double pull = 0.04 * (1 - static_cast<double>(round) / rounds);
    for (std::size_t i = 0; i < discs.size(); ++i) discs[i].at = discs[i].at + (home[i].at - discs[i].at) * pull;
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return discs[i].at.x; });
    bool any = false;
    for (std::size_t a = 0; a < order.size(); ++a) {
      auto& one = discs[order[a]];
      for (std::size_t b = a + 1; b < order.size(); ++b) {
        auto& two = discs[order[b]];
        if (two.at.x - one.at.x > one.radius + largest + gap) break;
        const double room = one.radius + two.radius + gap;
        auto apart = two.at - one.at;
        if (std::abs(apart.y) >= room) continue;  // nearly all: no root is drawn for them
        double distance = length_of(apart);
        if (distance >= room - 0.05) continue;
        if (distance < 1e-9) {  // in one place: apart to the right, by their order
          apart = {1, 0};
          distance = 1;
        }
        any = true;
        const double mine = two.radius * two.radius / (one.radius * one.radius + two.radius * two.radius + 1e-9);
        const double by = (room - length_of(two.at - one.at)) / distance;
        one.at = one.at - apart * (by * mine);
        two.at = two.at + apart * (by * (1 - mine));
      }
    }
    for (auto& disc : discs) {
      const double reach = std::min(disc.radius, std::min(box.width(), box.height()) / 2);
      disc.at.x = std::clamp(disc.at.x, box.left + reach, box.right - reach);
      disc.at.y = std::clamp(disc.at.y, box.top + reach, box.bottom - reach);
    }
    if (!any) break;
  }
  return discs;
}

}  // namespace maillage
