// SPDX-License-Identifier: Apache-2.0
#include "drawing/community_headings.hpp"

#include <algorithm>
#include <cmath>

namespace maillage {
namespace {

constexpr double kGap = 6, kRoomAbove = 5;

class Headings {
 public:
  Headings(const std::vector<Disc>& discs, const TextStyle& style, const Box& area) : discs_(discs), style_(style), area_(area) {}

  CommunityHeading place(std::size_t disc, const std::string& text) {
    CommunityHeading best;
    double least = HUGE_VAL;
    const auto wordings = wordings_of(text);
    const auto places = static_cast<int>(std::size(kPlaces));
    for (int p = 0; p < places && least > 0; ++p) {
      for (const auto& lines : wordings) {
        auto heading = at(discs_[disc], kPlaces[p], lines);
        const double covered = covered_by(heading.box, disc);
        if (covered >= least) continue;
        least = covered;
        best = std::move(heading);
      }
    }
    placed_.push_back(best.box);
    return best;
  }

 private:
  /// Where the middle of the box stands: from the centre of the disc in radii, then beyond it by gap and half the box.
  struct Place {
    double aside, up, beyond_x, beyond_y;
  };
  static constexpr Place kPlaces[] = {{0, -1, 0, -1},    {-0.5, -1, 0, -1}, {0.5, -1, 0, -1}, {0, 1, 0, 1},
                                      {-0.5, 1, 0, 1},   {0.5, 1, 0, 1},    {1, 0, 1, 0},     {-1, 0, -1, 0},
                                      {0.8, -0.7, 1, 0}, {-0.8, -0.7, -1, 0}};

  std::vector<std::vector<std::string>> wordings_of(const std::string& text) const {
    std::vector<std::vector<std::string>> wordings{{text}};
    const double width = text_width(text, style_.size, style_.weight);
    auto broken = wrap_text(text, style_.size, 0.6 * width, style_.weight);
    constexpr double long_enough = 90;
    if (width > long_enough && broken.size() == 2) wordings.push_back(std::move(broken));
    return wordings;
  }

  CommunityHeading at(const Disc& disc, const Place& place, const std::vector<std::string>& lines) const {
    double width = 0;
    for (const auto& line : lines) width = std::max(width, text_width(line, style_.size, style_.weight));
    const double height = (kAscent + kDescent) * style_.size + kHeadingLine * static_cast<double>(lines.size() - 1);
    Point middle{disc.centre.x + place.aside * disc.radius + place.beyond_x * (kGap + width / 2),
                 disc.centre.y + place.up * disc.radius + place.beyond_y * (kGap / 2 + height / 2)};
    const double left = area_.left + width / 2;
    middle.x = std::clamp(middle.x, left, std::max(left, area_.right - width / 2));
    const auto box = box_round(middle, width / 2, height / 2);
    return {lines, middle.x, box.top + kAscent * style_.size, box};
  }

  double covered_by(const Box& box, std::size_t own) const {
    constexpr double of_sheet = 1000;
    double covered = 0;
    const Box near = box.grown(2);
    if (near.top < area_.top - kRoomAbove || near.bottom > area_.bottom + kGap) covered += of_sheet;
    for (const auto& other : placed_) {
      if (!near.overlaps(other.grown(2))) continue;
      covered += of_sheet;
    }
    for (std::size_t d = 0; d < discs_.size(); ++d) {
      const Point centre = discs_[d].centre;
      const Point nearest{std::clamp(centre.x, near.left, near.right), std::clamp(centre.y, near.top, near.bottom)};
      const double depth = discs_[d].radius - distance_between(nearest, centre);
      if (depth > (d == own ? kGap : 0)) covered += depth;
    }
    return covered;
  }

  const std::vector<Disc>& discs_;
  const TextStyle& style_;
  const Box& area_;
  std::vector<Box> placed_;
};

}  // namespace

std::vector<CommunityHeading> place_community_headings(const std::vector<Disc>& discs, const std::vector<std::string>& texts,
                                                       const TextStyle& style, const Box& area) {
  Headings headings(discs, style, area);
  std::vector<CommunityHeading> placed(discs.size());
  for (std::size_t d = 0; d < discs.size(); ++d) {
    if (!texts[d].empty()) placed[d] = headings.place(d, texts[d]);
  }
  return placed;
}

}  // namespace maillage
