// SPDX-License-Identifier: Apache-2.0
#include "drawing/layout_small.hpp"

#include <numbers>
#include <numeric>

#include "drawing/graphviz.hpp"
#include "drawing/layout_cost.hpp"

namespace maillage {
namespace {

/// SplitMix64 (Steele, Lea & Flood 2014): the same numbers with every standard library.
class RandomNumbers {
 public:
  explicit RandomNumbers(std::uint64_t seed) : state_(seed) {}
  double unit() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return static_cast<double>((z ^ (z >> 31)) >> 11) * 0x1.0p-53;
  }

 private:
  std::uint64_t state_;
};

using Positions = std::vector<Point>;

Point rotated(Point p, double angle) {
  const double c = std::cos(angle), s = std::sin(angle);
  return {p.x * c - p.y * s, p.x * s + p.y * c};
}

/// Angle of the longer axis of a cloud of points.
double main_axis(const Positions& points) {
  Point mean;
  for (const auto p : points) mean = mean + p;
  mean = mean * (1.0 / static_cast<double>(points.size()));
  double xx = 0, xy = 0, yy = 0;
  for (const auto p : points) {
    const Point d = p - mean;
    xx += d.x * d.x, xy += d.x * d.y, yy += d.y * d.y;
  }
  return 0.5 * std::atan2(2 * xy, xx - yy);
}

void fit(Positions& points, const Box& target) {
  const Box now = box_of(points);
  const double kx = now.width() > 0 ? target.width() / now.width() : 1;
  const double ky = now.height() > 0 ? target.height() / now.height() : 1;
  // Not stretched by more than a half: angles of the stress layout should stay what they are.
  const double x = std::min(kx, 1.5 * ky), y = std::min(ky, 1.5 * kx);
  for (auto& p : points) {
    p = {target.centre().x + (p.x - now.centre().x) * x, target.centre().y + (p.y - now.centre().y) * y};
  }
}

struct Component {
  std::vector<std::uint32_t> vertices;
};

std::vector<Component> components_of(const LayoutCost& cost, std::size_t vertices) {
  std::vector<Component> components(cost.components());
  for (std::uint32_t v = 0; v < vertices; ++v) components[cost.component_of()[v]].vertices.push_back(v);
  std::stable_sort(components.begin(), components.end(),
                   [](const Component& a, const Component& b) { return a.vertices.size() > b.vertices.size(); });
  return components;
}

Positions stress_positions(const SmallLayoutInput& input, const LayoutCost& cost, const Component& component, int seed) {
  LayoutGraph graph;
  graph.vertices = static_cast<std::uint32_t>(component.vertices.size());
  std::vector<std::uint32_t> number(input.vertices.size());
  for (std::uint32_t i = 0; i < component.vertices.size(); ++i) number[component.vertices[i]] = i;
  for (std::uint32_t t = 0; t < input.ties.size(); ++t) {
    const auto& tie = input.ties[t];
    if (cost.component_of()[tie.source] != cost.component_of()[component.vertices[0]]) continue;
    graph.ties.push_back({number[tie.source], number[tie.target], 1, cost.wished_length(t) / 72});
  }
  return graphviz_positions(graph, LayoutEngine::neato, seed);
}

/// The largest component over most of the sheet, the others in a row along its lower edge, from the right.
Positions start_positions(const SmallLayoutInput& input, const LayoutCost& cost, int start) {
  const auto components = components_of(cost, input.vertices.size());
  Positions at(input.vertices.size());
  const bool is_wide = input.box.width() >= input.box.height();
  const double strip = components.size() > 1 ? std::min(input.box.height() * 0.22, 130.0) : 0;
  const auto& first = components[0];
  Positions main = stress_positions(input, cost, first, 1 + start / 4);
  const double tilt = (is_wide ? 0 : std::numbers::pi / 2) - main_axis(main);
  std::uint32_t hub = 0;
  for (std::uint32_t i = 0; i < main.size(); ++i) {
    main[i] = rotated(main[i], tilt);
    if (cost.ties_of()[first.vertices[i]].size() > cost.ties_of()[first.vertices[hub]].size()) hub = i;
  }
  // The strongest hub comes first in reading order: left, or above on a narrow sheet; both mirrorings are tried.
  const Box drawn = box_of(main);
  const bool turn_x = is_wide ? main[hub].x > drawn.centre().x : start % 2 == 1;
  const bool turn_y = is_wide ? start % 2 == 1 : main[hub].y > drawn.centre().y;
  for (auto& p : main) p = {turn_x ? -p.x : p.x, turn_y ? -p.y : p.y};
  Box target = input.box.grown(-input.box.width() * 0.09);
  target.top = input.box.top + 50, target.bottom = input.box.bottom - strip - 50;
  // Half of the starts let the large component have the whole height: the small ones then find a corner.
  if (start % 4 >= 2) target.bottom = input.box.bottom - 60;
  fit(main, target);
  for (std::uint32_t i = 0; i < main.size(); ++i) at[first.vertices[i]] = main[i];

  double right = input.box.right, base = input.box.bottom - strip / 2;
  for (std::size_t c = 1; c < components.size(); ++c) {
    Positions small = stress_positions(input, cost, components[c], 1);
    const double level = small.size() > 1 ? -main_axis(small) : 0;
    for (auto& p : small) p = rotated(p, level);
    const Box now = box_of(small);
    double margin = 0;
    for (const auto v : components[c].vertices) margin = std::max(margin, 40 + input.vertices[v].label_width / 2);
    const double width = now.width() + 2 * margin;
    if (right - width < input.box.left && right < input.box.right) right = input.box.right, base -= strip;
    const Point centre{std::max(right - width / 2, input.box.left + width / 2), base};
    for (std::uint32_t i = 0; i < small.size(); ++i) at[components[c].vertices[i]] = centre + (small[i] - now.centre());
    right -= width;
  }
  return at;
}

/// Vertices on the far side of a tie, seen from `v`; empty where the tie is on a cycle.
std::vector<std::uint32_t> branch_behind(const LayoutCost& cost, std::size_t vertices, std::uint32_t v, std::uint32_t tie) {
  std::vector<bool> seen(vertices);
  std::vector<std::uint32_t> branch{cost.other_end(tie, v)};
  seen[branch[0]] = true;
  for (std::size_t i = 0; i < branch.size(); ++i) {
    for (const auto t : cost.ties_of()[branch[i]]) {
      if (t == tie) continue;
      const auto u = cost.other_end(t, branch[i]);
      if (u == v) return {};
      if (!seen[u]) seen[u] = true, branch.push_back(u);
    }
  }
  return branch;
}

/// A set of vertices that moves as one: round a pivot, or along with nothing.
struct Block {
  std::uint32_t pivot;
  bool turns;
  std::vector<std::uint32_t> vertices;
};

std::vector<Block> blocks_of(const SmallLayoutInput& input, const LayoutCost& cost) {
  std::vector<Block> blocks;
  const auto n = static_cast<std::uint32_t>(input.vertices.size());
  for (std::uint32_t v = 0; v < n; ++v) {
    for (const auto t : cost.ties_of()[v]) {
      auto branch = branch_behind(cost, n, v, t);
      if (!branch.empty() && branch.size() <= n / 2 + 1) blocks.push_back({v, true, std::move(branch)});
    }
  }
  for (const auto& component : components_of(cost, n)) blocks.push_back({component.vertices[0], false, component.vertices});
  return blocks;
}

class Annealing {
 public:
  Annealing(const SmallLayoutInput& input, const LayoutCost& cost, Positions at, std::uint64_t seed)
      : input_(input), cost_(cost), at_(std::move(at)), random_(seed), blocks_(blocks_of(input, cost)) {}

