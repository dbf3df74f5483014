// SPDX-License-Identifier: Apache-2.0
#include "drawing/layout_large.hpp"

#include <algorithm>
#include <numbers>
#include <numeric>

#include "drawing/graphviz.hpp"

namespace maillage {
namespace {

constexpr std::uint32_t kNeatoBelow = 100;
constexpr double kNameAbove = 22;  // room for the name over a disc, px

Point rounded(Point p) { return {std::round(p.x * 10) / 10, std::round(p.y * 10) / 10}; }

class TwoLevels {
 public:
  explicit TwoLevels(const LargeLayoutInput& input) : input_(input), members_(input.discs) {
    for (std::uint32_t v = 0; v < input.disc_of.size(); ++v) members_[input.disc_of[v]].push_back(v);
  }

  LargeLayout run() {
    size_discs();
    place_discs();
    layout_.positions.resize(input_.radius.size());
    for (std::uint32_t d = 0; d < input_.discs; ++d) place_members(d);
    return std::move(layout_);
  }

 private:
  void size_discs() {
    layout_.discs.resize(input_.discs);
    const double all = std::accumulate(input_.disc_size.begin(), input_.disc_size.end(), 0.0);
    const double area = input_.filled * input_.box.width() * input_.box.height();
    const double most = 0.32 * std::min(input_.box.width(), input_.box.height());
    for (std::uint32_t d = 0; d < input_.discs; ++d) {
      double radius = std::sqrt(area * input_.disc_size[d] / std::max(all, 1.0) / std::numbers::pi);
      double marks = 0;  // the marks need about twice their own area
      for (const auto v : members_[d]) marks += (input_.radius[v] + 1.5) * (input_.radius[v] + 1.5);
      radius = std::max({radius, std::sqrt(2.1 * marks), 14.0});
      layout_.discs[d].radius = std::round(std::min(radius, most) * 10) / 10;
    }
  }

  void place_discs() {
    LayoutGraph graph;
    graph.vertices = input_.discs - (input_.last_stands_aside && input_.discs > 1 ? 1 : 0);
    std::vector<double> between(static_cast<std::size_t>(input_.discs) * input_.discs);
    for (const auto& tie : input_.ties) {
      const auto [a, b] = std::minmax(input_.disc_of[tie.source], input_.disc_of[tie.target]);
      if (a != b) between[static_cast<std::size_t>(a) * input_.discs + b] += tie.weight;
    }
    for (std::uint32_t a = 0; a < graph.vertices; ++a) {
      const double across = 2 * layout_.discs[a].radius + input_.gap;
      graph.extents.emplace_back(across, across + kNameAbove);
      for (std::uint32_t b = a + 1; b < graph.vertices; ++b) {
        const double weight = between[static_cast<std::size_t>(a) * input_.discs + b];
        if (weight > 0) graph.ties.push_back({a, b, 1 + std::log1p(weight), 2});
      }
    }
    auto places = graphviz_positions(graph, LayoutEngine::sfdp_prism);
    for (int attempt = 0; attempt < 12; ++attempt) {
      fit_discs(places);
      if (input_.disc_in_the_middle < input_.discs) layout_.discs[input_.disc_in_the_middle].centre = input_.box.centre();
      if (graph.vertices < input_.discs) place_aside();
      if (push_discs_apart()) break;
      for (auto& disc : layout_.discs) disc.radius *= 0.95;
    }
    for (auto& disc : layout_.discs) disc.centre = rounded(disc.centre);
  }

  Box room_of(const Disc& disc) const {
    const Box& box = input_.box;
    return {box.left + disc.radius + 4, box.top + disc.radius + kNameAbove, box.right - disc.radius - 4,
            box.bottom - disc.radius - 4};
  }

