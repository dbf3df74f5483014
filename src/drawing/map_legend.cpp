// SPDX-License-Identifier: Apache-2.0
#include "drawing/map_legend.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <map>
#include <set>

namespace maillage {
namespace {

/// One block of the legend: draws itself from a left upper corner, and tells its size.
struct Block {
  double width = 0, height = 0;
  std::function<void(SvgWriter&, double x, double y)> draw;
};

constexpr double kRow = 23, kHeading = 24;

class Legend {
 public:
  Legend(const MapScene& scene, const MapWords& words, const MapStyle& style, const MapOptions& options,
         const MapLegend& legend)
      : scene_(scene), words_(words), style_(style), options_(options), legend_(legend) {
    text_.size = style.type.legend;
    heading_ = text_;
    heading_.weight = FontWeight::bold;
    heading_.colour = tokens::soft;
    soft_ = text_;
    soft_.colour = tokens::soft;
  }

  std::vector<Block> blocks() const {
    std::vector<Block> all;
    for (auto block : {kinds(), sizes(), certainty(), ties(), bands(), keyed_names()}) {
      if (block.draw) all.push_back(std::move(block));
    }
    return all;
  }

 private:
  struct Entry {
    std::function<void(SvgWriter&, double x, double y)> mark;  // round (x + 19, y) or so
    std::string label;
  };

  double width_of(const std::string& text, const TextStyle& style) const {
    return text_width(text, style.size, style.weight);
  }

  Block rows(const std::string& heading, const std::vector<Entry>& entries, double indent, double row = kRow) const {
    if (entries.empty()) return {};
    Block block;
    block.width = width_of(heading, heading_);
    for (const auto& entry : entries) block.width = std::max(block.width, indent + width_of(entry.label, text_));
    block.height = kHeading + row * static_cast<double>(entries.size());
    block.draw = [=, this](SvgWriter& svg, double x, double y) {
      svg.text(x, y + text_.size, heading, heading_);
      double line = y + kHeading + row / 2;
      for (const auto& entry : entries) {
        entry.mark(svg, x, line);
        svg.text(x + indent, line + 4, entry.label, text_);
        line += row;
      }
    };
    return block;
  }

  Block kinds() const {
    std::vector<Entry> entries;
    std::set<InstitutionKind> kinds;
    std::set<NodeKind> others;
    for (const auto& node : scene_.nodes) {
      if (node.node_kind == NodeKind::institution) kinds.insert(node.kind);
      else others.insert(node.node_kind);
    }
    const auto add = [&](const MapScene::Node& sample, std::string label) {
      const auto colour = options_.colour_by == MapColours::kind ? colour_of_node(sample, MapColours::kind) : tokens::soft;
      entries.push_back({[=](SvgWriter& svg, double x, double y) { draw_node_mark(svg, sample, {x + 9, y}, 7.5, colour); },
                         std::move(label)});
    };
    MapScene::Node sample;
    sample.vertex = 0;
    sample.core = 1;
    constexpr std::array kOrder{InstitutionKind::higher_education, InstitutionKind::hospital,
                                InstitutionKind::state_agency,     InstitutionKind::research_body,
                                InstitutionKind::commune,          InstitutionKind::intercommunality,
                                InstitutionKind::other};
    for (const auto kind : kOrder) {
      if (!kinds.contains(kind)) continue;
      sample.kind = kind;
      add(sample, words_.language().label("kind_title", code_name(kind)));
    }
    for (const auto kind : others) {
      sample.node_kind = kind;
      add(sample, words_.say(kind == NodeKind::person ? "map.legend.person" : "map.legend.agreement"));
    }
    if (options_.colour_by == MapColours::community) {
      entries.push_back({[](SvgWriter& svg, double x, double y) {
                           for (std::size_t i = 0; i < 3; ++i) {
                             svg.circle(x + 3 + 6 * static_cast<double>(i), y, 3, {.fill = colour_of_community(i)});
                           }
                         },
                         words_.say("map.legend.by_community")});
    }
    const auto heading = words_.say(kinds.empty() ? "map.legend.nodes" : "map.legend.kind");
    if (!legend_.is_of_communities || style_.is_narrow || entries.size() < 5) return rows(heading, entries, 26);
    const auto half = entries.begin() + static_cast<std::ptrdiff_t>(entries.size() + 1) / 2;
    const auto first = rows(heading, {entries.begin(), half}, 26);
    const auto second = rows({}, {half, entries.end()}, 26);
    return {first.width + 20 + second.width, first.height, [=](SvgWriter& svg, double x, double y) {
              first.draw(svg, x, y);
              second.draw(svg, x + first.width + 20, y);
            }};
  }

