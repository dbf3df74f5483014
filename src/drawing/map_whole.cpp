// SPDX-License-Identifier: Apache-2.0
// Maps of up to 40 nodes: every name, every tie, every agreement.
#include <algorithm>
#include <map>
#include <set>

#include "drawing/layout_small.hpp"
#include "drawing/map_sheet.hpp"

namespace maillage {
namespace {

constexpr double kNever = 1e9;
constexpr double kSignRadius = 11;

/// Ties between the same two nodes, drawn side by side.
struct Bundle {
  std::uint32_t source = 0, target = 0;
  std::vector<std::uint32_t> ties;  // in the scene
};

std::vector<Bundle> bundles_of(const MapScene& scene) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, Bundle> by_pair;
  for (std::uint32_t t = 0; t < scene.ties.size(); ++t) {
    const auto& tie = scene.ties[t];
    const auto pair = std::minmax(tie.source, tie.target);
    auto& bundle = by_pair[pair];
    bundle.source = pair.first, bundle.target = pair.second;
    bundle.ties.push_back(t);
  }
  std::vector<Bundle> bundles;
  for (auto& [pair, bundle] : by_pair) {
    // Signed ones first: what is announced lies at the side.
    std::stable_sort(bundle.ties.begin(), bundle.ties.end(), [&](std::uint32_t a, std::uint32_t b) {
      return (scene.ties[a].status == Status::announced) < (scene.ties[b].status == Status::announced);
    });
    bundles.push_back(std::move(bundle));
  }
  return bundles;
}

/// What is written beside ties: one text for one or several of them.
struct TieText {
  std::vector<std::uint32_t> bundles;  // along which it may stand
  std::vector<std::string> pieces;
  bool is_italic = false;
};

class WholeMap {
 public:
  explicit WholeMap(MapSheet& sheet) : sheet_(sheet), scene_(sheet.scene), bundles_(bundles_of(sheet.scene)) {}

  void draw() {
    collect_texts();
    const auto layouts = layouts_of_nodes();
    double best = HUGE_VAL;
    for (const auto& layout : layouts) {
      at_ = layout.positions;
      decide_hulls();
      auto wishes = wishes_of_labels();
      const auto ground = ground_of_labels();
      auto placed = place_labels(wishes, ground);
      const double cost = layout.cost + 0.5 * cost_of_labels(wishes, ground, placed);
      if (cost >= best) continue;
      best = cost;
      best_at_ = at_;
      wishes_ = std::move(wishes);
      placed_ = std::move(placed);
    }
    at_ = best_at_;
    decide_hulls();
    draw_hulls();
    draw_ties();
    draw_agreements();
    draw_nodes();
    sheet_.write_labels(wishes_, placed_);
    remember();
  }

 private:
  std::uint32_t sign_of(std::size_t agreement) const { return static_cast<std::uint32_t>(scene_.nodes.size() + agreement); }
  double radius(std::uint32_t v) const { return sheet_.style.radius(scene_.nodes[v]); }

  bool is_strong(const MapScene::Node& node) const {
    std::uint32_t most = 0;
    for (const auto& other : scene_.nodes) most = std::max(most, other.agreements);
    return node.agreements >= 2 && (node.is_cut_point || 2 * node.agreements >= most);
  }