  // Spread over the whole box, by rank as well as by place: sfdp leaves the corners empty.
  void fit_discs(const std::vector<Point>& places) {
    const auto n = places.size();
    const Box now = box_of(places);
    std::vector<std::uint32_t> order(n);
    const auto ranks = [&](auto coordinate) {
      std::iota(order.begin(), order.end(), 0U);
      std::stable_sort(order.begin(), order.end(),
                       [&](std::uint32_t a, std::uint32_t b) { return coordinate(places[a]) < coordinate(places[b]); });
      std::vector<double> rank(n, 0.5);
      for (std::uint32_t i = 0; i < n && n > 1; ++i) rank[order[i]] = static_cast<double>(i) / static_cast<double>(n - 1);
      return rank;
    };
    const auto across = ranks([](Point p) { return p.x; }), down = ranks([](Point p) { return p.y; });
    for (std::size_t d = 0; d < n; ++d) {
      const double x = now.width() > 0 ? (places[d].x - now.left) / now.width() : 0.5;
      const double y = now.height() > 0 ? (places[d].y - now.top) / now.height() : 0.5;
      const Box room = room_of(layout_.discs[d]);
      layout_.discs[d].centre = {room.left + (0.45 * x + 0.55 * across[d]) * room.width(),
                                 room.top + (0.45 * y + 0.55 * down[d]) * room.height()};
    }
  }

  // The last disc goes where it is furthest from all others.
  void place_aside() {
    auto& discs = layout_.discs;
    const Box room = room_of(discs.back());
    double most = -HUGE_VAL;
    for (int row = 0; row <= 16; ++row) {
      for (int column = 0; column <= 16; ++column) {
        const Point p{room.left + room.width() * column / 16, room.top + room.height() * row / 16};
        double free = HUGE_VAL;
        for (std::size_t d = 0; d + 1 < discs.size(); ++d) free = std::min(free, distance_between(p, discs[d].centre) - discs[d].radius);
        if (free > most) most = free, discs.back().centre = p;
      }
    }
  }

  // True where no two discs are nearer than the gap afterwards (within a pixel).
  bool push_discs_apart() {
    auto& discs = layout_.discs;
    double worst = 0;
    for (int pass = 0; pass < 400; ++pass) {
      worst = 0;
      for (std::size_t a = 0; a < discs.size(); ++a) {
        for (std::size_t b = a + 1; b < discs.size(); ++b) {
          Point way = discs[b].centre - discs[a].centre;
          // Names stand over discs: upwards they need more room.
          const double steep = std::abs(way.y) / std::max(length_of(way), 1e-9);
          const double wished = discs[a].radius + discs[b].radius + input_.gap + (kNameAbove - 6) * steep;
          double apart = length_of(way);
          if (apart >= wished) continue;
          if (apart < 1e-6) way = {1e-3 * static_cast<double>(b), 1e-3}, apart = length_of(way);
          const Point by = way * ((wished - apart) / apart / 2);
          worst = std::max(worst, wished - apart);
          if (a != input_.disc_in_the_middle) discs[a].centre = clamped(discs[a], discs[a].centre - by);
          if (b != input_.disc_in_the_middle) discs[b].centre = clamped(discs[b], discs[b].centre + by);
        }
      }
      if (worst < 0.5) break;
    }
    return worst < 1;
  }

  Point clamped(const Disc& disc, Point p) const {
    const Box room = room_of(disc);
    return {std::clamp(p.x, room.left, std::max(room.left, room.right)),
            std::clamp(p.y, room.top, std::max(room.top, room.bottom))};
  }

  void place_members(std::uint32_t d) {
    const auto& members = members_[d];
    const auto& disc = layout_.discs[d];
    if (members.empty()) return;
    if (members.size() == 1) {
      layout_.positions[members[0]] = disc.centre;
      return;
    }
    auto local = local_positions(d);
    even_out(local, members, disc.radius);
    push_members_apart(local, members, disc.radius);
    for (std::size_t i = 0; i < members.size(); ++i) layout_.positions[members[i]] = rounded(disc.centre + local[i]);
  }

