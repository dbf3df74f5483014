// SPDX-License-Identifier: Apache-2.0
#include "drawing/labels.hpp"

#include <array>
#include <numeric>

namespace maillage {
namespace {

constexpr double kUnplaced = 60, kLeaderFrom = 16, kForbidden = 1e9;

struct Candidate {
  PlacedLabel place;
  double cost = 0;  // of the place itself and the fixed ground
};

struct Size {
  double width, height;
};

Size size_of(const std::vector<std::string>& lines, const LabelWish& wish) {
  double width = 0;
  for (const auto& line : lines) width = std::max(width, text_width(line, wish.style.size, wish.style.weight));
  for (const auto& line : wish.remarks) width = std::max(width, text_width(line, wish.remark_style.size));
  const double above = (kAscent + kDescent) * wish.style.size;
  return {width, above + wish.line_height * static_cast<double>(lines.size() - 1 + wish.remarks.size())};
}

class Placing {
 public:
  Placing(const std::vector<LabelWish>& wishes, const LabelGround& ground) : wishes_(wishes), ground_(ground) {
    for (std::size_t i = 0; i < wishes.size(); ++i) candidates_.push_back(candidates_of(wishes[i]));
  }

  std::vector<PlacedLabel> run() {
    std::vector<std::size_t> order(wishes_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return wishes_[a].priority > wishes_[b].priority; });
    chosen_.assign(wishes_.size(), kNothing);
    for (const auto i : order) choose(i);
    for (int round = 0; round < 6; ++round) {
      bool has_changed = false;
      for (const auto i : order) {
        const auto before = chosen_[i];
        choose(i);
        if (chosen_[i] == kNothing) make_room(i);
        has_changed |= chosen_[i] != before;
      }
      if (!has_changed) break;
    }
    std::vector<PlacedLabel> placed(wishes_.size());
    for (std::size_t i = 0; i < placed.size(); ++i) {
      if (chosen_[i] != kNothing) placed[i] = candidates_[i][chosen_[i]].place;
    }
    return placed;
  }

  double cost_of(const PlacedLabel& place, const LabelWish& wish) const { return ground_cost(place, wish); }

 private:
  static constexpr std::size_t kNothing = static_cast<std::size_t>(-1);

  std::vector<Candidate> candidates_of(const LabelWish& wish) const {
    std::vector<Candidate> all;
    for (std::size_t w = 0; w < wish.wordings.size(); ++w) {
      const Size size = size_of(wish.wordings[w], wish);
      for (const auto& spot : wish.spots) {
        if (spot.is_centre) {
          add(wish, spot, w, box_round(spot.at, size.width / 2, size.height / 2), Anchor::middle, 0, 0, all);
        } else if (spot.is_tie) beside_tie(wish, spot, w, size, all);
        else round_node(wish, spot, w, size, all);
      }
    }
    std::stable_sort(all.begin(), all.end(), [](const Candidate& a, const Candidate& b) { return a.cost < b.cost; });
    return all;
  }

  void add(const LabelWish& wish, const LabelWish::Spot& spot, std::size_t wording, Box box, Anchor anchor, double cost,
           double distance, std::vector<Candidate>& all) const {
    if (!ground_.sheet.holds(box)) return;
    Candidate candidate;
    auto& place = candidate.place;
    place.is_placed = true;
    place.wording = wording;
    place.box = box;
    place.anchor = anchor;
    place.x = anchor == Anchor::start ? box.left : anchor == Anchor::end ? box.right : box.centre().x;
    place.first_base_line = box.top + kAscent * wish.style.size;
    if (distance >= kLeaderFrom) {
      place.has_leader = true;
      place.leader_from = {std::clamp(spot.at.x, box.left, box.right), std::clamp(spot.at.y, box.top, box.bottom)};
      const Point way = place.leader_from - spot.at;
      const double length = length_of(way);
      const double start = std::abs(way.x) > std::abs(way.y) ? spot.reach_side : way.y < 0 ? spot.reach_up : spot.reach_down;
      place.leader_to = spot.at + way * (std::min(start + 1, length) / std::max(length, 1e-9));
      place.leader_from = place.leader_from - way * (2 / std::max(length, 1e-9));
    }
    candidate.cost = cost + spot.cost + 0.6 * static_cast<double>(wording) + ground_cost(place, wish);
    if (candidate.cost < wish.most_cost && (wish.own_line < 0 || is_of_its_tie(box, wish.own_line))) all.push_back(candidate);
  }

