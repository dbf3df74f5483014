// SPDX-License-Identifier: Apache-2.0
// Maps of more than 40 nodes: discs, bands, the backbone, the names of the strongest.
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "drawing/community_headings.hpp"
#include "drawing/map_communities.hpp"
#include "drawing/map_dot.hpp"

namespace maillage {
namespace {

constexpr double kNever = 1e9, kWorseThanANumber = 10;
constexpr std::size_t kNames = 25, kMostNames = 32;

class CommunityDrawing {
 public:
  explicit CommunityDrawing(MapSheet& sheet)
      : sheet_(sheet), scene_(sheet.scene), map_(community_map_of(sheet)), at_(map_.layout.positions) {}

  void draw() {
    draw_bands();  // under the discs: a band that cannot be bent round one passes behind it
    draw_discs();
    draw_ties();
    draw_nodes();
    draw_names();
    tell();
  }

 private:
  double radius(std::uint32_t v) const { return sheet_.style.radius(scene_.nodes[v]); }
  double reach(std::uint32_t v, Point direction) const {
    return reach_towards(shape_of_node(scene_.nodes[v]), radius(v), direction);
  }
  bool is_sparse() const { return scene_.nodes.size() > 2000; }  // most nodes are not drawn
  bool is_collective(std::uint32_t d) const { return map_.last_is_collective && d + 1 == map_.layout.discs.size(); }
  std::string name_of(std::uint32_t d) const {
    if (d == map_.disc_of_centre) return scene_.nodes[scene_.centre].label;
    return is_collective(d) ? sheet_.words.say("map.community.others") : CommunityMap::name_of_disc(d);
  }

  void draw_discs() const {
    for (std::uint32_t d = 0; d < map_.layout.discs.size(); ++d) {
      const auto& disc = map_.layout.discs[d];
      if (map_.disc_size[d] == 0 || d == map_.disc_of_centre) continue;
      sheet_.open("", sheet_.words.language().say_count("map.tip.community", map_.disc_size[d], {{"name", name_of(d)}}));
      sheet_.svg.circle(disc.centre.x, disc.centre.y, disc.radius,
                        {.fill = tokens::wash, .stroke = tokens::hull_border, .stroke_width = 1});
      sheet_.close();
    }
  }

  void draw_bands() const {
    for (const auto& band : map_.bands) {
      const auto& curve = band.curve;
      auto tooltip = sheet_.words.language().say_count("map.tip.bundle", static_cast<std::int64_t>(band.agreements),
                                                       {{"one", name_of(band.one)}, {"other", name_of(band.other)}});
      if (scene_.view->is_directed()) {
        tooltip += sheet_.words.say("map.tip.bundle_directed", {{"one", name_of(band.one)}, {"other", name_of(band.other)},
                                                                {"there", sheet_.words.size_value(band.there)},
                                                                {"back", sheet_.words.size_value(band.back)}});
      }
      sheet_.open("", tooltip);
      draw_curved_arrow(sheet_.svg, curve.from, curve.bend, curve.to,
                        {.stroke = tokens::line, .stroke_width = band.width, .stroke_opacity = 0.38}, band.direction());
      sheet_.close();
    }
  }

  // By disc: how much of it its ties would cover, each on its own; where that is much they are drawn thinner and paler.
  std::vector<double> covers_of_ties() const {
    std::vector<double> covers(map_.layout.discs.size());
    for (const auto& pair : map_.pairs) {
      if (!pair.is_drawn) continue;
      const auto d = map_.disc_of[pair.source];
      const double radius = map_.layout.discs[d].radius;
      covers[d] += distance_between(at_[pair.source], at_[pair.target]) * thin_tie_paint(pair.status, pair.weight).stroke_width /
                   (std::numbers::pi * radius * radius);
    }
    return covers;
  }

  static Paint thinned(Paint paint, double cover) {
    constexpr double much = 0.6, thinnest = 0.55, palest = 0.12;
    if (cover <= much) return paint;
    const double left = much / cover;
    paint.stroke_width *= std::max(thinnest, std::sqrt(left));
    paint.stroke_opacity = std::max(palest, std::pow(left, 0.7));
    return paint;
  }