  SmallLayout run() {
    const int rounds = 90;
    keep_inside();
    for (int round = 0; round < rounds; ++round) {
      const double left = 1 - static_cast<double>(round) / rounds;
      const double heat = 0.9 * left * left * left, step = cost_.unit() * (0.03 + 0.9 * left * left);
      for (std::uint32_t v = 0; v < at_.size(); ++v) {
        for (int trial = 0; trial < 4; ++trial) move_one(v, step, heat);
      }
      if (round % 2 == 0) {
        for (const auto& block : blocks_) move_block(block, left, step, heat);
      }
    }
    return {at_, cost_.total(at_)};
  }

 private:
  bool accepts(double before, double after, double heat) {
    return after < before || (heat > 1e-4 && random_.unit() < std::exp((before - after) / heat));
  }

  void move_one(std::uint32_t v, double step, double heat) {
    const Point before = at_[v];
    const double cost_before = cost_.around(v, at_);
    const double angle = 2 * std::numbers::pi * random_.unit(), by = step * std::sqrt(random_.unit());
    at_[v] = inside(v, before + Point{std::cos(angle), std::sin(angle)} * by);
    if (!accepts(cost_before, cost_.around(v, at_), heat)) at_[v] = before;
  }

  void move_block(const Block& block, double left, double step, double heat) {
    const Positions before = at_;
    const double cost_before = cost_.total(at_);
    if (block.turns) {
      const double angle = (random_.unit() - 0.5) * 2 * std::numbers::pi * (0.05 + 0.6 * left);
      const double stretch = 1 + (random_.unit() - 0.5) * 0.3;
      for (const auto v : block.vertices) {
        at_[v] = inside(v, at_[block.pivot] + rotated(before[v] - at_[block.pivot], angle) * stretch);
      }
    } else {
      const Point by{(random_.unit() - 0.5) * 3 * step, (random_.unit() - 0.5) * 3 * step};
      for (const auto v : block.vertices) at_[v] = inside(v, before[v] + by);
    }
    if (!accepts(cost_before, cost_.total(at_), heat)) at_ = before;
  }

  Point inside(std::uint32_t v, Point p) const {
    const double margin = input_.vertices[v].radius * 1.5 + 4;
    const Box& box = input_.box;
    return {std::clamp(p.x, box.left + margin, std::max(box.left + margin, box.right - margin)),
            std::clamp(p.y, box.top + margin, std::max(box.top + margin, box.bottom - margin))};
  }
  void keep_inside() {
    for (std::uint32_t v = 0; v < at_.size(); ++v) at_[v] = inside(v, at_[v]);
  }

  const SmallLayoutInput& input_;
  const LayoutCost& cost_;
  Positions at_;
  RandomNumbers random_;
  std::vector<Block> blocks_;
};

}  // namespace

std::vector<SmallLayout> lay_out_small(const SmallLayoutInput& input, int starts) {
  std::vector<SmallLayout> layouts;
  if (input.vertices.empty()) return {SmallLayout{}};
  if (input.vertices.size() == 1) return {SmallLayout{{input.box.centre()}, 0}};
  const LayoutCost cost(input);
  for (int start = 0; start < starts; ++start) {
    layouts.push_back(
        Annealing(input, cost, start_positions(input, cost, start), static_cast<std::uint64_t>(start) + 1).run());
    // A tenth of a pixel is what the picture shows; finer digits would only carry the last bit of sin and cos.
    for (auto& p : layouts.back().positions) p = {std::round(p.x * 10) / 10, std::round(p.y * 10) / 10};
  }
  std::stable_sort(layouts.begin(), layouts.end(),
                   [](const SmallLayout& a, const SmallLayout& b) { return a.cost < b.cost; });
  return layouts;
}

}  // namespace maillage