  void round_node(const LabelWish& wish, const LabelWish::Spot& spot, std::size_t w, Size size,
                  std::vector<Candidate>& all) const {
    const Point p = spot.at;
    const auto ties = ties_leaving(wish, spot);
    for (const double gap : {4.0, 8.0, 16.0, 24.0, 34.0, 46.0, 58.0, 76.0, 98.0, 122.0, 150.0}) {
      if (gap > wish.furthest || (gap >= kLeaderFrom && !wish.may_lead)) break;
      const double far = gap <= 4 ? 0 : 0.35 + gap * 0.09;
      const double right = p.x + spot.reach_side + gap, left = p.x - spot.reach_side - gap;
      const double top = p.y - spot.reach_up - gap - size.height, below = p.y + spot.reach_down + gap;
      const double middle = p.y - size.height / 2, centred = p.x - size.width / 2;
      const auto put = [&](double x, double y, Anchor anchor, double cost) {
        const Box box{x, y, x + size.width, y + size.height};
        add(wish, spot, w, box, anchor, cost + far + cost_between(ties, box.centre() - p), gap, all);
      };
      put(right, middle, Anchor::start, 0);
      put(left - size.width, middle, Anchor::end, 0.25);
      put(centred, below, Anchor::middle, 0.3);
      put(centred, top, Anchor::middle, 0.35);
      // Diagonals: the same four, slid along the mark's side so far that its box stays free.
      for (const double slide : {0.45, 0.9}) {
        const double up = middle - slide * (spot.reach_up + size.height / 2);
        const double down = middle + slide * (spot.reach_down + size.height / 2);
        put(right, up, Anchor::start, 0.2 + 0.4 * slide);
        put(right, down, Anchor::start, 0.2 + 0.4 * slide);
        put(left - size.width, up, Anchor::end, 0.4 + 0.4 * slide);
        put(left - size.width, down, Anchor::end, 0.4 + 0.4 * slide);
        const double aside = slide * (size.width / 2 + spot.reach_side);
        put(centred + aside, below, Anchor::middle, 0.5 + 0.4 * slide);
        put(centred - aside, below, Anchor::middle, 0.55 + 0.4 * slide);
        put(centred + aside, top, Anchor::middle, 0.5 + 0.4 * slide);
        put(centred - aside, top, Anchor::middle, 0.55 + 0.4 * slide);
      }
    }
  }

  void beside_tie(const LabelWish& wish, const LabelWish::Spot& spot, std::size_t w, Size size,
                  std::vector<Candidate>& all) const {
    const Point normal{-spot.slope.y, spot.slope.x};
    for (const double side : {1.0, -1.0}) {
      for (const double gap : {5.0, 11.0, 20.0}) {
        const Point n = normal * side;
        const double away = std::abs(n.x) * size.width / 2 + std::abs(n.y) * size.height / 2 + gap;
        const Point centre = spot.at + n * away;
        const Anchor anchor = n.x > 0.35 ? Anchor::start : n.x < -0.35 ? Anchor::end : Anchor::middle;
        // Under a level tie rather than over it: names of nodes tend to stand over.
        const double cost = (n.y > 0 ? 0 : 0.15) + (gap - 5) * 0.08;
        add(wish, spot, w, box_round(centre, size.width / 2, size.height / 2), anchor, cost, 0, all);
      }
    }
  }

  // Ways of the ties that end at the node of a name.
  std::vector<Point> ties_leaving(const LabelWish& wish, const LabelWish::Spot& spot) const {
    std::vector<Point> ways;
    if (wish.owner < 0) return ways;
    const double reach = std::max({spot.reach_side, spot.reach_up, spot.reach_down}) + 8;
    for (const auto& line : ground_.lines) {
      if (line.owner < 0) continue;
      const bool begins = distance_between(line.from, spot.at) <= reach;
      if (!begins && distance_between(line.to, spot.at) > reach) continue;
      const Point way = begins ? line.to - line.from : line.from - line.to;
      if (const double length = length_of(way); length > 0) ways.push_back(way * (1 / length));
    }
    return ways;
  }

  // Among its own ties a name reads badly where another side is free.
  static double cost_between(const std::vector<Point>& ties, Point way) {
    constexpr double least_cosine = 0.5, most = 1.6;
    const double length = std::max(length_of(way), 1e-9);
    double cost = 0;
    for (const auto tie : ties) cost += 1.6 * std::max(0.0, (tie.x * way.x + tie.y * way.y) / length - least_cosine);
    return std::min(cost, most);
  }

  static double distance_along(const Box& box, const LabelGround::Line& line) {
    const Point centre = box.centre();
    double sum = 0;
    for (const double part : {-0.3, 0.0, 0.3}) sum += distance_to_segment(centre + Point{part * box.width(), 0}, line.from, line.to);
    return sum / 3;
  }

  // A text beside a tie, nearer over its length to another one, is read as that one's.
  bool is_of_its_tie(const Box& box, std::int64_t own) const {
    double nearest = HUGE_VAL;
    for (const auto& line : ground_.lines) {
      if (line.owner == own) nearest = std::min(nearest, distance_along(box, line));
    }
    const Box near = box.grown(nearest);
    return std::ranges::none_of(ground_.lines, [&](const auto& line) {
      if (line.owner < 0 || line.owner == own) return false;
      const Box reach{std::min(line.from.x, line.to.x) - 1, std::min(line.from.y, line.to.y) - 1,
                      std::max(line.from.x, line.to.x) + 1, std::max(line.from.y, line.to.y) + 1};
      return reach.overlaps(near) && distance_along(box, line) < nearest;
    });
  }