  // Three sizes that occur: the least, the one nearest to the middle, the largest.
  std::vector<double> real_sizes() const {
    double largest = 0;
    for (const auto& node : scene_.nodes) largest = std::max(largest, node.size);
    const double negligible = 1e-9 * largest;  // nought but for rounding
    std::set<double> values;
    for (const auto& node : scene_.nodes) {
      if (!node.is_only_announced() && node.size > negligible) values.insert(node.size);
    }
    if (values.size() <= 3) return {values.begin(), values.end()};
    const double middle = (*values.begin() + *values.rbegin()) / 2;
    double nearest = *values.begin();
    for (const auto value : values) {
      if (value > *values.begin() && value < *values.rbegin() &&
          (nearest == *values.begin() || std::abs(value - middle) < std::abs(nearest - middle))) {
        nearest = value;
      }
    }
    return {*values.begin(), nearest, *values.rbegin()};
  }

  Block sizes() const {
    const auto values = real_sizes();
    const bool has_undefined = std::ranges::any_of(scene_.nodes, [](const auto& node) { return node.is_undefined(); });
    if (values.empty()) return has_undefined ? rows(words_.size_heading(), {undefined()}, 26) : Block{};
    Block block;
    const auto heading = words_.size_heading();
    const auto numbers = words_.size_values(values);
    const auto note = note_on_sizes();
    constexpr double widest_note = 240, part_of_line = 0.58;
    const double note_width = width_of(note, soft_);
    const double largest = style_.radius(values.back());
    double across = 0;
    for (std::size_t i = 0; i < values.size(); ++i) across += std::max(2 * style_.radius(values[i]), width_of(numbers[i], text_)) + 12;
    const double width = std::max({width_of(heading, heading_), across - 12, note_width <= widest_note ? note_width : part_of_line * note_width});
    const auto note_lines = wrap_text(note, soft_.size, width);
    block.width = width;
    for (const auto& line : note_lines) block.width = std::max(block.width, width_of(line, soft_));
    block.height = kHeading + 2 * largest + 2 + 18 + 22 + 16 * static_cast<double>(note_lines.size() - 1) + (has_undefined ? kRow : 0);
    block.draw = [=, this](SvgWriter& svg, double x, double y) {
      svg.text(x, y + text_.size, heading, heading_);
      const double base = y + kHeading + 2 * largest + 2;
      double at = x;
      TextStyle centred = text_;
      centred.anchor = Anchor::middle;
      for (std::size_t i = 0; i < values.size(); ++i) {
        const double r = style_.radius(values[i]), label = width_of(numbers[i], text_);
        const double half = std::max(r, label / 2);
        svg.circle(at + half, base - r, r, {.stroke = tokens::edge, .stroke_width = 1.3});
        svg.text(at + half, base + 16, numbers[i], centred);
        at += 2 * half + 12;
      }
      const double last = svg.lines(x, base + 38, note_lines, soft_, 16);
      if (!has_undefined) return;
      const auto entry = undefined();
      entry.mark(svg, x, last + 18);
      svg.text(x + 26, last + 22, entry.label, text_);
    };
    return block;
  }

  // What is too small to be seen has the least sign, and so has what is negative.
  std::string note_on_sizes() const {
    double least = HUGE_VAL, enlarged = -HUGE_VAL;
    for (const auto& node : scene_.nodes) {
      if (node.is_only_announced() || node.node_kind == NodeKind::agreement || node.is_undefined()) continue;
      least = std::min(least, node.size);
      if (style_.area_factor * std::sqrt(std::max(node.size, 0.0)) < style_.least_radius) enlarged = std::max(enlarged, node.size);
    }
    if (std::isinf(enlarged)) return words_.say("map.legend.area");
    const auto value = words_.size_value(std::max(enlarged, 0.0));
    const bool has_less = words_.size_value(least) != value;
    return words_.say(has_less ? "map.legend.least_and_below" : "map.legend.least", {{"value", value}});
  }

  Entry undefined() const {
    MapScene::Node sample;
    sample.vertex = 0;
    sample.kind = InstitutionKind::higher_education;
    sample.size = std::numeric_limits<double>::quiet_NaN();
    return {[=](SvgWriter& svg, double x, double y) { draw_node_mark(svg, sample, {x + 9, y}, 7.5, tokens::soft); },
            words_.say("map.legend.undefined")};
  }

