// SPDX-License-Identifier: Apache-2.0
// Maps of up to 40 nodes: every name, every tie, every agreement.
#include <algorithm>
#include <map>

#include "drawing/map_whole.hpp"

namespace maillage {
namespace {

constexpr std::size_t kSmallSigns = 40;
constexpr double kNumbered = 5000;
constexpr std::size_t kMostLines = 4;

std::vector<TieBundle> bundles_of(const MapScene& scene) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, TieBundle> by_pair;
  for (std::uint32_t t = 0; t < scene.ties.size(); ++t) {
    const auto& tie = scene.ties[t];
    const auto pair = std::minmax(tie.source, tie.target);
    auto& bundle = by_pair[pair];
    bundle.source = pair.first, bundle.target = pair.second;
    bundle.ties.push_back(t);
  }
  std::vector<TieBundle> bundles;
  for (auto& [pair, bundle] : by_pair) {
    // Signed ones first: what is announced lies at the side.
    std::stable_sort(bundle.ties.begin(), bundle.ties.end(), [&](std::uint32_t a, std::uint32_t b) {
      return (scene.ties[a].status == Status::announced) < (scene.ties[b].status == Status::announced);
    });
    bundles.push_back(std::move(bundle));
  }
  return bundles;
}

}  // namespace

WholeMap::WholeMap(MapSheet& sheet)
    : sheet_(sheet), scene_(sheet.scene), is_dense_(sheet.scene.is_dense()),
      sign_scale_(sheet.scene.agreements.size() > kSmallSigns ? 0.7 : 1), bundles_(bundles_of(sheet.scene)) {}

void WholeMap::draw() {
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
  number_unplaced_names();
  fit_sheet();
  draw_communities();
  draw_hulls();
  draw_ties();
  draw_agreements();
  draw_nodes();
  sheet_.write_labels(wishes_, placed_);
  remember();
}

bool WholeMap::is_strong(const MapScene::Node& node) const {
  std::uint32_t most = 0;
  for (const auto& other : scene_.nodes) most = std::max(most, other.agreements);
  return node.agreements >= 2 && (node.is_cut_point || 2 * node.agreements >= most);
}

bool WholeMap::is_name(const LabelWish& wish) const {
  return wish.owner >= 0 && static_cast<std::size_t>(wish.owner) < scene_.nodes.size();
}

// A name that finds no place becomes a number, and stands in the legend: last of all, but never lost. Numbers are
// placed first, which may drive out another name: a few rounds.
void WholeMap::number_unplaced_names() {
  auto& names = sheet_.legend.keyed_names;
  for (int round = 0; round < 5; ++round) {
    const auto before = names.size();
    for (std::size_t i = 0; i < wishes_.size(); ++i) {
      if (!is_name(wishes_[i]) || wishes_[i].priority >= kNumbered) continue;
      const bool is_too_long = placed_[i].is_placed && wishes_[i].wordings[placed_[i].wording].size() > kMostLines;
      if (placed_[i].is_placed && !is_too_long) continue;
      const auto number = std::to_string(names.size() + 1);
      names.push_back(number + " " + scene_.nodes[static_cast<std::size_t>(wishes_[i].owner)].label);
      wishes_[i].wordings = {{number}};
      wishes_[i].remarks.clear();
      wishes_[i].style.size = sheet_.style.type.tie;
      wishes_[i].style.weight = FontWeight::bold;
      wishes_[i].priority = kNumbered;
      wishes_[i].furthest = 150;
    }
    if (names.size() == before) return;
    placed_ = place_labels(wishes_, ground_of_labels());
  }
}

Paint WholeMap::paint_of(Status status, double weight) const {
  return is_dense_ ? thin_tie_paint(status, weight) : tie_paint(status, weight);
}

// The sheet ends where the drawing ends, unless its height is asked for. Given places stay what they are.
void WholeMap::fit_sheet() {
  Box& area = sheet_.area;
  if (sheet_.input.places != nullptr) return;
  std::vector<Point> corners;
  const auto add = [&](const Box& box) { corners.push_back({box.left, box.top}), corners.push_back({box.right, box.bottom}); };
  for (std::uint32_t v = 0; v < scene_.nodes.size(); ++v) add(box_of_mark(shape_of_node(scene_.nodes[v]), radius(v), at_[v]));
  for (const auto& label : placed_) {
    if (label.is_placed) add(label.box);
  }
  for (std::size_t a = 0; a < outlines_.size(); ++a) {
    for (const auto p : hull_border(a)) corners.push_back(p);
  }
  const Box drawn = box_of(corners);
  Point by{area.centre().x - drawn.centre().x, area.top + 4 - drawn.top};
  if (sheet_.options.height > 0) by.y = area.centre().y - drawn.centre().y;
  by = {std::round(by.x * 10) / 10, std::round(by.y * 10) / 10};
  for (auto& p : at_) p = p + by;
  for (auto& outline : outlines_) {
    for (auto& p : outline) p = p + by;
  }
  for (auto& label : placed_) {
    label.box = label.box.moved(by);
    label.x += by.x, label.first_base_line += by.y;
    label.leader_from = label.leader_from + by, label.leader_to = label.leader_to + by;
  }
  if (sheet_.options.height <= 0) area.bottom = drawn.bottom + by.y + 8;
}