  std::vector<Point> local_positions(std::uint32_t d) const {
    const auto& members = members_[d];
    LayoutGraph graph;
    graph.vertices = static_cast<std::uint32_t>(members.size());
    for (const auto& tie : input_.ties) {
      if (input_.disc_of[tie.source] != d || input_.disc_of[tie.target] != d) continue;
      const auto number = [&](std::uint32_t v) {
        return static_cast<std::uint32_t>(std::lower_bound(members.begin(), members.end(), v) - members.begin());
      };
      graph.ties.push_back({number(tie.source), number(tie.target), tie.weight, 1});
    }
    if (graph.ties.empty()) return spiral(members.size());
    const bool is_small = members.size() < kNeatoBelow;
    return graphviz_positions(graph, is_small ? LayoutEngine::neato : LayoutEngine::sfdp);
  }

  // Members without any tie: the even pattern of seeds in a sunflower (Vogel 1979).
  static std::vector<Point> spiral(std::size_t n) {
    std::vector<Point> points(n);
    for (std::size_t i = 0; i < n; ++i) {
      const double r = std::sqrt(static_cast<double>(i) + 0.5), angle = static_cast<double>(i) * 2.399963229728653;
      points[i] = {r * std::cos(angle), r * std::sin(angle)};
    }
    return points;
  }

  // The k-th nearest to the centre goes where k members fill the area evenly; directions stay.
  void even_out(std::vector<Point>& local, const std::vector<std::uint32_t>& members, double radius) const {
    const auto n = local.size();
    Point middle;
    for (const auto p : local) middle = middle + p * (1.0 / static_cast<double>(n));
    for (auto& p : local) p = p - middle;
    std::vector<std::uint32_t> order(n);
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return length_of(local[a]) < length_of(local[b]); });
    const double furthest = std::max(length_of(local[order.back()]), 1e-9);
    for (std::uint32_t k = 0; k < n; ++k) {
      auto& p = local[order[k]];
      const double now = length_of(p);
      const double room = radius - input_.radius[members[order[k]]] - 5;
      const double even = std::sqrt((k + 0.5) / static_cast<double>(n)), own = now / furthest;
      const double target = room * (0.75 * even + 0.25 * own);
      p = now > 1e-9 ? p * (target / now) : Point{target, 0};
    }
  }

  void push_members_apart(std::vector<Point>& local, const std::vector<std::uint32_t>& members, double radius) const {
    const auto n = local.size();
    // Wished air between marks, as much as the disc can give.
    double marks = 0;
    for (const auto v : members) marks += input_.radius[v] * input_.radius[v];
    const double air = std::clamp(radius * std::sqrt(0.62 / static_cast<double>(n)) - std::sqrt(marks / static_cast<double>(n)), 0.5, 9.0) * 1.6;
    const int passes = n > 400 ? 30 : 120;
    for (int pass = 0; pass < passes; ++pass) {
      bool has_moved = false;
      for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = i + 1; j < n; ++j) {
          const double wished = 1.15 * (input_.radius[members[i]] + input_.radius[members[j]]) + air;
          Point way = local[j] - local[i];
          if (std::abs(way.x) >= wished || std::abs(way.y) >= wished) continue;
          double apart = length_of(way);
          if (apart >= wished) continue;
          if (apart < 1e-6) way = {1e-3, 1e-3 * static_cast<double>(j - i)}, apart = length_of(way);
          const Point by = way * ((wished - apart) / apart * 0.4);
          local[i] = local[i] - by;
          local[j] = local[j] + by;
          has_moved = true;
        }
      }
      for (std::size_t i = 0; i < n; ++i) {
        const double room = std::max(radius - 1.25 * input_.radius[members[i]] - 3, 0.0), now = length_of(local[i]);
        if (now > room) local[i] = local[i] * (room / now);
      }
      if (!has_moved) break;
    }
  }

  const LargeLayoutInput& input_;
  std::vector<std::vector<std::uint32_t>> members_;
  LargeLayout layout_;
};

}  // namespace

LargeLayout lay_out_large(const LargeLayoutInput& input) { return TwoLevels(input).run(); }

}  // namespace maillage