  void draw_ties() const {
    const auto covers = covers_of_ties();
    for (const auto& pair : map_.pairs) {
      if (!pair.is_drawn) continue;
      const Point way = at_[pair.target] - at_[pair.source];
      const double length = length_of(way);
      if (length < 1e-6) continue;
      const Point along = way * (1 / length);
      // The tip of an arrow must not lie on a mark; a line may end under it.
      const bool is_arrow = pair.direction != LineDirection::none;
      const double from = is_arrow ? reach(pair.source, along) + 1 : radius(pair.source);
      const double to = is_arrow ? reach(pair.target, along * -1) + 1 : radius(pair.target);
      if (length <= from + to + 1) continue;
      const Point a = at_[pair.source] + along * from, b = at_[pair.target] - along * to;
      sheet_.open(std::string(scene_.data->agreements.id[pair.agreements[0]]),
                  sheet_.words.agreements_tooltip({pair.agreements.begin(), pair.agreements.begin() + std::min<std::ptrdiff_t>(
                                                                                5, std::ssize(pair.agreements))}));
      draw_arrow(sheet_.svg, a, b, thinned(thin_tie_paint(pair.status, pair.weight), covers[map_.disc_of[pair.source]]),
                 pair.direction);
      sheet_.close();
    }
  }

  void draw_nodes() const {
    for (std::uint32_t v = 0; v < scene_.nodes.size(); ++v) {
      if (!map_.is_shown[v]) continue;
      sheet_.open(scene_.nodes[v].id, sheet_.words.node_tooltip(scene_.nodes[v]));
      draw_node_mark(sheet_.svg, scene_.nodes[v], at_[v], radius(v), colour_of_node(scene_.nodes[v], sheet_.options.colour_by));
      if (v == scene_.centre) draw_ring_round(sheet_.svg, at_[v], radius(v));
      sheet_.close();
    }
  }

  // By node: the strongest of a community of ten or more in which no hub lies; of any where only the strongest are drawn.
  std::vector<bool> leading_members() const {
    const std::uint32_t least_members = is_sparse() ? 1 : 10;
    std::vector<std::uint32_t> strongest(map_.disc_size.size(), kNoVertex);
    std::vector<bool> has_hub(map_.disc_size.size()), leads(scene_.nodes.size());
    for (std::uint32_t v = 0; v < scene_.nodes.size(); ++v) {
      auto& best = strongest[map_.disc_of[v]];
      if (map_.is_shown[v] && (best == kNoVertex || scene_.nodes[v].strength > scene_.nodes[best].strength)) best = v;
      if (scene_.nodes[v].hub_rank > 0) has_hub[map_.disc_of[v]] = true;
    }
    for (std::uint32_t d = 0; d < strongest.size(); ++d) {
      if (strongest[d] != kNoVertex && !has_hub[d] && (is_sparse() || !is_collective(d)) && map_.disc_size[d] >= least_members) leads[strongest[d]] = true;
    }
    return leads;
  }

  // The first twenty hubs; then the strongest of each community that has none of them; then cut points and the strongest
  // by turns of importance, 25 in all.
  std::vector<std::uint32_t> nodes_to_name() const {
    std::vector<std::uint32_t> order;
    for (std::uint32_t v = 0; v < scene_.nodes.size(); ++v) {
      if (map_.is_shown[v]) order.push_back(v);
    }
    const auto leads = leading_members();
    const auto group = [&](std::uint32_t v) { return scene_.nodes[v].hub_rank > 0 || v == scene_.centre ? 0 : leads[v] ? 1 : 2; };
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      const auto &one = scene_.nodes[a], &other = scene_.nodes[b];
      if ((a == scene_.centre) != (b == scene_.centre)) return a == scene_.centre;
      if (group(a) != group(b)) return group(a) < group(b);
      if (one.hub_rank != other.hub_rank) return one.hub_rank < other.hub_rank;
      const double of_one = one.strength * (one.is_cut_point ? 1.5 : 1), of_other = other.strength * (other.is_cut_point ? 1.5 : 1);
      return of_one > of_other;
    });
    const auto hubs = static_cast<std::size_t>(
        std::count_if(order.begin(), order.end(), [&](std::uint32_t v) { return group(v) == 0; }));
    switch (sheet_.options.labels) {
      case MapLabels::none: return {};
      case MapLabels::hubs: order.resize(std::min(order.size(), hubs)); break;
      case MapLabels::automatic: {
        // Where most nodes are not drawn there is room for the first of every disc.
        const auto firsts = static_cast<std::size_t>(std::count(leads.begin(), leads.end(), true));
        order.resize(std::min(order.size(), is_sparse() ? std::max(kNames, hubs + firsts) : std::min(std::max(kNames, hubs), kMostNames)));
        break;
      }
      case MapLabels::all: break;
    }
    return order;
  }