std::string WholeMap::id_of_agreement(std::size_t a) const {
  return std::string(scene_.data->agreements.id[scene_.agreements[a].agreements[0]]);
}

std::vector<std::pair<Point, Point>> WholeMap::lines_of(const TieBundle& bundle) const {
  const auto shown = bundle.ties.size() > 3 ? 1 : bundle.ties.size();
  const double apart = distance_of_lines(bundle);
  std::vector<std::pair<Point, Point>> lines;
  for (std::size_t i = 0; i < shown; ++i) {
    const double shift = (static_cast<double>(i) - static_cast<double>(shown - 1) / 2) * apart;
    lines.push_back(cut_off(bundle.source, bundle.target, shift));
  }
  return lines;
}

double WholeMap::distance_of_lines(const TieBundle& bundle) const {
  double apart = 7;
  for (const auto t : bundle.ties) {
    const auto& tie = scene_.ties[t];
    if (tie.direction == LineDirection::none) continue;
    apart = std::max(apart, 2 * arrow_head(paint_of(tie.status, tie.weight).stroke_width).half_width + 2);
  }
  return apart;
}

// A line that stands for all ties of its bundle leads where any of them leads.
LineDirection WholeMap::direction_of_line(const TieBundle& bundle, std::size_t line) const {
  if (bundle.ties.size() <= 3) return scene_.ties[bundle.ties[line]].direction;
  auto direction = LineDirection::none;
  for (const auto t : bundle.ties) direction = direction | scene_.ties[t].direction;
  return direction;
}

std::pair<Point, Point> WholeMap::cut_off(std::uint32_t a, std::uint32_t b, double shift) const {
  const Point way = at_[b] - at_[a];
  const double length = std::max(length_of(way), 1e-9);
  const Point along = way * (1 / length);
  const Point aside{along.y * shift, -along.x * shift};
  const double from = reach(a, along) + 4, to = reach(b, along * -1) + 4;
  if (from + to >= length) return {at_[a] + along * (length / 2), at_[a] + along * (length / 2)};
  return {at_[a] + along * from + aside, at_[b] - along * to + aside};
}

double WholeMap::reach(std::uint32_t v, Point direction) const {
  if (v >= scene_.nodes.size()) return kSignRadius * sign_scale_;
  return reach_towards(shape_of_node(scene_.nodes[v]), radius(v), direction);
}

void WholeMap::draw_ties() const {
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
      draw_arrow(sheet_.svg, lines[i].first, lines[i].second, paint_of(tie.status, tie.weight), direction_of_line(bundle, i));
      sheet_.close();
    }
  }
}

void WholeMap::draw_agreements() const {
  for (std::size_t a = 0; a < scene_.agreements.size(); ++a) {
    const auto& agreement = scene_.agreements[a];
    sheet_.open(id_of_agreement(a), sheet_.words.agreements_tooltip(agreement.agreements));
    for (std::size_t i = 0; i < agreement.members.size(); ++i) {
      const auto [from, to] = cut_off(agreement.members[i], sign_of(a), 0);
      draw_arrow(sheet_.svg, to, from, paint_of(agreement.status, agreement.weight), reversed(agreement.direction_of_member(i)));
    }
    draw_agreement_sheet(sheet_.svg, at_[sign_of(a)].x, at_[sign_of(a)].y, sign_scale_, agreement.status == Status::announced);
    sheet_.close();
  }
}

void WholeMap::draw_nodes() const {
  for (std::uint32_t v = 0; v < scene_.nodes.size(); ++v) {
    const auto& node = scene_.nodes[v];
    sheet_.open(node.id, sheet_.words.node_tooltip(node));
    draw_node_mark(sheet_.svg, node, at_[v], radius(v), colour_of_node(node, sheet_.options.colour_by));
    if (v == scene_.centre) {
      sheet_.svg.path(shape_path(shape_of_node(node), at_[v].x, at_[v].y, radius(v)), {.stroke = tokens::ink, .stroke_width = 3});
    }
    sheet_.close();
  }
}

void WholeMap::remember() const {
  auto& picture = sheet_.picture;
  sheet_.legend.has_sheets = !scene_.agreements.empty();
  sheet_.legend.has_thin_ties = is_dense_;
  std::size_t unsaid = 0;
  if (is_dense_ && sheet_.options.labels != MapLabels::none) {
    const auto with_text = std::ranges::count_if(scene_.ties, [&](const auto& tie) { return says_something(tie); });
    unsaid = static_cast<std::size_t>(with_text) + scene_.agreements.size();
  }
  for (std::size_t i = 0; i < wishes_.size(); ++i) unsaid += !is_name(wishes_[i]) && wishes_[i].priority > 20 && !placed_[i].is_placed;
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

void draw_whole_map(MapSheet& sheet) {
  if (sheet.scene.nodes.empty()) {
    if (sheet.options.height <= 0) sheet.area.bottom = sheet.area.top + 24;
    return;
  }
  WholeMap(sheet).draw();
}

}  // namespace maillage
