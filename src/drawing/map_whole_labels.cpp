// SPDX-License-Identifier: Apache-2.0
// What is written on maps of up to 40 nodes, and what the words must keep off.
#include <algorithm>
#include <map>
#include <numbers>
#include <set>

#include "drawing/map_communities.hpp"
#include "drawing/map_whole.hpp"

namespace maillage {
namespace {

constexpr double kNever = 1e9, kCoversATie = 5, kBesideHull = 38;
constexpr std::size_t kTextsAnywhere = 16;

}  // namespace

bool WholeMap::says_something(const MapScene::Tie& tie) const {
  return tie.agreements.size() != 1 || tie.status == Status::announced || sheet_.words.has_something_to_say(tie.agreements[0]);
}

void WholeMap::collect_texts() {
  if (is_dense_) return;
  std::vector<bool> is_said(scene_.ties.size());
  collect_fans(is_said);
  for (std::uint32_t b = 0; b < bundles_.size(); ++b) {
    std::vector<Index> announced, many;
    for (const auto t : bundles_[b].ties) {
      const auto& tie = scene_.ties[t];
      // In a two-mode network the agreement is a node and says its own name.
      const bool is_a_node = scene_.nodes[tie.source].node_kind == NodeKind::agreement ||
                             scene_.nodes[tie.target].node_kind == NodeKind::agreement;
      if (is_said[t] || is_a_node) continue;
      // Of many ties drawn as one the number is said all the same.
      if (bundles_[b].ties.size() <= 3 && !says_something(tie)) continue;
      if (bundles_[b].ties.size() > 3 && tie.status != Status::announced) {
        many.insert(many.end(), tie.agreements.begin(), tie.agreements.end());
      } else if (tie.status == Status::announced) {
        announced.insert(announced.end(), tie.agreements.begin(), tie.agreements.end());
      } else {
        const bool is_component = tie.kind == MapScene::Tie::Kind::component;
        texts_.push_back({{b}, sheet_.words.tie_label(tie.agreements, tie.status, 2), is_component});
      }
    }
    if (!many.empty()) texts_.push_back({{b}, sheet_.words.tie_label(many, Status::unknown, 2), false});
    if (!announced.empty()) texts_.push_back({{b}, sheet_.words.tie_label(announced, Status::announced, 2), true});
  }
}

void WholeMap::collect_fans(std::vector<bool>& is_said) {
  for (std::uint32_t hub = 0; hub < scene_.nodes.size(); ++hub) {
    std::vector<std::uint32_t> free;  // bundles of one signed tie
    for (std::uint32_t b = 0; b < bundles_.size(); ++b) {
      const auto& bundle = bundles_[b];
      const auto& tie = scene_.ties[bundle.ties[0]];
      if ((bundle.source == hub || bundle.target == hub) && bundle.ties.size() == 1 && tie.agreements.size() == 1 &&
          tie.status != Status::announced && !is_said[bundle.ties[0]] && says_something(tie) &&
          scene_.nodes[bundle.source].node_kind != NodeKind::agreement &&
          scene_.nodes[bundle.target].node_kind != NodeKind::agreement) {
        free.push_back(b);
      }
    }
    while (!free.empty()) {
      const auto agreement = [&](std::uint32_t b) { return scene_.ties[bundles_[b].ties[0]].agreements[0]; };
      TieText text;
      std::vector<Index> agreements;
      std::vector<std::uint32_t> others;
      for (const auto b : free) {
        if (sheet_.words.say_the_same(agreement(free[0]), agreement(b))) {
          text.bundles.push_back(b);
          agreements.push_back(agreement(b));
        } else {
          others.push_back(b);
        }
      }
      free = std::move(others);
      if (agreements.size() < 3) continue;
      for (const auto b : text.bundles) is_said[bundles_[b].ties[0]] = true;
      text.pieces = sheet_.words.group_label(agreements);
      texts_.push_back(std::move(text));
    }
  }
}

LabelGround WholeMap::ground_of_labels() const {
  LabelGround ground;
  ground.sheet = sheet_.area;
  for (std::uint32_t v = 0; v < scene_.nodes.size(); ++v) {
    ground.obstacles.push_back({box_of_mark(shape_of_node(scene_.nodes[v]), radius(v), at_[v]), kNever, v});
  }
  for (std::size_t a = 0; a < scene_.agreements.size(); ++a) {
    const auto sign = sign_of(a);
    ground.obstacles.push_back({box_round(at_[sign], 9 * sign_scale_, 10.5 * sign_scale_), kNever, sign});
    for (const auto v : scene_.agreements[a].members) {
      const auto [from, to] = cut_off(v, sign, 0);
      ground.lines.push_back({from, to, 4, static_cast<std::int64_t>(bundles_.size() + a)});
    }
    // Across the border of a hull a text reads badly: it lies on two grounds.
    const auto border = hull_border(a);
    for (std::size_t i = 0; i < border.size(); ++i) ground.lines.push_back({border[i], border[(i + 1) % border.size()], 3});
  }
  for (std::size_t b = 0; b < bundles_.size(); ++b) {
    for (const auto& [from, to] : lines_of(bundles_[b])) ground.lines.push_back({from, to, 4, static_cast<std::int64_t>(b)});
  }
  return ground;
}

// The grown and rounded outline as a chain of short lines.
std::vector<Point> WholeMap::hull_border(std::size_t a) const {
  const auto& outline = outlines_[a];
  std::vector<Point> border;
  const auto n = outline.size();
  for (std::size_t i = 0; i < n; ++i) {
    const Point before = outline[(i + n - 1) % n], here = outline[i], after = outline[(i + 1) % n];
    const auto outwards = [](Point from, Point to) { return std::atan2(-(to.x - from.x), to.y - from.y); };
    const double first = outwards(before, here);
    double last = outwards(here, after);
    if (last < first) last += 2 * std::numbers::pi;
    for (int step = 0; step <= 6; ++step) {
      const double angle = first + (last - first) * step / 6;
      border.push_back(here + Point{std::cos(angle), std::sin(angle)} * growth(a));
    }
  }
  return border;
}

std::vector<LabelWish> WholeMap::wishes_of_labels() const {
  std::vector<LabelWish> wishes;
  for (std::uint32_t v = 0; v < scene_.nodes.size(); ++v) {
    const auto& node = scene_.nodes[v];
    const auto by = sheet_.options.labels;
    if (by == MapLabels::none || (by == MapLabels::hubs && node.hub_rank == 0 && !node.is_cut_point)) continue;
    wishes.push_back(wish_of_name(v));
    for (std::size_t a = 0; a < outlines_.size(); ++a) {
      const auto& members = scene_.agreements[a].members;
      if (outlines_[a].empty() || std::find(members.begin(), members.end(), v) == members.end()) continue;
      // Beside the hull reads as well as beside the mark.
      const double beyond = growth(a) + 1;
      if (beyond > radius(v) + kBesideHull) continue;
      wishes.back().spots.push_back({.at = at_[v], .cost = 0.5 + 0.02 * (beyond - radius(v)), .reach_side = beyond, .reach_up = beyond, .reach_down = beyond});
    }
    if (lies_on_hull(at_[v])) wishes.back().style.halo = wishes.back().remark_style.halo = 0;
  }
  if (sheet_.options.labels == MapLabels::none) return wishes;
  if (!is_dense_) {
    for (const auto& text : texts_) wishes.push_back(tie_wish(text));
    for (std::size_t a = 0; a < scene_.agreements.size(); ++a) wishes.push_back(agreement_wish(a));
    // Of many texts those that would cover a tie are left out, and counted.
    if (texts_.size() + scene_.agreements.size() > kTextsAnywhere) {
      for (auto& wish : wishes) {
        if (!is_name(wish)) wish.most_cost = kCoversATie;
      }
    }
  }
  add_community_wishes(wishes);
  add_island_wishes(wishes);
  return wishes;
}

// “A · 5” over the uppermost members of a community.
void WholeMap::add_community_wishes(std::vector<LabelWish>& wishes) const {
  const auto all = communities();
  for (std::uint32_t c = 0; c < all.size(); ++c) {
    if (all[c].members.size() < 2) continue;
    const auto name = sheet_.words.say("map.community.name",
                                       {{"name", CommunityMap::name_of_disc(c)},
                                        {"count", sheet_.words.language().number(static_cast<std::int64_t>(all[c].members.size()))}});
    auto wish = plain_wish({name}, false);
    wish.style.weight = FontWeight::bold;
    wish.style.size = sheet_.style.type.name;
    wish.priority = 20;
    double top = HUGE_VAL;
    for (const auto v : all[c].members) top = std::min(top, at_[v].y);
    for (const auto v : all[c].members) {
      for (const double by : {12.0, 22.0, -10.0}) {
        const double y = at_[v].y - all[c].growth - by;
        wish.spots.push_back({.at = {at_[v].x, y}, .cost = 0.02 * (at_[v].y - top) + (by == 12 ? 0 : 0.5), .is_centre = true});
      }
    }
    wishes.push_back(std::move(wish));
  }
}

LabelWish WholeMap::wish_of_name(std::uint32_t v) const {
  if (scene_.nodes[v].node_kind == NodeKind::agreement) return wish_of_sheet(v);
  const bool strong = v == scene_.centre || is_strong(scene_.nodes[v]);
  auto wish = name_wish(sheet_, v, v < at_.size() ? at_[v] : Point{}, radius(v),
                        strong ? sheet_.style.type.hub : sheet_.style.type.name,
                        strong ? FontWeight::bold : FontWeight::regular);
  wish.remark_style = wish.style;
  wish.remark_style.weight = FontWeight::regular;
  wish.remark_style.size = sheet_.style.type.tie;
  wish.remark_style.italic = true;
  wish.remark_style.colour = tokens::soft;
  for (const auto& remark : sheet_.words.node_remarks(scene_.nodes[v])) {
    for (auto& line : wrap_text(remark, wish.remark_style.size, 150)) wish.remarks.push_back(std::move(line));
  }
  return wish;
}

// An agreement that is a node has its short title; the whole one is in the tooltip and in the tables.
LabelWish WholeMap::wish_of_sheet(std::uint32_t v) const {
  const auto& node = scene_.nodes[v];
  const double r = std::min(radius(v), 14.0);
  auto wish = plain_wish(sheet_.words.short_title(node.row), node.is_only_announced());
  wish.owner = v;
  wish.priority = 50;
  wish.may_lead = true;
  wish.spots.push_back({.at = v < at_.size() ? at_[v] : Point{}, .reach_side = r * 0.75, .reach_up = r * 0.9, .reach_down = r * 0.9});
  return wish;
}

LabelWish WholeMap::plain_wish(const std::vector<std::string>& pieces, bool is_italic) const {
  LabelWish wish;
  wish.style.size = sheet_.style.type.tie;
  wish.style.colour = tokens::soft;
  wish.style.italic = is_italic;
  wish.style.halo = 4;
  wish.line_height = 16;
  wish.may_lead = false;
  std::string whole;
  for (const auto& piece : pieces) whole += (whole.empty() ? "" : ", ") + piece;
  if (pieces.size() < 3 && text_width(whole, wish.style.size) < 200) wish.wordings.push_back({whole});
  if (pieces.size() > 1) wish.wordings.push_back(pieces);
  for (const double longest : {170.0, 125.0}) {
    std::vector<std::string> broken;
    for (const auto& piece : pieces) {
      for (auto& line : wrap_text(piece, wish.style.size, longest)) broken.push_back(std::move(line));
    }
    if (wish.wordings.empty() || broken != wish.wordings.back()) wish.wordings.push_back(std::move(broken));
  }
  return wish;
}

LabelWish WholeMap::tie_wish(const TieText& text) const {
  auto wish = plain_wish(text.pieces, text.is_italic);
  wish.priority = text.bundles.size() > 1 ? 40 : 30;
  if (text.bundles.size() == 1) wish.own_line = text.bundles[0];
  for (const auto b : text.bundles) {
    const auto lines = lines_of(bundles_[b]);
    for (const auto& [from, to] : {lines.front(), lines.back()}) {
      const Point way = to - from;
      const double length = std::max(length_of(way), 1e-9);
      for (const double t : {0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8}) {
        wish.spots.push_back({.at = from + way * t, .cost = 1.5 * std::abs(t - 0.5) + (text.bundles.size() > 1 ? 1 : 0),
                              .is_tie = true, .slope = way * (1 / length)});
      }
    }
  }
  if (text.bundles.size() > 1) add_fan_spots(text, wish);
  return wish;
}

void WholeMap::add_fan_spots(const TieText& text, LabelWish& wish) const {
  std::vector<Point> ends;
  for (const auto b : text.bundles) ends.push_back(at_[bundles_[b].source]), ends.push_back(at_[bundles_[b].target]);
  const Box reach = box_of(ends).grown(80);
  for (double y = reach.top; y <= reach.bottom; y += 20) {
    for (double x = reach.left; x <= reach.right; x += 20) {
      if (lies_on_hull({x - 70, y}) || lies_on_hull({x + 70, y})) continue;
      double nearest = HUGE_VAL, mean = 0;
      for (const auto b : text.bundles) {
        const double d = distance_to_segment({x, y}, at_[bundles_[b].source], at_[bundles_[b].target]);
        nearest = std::min(nearest, d);
        mean += d / static_cast<double>(text.bundles.size());
      }
      wish.spots.push_back({.at = {x, y}, .cost = 0.6 + 0.012 * nearest + 0.006 * mean, .is_centre = true});
    }
  }
}

LabelWish WholeMap::agreement_wish(std::size_t a) const {
  const auto& agreement = scene_.agreements[a];
  const bool is_announced = agreement.status == Status::announced;
  auto wish = plain_wish(sheet_.words.tie_label(agreement.agreements, agreement.status, agreement.members.size()), is_announced);
  wish.priority = 35;
  wish.owner = sign_of(a);
  if (!outlines_[a].empty()) wish.style.halo = 0;
  wish.spots.push_back({.at = at_[sign_of(a)], .reach_side = 9, .reach_up = 11, .reach_down = 11});
  wish.furthest = 24;
  return wish;
}

void WholeMap::add_island_wishes(std::vector<LabelWish>& wishes) const {
  const auto islands = components();
  if (islands.size() < 2 || islands.size() > 4) return;
  for (std::size_t c = 1; c < islands.size(); ++c) {
    if (islands[c].size() < 2) continue;
    std::vector<Point> points;
    for (const auto v : islands[c]) points.push_back(at_[v]);
    const Box box = box_of(points);
    auto wish = plain_wish({sheet_.words.count("map.remark.island", islands[c].size())}, true);
    wish.priority = 1;
    const auto stand = [&](double x, double y, double cost) {
      if (!lies_on_hull({x - 80, y}) && !lies_on_hull({x + 80, y})) wish.spots.push_back({.at = {x, y}, .cost = cost, .is_centre = true});
    };
    for (const double by : {36.0, 46.0, 60.0, 72.0, 84.0}) {
      for (const double aside : {0.0, -50.0, 50.0}) {
        stand(box.centre().x + aside, box.bottom + by, (by + std::abs(aside)) * 0.02);
        stand(box.centre().x + aside, box.top - by, 0.5 + (by + std::abs(aside)) * 0.02);
      }
    }
    wishes.push_back(std::move(wish));
  }
}

std::vector<std::vector<std::uint32_t>> WholeMap::components() const {
  std::vector<std::uint32_t> of(scene_.nodes.size(), kNoVertex);
  std::vector<std::vector<std::uint32_t>> near(scene_.nodes.size()), all;
  for (const auto& tie : scene_.ties) near[tie.source].push_back(tie.target), near[tie.target].push_back(tie.source);
  for (const auto& agreement : scene_.agreements) {
    for (const auto v : agreement.members) near[agreement.members[0]].push_back(v), near[v].push_back(agreement.members[0]);
  }
  for (std::uint32_t start = 0; start < of.size(); ++start) {
    if (of[start] != kNoVertex) continue;
    const auto c = static_cast<std::uint32_t>(all.size());
    all.push_back({start});
    of[start] = c;
    for (std::size_t i = 0; i < all[c].size(); ++i) {
      for (const auto u : near[all[c][i]]) {
        if (of[u] == kNoVertex) of[u] = c, all[c].push_back(u);
      }
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return all;
}

}  // namespace maillage