  LabelWish wish_of(std::uint32_t v, bool is_number) const {
    const auto& node = scene_.nodes[v];
    const bool is_centre = v == scene_.centre, is_strong = is_centre || (node.hub_rank > 0 && node.hub_rank <= 9);
    const double size = is_centre               ? sheet_.style.type.hub
                        : sheet_.style.is_narrow ? (is_strong ? 12.5 : 11)
                                                 : (is_strong ? 13 : 11.5);
    auto wish = name_wish(sheet_, v, at_[v], radius(v) + (is_centre ? 5 : 0), size, is_strong ? FontWeight::bold : FontWeight::regular);
    wish.priority = is_centre ? 2000 : 1000.0 - node.hub_rank + (node.hub_rank > 0 ? 100 : 0);
    wish.own_disc = map_.disc_of[v];
    wish.line_height = std::max(14.0, std::round(size * 1.2));
    wish.furthest = 150;
    if (!is_centre) wish.most_cost = kWorseThanANumber;
    if (is_number) {
      wish.most_cost = LabelWish{}.most_cost;
      wish.wordings = {{std::to_string(sheet_.legend.keyed_names.size() + 1)}};
      wish.style.weight = FontWeight::bold;
      wish.style.size = 11;
    }
    return wish;
  }

  LabelGround ground_for(const std::vector<std::uint32_t>& named) const {
    LabelGround ground;
    ground.sheet = sheet_.area;
    for (std::uint32_t v = 0; v < scene_.nodes.size(); ++v) {
      if (!map_.is_shown[v]) continue;
      const bool is_named = std::find(named.begin(), named.end(), v) != named.end();
      ground.obstacles.push_back({box_of_mark(shape_of_node(scene_.nodes[v]), radius(v), at_[v]), is_named ? kNever : 2.5, v, is_named ? kNever : 3});
    }
    for (const auto& band : map_.bands) {
      const auto& c = band.curve;
      Point before = c.from;
      for (int i = 1; i <= 8; ++i) {
        const double t = i / 8.0;
        const Point next = c.from * ((1 - t) * (1 - t)) + c.bend * (2 * t * (1 - t)) + c.to * (t * t);
        ground.lines.push_back({before, next, 0.12});
        before = next;
      }
    }
    return ground;
  }

  // Names of communities stand over their discs; names of nodes and their leaders keep off them.
  void place_headings(LabelGround& ground) {
    heading_style_.size = sheet_.style.is_narrow ? 12 : 13;
    heading_style_.weight = FontWeight::bold;
    heading_style_.colour = tokens::soft;
    heading_style_.anchor = Anchor::middle;
    heading_style_.halo = 4;
    const auto& discs = map_.layout.discs;
    std::vector<std::string> texts(discs.size());
    for (std::uint32_t d = 0; d < discs.size(); ++d) {
      if (map_.disc_size[d] == 0 || d == map_.disc_of_centre) continue;
      texts[d] = sheet_.words.say("map.community.name",
                                  {{"name", with_capital(name_of(d))},
                                   {"count", sheet_.words.language().number(static_cast<std::int64_t>(map_.disc_size[d]))}});
      if (sheet_.legend.community_example.empty()) sheet_.legend.community_example = texts[d];
      ground.discs.push_back({discs[d].centre, discs[d].radius, d});
    }
    headings_ = place_community_headings(discs, texts, heading_style_, sheet_.area);
    for (const auto& heading : headings_) {
      if (!heading.lines.empty()) ground.obstacles.push_back({heading.box.grown(2), kNever, -1, kNever});
    }
  }

