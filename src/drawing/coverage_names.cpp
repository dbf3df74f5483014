// SPDX-License-Identifier: Apache-2.0
#include "drawing/coverage_names.hpp"

#include <cmath>
#include <limits>
#include <numeric>

#include "drawing/labels.hpp"
#include "drawing/text_metrics.hpp"

namespace maillage {
namespace {

class CoverageNames {
 public:
  CoverageNames(const CoverageMapInput& input, const std::vector<CoverageDisc>& discs, const Box& box, bool is_wide)
      : input_(input), discs_(discs), box_(box), is_wide_(is_wide), size_(is_wide ? 12.5 : 11.5) {
    std::size_t recorded = 0;
    for (std::size_t i = 0; i < discs.size(); ++i) recorded += is_recorded(i);
    records_are_rare_ = 2 * recorded <= discs.size();
  }

  std::size_t write(SvgWriter& svg) const {
    std::vector<LabelWish> wishes;
    for (const auto i : chosen()) wishes.push_back(wish_of(i));
    const auto placed = place_labels(wishes, ground());
    std::size_t named = 0;
    for (std::size_t i = 0; i < wishes.size(); ++i) {
      draw_label(svg, wishes[i], placed[i]);
      named += placed[i].is_placed;
    }
    return discs_.size() - named;
  }

 private:
  const CoveredTerritory& row_of(std::size_t i) const { return input_.coverage->territories[discs_[i].row]; }
  bool is_recorded(std::size_t i) const { return row_of(i).status != CoverageStatus::no_record; }
  // What there is less of is named first: the places of something, or those of nothing.
  bool is_told(std::size_t i) const { return is_recorded(i) == records_are_rare_; }

  // Some of both; the largest of each.
  std::vector<std::size_t> chosen() const {
    const std::size_t most = is_wide_ ? 60 : 18;
    std::vector<std::size_t> told, others;
    for (std::size_t i = 0; i < discs_.size(); ++i) (is_told(i) ? told : others).push_back(i);
    told.resize(std::min(told.size(), std::max(most / 2, most - std::min(most, others.size()))));
    others.resize(std::min(others.size(), most - told.size()));
    told.insert(told.end(), others.begin(), others.end());
    return told;
  }

  LabelGround ground() const {
    LabelGround ground;
    ground.sheet = box_.grown(is_wide_ ? 8 : 0);
    for (std::size_t i = 0; i < discs_.size(); ++i) {
      const auto& disc = discs_[i].disc;
      const auto owner = static_cast<std::int64_t>(i);
      constexpr double kDot = 3;
      if (disc.radius < kDot) {
        const double cost = is_recorded(i) ? std::numeric_limits<double>::infinity() : 20;
        ground.obstacles.push_back({box_round(disc.at, disc.radius, disc.radius), cost, owner});
        continue;
      }
      // Three strips that hold a disc between them, and little beside it.
      for (const auto& [wide, high] : {std::pair(1.0, 0.4), std::pair(0.92, 0.75), std::pair(0.67, 1.0)}) {
        ground.obstacles.push_back({box_round(disc.at, disc.radius * wide, disc.radius * high),
                                    std::numeric_limits<double>::infinity(), owner});
      }
    }
    return ground;
  }

  LabelWish wish_of(std::size_t i) const {
    const auto& disc = discs_[i].disc;
    const auto& label = discs_[i].label;
    LabelWish wish;
    wish.owner = static_cast<std::int64_t>(i);
    wish.style.size = size_;
    wish.style.weight = is_told(i) ? FontWeight::bold : FontWeight::regular;
    wish.style.halo = 4;
    wish.line_height = std::round(size_ * 1.2);
    wish.priority = (is_told(i) ? 1e6 : 0) + disc.radius;
    wish.most_cost = is_told(i) ? 1e6 : is_wide_ ? 55 : 36;
    wish.furthest = !is_told(i) ? 14 : is_wide_ ? 98 : 150;
    wish.may_lead = is_told(i);
    if (write_inside(i, wish)) return wish;
    const double measure = std::max(is_wide_ ? 130.0 : 96.0, longest_word(label, size_, wish.style.weight) + 0.5);
    wish.wordings.push_back(wrap_text(label, size_, measure, wish.style.weight));
    if (is_told(i) && wish.wordings[0].size() > 1) wish.wordings.push_back({label});
    wish.spots.push_back({.at = disc.at, .reach_side = disc.radius, .reach_up = disc.radius, .reach_down = disc.radius});
    return wish;
  }

  // Broken so that all of it lies in the disc; nothing where there is no room for it.
  std::vector<std::string> lines_inside(std::size_t i, const LabelWish& wish) const {
    const auto& label = discs_[i].label;
    const double diameter = 2 * discs_[i].disc.radius;
    const double word = longest_word(label, size_, wish.style.weight);
    for (const double part : {0.92, 0.8, 0.65}) {
      auto lines = wrap_text(label, size_, std::max(part * diameter, word), wish.style.weight);
      double widest = 0;
      for (const auto& line : lines) widest = std::max(widest, text_width(line, size_, wish.style.weight));
      if (std::hypot(widest, wish.line_height * static_cast<double>(lines.size())) <= diameter) return lines;
    }
    return {};
  }

  bool write_inside(std::size_t i, LabelWish& wish) const {
    const auto status = row_of(i).status;  // over the part that is covered no name stands
    if (status == CoverageStatus::partial_certain || status == CoverageStatus::partial_possible) return false;
    const auto lines = lines_inside(i, wish);
    if (lines.empty()) return false;
    wish.wordings.push_back(lines);
    LabelWish::Spot spot{.at = discs_[i].disc.at};
    spot.is_centre = true;
    wish.spots.push_back(spot);
    if (status == CoverageStatus::certain) wish.style.colour = tokens::paper;
    if (status == CoverageStatus::certain || status == CoverageStatus::possible) wish.style.halo = 0;
    return true;
  }

  const CoverageMapInput& input_;
  const std::vector<CoverageDisc>& discs_;
  const Box& box_;
  bool is_wide_;
  double size_;
  bool records_are_rare_ = true;
};

}  // namespace

std::size_t write_coverage_names(SvgWriter& svg, const CoverageMapInput& input, const std::vector<CoverageDisc>& discs,
                                 const Box& box, bool is_wide) {
  return CoverageNames(input, discs, box, is_wide).write(svg);
}

}  // namespace maillage