  Block certainty() const {
    bool all = false, core = false, none = false, announced = false;
    // The mark that occurs most shows it.
    std::map<std::pair<NodeKind, InstitutionKind>, std::size_t> marks;
    for (const auto& node : scene_.nodes) {
      if (node.node_kind == NodeKind::agreement || node.is_undefined()) continue;
      ++marks[{node.node_kind, node.kind}];
      if (node.is_only_announced()) announced = true;
      else if (node.core >= 1) all = true;
      else if (node.core > 0) core = true;
      else none = true;
    }
    std::pair<NodeKind, InstitutionKind> mark{NodeKind::institution, InstitutionKind::higher_education};
    const bool has_discs = marks.contains(mark);
    for (const auto& [other, count] : marks) {
      if (!has_discs && (!marks.contains(mark) || count > marks[mark])) mark = other;
    }
    std::vector<Entry> entries;
    const auto add = [&](bool occurs, double share, bool is_announced, std::string_view key) {
      if (!occurs) return;
      MapScene::Node sample;
      sample.vertex = is_announced ? kNoVertex : 0;
      sample.core = share;
      sample.node_kind = mark.first, sample.kind = mark.second;
      const auto colour = options_.colour_by == MapColours::kind ? colour_of_node(sample, MapColours::kind) : tokens::soft;
      const double r = is_announced ? 9 : 10.5;
      entries.push_back({[=](SvgWriter& svg, double x, double y) { draw_node_mark(svg, sample, {x + 11, y}, r, colour); },
                         is_announced ? words_.say(std::string(key)) : words_.say_of_state(std::string(key))});
    };
    add(all, 1, false, "map.legend.certainty.all");
    add(core, 0.34, false, "map.legend.certainty.core");
    add(none, 0, false, "map.legend.certainty.none");
    add(announced, 0, true, "map.legend.certainty.announced");
    return rows(words_.say("map.legend.certainty"), entries, 32, 27);
  }

  // Of a directed network: what a head says, and that a tie has none where nobody has said which way.
  std::vector<Entry> directions() const {
    if (!scene_.view->is_directed()) return {};
    bool leads = false, without = false;
    for (const auto& tie : scene_.ties) {
      if (tie.kind == MapScene::Tie::Kind::agreement) (tie.direction == LineDirection::none ? without : leads) = true;
    }
    for (const auto& agreement : scene_.agreements) (agreement.directions.empty() ? without : leads) = true;
    std::vector<Entry> entries;
    const auto paint = legend_.is_of_communities || legend_.has_thin_ties ? thin_tie_paint(Status::in_force, 1) : tie_paint(Status::in_force, 0.4);
    const auto add = [&](LineDirection direction, std::string_view key) {
      entries.push_back({[=](SvgWriter& svg, double x, double y) { draw_arrow(svg, {x, y}, {x + 38, y}, paint, direction); }, words_.say(key)});
    };
    if (leads) add(LineDirection::forward, scene_.data->flows.empty() ? "map.legend.tie.from_funder" : "map.legend.tie.from_source");
    if (without) add(LineDirection::none, "map.legend.tie.no_direction");
    return entries;
  }

  Block ties() const {
    if (!legend_.has_ties) return {};
    std::set<Status> statuses;
    bool has_components = false;
    for (const auto& tie : scene_.ties) {
      if (tie.kind == MapScene::Tie::Kind::component) has_components = true;
      else statuses.insert(tie.status);
    }
    for (const auto& agreement : scene_.agreements) statuses.insert(agreement.status);
    std::vector<Entry> entries;
    const double weight = 1;
    const auto add = [&](Paint paint, std::string label) {
      entries.push_back({[=](SvgWriter& svg, double x, double y) { svg.line(x, y, x + 38, y, paint); }, std::move(label)});
    };
    for (const auto status : {Status::in_force, Status::signed_not_started, Status::unknown, Status::announced, Status::ended}) {
      auto label = words_.say("map.legend.tie." + std::string(code_name(status)));
      // That nothing has ended, or nothing is in force, says something.
      const bool is_telling = scene_.as_of && (status == Status::ended || status == Status::in_force);
      if (!statuses.contains(status)) {
        if (!is_telling || statuses.empty()) continue;
        label = words_.say("map.legend.none_here", {{"label", label}});
      }
      add(legend_.is_of_communities || legend_.has_thin_ties ? thin_tie_paint(status, weight) : tie_paint(status, weight), std::move(label));
    }
    for (auto& entry : directions()) entries.push_back(std::move(entry));
    if (has_components) add(component_paint(), words_.say("map.legend.tie.component"));
    if (legend_.has_sheets) {
      entries.push_back({[](SvgWriter& svg, double x, double y) {
                           svg.rectangle(x - 2, y - 11, 42, 22, {.fill = tokens::hull, .corner = 11});
                           draw_agreement_sheet(svg, x + 19, y);
                         },
                         words_.say("map.legend.tie.sheet")});
    }
    return rows(words_.ties_heading(), entries, 50);
  }

