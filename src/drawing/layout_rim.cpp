// SPDX-License-Identifier: Apache-2.0
#include "drawing/layout_rim.hpp"

#include <numeric>

#include "drawing/graphviz.hpp"

namespace maillage {
namespace {

constexpr int kPasses = 6;
constexpr double kArc = 0.9;  // how far the arcs run towards top and bottom, of a half circle

class Rim {
 public:
  explicit Rim(const SmallLayoutInput& input) : input_(input), near_(input.vertices.size()) {
    for (const auto& tie : input.ties) {
      near_[tie.source].push_back(tie.target);
      near_[tie.target].push_back(tie.source);
    }
  }

  SmallLayout run() {
    order_by_angle();
    shorten_ties();
    turn_hub_to_the_left();
    return {places(), 0};
  }

 private:
  std::size_t size() const { return input_.vertices.size(); }

  void order_by_angle() {
    LayoutGraph graph;
    graph.vertices = static_cast<std::uint32_t>(size());
    for (const auto& tie : input_.ties) graph.ties.push_back({tie.source, tie.target, 1, 1});
    const auto at = graphviz_positions(graph, LayoutEngine::neato);
    const Point middle = box_of(at).centre();
    order_.resize(size());
    std::iota(order_.begin(), order_.end(), 0U);
    const auto angle = [&](std::uint32_t v) { return std::atan2(at[v].y - middle.y, at[v].x - middle.x); };
    std::stable_sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) { return angle(a) < angle(b); });
  }

  // Two vertices change places where their ties then span less of the rim.
  void shorten_ties() {
    std::vector<std::uint32_t> rank(size());
    for (std::uint32_t i = 0; i < size(); ++i) rank[order_[i]] = i;
    const auto span_of = [&](std::uint32_t v) {
      std::uint32_t sum = 0;
      for (const auto u : near_[v]) {
        const auto apart = rank[v] > rank[u] ? rank[v] - rank[u] : rank[u] - rank[v];
        sum += std::min(apart, static_cast<std::uint32_t>(size()) - apart);
      }
      return sum;
    };
    for (int pass = 0; pass < kPasses; ++pass) {
      bool has_changed = false;
      for (std::uint32_t i = 0; i < size(); ++i) {
        for (std::uint32_t j = i + 1; j < size(); ++j) {
          const auto before = span_of(order_[i]) + span_of(order_[j]);
          const auto exchange = [&] {
            std::swap(order_[i], order_[j]);
            std::swap(rank[order_[i]], rank[order_[j]]);
          };
          exchange();
          if (span_of(order_[i]) + span_of(order_[j]) < before) has_changed = true;
          else exchange();
        }
      }
      if (!has_changed) break;
    }
  }

  // The largest mark stands in the middle of the left arc: first in reading order.
  void turn_hub_to_the_left() {
    const auto hub = std::max_element(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) {
      return input_.vertices[a].radius < input_.vertices[b].radius;
    });
    std::rotate(order_.begin(), hub, order_.end());
    const auto from = static_cast<std::ptrdiff_t>(size() - (size() + 1) / 4);
    std::rotate(order_.begin(), order_.begin() + from, order_.end());
  }

  // The first half of the order goes up the left arc, the second down the right one.
  std::vector<Point> places() const {
    std::vector<Point> at(size());
    const auto half = static_cast<std::ptrdiff_t>((size() + 1) / 2);
    const std::vector<std::uint32_t> left(order_.begin(), order_.begin() + half);
    std::vector<std::uint32_t> right(order_.begin() + half, order_.end());
    std::reverse(right.begin(), right.end());
    place_arc(left, -1, at);
    place_arc(right, 1, at);
    return at;
  }

  // From the lower end to the upper one.
  void place_arc(const std::vector<std::uint32_t>& vertices, double side, std::vector<Point>& at) const {
    double all = 0, beside = 0;
    for (const auto v : vertices) {
      all += height_of(v);
      beside = std::max(beside, input_.vertices[v].label_width + input_.vertices[v].radius);
    }
    const Box& box = input_.box;
    const double reach = std::max(box.width() / 2 - beside - 16, box.width() * 0.16);
    double below = 0;
    for (const auto v : vertices) {
      const double share = (below + height_of(v) / 2) / std::max(all, 1.0);
      below += height_of(v);
      const double level = kArc * (1 - 2 * share);  // 0.9 at the lower end, -0.9 at the upper one
      const double bow = 0.62 + 0.38 * std::sqrt(1 - level * level);
      at[v] = {box.centre().x + side * reach * bow, box.bottom - 12 - share * (box.height() - 24)};
    }
  }

  double height_of(std::uint32_t v) const {
    const auto& vertex = input_.vertices[v];
    return std::max(2.5 * vertex.radius + 8, vertex.label_height + 8);
  }

  const SmallLayoutInput& input_;
  std::vector<std::vector<std::uint32_t>> near_;
  std::vector<std::uint32_t> order_;
};

}  // namespace

SmallLayout lay_out_on_rim(const SmallLayoutInput& input) {
  if (input.vertices.size() < 2) return lay_out_small(input, 1).front();
  auto layout = Rim(input).run();
  for (auto& p : layout.positions) p = {std::round(p.x * 10) / 10, std::round(p.y * 10) / 10};
  return layout;
}

}  // namespace maillage