  // Signed agreements of a pair have a text each; announced ones share one; ties of one hub that say the same, one.
  void collect_texts() {
    std::vector<bool> is_said(scene_.ties.size());
    collect_fans(is_said);
    for (std::uint32_t b = 0; b < bundles_.size(); ++b) {
      std::vector<Index> announced, many;
      for (const auto t : bundles_[b].ties) {
        const auto& tie = scene_.ties[t];
        if (is_said[t]) continue;
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

  void collect_fans(std::vector<bool>& is_said) {
    for (std::uint32_t hub = 0; hub < scene_.nodes.size(); ++hub) {
      std::vector<std::uint32_t> free;  // bundles of one signed tie
      for (std::uint32_t b = 0; b < bundles_.size(); ++b) {
        const auto& bundle = bundles_[b];
        const auto& tie = scene_.ties[bundle.ties[0]];
        if ((bundle.source == hub || bundle.target == hub) && bundle.ties.size() == 1 && tie.agreements.size() == 1 &&
            tie.status != Status::announced && !is_said[bundle.ties[0]]) {
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

  std::vector<SmallLayout> layouts_of_nodes() const {
    SmallLayoutInput input;
    input.box = sheet_.area;
    for (std::uint32_t v = 0; v < scene_.nodes.size(); ++v) {
      const auto wish = name_wish(sheet_, v, {}, radius(v), is_strong(scene_.nodes[v]));
      const auto& lines = wish.wordings.back();
      double width = 0;
      for (const auto& line : lines) width = std::max(width, text_width(line, wish.style.size, wish.style.weight));
      input.vertices.push_back({radius(v), width, wish.line_height * static_cast<double>(lines.size() + wish.remarks.size())});
    }
    for (const auto& bundle : bundles_) {
      double width = 0;
      for (const auto& text : texts_) {
        if (text.bundles.size() != 1 || &bundles_[text.bundles[0]] != &bundle) continue;
        for (const auto& piece : text.pieces) width = std::max(width, text_width(piece, sheet_.style.type.tie));
      }
      const bool is_short = scene_.ties[bundle.ties[0]].kind == MapScene::Tie::Kind::component;
      input.ties.push_back({bundle.source, bundle.target, width, is_short});
    }
    for (std::size_t a = 0; a < scene_.agreements.size(); ++a) {
      input.vertices.push_back({kSignRadius, 60, 30});
      input.groups.push_back({sign_of(a), scene_.agreements[a].members});
      for (const auto v : scene_.agreements[a].members) input.ties.push_back({v, sign_of(a), 0, true});
    }
    auto layouts = lay_out_small(input, scene_.nodes.size() <= 25 ? 8 : 4);
    if (layouts.size() > 4) layouts.resize(4);
    if (sheet_.input.places != nullptr) {
      layouts.resize(1);
      keep_places(layouts[0].positions);
    }
    return layouts;
  }

  void keep_places(std::vector<Point>& positions) const {
    const auto& places = *sheet_.input.places;
    for (std::uint32_t v = 0; v < scene_.nodes.size(); ++v) {
      const auto found = places.nodes.find(scene_.nodes[v].id);
      if (found != places.nodes.end()) positions[v] = found->second;
    }
    for (std::size_t a = 0; a < scene_.agreements.size(); ++a) {
      const auto found = places.agreements.find(id_of_agreement(a));
      if (found != places.agreements.end()) {
        positions[sign_of(a)] = found->second;
        continue;
      }
      Point middle;
      for (const auto v : scene_.agreements[a].members) middle = middle + positions[v];
      positions[sign_of(a)] = middle * (1.0 / static_cast<double>(scene_.agreements[a].members.size()));
    }
  }

  std::string id_of_agreement(std::size_t a) const {
    return std::string(scene_.data->agreements.id[scene_.agreements[a].agreements[0]]);
  }

  double growth(std::size_t a) const {
    double largest = 0;
    for (const auto v : scene_.agreements[a].members) largest = std::max(largest, radius(v));
    return largest + 8;
  }

  // A hull holds its parties and nobody else.
  void decide_hulls() {
    outlines_.assign(scene_.agreements.size(), {});
    if (sheet_.options.hulls == MapHulls::none) return;
    if (sheet_.options.hulls == MapHulls::automatic && scene_.agreements.size() > 4) return;
    for (std::size_t a = 0; a < scene_.agreements.size(); ++a) {
      const auto& members = scene_.agreements[a].members;
      std::vector<Point> corners;
      for (const auto v : members) corners.push_back(at_[v]);
      auto outline = convex_outline(corners);
      bool is_clean = outline.size() >= 2;
      for (std::uint32_t v = 0; v < scene_.nodes.size() && is_clean; ++v) {
        if (std::find(members.begin(), members.end(), v) != members.end()) continue;
        is_clean = distance_to_outline(at_[v], outline) > growth(a) + radius(v);
      }
      if (is_clean) outlines_[a] = std::move(outline);
    }
  }

  bool lies_on_hull(Point p) const {
    for (std::size_t a = 0; a < outlines_.size(); ++a) {
      if (!outlines_[a].empty() && distance_to_outline(p, outlines_[a]) < growth(a)) return true;
    }
    return false;
  }

  /// The lines of a bundle, cut off at both marks; parallel ones 7 px apart.
  std::vector<std::pair<Point, Point>> lines_of(const Bundle& bundle) const {
    const auto shown = bundle.ties.size() > 3 ? 1 : bundle.ties.size();
    std::vector<std::pair<Point, Point>> lines;
    for (std::size_t i = 0; i < shown; ++i) {
      const double shift = (static_cast<double>(i) - static_cast<double>(shown - 1) / 2) * 7;
      lines.push_back(cut_off(bundle.source, bundle.target, shift));
    }
    return lines;
  }

  std::pair<Point, Point> cut_off(std::uint32_t a, std::uint32_t b, double shift) const {
    const Point way = at_[b] - at_[a];
    const double length = std::max(length_of(way), 1e-9);
    const Point along = way * (1 / length);
    const Point aside{along.y * shift, -along.x * shift};
    const double from = reach(a, along) + 4, to = reach(b, along * -1) + 4;
    if (from + to >= length) return {at_[a] + along * (length / 2), at_[a] + along * (length / 2)};
    return {at_[a] + along * from + aside, at_[b] - along * to + aside};
  }

  double reach(std::uint32_t v, Point direction) const {
    if (v >= scene_.nodes.size()) return kSignRadius;
    return reach_towards(shape_of_node(scene_.nodes[v]), radius(v), direction);
  }

  LabelGround ground_of_labels() const {
    LabelGround ground;
    ground.sheet = sheet_.area;
    for (std::uint32_t v = 0; v < scene_.nodes.size(); ++v) {
      ground.obstacles.push_back({box_of_mark(shape_of_node(scene_.nodes[v]), radius(v), at_[v]), kNever, v});
    }
    for (std::size_t a = 0; a < scene_.agreements.size(); ++a) {
      const auto sign = sign_of(a);
      ground.obstacles.push_back({box_round(at_[sign], 9, 10.5), kNever, sign});
      for (const auto v : scene_.agreements[a].members) {
        const auto [from, to] = cut_off(v, sign, 0);
        ground.lines.push_back({from, to, 4});
      }
      // Across the border of a hull a text reads badly: it lies on two grounds.
      const auto& outline = outlines_[a];
      for (std::size_t i = 0; i < outline.size(); ++i) {
        const Point p = outline[i], q = outline[(i + 1) % outline.size()];
        const double length = std::max(distance_between(p, q), 1e-9);
        const Point away = Point{(q.y - p.y) / length, -(q.x - p.x) / length} * growth(a);
        ground.lines.push_back({p + away, q + away, 0.5});
      }
    }
    for (const auto& bundle : bundles_) {
      for (const auto& [from, to] : lines_of(bundle)) ground.lines.push_back({from, to, 4});
    }
    return ground;
  }

  std::vector<LabelWish> wishes_of_labels() const {
    std::vector<LabelWish> wishes;
    for (std::uint32_t v = 0; v < scene_.nodes.size(); ++v) {
      const auto& node = scene_.nodes[v];
      const auto by = sheet_.options.labels;
      if (by == MapLabels::none || (by == MapLabels::hubs && node.hub_rank == 0 && !node.is_cut_point)) continue;
      wishes.push_back(name_wish(sheet_, v, at_[v], radius(v), is_strong(node)));
      if (lies_on_hull(at_[v])) wishes.back().style.halo = wishes.back().remark_style.halo = 0;
    }
    if (sheet_.options.labels == MapLabels::none) return wishes;
    for (const auto& text : texts_) wishes.push_back(tie_wish(text));
    for (std::size_t a = 0; a < scene_.agreements.size(); ++a) wishes.push_back(agreement_wish(a));
    add_island_wishes(wishes);
    return wishes;
  }

  LabelWish plain_wish(const std::vector<std::string>& pieces, bool is_italic) const {
    LabelWish wish;
    wish.style.size = sheet_.style.type.tie;
    wish.style.colour = tokens::soft;
    wish.style.italic = is_italic;
    wish.style.halo = 4;
    wish.line_height = 16;
    wish.may_lead = false;
    std::string whole;
    for (const auto& piece : pieces) whole += (whole.empty() ? "" : " ") + piece;
    if (pieces.size() < 3 && text_width(whole, wish.style.size) < 200) wish.wordings.push_back({whole});
    if (pieces.size() > 1) wish.wordings.push_back(pieces);
    const double longest = sheet_.style.is_narrow ? 110 : 170;
    std::vector<std::string> broken;
    for (const auto& piece : pieces) {
      for (auto& line : wrap_text(piece, wish.style.size, longest)) broken.push_back(std::move(line));
    }
    if (wish.wordings.empty() || broken != wish.wordings.back()) wish.wordings.push_back(std::move(broken));
    return wish;
  }

  LabelWish tie_wish(const TieText& text) const {
    auto wish = plain_wish(text.pieces, text.is_italic);
    wish.priority = text.bundles.size() > 1 ? 40 : 30;
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

  // A text for a whole fan stands where the fan has air: near the middle of its outer nodes, or below them.
  void add_fan_spots(const TieText& text, LabelWish& wish) const {
    std::vector<Point> ends;
    for (const auto b : text.bundles) ends.push_back(at_[bundles_[b].source]), ends.push_back(at_[bundles_[b].target]);
    const Box reach = box_of(ends).grown(80);
    for (double y = reach.top; y <= reach.bottom; y += 20) {
      for (double x = reach.left; x <= reach.right; x += 20) {
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

  LabelWish agreement_wish(std::size_t a) const {
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

  // “No agreement ties them to the rest”, under the smaller components.
  void add_island_wishes(std::vector<LabelWish>& wishes) const {
    const auto islands = components();
    if (islands.size() < 2 || islands.size() > 4) return;
    for (std::size_t c = 1; c < islands.size(); ++c) {
      if (islands[c].size() < 2) continue;
      std::vector<Point> points;
      for (const auto v : islands[c]) points.push_back(at_[v]);
      const Box box = box_of(points);
      auto wish = plain_wish({sheet_.words.count("map.remark.island", islands[c].size())}, true);
      wish.priority = 1;
      for (const double by : {60.0, 72.0, 84.0, 46.0}) {
        wish.spots.push_back({.at = {box.centre().x, box.bottom + by}, .cost = by * 0.01, .is_centre = true});
        wish.spots.push_back({.at = {box.centre().x, box.top - by}, .cost = 0.5 + by * 0.01, .is_centre = true});
      }
      wishes.push_back(std::move(wish));
    }
  }

  std::vector<std::vector<std::uint32_t>> components() const {
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

  void draw_hulls() const {
    for (std::size_t a = 0; a < outlines_.size(); ++a) {
      if (!outlines_[a].empty()) draw_hull(sheet_.svg, outlines_[a], growth(a));
    }
  }

  void draw_ties() const {
    for (const auto& bundle : bundles_) {
      const auto lines = lines_of(bundle);
      for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto& tie = scene_.ties[bundle.ties[i]];
        if (tie.kind == MapScene::Tie::Kind::component) {
          sheet_.open("", sheet_.words.say("map.tip.component", {{"part", scene_.nodes[tie.source].full_name},
                                                                 {"whole", scene_.nodes[tie.target].full_name}}));
          sheet_.svg.line(lines[i].first.x, lines[i].first.y, lines[i].second.x, lines[i].second.y, component_paint());
          sheet_.close();
          continue;
        }
        auto agreements = tie.agreements;
        if (bundle.ties.size() > lines.size()) {
          for (const auto t : bundle.ties) agreements.insert(agreements.end(), scene_.ties[t].agreements.begin(), scene_.ties[t].agreements.end());
          std::sort(agreements.begin(), agreements.end());
          agreements.erase(std::unique(agreements.begin(), agreements.end()), agreements.end());
        }
        sheet_.open(std::string(scene_.data->agreements.id[agreements[0]]), sheet_.words.agreements_tooltip(agreements));
        sheet_.svg.line(lines[i].first.x, lines[i].first.y, lines[i].second.x, lines[i].second.y,
                        tie_paint(tie.status, tie.weight));
        sheet_.close();
      }
    }
  }

  void draw_agreements() const {
    for (std::size_t a = 0; a < scene_.agreements.size(); ++a) {
      const auto& agreement = scene_.agreements[a];
      sheet_.open(id_of_agreement(a), sheet_.words.agreements_tooltip(agreement.agreements));
      for (const auto v : agreement.members) {
        const auto [from, to] = cut_off(v, sign_of(a), 0);
        sheet_.svg.line(to.x, to.y, from.x, from.y, tie_paint(agreement.status, agreement.weight));
      }
      draw_agreement_sheet(sheet_.svg, at_[sign_of(a)].x, at_[sign_of(a)].y);
      sheet_.close();
    }
  }

  void draw_nodes() const {
    for (std::uint32_t v = 0; v < scene_.nodes.size(); ++v) {
      const auto& node = scene_.nodes[v];
      sheet_.open(node.id, sheet_.words.node_tooltip(node));
      draw_node_mark(sheet_.svg, node, at_[v], radius(v), colour_of_node(node, sheet_.options.colour_by));
      sheet_.close();
    }
  }

  void remember() const {
    auto& picture = sheet_.picture;
    sheet_.legend.has_sheets = !scene_.agreements.empty();
    std::size_t unsaid = 0;
    for (std::size_t i = 0; i < wishes_.size(); ++i) unsaid += wishes_[i].owner < 0 && wishes_[i].priority > 1 && !placed_[i].is_placed;
    if (unsaid > 0) sheet_.legend.left_out.push_back(sheet_.words.count("map.left_out.tie_labels", unsaid));
    for (std::uint32_t v = 0; v < scene_.nodes.size(); ++v) {
      picture.places.nodes[scene_.nodes[v].id] = at_[v];
      picture.nodes.push_back(box_of_mark(shape_of_node(scene_.nodes[v]), radius(v), at_[v]));
    }
    for (std::size_t a = 0; a < scene_.agreements.size(); ++a) picture.places.agreements[id_of_agreement(a)] = at_[sign_of(a)];
    picture.nodes_drawn = scene_.nodes.size();
    picture.ties_drawn = scene_.ties.size();
    picture.agreements_drawn = scene_.agreements.size();
  }

  MapSheet& sheet_;
  const MapScene& scene_;
  std::vector<Bundle> bundles_;
  std::vector<TieText> texts_;
  std::vector<Point> at_, best_at_;
  std::vector<std::vector<Point>> outlines_;
  std::vector<LabelWish> wishes_;
  std::vector<PlacedLabel> placed_;
};

}  // namespace

void draw_whole_map(MapSheet& sheet) {
  if (sheet.scene.nodes.empty()) return;
  WholeMap(sheet).draw();
}

}  // namespace maillage