  // The rim of a foreign disc may be touched; deeper in, a name would be taken for that of a member.
  double cost_of_discs(const PlacedLabel& place, const LabelWish& wish) const {
    constexpr double deepest = 8;
    double cost = 0;
    for (const auto& disc : ground_.discs) {
      if (disc.number == wish.own_disc) continue;
      const Point nearest{std::clamp(disc.centre.x, place.box.left, place.box.right),
                          std::clamp(disc.centre.y, place.box.top, place.box.bottom)};
      const double depth = disc.radius - distance_between(nearest, disc.centre);
      if (depth > std::min(deepest, disc.radius / 3)) return kForbidden;
      if (depth > 0) cost += 0.6 + 0.25 * depth;
      if (place.has_leader && distance_to_segment(disc.centre, place.leader_from, place.leader_to) < disc.radius) return kForbidden;
    }
    return cost;
  }

  double ground_cost(const PlacedLabel& place, const LabelWish& wish) const {
    double cost = 0;
    const Box near = place.box.grown(2);
    for (const auto& obstacle : ground_.obstacles) {
      const bool is_own = obstacle.owner >= 0 && obstacle.owner == wish.owner;
      if (!is_own && near.overlaps(obstacle.box)) cost += obstacle.cost;
      if (place.has_leader && !is_own && length_inside(place.leader_from, place.leader_to, obstacle.box) > 1) {
        cost += std::min(obstacle.cost, obstacle.leader_cost);
      }
      if (cost >= wish.most_cost) return cost;  // not taken, whatever else it costs
    }
    for (const auto& line : ground_.lines) {
      const double covered = length_inside(line.from, line.to, near);
      if (covered > 0) cost += line.cost * (0.7 + covered / 10);
    }
    return cost + cost_of_discs(place, wish);
  }

  bool clashes(const PlacedLabel& a, const PlacedLabel& b) const {
    if (a.box.grown(2).overlaps(b.box.grown(2))) return true;
    return (a.has_leader && length_inside(a.leader_from, a.leader_to, b.box) > 0) ||
           (b.has_leader && length_inside(b.leader_from, b.leader_to, a.box) > 0);
  }

  bool is_free(std::size_t i, const Candidate& candidate, std::size_t except) const {
    for (std::size_t j = 0; j < chosen_.size(); ++j) {
      if (j == i || j == except || chosen_[j] == kNothing) continue;
      if (clashes(candidate.place, candidates_[j][chosen_[j]].place)) return false;
    }
    return true;
  }

  void choose(std::size_t i, std::size_t except = kNothing) {
    chosen_[i] = kNothing;
    for (std::size_t c = 0; c < candidates_[i].size(); ++c) {  // cheapest first
      if (is_free(i, candidates_[i][c], except)) {
        chosen_[i] = c;
        return;
      }
    }
  }

  // Pushes one less important label aside where that gives both a place.
  void make_room(std::size_t i) {
    for (std::size_t c = 0; c < candidates_[i].size(); ++c) {
      for (std::size_t j = 0; j < chosen_.size(); ++j) {
        if (j == i || chosen_[j] == kNothing) continue;
        if (!clashes(candidates_[i][c].place, candidates_[j][chosen_[j]].place)) continue;
        if (!is_free(i, candidates_[i][c], j)) break;  // a second one is in the way
        const auto before = chosen_[j];
        chosen_[i] = c;
        choose(j);
        if (chosen_[j] != kNothing || wishes_[j].priority < wishes_[i].priority) return;
        chosen_[j] = before;
        chosen_[i] = kNothing;
        break;
      }
    }
  }

  const std::vector<LabelWish>& wishes_;
  const LabelGround& ground_;
  std::vector<std::vector<Candidate>> candidates_;
  std::vector<std::size_t> chosen_;
};

}  // namespace

std::vector<PlacedLabel> place_labels(const std::vector<LabelWish>& wishes, const LabelGround& ground) {
  return Placing(wishes, ground).run();
}

void draw_label(SvgWriter& svg, const LabelWish& wish, const PlacedLabel& placed) {
  if (!placed.is_placed) return;
  if (placed.has_leader) {
    svg.line(placed.leader_from.x, placed.leader_from.y, placed.leader_to.x, placed.leader_to.y,
             {.stroke = tokens::line, .stroke_width = 1});
  }
  auto style = wish.style, remark = wish.remark_style;
  style.anchor = remark.anchor = placed.anchor;
  const auto& lines = wish.wordings[placed.wording];
  const double y = svg.lines(placed.x, placed.first_base_line, lines, style, wish.line_height);
  svg.lines(placed.x, y + wish.line_height, wish.remarks, remark, wish.line_height);
}

double cost_of_labels(const std::vector<LabelWish>& wishes, const LabelGround& ground,
                      const std::vector<PlacedLabel>& placed) {
  const Placing placing({}, ground);
  double cost = 0;
  for (std::size_t i = 0; i < wishes.size(); ++i) {
    if (!placed[i].is_placed) {
      cost += kUnplaced;
      continue;
    }
    cost += placing.cost_of(placed[i], wishes[i]) + 0.6 * static_cast<double>(placed[i].wording);
    if (placed[i].has_leader) cost += 2;
  }
  return cost;
}

}  // namespace maillage