  Block bands() const {
    if (legend_.bands.empty()) return {};
    std::vector<Entry> entries;
    for (const auto agreements : legend_.bands) {
      const double width = band_width(agreements, legend_.band_scale);
      entries.push_back({[=](SvgWriter& svg, double x, double y) {
                           svg.line(x, y, x + 42, y, {.stroke = tokens::line, .stroke_width = width, .stroke_opacity = 0.38});
                         },
                         words_.size_value(agreements)});
    }
    auto block = rows(words_.say("map.legend.between"), entries, 54, 26);
    const auto name = words_.say("map.legend.community_name", {{"example", legend_.community_example}});
    block.width = std::max(block.width, width_of(name, text_));
    const auto draw = block.draw;
    const double below = block.height;
    block.height += kRow;
    block.draw = [=, this](SvgWriter& svg, double x, double y) {
      draw(svg, x, y);
      svg.text(x, y + below + 14, name, text_);
    };
    return block;
  }

  Block keyed_names() const {
    if (legend_.keyed_names.empty()) return {};
    std::vector<Entry> entries;
    const double room = options_.width - 2 * style_.margin;
    for (const auto& name : legend_.keyed_names) {
      for (auto& line : wrap_text(name, text_.size, room)) entries.push_back({[](SvgWriter&, double, double) {}, std::move(line)});
    }
    return rows(words_.say("map.legend.names"), entries, 0, 18);
  }

  const MapScene& scene_;
  const MapWords& words_;
  const MapStyle& style_;
  const MapOptions& options_;
  const MapLegend& legend_;
  TextStyle text_, heading_, soft_;
};

}  // namespace

double band_width(double agreements, double scale) { return 1 + 0.42 * agreements * scale; }

double draw_legend(SvgWriter& svg, const MapScene& scene, const MapWords& words, const MapStyle& style,
                   const MapOptions& options, const MapLegend& legend, double top) {
  const double left = style.margin, right = options.width - style.margin;
  svg.line(left, top, right, top, {.stroke = tokens::rule, .stroke_width = 1});
  const Legend maker(scene, words, style, options, legend);
  const auto blocks = maker.blocks();
  double y = top + 16;
  // Rows of blocks, the free width shared between them; a single column on a narrow sheet.
  for (std::size_t i = 0; i < blocks.size();) {
    double used = blocks[i].width, height = blocks[i].height;
    std::size_t end = i + 1;
    while (!style.is_narrow && end < blocks.size() && used + 24 + blocks[end].width <= right - left) {
      used += 24 + blocks[end].width;
      height = std::max(height, blocks[end].height);
      ++end;
    }
    const double spare = end - i > 1 ? (right - left - used) / static_cast<double>(end - i - 1) : 0;
    double x = left;
    for (; i < end; ++i) {
      blocks[i].draw(svg, x, y);
      x += blocks[i].width + 24 + std::min(spare, 60.0);
    }
    y += height + 12;
  }
  TextStyle small;
  small.size = style.type.source;
  small.colour = tokens::soft;
  y += 4;
  std::string settings = words.settings(), left_out;
  for (const auto& note : legend.notes) settings += " " + note;
  for (const auto& item : legend.left_out) left_out += (left_out.empty() ? "" : words.say("map.separator")) + item;
  if (!left_out.empty()) {
    left_out = words.say("map.left_out.sentence", {{"list", words.say("map.left_out.table", {{"list", left_out}})}});
  }
  for (const auto& paragraph : {left_out, settings, words.sources()}) {
    if (paragraph.empty()) continue;
    const auto lines = wrap_text(paragraph, small.size, right - left);
    y = svg.lines(left, y + small.size, lines, small, 16) + 6;
  }
  return std::ceil(y + style.margin * 0.6);
}

}  // namespace maillage