  void draw_names() {
    const auto named = nodes_to_name();
    auto ground = ground_for(named);
    place_headings(ground);
    std::vector<LabelWish> wishes;
    for (const auto v : named) wishes.push_back(wish_of(v, false));
    auto placed = place_labels(wishes, ground);
    // A hub whose name finds no place gets a number; the names stand in the legend.
    bool has_numbers = false;
    for (std::size_t i = 0; i < wishes.size(); ++i) {
      if (placed[i].is_placed || scene_.nodes[named[i]].hub_rank == 0) continue;
      wishes[i] = wish_of(named[i], true);
      wishes[i].priority = 5000;
      sheet_.legend.keyed_names.push_back(wishes[i].wordings[0][0] + " " + scene_.nodes[named[i]].label);
      has_numbers = true;
    }
    if (has_numbers) placed = place_labels(wishes, ground);
    for (const auto& heading : headings_) sheet_.svg.lines(heading.x, heading.first_base_line, heading.lines, heading_style_, kHeadingLine);
    sheet_.write_labels(wishes, placed);
    names_written_ = static_cast<std::size_t>(std::count_if(placed.begin(), placed.end(), [](const auto& p) { return p.is_placed; }));
  }

  void tell() const {
    auto& picture = sheet_.picture;
    auto& legend = sheet_.legend;
    const auto& words = sheet_.words;
    legend.is_of_communities = true;
    legend.has_ties = map_.pairs_drawn > 0;
    legend.band_scale = map_.band_scale;
    if (!map_.bands.empty()) {
      legend.bands.push_back(map_.bands.front().agreements);
      if (map_.bands.back().agreements > map_.bands.front().agreements) legend.bands.push_back(map_.bands.back().agreements);
    }
    const auto shown = static_cast<std::size_t>(std::count(map_.is_shown.begin(), map_.is_shown.end(), true));
    if (shown < scene_.nodes.size()) legend.left_out.push_back(words.count("map.left_out.nodes", scene_.nodes.size() - shown));
    if (map_.pairs_drawn < map_.pairs_inside) {
      const auto missing = map_.pairs_inside - map_.pairs_drawn;
      legend.left_out.push_back(words.language().say_count(
          map_.pairs_drawn == 0 ? "map.left_out.all_ties" : "map.left_out.ties", static_cast<std::int64_t>(missing),
          {{"total", words.language().number(static_cast<std::int64_t>(map_.pairs_inside))}}));
    }
    if (map_.bands_left_out > 0) {
      legend.left_out.push_back(words.language().say_count("map.left_out.bands", static_cast<std::int64_t>(map_.bands_left_out),
                                                           {{"least", words.size_value(map_.least_band)}}));
    }
    if (shown > names_written_) legend.left_out.push_back(words.count("map.left_out.names", shown - names_written_));
    if (legend.has_ties && !sheet_.input.backbone.empty()) legend.notes.push_back(words.say("map.setting.backbone"));
    if (sheet_.options.colour_by == MapColours::community && map_.layout.discs.size() > kCommunityColours) {
      legend.notes.push_back(with_capital(words.say("map.left_out.colours")) + ".");
    }
    for (std::uint32_t v = 0; v < scene_.nodes.size(); ++v) {
      const auto& id = scene_.nodes[v].id;
      picture.places.disc_of[id] = map_.disc_of[v];
      if (!map_.is_shown[v]) continue;
      picture.places.nodes[id] = at_[v];
      picture.nodes.push_back(box_of_mark(shape_of_node(scene_.nodes[v]), radius(v), at_[v]));
    }
    picture.dot = dot_of_communities(sheet_, map_);
    picture.places.discs = map_.layout.discs;
    picture.places.last_disc_is_collective = map_.last_is_collective;
    picture.nodes_drawn = shown;
    picture.ties_drawn = map_.pairs_drawn;
    picture.ties_left_out = map_.pairs_inside - map_.pairs_drawn;
    picture.bands_drawn = map_.bands.size();
  }

  MapSheet& sheet_;
  const MapScene& scene_;
  CommunityMap map_;
  const std::vector<Point>& at_;
  std::vector<CommunityHeading> headings_;  // by disc
  TextStyle heading_style_;
  std::size_t names_written_ = 0;
};

}  // namespace

void draw_map_of_communities(MapSheet& sheet) { CommunityDrawing(sheet).draw(); }

}  // namespace maillage
